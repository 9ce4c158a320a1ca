"""Texts in order, so that all that begin with what was typed lie side by side."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

PAST_ALL = "\U0010ffff"


class Hit(NamedTuple):
    """A name that has what was typed: whether it begins with it, and whether it ends there."""

    name: int
    begins: bool
    ends: bool


class Keys:
    """For each name the texts that begin at each of its parts: what was typed is found wherever a part begins."""

    def __init__(self, names: Iterable[Sequence[str]]) -> None:
        texts: list[str] = []
        places = array("l")
        for number, parts in enumerate(names):
            whole = "".join(parts)
            for start in accumulate(map(len, parts[:-1]), initial=0) if parts else ():
                texts.append(whole[start:])
                places.append(-number - 1 if start else number)
        order = sorted(range(len(texts)), key=texts.__getitem__)
        self._texts = [texts[at] for at in order]
        self._names = array("l", (places[at] for at in order))
        """The number of the name; below nought, and one further, where the part is not its first."""

    def starting(self, typed: str) -> Iterator[Hit]:
        """Those that have it, at the beginning of a part."""
        low = bisect_left(self._texts, typed)
        if low == len(self._texts) or not self._texts[low].startswith(typed):
            return
        for at in range(low, bisect_left(self._texts, typed + PAST_ALL, low)):
            name = self._names[at]
            yield Hit(max(name, -name - 1), name >= 0, len(self._texts[at]) == len(typed))
