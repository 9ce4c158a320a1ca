"""Answering with a month or a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gigdesk.domain.money import YearMonth
from gigdesk.services import words
from gigdesk.ui.models.ask import UNSURE, Ask
from gigdesk.ui.models.asking import Asking
from gigdesk.ui.page import Desk
from gigdesk.ui.parts.entry import Entry, choices
from gigdesk.ui.parts.layout import column_in
from gigdesk.ui.widgets.stepper import Stepper, StepperWords
from gigdesk.ui.widgets.text import Words


class DateAnswer(Entry):
    """A month or a day by steppers. What nobody set is asked back once before it is taken."""

    def __init__(self, ask: Ask, asking: Asking, desk: Desk) -> None:
        self._asking, self._ask, t = asking, ask, desk.t
        noted = asking.shown(ask)
        self._set = isinstance(noted, YearMonth | date)
        shown = _parts(noted) if self._set else _start(ask, desk)
        this_year = desk.session.today().year
        first, last = (int(ask.low), int(ask.high)) if ask.low else (this_year - 5, this_year)
        bounds = {"year": (first, last), "month": (1, 12), "day": (1, 31)}
        names = ("year", "month") if ask.kind == "month" else ("year", "month", "day")
        self._steppers = {
            name: Stepper(stepper_words(name, desk), desk.theme, *bounds[name], shown[name]) for name in names
        }
        self.widget = QWidget()
        down = column_in(self.widget, desk.theme.px(28))
        across = QVBoxLayout() if desk.narrow else QHBoxLayout()
        across.setContentsMargins(0, desk.theme.px(24), 0, 0)
        down.addLayout(across)
        self._unsure = choices(ask, asking, desk, ()) if ask.unsure else None
        if self._unsure:
            self._unsure.chosen.connect(self._not_sure)
            down.addWidget(self._unsure)
        across.setSpacing(desk.theme.px(40))
        for name, stepper in self._steppers.items():
            column = QVBoxLayout()
            column.addWidget(Words(t(f"ask.{name}"), desk.theme, "supportBold", "inkSoft"))
            column.addWidget(stepper)
            stepper.changed.connect(self._stepped)
            column.addStretch(1)
            across.addLayout(column)
        across.addStretch(1)

    def start(self) -> QWidget | None:
        """The year."""
        return self._steppers["year"]

    def keep(self) -> None:
        """A date that nobody set is nobody's answer yet."""
        if self._set:
            self.commit()

    def commit(self) -> None:
        """Note the month or the day; one that the calendar does not have, or that lies ahead, is said."""
        if self._asking.answers.get(self._ask.id) is UNSURE:
            return
        found = {name: stepper.value for name, stepper in self._steppers.items()}
        month = YearMonth(found["year"], found["month"])
        if not self._set and self._asking.unset(self._told(found, month)):
            return
        if self._ask.kind == "month":
            self._asking.enter_month(month.year, month.month)
        else:
            self._asking.enter_day(found["year"], found["month"], found["day"])

    def _told(self, found: Mapping[str, int], month: YearMonth) -> str:
        t = self._asking.t
        return (
            words.month(month, t) if "day" not in found else words.day(date(month.year, month.month, found["day"]), t)
        )

    def _stepped(self, _: int) -> None:
        self._set = True
        self._asking.hush()
        if self._asking.answers.get(self._ask.id) is UNSURE:
            del self._asking.answers[self._ask.id]
        if self._unsure:
            self._unsure.show_chosen("")

    def _not_sure(self, _: str) -> None:
        self._set = True


def stepper_words(name: str, desk: Desk) -> StepperWords:
    """The words of a stepper for a year, a month or a day."""
    t = desk.t
    return StepperWords(
        t(f"ask.{name}"), t(f"ask.{name}.minus"), t(f"ask.{name}.plus"), t("ask.at-low"), t("ask.at-high"),
        lambda value: t(f"ask.{name}.shown", value=value),
    )  # fmt: skip


def _start(ask: Ask, desk: Desk) -> dict[str, int]:
    today = desk.session.today()
    year = ask.start or ((ask.low + ask.high) // 2 if ask.low else today.year)
    return {"year": int(year), "month": today.month, "day": today.day}


def _parts(noted: object) -> dict[str, int]:
    if isinstance(noted, YearMonth):
        return {"year": noted.year, "month": noted.month, "day": 1}
    if isinstance(noted, date):
        return {"year": noted.year, "month": noted.month, "day": noted.day}
    raise TypeError("neither a month nor a day")
