"""Texts in order, so that all that begin with what was typed lie side by side."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

PAST_ALL = "\U0010ffff"


class Hits(NamedTuple):
    """The names that are what was typed, end with it, begin with it, or have it between."""

    whole: set[int]
    end: set[int]
    begin: set[int]
    between: set[int]

    @property
    def every(self) -> set[int]:
        """All of them."""
        return self.whole | self.begin | self.end | self.between


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

    def having(self, typed: str) -> Hits:
        """The names that have it, at the beginning of a part."""
        low = bisect_left(self._texts, typed)
        if low == len(self._texts) or not self._texts[low].startswith(typed):
            return NOWHERE
        same = bisect_right(self._texts, typed, low)
        high = bisect_left(self._texts, typed + PAST_ALL, same)
        whole, end = _parted(self._names[low:same])
        begin, between = _parted(self._names[same:high])
        return Hits(whole, end, begin, between)


NOWHERE = Hits(set(), set(), set(), set())


def _parted(names: Iterable[int]) -> tuple[set[int], set[int]]:
    """Those whose first part begins there, and those of which it is another one."""
    first, later = set(), set()
    for name in names:
        if name >= 0:
            first.add(name)
        else:
            later.add(-name - 1)
    return first, later
