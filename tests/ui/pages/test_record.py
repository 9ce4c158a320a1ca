"""The page of the contribution record: by keys, by touch, from the clipboard, from a file."""

import pytest
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLineEdit, QScrollArea, QWidget

from gigdesk.ui.models.ask import UNSURE
from gigdesk.ui.parts.files import choose_file
from gigdesk.ui.screenshots import RECORD, SAMPLES, SIZES
from gigdesk.ui.widgets.notice import Notice
from gigdesk.ui.widgets.number_pad import AmountField
from gigdesk.ui.widgets.stepper import Stepper

LINES = "2020-01 2020-12 3457\n2021-01 2021-06 3746"


@pytest.fixture
def window(window):
    """At the question for the months paid."""
    window.go("pension")
    job = window.model("pension")
    while job.asking.current.id != "paid_months":
        job.answer(SAMPLES["pension"].get(job.asking.current.id, UNSURE))
        job.forward()
    return window


@pytest.fixture
def job(window):
    return window.model("pension")


def named(window, name):
    found = window.drawn.body.findChild(QWidget, name)
    assert found, name
    return found


def press(qtbot, window, name):
    qtbot.mouseClick(named(window, name), Qt.MouseButton.LeftButton)


def press_foot(qtbot, window, key):
    words = window.session.texts(key)
    button = next(
        one for one in window.findChildren(QAbstractButton) if one.accessibleName() == words and one.isVisible()
    )
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def keys(qtbot, window, *typed):
    for key in typed:
        qtbot.keyClick(window.focusWidget() or window, key)


def copied(text):
    QGuiApplication.clipboard().setText(text)


def test_a_record_is_typed_and_used_by_keys_alone(qtbot, window, job):
    way = named(window, "way-history")
    way.setFocus()
    keys(qtbot, window, Qt.Key.Key_Space)
    assert job.at_record
    keys(qtbot, window, Qt.Key.Key_Space)
    assert isinstance(window.focusWidget(), Stepper)
    keys(qtbot, window, Qt.Key.Key_Down)
    window.drawn.body.findChild(AmountField).setFocus()
    keys(qtbot, window, "4", "5", "0", "4", Qt.Key.Key_Return)
    assert [str(job.record.periods[0].month_from), str(job.record.periods[0].month_to)] == ["2025-01", "2026-10"]
    keys(qtbot, window, Qt.Key.Key_Return)
    assert job.asking.current.id == "balance"
    assert "history" in job.asking.answers


def test_escape_leaves_the_span_then_the_record(qtbot, window, job):
    job.look("history")
    keys(qtbot, window, Qt.Key.Key_Space, Qt.Key.Key_Escape)
    assert job.record.draft is None
    keys(qtbot, window, Qt.Key.Key_Escape)
    assert job.asking.current.id == "paid_months"
    assert not job.at_record


def test_a_span_that_cannot_stand_is_said_where_it_is_entered(qtbot, window, job):
    job.look("history")
    press(qtbot, window, "record-add")
    keys(qtbot, window, Qt.Key.Key_Return)
    assert job.record.draft
    assert window.drawn.body.findChildren(Notice)[0].accessibleName() == job.record.message != ""


def test_pasting_by_button_and_by_keys(qtbot, window, job):
    job.look("history")
    copied(LINES)
    press(qtbot, window, "record-paste")
    assert len(job.record.periods) == 2
    copied("2022-01 2022-12 3980")
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert len(job.record.periods) == 3


@pytest.fixture
def chosen(monkeypatch, workbook, tmp_path):
    """A file that the person chooses in the dialog."""
    path = tmp_path / "record.xlsx"
    path.write_bytes(workbook({"明细": [["年月", "基数"], [202401, 4416]]}))
    monkeypatch.setattr(QFileDialog, "exec", lambda _: True)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _: [str(path)])


@pytest.mark.usefixtures("chosen")
def test_a_file_is_chosen_and_read(qtbot, window, job):
    job.look("history")
    press(qtbot, window, "record-open")
    assert len(job.record.periods) == 1


def test_no_file_chosen_changes_nothing(qtbot, window, job, monkeypatch):
    monkeypatch.setattr(QFileDialog, "exec", lambda _: False)
    job.look("history")
    press(qtbot, window, "record-open")
    assert job.record.periods == ()
    assert job.at_record


def test_a_base_is_chosen_a_row_changed_and_a_row_removed(qtbot, window, job):
    job.look("history")
    job.record.paste(RECORD)
    window.redraw()
    press(qtbot, window, "record-choose-0-4416.00")
    assert job.record.conflicts == ()
    press(qtbot, window, "record-remove-0")
    assert len(job.record.periods) == 5
    press(qtbot, window, "record-change-4")
    assert job.record.draft.at == 4
    keys(qtbot, window, Qt.Key.Key_Return)
    assert window.focusWidget() is named(window, "record-change-4")


def test_the_row_just_entered_is_in_sight(qtbot, window, job):
    job.look("history")
    job.record.paste("\n".join(f"{year}-01 {year}-12 {year}" for year in range(2002, 2026)))
    job.record.change(23)
    window.redraw()
    keys(qtbot, window, Qt.Key.Key_Return)
    bar = window.frame.findChild(QScrollArea).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() > 0)


def test_a_half_entered_span_outlives_a_change_of_language(qtbot, window, job):
    job.look("history")
    press(qtbot, window, "record-add")
    window.drawn.body.findChild(AmountField).setText("4504")
    press_foot(qtbot, window, "tool.language")
    qtbot.waitUntil(lambda: not window._later.isActive())  # noqa: SLF001
    assert window.drawn.body.findChild(AmountField).value() == "4504"


def test_the_months_can_be_typed_after_all(qtbot, window, job):
    job.look("history")
    job.record.paste(LINES)
    press_foot(qtbot, window, "record.take")
    job.back()
    press_foot(qtbot, window, "record.drop")
    assert job.asking.current.id == "paid_months"


def test_finishing_forgets_the_record(qtbot, window, job):
    job.look("history")
    job.record.paste(LINES)
    press_foot(qtbot, window, "record.take")
    press_foot(qtbot, window, "foot.finish")
    assert window.page == "finish"
    assert (job.record.periods, job.asking.answers) == ((), {})


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_no_page_of_the_record_is_wider_than_the_window(qtbot, window, job, size):
    window.session.text_size = "large"
    window.resize(*size)
    window.rebuild()
    job.look("history")
    job.record.paste(RECORD + "202213 养老 1 已缴\n")
    for act in (lambda: None, job.take, job.record.add, job.record.put):
        act()
        window.redraw()
        qtbot.waitUntil(lambda: not window._later.isActive())  # noqa: SLF001
        QApplication.sendPostedEvents()
        assert window.frame.findChild(QScrollArea).horizontalScrollBar().maximum() == 0


def test_the_dialog_leaves_no_trace_of_where_it_was(qtbot, tmp_path):
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    path = tmp_path / "record.csv"
    path.write_text(LINES, encoding="utf-8")
    parent = QWidget()
    qtbot.addWidget(parent)

    def choose():
        dialog = QApplication.activeModalWidget()
        dialog.findChild(QLineEdit).setText(str(path))
        dialog.accept()

    QTimer.singleShot(0, choose)
    assert choose_file(parent, "", "(*.csv)") == path
    QApplication.sendPostedEvents(None, 52)  # what is to be deleted later is deleted now
    written = "".join(each.read_text(encoding="utf-8") for each in (tmp_path / "settings").rglob("*.conf"))
    assert str(tmp_path) not in written
