"""The checks find what they are for: each of these pages has one fault."""

import pytest
from access import contrast, keys, names, targets, words
from access.colours import contrast as ratio
from access.longer import longer
from access.painted import paint
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from gigdesk.store import paths
from gigdesk.ui.theme import Theme
from gigdesk.ui.widgets.buttons import Button
from gigdesk.ui.widgets.overlay import Overlay
from gigdesk.ui.widgets.painted import Painted
from gigdesk.ui.widgets.text import TextBlock, Words


@pytest.fixture
def theme(qapp):
    theme = Theme.load(paths.resources() / "style")
    theme.apply(qapp)
    return theme


@pytest.fixture
def pane(qtbot, theme):  # noqa: ARG001 - the look of the program
    """A page of a white ground, 600 by 400, and a way to put widgets on it."""
    pane = QWidget()
    pane.setStyleSheet("background: white")
    qtbot.addWidget(pane)
    pane.resize(600, 400)
    pane.show()

    def put(widget, *place):
        widget.setParent(pane)
        widget.setGeometry(*place)
        widget.show()
        return pane

    return put


def checks(found):
    return [one.check for one in found]


def test_words_that_fit_are_nobodys_fault(pane, theme):
    painting = paint(pane(Words("看得清", theme), 20, 20, 300, 60))
    assert [ink.text for ink in painting.letters] == ["看得清"]
    assert not [*words.cut(painting), *words.overlapping(painting), *contrast.of_letters(painting, theme)]


def test_words_too_large_for_their_place_are_cut(pane, theme):
    assert checks(words.cut(paint(pane(Words("看不全", theme), 20, 20, 200, 20)))) == ["cut"]


def test_words_over_words_overlap(pane, theme):
    pane(Words("一行字", theme), 20, 20, 300, 60)
    assert checks(words.overlapping(paint(pane(Words("又一行", theme), 30, 30, 300, 60)))) == ["overlap"]


def test_pale_words_and_covered_words_do_not_stand_out(pane, theme):
    pane(Words("太淡", theme, tone="line"), 20, 20, 300, 60)
    pane(Words("盖住", theme), 20, 120, 300, 60)
    painting = paint(pane(QWidget(), 0, 120, 400, 60))
    found = list(contrast.of_letters(painting, theme))
    assert [one.measured.split()[0] for one in found] == ["1.47", "covered"]


def test_a_button_like_its_ground_has_no_edge(pane):
    button = QPushButton(styleSheet="background: #FFFFFF; border: 1px solid #EEEEEE")
    assert checks(contrast.of_edges(paint(pane(button, 20, 20, 200, 80)))) == ["edge"]


def test_a_small_target_and_one_close_to_another(pane, theme):
    pane(Button("一", theme), 20, 20, 200, 50)
    found = pane(Button("二", theme), 20, 74, 200, 80)
    assert checks(targets.too_small(found, theme)) == ["target"]
    assert checks(targets.too_close(found, theme)) == ["gap"]


def test_a_field_without_a_name_and_two_of_one_name(pane, theme):
    pane(QLineEdit(), 20, 20, 200, 80)
    pane(Button("一", theme), 20, 120, 200, 80)
    found = pane(Button("一", theme), 20, 220, 200, 80)
    assert checks(names.nameless(found)) == ["name"]
    assert checks(names.alike(found)) == ["name"]


class Picture(Painted):
    """Shows more than it says."""

    def draw(self, painter, _rect):
        TextBlock("6,300", self._theme, "body").paint(painter, 0, 0, self._theme.colour("ink"))

    def _height(self, _width):
        return 60


def test_a_picture_that_says_less_than_it_shows(pane, theme):
    assert checks(names.unsaid(paint(pane(Picture(theme, "工资"), 20, 20, 300, 60)))) == ["unsaid"]


def test_black_on_white_is_21_to_1():
    assert round(ratio(0, 0xFFFFFF), 2) == 21


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("查一查结果", "查一查结果查一"),
        ("Change my answers", "Change my answers Change"),
        ("{amount} **元**/月", "{amount} **元**/月元"),
        ("{one}", "{one}"),
        ("1,234", "1,234"),
    ],
)
def test_a_text_is_made_a_third_longer(text, asked):
    assert longer(text) == asked


def test_pages_made_of_layouts_are_seen_whole(pane, theme):
    holder = QWidget()
    QVBoxLayout(holder).addWidget(Words("在里面", theme))
    painting = paint(pane(holder, 0, 0, 300, 200))
    assert painting.under(painting.letters[0]).text() == "在里面"


def test_a_panel_higher_than_its_window_is_too_high(pane, theme):
    window = pane(QWidget(), 0, 0, 10, 10)
    panel = Overlay(window, theme, 300)
    for line in range(12):
        panel.rows.addWidget(Words(f"第 {line} 行", theme, "question"))
    panel.appear()
    assert checks(words.too_high(window)) == ["too high"]
    panel.leave()
    assert not list(words.too_high(window))


@pytest.mark.parametrize(
    ("found", "goes"), [([], False), ([0, 1, 2], True), ([2, 0, 1], True), ([1, 0, 2], False), ([0, 1], False)]
)
def test_tab_goes_round_from_wherever_it_begins(found, goes):
    assert keys.goes_round(found, [0, 1, 2]) is goes
