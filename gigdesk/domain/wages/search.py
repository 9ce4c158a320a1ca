"""Finding an occupation by what people call it: an index made once, asked at every keystroke."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from gigdesk.domain.wages.lookup import Lookup
from gigdesk.domain.wages.names import LONGEST, names_of, plain, without_advertising
from gigdesk.domain.wages.occupations import SCHEME, Occupation, RetiredCode, SaidWord
from gigdesk.domain.wages.steps import GUESSED, STEPS, STEPS_OF_LETTERS, WHOLE, Groups, How, named

MOST = 20


@dataclass(frozen=True)
class Match:
    """An occupation found: the name or code that matched, and how. `was` where that code once stood for it."""

    code: str
    label: str
    label_en: str
    matched: str
    how: How
    scheme: str = SCHEME
    was: RetiredCode | None = None


@dataclass(frozen=True)
class Searched:
    """What a search found, best first. The first `likely` of them may be meant; what was typed says no more.

    `unused`: the entry of the code that was typed, where the list has it as not in use.
    """

    matches: tuple[Match, ...] = ()
    likely: int = 0
    unused: RetiredCode | None = None

    @property
    def meant(self) -> tuple[Match, ...]:
        """Those that may be meant."""
        return self.matches[: self.likely]

    @property
    def asks(self) -> bool:
        """Whether a whole word or code was typed that means several occupations."""
        return self.likely > 1 and self.matches[0].how in WHOLE

    @property
    def guessed(self) -> bool:
        """Whether nothing has what was typed, so that these are only near."""
        return bool(self.matches) and self.matches[0].how in GUESSED

    @property
    def only(self) -> str | None:
        """The code of the one occupation that is meant, where that is no guess."""
        return self.matches[0].code if self.likely == 1 and not self.guessed else None


@dataclass(frozen=True)
class Finder:
    """The occupations, the words and codes that stand for them, and the readings of their names."""

    occupations: Mapping[str, Occupation]
    said: tuple[SaidWord, ...] = ()
    history: tuple[RetiredCode, ...] = ()
    readings: Mapping[str, str] | None = None

    @cached_property
    def lookup(self) -> Lookup:
        """Prepared at the first use, or before it."""
        readings = self.readings or {}
        return Lookup(names_of(self.occupations.values(), self.said, readings), readings)

    def search(self, word: str, limit: int | None = MOST) -> Searched:
        """What a word may mean: a name or part of one, its pinyin or initials, a sentence, a code with or without dash.

        Names that have what was typed come first; only where there is none, those that stand in it, and only then
        those that are a slip away or share a piece with it. Never raises.
        """
        typed = plain(word[:LONGEST])[:LONGEST]
        recycled = self._recycled(typed)
        if recycled:
            return recycled
        steps = STEPS_OF_LETTERS if typed.isascii() else STEPS
        wordings = [said for said in dict.fromkeys((typed, without_advertising(typed))) if said]
        tries = [*((named, said) for said in wordings), *((step, said) for step in steps for said in wordings[::-1])]
        for step, said in tries:
            found = self._collected(step(said, self.lookup), limit)
            if found.matches:
                return found
        return Searched()

    def once(self, code: str) -> tuple[RetiredCode, ...]:
        """What a code stood for in older editions, where that has another code today."""
        return tuple(row for row in self.history if row.code == code and row.valid_to)

    def today(self, title: str) -> str:
        """The code that a title has now; "" where it has none."""
        return next((code for code, occupation in self.occupations.items() if occupation.label == title), "")

    def _collected(self, groups: Groups, limit: int | None) -> Searched:
        """Each occupation once, by the best of its names; likely are those of the first group that has any."""
        matches: dict[str, Match] = {}
        likely = 0
        for how, names in groups:
            for code, text in (
                (code, self.lookup.names[at].text) for at in names for code in self.lookup.names[at].codes
            ):
                if code not in matches:
                    matches[code] = self._match(code, text, how)
                if len(matches) == limit:
                    return Searched(tuple(matches.values()), likely or len(matches))
            likely = likely or len(matches)
        return Searched(tuple(matches.values()), likely)

    def _recycled(self, typed: str) -> Searched | None:
        """A code whose meaning changed: what it means now, and what it meant before under the number of today."""
        rows = [row for row in self.history if plain(row.code) == typed]
        if not any(row.valid_to or not row.title for row in rows):
            return None
        code = rows[0].code
        now = [self._match(code, code, How.EXACT)] if code in self.occupations else []
        before = [self._match(self.today(row.title), code, How.EXACT, row) for row in self.once(code)]
        matches = (*now, *before)
        return Searched(matches, len(matches), next((row for row in rows if not row.title), None))

    def _match(self, code: str, matched: str, how: How, was: RetiredCode | None = None) -> Match:
        occupation = self.occupations[code]
        return Match(code, occupation.label, occupation.label_en, matched, how, was=was)
