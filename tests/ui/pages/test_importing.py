"""A wage table brought by touch: a step a page, back everywhere, nothing stored before it is confirmed."""

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from gigdesk.domain.errors import MissingDataError
from gigdesk.ui.models.importing_steps import CHOICES, ONCE, Step
from gigdesk.ui.parts.importing import start
from gigdesk.ui.screenshots import SIZES, WAGE_TABLE
from gigdesk.ui.widgets.choice import Choice
from gigdesk.ui.widgets.notice import Notice

TWO = """<p>表1 2025年分行业年平均工资 单位：元</p>
<table><tr><td>行业</td><td>2025年</td></tr><tr><td>教育</td><td>63908</td></tr></table>
<p>表2 2025年分地区年平均工资 单位：元</p>
<table><tr><td>地区</td><td>平均工资</td><td>增速</td></tr><tr><td>山东</td><td>108131</td><td>1</td></tr></table>"""


WRONG = (
    ("publisher", "  ", "importing.say-something"),
    ("region", "某某", "importing.no-region"),
    ("period", "去年", "importing.no-period"),
    ("published", "不久前", "importing.no-published"),
    ("currency", "元", "importing.no-currency"),
)


@pytest.fixture
def window(window, warm):
    """What it imports goes with the test."""
    yield window
    shutil.rmtree(warm.tables.imported.folder, ignore_errors=True)


@pytest.fixture
def model(window):
    return window.model("importing")


@pytest.fixture(autouse=True)
def chosen(tmp_path, monkeypatch):
    """The file that the person chooses in the dialog; None where they choose none."""
    path = tmp_path / "工资价位.csv"
    path.write_text(WAGE_TABLE, encoding="utf-8")
    held = {"path": path}
    monkeypatch.setattr(start, "choose_file", lambda *_: held["path"])
    return held


def named(window, name):
    """What is seen of that name: what the page before had may not be gone yet."""
    return next(one for one in window.findChildren(QWidget, name) if one.isVisible())


def is_there(window, name):
    return any(one.isVisible() for one in window.findChildren(QWidget, name))


def press(qtbot, window, name):
    qtbot.mouseClick(named(window, name), Qt.MouseButton.LeftButton)


def press_words(qtbot, window, words):
    button = next(
        one for one in window.findChildren(QAbstractButton) if one.accessibleName() == words and one.isVisible()
    )
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def back(qtbot, window):
    press_words(qtbot, window, window.session.texts("foot.back"))


def choose(qtbot, window, key):
    choice = next(one for one in window.drawn.body.findChildren(Choice) if one.option.key == key)
    qtbot.mouseClick(choice, Qt.MouseButton.LeftButton)


def notices(window):
    return [one.accessibleName() for one in window.drawn.body.findChildren(Notice)]


def words(window):
    return " ".join(one.text() for one in window.drawn.body.findChildren(QLabel))


def write(window, text):
    line = window.drawn.body.findChild(QLineEdit)
    line.setText(text)  # as an input method does: no key stands for a Chinese sign


def to_columns(qtbot, window):
    window.go("data")
    press(qtbot, window, "page-importing")
    press(qtbot, window, "importing-open")


def to_look(qtbot, window, model):
    to_columns(qtbot, window)
    press(qtbot, window, "importing-next")
    for name, text in (("publisher", "济南市人力资源和社会保障局"), ("published", "2025-12")):
        press(qtbot, window, f"say-{name}")
        write(window, text)
        press(qtbot, window, "importing-next")
    assert model.step is Step.ONCE
    press(qtbot, window, "importing-next")
    assert model.step is Step.LOOK


def test_a_table_is_brought_from_the_data_page_looked_at_stored_and_removed(qtbot, window, model):
    to_look(qtbot, window, model)
    assert model.imported() == ()
    assert "**" not in words(window)
    assert "72,000" in words(window)
    assert "404050" in words(window)  # the row that cannot be read
    press(qtbot, window, "importing-go")
    assert model.step is Step.DONE
    (table,) = model.imported()
    assert table.file == "工资价位.csv"
    press(qtbot, window, "importing-next")
    assert model.step is Step.START
    press(qtbot, window, f"remove-{table.id}")
    assert model.imported() != ()
    press(qtbot, window, "importing-remove")
    assert (model.step, model.imported()) == (Step.START, ())
    assert notices(window) == [window.session.texts("importing.removed")]


def test_back_leads_through_every_step_to_the_data_page_and_stores_nothing(qtbot, window, model):
    to_look(qtbot, window, model)
    seen = []
    while window.page == "importing":
        seen.append(model.step)
        back(qtbot, window)
    assert seen == [Step.LOOK, Step.ONCE, Step.COLUMNS, Step.START]
    assert window.page == "data"
    assert model.imported() == ()


def test_keys_lead_on_and_back(qtbot, window, model):
    to_columns(qtbot, window)
    qtbot.keyClick(window, Qt.Key.Key_Return)
    assert model.step is Step.ONCE
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert model.step is Step.COLUMNS
    press(qtbot, window, "column-D")
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert model.step is Step.COLUMNS


