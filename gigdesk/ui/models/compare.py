"""Which ways to pay are compared, and which of them is looked at. What was worked out is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from gigdesk.domain.money import MONTHS_A_YEAR
from gigdesk.domain.pension.case import Case
from gigdesk.domain.pension.cell import Cell, Circumstances
from gigdesk.domain.pension.compare import TIERS, Axes, Comparison, Stop
from gigdesk.domain.pension.contribution import Choice
from gigdesk.services.answer import Answer
from gigdesk.services.pension import Pension

RETIREMENT, MINIMUM = "retirement", "minimum"
MORE_YEARS = (5, 10)
OWN_TIER = "own"


@dataclass(frozen=True)
class Asked:
    """A person, what is known of them besides the case, and a base of their own. The plan of the case is not used."""

    region: str
    case: Case
    around: Circumstances
    own: Choice | None
    today: date


@dataclass(frozen=True)
class Table:
    """The cells of one way to stop: rows by base, columns by age."""

    axes: Axes
    answer: Answer[Comparison]
    order: tuple[int, ...]

    @property
    def tiers(self) -> tuple[str, ...]:
        """The keys of the rows: percentages, and the base of the person's own."""
        return tuple(_key(self.axes.tiers[at]) for at in self.order)

    def place(self, row: int, column: int) -> int:
        """Where the comparison has the cell of a row and a column."""
        return column * len(self.axes.tiers) + self.order[row]

    def at(self, place: int) -> tuple[int, int]:
        """Row and column of a place in the comparison."""
        column, tier = divmod(place, len(self.axes.tiers))
        return self.order.index(tier), column

    def cell(self, row: int, column: int) -> Cell:
        """The cell of a row and a column."""
        return self.answer.result.cells[self.place(row, column)]


@dataclass
class Comparing:
    """What is looked at. The tables of one person, by the way to stop, are kept until the person is another."""

    stop: str = RETIREMENT
    tier: str = ""
    shift: int = 0
    stops: Mapping[str, Stop] = field(default_factory=dict)
    _asked: Asked | None = None
    _tables: dict[str, Table] = field(default_factory=dict)

    def clear(self) -> None:
        """Forget the person and what was looked at."""
        self.stop, self.tier, self.shift = RETIREMENT, "", 0
        self._asked, self.stops = None, {}
        self._tables.clear()

    def table(self, pension: Pension, asked: Asked) -> Table:
        """The table of the way to stop that is looked at.

        Raises:
            GigDeskError: a figure is not in the data, or the case lies outside what the rules allow.
        """
        if asked != self._asked:
            self.stops = _stops(pension, asked)
            self._tables.clear()
            self._asked = asked
        if self.stop not in self.stops:
            self.stop = next(iter(self.stops))
        if self.stop not in self._tables:
            self._tables[self.stop] = _table(pension, asked, self.stops[self.stop])
        return self._tables[self.stop]

    def looked_at(self, table: Table, usual: str) -> tuple[int, int]:
        """Row and column of the cell that is looked at; one that there is no more gives way to a usual one."""
        tier = self.tier if self.tier in table.tiers else usual
        shifts = table.axes.shifts
        shift = self.shift if self.shift in shifts else min(shifts, key=abs)
        return table.tiers.index(tier), shifts.index(shift)


def _stops(pension: Pension, asked: Asked) -> Mapping[str, Stop]:
    """At retirement, at the minimum, and after some years where that comes before the last possible age.

    Past the statutory month one pays until the months are enough, and not longer.
    """
    when = pension.retirement_age(asked.case.birth, asked.case.category, asked.today).result
    if when.statutory_month < asked.case.as_of:
        return {MINIMUM: Stop(at_minimum=True)}
    found = {RETIREMENT: Stop(), MINIMUM: Stop(at_minimum=True)}
    for years in MORE_YEARS:
        before = asked.case.as_of + years * MONTHS_A_YEAR
        if before < when.statutory_month + _shifts(pension, asked)[-1]:
            found[str(years)] = Stop(before=before)
    return found


def _shifts(pension: Pension, asked: Asked) -> tuple[int, ...]:
    """The ages to compare; past the statutory month only the one at which the months are enough."""
    found = pension.shifts(asked.region, asked.case)
    return found if 0 in found else (0,)


def _table(pension: Pension, asked: Asked, stop: Stop) -> Table:
    own = (asked.own,) if asked.own else ()
    axes = Axes((*TIERS, *own), _shifts(pension, asked), (stop,))
    answer = pension.grid(asked.region, asked.case, axes, asked.around, asked.today)
    first = answer.result.cells[: len(axes.tiers)]
    bases = [cell.paying.contribution.base if cell.paying.contribution else Decimal(0) for cell in first]
    return Table(axes, answer, tuple(sorted(range(len(bases)), key=bases.__getitem__)))


def _key(tier: Choice) -> str:
    return OWN_TIER if tier.percent is None else f"{tier.percent:f}"
