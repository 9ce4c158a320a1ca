"""What is prepared once so that names are found at a keystroke."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, product

from gigdesk.domain.wages.keys import Keys
from gigdesk.domain.wages.names import Name

WAYS_TO_READ = 16


class Lookup:
    """The names, and where their texts, readings, initials and signs stand. A name is its number in `names`."""

    def __init__(self, names: Sequence[Name], readings: Mapping[str, str]) -> None:
        self.names = names
        self.texts = Keys(name.signs for name in names)
        self.readings = Keys(name.syllables for name in names)
        self.initials = Keys([name.initials] if name.reading else [] for name in names)
        self.whole = _by((text, at) for at, name in enumerate(names) for text in _wholes(name))
        self.having = _by((sign, at) for at, name in enumerate(names) if name.reading for sign in set(name.plain))
        self.begun = _by((first, at) for at, name in enumerate(names) for first in _firsts(name))
        self._sounds = _sounds(names, readings)

    def read(self, typed: str) -> Iterator[str]:
        """How a text may be read aloud; nothing where a sign of it is not known."""
        ways = [self._sounds.get(sign, ()) for sign in typed]
        return ("".join(way) for way in islice(product(*ways), WAYS_TO_READ))


def _wholes(name: Name) -> Iterable[str]:
    return dict.fromkeys((name.plain, name.reading.replace(" ", ""))) if name.reading else (name.plain,)


def _firsts(name: Name) -> Iterable[str]:
    return {name.plain[0], name.reading[0]} if name.reading else ()


def _by(pairs: Iterable[tuple[str, int]]) -> Mapping[str, list[int]]:
    found: dict[str, list[int]] = {}
    for key, number in pairs:
        found.setdefault(key, []).append(number)
    return found


def _sounds(names: Iterable[Name], readings: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    """How each sign is read in the names, the usual way first; signs that stand in none, as they are read alone."""
    counted: dict[str, dict[str, int]] = {sign: {sound: 0} for sign, sound in readings.items() if len(sign) == 1}
    for name in names:
        for sign, syllable in zip(name.signs, name.syllables, strict=False):
            ways = counted.setdefault(sign, {})
            ways[syllable] = ways.get(syllable, 0) + 1
    return {sign: tuple(sorted(ways, key=lambda way: (-ways[way], way))) for sign, ways in counted.items()}
