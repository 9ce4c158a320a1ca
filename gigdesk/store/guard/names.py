"""The names of occupations: each stands for one, or is a word that is asked about; each can be read aloud."""

from __future__ import annotations

from collections.abc import Iterator

from gigdesk.domain.wages.names import called, plain, searched, signs
from gigdesk.store.guard.finding import Finding
from gigdesk.store.records import Release


def names(release: Release) -> Iterator[Finding]:
    """What is off among the names, the words people say, the readings and the codes of older editions."""
    yield from _words(release)
    yield from _shared(release)
    yield from _readings(release)
    titles = {occupation.label for occupation in release.occupations}
    for row in release.retired_codes:
        if row.title and row.title not in titles:
            yield Finding(f"code_history {row.code}", f"{row.title!r} is no occupation of today")


def _words(release: Release) -> Iterator[Finding]:
    known = {occupation.code for occupation in release.occupations}
    for word in release.said_words:
        place = f"occupation_words {word.word}"
        if not plain(word.word) or not word.codes or len(set(word.codes)) < len(word.codes):
            yield Finding(place, "no word, no code, or a code twice")
        for code in word.codes:
            if code not in known:
                yield Finding(place, f"{code} not in occupations.csv")


def _shared(release: Release) -> Iterator[Finding]:
    """A name of several occupations must be a word with the choice among these, or nobody is asked."""
    said = {plain(word.word): set(word.codes) for word in release.said_words}
    owners: dict[str, set[str]] = {}
    for occupation in release.occupations:
        for _, name in called(occupation):
            owners.setdefault(plain(name), set()).add(occupation.code)
    for name, codes in owners.items():
        if name in said and not codes <= said[name]:
            yield Finding(f"occupation_words {name}", f"is a name of {', '.join(sorted(codes - said[name]))} too")
        elif name not in said and len(codes) > 1:
            yield Finding(f"occupations {name}", f"means {', '.join(sorted(codes))}, and occupation_words.csv does not")


def _readings(release: Release) -> Iterator[Finding]:
    for name in searched(release.occupations, release.said_words):
        syllables = release.readings.get(name, "").split()
        if len(syllables) != len(signs(name)):
            yield Finding(f"readings {name}", f"{len(syllables)} syllables: python3 build/dev.py pinyin makes them")
