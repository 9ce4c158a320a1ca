"""The steps of importing a wage table, one a page."""
