"""How each kind of question is answered: by choosing, by an amount, by a month or a day, by finding an occupation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from gigdesk.domain.money import YearMonth
from gigdesk.ui.models.asking import UNSURE, UNSURE_KEY, Ask, Asking, Option
from gigdesk.ui.page import Desk
from gigdesk.ui.parts.layout import column_in
from gigdesk.ui.widgets import choice, choice_list
from gigdesk.ui.widgets.choice_list import ChoiceList, Group
from gigdesk.ui.widgets.number_pad import AmountEntry, AmountWords
from gigdesk.ui.widgets.stepper import Stepper, StepperWords
from gigdesk.ui.widgets.text import Words

Search = Callable[[str], Sequence[Option]]


class Entry:
    """A way to answer. What is chosen is noted at once; `commit` notes the rest before going on."""

    widget: QWidget

    def commit(self) -> None:
        """Note what stands there; a choice already is."""

    def start(self) -> QWidget | None:
        """What takes the keyboard when the question appears."""
        return self.widget

    def pick(self, number: int) -> None:
        """Choose the answer of a number, where the answers are choices."""


def entry_for(ask: Ask, asking: Asking, desk: Desk, search: Search | None) -> Entry:
    """The entry that fits a question."""
    if ask.kind == "amount":
        return AmountAnswer(ask, asking, desk)
    if ask.kind in ("month", "day"):
        return DateAnswer(ask, asking, desk)
    if ask.kind == "occupation" and search:
        return OccupationAnswer(ask, asking, desk, search)
    return ChoiceAnswer(ask, asking, desk)


class ChoiceAnswer(Entry):
    """One of some choices."""

    def __init__(self, ask: Ask, asking: Asking, desk: Desk) -> None:
        self._list = choices(ask, asking, desk, ask.options)
        self.widget = self._list

    def start(self) -> QWidget | None:
        """The answer chosen before, or the first."""
        return self._list.start()

    def pick(self, number: int) -> None:
        """Choose."""
        self._list.pick(number)


class AmountAnswer(Entry):
    """An amount with a pad; not knowing it is a choice below."""

    def __init__(self, ask: Ask, asking: Asking, desk: Desk) -> None:
        t, self._asking, self._ask = desk.t, asking, ask
        words = AmountWords(asking.short(ask), t(f"unit.{ask.unit}"), t("ask.backspace"), _spelled(desk))
        self._amount = AmountEntry(words, desk.theme, point=ask.decimals, stacked=desk.narrow)
        self.widget = QWidget()
        column = column_in(self.widget, desk.theme.px(20))
        column.addWidget(self._amount)
        self._unsure = choices(ask, asking, desk, ()) if ask.unsure else None
        if self._unsure:
            column.addWidget(self._unsure)
        noted = asking.answers.get(ask.id)
        self._amount.set_value(f"{noted:f}" if isinstance(noted, Decimal) else asking.refused)
        self._amount.changed.connect(self._typed)
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

    def _not_sure(self, _: str) -> None:
        """The answer "not sure" takes the place of an amount."""
        self._amount.set_value("")

    def _typed(self, amount: str) -> None:
        """An amount takes the place of "not sure"."""
        self._asking.hush()
        if not amount:
            return
        if self._asking.answers.get(self._ask.id) is UNSURE:
            del self._asking.answers[self._ask.id]
        if self._unsure:
            self._unsure.show_chosen("")


class DateAnswer(Entry):
    """A month or a day by steppers; what they show is the answer."""

    def __init__(self, ask: Ask, asking: Asking, desk: Desk) -> None:
        self._asking, self._ask, t = asking, ask, desk.t
        noted = asking.answers.get(ask.id)
        shown = _parts(noted) if noted else _start(ask, desk)
        first, last = (ask.low, ask.high) if ask.low else (desk.session.today().year - 5, desk.session.today().year)
        bounds = {"year": (first, last), "month": (1, 12), "day": (1, 31)}
        names = ("year", "month") if ask.kind == "month" else ("year", "month", "day")
        self._steppers = {name: Stepper(_words(name, desk), desk.theme, *bounds[name], shown[name]) for name in names}
        self.widget = QWidget()
        across = QVBoxLayout(self.widget) if desk.narrow else QHBoxLayout(self.widget)
        across.setContentsMargins(0, desk.theme.px(24), 0, 0)
        across.setSpacing(desk.theme.px(40))
        for name, stepper in self._steppers.items():
            column = QVBoxLayout()
            column.addWidget(Words(t(f"ask.{name}"), desk.theme, "supportBold", "inkSoft"))
            column.addWidget(stepper)
            stepper.changed.connect(lambda _: asking.hush())
            column.addStretch(1)
            across.addLayout(column)
        across.addStretch(1)

    def start(self) -> QWidget | None:
        """The year."""
        return self._steppers["year"]

    def commit(self) -> None:
        """Note the month or the day; one that the calendar does not have, or that lies ahead, is said."""
        found = {name: stepper.value for name, stepper in self._steppers.items()}
        if self._ask.kind == "month":
            self._asking.answer(YearMonth(found["year"], found["month"]))
            return
        self._asking.enter_day(found["year"], found["month"], found["day"])


class OccupationAnswer(Entry):
    """An occupation by a word, or one of the common ones."""

    def __init__(self, ask: Ask, asking: Asking, desk: Desk, search: Search) -> None:
        self._ask, self._asking, self._desk, self._search = ask, asking, desk, search
        self.widget = QWidget()
        self._column = column_in(self.widget, desk.theme.px(20))
        self.word = QLineEdit()
        self.word.setProperty("role", "search")
        self.word.setAccessibleName(asking.title(ask))
        self.word.setPlaceholderText(desk.t("ask.search"))
        self.word.setMinimumHeight(desk.theme.size("choice"))
        self._column.addWidget(self.word)
        below = QShortcut(QKeySequence(Qt.Key.Key_Down), self.word, context=Qt.ShortcutContext.WidgetShortcut)
        below.activated.connect(self._to_list)
        self._list: QWidget = choices(ask, asking, desk, self._known())
        self._column.addWidget(self._list)
        self._wait = QTimer(self.widget)
        self._wait.setSingleShot(True)
        self._wait.timeout.connect(self._find)
        self.word.textChanged.connect(self._ask_later)

    def start(self) -> QWidget | None:
        """The field for a word."""
        return self.word

    def pick(self, number: int) -> None:
        """Choose."""
        if isinstance(self._list, ChoiceList):
            self._list.pick(number)

    def _to_list(self) -> None:
        first = self._list.start() if isinstance(self._list, ChoiceList) else None
        if first:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _known(self) -> Sequence[Option]:
        """The common ones, and what was chosen before if it is none of them."""
        noted = self._asking.answers.get(self._ask.id)
        if noted is None or any(option.key == noted for option in self._ask.options):
            return self._ask.options
        return [*self._search(str(noted))[:1], *self._ask.options]

    def _ask_later(self, _: str) -> None:
        """Once the event is over: a keystroke is shown before anything is searched."""
        self._asking.hush()
        self._wait.start(0)

    def _find(self) -> None:
        word = self.word.text()
        found = self._search(word) if word.strip() else self._known()
        new = choices(self._ask, self._asking, self._desk, found) if found else self._nothing(word)
        self._column.replaceWidget(self._list, new)
        self._list.deleteLater()
        self._list = new

    def _nothing(self, word: str) -> QWidget:
        return Words(self._desk.t("cli.nothing-found", word=word), self._desk.theme, "body", "inkSoft")


def choices(ask: Ask, asking: Asking, desk: Desk, options: Sequence[Option]) -> ChoiceList:
    """The choices of a question; choosing notes the answer and tells the bar below."""
    groups = _groups(ask, asking, options)
    unsure = choice.Option(UNSURE_KEY, desk.t("ask.unsure"), "help", desk.t("ask.unsure.hint")) if ask.unsure else None
    noted = asking.answers.get(ask.id)
    chosen = UNSURE_KEY if noted is UNSURE else str(noted or "")
    columns = min(ask.columns, 2) if desk.narrow else ask.columns
    answers = choice_list.Answers(groups, unsure, chosen, columns, stacked=desk.narrow and ask.grouped)
    shown = ChoiceList(answers, desk.theme, asking.job, asking.title(ask))
    shown.chosen.connect(lambda key: asking.choose(ask, UNSURE if key == UNSURE_KEY else key))
    return shown


def _groups(ask: Ask, asking: Asking, options: Sequence[Option]) -> tuple[Group, ...]:
    shown = [
        (
            option.group,
            choice.Option(option.key, asking.label(ask, option.key) if not option.label else option.label, option.icon),
        )
        for option in options
    ]
    if not ask.grouped:
        return (Group(tuple(one for _, one in shown)),)
    numbers = sorted({group for group, _ in shown})
    return tuple(
        Group(
            tuple(one for group, one in shown if group == number), asking.t(f"ask.{asking.job}.{ask.id}.group.{number}")
        )
        for number in numbers
    )


def _words(name: str, desk: Desk) -> StepperWords:
    t = desk.t
    return StepperWords(
        t(f"ask.{name}"), t(f"ask.{name}.minus"), t(f"ask.{name}.plus"), t("ask.at-low"), t("ask.at-high"),
        lambda value: t(f"ask.{name}.shown", value=value),
    )  # fmt: skip


def _start(ask: Ask, desk: Desk) -> dict[str, int]:
    today = desk.session.today()
    year = (ask.low + ask.high) // 2 if ask.low else today.year
    return {"year": year, "month": today.month, "day": today.day}


def _parts(noted: object) -> dict[str, int]:
    if isinstance(noted, YearMonth):
        return {"year": noted.year, "month": noted.month, "day": 1}
    if isinstance(noted, date):
        return {"year": noted.year, "month": noted.month, "day": noted.day}
    raise TypeError("neither a month nor a day")


def _spelled(desk: Desk) -> Callable[[str], str]:
    """Large amounts again in units of 10,000, so that a zero too many is seen."""

    def spelled(amount: str) -> str:
        found = Decimal(amount)
        return desk.t("ask.in-wan", amount=f"{(found / 10_000).normalize():f}") if found >= 10_000 else ""  # noqa: PLR2004

    return spelled
