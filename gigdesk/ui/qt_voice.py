"""Qt's own speech, which is in no package that GigDesk needs: it is used where it is installed."""

from __future__ import annotations

import importlib
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QLocale, QObject, QTimer

from gigdesk.ui.models.aloud import Done
from gigdesk.ui.voice import LONGEST, LONGEST_SIGN

MODULE = "PySide6.QtTextToSpeech"
NOT_USED = ("mock", "none", "speechd")
"""Engines that say nothing, and that of speech-dispatcher, which holds up the window where its server does not answer.

As a program apart it is asked anyway, and can be ended.
"""
RATES = {"slow": -0.3, "normal": 0.0, "fast": 0.3}
_LOCALES = {"zh": QLocale.Language.Chinese, "en": QLocale.Language.English}
_MAINLAND = (QLocale.Country.China, QLocale.Country.AnyTerritory)


class QtVoice(QObject):
    """A voice of the system: those of Windows and macOS."""

    def __init__(self, speech: Any, pace: str, parent: QObject | None = None) -> None:  # noqa: ANN401 - no module, no type
        super().__init__(parent)
        self._speech = speech
        speech.setRate(RATES[pace])
        self._locales = _locales(speech.availableLocales())
        self._done: Done | None = None
        self._language = ""
        self._turn, self._speaking = 0, False
        self._watch = QTimer(self)
        self._watch.setSingleShot(True)
        self._watch.timeout.connect(self._hung)
        speech.stateChanged.connect(self._changed)

    def languages(self) -> tuple[str, ...]:
        """The languages that the system has a voice for."""
        return tuple(self._locales)

    def say(self, sentence: str, language: str, done: Done) -> None:
        """Speak in that language."""
        self.stop()
        if language != self._language:
            self._turn_to(language)
        self._done = done
        self._turn += 1
        self._watch.start(LONGEST + LONGEST_SIGN * len(sentence))
        self._speech.say(sentence)

    def stop(self) -> None:
        """Be silent at once."""
        self._watch.stop()
        self._speaking = False
        if self._done is not None:
            self._done = None
            self._speech.stop()

    def _turn_to(self, language: str) -> None:
        self._language = language
        self._speech.setLocale(self._locales[language])

    def _changed(self, state: Any) -> None:  # noqa: ANN401 - no module, no type
        """A state may still be told of a sentence that was stopped: only what was heard of speaks for this one."""
        if state.name == "Speaking":
            self._speaking = True
        elif state.name == "Error" or (state.name == "Ready" and self._speaking):
            self._speaking, turn = False, self._turn
            QTimer.singleShot(0, self, lambda: self._end(state.name == "Ready") if turn == self._turn else None)

    def _hung(self) -> None:
        self._end(False)  # noqa: FBT003 - whether it was spoken

    def _end(self, well: bool) -> None:  # noqa: FBT001 - whether it was spoken
        done, self._done = self._done, None
        self._watch.stop()
        if done:
            if not well:
                self._speech.stop()
            done(well)


def qt_voice(pace: str, parent: QObject | None = None) -> QtVoice | None:
    """The system's voice; None where Qt's speech is not installed or has no engine that speaks."""
    with suppress(ImportError):
        made = importlib.import_module(MODULE).QTextToSpeech
        engines = [name for name in made.availableEngines() if name not in NOT_USED]
        if engines:
            return QtVoice(made(engines[0], parent), pace, parent)
    return None


def _locales(found: list[QLocale]) -> dict[str, QLocale]:
    """By our languages a locale of it; of Chinese only Mandarin as in the mainland."""
    fit: dict[str, QLocale] = {}
    for language, wanted in _LOCALES.items():
        for locale in found:
            if locale.language() == wanted and (language != "zh" or locale.territory() in _MAINLAND):
                fit.setdefault(language, locale)
    return fit
