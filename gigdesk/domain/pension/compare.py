"""Choices side by side: tiers, retirement ages and plans that stop early; what differs, and where hardly anything."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from gigdesk.domain.errors import InputError, Phrase
from gigdesk.domain.law import Law
from gigdesk.domain.money import MONTHS_A_YEAR, YearMonth, half_up, whole_up
from gigdesk.domain.pension.case import Case
from gigdesk.domain.pension.cell import Cell, Circumstances, Ground, Quiet
from gigdesk.domain.pension.contribution import Choice
from gigdesk.domain.pension.estimate import retiring
from gigdesk.domain.pension.projection import Plan
from gigdesk.domain.working import Warned, Working

TIERS = tuple(Choice(Decimal(percent)) for percent in (60, 70, 80, 90, 100, 120, 150, 200, 300))
FLAT_BELOW = Decimal(50)
"""Yuan a month in today's money: five of the steps of 10 yuan in which projected figures are shown."""

OF_A_CELL = ("months-short", "months-short-early", "months-short-at-age", "months-short-after-age")
"""Warnings that differ from cell to cell; cells say their months."""
WAYS = "way-"


@dataclass(frozen=True)
class Stop:
    """When paying ends: before a month, once the months required are paid, or (neither) at retirement."""

    before: YearMonth | None = None
    at_minimum: bool = False


@dataclass(frozen=True)
class Axes:
    """What is compared: bases to pay on, months earlier or later than the statutory month, when to stop paying."""

    tiers: tuple[Choice, ...] = TIERS
    shifts: tuple[int, ...] = (0,)
    stops: tuple[Stop, ...] = (Stop(),)
    flat_below: Decimal = FLAT_BELOW


@dataclass(frozen=True)
class Flat:
    """Neighbouring choices, tiers ("tier") or ages ("age"), of which any two differ by less than `flat_below` a month.

    A choice is worth its `lifetime_net`, in today's money: the expected pension times the months of the divisor table
    at the age of retirement, less what the person still pays (after any subsidy). `amount` is the worth of the best
    less that of the worst, spread over the shortest drawing of the group, so that it never looks smaller than it is.
    `cells` are places in the comparison, by base or by age; a choice may stand in two groups, one without a pension
    stands in none.
    """

    axis: str
    cells: tuple[int, ...]
    amount: Decimal


@dataclass(frozen=True)
class Comparison:
    """The cells by stop, then age, then tier, in the order asked for; and where the choice is flat."""

    cells: tuple[Cell, ...]
    flats: tuple[Flat, ...]


@dataclass(frozen=True)
class Difference:
    """A plan less the first one. `pension` is None where one of the two has none.

    `back_months` is how long the one with the higher pension is drawn before it is ahead of the other, in today's
    money: what it costs more is back then, and what the other had drawn before it. 0: from the beginning.
    """

    monthly: Decimal
    months: int
    cost: Decimal
    cost_today: Decimal
    own_cost_today: Decimal
    pension: Decimal | None
    back_months: int | None


@dataclass(frozen=True)
class Column:
    """A named plan with its own working; the first one has no difference."""

    name: str
    cell: Cell
    working: Working
    difference: Difference | None


def compare(case: Case, axes: Axes, around: Circumstances, law: Law, working: Working) -> Comparison:
    """Every tier at every age with every stop. The case's own plan gives the months a year, its shift is not used.

    Raises:
        InputError: a tier, an age or the income lies outside what the rules allow.
    """
    if case.override.retirement_month and any(axes.shifts):
        raise InputError("override.retirement_month", case.override.retirement_month, Phrase("null-with-ages"))
    notes = Quiet()
    aged = [replace(case, shift_months=shift) for shift in axes.shifts]
    lines = [[_planned(each, tier, stop) for tier in axes.tiers] for stop in axes.stops for each in aged]
    cells = tuple(cell for line in lines if line for cell in _line(line, around, law, notes))
    for warned in _of_all(notes):
        working.warn(warned.code, **warned.details)
    return Comparison(cells, tuple(_flats(cells, axes)))


def side_by_side(plans: Mapping[str, Case], around: Circumstances, law: Law) -> tuple[Column, ...]:
    """Named plans, each with its working and against the first. They may differ in anything, the age included."""
    columns: list[Column] = []
    for name, case in plans.items():
        working = Working()
        cell = Ground.of(case, around, law, working).cell(case)
        columns.append(Column(name, cell, working, difference(columns[0].cell, cell) if columns else None))
    return tuple(columns)


