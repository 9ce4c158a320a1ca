"""What was read from a contribution history, what is to be known about it, and what the person must decide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from gigdesk.domain.money import YearMonth
from gigdesk.domain.pension.index import Period


@dataclass(frozen=True)
class Remark:
    """Something said of rows; its text is `history.<code>`.

    `rows` names them as a spreadsheet numbers them, `spans` are the months that it is about.
    """

    code: str
    rows: tuple[str, ...] = ()
    details: Mapping[str, object] = field(default_factory=dict)
    spans: tuple[tuple[YearMonth, YearMonth], ...] = ()


@dataclass(frozen=True)
class Conflict:
    """Months with more than one base; the person says which counts. Each base with the rows that give it."""

    month_from: YearMonth
    month_to: YearMonth
    bases: Mapping[Decimal, tuple[str, ...]]


@dataclass(frozen=True)
class ReadHistory:
    """Periods in order; notes do not stand in the way of a figure, problems and conflicts do."""

    periods: tuple[Period, ...]
    notes: tuple[Remark, ...]
    problems: tuple[Remark, ...]
    conflicts: tuple[Conflict, ...]

    @property
    def clear(self) -> bool:
        """Whether nothing is left to be decided."""
        return bool(self.periods) and not self.problems and not self.conflicts
