"""One entitlement in words: as a slip of the list, and in full."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gigdesk.domain.entitlements.check import Assessment, EntitlementsDecision
from gigdesk.domain.entitlements.outcome import Outcome
from gigdesk.domain.law import Status
from gigdesk.domain.reasons import Reason
from gigdesk.services import words
from gigdesk.services.answer import Answer
from gigdesk.services.entitlements_words import amount, amount_why, change, duration, note, who
from gigdesk.services.source_words import title
from gigdesk.services.words import Chip, ReasonLine
from gigdesk.store.texts import Texts

NAMED = 2


@dataclass(frozen=True)
class SlipLine:
    """One slip: what it is, how much or why no figure, and in one line why, or what is missing."""

    id: str
    outcome: str
    title: str
    amount: str
    line: str


@dataclass(frozen=True)
class ClaimView:
    """One entitlement in full. `alternative` is the id and the name of the nearest other one."""

    slip: SlipLine
    amount_why: str
    duration: str
    who: str
    then: str
    where: tuple[str, ...]
    papers: tuple[str, ...]
    reasons: tuple[ReasonLine, ...]
    missing: tuple[tuple[str, str], ...]
    changes: tuple[str, ...]
    alternative: tuple[str, str] | None
    chip: Chip
    source: str


def claim(one: Assessment, answer: Answer[EntitlementsDecision], t: Texts) -> ClaimView:
    """Put an assessment into words."""
    source = answer.sources[one.rule.source]
    told = (title(source, t), source.publisher, source.published)
    return ClaimView(
        slip=_slip(one, t),
        amount_why=amount_why(one.amount, t),
        duration=duration(one.duration, t),
        who=who(one, t),
        then=note(one, t),
        where=tuple(t(f"where.{code}") for code in one.where),
        papers=tuple(t(f"paper.{code}") for code in one.papers),
        reasons=tuple(_reason(reason, answer, t) for reason in sorted(one.because, key=_telling_first)),
        missing=tuple((t(f"person.{fact.id}"), t(f"person.{fact.id}.how")) for fact in one.missing),
        changes=tuple(change(found, t) for found in one.would_change),
        alternative=(one.alternative, t(f"entitlement.{one.alternative}")) if one.alternative else None,
        chip=words.chip(source, t, one.rule.status),
        source=" · ".join(part for part in told if part),
    )


def headline(outcomes: Sequence[Outcome], t: Texts) -> tuple[str, str]:
    """How many are likely; one by an old rule that nobody confirmed is named apart."""
    likely, historic = outcomes.count(Outcome.LIKELY), outcomes.count(Outcome.HISTORIC)
    title = t("claims.title", count=likely) if likely else t("claims.title.none")
    return title, t("claims.line.historic", count=historic, line=t("claims.line")) if historic else t("claims.line")


def _slip(one: Assessment, t: Texts) -> SlipLine:
    return SlipLine(one.id, str(one.outcome), t(f"entitlement.{one.id}"), amount(one.amount, t), _line(one, t))


def _line(one: Assessment, t: Texts) -> str:
    if one.outcome is Outcome.NEEDS_FACTS:
        named = t("ask.and").join(t(f"person.{fact.id}") for fact in one.missing[:NAMED])
        more = len(one.missing) - NAMED
        return t("claims.missing", facts=named) if more <= 0 else t("claims.missing-more", facts=named, more=more)
    if one.failing:
        return t(f"reason.{one.failing[0].condition}.not_met").replace("**", "")
    where = t(f"where.{one.where[0]}")
    return t("claims.fits", where=where) if one.outcome is Outcome.LIKELY else t("claims.historic")


def _telling_first(reason: Reason) -> int:
    """What does not fit, what is not known, then what fits."""
    return (False, None, True).index(reason.holds)


def _reason(reason: Reason, answer: Answer[EntitlementsDecision], t: Texts) -> ReasonLine:
    text = t(f"reason.{reason.condition}.{reason.state}")
    if not reason.citations:
        return ReasonLine(str(reason.state), text, None)
    cited = max(reason.citations, key=lambda value: list(Status).index(value.status))
    source = answer.sources[cited.source]
    short = (
        words.chip(source, t, cited.status) if source.document else Chip(t(f"status.{cited.status}"), str(cited.status))
    )
    return ReasonLine(str(reason.state), text, short)
