"""Pensions of flexible workers: what they cost, when they begin, what they pay."""
