"""Typing Chinese by pinyin: which words and signs may be meant by letters. No Qt here.

What can be typed is what the release has a reading for: the names of occupations, regions and platforms, what people
call work, and the common signs one by one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

LONGEST = 8
"""Words of more signs than these are no candidates."""
MOST = 60
"""So many candidates are offered at most."""
MOST_LETTERS = 40


@dataclass(frozen=True)
class Candidate:
    """A word that the first letters may mean, and the letters that are left after it."""

    word: str
    rest: str


class Dictionary:
    """Words by how they sound: whole, by the beginning, by the first letter of each syllable."""

    def __init__(self, readings: Mapping[str, str], texts: Iterable[str]) -> None:
        often = Counter("".join((*readings, *texts)))
        self._by_sound: dict[str, list[str]] = {}
        self._by_initials: dict[str, list[str]] = {}
        for word, reading in readings.items():
            syllables = reading.split()
            if len(word) <= LONGEST and not word.isascii():
                self._by_sound.setdefault("".join(syllables), []).append(word)
                if len(syllables) > 1:
                    self._by_initials.setdefault("".join(one[0] for one in syllables), []).append(word)
        for words in (*self._by_sound.values(), *self._by_initials.values()):
            words.sort(key=lambda word: (len(word), -sum(often[sign] for sign in word) / len(word)))
        self._sounds = sorted(self._by_sound)

    def candidates(self, typed: str) -> tuple[Candidate, ...]:
        """What the letters may mean: all of them first, then as many of the first ones as make a word."""
        whole = [Candidate(word, "") for word in dict.fromkeys(islice(self._whole(typed), MOST))]
        parts = (
            Candidate(word, typed[end:]) for end in range(len(typed) - 1, 0, -1) for word in self._sound(typed[:end])
        )
        return tuple(islice((*whole, *parts), MOST))

    def _whole(self, typed: str) -> Iterable[str]:
        yield from self._sound(typed)
        yield from self._by_initials.get(typed, ())
        for sound in islice(self._sounds, bisect_left(self._sounds, typed), None):
            if not sound.startswith(typed):
                return
            yield from self._by_sound[sound]

    def _sound(self, letters: str) -> Iterable[str]:
        return self._by_sound.get(letters, ())


class Composing:
    """Letters on their way to becoming words. `fits` says how many of some words go into a row."""

    def __init__(self, dictionary: Dictionary, fits: Callable[[Sequence[str]], int]) -> None:
        self._dictionary, self._fits = dictionary, fits
        self.typed, self._first = "", 0
        self._found: tuple[Candidate, ...] = ()

    @property
    def page(self) -> tuple[Candidate, ...]:
        """The candidates that are shown."""
        rest = self._found[self._first :]
        return rest[: self._fits([one.word for one in rest])]

    @property
    def more(self) -> bool:
        """Whether there are others than those shown."""
        return len(self._found) > len(self.page)

    def type(self, letter: str) -> None:
        """A letter more."""
        self._say((self.typed + letter)[:MOST_LETTERS])

    def backspace(self) -> None:
        """A letter less."""
        self._say(self.typed[:-1])

    def turn(self) -> None:
        """The next candidates; after the last the first."""
        after = self._first + len(self.page)
        self._first = after if after < len(self._found) else 0

    def take(self, at: int = 0) -> str:
        """The word of a candidate that is shown, its other letters go on; the letters themselves if there is none."""
        if at >= len(self.page):
            typed = self.typed
            self.clear()
            return typed
        chosen = self.page[at]
        self._say(chosen.rest)
        return chosen.word

    def clear(self) -> None:
        """Nothing is typed."""
        self._say("")

    def _say(self, typed: str) -> None:
        self.typed, self._first = typed, 0
        self._found = self._dictionary.candidates(typed) if typed else ()
