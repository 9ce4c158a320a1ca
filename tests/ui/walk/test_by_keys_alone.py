"""One case of each job without a mouse: from home to its result, its slip, and the last page."""

from datetime import date

import pytest
from access.everything import settle
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from gigdesk.domain.money import YearMonth
from gigdesk.ui.models.job import Stage
from gigdesk.ui.screenshots import SAMPLES
from gigdesk.ui.widgets.cells import Cells
from gigdesk.ui.widgets.choice import Choice
from gigdesk.ui.widgets.number_pad import AmountField

DIGITS = {"wages": "1", "pension": "2", "injury": "3", "entitlements": "4"}
FARTHEST = 90


class Hands:
    """On a keyboard only."""

    def __init__(self, window):
        self.window = window

    def press(self, key):
        QTest.keyClick(self.window.focusWidget() or self.window, key)
        settle()

    def type(self, text):
        QTest.keyClicks(self.window.focusWidget(), text)

    def reach(self, wanted, key=Qt.Key.Key_Tab):
        """Press a key until the focus is on what is wanted."""
        for _ in range(FARTHEST):
            at = self.window.focusWidget()
            if at is not None and wanted(at):
                return
            self.press(key)
        raise AssertionError("out of reach")

    def to_button(self, key):
        words = self.window.session.texts(key)
        self.reach(lambda at: isinstance(at, QAbstractButton) and at.accessibleName() == words)

    def choose(self, key):
        """By the arrows from the first answer."""
        self.reach(lambda at: isinstance(at, Choice))
        self.reach(lambda at: isinstance(at, Choice) and at.option.key == key, Qt.Key.Key_Down)
        self.press(Qt.Key.Key_Space)

    def pick(self, key):
        """By the arrows among the cells in which it is, the one that is chosen or the first."""
        held = next(cells for cells in self.window.findChildren(Cells) if key in [one.cell.key for one in cells.cells])
        self.reach(lambda at: at.parentWidget() is held)
        here, there = ([one.cell.key for one in held.cells].index(each) for each in (self.at.cell.key, key))
        self.reach(lambda at: at.cell.key == key, Qt.Key.Key_Right if there > here else Qt.Key.Key_Left)
        self.press(Qt.Key.Key_Space)

    @property
    def at(self):
        return self.window.focusWidget()

    def answer(self, job, value):
        """Choose or type the answer, or take the day that is offered; then go on."""
        shown = {one.option.key for one in self.window.drawn.body.findChildren(Choice)}
        before = job.asking.position
        if isinstance(value, tuple):
            for key in value or ("none",):
                self.choose(key)
        elif value in shown:
            self.choose(value)
        elif isinstance(self.window.focusWidget(), AmountField):
            self.type(str(value))
        elif isinstance(value, YearMonth):
            for key in (value.year // 10 * 10, value.year, value.month):
                self.pick(str(key))
        elif isinstance(value, date):
            self.pick(value.isoformat())
        else:
            self.choose("unsure")
        self.press(Qt.Key.Key_Return)
        assert job.stage is not Stage.ASKING or job.asking.position > before, job.asking.message


@pytest.mark.parametrize("page", list(DIGITS))
def test_a_case_goes_from_home_to_its_slip_by_keys_alone(window, page):
    hands, job = Hands(window), window.model(page)
    hands.press(getattr(Qt.Key, f"Key_{DIGITS[page]}"))
    assert window.page == page
    while job.stage is Stage.ASKING:
        hands.answer(job, SAMPLES[page].get(job.asking.current.id))
    assert job.stage is Stage.RESULT
    if job.has_slip:
        hands.to_button("slip.take")
        hands.press(Qt.Key.Key_Space)
        assert job.stage is Stage.DETAIL
        hands.reach(lambda at: at.objectName() == "slip-a4")
        hands.press(Qt.Key.Key_Escape)
        assert job.stage is Stage.RESULT
    hands.to_button("foot.finish")
    hands.press(Qt.Key.Key_Space)
    assert window.page == "finish"
    hands.press(Qt.Key.Key_Return)
    assert window.page == "home"
