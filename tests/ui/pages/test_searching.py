"""The question for an occupation while something is typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from shiboken6 import isValid

from gigdesk.store.texts import LANGUAGES
from gigdesk.ui.models.wages import COMMON
from gigdesk.ui.screenshots import SAMPLES, SEARCHES, sample_window
from gigdesk.ui.widgets.choice import Choice
from gigdesk.ui.widgets.text import Words

WARNED = {"several": "several-occupations", "slip": "occupation-guessed", "recycled": "code-recycled",
          "unused": "code-unused"}  # fmt: skip


@pytest.fixture(params=LANGUAGES)
def window(request, qtbot, warm):
    window = sample_window(warm, request.param)
    window.resize(1366, 768)
    qtbot.addWidget(window)
    window.show()
    window.rebuild()
    window.activateWindow()
    window.go("wages")
    job = window.model("wages")
    job.answer(SAMPLES["wages"]["city"])
    job.forward()
    return window


def type_word(qtbot, window, word):
    before = window.drawn.body.findChild(Choice)
    window.drawn.body.findChild(QLineEdit).setText(word)  # keys of a test are Latin ones
    qtbot.waitUntil(lambda: bool(offered(window)) and not (isValid(before) and before.isVisible()))


def offered(window):
    return [choice.option.key for choice in window.drawn.body.findChildren(Choice) if choice.isVisible()]


def said(window):
    return window.drawn.body.findChild(Words, "search-note").text()


@pytest.mark.parametrize(("name", "code"), WARNED.items())
def test_what_must_be_known_of_the_choices_stands_above_them(qtbot, window, name, code):
    type_word(qtbot, window, SEARCHES[name])
    answer = window.session.services.wages.search(SEARCHES[name], window.session.today())
    assert [warned.code for warned in answer.warnings] == [code]
    assert window.session.texts.tell(f"warning.{code}", dict(answer.warnings[0].details)) == said(window)


def test_of_a_word_of_several_kinds_one_is_chosen(qtbot, window):
    type_word(qtbot, window, "司机")
    assert offered(window)[:3] == ["4-02-02-01", "4-02-02-02", "4-10-08-02"]
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Down)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Down)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    job = window.model("wages")
    assert (job.asking.answers["occupation"], job.asking.current.id) == ("4-02-02-02", "earned")


@pytest.mark.parametrize("word", ["没有这种工作啊", "4-01-02-02"])
def test_where_nothing_is_found_the_common_ones_are_offered(qtbot, window, word):
    type_word(qtbot, window, word)
    assert offered(window) == [code for code, _ in COMMON]


def test_a_recycled_code_offers_both_occupations_with_the_codes_of_today(qtbot, window):
    type_word(qtbot, window, "4-02-07-10")
    assert offered(window) == ["4-02-07-10", "4-10-08-01"]
    labels = [choice.option.text for choice in window.drawn.body.findChildren(Choice) if choice.isVisible()]
    assert all(code in label for code, label in zip(offered(window), labels, strict=True))


def test_the_field_cleared_brings_the_common_ones_back(qtbot, window):
    type_word(qtbot, window, "司机")
    window.drawn.body.findChild(QLineEdit).clear()
    qtbot.waitUntil(lambda: offered(window) == [code for code, _ in COMMON])
