"""Answering with an amount, typed or picked, by a unit of time; not knowing it is a choice below."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtWidgets import QWidget

from gigdesk.services.spelled import spelled
from gigdesk.services.words import YEARS_OR_MONTHS
from gigdesk.ui.models.ask import UNSURE, Ask, Per
from gigdesk.ui.models.asking import Asking
from gigdesk.ui.page import Desk
from gigdesk.ui.parts.entry import Entry, choices
from gigdesk.ui.parts.layout import column_in
from gigdesk.ui.widgets import choice
from gigdesk.ui.widgets.choice_list import Answers, ChoiceList, Group
from gigdesk.ui.widgets.number_pad import AmountEntry, AmountWords
from gigdesk.ui.widgets.segments import Segment, Segments

LENGTHS = ("months", "years", YEARS_OR_MONTHS)


class AmountAnswer(Entry):
    """An amount with a pad, beside it those to pick where the question has some; not knowing it is a choice below."""

    def __init__(self, ask: Ask, asking: Asking, desk: Desk) -> None:
        t, self._asking, self._ask = desk.t, asking, ask
        words = amount_words(asking.short(ask), ask.unit, desk)
        self._picks = _picks(ask, asking, desk) if ask.options else None
        below = self._units(desk) if ask.units else self._picks
        self._amount = AmountEntry(words, desk.theme, point=ask.decimals, stacked=desk.upright, below=below)
        self.widget = QWidget()
        column = column_in(self.widget, desk.theme.px(20))
        column.addWidget(self._amount)
        self._unsure = choices(ask, asking, desk, ()) if ask.unsure else None
        if self._unsure:
            column.addWidget(self._unsure)
        noted = asking.shown(ask)
        amount = noted.amount if isinstance(noted, Per) else noted
        self._amount.set_value(f"{amount:f}" if isinstance(amount, Decimal) else asking.refused)
        self._amount.changed.connect(self._typed)
        self._show_pick(self._amount.value())
        self._amount.say_unit(t(unit_key(ask, asking)))
        if self._picks:
            self._picks.chosen.connect(self._amount.set_value)
        if self._unsure:
            self._unsure.chosen.connect(self._not_sure)

    def start(self) -> QWidget | None:
        """The field."""
        return self._amount.field

    def commit(self) -> None:
        """Note the amount; an empty field leaves "not sure" as it is."""
        typed = self._amount.value()
        if typed:
            self._asking.enter(typed)

    def _units(self, desk: Desk) -> Segments:
        """The units that the amount may be said by."""
        ask, asking, t = self._ask, self._asking, desk.t
        cells = [Segment(one.per, t(f"per.{one.per}"), t(f"per.{one.per}"), "noteBold") for one in ask.units]
        bound = asking.bound(ask)
        units = Segments(cells, desk.theme, bound.per if bound else "", t("ask.per"), height="least")
        units.chosen.connect(lambda per: self._say_by(per, desk))
        return units

    def _say_by(self, per: str, desk: Desk) -> None:
        self._asking.say_by(self._ask, per)
        self._amount.say_unit(desk.t(unit_key(self._ask, self._asking)))

    def _not_sure(self, _: str) -> None:
        """The answer "not sure" takes the place of an amount."""
        self._amount.set_value("")

    def _typed(self, amount: str) -> None:
        """An amount takes the place of "not sure"."""
        self._asking.hush()
        self._show_pick(amount)
        if not amount:
            return
        if self._asking.answers.get(self._ask.id) is UNSURE:
            del self._asking.answers[self._ask.id]
        if self._unsure:
            self._unsure.show_chosen("")

    def _show_pick(self, amount: str) -> None:
        if self._picks:
            self._picks.show_chosen(amount)


def amount_words(name: str, unit: str, desk: Desk) -> AmountWords:
    """The words around an amount of a unit: each large one is said in words."""
    t = desk.t
    length = unit if unit in LENGTHS else ""
    return AmountWords(
        name, t(f"unit.{unit}"), t("ask.backspace"), lambda amount: spelled(Decimal(amount), unit, t), length
    )


def unit_key(ask: Ask, asking: Asking) -> str:
    """The key of the unit behind the figure."""
    bound = asking.bound(ask)
    return f"unit.{ask.unit}/{bound.per}" if bound else f"unit.{ask.unit}"


def _picks(ask: Ask, asking: Asking, desk: Desk) -> ChoiceList:
    group = Group(tuple(choice.Option(option.key, option.label) for option in ask.options))
    columns = min(ask.columns, 2 if desk.tight else 3) if desk.narrow else ask.columns
    return ChoiceList(Answers((group,), columns=columns, close=True), desk.theme, asking.sign, asking.short(ask))
