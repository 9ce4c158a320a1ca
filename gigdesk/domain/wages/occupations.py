"""Finding an occupation by what people call it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

NOISE = re.compile("兼职|全职|日结|小时工|急招|招聘")
SCHEME = "CN-2022"


@dataclass(frozen=True)
class Occupation:
    """An occupation of 《职业分类大典》 with the names it goes by. Code form a-bb-cc-dd."""

    code: str
    label: str
    label_en: str
    work_types: tuple[str, ...]
    aliases: tuple[str, ...]
    gig: bool


@dataclass(frozen=True)
class Match:
    """An occupation found, and the word that matched."""

    code: str
    label: str
    matched: str
    scheme: str = SCHEME


def search(word: str, occupations: Iterable[Occupation], limit: int = 20) -> list[Match]:
    """The occupations that a word may mean, best first.

    A name that is the word comes before one that begins with it, and that before one that holds it; among
    equals gig work first, then the shorter name. A code may be written with or without dashes.
    """
    wanted = normal(word)
    if not wanted:
        return []
    ranked = []
    for occupation in occupations:
        best = min((_rank(name, wanted, kind) for kind, name in _names(occupation)), default=None)
        if best and best[0] < _NO_MATCH:
            ranked.append((best[0], not occupation.gig, best[1], len(best[2]), occupation.code, occupation, best[2]))
    ranked.sort(key=lambda row: row[:5])
    return [Match(occupation.code, occupation.label, name) for *_, occupation, name in ranked[:limit]]


def meant(word: str, occupations: Iterable[Occupation]) -> list[Match]:
    """Those of the found that the word may mean: the ones called exactly that, or else all. More than one is unsure."""
    found = search(word, occupations)
    exact = [match for match in found if normal(match.matched) == normal(word)]
    return exact or found


def normal(text: str) -> str:
    """Full-width to plain, lower case, no blanks or dashes, no words of job advertisements."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return NOISE.sub("", re.sub(r"[\s\-–—]", "", plain)) or plain.strip()


_NO_MATCH = 3


def _names(occupation: Occupation) -> Iterable[tuple[int, str]]:
    yield 0, occupation.code
    yield 0, occupation.label
    yield from ((1, alias) for alias in occupation.aliases)
    yield from ((2, work_type) for work_type in occupation.work_types)
    if occupation.label_en:
        yield 3, occupation.label_en


def _rank(name: str, wanted: str, kind: int) -> tuple[int, int, str]:
    plain = normal(name)
    if plain == wanted:
        return 0, kind, name
    if plain.startswith(wanted):
        return 1, kind, name
    return (2 if wanted in plain else _NO_MATCH), kind, name
