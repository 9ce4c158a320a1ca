"""All entitlements of a place assessed from one set of facts, and what was not assessed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from gigdesk.domain.decision import Answers, Question, Step
from gigdesk.domain.entitlements.catalogue import CATALOGUE
from gigdesk.domain.entitlements.entitlement import PREFIX, Amount, Entitlement, usable_number
from gigdesk.domain.entitlements.facts import consistent, in_order
from gigdesk.domain.entitlements.judged import Judged, judge_all, offered, trial
from gigdesk.domain.entitlements.outcome import Outcome
from gigdesk.domain.law import NATIONAL, Law, Value
from gigdesk.domain.reasons import Reason, State
from gigdesk.domain.whatif import Change
from gigdesk.domain.working import Warned, Working

UNREAD = ("unread", "unread_local")


@dataclass(frozen=True)
class Duration:
    """How often or how long: the word of the rule, and the months where it names some."""

    period: str
    months: int | None = None


@dataclass(frozen=True)
class Assessment:
    """One entitlement for one person. `rule` is where it is offered, `told` the figures that stand in the words.

    `alternative` is the id of the nearest other one.
    """

    id: str
    outcome: Outcome
    amount: Amount
    duration: Duration
    because: tuple[Reason, ...]
    missing: tuple[Question[object], ...]
    would_change: tuple[Change[Outcome], ...]
    where: tuple[str, ...]
    papers: tuple[str, ...]
    rule: Value
    told: tuple[Value, ...] = ()
    alternative: str | None = None

    @property
    def failing(self) -> tuple[Reason, ...]:
        """The conditions that do not hold, where that settles it."""
        found = tuple(reason for reason in self.because if reason.holds is False)
        return found if self.outcome is Outcome.UNLIKELY else ()

    @property
    def unread(self) -> bool:
        """Whether it rests on a text that was not read."""
        return any(reason.state is State.TO_CHECK for reason in self.because)


@dataclass(frozen=True)
class NotAssessed:
    """Known by name only: the place has no rule that was found, or none was read. `value` lists it, where one does."""

    id: str
    why: str
    value: Value | None = None


@dataclass(frozen=True)
class EntitlementsDecision:
    """The answer. `next_question` can change an outcome, `also_ask` only an amount."""

    assessed: tuple[Assessment, ...]
    not_assessed: tuple[NotAssessed, ...]
    steps: tuple[Step, ...]
    missing: tuple[Question[object], ...]
    next_question: Question[object] | None
    also_ask: Question[object] | None
    warnings: tuple[Warned, ...]


def check(
    answers: Answers, law: Law, working: Working, not_sure: Collection[Question[object]] = frozenset()
) -> EntitlementsDecision:
    """Assess everything by the law of a day and a place.

    Args:
        answers: what is known.
        law: the law book, opened at the day and the place.
        working: takes the steps of the amounts.
        not_sure: what was asked and could not be answered; it is not asked again, but may still be missing.

    Raises:
        InputError: two answers cannot both be true, or a month lies ahead.
    """
    answers = consistent(answers, law.day)
    judged = judge_all(answers, law)
    found = [_assessment(one, answers, law, working) for one in judged]
    families = {one.entitlement.id: one.entitlement.family for one in judged}
    missing = open_questions(judged)
    asks = [question for question in missing if question not in not_sure]
    beside = [question for question in amount_questions(judged, answers, law) if question not in not_sure]
    return EntitlementsDecision(
        assessed=tuple(sorted((_with_alternative(one, found, families) for one in found), key=_best_first)),
        not_assessed=tuple(_not_assessed(law)),
        steps=_steps(judged),
        missing=missing,
        next_question=asks[0] if asks else None,
        also_ask=beside[0] if beside and not asks else None,
        warnings=tuple(_warnings(found)),
    )


def open_questions(judged: Sequence[Judged]) -> tuple[Question[object], ...]:
    """All that can still change an outcome, in the order of asking."""
    return in_order({question for one in judged for question in one.asks})


def amount_questions(judged: Sequence[Judged], answers: Answers, law: Law) -> tuple[Question[object], ...]:
    """What would make the amounts exact of all that fit."""
    reckoned = [one.entitlement.amount(answers, law, Working()) for one in judged if one.outcome.fits]
    return in_order({question for amount in reckoned for question in amount.asks})


def _assessment(one: Judged, answers: Answers, law: Law, working: Working) -> Assessment:
    entitlement, fits, tried = one.entitlement, one.outcome.fits, trial(one, answers, law)
    return Assessment(
        id=entitlement.id,
        outcome=one.outcome,
        amount=entitlement.amount(answers, law, working if fits else Working()),
        duration=_duration(entitlement, answers, law),
        because=one.because(),
        missing=tried.deciding_first(one.asks),
        would_change=tried.changes() if one.outcome is Outcome.UNLIKELY else (),
        where=entitlement.listed("where", law),
        papers=entitlement.listed("papers", law),
        rule=law.value(entitlement.name("offered")),
        told=tuple(law.value(entitlement.name(name)) for name in entitlement.told),
    )


def _duration(one: Entitlement, answers: Answers, law: Law) -> Duration:
    if one.months:
        return Duration(law.text(one.name("period")), one.months(answers, law))
    months = usable_number(one.name("duration_months"), law)
    return Duration(law.text(one.name("period")), None if months is None else int(months))


def _steps(judged: Sequence[Judged]) -> tuple[Step, ...]:
    """Every condition that was tried, those once that several entitlements have by the same law."""
    found = {(step.condition, *(value.name for value in step.citations)): step for one in judged for step in one.steps}
    return tuple(found.values())


def _with_alternative(one: Assessment, all_: Sequence[Assessment], families: dict[str, str]) -> Assessment:
    """The nearest other one beside a no: what is likely, then what lacks the fewest conditions; akin ones first."""
    if one.outcome is not Outcome.UNLIKELY:
        return one

    def distance(other: Assessment) -> tuple[object, ...]:
        lacking = len(other.failing) + (other.outcome is Outcome.NEEDS_FACTS)
        akin = families[other.id] == families[one.id]
        return other.outcome is not Outcome.LIKELY, lacking, not akin

    others = [other for other in all_ if other is not one and families[other.id] != "permit"]
    return replace(one, alternative=min(others, key=distance).id) if others else one


def _best_first(one: Assessment) -> int:
    return one.outcome.rank


def _not_assessed(law: Law) -> Iterator[NotAssessed]:
    here = {one.id for one in offered(law)}
    why = "place_not_known" if law.region == NATIONAL else "no_rule_here"
    yield from (NotAssessed(one.id, why) for one in CATALOGUE if one.id not in here)
    for name in (name for name in UNREAD if law.has(f"{PREFIX}{name}")):
        value = law.value(f"{PREFIX}{name}")
        yield from (NotAssessed(id_, "rule_not_read", value) for id_ in law.codes(value.name))


def _warnings(found: Sequence[Assessment]) -> Iterator[Warned]:
    if any(one.outcome is Outcome.HISTORIC for one in found):
        yield Warned("rules-not-confirmed")
    if any(one.unread for one in found):
        yield Warned("text-not-read")
