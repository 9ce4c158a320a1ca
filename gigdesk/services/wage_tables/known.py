"""What a release knows that a table may name: its regions, and its occupations by code and by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Self

from gigdesk.domain.wages.codes import plain
from gigdesk.domain.wages.occupations import Occupation
from gigdesk.services.wage_tables.places import Places
from gigdesk.store.reference import Reference


@dataclass(frozen=True)
class Known:
    """`titles` and `others` hold the code of each name that belongs to one occupation alone."""

    places: Places
    labels: Mapping[str, str]
    titles: Mapping[str, str]
    others: Mapping[str, str]

    @classmethod
    def of(cls, reference: Reference) -> Self:
        """What this release knows."""
        occupations = reference.occupations
        titles = _alone((plain(one.label), code) for code, one in occupations.items())
        others = _alone((name, code) for code, one in occupations.items() for name in _other_names(one))
        labels = {code: plain(one.label) for code, one in occupations.items()}
        return cls(Places(reference.regions), labels, titles, {n: c for n, c in others.items() if n not in titles})


def _other_names(occupation: Occupation) -> Iterator[str]:
    yield from dict.fromkeys(plain(name) for name in (*occupation.work_types, *occupation.aliases))


def _alone(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    several = set()
    for name, code in pairs:
        if found.setdefault(name, code) != code:
            several.add(name)
    return {name: code for name, code in found.items() if name not in several}
