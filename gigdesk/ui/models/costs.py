"""The list of costs while it is entered: one amount a kind, or the total of a month. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from gigdesk.domain.wages.costs import KINDS, OVER, SHARE, Cost
from gigdesk.services import words
from gigdesk.services.amounts import read_amount
from gigdesk.store.texts import Texts
from gigdesk.ui.models.ask import MONTH, Worded

TOTAL = "total"
MOST_YUAN = 200_000
WHOLE = 100
YEARS = tuple(f"{years}{OVER}" for years in range(1, 7))
"""Over how many years a price is spread, as the keys of a choice."""
UNITS: Mapping[str, tuple[str, ...]] = {
    TOTAL: (MONTH,),
    "battery": ("day", "month"),
    "fuel": ("day", "month"),
    "rent": ("month", "day"),
    "vehicle": YEARS,
    "insurance": ("month", "day", "year"),
    "phone": ("month", "year"),
    "meals": ("day", "month"),
    "penalties": ("month", "day"),
    "fee": (SHARE, "day", "month"),
    "other": ("month", "day", "week", "year"),
}
"""The units of each kind, the usual one first; for a price there is no usual one, the years are said."""


@dataclass(frozen=True)
class Costs(Worded):
    """A list of costs as an answer."""

    costs: tuple[Cost, ...]

    def in_words(self, t: Texts) -> str:
        """Each kind with its amount."""
        return t("ask.and").join(f"{t(f'cost.{cost.kind}')} {said(cost, t)}" for cost in self.costs)


@dataclass
class Line:
    """What stands at a kind: the amount as typed, and its unit."""

    text: str = ""
    per: str = ""


class CostList:
    """What is typed, kind by kind."""

    def __init__(self, noted: object) -> None:
        self.lines = {kind: Line(per="" if kind == "vehicle" else units[0]) for kind, units in UNITS.items()}
        if isinstance(noted, Decimal):
            self.lines[TOTAL].text = f"{noted:f}"
        for cost in noted.costs if isinstance(noted, Costs) else ():
            per = f"{cost.years}{OVER}" if cost.per == OVER else cost.per
            self.lines[cost.kind] = Line(f"{cost.amount:f}", per)
        self.kind = next((kind for kind in UNITS if self.lines[kind].text), TOTAL)

    @property
    def line(self) -> Line:
        """What stands at the kind that is entered."""
        return self.lines[self.kind]

    def shown(self, kind: str, t: Texts) -> str:
        """What was typed at a kind, in words; "" for nothing."""
        cost = _cost(kind, self.lines[kind])
        if not self.lines[kind].text:
            return ""
        return said(cost, t) if cost else self.lines[kind].text

    def clear(self) -> None:
        """Nothing is known."""
        for line in self.lines.values():
            line.text = ""

    def answer(self, t: Texts) -> tuple[Decimal | Costs | None, str]:
        """The answer, or in words why what was typed is none; neither where nothing was typed."""
        typed = [kind for kind in UNITS if self.lines[kind].text]
        for kind in typed:
            if refusal := _refusal(kind, self.lines[kind], t):
                self.kind = kind
                return None, refusal
        costs = tuple(cost for kind in typed if (cost := _cost(kind, self.lines[kind])))
        if TOTAL in typed and len(typed) > 1:
            return None, t("ask.wages.costs.both")
        if TOTAL in typed:
            return costs[0].amount, ""
        return (Costs(costs) if costs else None), ""


def said(cost: Cost, t: Texts) -> str:
    """An amount with its unit."""
    if cost.per == SHARE:
        return t("percent", percent=f"{cost.amount:f}")
    if cost.per == OVER:
        return t("cost.over", amount=words.yuan(cost.amount), years=cost.years)
    return words.quantity(cost.amount, f"CNY/{cost.per}", t)


def unit_key(kind: str, per: str) -> str:
    """The key of the unit behind the figure of a kind."""
    return "unit.percent" if per == SHARE else "unit.CNY" if kind == "vehicle" else f"unit.CNY/{per}"


def _cost(kind: str, line: Line) -> Cost | None:
    amount = read_amount(line.text)
    if not amount or not line.per:
        return None
    years = line.per.removesuffix(OVER)
    known = kind if kind in KINDS else "other"
    if years != line.per:
        return Cost(known, Decimal(amount), OVER, Decimal(years))
    return Cost(known, Decimal(amount), line.per)


def _refusal(kind: str, line: Line, t: Texts) -> str:
    """Why what was typed cannot be, in words; "" where it can."""
    name = t(f"cost.{kind}")
    amount = read_amount(line.text)
    high = WHOLE if line.per == SHARE else MOST_YUAN
    if not amount or Decimal(amount) > high:
        unit = t(unit_key(kind, line.per))
        return t("ask.wages.costs.refused", kind=name, got=line.text[:20], high=f"{high:,}", unit=unit)
    return "" if line.per else t("ask.wages.costs.years", kind=name)
