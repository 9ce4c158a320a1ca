"""GigDesk (灵工助手): wages, pension and injury cover for gig workers, offline and with the source of every number."""

__version__ = "0.1.0"