def shifts(case: Case, law: Law, every: int = MONTHS_A_YEAR) -> tuple[int, ...]:
    """The ages to compare: the earliest still possible, the statutory one, the latest, and those between by steps."""
    when = retiring(replace(case, shift_months=0), law, Quiet())
    lowest = max(when.earliest_month, case.as_of) - when.statutory_month
    latest = law.whole("pension.flexible_window")
    steps = {lowest, latest, *range(-latest, latest + 1, every)} | {0}
    return tuple(sorted(shift for shift in steps if lowest <= shift <= latest))


def difference(first: Cell, other: Cell) -> Difference:
    """What the other choice costs and brings more than the first."""
    one, two = first.paying, other.paying
    pension = other.drawing.expected - first.drawing.expected if first.drawing and other.drawing else None
    return Difference(
        monthly=_monthly(other) - _monthly(first),
        months=two.months - one.months,
        cost=two.cost - one.cost,
        cost_today=two.cost_today - one.cost_today,
        own_cost_today=two.own_cost_today - one.own_cost_today,
        pension=pension,
        back_months=_back(first, other),
    )


def _of_all(notes: Working) -> Iterator[Warned]:
    """What is said of the whole table; the ways on are its own only where the age has come or paying goes beyond it."""
    codes = {warned.code for warned in notes.warnings}
    of_a_cell = "months-short-at-age" in codes and "paying-on-after-age" not in codes
    for warned in notes.warnings:
        if warned.code not in OF_A_CELL and not (of_a_cell and warned.code.startswith(WAYS)):
            yield warned


def _line(cases: Sequence[Case], around: Circumstances, law: Law, working: Working) -> Iterator[Cell]:
    """Cases that differ in nothing but the base they pay on: past the statutory month, when paying stops counts too."""
    ground = Ground.of(cases[0], around, law, working)
    return (ground.cell(case) for case in cases)


def _planned(case: Case, tier: Choice, stop: Stop) -> Case:
    months = case.plan.months_per_year if case.plan else MONTHS_A_YEAR
    return replace(case, plan=Plan(tier, months, stop.before), to_minimum=stop.at_minimum)


def _monthly(cell: Cell) -> Decimal:
    return cell.paying.contribution.monthly if cell.paying.contribution else Decimal("0.00")


def _back(one: Cell, two: Cell) -> int | None:
    if one.drawing is None or two.drawing is None or one.drawing.expected == two.drawing.expected:
        return None
    swap = one.drawing.expected > two.drawing.expected
    lower, higher = (two, one) if swap else (one, two)
    less, more = sorted((one.drawing.expected, two.drawing.expected))
    extra = higher.paying.own_cost_today - lower.paying.own_cost_today
    later = higher.retirement.chosen_month - lower.retirement.chosen_month
    if extra <= more * -later:  # it is back while the other draws nothing yet
        return max(whole_up(extra / more), 0)
    return max(whole_up((extra + less * later) / (more - less)), 0)


def _flats(cells: Sequence[Cell], axes: Axes) -> Iterator[Flat]:
    """The runs in each line of the table, in both directions."""
    tiers, ages = len(axes.tiers), len(axes.shifts)
    lines: dict[tuple[str, int, int], list[int]] = defaultdict(list)
    for at in sorted(range(len(cells)), key=lambda at: _rank(cells[at])):
        lines["tier", at // tiers, 0].append(at)
        lines["age", at // (tiers * ages), at % tiers].append(at)
    for (axis, _, _), line in lines.items():
        yield from _runs(axis, line, cells, axes)


def _rank(cell: Cell) -> tuple[int, Decimal]:
    return cell.case.shift_months, cell.paying.contribution.base if cell.paying.contribution else Decimal(0)


def _runs(axis: str, line: Sequence[int], cells: Sequence[Cell], axes: Axes) -> Iterator[Flat]:
    """The longest runs of a line within the limit. A run that grows never loses less."""
    reached = 0
    for first in range(len(line)):
        last, amount = first, Decimal(0)
        while last + 1 < len(line):
            lost = _lost([cells[at] for at in line[first : last + 2]])
            if lost is None or lost >= axes.flat_below:
                break
            last, amount = last + 1, lost
        if last > max(first, reached):
            yield Flat(axis, tuple(line[first : last + 1]), half_up(amount))
        reached = max(reached, last)


def _lost(run: Sequence[Cell]) -> Decimal | None:
    drawings = [cell.drawing for cell in run if cell.drawing]
    if len(drawings) < len(run):
        return None
    worths = [drawing.lifetime_net for drawing in drawings]
    return (max(worths) - min(worths)) / min(drawing.months for drawing in drawings)
