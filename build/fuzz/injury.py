"""Random facts of accidents against the rules: nothing may raise, nothing said may contradict anything else said.

Usage: python build/fuzz/injury.py [SETS [SEED]]

Each set of facts is decided; every twentieth is also asked one by one. Prints how many there were, the seconds, how
often each outcome came out and what was wrong, with the facts that show it; the exit status is 1 if anything was.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import TypeVar

from gigdesk.domain.decision import Answers, Kind, Question, Step
from gigdesk.domain.errors import InputError
from gigdesk.domain.injury.benefits import Claim, Dependant, Relation
from gigdesk.domain.injury.check import InjuryDecision, check
from gigdesk.domain.injury.facts import (
    CERTIFIED_AT,
    CHINA,
    DEATH,
    DIED_AT,
    FIRST_DIAGNOSIS_AT,
    HARM,
    QUESTIONS,
    REGION,
    SO_FAR,
    WHEN,
    day_of,
    page,
)
from gigdesk.domain.injury.outcome import Outcome
from gigdesk.domain.law import NATIONAL, Law, LawBook
from gigdesk.domain.reasons import Reason, State
from gigdesk.store import paths
from gigdesk.store.release import read_release

T = TypeVar("T")
Facts = Mapping[str, object]

SETS = 100_000
TODAY = date(2026, 11, 23)
FIRST, HERE, LAST = (datetime(*day, tzinfo=CHINA) for day in ((2004, 1, 1), (2025, 7, 1), (2026, 11, 15)))
MOST_PAGES = 15
ASKED_ONE_BY_ONE = 20
"""One set in so many is asked one by one: each question takes a decision of its own."""
SHOWN = 10
YES = {Outcome.COVERED_LIKELY: ("pilot", "pilot"), Outcome.ROUTE_GSBX: ("gsbx", "ordinary")}
"""The articles and the route that such an outcome rests on."""
HOURS, DAYS = (0, 1, 24, 47, 48, 49, 60, 100), (0, 1, 2, 5, 30, 60)
OTHERWISE, KNOWN = (0.02, 0.1, 0.3, 1.0), (1.0, 1.0, 0.98, 0.8, 0.4)
"""How much of a set is unlike most people's, and how much of it is known."""
RARELY = 0.05
HOME = "370100"
USUAL: Facts = {
    "platform": "meituan",
    "sector": "instant_delivery",
    "order_state": "to_dropoff",
    "harm": "accident",
    "death": False,
    "work_injury_insurance_paid": False,
    "employment_contract": False,
    "managed_like_employee": False,
    "intentional_crime": False,
    "alcohol_mg_per_100ml": Decimal(0),
    "drugs": False,
    "self_harm": False,
    "private_purpose": False,
    "ordered_to_place": False,
    "journey": "other",
    "cause": "traffic",
    "fault": "minor",
    "rescue": False,
}


@dataclass
class Tally:
    """What came out, and what was wrong with it: a sentence and the facts."""

    outcomes: Counter[str] = field(default_factory=Counter)
    asked: int = 0
    most_pages: int = 0
    wrong: list[tuple[str, Facts]] = field(default_factory=list)


