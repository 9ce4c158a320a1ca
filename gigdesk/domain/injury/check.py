"""The whole answer after an accident: what is likely, why, what is missing, what to do by when, with which papers."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from gigdesk.domain.decision import Answers, Question, Step
from gigdesk.domain.injury.advice import next_step, warnings
from gigdesk.domain.injury.benefits import NOTHING_KNOWN, Benefit, Case, Claim, benefits
from gigdesk.domain.injury.course import Course
from gigdesk.domain.injury.deadlines import Deadline, deadlines
from gigdesk.domain.injury.documents import Document, documents
from gigdesk.domain.injury.facts import DEATH, HARM, REGION, WHEN, consistent, day_of
from gigdesk.domain.injury.outcome import Outcome
from gigdesk.domain.injury.places import Place
from gigdesk.domain.injury.reasons import because
from gigdesk.domain.injury.routes import Route, concerned, leading, routes
from gigdesk.domain.injury.rulings import Rulings, in_order, judge
from gigdesk.domain.injury.whatif import trial
from gigdesk.domain.law import LawBook
from gigdesk.domain.reasons import Reason
from gigdesk.domain.whatif import Change
from gigdesk.domain.working import Warned, WorkingStep


@dataclass(frozen=True)
class InjuryDecision:
    """The answer. `next_question` can change the outcome, `also_ask` only what else there is to claim or to bring.

    `where` is filled in by whoever has the directory of service points.
    """

    outcome: Outcome
    possible: tuple[Outcome, ...] = ()
    routes: tuple[Route, ...] = ()
    because: tuple[Reason, ...] = ()
    steps: tuple[Step, ...] = ()
    missing: tuple[Question[object], ...] = ()
    next_question: Question[object] | None = None
    also_ask: Question[object] | None = None
    would_change: tuple[Change[Outcome], ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    documents: tuple[Document, ...] = ()
    benefits: tuple[Benefit, ...] = ()
    amounts: tuple[WorkingStep, ...] = ()
    next_step: str = ""
    where: tuple[Place, ...] = ()
    warnings: tuple[Warned, ...] = ()


def check(
    answers: Answers,
    book: LawBook,
    today: date,
    not_sure: Collection[Question[object]] = frozenset(),
    claim: Claim = NOTHING_KNOWN,
) -> InjuryDecision:
    """Decide with the law of the day and the region of the accident.

    Args:
        answers: what is known.
        book: all the law there is.
        today: the day from which days left are counted.
        not_sure: what was asked and could not be answered; it is not asked again, but may still be missing.
        claim: what the amounts of the benefits depend on besides.

    Raises:
        InputError: two answers cannot both be true, or something lies ahead.
        MissingDataError: the law of that day is not in the release.
    """
    answers = consistent(answers, today)
    unplaced = tuple(question for question in (REGION, WHEN) if not answers.knows(question))
    if unplaced:
        return InjuryDecision(
            Outcome.NEEDS_FACTS,
            missing=unplaced,
            next_question=next((question for question in unplaced if question not in not_sure), None),
            next_step="find_out",
        )
    law = book.on(day_of(answers[WHEN]), answers[REGION])
    return _placed(Case(answers, law, today, claim), not_sure)


def _placed(case: Case, not_sure: Collection[Question[object]]) -> InjuryDecision:
    answers, law, today = case.answers, case.law, case.today
    rulings, hurt = judge(answers, law), answers.given.get(HARM.id) != "none"
    ways, where = routes(rulings, hurt=hurt), concerned(rulings, hurt=hurt)
    course = Course(answers, today, leading(ways, where))
    limits, reasons = deadlines(where, course, law), _because(rulings)
    asks = [question for question in rulings.asks if question not in not_sure]
    beside = [question for question in _beside(rulings, ways, answers) if question not in not_sure]

    tried = trial(answers, law, lambda changed: judge(changed, law).outcome)
    heads = benefits({way.id for way in ways if way.open}, case)
    return InjuryDecision(
        outcome=rulings.outcome,
        possible=rulings.possible,
        routes=ways,
        because=reasons,
        steps=tuple(_steps(rulings)),
        missing=tried.deciding_first(rulings.asks),
        next_question=asks[0] if asks else None,
        also_ask=beside[0] if beside and not asks else None,
        would_change=tried.changes() if rulings.outcome is not Outcome.NEEDS_FACTS else (),
        deadlines=limits,
        documents=documents(where, answers, law, late=any(one.id == "worker_claim" and one.passed for one in limits)),
        benefits=heads,
        amounts=tuple(case.working.steps),
        next_step=next_step(rulings, ways, limits, course) if hurt else "nothing_to_claim",
        warnings=(*warnings(rulings, answers, reasons, limits), *case.working.warnings),
    )


def _because(rulings: Rulings) -> tuple[Reason, ...]:
    """The reasons of the pilot; those of the ordinary insurance too, unless the pilot gave the outcome."""
    return because(rulings.pilot) if rulings.by_pilot else because(rulings.pilot, rulings.ordinary)


def _steps(rulings: Rulings) -> Iterator[Step]:
    """Every condition that was tried, in order."""
    for ruling in (rulings.pilot, rulings.ordinary, rulings.third_party):
        for tried in ruling.tried:
            yield from tried.steps


def _beside(rulings: Rulings, ways: Collection[Route], answers: Answers) -> tuple[Question[object], ...]:
    """What is worth asking once the outcome is clear: for the routes beside it, and for the papers of a death."""
    leading_on = {way.id for way in ways if way.open is not False}
    asked = set(rulings.third_party.asks)
    if "ordinary" in leading_on:
        asked.update(rulings.ordinary.asks)
    death = (DEATH,) if leading_on & {"pilot", "ordinary"} and not answers.knows(DEATH) else ()
    return (*in_order(asked - {DEATH}), *death)
