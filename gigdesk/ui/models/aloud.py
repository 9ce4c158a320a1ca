"""Reading a page aloud, sentence by sentence: which one is next, and which place on the page it belongs to. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from gigdesk.services.spoken import sentences, utterances

Done = Callable[[bool], None]
"""Called once when a sentence ends: whether it was spoken."""


class Voice(Protocol):
    """Whatever speaks. It never calls `done` before `say` has returned, nor after `stop`."""

    def languages(self) -> tuple[str, ...]:
        """The languages it speaks."""

    def say(self, sentence: str, language: str, done: Done) -> None:
        """Speak."""

    def stop(self) -> None:
        """Be silent at once."""


class Reader:
    """Reads texts in their order; `mark` is told which one, by its index, and None at the end.

    `ended` is told whether all went well: where the voice fails nothing more is read, for nobody would hear it.
    """

    def __init__(self, voice: Voice, mark: Callable[[int | None], None], ended: Done) -> None:
        self._voice, self._mark, self._ended = voice, mark, ended
        self._left: list[tuple[int, str, str]] = []
        self._all: list[tuple[int, str, str]] = []
        self.place: int | None = None

    def begin(self, texts: Sequence[str], language: str) -> None:
        """Read from the first text on."""
        self.stop()
        voices = self._voice.languages()
        self._all = [
            (place, tongue, piece)
            for place, text in enumerate(texts)
            for sentence in sentences(text)
            for tongue, piece in utterances(sentence, language, voices)
        ]
        self._go_on(self._all)

    def move_to(self, place: int) -> None:
        """Go on from another text."""
        if self.place is None or place == self.place:
            return
        self._voice.stop()
        self._go_on([piece for piece in self._all if piece[0] >= place])

    def stop(self) -> None:
        """Read nothing more."""
        if self.place is not None:
            self._voice.stop()
            self._end()

    def _go_on(self, left: Sequence[tuple[int, str, str]]) -> None:
        self._left = list(left)
        self._next()

    def _next(self) -> None:
        if not self._left:
            self._end()
            self._ended(True)  # noqa: FBT003 - what is told
            return
        place, language, piece = self._left.pop(0)
        if place != self.place:
            self.place = place
            self._mark(place)
        self._voice.say(piece, language, self._said)

    def _said(self, well: bool) -> None:  # noqa: FBT001 - what is told
        if self.place is None:
            return
        if well:
            self._next()
        else:
            self._end()
            self._ended(False)  # noqa: FBT003 - what is told

    def _end(self) -> None:
        self._left, self._all, self.place = [], [], None
        self._mark(None)
