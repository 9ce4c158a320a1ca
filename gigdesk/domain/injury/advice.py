"""What to do next, in one sentence, and what to know before relying on the answer."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from gigdesk.domain.decision import Answers
from gigdesk.domain.injury.deadlines import Deadline
from gigdesk.domain.injury.facts import FAULT, PLATFORM, SEVERAL, WORK_INJURY_INSURANCE_PAID
from gigdesk.domain.injury.outcome import Outcome
from gigdesk.domain.injury.pilot import was_waiting_online
from gigdesk.domain.injury.routes import Route
from gigdesk.domain.injury.rulings import Rulings
from gigdesk.domain.reasons import Reason, State
from gigdesk.domain.working import Warned

WITHOUT_A_CLAIM = {
    Outcome.NOT_COVERED_LIKELY: "ask_office_and_policy",
    Outcome.OUT_OF_SCOPE: "look_for_policy",
}


def next_step(rulings: Rulings, ways: Collection[Route], limits: Collection[Deadline]) -> str:
    """The key of the one thing to do now."""
    outcome = rulings.outcome
    passed = {limit.id for limit in limits if limit.days_left is not None and limit.days_left < 0}
    if outcome is Outcome.NEEDS_FACTS:
        hopeful = any(way.id == "pilot" and way.open is not False for way in ways)
        return "report_and_find_out" if hopeful else "find_out"
    if outcome in WITHOUT_A_CLAIM:
        return WITHOUT_A_CLAIM[outcome]
    if rulings.by_pilot:
        return "claim_late" if "worker_claim" in passed else "report_in_app"
    if "own_claim" in passed:
        return "ask_about_late_application"
    return "apply_yourself" if "employer_claim" in passed else "ask_employer_to_apply"


def warnings(
    rulings: Rulings, answers: Answers, reasons: Collection[Reason], limits: Collection[Deadline]
) -> Iterator[Warned]:
    """What the outcome does not say by itself."""
    if any(reason.state is State.TO_CHECK for reason in reasons):
        yield Warned("text-not-read")
    waiting = any(reason.condition == was_waiting_online.__name__ and reason.holds for reason in reasons)
    if waiting and answers.given.get(FAULT.id) in ("main", "full"):
        yield Warned("weak-through-own-fault")
    if answers.given.get(PLATFORM.id) == SEVERAL:
        yield Warned("report-in-both-apps")
    if rulings.ordinary.outcome is Outcome.ROUTE_GSBX:
        if rulings.pilot.outcome is Outcome.COVERED_LIKELY:
            yield Warned("offset-unknown")
        if answers.given.get(WORK_INJURY_INSURANCE_PAID.id) is False:
            yield Warned("employer-pays-uninsured")
    yield from _about_limits(limits)


def _about_limits(limits: Collection[Deadline]) -> Iterator[Warned]:
    for limit in limits:
        if limit.days_left is None:
            yield Warned("deadline-not-verified", {"deadline": limit.id})
        elif limit.days_left < 0:
            yield Warned("deadline-passed", {"deadline": limit.id, "by": limit.by})
