"""Reading a page aloud in a window: what is read, what is marked, and when it is silent at once."""

import shutil

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from gigdesk.services.speech import Speaker
from gigdesk.store.settings import Settings
from gigdesk.ui.kiosk import Kiosk
from gigdesk.ui.screenshots import SAMPLES, SIZES, sample_window
from gigdesk.ui.voice import ProgramVoice, Voices
from gigdesk.ui.widgets.choice_list import ChoiceList
from gigdesk.ui.widgets.reading_mark import ReadingMark
from tests.ui.models.test_aloud import Noted

MOST = 60
"""Sentences: more than a question has."""
SHELL = shutil.which("sh")


@pytest.fixture
def voice():
    return Noted()


@pytest.fixture
def window(qtbot, warm, voice):
    window = sample_window(warm, "zh")
    qtbot.addWidget(window)
    window.resize(*SIZES[0])
    window.aloud.take(voice)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.fixture
def question(window):
    """The question how far the order was, of an accident."""
    window.go("injury")
    job = window.model("injury")
    job.asking.answers.update(SAMPLES["injury"])
    job.change("order_state")
    return window


def to_the_end(window, voice):
    for _ in range(MOST):
        voice.ends()
    assert not window.aloud.reading
    return [said for _, said in voice.said]


def test_a_question_is_read_as_it_stands_with_its_answers_by_number(question, voice):
    question.aloud.toggle()
    said = to_the_end(question, voice)
    heading = said.index("出事那一刻，这一单走到哪一步了？")
    answers = [said.index(answer) for answer in ("一、还没上线", "二、在线，等单", "三、接了单，去取货")]
    assert [heading, *answers] == sorted([heading, *answers])
    assert said.index("为什么问这个") > answers[-1]


def test_what_is_read_is_marked_and_has_the_focus(question, voice):
    question.aloud.toggle()
    first = question.drawn.body.findChild(ChoiceList).choices[0]
    for _ in range(MOST):
        if voice.said[-1][1] != "一、还没上线":
            voice.ends()
    (mark,) = question.findChildren(ReadingMark)
    assert mark.isVisible()
    assert mark.geometry().contains(first.mapTo(mark.parentWidget(), QPoint(1, 1)))
    assert first.hasFocus()
    assert not first.isChecked()


def test_reading_follows_the_focus(question, voice):
    question.aloud.toggle()
    question.drawn.body.findChild(ChoiceList).choices[1].setFocus(Qt.FocusReason.TabFocusReason)
    assert voice.said[-1][1] == "二、在线，等单"
    for _ in range(4):
        voice.ends()
    assert voice.said[-1][1] == "五、取了货，去送，已选"


def test_the_button_reads_and_stops_and_a_key_does_the_same(question):
    speaker = question.frame.tools.speaker
    speaker.click()
    assert question.aloud.reading
    assert speaker.accessibleName() == "停止"
    speaker.click()
    assert not question.aloud.reading
    assert speaker.accessibleName() == "朗读"
    QTest.keyClick(question, Qt.Key.Key_F9)
    assert question.aloud.reading


@pytest.mark.parametrize("leave", ["finish", "clear", "apologise", "redraw", "rebuild"])
def test_whatever_else_is_shown_it_is_silent_at_once(question, voice, leave):
    question.aloud.toggle()
    getattr(question, leave)()
    said = len(voice.said)
    voice.ends()
    assert (question.aloud.reading, voice.silenced, len(voice.said)) == (False, 1, said)


def test_a_voice_that_fails_is_said_on_the_button(question, voice):
    question.aloud.toggle()
    voice.ends(well=False)
    assert not question.aloud.reading
    assert question.frame.tools.speaker.accessibleName() == "没有声音"


def test_without_a_voice_for_the_language_nothing_is_offered(window, voice):
    voice.languages = lambda: ("en",)
    window.aloud.take(voice)
    window.rebuild()
    assert window.frame.tools.speaker is None
    window.aloud.toggle()
    assert not voice.said


def test_who_listens_at_a_kiosk_is_there_and_the_next_person_hears_nothing(question):
    now = [0.0]
    kiosk = Kiosk(question, Settings(kiosk_idle=60), lambda: now[0])
    question.session.kiosk = True
    question.aloud.toggle()
    now[0] = 300
    kiosk.tick()
    assert kiosk.idle.left() is None
    kiosk.ask_staff()
    assert not question.aloud.reading
    question.session.kiosk = False


@pytest.mark.skipif(SHELL is None, reason="needs a shell to stand in for what speaks")
@pytest.mark.parametrize(
    ("script", "well"),
    [("cat > {file}; sleep 0.1", True), ("exit 0", False), ("cat > {file}; sleep 0.1; exit 1", False)],
    ids=["speaks", "finds no sound card", "dies"],
)
def test_a_program_gets_the_sentence_by_its_input_and_its_end_is_told(qtbot, tmp_path, script, well):
    file, ends = tmp_path / "heard", []
    voice = ProgramVoice([Speaker("sh", {"zh": ("sh", "-c", script.format(file=file))})])
    voice.say("很可能在保障范围内", "zh", ends.append)
    qtbot.waitUntil(lambda: bool(ends))
    assert ends == [well]
    assert not file.exists() or file.read_text(encoding="utf-8").strip() == "很可能在保障范围内"


@pytest.mark.skipif(SHELL is None, reason="needs a shell to stand in for what speaks")
def test_a_program_that_hangs_is_ended_and_one_that_is_not_there_is_told(qtbot, monkeypatch):
    monkeypatch.setattr("gigdesk.ui.voice.LONGEST", 30)
    monkeypatch.setattr("gigdesk.ui.voice.LONGEST_SIGN", 1)
    hangs = Speaker("sh", {"zh": ("sh", "-c", "exec sleep 60"), "en": ("no-such-program-here",)})
    voice = Voices([ProgramVoice([hangs])])
    for language in ("zh", "en"):
        ends = []
        voice.say("很可能在保障范围内", language, ends.append)
        qtbot.waitUntil(lambda: bool(ends))  # noqa: B023 - waited for here
        assert ends == [False]
