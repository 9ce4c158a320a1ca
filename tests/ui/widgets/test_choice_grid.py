"""Figures in rows and columns: arrows move, Space and a touch choose, heads and cells say what they are."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from gigdesk.ui.widgets.choice_grid import ChoiceGrid, Grid, GridCell, GridHead

# The offscreen platform says so of every window.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

ROWS = tuple(GridHead(f"{share}%", "1,066.94") for share in (60, 70, 80))
COLUMNS = tuple(GridHead(f"{age} 岁", "早 1 年") for age in (60, 61))


def grid(chosen=(0, 0), *, alike=(), short=()):
    cells = [
        [
            GridCell("差 84 个月" if (row, column) in short else "13,490", f"{row} {column}",
                     figure=(row, column) not in short, alike=(row, column) in alike)
            for column in range(2)
        ]
        for row in range(3)
    ]  # fmt: skip
    return Grid("左边每月交，格里每月领（元，今天的钱）", ROWS, COLUMNS, cells, chosen)


@pytest.fixture
def table(qtbot, theme):
    found = ChoiceGrid(grid(), theme, "换个交法比一比")
    qtbot.addWidget(found)
    found.resize(theme.px(700), theme.px(300))
    found.show()
    found.activateWindow()
    qtbot.waitUntil(found.isActiveWindow)
    return found


def place(table):
    return next((r, c) for r in range(3) for c in range(2) if table.cell(r, c).hasFocus())


def press(qtbot, table, *keys):
    for key in keys:
        qtbot.keyClick(table.cell(*place(table)), key)


def test_arrows_move_between_cells_and_stay_inside(qtbot, table):
    told = []
    table.chosen.connect(lambda row, column: told.append((row, column)))
    table.start().setFocus()
    assert place(table) == (0, 0)
    press(qtbot, table, Qt.Key.Key_Left, Qt.Key.Key_Up)
    assert place(table) == (0, 0)
    press(qtbot, table, Qt.Key.Key_Down, Qt.Key.Key_Right)
    assert (place(table), told) == ((1, 1), [])
    press(qtbot, table, Qt.Key.Key_Space)
    assert told == [(1, 1)]
    press(qtbot, table, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert place(table) == (2, 1)


def test_a_touch_chooses(qtbot, table):
    with qtbot.waitSignal(table.chosen) as told:
        qtbot.mouseClick(table.cell(2, 0), Qt.MouseButton.LeftButton)
    assert told.args == [2, 0]


def test_other_figures_in_the_same_places_keep_the_focus(qtbot, table):
    table.start().setFocus()
    press(qtbot, table, Qt.Key.Key_Down)
    table.show_grid(grid((1, 0), alike={(0, 0)}, short={(2, 1)}))
    assert place(table) == (1, 0)
    assert [cell.accessibleName() for cell in table.findChildren(QAbstractButton) if cell.isChecked()] == ["1 0"]
    assert table.start() is table.cell(1, 0)


def test_every_cell_is_a_target_and_says_what_it_is(table, theme):
    for cell in table.findChildren(QAbstractButton):
        assert cell.accessibleName()
        assert cell.height() >= theme.size("least")
        assert cell.width() >= theme.size("least")


def pixels(table, row, column):
    image = table.cell(row, column).grab().toImage()
    return {image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}


def test_what_is_alike_has_a_tint_and_a_sign_and_what_is_chosen_a_frame(table, theme):
    table.show_grid(grid((0, 0), alike={(1, 0)}))
    tint, sign = theme.colour("primarySoft").rgb(), theme.colour("primary").rgb()
    assert {tint, sign} <= pixels(table, 1, 0)
    assert tint not in pixels(table, 1, 1)
    assert theme.colour("selected").rgb() in pixels(table, 0, 0)
    assert theme.colour("selectedLine").rgb() in pixels(table, 0, 0)
