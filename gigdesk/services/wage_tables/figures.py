"""The figures of a wage table: digits as offices and statistical bureaus print them, and the marks in their place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from gigdesk.domain.money import half_up
from gigdesk.domain.wages.levels import Flag

HUNDREDTHS = 100
MYRIAD = Decimal(10_000)
MARKS: Mapping[str, Flag] = {
    **dict.fromkeys(("", "*", "**", "-", "--", "—", "——", "–", "−", "…", "……", "...", ".."), Flag.MISSING),
    **dict.fromkeys((":", "：", "x", "X", "×", "/", "\\", "~", "无", "暂无", "缺", "NA", "N/A", "n/a"), Flag.MISSING),
    "#": Flag.TOP,
}
"""What stands in the place of a figure, unless the table's own legend says otherwise."""
MOST_KEPT = 50_000
MOST_DIGITS = 20
LARGEST = 10**17
"""In hundredths: no pay is beyond it in any currency, and the store holds no more than 2 to the 63rd."""
_LONGEST_WHOLE = 12
_NUMBER = re.compile(r"[+]?(\d+(?:\.\d*)?|\.\d+)(万?)元?", re.ASCII)
_GROUPED = re.compile(r"\d{1,3}(?:[,'’]\d{3})+(?!\d)", re.ASCII)
_BLANKS = re.compile(r"\s+")
_NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
"""Full-width signs as plain ones; a small or ringed digit is the sign of a footnote and no digit."""
_AT_LEAST = re.compile(r"^(?:>=|≥|>)|(?:及以上|以上|\+)$")

Figure = tuple[int | None, str]
"""Hundredths of the currency's unit, None where there is none; and a flag, or ""."""


@dataclass
class Figures:
    """How the figures of one table are written. `top` is what a mark for "this or more" stands for, where that is said.

    Figures read are remembered, for they come again and again; of very many different ones only the first.
    """

    factor: Decimal = Decimal(1)
    marks: Mapping[str, Flag] = field(default_factory=lambda: MARKS)
    top: Decimal | None = None
    _known: dict[str, Figure | None] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        scale = self.factor * HUNDREDTHS
        self._scale = int(scale) if scale == int(scale) else scale
        self._longest = _LONGEST_WHOLE if scale <= LARGEST // 10**_LONGEST_WHOLE else 0

    def read(self, text: str) -> Figure | None:
        """The figure of a cell; None where the cell cannot be read. Whole ones, which most are, take a shorter way."""
        if len(text) < self._longest and text.isascii() and text.isdigit():
            return int(int(text) * self._scale), ""
        try:
            return self._known[text]
        except KeyError:
            found = self._read(text)
            if len(self._known) < MOST_KEPT:
                self._known[text] = found
            return found

    def _read(self, text: str) -> Figure | None:
        plain = _BLANKS.sub("", text.translate(_NARROW))
        mark = self.marks.get(text.strip(), self.marks.get(plain))
        if mark is Flag.TOP:
            return (self._hundredths(self.top), Flag.TOP) if self.top is not None else (None, Flag.TOP)
        if mark is not None:
            return None, mark
        bare = _AT_LEAST.sub("", plain)
        amount = amount_of(bare)
        if amount is None or amount * self.factor * HUNDREDTHS > LARGEST:
            return None
        return self._hundredths(amount * self.factor), Flag.TOP if bare != plain else ""

    @staticmethod
    def _hundredths(amount: Decimal) -> int:
        return int(half_up(amount) * HUNDREDTHS)


def amount_of(text: str) -> Decimal | None:
    """The number that a text is: thousands set off by a comma, an apostrophe or a blank, 万 behind it; else None."""
    plain = _GROUPED.sub(lambda found: re.sub("[,'’]", "", found[0]), _BLANKS.sub("", text.translate(_NARROW)))
    found = _NUMBER.fullmatch(plain)
    if found is None or len(plain) > MOST_DIGITS:
        return None
    try:
        return Decimal(found[1]) * (MYRIAD if found[2] else 1)
    except InvalidOperation:
        return None


def sample_of(text: str) -> int | None:
    """A number of people; None where the cell is none."""
    amount = amount_of(text.removesuffix("人"))
    return int(amount) if amount is not None and amount == int(amount) and amount <= LARGEST else None
