"""A page while it is read aloud, with a voice that nobody hears."""

from __future__ import annotations

from collections.abc import Iterator

from gigdesk.store.texts import LANGUAGES
from gigdesk.ui.models.aloud import Done
from gigdesk.ui.window import Window

ON = 8
"""How many sentences further on the page is looked at once more."""


class Silence:
    """A voice for every language; a sentence lasts until it is told to end."""

    def __init__(self) -> None:
        self._done: Done = lambda _: None

    def languages(self) -> tuple[str, ...]:
        """All there are."""
        return LANGUAGES

    def say(self, _sentence: str, _language: str, done: Done) -> None:
        """Wait for the end."""
        self._done = done

    def stop(self) -> None:
        """Wait for nothing."""
        self._done = lambda _: None

    def end(self) -> None:
        """The sentence is over, and was spoken."""
        self._done(True)  # noqa: FBT003 - what is told


def aloud_states(window: Window, voice: Silence) -> Iterator[str]:
    """Read the page that is shown, and name it; at the end it is silent again."""
    window.aloud.toggle()
    yield f"{window.page}-aloud"
    for _ in range(ON):
        voice.end()
    yield f"{window.page}-aloud-on"
    window.aloud.stop()
