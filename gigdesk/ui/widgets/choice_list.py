"""Answers of which one is chosen: a column, several columns, or columns along a route; not sure stands last."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from gigdesk.ui.theme import Theme
from gigdesk.ui.widgets.body import scroll_to
from gigdesk.ui.widgets.choice import Choice, Option
from gigdesk.ui.widgets.painted import Painted
from gigdesk.ui.widgets.shapes import disc, dots
from gigdesk.ui.widgets.text import TextBlock

_NUMBER = 36
_GUTTER = 32


@dataclass(frozen=True)
class Group:
    """Answers that belong together, with a heading if there are several groups."""

    options: tuple[Option, ...]
    title: str = ""


@dataclass(frozen=True)
class Answers:
    """What can be answered: one untitled group in `columns`, or a column a group; `stacked` where it is narrow.

    `none` of them and not sure stand last, in a row of their own. Short answers may stand `close` together, like keys,
    and without `rings`, where one of them is only looked at.
    """

    groups: tuple[Group, ...]
    unsure: Option | None = None
    chosen: str = ""
    columns: int = 1
    none: Option | None = None
    stacked: bool = field(default=False, kw_only=True)
    close: bool = field(default=False, kw_only=True)
    rings: bool = field(default=True, kw_only=True)


class ChoiceList(QWidget):
    """Arrow keys move, Space or a touch chooses; `chosen` carries the key of the answer."""

    several = False
    chosen = Signal(str)

    def __init__(self, answers: Answers, theme: Theme, job: str, name: str) -> None:
        super().__init__()
        self._theme, self._rings = theme, answers.rings
        self._columns: list[list[Choice]] = []
        self._group = QButtonGroup(self)
        self.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("stack"))
        if any(group.options for group in answers.groups):
            column.addLayout(self._grid(answers, job))
        if answers.none or answers.unsure:
            column.addLayout(self._last(answers))
        self.show_chosen(answers.chosen)
        self._group.buttonClicked.connect(self._tell)

    @property
    def choices(self) -> list[Choice]:
        """All answers in the order they are read."""
        return [choice for column in self._columns for choice in column]

    def show_chosen(self, *keys: str) -> None:
        """Mark answers as chosen without telling so; an empty key marks none."""
        self._group.setExclusive(False)
        for choice in self.choices:
            choice.setChecked(choice.option.key in keys)
        self._group.setExclusive(not self.several)

    def start(self) -> Choice | None:
        """Where the keyboard begins: at what is chosen, or at the first answer."""
        return next((choice for choice in self.choices if choice.isChecked()), next(iter(self.choices), None))

    def pick(self, number: int) -> None:
        """Choose the answer of a number, counted from 1 as they are read; one that there is not is let be."""
        if number <= len(self.choices):
            choice = self.choices[number - 1]
            _lead_to(choice)
            choice.click()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Move by arrows; all other keys belong to the answer or the page."""
        at = next((choice for choice in self.choices if choice.hasFocus()), None)
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        sides = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key = Qt.Key(event.key())
        if at is None or key not in steps | sides:
            super().keyPressEvent(event)
            return
        target = self._beside(at, sides[key]) if key in sides else self._after(at, steps[key])
        _lead_to(target)

    def _after(self, at: Choice, step: int) -> Choice:
        """The next answer as it is read, from the last one back to the first."""
        order = self.choices
        return order[(order.index(at) + step) % len(order)]

    def _beside(self, at: Choice, step: int) -> Choice:
        """The answer at the same height in the next column."""
        place = next(index for index, column in enumerate(self._columns) if at in column)
        column = self._columns[min(max(place + step, 0), len(self._columns) - 1)]
        return column[min(self._columns[place].index(at), len(column) - 1)]

    def _grid(self, answers: Answers, job: str) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(self._theme.size("choiceGap") if answers.close else self._theme.px(_GUTTER))
        grid.setVerticalSpacing(self._theme.size("choiceGap"))
        groups = answers.groups
        if len(groups) == 1 and not groups[0].title:
            groups = _split(groups[0], answers.columns)
        row = 0
        for index, group in enumerate(groups):
            at = 0 if answers.stacked else index
            row = row if answers.stacked else 0
            if group.title:
                heading = _Heading(index + 1, group.title, self._theme, job)
                heading.leads_on = index < len(groups) - 1 and not answers.stacked
                grid.addWidget(heading, row, at)
                row += 1
            self._columns.append([self._choice(option) for option in group.options])
            for choice in self._columns[-1]:
                grid.addWidget(choice, row, at)
                row += 1
            grid.setColumnStretch(at, 1)
        return grid

    def _last(self, answers: Answers) -> QBoxLayout:
        """None of them, and not sure: beside one another where there is room."""
        row: QBoxLayout = QVBoxLayout() if answers.stacked else QHBoxLayout()
        row.setSpacing(self._theme.size("choiceGap") if answers.stacked else self._theme.px(_GUTTER))
        for option in (answers.none, answers.unsure):
            if option is not None:
                self._columns.append([self._choice(option, unsure=option is answers.unsure)])
                row.addWidget(self._columns[-1][0], 1)
        return row

    def _choice(self, option: Option, *, unsure: bool = False) -> Choice:
        choice = Choice(option, self._theme, unsure=unsure, several=self.several, ring=self._rings)
        self._group.addButton(choice)
        return choice

    def _tell(self, choice: Choice) -> None:
        self.chosen.emit(choice.option.key)


class _Heading(Painted):
    """The number and name of a group, and the route that leads on to the next."""

    def __init__(self, number: int, title: str, theme: Theme, job: str) -> None:
        super().__init__(theme, f"{number} {title}")
        self.leads_on = False
        self._number, self._title, self._sign = str(number), title, theme.sign("jobs", job)

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        theme, radius = self._theme, self._theme.px(_NUMBER) / 2
        text = self._text(rect.width())
        middle = rect.top() + max(radius, text.height / 2)
        centre = QPointF(rect.left() + radius, middle)
        disc(painter, centre, radius, theme.colour(self._sign.tint))
        TextBlock(self._number, theme, "supportBold").paint_around(painter, centre, theme.colour(self._sign.colour))
        left = rect.left() + 2 * radius + theme.px(14)
        text.paint(painter, left, middle - text.height / 2, theme.colour("ink"))
        start = left + text.width + theme.px(28)
        if self.leads_on and start < rect.right():
            painter.setPen(dots(theme.colour("focus"), theme.px(6), theme.px(15)))
            painter.drawLine(QPointF(start, middle), QPointF(rect.right() - theme.px(4), middle))

    def _wanted_width(self) -> float:
        return self._text(math.inf).width + self._theme.px(_NUMBER + 14)

    def _least_width(self) -> float:
        return self._text(math.inf).least_width + self._theme.px(_NUMBER + 14)

    def _height(self, width: float) -> float:
        return max(self._theme.px(_NUMBER), self._text(width).height) + self._theme.px(4)

    def _text(self, width: float) -> TextBlock:
        return TextBlock(self._title, self._theme, "rowTitle", width - self._theme.px(_NUMBER + 14))


def _lead_to(choice: Choice) -> None:
    """Give the focus to an answer, and scroll to it where it is out of sight."""
    choice.setFocus(Qt.FocusReason.ShortcutFocusReason)
    scroll_to(choice)


def _split(group: Group, columns: int) -> tuple[Group, ...]:
    """One long group in columns of equal length, read downwards."""
    length = max(1, -(-len(group.options) // columns))
    parts = [group.options[start : start + length] for start in range(0, len(group.options), length)]
    return tuple(Group(part) for part in parts)
