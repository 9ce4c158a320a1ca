"""GigDesk (灵工助手): wages, pension and injury cover for gig workers, offline and with the source of every number."""

__version__ = "0.1.0"

READ_APART = "--read-apart"
"""How the program starts itself to read one file that may be damaged; no part of the command line people use."""

INTERRUPTED = 130
"""The exit status of a program that was stopped at the keyboard, as every shell gives it."""
