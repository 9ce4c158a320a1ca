"""Text: marked words, wrapping, tails of letters."""

from __future__ import annotations

import math

from PySide6.QtGui import QImage, QPainter

from gigdesk.ui.widgets.text import Line, Stack, TextBlock, Words

LONG = "最后由人社部门认定。这里是按公布的规定帮您先看一遍。"


def test_stars_mark_and_are_not_shown(theme):
    marked, plain = TextBlock("接的是**美团**的单", theme, "body"), TextBlock("接的是美团的单", theme, "body")
    assert marked.plain == plain.plain
    assert marked.width == plain.width


def test_marks_after_a_rare_letter_stand_where_they_should(theme):
    """Qt counts in UTF-16: a letter beyond the first plane counts twice."""
    latin, rare = TextBlock("a **iiii** W", theme, "body"), TextBlock("𠮷 **iiii** W", theme, "body")
    assert latin.plain[1:] == rare.plain[1:]
    wide = TextBlock("W **iiii** W", theme, "body").width - TextBlock("W iiii W", theme, "body").width
    assert math.isclose(latin.width - TextBlock("a iiii W", theme, "body").width, wide, abs_tol=0.1)
    assert math.isclose(rare.width - TextBlock("𠮷 iiii W", theme, "body").width, wide, abs_tol=0.1)


def test_lines_have_the_height_of_the_design(theme):
    assert math.isclose(TextBlock(LONG, theme, "body").height, 28 * 1.4 * theme.scale)
    wrapped = TextBlock(LONG, theme, "body", 300 * theme.scale)
    assert math.isclose(wrapped.height / theme.line("body"), round(wrapped.height / theme.line("body")))
    assert wrapped.width <= 300 * theme.scale


def test_tails_of_latin_letters_get_the_room_that_chinese_does_not_need(theme):
    assert TextBlock("gyp", theme, "hero").height > TextBlock("您好", theme, "hero").height


def test_a_line_break_is_kept(theme):
    assert math.isclose(TextBlock("您好，\n今天", theme, "hero").height, 2 * theme.line("hero"))


def test_what_is_empty_takes_no_room(theme, qtbot):
    assert TextBlock("", theme, "body").height == 0
    stack = Stack((Line("", "body", above=20), Line("字", "body")), theme)
    assert math.isclose(stack.height, theme.line("body"))
    words = Words("", theme)
    qtbot.addWidget(words)
    assert words.sizeHint().height() == 0


def test_words_grow_when_they_are_narrow_and_are_read_without_stars(theme, qtbot):
    words = Words(f"**{LONG}**", theme)
    qtbot.addWidget(words)
    assert words.heightForWidth(200) > words.heightForWidth(2000)
    assert words.text() == LONG
    words.say("短")
    assert (words.text(), words.heightForWidth(2000)) == ("短", math.ceil(theme.line("body")))


def test_colouring_what_is_marked_leaves_the_tails_above_it_whole(theme):
    """The second line is marked; the tails of the first reach into it."""

    def ink(mark):
        block = TextBlock("gyp\n**ooo**", theme, "hero")
        image = QImage(round(block.width) + 4, round(block.height), QImage.Format.Format_RGB32)
        image.fill(theme.colour("surface"))
        painter = QPainter(image)
        block.paint(painter, 2, 0, theme.colour("ink"), mark)
        painter.end()
        dark = theme.colour("surface").rgb()
        return {(x, y) for x in range(image.width()) for y in range(image.height()) if image.pixel(x, y) != dark}

    assert ink(theme.colour("wage")) == ink(None)


def test_a_word_is_broken_only_where_a_line_of_its_own_cannot_hold_it(theme):
    whole = TextBlock("High contrast", theme, "body")
    alone = TextBlock("contrast", theme, "body").width
    assert math.isclose(whole.least_width, alone, abs_tol=1)
    assert TextBlock("High contrast", theme, "body", whole.least_width).height < 3 * theme.line("body")
    squeezed = TextBlock("contrast", theme, "body", alone / 2)
    assert squeezed.width <= alone / 2


def test_a_day_keeps_to_one_line_and_an_address_does_not_widen_the_page(theme):
    day = TextBlock("2026-08-14", theme, "note")
    assert math.isclose(day.least_width, day.width, abs_tol=1)
    address = TextBlock("a" * 60, theme, "note")
    assert address.least_width < address.width / 2


def test_words_ask_for_the_width_of_their_longest_word(theme, qtbot):
    words = Words("a provisional figure", theme)
    qtbot.addWidget(words)
    assert words.minimumSizeHint().width() >= TextBlock("provisional", theme, "body").width
