"""From each result to a report of it, by touch: said, seen in full, saved where chosen, told where it lies."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QWidget

from gigdesk.services.report import read_file, replay
from gigdesk.ui.models.ask import UNSURE
from gigdesk.ui.parts import report as part
from gigdesk.ui.parts.files import choose_place
from gigdesk.ui.screenshots import SAMPLES
from gigdesk.ui.widgets.choice import Choice
from gigdesk.ui.widgets.notice import Notice


@pytest.fixture
def stick(tmp_path, monkeypatch):
    """The place that the person chooses; None as long as they do not."""
    chosen = {"place": tmp_path / "report.json", "asked": []}

    def choose(_parent, _title, name, _kinds):
        chosen["asked"].append(name)
        return chosen["place"]

    monkeypatch.setattr(part, "choose_place", choose)
    return chosen


def to_result(window, page, **changes):
    """Answered at once: the questions themselves are clicked through elsewhere."""
    window.go(page)
    job = window.model(page)
    while not job.asking.finished:
        job.answer({**SAMPLES[page], **changes}.get(job.asking.current.id, UNSURE))
        job.forward()
    return job


def press(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def link(window):
    return window.findChild(QWidget, "report")


def shown(window):
    """The file as it stands on the page."""
    found = [one.text() for one in window.drawn.body.findChildren(QLabel) if "gigdesk_report" in one.text()]
    return found[0].replace("\u2060", "")


def notices(window):
    return [one.accessibleName() for one in window.drawn.body.findChildren(Notice) if not one.isHidden()]


@pytest.mark.parametrize("page", list(SAMPLES))
def test_each_result_leads_to_a_report_that_is_seen_saved_and_comes_out_the_same(qtbot, window, stick, page):
    job = to_result(window, page)
    press(qtbot, link(window))
    assert list(stick["place"].parent.iterdir()) == []
    choices = window.drawn.body.findChildren(Choice)
    press(qtbot, choices[0])
    press(qtbot, choices[3])
    qtbot.keyClicks(window.drawn.body.findChild(QLineEdit), "3902.25 **!**")
    before = shown(window)
    assert json.loads(before)["remark"] == {"about": ["number", "unlike_office"], "text": "3902.25 **!**"}
    press(qtbot, window.findChild(QWidget, "save-report"))
    assert stick["asked"] == [job.reporting.name]
    assert stick["place"].read_text(encoding="utf-8") == before.rstrip("\n") + "\n"
    assert any(str(stick["place"]) in said for said in notices(window))
    assert replay(read_file(stick["place"]), window.session.services).same


def test_who_chooses_no_place_saves_nothing_and_loses_nothing(qtbot, window, stick, tmp_path):
    stick["place"] = None
    to_result(window, "wages")
    press(qtbot, link(window))
    qtbot.keyClicks(window.drawn.body.findChild(QLineEdit), "7200")
    press(qtbot, window.findChild(QWidget, "save-report"))
    assert list(tmp_path.iterdir()) == []
    assert window.drawn.body.findChild(QLineEdit).text() == "7200"
    assert notices(window) == []


def test_a_place_that_cannot_be_written_is_said(qtbot, window, stick, tmp_path):
    stick["place"] = tmp_path / "no folder" / "report.json"
    to_result(window, "wages")
    press(qtbot, link(window))
    press(qtbot, window.findChild(QWidget, "save-report"))
    assert len(notices(window)) == 1
    assert str(tmp_path) not in notices(window)[0]


def test_another_language_or_size_keeps_what_was_said(qtbot, window):
    to_result(window, "wages")
    press(qtbot, link(window))
    press(qtbot, window.drawn.body.findChildren(Choice)[1])
    qtbot.keyClicks(window.drawn.body.findChild(QLineEdit), "7200")
    press(qtbot, window.frame.tools.language)
    other = {"zh": "en", "en": "zh"}[json.loads(shown(window))["language"]]
    qtbot.waitUntil(lambda: json.loads(shown(window))["language"] == other)
    assert window.drawn.body.findChild(QLineEdit).text() == "7200"
    assert window.drawn.body.findChildren(Choice)[1].isChecked()


def test_back_leads_to_the_result_and_finishing_forgets_it(qtbot, window):
    job = to_result(window, "injury")
    press(qtbot, link(window))
    qtbot.keyClicks(window.drawn.body.findChild(QLineEdit), "x")
    press(qtbot, window.drawn.foot.left[0])
    assert link(window)
    window.finish()
    assert job.reporting.words == ""


def test_a_result_without_a_figure_can_be_reported_where_it_can_be_asked_again(window):
    to_result(window, "pension", birth=UNSURE)
    assert link(window) is None


def test_the_dialog_saves_under_the_name_and_asks_before_it_replaces(qtbot, monkeypatch, tmp_path):
    seen = {}

    def accept(dialog):
        seen["mode"] = dialog.acceptMode()
        seen["asks"] = not dialog.testOption(QFileDialog.Option.DontConfirmOverwrite)
        seen["named"] = Path(dialog.selectedFiles()[0]).name
        dialog.setDirectory(str(tmp_path))
        dialog.selectFile("report.json")
        return True

    monkeypatch.setattr(QFileDialog, "exec", accept)
    parent = QWidget()
    qtbot.addWidget(parent)
    assert choose_place(parent, "", "gigdesk.json", "(*.json)") == tmp_path / "report.json"
    assert seen == {"mode": QFileDialog.AcceptMode.AcceptSave, "asks": True, "named": "gigdesk.json"}
    monkeypatch.setattr(QFileDialog, "exec", lambda _: False)
    assert choose_place(parent, "", "gigdesk.json", "(*.json)") is None
