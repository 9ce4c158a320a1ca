"""A list of orders (订单明细), exported by a platform or copied by a person, read into totals of days and months."""
