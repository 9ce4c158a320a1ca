"""Occupations as choices: what a word may mean, and how each is called on a page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from gigdesk.domain.wages.occupations import Occupation
from gigdesk.domain.wages.search import Match
from gigdesk.services import explain
from gigdesk.services.wages import Wages
from gigdesk.services.wages_words import occupation_name
from gigdesk.store.texts import Texts
from gigdesk.ui.models.ask import Option

MOST_OFFERED = 8


@dataclass(frozen=True)
class Offer:
    """What is offered for a word: the choices, best first, and what must be said of them."""

    note: str = ""
    options: tuple[Option, ...] = ()


def offer(word: str, wages: Wages, t: Texts, today: date) -> Offer:
    """The choices for a word; of a word of several meanings these alone."""
    word = word.strip()
    if not word:
        return Offer()
    answer = wages.search(word, today)
    found = answer.result
    shown = (found.meant if found.asks else found.matches)[:MOST_OFFERED]
    note = " ".join(explain.warnings(answer, t)) or ("" if shown else t("cli.nothing-found", word=word))
    occupations = wages.reference.occupations
    return Offer(note, tuple(Option(match.code, label=_told(match, occupations[match.code], t)) for match in shown))


def name(occupation: Occupation, t: Texts, beside: str = "") -> str:
    """An occupation, and beside it another name of it."""
    label = occupation_name(occupation, t)
    return label if beside in {"", label} else t("wages.called", label=label, matched=beside)


def first_alias(occupation: Occupation, t: Texts) -> str:
    """What people call it; nothing where the page is not in their language."""
    return "" if t.language == "en" else next(iter(occupation.aliases), "")


def _told(match: Match, occupation: Occupation, t: Texts) -> str:
    """With the name that matched; a code with the code of today, a word of several meanings with a name that has it."""
    if match.matched[0].isdigit():
        return name(occupation, t, occupation.code)
    if t.language == "en":
        return name(occupation, t)
    names = (*occupation.aliases, *occupation.work_types)
    if match.matched in names:
        return name(occupation, t, match.matched)
    holding = (each for each in names if match.matched in each and match.matched != occupation.label)
    return name(occupation, t, next(holding, first_alias(occupation, t)))
