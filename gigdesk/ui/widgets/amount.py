"""A plain decimal as it is shown while it is typed."""

from __future__ import annotations


def grouped(text: str) -> str:
    """Write a plain decimal with commas between the thousands; leave anything else as it is."""
    whole, dot, rest = text.partition(".")
    return f"{int(whole):,}{dot}{rest}" if whole.isdecimal() and whole.isascii() else text
