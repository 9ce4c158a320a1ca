"""Plans in rows: cells in columns, one row chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from gigdesk.ui.widgets.choice_table import ChoiceTable
from gigdesk.ui.widgets.text import Align, Words

# The offscreen platform says so of every window.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def table(qtbot, theme):
    found = ChoiceTable(theme, [Words("按哪一档交", theme), Words("每月交（元）", theme)], (3, 1))
    for share in ("60", "80", "100"):
        cells = [Words(f"**{share}%** 基数", theme), Words("914.60", theme, "note", "ink", Align.AlignRight)]
        found.add_row(share, f"{share}%", cells, chosen=share == "60")
    qtbot.addWidget(found)
    found.resize(1200, 400)
    found.show()
    found.activateWindow()
    qtbot.waitUntil(found.isActiveWindow)
    return found


def test_a_touch_on_a_figure_chooses_its_row(qtbot, table):
    cell = table.findChildren(Words)[-1]
    with qtbot.waitSignal(table.chosen) as told:
        place = cell.mapTo(table, QPoint(5, 5))
        qtbot.mouseClick(table.childAt(place), Qt.MouseButton.LeftButton)
    assert told.args == ["100"]


def test_arrows_move_and_space_chooses(qtbot, table):
    told = []
    table.chosen.connect(told.append)
    table.focus_row("60")
    qtbot.keyClick(table.focusWidget(), Qt.Key.Key_Down)
    assert told == []
    qtbot.keyClick(table.focusWidget(), Qt.Key.Key_Space)
    qtbot.keyClick(table.focusWidget(), Qt.Key.Key_Up)
    qtbot.keyClick(table.focusWidget(), Qt.Key.Key_Up)
    qtbot.keyClick(table.focusWidget(), Qt.Key.Key_Space)
    assert told == ["80", "100"]


def test_figures_stand_in_one_column(table):
    figures = [words for words in table.findChildren(Words) if words.text() == "914.60"]
    assert len({words.geometry().right() for words in figures}) == 1


def test_a_row_is_as_high_as_its_wrapped_words(qtbot, theme):
    table = ChoiceTable(theme)
    words = Words("每月领：差的话 2,980 元，一般 3,630 元，顺的话 4,630 元；约 6 年回本", theme)
    table.add_row("60", "60%", [words])
    qtbot.addWidget(table)
    table.resize(300, 600)
    table.show()
    assert words.height() >= words.heightForWidth(words.width()) > words.sizeHint().height()
