"""The words of the field, each with a plain one before it and what it means in a sentence or two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gigdesk.store.texts import Texts

TERMS = (
    "contribution_base", "tier", "benefit_base", "provisional", "index", "indexed_wage", "account", "divisor", "basic",
    "transitional", "deemed", "statutory", "employees", "residents", "flexible", "pilot", "work_injury", "employment",
    "recognition", "appraisal", "paid_leave", "minimum_wage", "gross", "net", "mean", "median", "percentile", "cited",
    "unverified", "assumed",
)  # fmt: skip
"""By what they are about: pensions, work, injuries, wages, how sure a figure is."""


@dataclass(frozen=True)
class Term:
    """A word: plainly, as the paper trail has it, and what it means."""

    id: str
    plain: str
    official: str
    means: str

    @property
    def names(self) -> tuple[str, str]:
        """What it may be called on a page."""
        return self.plain, self.official


def glossary(t: Texts) -> tuple[Term, ...]:
    """Every term, in the order of `TERMS`."""
    return tuple(Term(id_, t(f"term.{id_}"), t(f"term.{id_}.official"), t(f"term.{id_}.means")) for id_ in TERMS)


def used_in(words: str, t: Texts) -> Iterator[tuple[Term, str]]:
    """The terms that stand in some words, each with the name it has there; in English not with a Chinese one."""
    small = words.lower()
    for term in glossary(t):
        found = next((name for name in term.names if _stands(name.lower(), small)), "")
        if found:
            yield term, term.plain if term.plain.isascii() and not found.isascii() else found


def _stands(name: str, words: str) -> bool:
    """Whether a name stands there, as a word of its own where words have blanks between them."""
    return name in words and (not name.isascii() or re.search(rf"\b{re.escape(name)}\b", words) is not None)


def looked_up(word: str, t: Texts) -> tuple[Term, ...]:
    """The terms that a word may mean: those it is a part of the name of, else those it stands in the meaning of."""
    small = word.strip().lower()
    every = glossary(t)
    named = tuple(term for term in every if any(small in name.lower() for name in term.names))
    return named or tuple(term for term in every if small in term.means.lower())
