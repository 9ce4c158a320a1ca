"""Answering with a month of many years: the decade, the year, the month, all on one page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QWidget

from gigdesk.domain.money import MONTHS_A_YEAR, YearMonth
from gigdesk.ui.models.ask import Ask
from gigdesk.ui.models.asking import Asking
from gigdesk.ui.models.days import TEN, decades
from gigdesk.ui.page import Desk
from gigdesk.ui.parts.entry import Entry, choices
from gigdesk.ui.parts.layout import column_in, room_for_answers
from gigdesk.ui.widgets.cells import Cell, Cells
from gigdesk.ui.widgets.text import Words

COLUMNS, MONTH_COLUMNS = 10, 6
"""Beside one another, where there is room."""


@dataclass(frozen=True)
class Picked:
    """What is picked so far; 0 for what is not."""

    decade: int = 0
    year: int = 0
    month: int = 0


class MonthAnswer(Entry):
    """A month is noted once its year and it are picked; half of it stands there again when the page is drawn anew."""

    def __init__(self, ask: Ask, asking: Asking, desk: Desk) -> None:
        self._ask, self._asking, self._desk = ask, asking, desk
        self._limit = YearMonth.of(desk.session.today())
        self._first, self._last = int(ask.low), min(int(ask.high), self._limit.year)
        self._picked = self._begin()
        self._corrects = bool(self._picked.month)  # of a month that stood there, year and month may both be wrong
        self.widget = QWidget()
        self._column = column_in(self.widget, desk.theme.px(8))
        found = self._decade_cells()
        self._decades = self._row("decade", found, COLUMNS) if found else None
        self._years = self._row("year", self._year_cells(), COLUMNS)
        self._months = self._row("month", self._month_cells(), MONTH_COLUMNS)
        self._unsure = choices(ask, asking, desk, ()) if ask.unsure else None
        if self._unsure:
            self._column.addSpacing(desk.theme.px(12))
            self._column.addWidget(self._unsure)
            self._unsure.chosen.connect(self._not_sure)
        self._show()
        if self._decades:
            self._decades.chosen.connect(self._pick_decade)
        self._years.chosen.connect(self._pick_year)
        self._months.chosen.connect(self._pick_month)

    def start(self) -> QWidget | None:
        """The decade, or the year where there are no decades."""
        return (self._decades or self._years).start()

    def _begin(self) -> Picked:
        """What was answered or half picked before; otherwise only a decade to look at."""
        noted = self._asking.shown(self._ask)
        if isinstance(noted, YearMonth):
            return Picked(noted.year // TEN * TEN, noted.year, noted.month)
        draft = self._asking.drafts.get(self._ask.id)
        if isinstance(draft, Picked):
            return draft
        start = self._ask.start or (self._first + self._last) // 2
        return Picked(start // TEN * TEN)

    def _row(self, name: str, cells: Sequence[Cell], columns: int) -> Cells:
        """The cells of one kind under what they are called."""
        desk = self._desk
        self._column.addWidget(Words(desk.t(f"calendar.{name}"), desk.theme, "supportBold", "inkSoft"))
        room, columns = room_for_answers(desk), min(columns, len(cells))
        found = Cells(cells, columns, desk.theme, desk.t(f"calendar.{name}"), room)
        self._column.addWidget(found)
        return found

    def _decade_cells(self) -> list[Cell]:
        t = self._desk.t
        return [Cell(str(one), t("calendar.decade-of", year=one)) for one in decades(self._first, self._last)]

    def _year_cells(self) -> list[Cell]:
        shown = decades(self._first, self._last) and self._picked.decade
        years = range(shown, shown + TEN) if shown else range(self._first, self._last + 1)
        return [Cell(str(one), str(one), usable=self._first <= one <= self._last) for one in years]

    def _month_cells(self) -> list[Cell]:
        t, year = self._desk.t, self._picked.year or self._first
        months = [YearMonth(year, month) for month in range(1, MONTHS_A_YEAR + 1)]
        return [Cell(str(one.month), t(f"month.{one.month}"), usable=one <= self._limit) for one in months]

    def _pick_decade(self, key: str) -> None:
        """Another decade: its years are shown, and none of them is picked yet."""
        if int(key) != self._picked.decade:
            self._pick(Picked(int(key), 0, self._picked.month))

    def _pick_year(self, key: str) -> None:
        self._pick(replace(self._picked, year=int(key)))

    def _pick_month(self, key: str) -> None:
        self._pick(replace(self._picked, month=int(key)))

    def _pick(self, picked: Picked) -> None:
        asking, ask = self._asking, self._ask
        if picked.year and picked.month and YearMonth(picked.year, picked.month) > self._limit:
            picked = replace(picked, month=0)
        self._picked = asking.drafts[ask.id] = picked
        self._show()
        if picked.year and picked.month:
            asking.choose(ask, YearMonth(picked.year, picked.month), whole=not self._corrects)
        else:
            asking.unchoose(ask)
        if self._unsure:
            self._unsure.show_chosen("")

    def _not_sure(self, _: str) -> None:
        """The answer "not sure" takes the place of a month."""
        self._picked = Picked(self._picked.decade)
        self._asking.drafts.pop(self._ask.id, None)
        self._show()

    def _show(self) -> None:
        picked = self._picked
        if self._decades:
            self._decades.show_chosen(str(picked.decade))
        self._years.show_cells(self._year_cells(), str(picked.year))
        self._months.show_cells(self._month_cells(), str(picked.month))
