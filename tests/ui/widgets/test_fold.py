"""Folds: closed at first, pushing down when open, one at a time."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from gigdesk.ui.widgets.fold import Fold, FoldGroup, FoldWords
from gigdesk.ui.widgets.text import Words

# The offscreen platform says so of every window.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def group(qtbot, theme):
    folds = [Fold(FoldWords("doc", f"第 {number} 折", "9 步"), Words("里面的话", theme), theme) for number in range(3)]
    found = FoldGroup(folds, theme)
    qtbot.addWidget(found)
    found.show()
    return found


def test_only_one_is_open(qtbot, group):
    first, second, _ = group.folds
    assert not any(fold.is_open() for fold in group.folds)
    qtbot.mouseClick(first.header, Qt.MouseButton.LeftButton)
    assert first.is_open()
    qtbot.mouseClick(second.header, Qt.MouseButton.LeftButton)
    assert [fold.is_open() for fold in group.folds] == [False, True, False]
    qtbot.mouseClick(second.header, Qt.MouseButton.LeftButton)
    assert not any(fold.is_open() for fold in group.folds)


def test_open_needs_more_room_than_closed(qtbot, theme, group):
    closed = group.sizeHint().height()
    theme.apply(group)
    assert group.folds[0].minimumSizeHint().height() == theme.size("row")
    qtbot.keyClick(group.folds[0].header, Qt.Key.Key_Space)
    assert group.sizeHint().height() >= closed + theme.line("body")
