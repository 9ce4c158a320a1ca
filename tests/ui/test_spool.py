"""Jobs that wait for a printer, with programs in the place of CUPS's that keep a list of jobs in a file."""

import getpass
import sys

import pytest

from gigdesk.store.settings import Settings
from gigdesk.ui.kiosk import Kiosk
from gigdesk.ui.screenshots import sample_window
from gigdesk.ui.spool import Spool, take_back, waiting

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the queue of Windows is left alone")


@pytest.fixture
def queue(tmp_path, monkeypatch):
    """The file of waiting jobs: a line each, as `lpstat -o` says them."""
    jobs, programs = tmp_path / "jobs", tmp_path / "bin"
    programs.mkdir()
    scripts = {"lpstat": f'cat "{jobs}"', "cancel": f'grep -v "^$1 " "{jobs}" > "{jobs}.new"; mv "{jobs}.new" "{jobs}"'}
    for name, script in scripts.items():
        (programs / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        (programs / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(programs), prepend=":")
    own = getpass.getuser()
    jobs.write_text(f"Slips-7 {own} 1024 Sat\nSlips-8 somebody 1024 Sat\nSlips-9 {own} 1024 Sat\n", encoding="utf-8")
    return jobs


@pytest.mark.usefixtures("queue")
def test_only_own_jobs_are_waiting_jobs():
    assert waiting() == ("Slips-7", "Slips-9")


def test_what_is_printed_by_now_is_not_cancelled(queue):
    take_back(["Slips-6", "Slips-9"])
    assert "Slips-9" not in queue.read_text(encoding="utf-8")
    assert waiting() == ("Slips-7",)


def test_without_a_print_server_nothing_waits(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert waiting() == ()
    take_back(["Slips-7"])


def test_what_waits_when_a_visitor_who_printed_leaves_is_taken_back(qtbot, warm, queue):
    window = sample_window(warm, "zh")
    qtbot.addWidget(window)
    kiosk = Kiosk(window, Settings(kiosk=True))
    kiosk.spool = Spool(window.session, window, grace=0)
    kiosk.enter()
    window.finish()
    assert waiting() == ("Slips-7", "Slips-9")  # nothing was printed here
    window.session.printed = True
    window.clear()
    qtbot.waitUntil(lambda: waiting() == ())
    assert "Slips-8 somebody" in queue.read_text(encoding="utf-8")
    assert not window.session.printed
    kiosk.leave()
