"""Where an import begins: the file, the tables found in it, and what was imported before."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from gigdesk.ui.models.importing import ImportingModel
from gigdesk.ui.models.importing_view import TableLine, found_lines, imported_lines
from gigdesk.ui.page import Desk
from gigdesk.ui.parts.files import choose_file
from gigdesk.ui.parts.importing.step import StepPage, button, soft
from gigdesk.ui.parts.layout import column_in, row_in, side_by_side
from gigdesk.ui.widgets.cards import Card
from gigdesk.ui.widgets.choice import Option
from gigdesk.ui.widgets.choice_list import Answers, ChoiceList, Group
from gigdesk.ui.widgets.notice import Notice
from gigdesk.ui.widgets.text import Align, Words


class StartStep(StepPage):
    """Choose a file, or remove what was imported."""

    def __init__(self, model: ImportingModel, desk: Desk) -> None:
        t = desk.t
        lines = imported_lines(model)
        super().__init__(model, desk, t("importing.title"), t("importing.hint"))
        self._model, self._desk = model, desk
        bring = Card(desk.theme, t("importing.bring"))
        self.start = button(t("importing.open"), desk, "primary usb", self._open, "importing-open")
        bring.add(soft(t("importing.bring.hint"), desk))
        bring.add(self.start, 16)
        holder = QWidget()
        side_by_side(holder, _imported(model, lines, desk), bring, desk)
        self.fill(holder)

    def _open(self) -> None:
        path = choose_file(self, self._desk.t("importing.open"), self._desk.t("importing.kinds"))
        if path:
            self._model.open(path)


def _imported(model: ImportingModel, lines: tuple[TableLine, ...], desk: Desk) -> Card:
    t = desk.t
    card = Card(desk.theme, t("importing.before"), t("importing.count", count=len(lines)) if lines else "")
    for line in lines:
        card.add_row(_imported_row(model, line, desk))
    if not lines:
        card.add(soft(t("importing.none"), desk, "body"), 8)
    return card


def _imported_row(model: ImportingModel, line: TableLine, desk: Desk) -> QWidget:
    holder = QWidget()
    across = row_in(holder, desk.theme.px(20))
    across.setContentsMargins(0, desk.theme.px(10), 0, desk.theme.px(10))
    words = QWidget()
    column = column_in(words, 0)
    column.addWidget(Words(line.title, desk.theme, "rowTitle"))
    column.addWidget(soft(line.detail, desk))
    column.addStretch(1)
    remove = button(desk.t("importing.remove"), desk, "tool", partial(model.ask_remove, line.key), f"remove-{line.key}")
    remove.setAccessibleName(desk.t("importing.remove-this", title=line.title))
    across.addWidget(words, 1)
    across.addWidget(remove, 0, Align.AlignVCenter)
    return holder


class TablesStep(StepPage):
    """Several tables in one file: which one?"""

    def __init__(self, model: ImportingModel, desk: Desk) -> None:
        t, lines = desk.t, found_lines(model)
        super().__init__(model, desk, t("importing.which"), t("importing.which.hint", count=len(lines)))
        options = tuple(Option(line.key, line.title, "columns", line.detail) for line in lines)
        shown = ChoiceList(Answers((Group(options),)), desk.theme, "data", t("importing.which"))
        shown.chosen.connect(lambda key: model.pick(int(key)))
        self.pick = shown.pick
        self.start = shown.start()
        self.fill(shown)


class BusyStep(StepPage):
    """While a file is read or checked."""

    def __init__(self, model: ImportingModel, desk: Desk) -> None:
        super().__init__(model, desk, desk.t("importing.busy"), desk.t("importing.busy.hint"))
        self.fill(Notice(desk.t("importing.busy.wait"), desk.theme, "info", "body"))


class RemoveStep(StepPage):
    """Asked once more before a table goes."""

    def __init__(self, model: ImportingModel, desk: Desk) -> None:
        t = desk.t
        line = next((one for one in imported_lines(model) if one.key == model.about), None)
        super().__init__(model, desk, t("importing.remove.sure"), t("importing.remove.hint"))
        card = Card(desk.theme)
        card.add(Words(line.title if line else model.about, desk.theme, "rowTitle"))
        card.add(soft(line.detail if line else "", desk), 4)
        self.fill(card)