class Chance:
    """Random accidents, the same ones for the same seed."""

    def __init__(self, book: LawBook, seed: int) -> None:
        self._random, self._book = random.Random(seed), book  # noqa: S311 - no secret
        self._regions = [region for region in book.regions if region != NATIONAL]

    def facts(self) -> dict[str, object]:
        """The facts of one accident: those of most people, some of them otherwise, some missing."""
        otherwise, known = self._pick(OTHERWISE), self._pick(KNOWN)
        when = self._moment()
        law = self._book.on(day_of(when), NATIONAL)
        place = HOME if self._often(0.5) else self._pick(self._regions)
        drawn = dict(USUAL)
        for question in QUESTIONS:
            if question.id in USUAL and self._often(otherwise):
                drawn[question.id] = self._answer(question, law)
        drawn |= self._course(when, possible=not self._often(RARELY))
        if not (drawn[DEATH.id] or self._often(RARELY)):
            del drawn[DIED_AT.id]
        told = {name: fact for name, fact in drawn.items() if self._often(known)}
        return {**told, WHEN.id: when, REGION.id: place}

    def claim(self) -> Claim:
        """What the amounts depend on."""
        pick = self._pick
        return Claim(
            wage=pick((None, Decimal(0), Decimal(6000), Decimal(99_999))),
            grade=pick((None, *range(1, 11))),
            dependants=pick(((), (Dependant(Relation.SPOUSE), Dependant(Relation.OTHER, lone=True)))),
            accept_unverified=pick((True, False)),
        )

    def _moment(self) -> datetime:
        """Any since the first rules; half of them since the pilot began here."""
        first = self._pick((FIRST, HERE))
        return first + timedelta(seconds=self._random.randrange(int((LAST - first).total_seconds())))

    def _course(self, when: datetime, *, possible: bool) -> dict[str, object]:
        """Diagnosis, death and what was done about it: one after the other, where that is to be possible."""
        hours = [self._pick(HOURS) for _ in range(2)]
        days = [self._pick(DAYS) for _ in SO_FAR]
        if possible:
            hours, days = sorted(hours), sorted(days)
        moments = zip((FIRST_DIAGNOSIS_AT, DIED_AT), hours, strict=True)
        stages = zip(SO_FAR, days, strict=True)
        return {
            **{question.id: when + timedelta(hours=later) for question, later in moments},
            **{question.id: day_of(when) + timedelta(days=later) for question, later in stages},
        }

    def _answer(self, question: Question[object], law: Law) -> object:
        if question.kind is Kind.NUMBER:
            return self._pick((Decimal(0), Decimal("79.9"), Decimal(80), Decimal(300)))
        return self._pick(question.options(law))

    def _pick(self, some: Sequence[T]) -> T:
        return self._random.choice(some)

    def _often(self, share: float) -> bool:
        return self._random.random() < share


TOLD_EVERY = 1000
Told = Callable[[int, Tally], None]


def main(sets: int, seed: int) -> int:
    """Try so many sets of facts and print what came out; returns the exit status."""
    book = read_release(paths.resources() / "release").book
    begun = time.perf_counter()
    tally = run(book, sets, seed, tell)
    seconds = time.perf_counter() - begun
    print(f"{sets:,} sets of facts (seed {seed}) in {seconds:.0f} s; {tally.asked:,} of them asked one by one")
    print(f"most pages asked: {tally.most_pages}")
    for outcome, count in tally.outcomes.most_common():
        print(f"{count:>9,}  {outcome}")
    print(f"{len(tally.wrong):>9,}  wrong")
    for sentence, facts in tally.wrong[:SHOWN]:
        print(f"{sentence}\n    {dict(facts)}")
    return 1 if tally.wrong else 0


def tell(number: int, tally: Tally) -> None:
    """A long run says how far it is."""
    if number % TOLD_EVERY == 0:
        print(f"{number:,} tried, {len(tally.wrong):,} wrong", file=sys.stderr, flush=True)


def run(book: LawBook, sets: int, seed: int, told: Told = lambda _, __: None) -> Tally:
    """Decide random facts, and note what is wrong; `told` hears of each set before it is tried."""
    chance, tally = Chance(book, seed), Tally()
    for number in range(sets):
        told(number, tally)
        facts, claim = chance.facts(), chance.claim()
        try:
            found = check(Answers(facts), book, TODAY, claim=claim)
        except InputError as error:
            tally.outcomes["(refused)"] += 1
            if not contradicts(facts):
                tally.wrong.append((f"refused without need: {error}", facts))
            continue
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
            tally.wrong.append((repr(error), facts))
            continue
        tally.outcomes[found.outcome] += 1
        tally.wrong += [(sentence, facts) for sentence in wrong(found, facts, book)]
        if number % ASKED_ONE_BY_ONE == 0:
            pages = pages_asked(facts, book)
            tally.asked += 1
            tally.most_pages = max(tally.most_pages, pages)
            tally.wrong += [(f"{pages} pages", facts)] if pages > MOST_PAGES else []
    return tally


