"""A whole session at a kiosk, with marked answers: nothing of it is on the disk, nor in a file that is open."""

import sys
import tempfile
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit

from gigdesk.services import Services
from gigdesk.services.report import ABOUT
from gigdesk.store import paths
from gigdesk.store.settings import Settings
from gigdesk.store.staff_code import hashed
from gigdesk.ui.kiosk import Kiosk
from gigdesk.ui.models.ask import UNSURE
from gigdesk.ui.screenshots import ORDERS, PARTS, RECORD, SAMPLES, sample_window

AMOUNT, REMARK, WORD = "73519.42", "摔在泺源大街路口", "保结员甲"
MARKS = tuple(
    mark
    for text in (AMOUNT, "73,519.42", AMOUNT.replace(".", ""), REMARK, WORD)
    for mark in (text.encode(), text.encode("utf-16-le"), text.encode("gb18030"))
)
MONEY = {"wages": "earned", "pension": "balance", "form": "balance", "resident": "resident_balance"}


@pytest.fixture
def places(tmp_path, monkeypatch):
    """A data folder and a temporary folder of this test's own."""
    data, temporary, home = tmp_path / "data", tmp_path / "tmp", tmp_path / "home"
    for folder in (temporary, home):
        folder.mkdir()
    for name in ("TMPDIR", "TMP", "TEMP"):
        monkeypatch.setenv(name, str(temporary))
    for name in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(home))
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    return data, temporary, home


@pytest.fixture
def window(qtbot, places):
    services = Services.open(places[0], paths.resources()).warm()
    window = sample_window(services, "zh")
    qtbot.addWidget(window)
    window.resize(1920, 1080)
    kiosk = Kiosk(window, Settings(kiosk=True, kiosk_code=hashed("730951"), kiosk_short_codes=True), lambda: 0.0)
    kiosk.enter()
    assert window.session.book.allowed
    yield window
    kiosk.leave()
    assert not window.session.book.allowed
    services.data.reference.close()


def holding(path):
    """Whether a file holds a mark."""
    held = path.read_bytes()
    return any(mark in held for mark in MARKS)


def opened():
    """The regular files that this process has open, those that were deleted too."""
    return [link for link in Path("/proc/self/fd").iterdir() if link.is_file()]


def left_behind(places):
    """Every file that holds a mark."""
    files = [path for place in places for path in place.rglob("*") if path.is_file()]
    if sys.platform == "linux":
        files += opened()
    return [path for path in files if holding(path)]


def whole_session(window):
    """Every job to its end with marked answers, a word searched, what was copied, a remark on a result."""
    for page, answers in SAMPLES.items():
        window.go(page)
        job = window.model(page)
        given = {**answers, **({MONEY[page]: Decimal(AMOUNT)} if page in MONEY else {})}
        while not job.asking.finished:
            ask = job.asking.current
            job.asking.answers[ask.id] = given.get(ask.id, UNSURE)
            job.forward()
        job.result()
        for part in set(PARTS.get(page, ())) - {"take", "report"}:
            job.look(part)
        job.look("")
        job.reporting.begin()
        job.reporting.say(ABOUT[:1], REMARK)
        assert job.reporting.file
        job.review()
    window.model("pension").record.paste(RECORD.replace("3746", AMOUNT))
    window.model("wages").orders.paste(ORDERS.replace("面馆", REMARK).replace("6.50", AMOUNT))
    window.page = "pension"
    window.model("pension").take_home()
    (code,) = window.model("pension").slipping.slip().carried
    window.go("reopen")
    window.model("reopen").take([code.text])
    assert AMOUNT in repr(window.session.carried)
    line = QLineEdit(window)
    line.insert(WORD)
    QGuiApplication.clipboard().setText(f"{AMOUNT} {REMARK}")
    QApplication.processEvents()


def test_the_search_itself_finds_what_was_written(places):
    path = places[1] / "written.txt"
    path.write_text(f"净收入 {AMOUNT}", encoding="utf-16-le")
    with path.open("rb"):
        if sys.platform == "linux":
            path.unlink()
        assert left_behind(places)


def test_nothing_of_a_person_is_written_while_they_are_there_nor_after(window, places):
    whole_session(window)
    assert left_behind(places) == []
    window.clear()
    assert left_behind(places) == []
    assert not list(places[1].rglob("*"))


def test_after_clearing_no_model_knows_a_mark(window):
    whole_session(window)
    window.clear()
    QApplication.sendPostedEvents()
    for page in SAMPLES:
        model = window.model(page)
        told = repr((model.asking.answers, model.reporting.words, model.reporting.about, vars(model)))
        assert not any(mark in told for mark in (AMOUNT, REMARK, WORD)), page
    assert window.blank
    assert AMOUNT not in repr((vars(window.model("reopen")), vars(window.session)))
    assert window.model("pension").record.view().lines == ()
    assert not any(REMARK in line.text() for line in window.findChildren(QLineEdit))
    assert QGuiApplication.clipboard().text() == ""
