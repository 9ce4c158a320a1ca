"""The input of `pension compare`: named plans of one person, or every tier at every age with every way to stop."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import partial
from typing import TypeVar

from gigdesk.domain.errors import NOTHING, InputError, Phrase
from gigdesk.domain.money import MONTHS_A_YEAR, YearMonth
from gigdesk.domain.pension.case import Case
from gigdesk.domain.pension.cell import Circumstances
from gigdesk.domain.pension.compare import TIERS, Stop
from gigdesk.domain.pension.contribution import HIGHEST_PERCENT, LOWEST_PERCENT, Choice
from gigdesk.domain.pension.projection import Plan
from gigdesk.services.fields import Fields, decimal, whole
from gigdesk.services.pension_input import FARTHEST_SHIFT, Request, only_case, read_plan, stop_month

K = TypeVar("K", bound=Hashable)
MOST_CELLS = 2000
PLANS = '{"name": {plan}, …}'
TIER = Phrase.of("tier", low=LOWEST_PERCENT, high=HIGHEST_PERCENT)
OWN_FIELDS = ("plans", "grid", "net_income")


@dataclass(frozen=True)
class Plans:
    """Several plans of one person, by name; the first is the one the others are compared with."""

    region: str
    cases: Mapping[str, Case]
    around: Circumstances


@dataclass(frozen=True)
class Grid:
    """Tiers, ages and ways to stop by their names, for one person; `shifts` None: all that are possible."""

    region: str
    case: Case
    tiers: Mapping[str, Choice]
    shifts: tuple[int, ...] | None
    stops: Mapping[str, Stop]
    around: Circumstances


def read_comparison(found: object, today: date) -> Plans | Grid:
    """Read the input of `pension compare`: a case of `pension estimate` with `plans` or `grid` in the place of `plan`.

    Raises:
        InputError: naming the field, what it got and what it accepts; the category must be given.
    """
    top = Fields(found)
    asked = [field for field in ("plan", "plans", "grid") if top.has(field)]
    if asked not in (["plans"], ["grid"]):
        raise InputError("plans", " + ".join(asked) or NOTHING, Phrase.of("plans-or-grid", plans=PLANS))
    income = top.number("net_income", 1) if top.has("net_income") else None
    request = only_case({field: inner for field, inner in top.fields().items() if field not in OWN_FIELDS}, today)
    if request.history:
        raise InputError("record.history", Phrase("history"), "paid_months, average_index")
    around = Circumstances(net_income=income, claim=request.claim)
    if asked == ["plans"]:
        return Plans(request.region, _plans(top.inner("plans"), request.cases[0]), around)
    if top.inner("grid").has("shifts") and top.has("retirement"):
        raise InputError("retirement", Phrase("shift-twice"), "grid.shifts")
    return _grid(top.inner("grid"), request, around)


def _plans(named: Fields, case: Case) -> dict[str, Case]:
    cases = {}
    for name in named.fields():
        plan, to_minimum = read_plan(named.inner(name), case.as_of) if named.has(name) else (None, False)
        cases[name] = replace(case, plan=plan, to_minimum=to_minimum)
    if not cases:
        raise InputError("plans", "{}", PLANS)
    return cases


def _grid(grid: Fields, request: Request, around: Circumstances) -> Grid:
    case = request.cases[0]
    months = grid.whole("months_per_year", 1, MONTHS_A_YEAR) if grid.has("months_per_year") else MONTHS_A_YEAR
    tiers = _each(grid, "tiers", _tier) if grid.has("tiers") else {f"{tier.percent}": tier for tier in TIERS}
    stops = _each(grid, "stops", partial(_stop, case.as_of)) if grid.has("stops") else {"retirement": Stop()}
    shifts: tuple[int, ...] | None = (case.shift_months,)
    if grid.has("shifts"):
        every = grid.fields()["shifts"] == "all"
        shifts = None if every else tuple(_each(grid, "shifts", _shift).values())
    grid.done()
    cells = len(tiers) * len(stops) * len(shifts or ())
    if cells > MOST_CELLS:
        raise InputError(grid.name("tiers"), Phrase.of("cells", count=cells), Phrase.of("at-most", most=MOST_CELLS))
    planned = replace(case, plan=Plan(Choice(Decimal(LOWEST_PERCENT)), months))
    return Grid(request.region, planned, tiers, shifts, stops, around)


def _each(grid: Fields, field: str, read: Callable[[str, object], tuple[str, K]]) -> dict[str, K]:
    """The entries of a list by their names, each once."""
    found: dict[str, K] = {}
    for name, entry in grid.entries(field):
        key, value = read(name, entry)
        if key in found:
            raise InputError(name, key, Phrase("once"))
        found[key] = value
    if not found:
        raise InputError(grid.name(field), "[]", Phrase("at-least-one"))
    return found


def _tier(name: str, entry: object) -> tuple[str, Choice]:
    if isinstance(entry, Mapping):
        fields = Fields(entry, name)
        base = fields.number("base", 0)
        fields.done()
        return f"base {base.normalize():f}", Choice(amount=base)
    try:
        percent = decimal(entry)
    except (TypeError, ValueError, ArithmeticError):
        raise InputError(name, entry, TIER) from None
    if not LOWEST_PERCENT <= percent <= HIGHEST_PERCENT:
        raise InputError(name, percent, TIER)
    return f"{percent.normalize():f}", Choice(percent=percent)


def _shift(name: str, entry: object) -> tuple[str, int]:
    try:
        shift = whole(entry, -FARTHEST_SHIFT, FARTHEST_SHIFT)
    except (TypeError, ValueError, ArithmeticError):
        raise InputError(name, entry, Phrase.of("whole", low=-FARTHEST_SHIFT, high=FARTHEST_SHIFT)) from None
    return str(shift), shift


def _stop(as_of: YearMonth, name: str, entry: object) -> tuple[str, Stop]:
    if entry == "retirement":
        return "retirement", Stop()
    if entry == "minimum":
        return "minimum", Stop(at_minimum=True)
    return str(entry), Stop(before=stop_month(name, entry, as_of))
