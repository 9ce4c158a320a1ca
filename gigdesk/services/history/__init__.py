"""A contribution history (缴费记录) as an office exports it or a person types it, read into periods."""
