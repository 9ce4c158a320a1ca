"""Answering with a list of costs on one page: choose a kind, type its amount; or type the total."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gigdesk.ui.models.ask import UNSURE, UNSURE_KEY, Ask
from gigdesk.ui.models.asking import Asking
from gigdesk.ui.models.costs import UNITS, CostList, unit_key
from gigdesk.ui.page import Desk
from gigdesk.ui.parts.amount_entry import amount_words
from gigdesk.ui.parts.entry import Entry
from gigdesk.ui.parts.layout import column_in
from gigdesk.ui.widgets import choice
from gigdesk.ui.widgets.choice_list import Answers, ChoiceList, Group
from gigdesk.ui.widgets.number_pad import AmountEntry
from gigdesk.ui.widgets.segments import Segment, Segments

COLUMNS, NARROW_COLUMNS = 4, 3


class CostsAnswer(Entry):
    """The field is that of the kind chosen; each kind shows what was typed for it."""

    def __init__(self, ask: Ask, asking: Asking, desk: Desk) -> None:
        self._ask, self._asking, self._desk = ask, asking, desk
        theme = desk.theme
        draft = asking.drafts.pop(ask.id, None)
        self._list = draft if isinstance(draft, CostList) else CostList(asking.shown(ask))
        self._units_at = QVBoxLayout()
        self._kinds = self._choices()
        below = QWidget()
        column = column_in(below, theme.px(12))
        column.addLayout(self._units_at)
        column.addWidget(self._kinds)
        words = amount_words(asking.short(ask), ask.unit, desk)
        self._amount = AmountEntry(words, theme, point=True, stacked=desk.upright, below=below)
        self.widget = self._amount
        self._units: Segments | None = None
        self._show_kind()
        self._amount.changed.connect(self._typed)
        self._kinds.chosen.connect(self._choose)
        if asking.shown(ask) is UNSURE:
            self._kinds.show_chosen(UNSURE_KEY)

    def start(self) -> QWidget | None:
        """The field."""
        return self._amount.field

    def commit(self) -> None:
        """Note the list or the total; where neither can be, say why and keep what was typed."""
        found, refusal = self._list.answer(self._desk.t)
        if found is not None:
            self._asking.answer(found)
        elif refusal:
            self._asking.drafts[self._ask.id] = self._list
            self._asking.refuse(refusal)

    def keep(self) -> None:
        """Note what can be noted; the rest stands there again when the page is drawn anew."""
        self._asking.drafts[self._ask.id] = self._list
        found, _ = self._list.answer(self._desk.t)
        if found is not None:
            self._asking.answer(found)

    def _choices(self) -> ChoiceList:
        desk, t = self._desk, self._desk.t
        options = tuple(choice.Option(kind, t(f"cost.{kind}"), hint=self._list.shown(kind, t)) for kind in UNITS)
        columns = NARROW_COLUMNS if desk.narrow else COLUMNS
        unsure = choice.Option(UNSURE_KEY, t("ask.unsure.short"))
        answers = Answers((Group((*options, unsure)),), columns=columns, close=True, rings=False)
        return ChoiceList(answers, desk.theme, self._asking.sign, self._asking.title(self._ask))

    def _show_kind(self) -> None:
        """The field and the units of the kind chosen."""
        desk, line = self._desk, self._list.line
        self._kinds.show_chosen(self._list.kind)
        if self._units:
            self._units_at.removeWidget(self._units)
            self._units.deleteLater()
        per = UNITS[self._list.kind]
        cells = [Segment(one, desk.t(f"per.{one}"), desk.t(f"per.{one}"), "noteBold") for one in per]
        self._units = Segments(cells, desk.theme, line.per, desk.t("ask.per"), height="least")
        self._units.chosen.connect(self._say_by)
        keeps = self._units.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)  # the kinds below stay where the finger is
        self._units.setSizePolicy(keeps)
        self._units_at.addWidget(self._units)
        if len(per) == 1:
            self._units.hide()
        for one, other in pairwise((self._amount.field, *self._units.cells, *self._kinds.choices)):
            QWidget.setTabOrder(one, other)
        self._amount.say_unit(desk.t(unit_key(self._list.kind, line.per)))
        self._amount.set_value(line.text)

    def _choose(self, kind: str) -> None:
        if kind == UNSURE_KEY:
            self._not_sure()
            return
        self._list.kind = kind
        self._show_kind()
        self._amount.field.setFocus()

    def _say_by(self, per: str) -> None:
        self._list.line.per = per
        self._amount.say_unit(self._desk.t(unit_key(self._list.kind, per)))
        self._tell()

    def _typed(self, amount: str) -> None:
        """An amount takes the place of "not sure"."""
        self._list.line.text = amount
        self._asking.hush()
        self._tell()
        if amount and self._asking.answers.get(self._ask.id) is UNSURE:
            del self._asking.answers[self._ask.id]
            self._kinds.show_chosen(self._list.kind)

    def _not_sure(self) -> None:
        """The answer "not sure" takes the place of all amounts."""
        self._list.clear()
        self._amount.set_value("")
        self._tell()
        self._asking.choose(self._ask, UNSURE)

    def _tell(self) -> None:
        """Show at each kind what was typed for it."""
        for one in self._kinds.choices:
            if one.option.key != UNSURE_KEY:
                one.say_hint(self._list.shown(one.option.key, self._desk.t))
