"""How many touches a visitor of a kiosk needs from home to the first outcome, the way down a long page included."""

from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from gigdesk.store.texts import LANGUAGES
from gigdesk.ui.models.ask import NONE_KEY, UNSURE_KEY
from gigdesk.ui.models.job import Stage
from gigdesk.ui.screenshots import SIZES, sample_window
from gigdesk.ui.widgets.choice import Choice
from gigdesk.ui.widgets.keys import Key
from gigdesk.ui.widgets.painted import PaintedButton

MOST = 12
GOES_ON = ("choice", "occupation", "day", "month")
"""What one choice answers whole."""
VISITS = {
    "injury": {
        "city": "370100",
        "when": "2026-11-22",
        "platform": "meituan",
        "order_state": "to_dropoff",
        "harm": "accident",
        "circumstances": NONE_KEY,
    },
    "wages": {
        "city": "370100",
        "occupation": "4-10-08-01",
        "earned": "7200",
        "costs": UNSURE_KEY,
        "hours_logged": UNSURE_KEY,
        "hours_order": UNSURE_KEY,
    },
    "pension": {
        "city": "370100",
        "sex": "male",
        "birth": ("1980", "1985", "6"),
        "paid_months": "96",
        "tier_so_far": "60",
        "balance": UNSURE_KEY,
    },
}
"""One visit for each job; a tuple is touched cell by cell, figures key by key."""


class Finger:
    """Touches what can be seen, scrolls to what cannot, and counts."""

    def __init__(self, qtbot, window):
        self.qtbot, self.window, self.touches = qtbot, window, 0

    def touch(self, widget):
        while widget.visibleRegion().boundingRect() != widget.rect():
            down = self.window.frame.body.page_button
            assert down.isVisible()
            assert self.touches <= MOST
            self._press(down)
        self._press(widget)

    def _press(self, widget):
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.touches += 1

    def answer(self, said):
        """As the question is answered: by cells, by keys, or by a choice, which is looked for first."""
        for part in said if isinstance(said, tuple) else (said,):
            choice = self._find(Choice, lambda one, part=part: one.option.key == part)
            cell = self._find(PaintedButton, lambda one, part=part: hasattr(one, "cell") and one.cell.key == part)
            if found := choice or cell:
                self.touch(found)
                continue
            for figure in part:
                self.touch(self._find(Key, lambda one, figure=figure: one.face == figure))

    def go_on(self):
        words = self.window.session.texts("foot.continue")
        self.touch(next(one for one in self.window.drawn.foot.right if one.accessibleName() == words))

    def _find(self, kind, fits):
        return next((one for one in self.window.drawn.body.findChildren(kind) if fits(one)), None)


@pytest.mark.parametrize("look", tuple(product(LANGUAGES, SIZES)), ids=str)
@pytest.mark.parametrize("job", VISITS)
def test_the_first_outcome_is_twelve_touches_from_home(qtbot, warm, qapp, job, look):
    language, size = look
    window = sample_window(warm, language)
    window.session.kiosk = True
    window.resize(*size)
    qtbot.addWidget(window)
    window.show()
    window.rebuild()
    qapp.sendPostedEvents()
    finger, model = Finger(qtbot, window), window.model(job)
    finger.touch(window.drawn.body.findChild(QWidget, f"tile-{job}"))
    while model.stage is Stage.ASKING:
        qapp.sendPostedEvents()
        asked, kind = model.asking.current.id, model.asking.current.kind
        finger.answer(VISITS[job][asked])
        if kind in GOES_ON or VISITS[job][asked] == UNSURE_KEY:
            qtbot.waitUntil(lambda asked=asked: model.stage is not Stage.ASKING or model.asking.current.id != asked)
        else:
            finger.go_on()
    assert not isinstance(model.result(), str)
    assert finger.touches <= MOST
