"""The frame of every page: a bar above, a body that scrolls if it must, a bar below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from gigdesk.ui.theme import Theme
from gigdesk.ui.widgets.bars import Contact, DataAge, DataBadge, Name
from gigdesk.ui.widgets.body import Body
from gigdesk.ui.widgets.buttons import Button
from gigdesk.ui.widgets.focus import FocusRing
from gigdesk.ui.widgets.text import Align, Words
from gigdesk.ui.widgets.tools import Tools, ToolWords

_LEAST = 640


@dataclass(frozen=True)
class FrameWords:
    """The words of the frame."""

    name: str
    subtitle: str
    finish: str
    page_down: str
    page_up: str
    tools: ToolWords


@dataclass(frozen=True)
class Foot:
    """What a page puts into the bar below; finish-and-clear follows what stands left, or stands last."""

    left: tuple[QWidget, ...] = ()
    right: tuple[QWidget, ...] = ()
    summary: str = ""
    data: DataAge | None = None
    contacts: tuple[tuple[str, str], ...] = ()


class Frame(QWidget):
    """Bars never scroll; an upright window has the tools at the bottom and finish-and-clear at the top."""

    read_aloud = Signal()
    text_size_chosen = Signal(str)
    contrast_chosen = Signal(bool)
    language_asked = Signal()
    finished = Signal()
    data_asked = Signal()

    def __init__(self, words: FrameWords, theme: Theme, size: str = "medium") -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words, self._theme = words, theme
        self._foot, self._upright = Foot(), False
        self.tools = Tools(words.tools, theme, size, high_contrast=theme.name == "highContrast")
        self.finish = Button(words.finish, theme, "outline", "clear")
        self.body = Body(theme, words.page_down, words.page_up)
        self._bars: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._column.addWidget(self.body, 1)
        if self.tools.speaker is not None:
            self.tools.speaker.clicked.connect(self.read_aloud)
        self.tools.sizes.chosen.connect(self.text_size_chosen)
        self.tools.contrast.toggled.connect(self.contrast_chosen)
        self.tools.language.clicked.connect(self.language_asked)
        self.finish.clicked.connect(self.finished)
        self._arrange()
        self._ring = FocusRing(self, theme)

    @property
    def upright(self) -> bool:
        """Whether the window is higher than wide."""
        return self._upright

    @property
    def room(self) -> int:
        """The width of a page in design pixels: 1792 lying and 952 upright, less where the text is larger."""
        return round((self.width() - 2 * self._theme.size("margin")) / self._theme.scale)

    def show_page(self, page: QWidget, foot: Foot) -> None:
        """Show a page and its buttons; the page before is deleted with its own."""
        old = self._foot
        self.body.show_page(page)
        self._foot = foot
        self._arrange()
        for widget in (*old.left, *old.right):
            if widget not in (*foot.left, *foot.right):
                widget.deleteLater()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Never keep a window from being turned: what is too wide lying is arranged anew upright."""
        return QSize(self._theme.px(_LEAST), self._theme.px(_LEAST))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Arrange anew when the window is turned."""
        super().resizeEvent(event)
        upright = event.size().width() < event.size().height()
        if upright != self._upright:
            self._upright = upright
            self._arrange()

    def _arrange(self) -> None:
        """Build both bars anew around the same buttons: where they stand depends on the shape of the window."""
        old, self._bars = self._bars, [self._top(), self._bottom()]
        self._column.insertWidget(0, self._bars[0])
        self._column.addWidget(self._bars[1])
        for bar in old:
            self._column.removeWidget(bar)
            bar.hide()
            bar.deleteLater()

    def _top(self) -> QFrame:
        bar, rows = self._bar("top", "portraitTop" if self._upright else "topBar")
        name = Name(self._words.name, self._words.subtitle, self._theme)
        self.tools.stand(upright=self._upright)
        rows.addLayout(self._row([name], [], [self.finish if self._upright else self.tools]))
        return bar

    def _bottom(self) -> QFrame:
        bar, rows = self._bar("bottom", "bottomBar")
        foot, theme = self._foot, self._theme
        left, right = list(foot.left), list(foot.right)
        summary = [Words(foot.summary, theme, "note", "ink", Align.AlignRight)] if foot.summary else []
        data = self._data(foot)
        contacts = [Contact(icon, words, theme) for icon, words in foot.contacts]
        if not self._upright:
            (left or right).append(self.finish)
            rows.addLayout(self._row([*left, *data], [*summary, *contacts], right))
            return bar
        rows.setContentsMargins(theme.size("margin"), theme.px(24), theme.size("margin"), theme.px(16))
        if left or right or summary:
            rows.addLayout(self._row(left, summary, right))
        rows.addWidget(self.tools)
        if data or contacts:
            rows.addLayout(self._row(data, [], contacts))
        return bar

    def _data(self, foot: Foot) -> list[QWidget]:
        if foot.data is None:
            return []
        badge = DataBadge(foot.data, self._theme, one_line=self._upright)
        badge.clicked.connect(self.data_asked)
        return [badge]

    def _bar(self, edge: str, height: str) -> tuple[QFrame, QVBoxLayout]:
        bar = QFrame()
        bar.setProperty("role", "bar")
        bar.setProperty("edge", edge)
        bar.setMinimumHeight(self._theme.size(height))
        rows = QVBoxLayout(bar)
        margin, ends = self._theme.size("margin"), self._theme.px(12)
        rows.setContentsMargins(margin, ends, margin, ends)
        rows.setSpacing(self._theme.px(16))
        return bar, rows

    def _row(self, left: Sequence[QWidget], middle: Sequence[QWidget], right: Sequence[QWidget]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(20))
        for widget in left:
            row.addWidget(widget, 0, Align.AlignVCenter)
        row.addStretch(1)
        for widget in middle:
            row.addWidget(widget, 0, Align.AlignVCenter)
            row.addSpacing(self._theme.px(24))
        for widget in right:
            row.addWidget(widget, 0, Align.AlignVCenter)
        for widget in (*left, *middle, *right):
            widget.show()
        return row
