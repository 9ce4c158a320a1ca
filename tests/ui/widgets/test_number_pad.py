"""Amounts: as people write them, by the pad, by the keyboard, pasted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from gigdesk.services.amounts import read_amount, read_length
from gigdesk.ui.widgets.amount import grouped
from gigdesk.ui.widgets.keys import Key
from gigdesk.ui.widgets.number_pad import AmountEntry, AmountWords

# The offscreen platform says so of every window.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("7200", "7200"),
        ("12 000", "12000"),
        ("12,000.50", "12000.50"),
        ("１２，０００", "12000"),
        ("12，000元", "12000"),
        ("1.2万", "12000"),
        ("1.25 万元", "12500"),
        ("3千", "3000"),
        ("2w", "20000"),
        ("￥6300", "6300"),
        ("007", "7"),
        (".5", "0.5"),
        ("12.", "12"),
        ("", ""),
        ("  ", ""),
        ("12.000,5", None),
        ("1,2000", "12000"),
        ("12'000", "12000"),
        ("8k", "8000"),
        ("1,2", None),
        ("1,200,00", None),
        ("1 2", None),
        ("1e5", None),
        ("-5", None),
        ("٣", None),
        ("壹万", None),
        ("一万", None),
        ("12-3", None),
        ("1.2.3", None),
        (".", None),
        ("万", None),
    ],
)
def test_an_amount_is_read_as_it_was_meant(text, amount):
    assert read_amount(text) == amount


@pytest.mark.parametrize(
    ("text", "unit", "amount"),
    [
        ("96个月", "months", "96"),
        ("８年", "months", "96"),
        ("8年零3个月", "months", "99"),
        ("8年半", "months", "102"),
        ("8 years 3 months", "months", "99"),
        ("96个月", "years", "8"),
        ("289个月", "years-or-months", "289"),
        ("24年1个月", "years-or-months", "289"),
        ("3个月", "years-or-months", "0.25"),
        ("25个月", "years-or-months", None),
        ("年", "months", None),
        ("8", "months", None),
    ],
)
def test_a_length_says_its_own_unit(text, unit, amount):
    assert read_length(text, unit) == amount


@pytest.mark.parametrize(("plain", "shown"), [("1234567.80", "1,234,567.80"), ("0", "0"), ("", ""), ("1.2万", "1.2万")])
def test_thousands_are_set_apart(plain, shown):
    assert grouped(plain) == shown


@pytest.fixture
def entry(qtbot, theme):
    words = AmountWords(
        "一个月流水", "元", "删掉一位", lambda amount: f"{amount} 的大写" if len(amount) > len("9999") else "", "months"
    )
    found = AmountEntry(words, theme, point=True)
    qtbot.addWidget(found)
    found.show()
    found.activateWindow()
    found.field.setFocus()
    qtbot.waitUntil(found.field.hasFocus)
    return found


def key(entry, face):
    return next(each for each in entry.findChildren(Key) if each.face == face)


def test_the_pad_types_and_keeps_the_focus_in_the_field(qtbot, entry):
    told = []
    entry.changed.connect(told.append)
    for face in "7200.5":
        qtbot.mouseClick(key(entry, face), Qt.MouseButton.LeftButton)
    assert (entry.field.text(), entry.value()) == ("7,200.5", "7200.5")
    assert told[-1] == "7200.5"
    assert entry.field.hasFocus()
    for _ in range(3):
        qtbot.mouseClick(key(entry, "backspace"), Qt.MouseButton.LeftButton)
    assert entry.value() == "720"


def test_the_keyboard_types_too(qtbot, entry):
    qtbot.keyClicks(entry.field, "12000")
    assert (entry.field.text(), entry.value()) == ("12,000", "12000")


def test_the_cursor_stays_where_it_was(qtbot, entry):
    entry.set_value("12000")
    entry.field.setCursorPosition(1)
    qtbot.keyClicks(entry.field, "3")
    assert (entry.field.text(), entry.field.cursorPosition()) == ("132,000", 2)


def test_what_is_pasted_is_understood(qtbot, entry):
    QApplication.clipboard().setText("1.2万")
    entry.field.paste()
    assert entry.value() == "12000"
    qtbot.keyClick(entry.field, Qt.Key.Key_Return)
    assert entry.field.text() == "12,000"


@pytest.mark.parametrize(
    ("typed", "value", "said"),
    [
        ("3千", "3000", "= 3,000 元"),
        ("7200元", "7200", "= 7,200 元"),
        ("8年", "96", "= 96 元"),
        ("12 00", "12 00", ""),
        ("1,2", "1,2", ""),
        ("٣", "٣", ""),
    ],
)
def test_what_was_understood_is_said_where_other_words_stand_there(entry, typed, value, said):
    for sign in typed:
        entry.field.insert(sign)  # keys of a test are Latin ones
    assert (entry.value(), entry.in_words.text()) == (value, said)


def test_what_was_understood_is_said_in_the_unit_that_holds_now(entry):
    entry.field.insert("3千")
    entry.say_unit("元/天")
    assert entry.in_words.text() == "= 3,000 元/天"


def test_commas_set_by_the_field_are_not_those_of_whoever_types(qtbot, entry):
    qtbot.keyClicks(entry.field, "1234")
    qtbot.keyClick(entry.field, Qt.Key.Key_Backspace)
    assert (entry.field.text(), entry.value()) == ("123", "123")
    entry.set_value("")
    qtbot.keyClicks(entry.field, "12 000")
    assert (entry.field.text(), entry.value()) == ("12,000", "12000")
    qtbot.keyClicks(entry.field, "0")
    assert (entry.field.text(), entry.value()) == ("120,000", "120000")


def test_what_is_no_amount_comes_as_it_was_typed(qtbot, entry):
    told = []
    entry.changed.connect(told.append)
    qtbot.keyClicks(entry.field, "abc")
    assert told[-1] == entry.value() == "abc"
    assert not entry.field.readable()


def test_large_amounts_are_said_in_words(entry):
    entry.set_value("10000")
    assert entry.in_words.text() == "10000 的大写"
    entry.set_value("9999")
    assert entry.in_words.text() == ""
    entry.set_value("25000")
    assert entry.in_words.text() == "25000 的大写"
    entry.set_value("")
    assert entry.in_words.text() == ""


def test_field_and_keys_are_as_large_as_designed(theme, entry):
    theme.apply(entry)
    entry.field.ensurePolished()
    assert abs(entry.field.minimumSizeHint().height() - theme.size("field")) <= 1
    assert {(each.width(), each.height()) for each in entry.findChildren(Key)} == {
        (theme.size("key"), theme.size("key"))
    }
    assert [each.face for each in entry.findChildren(Key)] == [*"123456789", ".", "0", "backspace"]
