"""The parts of the wage result by touch: compared with others, over the years, taken away and read back."""

import csv
import io
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from python_calamine import CalamineWorkbook

from gigdesk.ui.models.ask import UNSURE
from gigdesk.ui.parts import taking
from gigdesk.ui.screenshots import SAMPLES
from gigdesk.ui.widgets.charts.picture import SHARP, WIDTH
from gigdesk.ui.widgets.charts.strips import StripsChart
from gigdesk.ui.widgets.charts.years import YearsChart
from gigdesk.ui.widgets.choice import Choice
from gigdesk.ui.widgets.figure_table import FigureTable
from gigdesk.ui.widgets.notice import Notice

DRIVER, NURSE, COURIER = "4-02-02-01", "4-10-01-06", "4-02-07-08"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def stick(tmp_path, monkeypatch):
    """The folder that the person chooses; None as long as they do not."""
    chosen = {"folder": tmp_path}

    def choose(_parent, _title, name, _kinds):
        return chosen["folder"] and chosen["folder"] / name

    monkeypatch.setattr(taking, "choose_place", choose)
    return chosen


def to_result(window, **changes):
    """Answered at once: the questions themselves are clicked through elsewhere."""
    window.go("wages")
    job = window.model("wages")
    while not job.asking.finished:
        job.answer({**SAMPLES["wages"], **changes}.get(job.asking.current.id, UNSURE))
        job.forward()
    return job


def press(qtbot, window, name):
    widget = window.findChild(QWidget, name)
    assert widget, name
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def choose(qtbot, window, key):
    (choice,) = [one for one in window.drawn.body.findChildren(Choice) if one.option.key == key]
    qtbot.mouseClick(choice, Qt.MouseButton.LeftButton)


def onward(qtbot, window):
    qtbot.mouseClick(window.drawn.foot.right[-1], Qt.MouseButton.LeftButton)


def words(window):
    return [one.text() for one in window.drawn.body.findChildren(QLabel)]


def notices(window):
    return [one.accessibleName() for one in window.drawn.body.findChildren(Notice)]


def add(qtbot, window, code):
    press(qtbot, window, "add-occupation")
    choose(qtbot, window, code)
    onward(qtbot, window)


def test_four_are_added_a_fifth_is_refused_in_words_and_one_is_taken_out(qtbot, window):
    t = window.session.texts
    job = to_result(window)
    press(qtbot, window, "look-compare")
    for code in (DRIVER, NURSE, COURIER):
        add(qtbot, window, code)
    assert job.detail == "compare"
    assert not notices(window)
    press(qtbot, window, "add-occupation")
    assert notices(window) == [t("wages.compare.full", most=4)]
    press(qtbot, window, "add-region")
    assert notices(window) == [t("wages.compare.full", most=4)]
    press(qtbot, window, f"remove-occupation-{NURSE}")
    assert not notices(window)
    assert job.comparing.occupations == [DRIVER, COURIER]
    charts = window.drawn.body.findChildren(StripsChart)
    assert len(charts) == len(window.drawn.body.findChildren(FigureTable)) == len(job.compared().groups)


def test_an_occupation_is_found_by_a_word(qtbot, window):
    job = to_result(window)
    press(qtbot, window, "look-compare")
    press(qtbot, window, "add-occupation")
    qtbot.keyClicks(window.drawn.body.findChild(QLineEdit), "4-07-05-01")
    qtbot.waitUntil(lambda: len(window.drawn.body.findChildren(Choice)) == 1)
    choose(qtbot, window, "4-07-05-01")
    onward(qtbot, window)
    assert job.comparing.occupations == ["4-07-05-01"]


def test_a_place_in_another_province_is_asked_in_two_steps(qtbot, window):
    job = to_result(window)
    press(qtbot, window, "look-compare")
    press(qtbot, window, "add-region")
    choose(qtbot, window, "elsewhere")
    onward(qtbot, window)
    choose(qtbot, window, "440000")
    onward(qtbot, window)
    assert (job.detail, job.comparing.regions) == ("compare", ["440000"])
    assert job.asking.answers["city"] == "370100"
    assert window.session.known.get("city") == "370100"


def test_going_on_without_a_choice_says_so_and_back_leads_to_the_comparison(qtbot, window):
    job = to_result(window)
    press(qtbot, window, "look-compare")
    press(qtbot, window, "add-region")
    onward(qtbot, window)
    assert notices(window) == [window.session.texts("ask.choose-one")]
    qtbot.mouseClick(window.drawn.foot.left[0], Qt.MouseButton.LeftButton)
    assert job.detail == "compare"
    qtbot.mouseClick(window.drawn.foot.left[0], Qt.MouseButton.LeftButton)
    assert job.detail == ""


def test_by_the_hour_one_sees_ones_own_hour(qtbot, window):
    to_result(window)
    press(qtbot, window, "look-compare")
    window.model("wages").show_by("hourly")
    assert window.session.texts("wages.compare.by-hour") in words(window)


