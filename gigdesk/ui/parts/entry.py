"""A way to answer a question, and the choices that most of them end with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from gigdesk.ui.models.ask import UNSURE, UNSURE_KEY, Ask, Option
from gigdesk.ui.models.asking import Asking
from gigdesk.ui.page import Desk
from gigdesk.ui.parts.layout import room_for_answers
from gigdesk.ui.widgets import choice, choice_list
from gigdesk.ui.widgets.choice_list import ChoiceList, Group


class Entry:
    """A way to answer. What is chosen is noted at once; `commit` notes the rest before going on."""

    widget: QWidget

    def commit(self) -> None:
        """Note what stands there; a choice already is."""

    def keep(self) -> None:
        """Note what stands there before the page is drawn anew."""
        self.commit()

    def start(self) -> QWidget | None:
        """What takes the keyboard when the question appears."""
        return self.widget

    def pick(self, number: int) -> None:
        """Choose the answer of a number, where the answers are choices."""


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


def choices(ask: Ask, asking: Asking, desk: Desk, options: Sequence[Option], taken: int = 0) -> ChoiceList:
    """The choices of a question; choosing notes the answer and tells the bar below.

    They stand in fewer columns where there is no room for theirs; `taken` are the pixels beside them.
    """
    groups = groups_of(ask, asking, options)
    unsure = not_sure(ask, desk)
    noted = asking.shown(ask)
    chosen = UNSURE_KEY if noted is UNSURE else str(noted or "")
    columns = min(ask.columns, 1 if desk.tight else 2) if desk.narrow else ask.columns
    answers = choice_list.Answers(groups, unsure, chosen, columns, stacked=desk.narrow and ask.grouped)
    shown = ChoiceList(answers, desk.theme, asking.sign, asking.title(ask))
    while answers.columns > 1 and shown.minimumSizeHint().width() > room_for_answers(desk) - taken:
        answers = replace(answers, columns=answers.columns - 1)
        shown = ChoiceList(answers, desk.theme, asking.sign, asking.title(ask))
    shown.chosen.connect(lambda key: asking.choose(ask, UNSURE if key == UNSURE_KEY else key))
    return shown


def swap(column: QBoxLayout, old: ChoiceList, new: ChoiceList) -> ChoiceList:
    """Put other choices into the place of those that stand in a column, for Tab too."""
    before = _stop_before(old)
    column.replaceWidget(old, new)
    for one, other in pairwise((before, *new.choices)):
        QWidget.setTabOrder(one, other)
    new.show()
    old.hide()  # it is drawn until it is deleted
    old.deleteLater()
    return new


def _stop_before(widget: QWidget) -> QWidget:
    """Where Tab stops before it comes into a widget; Qt puts nothing behind what takes no focus."""
    at = widget.previousInFocusChain()
    while at and at is not widget and (at.focusPolicy() == Qt.FocusPolicy.NoFocus or widget.isAncestorOf(at)):
        at = at.previousInFocusChain()
    return at or widget


def not_sure(ask: Ask, desk: Desk) -> choice.Option | None:
    """The answer "not sure", where it is one."""
    return choice.Option(UNSURE_KEY, desk.t("ask.unsure"), "help", desk.t("ask.unsure.hint")) if ask.unsure else None


def groups_of(ask: Ask, asking: Asking, options: Sequence[Option]) -> tuple[Group, ...]:
    """The choices as the list shows them, in one group or several."""
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
            tuple(one for group, one in shown if group == number),
            asking.t(f"ask.{asking.job}.{ask.texts}.group.{number}"),
        )
        for number in numbers
    )
