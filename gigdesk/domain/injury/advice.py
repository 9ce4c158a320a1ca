"""What to do next, in one sentence, and what to know before relying on the answer."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from gigdesk.domain.decision import Answers
from gigdesk.domain.injury.course import Course
from gigdesk.domain.injury.deadlines import Deadline
from gigdesk.domain.injury.facts import FAULT, PLATFORM, SEVERAL, WORK_INJURY_INSURANCE_PAID
from gigdesk.domain.injury.limits import Event, Who
from gigdesk.domain.injury.outcome import Outcome
from gigdesk.domain.injury.pilot import was_waiting_online
from gigdesk.domain.injury.routes import Route
from gigdesk.domain.injury.rulings import Rulings
from gigdesk.domain.law import Status
from gigdesk.domain.reasons import Reason, State
from gigdesk.domain.working import Warned

WITHOUT_A_CLAIM = {
    Outcome.NOT_COVERED_LIKELY: "ask_office_and_policy",
    Outcome.OUT_OF_SCOPE: "look_for_policy",
}

AFTER_A_CLAIM = {Event.DECISION: "look_at_decision", Event.FILING: "wait_for_decision"}


def next_step(rulings: Rulings, ways: Collection[Route], limits: Collection[Deadline], course: Course) -> str:
    """The key of the one thing to do now."""
    for reached, step in AFTER_A_CLAIM.items():
        if course.happened(reached, course.leading):
            return step
    if rulings.outcome is Outcome.NEEDS_FACTS:
        return _to_find_out(ways, course)
    if rulings.outcome in WITHOUT_A_CLAIM:
        return WITHOUT_A_CLAIM[rulings.outcome]
    passed = {limit.id for limit in limits if limit.passed}
    return _of_the_pilot(passed, course) if rulings.by_pilot else _of_an_employee(passed)


def _to_find_out(ways: Collection[Route], course: Course) -> str:
    """Report first, where the pilot may answer and that is not done yet."""
    hopeful = any(way.id == "pilot" and way.open is not False for way in ways)
    return "report_and_find_out" if hopeful and not course.happened(Event.REPORT, "pilot") else "find_out"


def _of_an_employee(passed: Collection[str]) -> str:
    if "own_claim" in passed:
        return "ask_about_late_application"
    return "apply_yourself" if "employer_claim" in passed else "ask_employer_to_apply"


def _of_the_pilot(passed: Collection[str], course: Course) -> str:
    if "worker_claim" in passed:
        return "claim_late"
    if course.happened(Event.REPORT, "pilot"):
        return "claim_yourself" if "platform_claim" in passed else "see_platform_files"
    return "report_in_app"


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
        if limit.by and limit.limit.status is Status.UNVERIFIED:
            yield Warned("deadline-not-verified", {"deadline": limit.id, "by": limit.by})
        if limit.passed and limit.who is Who.WORKER:
            yield Warned("deadline-passed", {"deadline": limit.id, "by": limit.by})
    if any(limit.counted_from == Event.REPORT and limit.act_before.assumed for limit in limits):
        yield Warned("report-day-not-known")
    for year in sorted({year for limit in limits for year in limit.guessed_years}):
        yield Warned("calendar-not-known", {"year": year})
