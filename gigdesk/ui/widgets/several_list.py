"""Answers of which any number is chosen; none of them and not sure stand last, and each stands alone."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Signal

from gigdesk.ui.theme import Theme
from gigdesk.ui.widgets.choice import Choice
from gigdesk.ui.widgets.choice_list import Answers, ChoiceList


class SeveralList(ChoiceList):
    """Arrow keys move, Space or a touch chooses and takes back; `changed` tells that `chosen_keys` are others."""

    several = True
    changed = Signal()

    def __init__(self, answers: Answers, theme: Theme, job: str, name: str, chosen: Collection[str] = ()) -> None:
        self._alone = {one.key for one in (answers.none, answers.unsure) if one is not None}
        super().__init__(answers, theme, job, name)
        self.show_chosen(*chosen)

    @property
    def chosen_keys(self) -> tuple[str, ...]:
        """The keys of what is chosen, in the order they are read."""
        return tuple(choice.option.key for choice in self.choices if choice.isChecked())

    def _tell(self, choice: Choice) -> None:
        if choice.isChecked():
            alone = choice.option.key in self._alone
            for other in self.choices:
                if other is not choice and (alone or other.option.key in self._alone):
                    other.setChecked(False)
        self.changed.emit()
