"""Figures that may stand on one scale: those of one population, one concept of pay, one currency."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from gigdesk.domain.money import MONTHS_A_YEAR
from gigdesk.domain.wages.levels import STATISTICS
from gigdesk.domain.wages.own_pay import OwnPay
from gigdesk.services.wages import Row


@dataclass(frozen=True)
class Group:
    """Rows of one population and concept of pay, in the order they were asked for."""

    population: str
    pay_concept: str
    currency: str
    rows: tuple[Row, ...]

    @property
    def items(self) -> int:
        """How many of the occupations and places asked for have a figure here."""
        return len({(row.occupation.code, row.region) for row in self.rows})

    @property
    def is_one_figure(self) -> bool:
        """Whether all rest on the same published cell, so that nothing can be told apart."""
        levels = [row.found.level for row in self.rows]
        return self.items > 1 and all(level == levels[0] for level in levels)

    @property
    def statistics(self) -> tuple[str, ...]:
        """Which figures there are in any row, or which are said not to be published."""
        known = {name for row in self.rows for name in (*row.statistics, *row.found.level.flags)}
        return tuple(name for name in STATISTICS if name in known)


def grouped(rows: Iterable[Row]) -> tuple[Group, ...]:
    """The groups, those first in which most of what was asked for has a figure, then in the order of the rows."""
    found: dict[tuple[str, str, str], list[Row]] = {}
    for row in rows:
        level = row.found.level
        found.setdefault((level.population, level.pay_concept, level.currency), []).append(row)
    groups = [Group(*key, tuple(those)) for key, those in found.items()]
    return tuple(sorted(groups, key=lambda group: -group.items))


def own_net(own: OwnPay, measure: str) -> Decimal | None:
    """One's own net pay in a measure; by the hour on the time logged in, None where that is not known."""
    by = {"annual": own.net_monthly * MONTHS_A_YEAR, "monthly": own.net_monthly, "hourly": own.net_hour_logged}
    return by[measure]