def test_the_years_show_chart_and_table_and_another_population(qtbot, window):
    job = to_result(window)
    press(qtbot, window, "look-years")
    assert len(window.drawn.body.findChildren(YearsChart)) == 1
    assert {"6,803", "7,496"} <= set(words(window))
    choose(qtbot, window, "1")
    assert job.population == 1
    assert window.drawn.body.findChildren(FigureTable)[0].accessibleName() == job.years().title.replace("**", "**")


@pytest.mark.parametrize(("way", "part"), [((), "result"), (("compare",), "compare"), (("years",), "years")])
def test_each_part_is_taken_away_and_read_back(qtbot, window, stick, way, part):
    job = to_result(window)
    for step in way:
        press(qtbot, window, f"look-{step}")
    if part == "compare":
        add(qtbot, window, DRIVER)
    press(qtbot, window, f"look-take-{part}" if way else "look-take")
    for ending in ("csv", "xlsx", "png", "svg"):
        press(qtbot, window, f"take-{ending}")
        file = stick["folder"] / f"gigdesk-wages-{part}-2026-11-23.{ending}"
        assert file.is_file()
        assert any(file.name in said for said in notices(window))
    _same_tables(stick["folder"], part)
    _pictures(stick["folder"], part, job, window)
    qtbot.mouseClick(window.drawn.foot.left[0], Qt.MouseButton.LeftButton)
    assert job.detail == ("" if part == "result" else part)


def _same_tables(folder, part):
    (as_csv,) = [path for path in folder.iterdir() if path.suffix == ".csv"]
    rows = list(csv.reader(io.StringIO(as_csv.read_bytes().decode("utf-8-sig"), newline="")))
    book = CalamineWorkbook.from_path(str(as_csv.with_suffix(".xlsx")))
    sheet = book.get_sheet_by_index(0).to_python()
    assert len(book.sheet_names) == 2
    assert len(rows) == len(sheet) > 1
    for there, here in zip(rows[1:], sheet[1:], strict=True):
        assert [str(cell) for cell in here if isinstance(cell, str)] == [
            cell for cell, other in zip(there, here, strict=True) if isinstance(other, str)
        ]
        assert [float(cell) for cell, other in zip(there, here, strict=True) if not isinstance(other, str)] == [
            cell for cell in here if not isinstance(cell, str)
        ]
    assert any(Decimal(cell) == 7496 for row in rows[1:] for cell in row if cell.replace(".", "").isdigit()), part


def _pictures(folder, part, job, window):
    image = QImage(str(folder / f"gigdesk-wages-{part}-2026-11-23.png"))
    assert image.width() == WIDTH * SHARP
    assert image.height() > 1000
    root = ET.fromstring((folder / f"gigdesk-wages-{part}-2026-11-23.svg").read_bytes())  # noqa: S314 - our own
    said = "".join(text for one in root.iter(f"{SVG}text") for text in one.itertext())
    assert "7,496" in said
    t = window.session.texts
    assert t("population.survey_sample.who")[:8] in said
    assert job.result().explanation.data[:8] in said


def test_the_table_is_copied_and_the_next_person_finds_nothing_of_it(qtbot, window):
    to_result(window)
    press(qtbot, window, "look-take")
    press(qtbot, window, "take-copy")
    assert notices(window) == [window.session.texts("take.copied")]
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len({line.count("\t") for line in lines}) == 1
    window.finish()
    assert QGuiApplication.clipboard().text() == ""


def test_who_chooses_no_place_saves_nothing(qtbot, window, stick, tmp_path):
    stick["folder"] = None
    to_result(window)
    press(qtbot, window, "look-take")
    press(qtbot, window, "take-csv")
    assert list(tmp_path.iterdir()) == []
    assert notices(window) == []


@pytest.mark.parametrize("ending", ["csv", "png"])
def test_a_place_that_cannot_be_written_is_said_and_nothing_is_lost(qtbot, window, stick, tmp_path, ending):
    stick["folder"] = tmp_path / "no folder"
    job = to_result(window)
    press(qtbot, window, "look-take")
    press(qtbot, window, f"take-{ending}")
    (said,) = notices(window)
    assert str(tmp_path) not in said
    assert job.detail == "take"
    stick["folder"] = tmp_path
    press(qtbot, window, f"take-{ending}")
    assert [path.suffix for path in Path(tmp_path).iterdir()] == [f".{ending}"]


def test_another_language_keeps_the_comparison(qtbot, window):
    to_result(window)
    press(qtbot, window, "look-compare")
    add(qtbot, window, DRIVER)
    before = window.session.texts.language
    qtbot.mouseClick(window.frame.tools.language, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.session.texts.language != before)
    assert window.model("wages").detail == "compare"
    assert window.findChild(QWidget, f"remove-occupation-{DRIVER}")
