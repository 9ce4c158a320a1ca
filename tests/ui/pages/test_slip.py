"""From a result to its slip by touch: seen what it holds, saved where chosen, told where it lies."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from gigdesk.reports.slip.document import plain_text
from gigdesk.ui.models.ask import UNSURE
from gigdesk.ui.parts import slip as part
from gigdesk.ui.parts import taking
from gigdesk.ui.parts.printing import whole_sheet
from gigdesk.ui.screenshots import SAMPLES
from gigdesk.ui.widgets.notice import Notice

JOBS = ("pension", "injury", "wages")


@pytest.fixture
def stick(tmp_path, monkeypatch):
    """The place that the person chooses; None as long as they do not."""
    chosen = {"place": tmp_path / "slip.pdf", "asked": []}

    def choose(_parent, _title, name, _kinds):
        chosen["asked"].append(name)
        return chosen["place"]

    for module in (part, taking):
        monkeypatch.setattr(module, "choose_place", choose)
    return chosen


def to_slip(qtbot, window, page):
    window.go(page)
    job = window.model(page)
    while not job.asking.finished:
        job.answer(SAMPLES[page].get(job.asking.current.id, UNSURE))
        job.forward()
    press(qtbot, window.findChild(QWidget, "take-home"))
    return job


def press(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def notices(window):
    return [one.accessibleName() for one in window.drawn.body.findChildren(Notice) if not one.isHidden()]


@pytest.mark.parametrize("page", JOBS)
def test_each_result_is_taken_home_where_the_person_says(qtbot, window, stick, page):
    to_slip(qtbot, window, page)
    assert list(stick["place"].parent.iterdir()) == []
    press(qtbot, window.findChild(QWidget, "slip-a4"))
    assert stick["asked"] == ["gigdesk-slip-a4-2026-11-23.pdf"]
    assert stick["place"].read_bytes().startswith(b"%PDF")
    assert any(str(stick["place"]) in said for said in notices(window))


@pytest.mark.parametrize("job", ["entitlements", "injury", "pension"])
def test_a_result_is_saved_as_a_table_too(qtbot, window, stick, tmp_path, job):
    to_slip(qtbot, window, job)
    for ending, begins in (("xlsx", b"PK"), ("csv", b"\xef\xbb\xbf")):
        stick["place"] = tmp_path / f"table.{ending}"
        press(qtbot, window.findChild(QWidget, f"take-{ending}"))
        assert stick["asked"].pop() == f"gigdesk-slip-{job}-2026-11-23.{ending}"
        assert stick["place"].read_bytes().startswith(begins)
        assert any(f"table.{ending}" in said for said in notices(window))


def test_the_table_of_a_pension_has_a_row_for_each_way_to_pay(qtbot, window):
    job = to_slip(qtbot, window, "pension")
    taken = job.table_now()
    shown = job.compared()
    assert len(taken.table.rows) == len(shown.tiers) * len(shown.ages)
    assert len({row[0] for row in taken.table.rows}) == len(taken.table.rows)


def test_the_roads_of_a_pension_are_saved_as_a_picture(qtbot, window, stick, tmp_path):
    to_slip(qtbot, window, "pension")
    for ending, begins in (("png", b"\x89PNG"), ("svg", b"<?xml")):
        stick["place"] = tmp_path / f"roads.{ending}"
        press(qtbot, window.findChild(QWidget, f"take-{ending}"))
        assert stick["place"].read_bytes().startswith(begins)


def test_what_has_no_chart_offers_no_picture(qtbot, window):
    to_slip(qtbot, window, "injury")
    assert window.findChild(QWidget, "take-png") is None


@pytest.mark.parametrize("page", ["resident", "form", "injury", "entitlements", "wages"])
def test_a_slip_begins_with_the_words_of_the_page(qtbot, window, page):
    job = to_slip(qtbot, window, page)
    assert job.slipping.slip().verdict == plain_text(job.result().title)


def test_who_chooses_no_place_saves_nothing(qtbot, window, stick, tmp_path):
    stick["place"] = None
    to_slip(qtbot, window, "wages")
    press(qtbot, window.findChild(QWidget, "slip-receipt"))
    assert list(tmp_path.iterdir()) == []
    assert notices(window) == []


def test_a_place_that_cannot_be_written_is_said_and_finishing_forgets_it(qtbot, window, stick, tmp_path):
    stick["place"] = tmp_path / "no folder" / "slip.pdf"
    job = to_slip(qtbot, window, "injury")
    press(qtbot, window.findChild(QWidget, "slip-a4"))
    assert len(notices(window)) == 1
    window.finish()
    assert job.slipping.problem == ""


def test_a_slip_is_printed_on_the_printer_that_is_chosen(qtbot, window, monkeypatch, tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    whole_sheet(printer)
    monkeypatch.setattr(part, "choose_printer", lambda _parent, _title: printer)
    job = to_slip(qtbot, window, "pension")
    press(qtbot, window.findChild(QWidget, "slip-print"))
    assert job.slipping.printed
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF")
    assert len(notices(window)) == 1


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_is_said(qtbot, window, monkeypatch, tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "no folder" / "printed.pdf"))
    monkeypatch.setattr(part, "choose_printer", lambda _parent, _title: printer)
    job = to_slip(qtbot, window, "pension")
    press(qtbot, window.findChild(QWidget, "slip-print"))
    assert job.slipping.printed is False
