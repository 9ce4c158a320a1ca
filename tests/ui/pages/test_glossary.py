"""Looking a word up, and coming back to the page as it was."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from gigdesk.ui.models.ask import UNSURE
from gigdesk.ui.parts.glossary import GlossaryPanel, words_of
from gigdesk.ui.screenshots import SAMPLES


def link(window):
    return window.findChild(QWidget, "glossary-link")


def test_a_word_of_a_question_is_looked_up_without_losing_what_stands_there(qtbot, window):
    window.go("form")
    job = window.model("form")
    job.asking.answers.update({name: SAMPLES["form"][name] for name in ("city", "retired")})
    job.change("benefit_base")
    window.redraw()
    window.drawn.focus.setText("7831")
    qtbot.mouseClick(link(window), Qt.MouseButton.LeftButton)
    panel = window.findChild(GlossaryPanel)
    assert window.session.texts("term.benefit_base.means") in words_of(panel)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert window.drawn.focus.text() == "7,831"
    assert window.focusWidget() is link(window)


def test_the_words_of_a_result_are_a_press_away_and_go_with_the_person(qtbot, window):
    window.go("injury")
    job = window.model("injury")
    while not job.asking.finished:
        ask = job.asking.current
        job.asking.answers[ask.id] = SAMPLES["injury"].get(ask.id, UNSURE)
        job.forward()
    window.redraw()
    qtbot.mouseClick(link(window), Qt.MouseButton.LeftButton)
    assert window.findChild(GlossaryPanel).isVisible()
    window.clear()
    assert not any(panel.isVisible() for panel in window.findChildren(GlossaryPanel))
