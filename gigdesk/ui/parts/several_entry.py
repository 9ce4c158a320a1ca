"""Answering with several choices, none of them, or not sure."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gigdesk.ui.models.ask import NONE_KEY, UNSURE, UNSURE_KEY, Ask
from gigdesk.ui.models.asking import Asking
from gigdesk.ui.page import Desk
from gigdesk.ui.parts.entry import Entry, groups_of, not_sure
from gigdesk.ui.widgets import choice, choice_list
from gigdesk.ui.widgets.several_list import SeveralList


class SeveralAnswer(Entry):
    """Any number of some choices. What is chosen is noted at once."""

    def __init__(self, ask: Ask, asking: Asking, desk: Desk) -> None:
        self._ask, self._asking = ask, asking
        none = choice.Option(NONE_KEY, desk.t("ask.none"), "minus")
        columns = min(ask.columns, 1 if desk.tight else 2) if desk.narrow else ask.columns
        groups = groups_of(ask, asking, ask.options)
        answers = choice_list.Answers(groups, not_sure(ask, desk), columns=columns, none=none)
        self._list = SeveralList(answers, desk.theme, asking.job, asking.title(ask), _keys(asking.shown(ask)))
        self._list.changed.connect(self._note)
        self.widget = self._list

    def start(self) -> QWidget | None:
        """The first answer chosen before, or the first of all."""
        return self._list.start()

    def pick(self, number: int) -> None:
        """Choose, or take back."""
        self._list.pick(number)

    def _note(self) -> None:
        keys = self._list.chosen_keys
        if not keys:
            self._asking.unchoose(self._ask)
        elif UNSURE_KEY in keys:
            self._asking.choose(self._ask, UNSURE)
        else:
            self._asking.choose(self._ask, () if NONE_KEY in keys else keys)


def _keys(shown: object) -> tuple[str, ...]:
    if shown is UNSURE:
        return (UNSURE_KEY,)
    if not isinstance(shown, tuple):
        return ()
    return shown or (NONE_KEY,)