def test_a_column_is_said_anew_and_the_one_that_held_the_same_no_longer_counts(qtbot, window, model):
    to_columns(qtbot, window)
    press(qtbot, window, "column-D")
    choose(qtbot, window, "p10")
    fields = [column.field for column in model.work.mapping.columns.values()]
    assert fields == ["ignore", "code", "label", "p10", "p75", "p50", "p25", "ignore"]


def test_without_a_name_or_a_figure_the_columns_lead_no_further(qtbot, window, model):
    to_columns(qtbot, window)
    for column in "BC":
        press(qtbot, window, f"column-{column}")
        choose(qtbot, window, "ignore")
    press(qtbot, window, "importing-next")
    assert model.step is Step.COLUMNS
    assert notices(window) == [window.session.texts("importing.columns-first")]


def test_each_thing_is_said_on_a_page_of_its_own(qtbot, window, model):
    to_columns(qtbot, window)
    press(qtbot, window, "importing-next")
    typed = {"region": "青岛市", "period": "2024年", "published": "2025-12", "currency": "USD"}
    kept = {**typed, "region": "370200", "period": "2024"}
    for name in ONCE:
        press(qtbot, window, f"say-{name}")
        if name in CHOICES:
            choose(qtbot, window, CHOICES[name][-1])
        else:
            write(window, typed.get(name, "x y"))
            press(qtbot, window, "importing-next")
        wanted = CHOICES[name][-1] if name in CHOICES else kept.get(name, "x y")
        assert (name, str(getattr(model.work.mapping, name)), model.step) == (name, wanted, Step.ONCE)


def test_what_cannot_be_is_said_and_what_was_typed_stays(qtbot, window):
    to_columns(qtbot, window)
    press(qtbot, window, "importing-next")
    for name, text, key in WRONG:
        press(qtbot, window, f"say-{name}")
        write(window, text)
        press(qtbot, window, "importing-next")
        assert notices(window) == [window.session.texts(key)]
        assert not text.strip() or window.drawn.body.findChild(QLineEdit).text() == text
        back(qtbot, window)


def test_nothing_is_looked_at_before_all_is_said(qtbot, window, model):
    to_columns(qtbot, window)
    press(qtbot, window, "importing-next")
    press(qtbot, window, "importing-next")
    assert model.step is Step.ONCE
    assert window.session.texts("wage-table.once.publisher") in notices(window)[0]


def test_of_several_tables_one_is_chosen(qtbot, window, model, chosen, tmp_path):
    chosen["path"] = tmp_path / "two.html"
    chosen["path"].write_text(TWO, encoding="utf-8")
    to_columns(qtbot, window)
    assert model.step is Step.TABLES
    choose(qtbot, window, "1")
    assert model.step is Step.COLUMNS
    back(qtbot, window)
    assert model.step is Step.TABLES


def test_a_table_that_the_guard_refuses_cannot_be_confirmed(qtbot, window, model, chosen):
    chosen["path"].write_text(WAGE_TABLE.replace("万元", "元"), encoding="utf-8")
    to_look(qtbot, window, model)
    assert not is_there(window, "importing-go")
    press_words(qtbot, window, window.session.texts("foot.back"))
    press(qtbot, window, "say-factor")
    choose(qtbot, window, "10000")
    press(qtbot, window, "importing-next")
    assert is_there(window, "importing-go")


@pytest.mark.parametrize(
    "content", [b"", b"\x00\x01\x02", b"PK\x03\x04broken", "没有表".encode(), b"<html><p>x</p></html>"]
)
def test_a_file_without_a_table_is_said_to_be_one_and_leaves_the_page_as_it_was(qtbot, window, model, chosen, content):
    chosen["path"].write_bytes(content)
    to_columns(qtbot, window)
    assert model.step is Step.START
    assert len(notices(window)) == 1


def test_no_file_chosen_changes_nothing(qtbot, window, model, chosen):
    chosen["path"] = None
    to_columns(qtbot, window)
    assert (model.step, notices(window)) == (Step.START, [])


def test_what_is_still_being_read_when_the_person_leaves_is_dropped(window, model, chosen):
    waiting = []
    window.session.run = lambda work, done, failed: waiting.append((work, done, failed))
    window.go("importing")
    model.open(chosen["path"])
    assert model.step is Step.BUSY
    window.finish()
    work, done, failed = waiting[0]
    done(work())
    failed(MissingDataError("imported-tables", path="x", reason="y"))
    assert (window.page, model.step, model.work, model.message) == ("finish", Step.START, None, "")


def test_the_same_table_is_not_stored_twice(qtbot, window, model):
    to_look(qtbot, window, model)
    press(qtbot, window, "importing-go")
    to_look(qtbot, window, model)
    press(qtbot, window, "importing-go")
    assert model.step is Step.LOOK
    assert len(notices(window)) == 1
    assert len(model.imported()) == 1


def test_another_language_or_size_in_the_middle_of_it_changes_nothing(qtbot, window, model):
    to_look(qtbot, window, model)
    for size in (*SIZES, (700, 1300)):
        window.resize(*size)
        window.rebuild()
    assert model.step is Step.LOOK
    assert is_there(window, "importing-go")


def test_nobody_gets_there_but_from_the_data_page(window):
    window.go("home")
    assert not is_there(window, "page-importing")
