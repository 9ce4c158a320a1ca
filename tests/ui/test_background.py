"""Work in the background: results on the GUI thread, foreseen failures handed over, bugs seen by the crash hook."""

from __future__ import annotations

import threading

import pytest

from gigdesk.domain.errors import GigDeskError
from gigdesk.ui.background import Background

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def background():
    found = Background()
    yield found
    found.close()


def refuse(_: object) -> None:
    raise AssertionError


def test_the_result_comes_back_on_the_gui_thread(qtbot, background):
    seen = []
    background.run(threading.get_ident, lambda worker: seen.append((worker, threading.get_ident())), refuse)
    qtbot.waitUntil(lambda: bool(seen))
    worker, receiver = seen[0]
    assert worker != receiver == threading.get_ident()


def test_a_foreseen_failure_is_handed_over(qtbot, background):
    seen = []

    def fail() -> None:
        raise GigDeskError("feed", name="wages")

    background.run(fail, refuse, seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[0].code == "feed"


def test_a_bug_reaches_the_exception_hook(qtbot, background):
    def fail() -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as seen:
        background.run(fail, refuse, refuse)
        qtbot.waitUntil(lambda: bool(seen))
    assert seen[0][0] is ZeroDivisionError


def test_work_is_done_in_the_order_it_was_asked(qtbot, background):
    seen = []
    for number in range(50):
        background.run(lambda number=number: number, seen.append, refuse)
    qtbot.waitUntil(lambda: len(seen) == 50)
    assert seen == list(range(50))


def test_closing_drops_what_has_not_begun_and_waits_for_what_has(qtbot, background):
    begun, gate, seen = threading.Event(), threading.Event(), []

    def work() -> str:
        begun.set()
        gate.wait(5)
        return "first"

    background.run(work, seen.append, refuse)
    for _ in range(500):
        background.run(lambda: "later", seen.append, refuse)
    assert begun.wait(5)
    gate.set()
    background.close()
    qtbot.waitUntil(lambda: "first" in seen)
    assert seen.count("later") < 500
