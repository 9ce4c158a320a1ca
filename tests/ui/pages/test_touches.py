"""How many touches a common case takes to its first outcome, the way down a long page included."""

import pytest
from PySide6.QtCore import Qt

from gigdesk.store.texts import LANGUAGES
from gigdesk.ui.models.ask import NONE_KEY
from gigdesk.ui.models.job import Stage
from gigdesk.ui.screenshots import SIZES, sample_window
from gigdesk.ui.widgets.choice import Choice

MOST = 12
RIDER = {
    "city": "370100",
    "when": "2026-11-22",
    "platform": "meituan",
    "order_state": "to_dropoff",
    "harm": "accident",
    "circumstances": NONE_KEY,
}


class Finger:
    """Touches what can be seen, scrolls to what cannot, and counts."""

    def __init__(self, qtbot, window):
        self.qtbot, self.window, self.touches = qtbot, window, 0

    def touch(self, widget):
        while widget.visibleRegion().boundingRect() != widget.rect():
            down = self.window.frame.body.page_button
            assert down.isVisible()
            self._press(down)
        self._press(widget)

    def _press(self, widget):
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.touches += 1

    def choose(self, key):
        self.touch(next(one for one in self.window.drawn.body.findChildren(Choice) if one.option.key == key))

    def go_on(self):
        words = self.window.session.texts("foot.continue")
        self.touch(next(one for one in self.window.drawn.foot.right if one.accessibleName() == words))


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_rider_hit_in_traffic_on_the_way_to_the_customer(qtbot, warm, qapp, language, size):
    window = sample_window(warm, language)
    window.resize(*size)
    qtbot.addWidget(window)
    window.show()
    window.rebuild()
    window.go("injury")
    finger, job = Finger(qtbot, window), window.model("injury")
    while job.stage is Stage.ASKING:
        qapp.sendPostedEvents()
        finger.choose(RIDER[job.asking.current.id])
        finger.go_on()
    assert job.result().outcome == "COVERED_LIKELY"
    assert finger.touches <= MOST
