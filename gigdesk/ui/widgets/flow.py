"""Widgets in lines, as words in a text: what does not fit begins the next line."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

_Line = list[tuple[QLayoutItem, QSize]]


class Flow(QLayout):
    """`gap` between neighbours and `below` between lines, in pixels; no wider than its widest item must be."""

    def __init__(self, holder: QWidget, gap: int, below: int) -> None:
        super().__init__(holder)
        self._items: list[QLayoutItem] = []
        self._gap, self._below = gap, below
        self.setContentsMargins(0, 0, 0, 0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        """Take what stands last."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt asks beyond the end
        """The item of a number, counted from 0."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt asks beyond the end
        """Give an item away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        """It asks for no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """More lines where it is narrow."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """The height of all lines at a width."""
        lines = list(self._lines(width))
        return sum(_height(line) for line in lines) + self._below * max(0, len(lines) - 1)

    def sizeHint(self) -> QSize:  # noqa: N802
        """All in one line."""
        hints = [item.sizeHint() for item in self._items]
        width = sum(hint.width() for hint in hints) + self._gap * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802
        """As wide as the widest must be; the height is asked for at a width."""
        least = [item.minimumSize() for item in self._items]
        return QSize(max((size.width() for size in least), default=0), max((s.height() for s in least), default=0))

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802
        """Place the lines in the middle of the height, each item in the middle of its line."""
        super().setGeometry(rect)
        top = rect.top() + max(0, rect.height() - self.heightForWidth(rect.width())) // 2
        for line in self._lines(rect.width()):
            left, height = rect.left(), _height(line)
            for item, size in line:
                item.setGeometry(QRect(left, top + (height - size.height()) // 2, size.width(), size.height()))
                left += size.width() + self._gap
            top += height + self._below

    def _lines(self, width: int) -> Iterator[_Line]:
        line: _Line = []
        left = 0
        for item in self._items:
            size = _size(item, width)
            if line and left + size.width() > width:
                yield line
                line, left = [], 0
            line.append((item, size))
            left += size.width() + self._gap
        if line:
            yield line


def _size(item: QLayoutItem, room: int) -> QSize:
    """As wide as it likes to be, or as the room is, and as high as it then must be."""
    size = item.sizeHint()
    width = min(size.width(), max(room, item.minimumSize().width()))
    return QSize(width, item.heightForWidth(width) if item.hasHeightForWidth() else size.height())


def _height(line: _Line) -> int:
    return max(size.height() for _, size in line)
