"""What stands in the rows of a card: a reason, a step, a value."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gigdesk.ui.theme import Sign, Theme
from gigdesk.ui.widgets.buttons import LinkButton
from gigdesk.ui.widgets.chip import Chip
from gigdesk.ui.widgets.row import Disc, Icon, Row
from gigdesk.ui.widgets.text import Align, Words

_BESIDE_LABEL = 10


@dataclass(frozen=True)
class Reason:
    """A condition and how it stands: `met`, `not_met`, `unknown` or `check`; `**` marks what matters."""

    state: str
    text: str
    source: str = ""
    status: str = "official"


class ReasonRow(Row):
    """A reason with the chip of its source; a press opens the rule in words."""

    def __init__(self, reason: Reason, theme: Theme, *, pressable: bool = True) -> None:
        super().__init__(theme, reason.text.replace("**", ""), reason.source, pressable=pressable)
        self.setMinimumHeight(theme.size("reasonRow"))
        self.add(Disc(theme, theme.sign("reasons", reason.state)))
        self.add(Words(reason.text, theme), 1)
        if reason.source:
            self.add(Chip(reason.source, theme, reason.status))


@dataclass(frozen=True)
class Step:
    """What to do and by when: `due` the day, `left` the days left; `soon` adds a clock, `passed` a sign of warning."""

    number: int
    title: str
    detail: str
    due: str
    left: str
    soon: bool = False
    passed: bool = False

    @property
    def stands_out(self) -> bool:
        """Whether its day is near, or over."""
        return self.soon or self.passed


class StepRow(Row):
    """A step, its number in a disc, its day at the right."""

    def __init__(self, step: Step, theme: Theme) -> None:
        super().__init__(
            theme, f"{step.number}. {step.title}", f"{step.detail} {step.due} {step.left}", pressable=False
        )
        title = Words(step.title, theme, "rowTitle")
        detail = Words(step.detail, theme, "support", "inkSoft")
        due = Words(step.due, theme, "rowTitle", "ask" if step.stands_out else "ink", Align.AlignRight)
        left = Words(step.left, theme, "supportBold" if step.stands_out else "support", "inkSoft", Align.AlignRight)
        held = QWidget()
        inside = QHBoxLayout(held)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme.px(20))
        inside.addWidget(Disc(theme, Sign("onPrimary", "primary", ""), str(step.number)), 0, Align.AlignTop)
        inside.addLayout(_pair(title, detail), 1)
        if step.stands_out:
            inside.addWidget(Icon(theme, "warn" if step.passed else "clock", "ask"), 0, Align.AlignTop)
        inside.addLayout(_pair(due, left))
        self.add(held, 1)


@dataclass(frozen=True)
class Value:
    """A label and its value; `change` is the word of the link that goes back to the question."""

    label: str
    value: str
    change: str = ""
    strong: bool = False
    tone: str = "ink"


class KeyValueRow(Row):
    """A label and, right-aligned, its figure.

    With `label_width` the value stands beside the label instead; where it is `below`, under the label.
    """

    def __init__(self, value: Value, theme: Theme, label_width: int = 0, *, below: bool = False) -> None:
        super().__init__(theme, f"{value.label} {value.value}", value.change, pressable=bool(value.change))
        if below:
            held = QWidget()
            label = Words(value.label, theme, "support", "inkSoft")
            held.setLayout(_pair(label, Words(value.value, theme, "noteBold", value.tone)))
            self.add(held, 1)
        elif label_width:
            label = Words(value.label, theme, "support", "inkSoft")
            gap = theme.edge(_BESIDE_LABEL)
            label.setFixedWidth(theme.px(label_width) - gap)
            self.line.setSpacing(gap)
            self.add(label)
            self.add(Words(value.value, theme, "noteBold", value.tone), 1)
        else:
            self.add(Words(value.label, theme, "noteBold" if value.strong else "note"), 1)
            kind = "rowTitle" if value.strong else "note"
            self.add(Words(value.value, theme, kind, value.tone, Align.AlignRight))
        if value.change:
            self.add(LinkButton(value.change, theme, inline=True))


def _pair(first: QWidget, second: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(first)
    column.addWidget(second)
    column.addStretch(1)
    return column


__all__ = ["Icon", "KeyValueRow", "Reason", "ReasonRow", "Step", "StepRow", "Value"]