def contradicts(facts: Facts) -> bool:
    """Whether the facts cannot all be true, told without the rules."""

    def moments(*names: str) -> list[datetime]:
        return [found for name in names if isinstance(found := facts.get(name), datetime)]

    def days(*names: str) -> list[date]:
        return [found for name in names if isinstance(found := facts.get(name), date)]

    happened = moments("when", "first_diagnosis_at", "died_at")
    stages = [question.id for question in SO_FAR if question is not CERTIFIED_AT]
    accident = [day_of(moment) for moment in moments("when")]
    done = [*accident, *days(*stages)]
    seen = [*accident, *days(CERTIFIED_AT.id)]
    ahead = max([*map(day_of, happened), *done, *seen]) > TODAY
    alive = facts.get("death") is False and facts.get("died_at") is not None
    return ahead or alive or any(found != sorted(found) for found in (happened, done, seen))


def wrong(found: InjuryDecision, facts: Facts, book: LawBook) -> Iterator[str]:
    """In sentences: where the outcome, its reasons and all that stands beside them contradict one another."""
    if contradicts(facts):
        yield "accepted, though the facts cannot all be true"
    yield from _wrong_outcome(found)
    yield from _wrong_reasons(found.outcome, found.because)
    yield from _wrong_routes(found, facts)
    tried: tuple[Step | Reason, ...] = (*found.steps, *found.because)
    for one in tried:
        cited = {value.source for value in one.citations}
        if (one.holds is not None and not cited) or cited - set(book.sources):
            yield f"{one.condition} is settled without a source of the release"
    if not found.next_step:
        yield "no next step"


def _wrong_outcome(found: InjuryDecision) -> Iterator[str]:
    if found.outcome is Outcome.NEEDS_FACTS:
        if not found.missing or len(found.possible) == 1:
            yield "needs facts, but none is missing or only one outcome is possible"
        if found.would_change:
            yield "needs facts, and says what would change the outcome"
    elif found.missing or found.possible != (found.outcome,):
        yield "settled, but something is missing or another outcome is possible"


def _wrong_reasons(outcome: Outcome, because: Collection[Reason]) -> Iterator[str]:
    states = {reason.state for reason in because}
    against = {State.NOT_MET, State.UNKNOWN}
    if not because:
        yield f"{outcome} without a reason"
    if outcome in YES:
        article, _ = YES[outcome]
        deciding = [reason for reason in because if reason.article.startswith(article)]
        if not deciding or {reason.state for reason in deciding} & against:
            yield f"{outcome} with a reason against it, or without one for it"
    if outcome is Outcome.COVERED_LIKELY and states & against:
        yield f"{outcome} with a reason of another route against it"
    if outcome.is_no and State.NOT_MET not in states:
        yield f"{outcome} without anything that is not met"
    if outcome is Outcome.NEEDS_DECISION and not states & {State.TO_CHECK, State.NOT_MET}:
        yield f"{outcome} without anything for the office to decide"


def _wrong_routes(found: InjuryDecision, facts: Facts) -> Iterator[str]:
    ways = {way.id: way.open for way in found.routes}
    if found.outcome in YES and ways[YES[found.outcome][1]] is not True:
        yield f"{found.outcome} by a route that is not open"
    if found.outcome.is_no and (ways["pilot"], ways["ordinary"]) != (False, False):
        yield f"{found.outcome}, but an insurance is open"
    if found.outcome.is_no and ways["private"] is not (facts.get(HARM.id) != "none"):
        yield f"{found.outcome}, and a private policy is named just where nobody was hurt"


def pages_asked(truth: Facts, book: LawBook) -> int:
    """How many pages it takes to ask one by one; what is not among the facts is answered with "not sure"."""
    told: dict[str, object] = {REGION.id: truth[REGION.id], WHEN.id: truth[WHEN.id]}
    not_sure: set[Question[object]] = set()
    pages = {REGION.id, WHEN.id}
    while question := (found := check(Answers(told), book, TODAY, not_sure)).next_question or found.also_ask:
        pages.add(question.group or question.id)
        for other in page(question):
            if truth.get(other.id) is None:
                not_sure.add(other)
            else:
                told[other.id] = truth[other.id]
    return len(pages)


if __name__ == "__main__":
    given = [int(argument) for argument in sys.argv[1:]]
    sys.exit(main(*(given + [SETS, 1][len(given) :])))
