"""An office's figures beside one's own, part by part, and what could explain a difference, in lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from gigdesk.domain.law import Status
from gigdesk.domain.pension.gap.model import Candidate, Gap, Official, Verdict
from gigdesk.services import words
from gigdesk.services.answer import Answer
from gigdesk.services.gap_words import cause_words, changes_words, check_words, match_words
from gigdesk.store.records import Region
from gigdesk.store.texts import Texts

SHOWN = ("basic", "account", "transitional", "total")


@dataclass(frozen=True)
class PartLine:
    """One part: what comes out, what the form prints, how far apart; in words where one of them is not known."""

    label: str
    ours: str
    printed: str
    difference: str
    off: bool = False
    strong: bool = False


@dataclass(frozen=True)
class CandidateLine:
    """One explanation: the cause, what it changes and would give, how to check it, what speaks against it."""

    cause: str
    changes: str
    gives: str
    match: str
    fits: bool
    checks: tuple[str, ...]
    caution: str


def line(found: Gap, told: Official, t: Texts) -> str:
    """The totals beside each other."""
    total = words.fen(told.total)
    if found.ours.total is None:
        return t("form.line.no-total", official=total)
    above = told.total - found.ours.total
    side = "same" if not above else "above" if above > 0 else "below"
    return t(f"form.line.{side}", official=total, ours=words.fen(found.ours.total), apart=words.fen(abs(above)))


def part_lines(found: Gap, told: Official, t: Texts) -> Iterable[PartLine]:
    """The parts that the form was not asked for say so."""
    asked = told.basic is not None or told.account is not None
    agrees = found.verdict is Verdict.AGREES and not asked
    for part in SHOWN:
        ours, printed = getattr(found.ours, part), getattr(told, part, None)
        label, strong = t(f"step.{part}"), part == "total"
        shown = words.fen(ours) if ours is not None else t("state.cannot-say")
        if printed is None:
            yield PartLine(label, shown, t("form.not-needed" if agrees else "form.not-given"), "", strong=strong)
        elif ours is None:
            yield PartLine(label, shown, words.fen(printed), t("form.not-compared"), strong=strong)
        else:
            above = printed - ours
            apart = words.signed(above) if above else t("form.same")
            yield PartLine(label, shown, words.fen(printed), apart, bool(above), strong)


def candidate_lines(answer: Answer[Gap], regions: Mapping[str, Region], t: Texts) -> tuple[CandidateLine, ...]:
    """Every explanation, best first."""
    return tuple(_candidate(each, changes_words(each, t, regions), answer, t) for each in answer.result.candidates)


def _candidate(found: Candidate, changes: str, answer: Answer[Gap], t: Texts) -> CandidateLine:
    total = found.gives.total
    caution = t("gap.unverified") if found.status is Status.UNVERIFIED and not found.implied else ""
    if found.sources and not found.implied:
        changes = t(
            "form.cited", words=changes, source=words.chip(answer.sources[found.sources[0]], t, found.status).text
        )
    return CandidateLine(
        cause=cause_words(found, t),
        changes=changes,
        gives=t("form.gives", amount=words.fen(total)) if total is not None else "",
        match=match_words(found, t),
        fits=not found.remaining and not found.implied,
        checks=check_words(found, t),
        caution=t("gap.implied") if found.implied else caution,
    )
