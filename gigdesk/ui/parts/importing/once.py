"""What is said once of a table: a list of it, and each thing on a page of its own."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QLineEdit

from gigdesk.services.wage_tables import said
from gigdesk.ui.models.importing import ImportingModel, Work
from gigdesk.ui.models.importing_steps import CHOICES, LONGEST
from gigdesk.ui.models.importing_view import choice_label, is_fixed, once
from gigdesk.ui.page import Desk
from gigdesk.ui.parts.importing.step import StepPage
from gigdesk.ui.parts.typing_row import TypingRow
from gigdesk.ui.widgets.cards import Card
from gigdesk.ui.widgets.choice import Option
from gigdesk.ui.widgets.choice_list import Answers, ChoiceList, Group
from gigdesk.ui.widgets.notice import Notice
from gigdesk.ui.widgets.rows import KeyValueRow, Value

LABEL_WIDTH, NARROW_LABEL_WIDTH = 360, 280
MANY = 5


class OnceStep(StepPage):
    """A row a thing; what is still to be said stands out."""

    def __init__(self, model: ImportingModel, work: Work, desk: Desk) -> None:
        t, theme = desk.t, desk.theme
        open_ = len(work.mapping.open())
        hint = t("importing.once.open", count=open_) if open_ else t("importing.once.hint")
        super().__init__(model, desk, t("importing.once"), hint)
        card = Card(theme)
        width = NARROW_LABEL_WIDTH if desk.narrow else LABEL_WIDTH
        for line in once(model, work):
            change = "" if is_fixed(work, line.name) else t("importing.say" if line.open else "review.change")
            row = KeyValueRow(Value(line.label, line.value, change, tone="ask" if line.open else "ink"), theme, width)
            row.setObjectName(f"say-{line.name}")
            if change:
                row.clicked.connect(partial(model.say, line.name))
            if line.open and self.start is None:
                self.start = row
            card.add_row(row)
        year = said.year_said(work.proposal, t)
        notices = [Notice(year, theme, "info", "support")] if year and work.mapping.period else []
        self.fill(*notices, card)


class SayStep(StepPage):
    """One thing: a choice, or a line to write. `write` takes what stands in the line."""

    def __init__(self, model: ImportingModel, work: Work, desk: Desk) -> None:
        t, name = desk.t, model.about
        title = t(f"wage-table.once.{name}")
        super().__init__(model, desk, title, t(f"importing.say.{name}"))
        self._model = model
        value = getattr(work.mapping, name)
        self.line: QLineEdit | None = None
        if name in CHOICES:
            self._choose(name, str(value), desk)
        else:
            self._write(title, model.typed or str(value), desk)

    def write(self) -> None:
        """Take what stands in the line."""
        if self.line is not None:
            self._model.said(self.line.text())

    def _choose(self, name: str, value: str, desk: Desk) -> None:
        options = tuple(Option(key, choice_label(name, key, desk.t)) for key in CHOICES[name])
        columns = 2 if len(options) > MANY and not desk.narrow else 1
        shown = ChoiceList(
            Answers((Group(options),), chosen=value, columns=columns),
            desk.theme,
            "data",
            desk.t(f"wage-table.once.{name}"),
        )
        shown.chosen.connect(self._model.said)
        self.pick = shown.pick
        self.start = shown.start()
        self.fill(shown)

    def _write(self, title: str, value: str, desk: Desk) -> None:
        self.line = QLineEdit(value)
        self.line.setMaxLength(LONGEST)
        self.line.setAccessibleName(title)
        self.line.setMinimumHeight(desk.theme.size("choice"))
        self.line.setObjectName("say-line")
        self.start = self.line
        self.fill(TypingRow(self.line, desk))
