"""Rates by which wages of another country may be put beside those of China."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

PPP, EXCHANGE = "PA.NUS.PRVT.PP", "PA.NUS.FCRF"
"""Units of a currency for an international dollar's worth of what households buy, and for a US dollar."""


class Rate(NamedTuple):
    """A rate of one of the two indicators of the World Bank; the region by its code here."""

    indicator: str
    region: str
    year: int
    value: Decimal
