"""The comparison and the assumptions as pages: by touch and by keys, in both languages, on one screen."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from gigdesk.domain.money import YearMonth
from gigdesk.store.texts import LANGUAGES
from gigdesk.ui.models.ask import UNSURE
from gigdesk.ui.models.job import Stage
from gigdesk.ui.screenshots import SAMPLES, SIZES, sample_window
from gigdesk.ui.widgets.choice_grid import ChoiceGrid
from gigdesk.ui.widgets.choice_table import ChoiceTable
from gigdesk.ui.widgets.number_pad import AmountEntry
from gigdesk.ui.widgets.row import Row
from gigdesk.ui.widgets.segments import Segments
from gigdesk.ui.widgets.stepper import Stepper

WIDE, UPRIGHT, SMALL = SIZES


def opened(language, size, qtbot, warm):
    window = sample_window(warm, language)
    window.resize(*size)
    qtbot.addWidget(window)
    window.show()
    window.rebuild()
    window.activateWindow()
    window.go("pension")
    job = window.model("pension")
    while not job.asking.finished:
        job.asking.answers[job.asking.current.id] = SAMPLES["pension"].get(job.asking.current.id, UNSURE)
        job.asking.forward()
    window.redraw()
    return window


@pytest.fixture(params=LANGUAGES)
def window(request, qtbot, warm):
    return opened(request.param, WIDE, qtbot, warm)


def press(qtbot, window, name):
    qtbot.mouseClick(window.findChild(QWidget, name), Qt.MouseButton.LeftButton)


def button(window, key):
    words = window.session.texts(key)
    return [one for one in window.findChildren(QAbstractButton) if one.accessibleName() == words and one.isVisible()][
        -1
    ]


def click(qtbot, window, key):
    qtbot.mouseClick(button(window, key), Qt.MouseButton.LeftButton)


def panel(window):
    return [row.accessibleName() for row in window.drawn.body.findChildren(Row)]


def compare(qtbot, window):
    press(qtbot, window, "look-compare")
    return window.drawn.body.findChild(ChoiceGrid)


def segment(window, key):
    boxes = window.drawn.body.findChildren(Segments)
    return next(cell for box in boxes for cell in box.cells if cell.segment.key == key)


def settle(qapp):
    for _ in range(3):
        qapp.sendPostedEvents()
        qapp.processEvents()


def test_a_cell_is_chosen_by_keys_and_the_panel_follows(qtbot, window):
    grid = compare(qtbot, window)
    job = window.model("pension")
    assert window.focusWidget() is grid.cell(0, 3)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Space):
        qtbot.keyClick(window.focusWidget(), key)
    assert (job.comparing.tier, job.comparing.shift) == ("70", -12)
    assert window.focusWidget() is grid.cell(1, 2)
    assert any("1,066.94" in row for row in panel(window))
    assert all(row.accessibleName() for row in window.drawn.body.findChildren(Row))


def test_another_way_to_stop_shows_other_figures(qtbot, window):
    grid = compare(qtbot, window)
    before = grid.cell(0, 3).accessibleName()
    qtbot.mouseClick(segment(window, "minimum"), Qt.MouseButton.LeftButton)
    assert grid.cell(0, 3).accessibleName() != before
    qtbot.mouseClick(segment(window, "5"), Qt.MouseButton.LeftButton)
    assert "84" in grid.cell(0, 3).accessibleName()


def test_the_income_is_filled_in_on_request_and_leads_back(qtbot, window):
    compare(qtbot, window)
    job = window.model("pension")
    qtbot.mouseClick(window.findChild(Row, "fill-net_income"), Qt.MouseButton.LeftButton)
    assert job.asking.current.id == "net_income"
    window.drawn.body.findChildren(AmountEntry)[0].set_value("6200")
    click(qtbot, window, "foot.continue")
    assert (job.stage, job.detail) == (Stage.DETAIL, "compare")
    assert any("14.8" in row for row in panel(window))


def test_an_own_payment_is_refused_outside_its_limits_and_then_stands_in_the_table(qtbot, window):
    compare(qtbot, window)
    job = window.model("pension")
    press(qtbot, window, "fill-own_payment")
    window.drawn.body.findChildren(AmountEntry)[0].set_value("300")
    click(qtbot, window, "foot.continue")
    assert "914.60" in job.asking.message
    window.drawn.body.findChildren(AmountEntry)[0].set_value("1000")
    click(qtbot, window, "foot.continue")
    names = [cell.accessibleName() for cell in window.drawn.body.findChild(ChoiceGrid).findChildren(QAbstractButton)]
    assert len(names) == 70
    assert sum("1,000.00" in name for name in names) == 7


def test_back_out_of_a_question_leaves_it_unasked(qtbot, window):
    compare(qtbot, window)
    job = window.model("pension")
    press(qtbot, window, "fill-own_payment")
    click(qtbot, window, "foot.back")
    assert (job.stage, job.detail) == (Stage.DETAIL, "compare")
    assert job.asking.finished


def test_who_draws_already_sees_no_way_to_a_comparison(window):
    job = window.model("pension")
    job.asking.answers.update(birth=YearMonth(1960, 1), paid_months=Decimal(300))
    window.redraw()
    assert job.offers(job.result()) == {}
    assert "compare" not in [
        one.objectName().removeprefix("look-") for one in window.frame.bars[1].findChildren(QWidget)
    ]


def test_the_working_of_a_cell_and_back_step_by_step(qtbot, window):
    compare(qtbot, window)
    job = window.model("pension")
    press(qtbot, window, "look-compare-working")
    assert job.detail == "compare-working"
    click(qtbot, window, "foot.back")
    assert job.detail == "compare"
    click(qtbot, window, "foot.back-to-result")
    assert job.stage is Stage.RESULT


@pytest.mark.parametrize("size", [WIDE, SMALL], ids=["kiosk", "laptop"])
def test_ten_rows_and_the_panel_stand_on_one_screen(qapp, qtbot, window, size):
    job = window.model("pension")
    job.extra.update(("net_income", "own_payment", "subsidy_group"))
    answers = {"net_income": Decimal(6200), "own_payment": Decimal(1000), "subsidy_group": "hard_to_employ"}
    job.asking.answers.update(answers)
    job.asking.leave()
    window.resize(*size)
    window.rebuild()
    compare(qtbot, window)
    for tier, shift, stop in (("80", -24, "minimum"), ("300", 36, "retirement"), ("own", 12, "5")):
        job.look_at(tier, shift)
        job.stop_at(stop)
        window.redraw()
        settle(qapp)
        assert not window.frame.body.page_button.isVisible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_upright_the_ages_are_chosen_above_and_the_tiers_in_rows(qtbot, warm, language):
    window = opened(language, UPRIGHT, qtbot, warm)
    press(qtbot, window, "look-compare")
    job = window.model("pension")
    qtbot.mouseClick(segment(window, "-12"), Qt.MouseButton.LeftButton)
    assert job.comparing.shift == -12
    table = window.drawn.body.findChild(ChoiceTable)
    rows = [row for row in table.findChildren(QAbstractButton) if row.isCheckable()]
    assert len(rows) == 9
    qtbot.mouseClick(rows[4], Qt.MouseButton.LeftButton)
    assert (job.comparing.tier, job.comparing.shift) == ("100", -12)
    assert any("1,524.20" in row for row in panel(window))
    assert window.focusWidget().isChecked()


def stepper(window, at):
    return window.drawn.body.findChildren(Stepper)[at]


def test_a_step_changes_the_figures_and_the_result_says_so(qtbot, window):
    job, t = window.model("pension"), window.session.texts
    before = job.result()
    press(qtbot, window, "look-assumptions")
    body = window.drawn.body
    assert window.focusWidget() is stepper(window, 0)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Up)
    assert window.drawn.body is body
    after = job.result()
    assert after.amount != before.amount
    assert after.own_assumptions
    shown = [label.text() for label in body.findChildren(QWidget) if hasattr(label, "text")]
    assert any(after.amount.strip("* ") in text for text in shown)
    names = [one.accessibleName() for one in body.findChildren(QAbstractButton)]
    assert t("assume.own") in names
    click(qtbot, window, "foot.back-to-result")
    assert t("pension.own-assumptions") in [one.accessibleName() for one in window.findChildren(QAbstractButton)]


def test_one_press_restores_the_preset_and_finishing_wipes_it(qtbot, window):
    job = window.model("pension")
    before = job.result()
    press(qtbot, window, "look-assumptions")
    for at in range(4):
        stepper(window, at).set_value(7)
    assert all(row.own for row in job.result().assumed)
    press(qtbot, window, "assume-reset")
    assert job.result() == before
    assert stepper(window, 0).value == 4
    stepper(window, 0).set_value(16)
    window.finish()
    assert job.assuming.own is None


def test_a_stepper_says_its_limit(window):
    window.model("pension").look("assumptions")
    stepper(window, 3).set_value(99)
    assert window.session.texts("assume.at-high") in stepper(window, 3).accessibleDescription()
    stepper(window, 3).set_value(-99)
    assert window.session.texts("assume.at-low") in stepper(window, 3).accessibleDescription()
    assert window.model("pension").assuming.own.inflation == Decimal("-0.02")


@pytest.mark.parametrize("size", [WIDE, SMALL], ids=["kiosk", "laptop"])
@pytest.mark.parametrize("part", ["", "assumptions"])
def test_the_result_and_the_assumptions_stand_on_one_screen(qapp, window, size, part):
    window.resize(*size)
    window.rebuild()
    window.model("pension").look(part)
    settle(qapp)
    assert not window.frame.body.page_button.isVisible()
