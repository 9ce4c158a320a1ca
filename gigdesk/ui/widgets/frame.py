"""The frame of every page: a bar above, a body that scrolls if it must, a bar below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from gigdesk.ui.theme import Theme
from gigdesk.ui.widgets.bars import Contact, DataAge, DataBadge, Name
from gigdesk.ui.widgets.body import Body
from gigdesk.ui.widgets.buttons import Button
from gigdesk.ui.widgets.focus import FocusRing
from gigdesk.ui.widgets.text import Align, Words
from gigdesk.ui.widgets.tools import Tools, ToolWords

_LEAST = 640
_GAP = 20
_MIDDLE_GAP = 24
_Widgets = Sequence[QWidget]


@dataclass(frozen=True)
class FrameWords:
    """The words of the frame; a `marked` subtitle is what is to be known on every page."""

    name: str
    subtitle: str
    finish: str
    page_down: str
    page_up: str
    tools: ToolWords
    marked: bool = False


@dataclass(frozen=True)
class Foot:
    """What a page puts into the bar below; finish-and-clear follows what stands left, or stands last.

    What is `quiet` stands before the right; in an upright window above it where there is no room for whole words.
    What `keys` there are is said only where all else has room for whole words, and the window lies.
    A `bare` page stands alone: there is nothing to finish, and nothing to set.
    """

    left: tuple[QWidget, ...] = ()
    right: tuple[QWidget, ...] = ()
    keys: str = ""
    data: DataAge | None = None
    contacts: tuple[tuple[str, str], ...] = ()
    quiet: tuple[QWidget, ...] = ()
    bare: bool = False


class Frame(QWidget):
    """Bars never scroll; an upright window has the tools at the bottom and finish-and-clear at the top."""

    read_aloud = Signal()
    text_size_chosen = Signal(str)
    contrast_chosen = Signal(bool)
    look_asked = Signal()
    language_asked = Signal()
    finished = Signal()
    data_asked = Signal()

    def __init__(self, words: FrameWords, theme: Theme, size: str = "medium") -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words, self.theme = words, theme
        self.foot, self._upright = Foot(), False
        self.tools = Tools(words.tools, theme, size, high_contrast=theme.name == "highContrast")
        self.finish = Button(words.finish, theme, "outline", "clear")
        self.body = Body(theme, words.page_down, words.page_up)
        self.bars: list[QWidget] = []
        self.tray: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._column.addWidget(self.body, 1)
        if self.tools.speaker is not None:
            self.tools.speaker.clicked.connect(self.read_aloud)
        self.tools.sizes.chosen.connect(self.text_size_chosen)
        self.tools.contrast.toggled.connect(self.contrast_chosen)
        if not self.tools.contrast.isCheckable():
            self.tools.contrast.clicked.connect(self.look_asked)
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
        return round((self.width() - 2 * self.theme.size("margin")) / self.theme.unit)

    def show_page(self, page: QWidget, foot: Foot) -> None:
        """Show a page and its buttons; the page before is deleted with its own."""
        self.put_away()
        old, kept = self.foot, (*foot.left, *foot.right, *foot.quiet)
        self.body.show_page(page)
        self.foot = foot
        self._arrange()
        for widget in (*old.left, *old.right, *old.quiet):
            if widget not in kept:
                widget.deleteLater()

    def bring(self, tray: QWidget, beside: QWidget) -> None:
        """Put something between the page and the bar below, such as a keyboard; what it is for stays in sight."""
        self.put_away()
        self.tray, self.body.kept = tray, beside
        self._column.insertWidget(self._column.indexOf(self.body) + 1, tray)
        tray.show()
        self._column.activate()

    def put_away(self) -> None:
        """Take away what stands there; it is forgotten."""
        if self.tray is not None:
            tray, self.tray, self.body.kept = self.tray, None, None
            self._column.removeWidget(tray)
            tray.hide()
            tray.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape puts away what stands above the bar before it leads back."""
        if event.key() == Qt.Key.Key_Escape and self.tray is not None:
            self.put_away()
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Never keep a window from being turned: what is too wide lying is arranged anew upright."""
        return QSize(self.theme.px(_LEAST), self.theme.px(_LEAST))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Arrange anew when the window is turned, or has room for more or fewer buttons in a row."""
        super().resizeEvent(event)
        self._upright = event.size().width() < event.size().height()
        if event.size().width() != event.oldSize().width():
            self._arrange()

    def _arrange(self) -> None:
        """Build both bars anew around the same buttons: where they stand depends on the shape of the window."""
        old, self.bars = self.bars, [self._top(), self._bottom()]
        self._column.insertWidget(0, self.bars[0])
        self._column.addWidget(self.bars[1])
        for bar in self.bars:
            bar.setVisible(not self.foot.bare)
        for bar in self.bars:
            # Shown only now: a widget shown before it has a parent would flash up as a window of its own.
            for widget in bar.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
                widget.show()
        self._order()
        for bar in old:
            self._column.removeWidget(bar)
            bar.hide()
            bar.deleteLater()

    def _order(self) -> None:
        """Tab goes from the page to what leads on, then back, then finish, then the tools; what is left comes last."""
        foot = self.foot
        first = [self.body.page_button, *foot.quiet, *foot.right, *foot.left, self.finish]
        rest = [button for bar in self.bars for button in bar.findChildren(QAbstractButton) if button not in first]
        for one, other in pairwise([*first, *rest]):
            QWidget.setTabOrder(one, other)

    def _top(self) -> QFrame:
        bar, rows = self._bar("top", "portraitTop" if self._upright else "topBar")
        name = Name(self._words.name, self._words.subtitle, self.theme, "ask" if self._words.marked else "inkSoft")
        self.tools.stand(upright=self._upright, room=self.width() - 2 * self.theme.size("margin"))
        rows.addLayout(self._row([name], [], [self.finish if self._upright else self.tools]))
        return bar

    def _bottom(self) -> QFrame:
        bar, rows = self._bar("bottom", "bottomBar")
        foot, theme = self.foot, self.theme
        left, right, quiet = list(foot.left), list(foot.right), list(foot.quiet)
        data = self._data(foot)
        contacts = [Contact(icon, words, theme) for icon, words in foot.contacts]
        if not self._upright:
            (left or right).append(self.finish)
            keys = [Words(foot.keys, theme, "support", "inkSoft", Align.AlignRight)] if foot.keys else []
            if not self._fits([*left, *data], [*keys, *contacts], [*quiet, *right], whole=True):
                keys = []
            self._fill(rows, [*left, *data], [*keys, *contacts], [*quiet, *right])
            return bar
        rows.setContentsMargins(theme.size("margin"), theme.px(24), theme.size("margin"), theme.px(16))
        if quiet and not self._fits(left, [], [*quiet, *right], whole=True):
            rows.addLayout(self._row([], [], quiet))
            quiet = []
        if left or right:
            self._fill(rows, left, [], [*quiet, *right])
        rows.addWidget(self.tools)
        if data or contacts:
            self._fill(rows, data, [], contacts)
        return bar

    def _fill(self, rows: QVBoxLayout, left: _Widgets, middle: _Widgets, right: _Widgets) -> None:
        """In one row, or, as bars never shrink, in several: the last right stays lowest, beside the left if it can."""
        if middle and not self._fits(left, middle, right):
            rows.addLayout(self._row([], [], middle))
            middle = []
        while len(right) > 1 and not self._fits(left, middle, right):
            above = [right[0]]
            while len(right) > len(above) + 1 and self._fits([], [], right[: len(above) + 1]):
                above = list(right[: len(above) + 1])
            rows.addLayout(self._row([], [], above))
            right = right[len(above) :]
        if left and right and not self._fits(left, middle, right):
            rows.addLayout(self._row(left, [], []))
            left = []
        rows.addLayout(self._row(left, middle, right))

    def _fits(self, left: _Widgets, middle: _Widgets, right: _Widgets, *, whole: bool = False) -> bool:
        """Whether all of it goes into one row; `whole`: with no words broken."""
        every = [*left, *middle, *right]
        gaps = self.theme.px(_GAP) * (len(every) + 1) + self.theme.px(_MIDDLE_GAP) * len(middle)
        widths = [(widget.sizeHint() if whole else widget.minimumSizeHint()).width() for widget in every]
        needed = sum(widths) + gaps
        return needed <= self.width() - 2 * self.theme.size("margin")

    def _data(self, foot: Foot) -> list[QWidget]:
        if foot.data is None:
            return []
        badge = DataBadge(foot.data, self.theme, one_line=self._upright)
        badge.clicked.connect(self.data_asked)
        return [badge]

    def _bar(self, edge: str, height: str) -> tuple[QFrame, QVBoxLayout]:
        bar = QFrame()
        bar.setProperty("role", "bar")
        bar.setProperty("edge", edge)
        bar.setMinimumHeight(self.theme.size(height))
        rows = QVBoxLayout(bar)
        margin, ends = self.theme.size("margin"), self.theme.px(12)
        rows.setContentsMargins(margin, ends, margin, ends)
        rows.setSpacing(self.theme.px(16))
        return bar, rows

    def _row(self, left: _Widgets, middle: _Widgets, right: _Widgets) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.theme.px(_GAP))
        for widget in left:
            row.addWidget(widget, 0, Align.AlignVCenter)
        row.addStretch(1)
        for widget in middle:
            row.addWidget(widget, 0, Align.AlignVCenter)
            row.addSpacing(self.theme.px(_MIDDLE_GAP))
        for widget in right:
            row.addWidget(widget, 0, Align.AlignVCenter)
        return row
