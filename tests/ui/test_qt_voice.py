"""Qt's own speech, stood in for by what has the same few calls: it is in no package that GigDesk needs."""

from enum import Enum
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QLocale, QObject, Signal

from gigdesk.ui import qt_voice
from gigdesk.ui.voice import Voices


class State(Enum):
    """As Qt calls them."""

    Ready = 0
    Speaking = 1
    Error = 3


class Speech(QObject):
    """A system with a Chinese voice and an English one, which ends a sentence at once."""

    stateChanged = Signal(object)  # noqa: N815 - as Qt calls it
    engines = ("mock", "speechd", "sapi")
    fails = False

    def __init__(self, engine="sapi", parent=None):
        super().__init__(parent)
        self.engine, self.said, self.locale = engine, [], None

    @classmethod
    def availableEngines(cls):  # noqa: N802
        return cls.engines

    def availableLocales(self):  # noqa: N802
        return [QLocale("zh_TW"), QLocale("zh_CN"), QLocale("en_US")]

    def setRate(self, rate):  # noqa: N802
        self.rate = rate

    def setLocale(self, locale):  # noqa: N802
        self.locale = locale

    def say(self, text):
        self.said.append((self.locale.name(), text))
        self.stateChanged.emit(State.Speaking)
        self.stateChanged.emit(State.Error if self.fails else State.Ready)

    def stop(self):
        self.stateChanged.emit(State.Ready)


@pytest.fixture
def _installed(monkeypatch):
    monkeypatch.setattr(qt_voice.importlib, "import_module", lambda _: SimpleNamespace(QTextToSpeech=Speech))


def test_where_it_is_not_installed_there_is_no_such_voice(monkeypatch):
    monkeypatch.setattr(qt_voice, "MODULE", "PySide6.NotInstalled")
    assert qt_voice.qt_voice("normal") is None


@pytest.mark.usefixtures("_installed")
def test_an_engine_that_says_nothing_or_could_hold_up_the_window_is_not_used(monkeypatch):
    monkeypatch.setattr(Speech, "engines", ("mock", "speechd"))
    assert qt_voice.qt_voice("normal") is None


@pytest.mark.usefixtures("_installed")
@pytest.mark.parametrize("fails", [False, True])
def test_a_sentence_is_spoken_in_its_language_and_its_end_is_told(qtbot, monkeypatch, fails):
    monkeypatch.setattr(Speech, "fails", fails)
    own, ends = qt_voice.qt_voice("slow"), []
    voice = Voices([own])
    assert set(voice.languages()) == {"zh", "en"}
    voice.say("因为", "zh", ends.append)
    assert ends == []
    qtbot.waitUntil(lambda: bool(ends))
    assert ends == [not fails]
    assert own._speech.said == [("zh_CN", "因为")]  # noqa: SLF001 - what the system was given
    assert own._speech.rate < 0  # noqa: SLF001


@pytest.mark.usefixtures("_installed")
def test_what_is_stopped_tells_nobody(qtbot):
    voice, ends = qt_voice.qt_voice("normal"), []
    voice.say("因为", "zh", ends.append)
    voice.stop()
    voice.say("所以", "zh", lambda _: ends.append("second"))
    qtbot.waitUntil(lambda: bool(ends))
    assert ends == ["second"]
