"""What speaks: a program of the machine as a child process, or Qt's own speech where it is installed."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from time import monotonic

from PySide6.QtCore import QObject, QProcess, QTimer

from gigdesk.services.speech import Speaker, languages
from gigdesk.ui.models.aloud import Done, Voice

LONGEST, LONGEST_SIGN = 8_000, 700
"""Milliseconds: what a sentence may take, and each sign of it, before its program counts as hung."""
LEAST_SIGN, FEW_SIGNS = 0.008, 4
"""Seconds a sign takes at the least: a program that ends sooner has found nothing to play sound on."""


class ProgramVoice(QObject):
    """Text goes to a program by its standard input: neither a shell nor the list of processes sees what is read."""

    def __init__(self, speakers: Sequence[Speaker], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speakers = speakers
        self._process: QProcess | None = None
        self._hush: tuple[str, ...] = ()
        self._watch = QTimer(self)
        self._watch.setSingleShot(True)
        self._watch.timeout.connect(self._hung)
        self._done: Done | None = None
        self._since, self._signs = 0.0, 0

    def languages(self) -> tuple[str, ...]:
        """The languages that one of the programs speaks."""
        return languages(self._speakers)

    def say(self, sentence: str, language: str, done: Done) -> None:
        """Speak by the first program that has the language."""
        self.stop()
        speaker = next(one for one in self._speakers if language in one.commands)
        program, *arguments = speaker.commands[language]
        self._done, self._hush = done, speaker.hush
        self._since, self._signs = monotonic(), len(sentence)
        process = self._process = QProcess(self)
        process.setStandardOutputFile(QProcess.nullDevice())
        process.setStandardErrorFile(QProcess.nullDevice())
        process.finished.connect(self._finished)
        process.errorOccurred.connect(self._failed)
        process.start(shutil.which(program) or program, arguments)
        process.write(f" {sentence}\n".encode())
        process.closeWriteChannel()
        self._watch.start(LONGEST + LONGEST_SIGN * self._signs)

    def stop(self) -> None:
        """End the program that speaks; nobody is told."""
        self._done = None
        self._watch.stop()
        process, self._process = self._process, None
        if process is None:
            return
        process.finished.disconnect(self._finished)
        process.errorOccurred.disconnect(self._failed)
        process.finished.connect(process.deleteLater)
        if process.state() == QProcess.ProcessState.NotRunning:
            process.deleteLater()
            return
        process.kill()
        if self._hush:
            QProcess.startDetached(self._hush[0], list(self._hush[1:]))

    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        spoken = self._signs < FEW_SIGNS or monotonic() - self._since >= LEAST_SIGN * self._signs
        self._end(status == QProcess.ExitStatus.NormalExit and code == 0 and spoken)

    def _failed(self, error: QProcess.ProcessError) -> None:
        """A program that could not be started never finishes; one that reads nothing may still speak."""
        if error == QProcess.ProcessError.FailedToStart:
            QTimer.singleShot(0, self, self._hung)

    def _hung(self) -> None:
        self._end(False)  # noqa: FBT003 - whether it was spoken

    def _end(self, well: bool) -> None:  # noqa: FBT001 - whether it was spoken
        done = self._done
        self.stop()
        if done:
            done(well)


class Voices:
    """Several voices as one: each language by the first that has it."""

    def __init__(self, voices: Sequence[Voice]) -> None:
        by_language: dict[str, Voice] = {}
        for voice in voices:
            for language in voice.languages():
                by_language.setdefault(language, voice)
        self._by_language: Mapping[str, Voice] = by_language
        self._speaks: Voice | None = None

    def languages(self) -> tuple[str, ...]:
        """The languages that one of them speaks."""
        return tuple(self._by_language)

    def say(self, sentence: str, language: str, done: Done) -> None:
        """Speak by the one that has the language."""
        self.stop()
        self._speaks = self._by_language[language]
        self._speaks.say(sentence, language, done)

    def stop(self) -> None:
        """Be silent at once."""
        if self._speaks is not None:
            self._speaks.stop()
