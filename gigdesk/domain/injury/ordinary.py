"""Ordinary work-injury insurance (工伤保险): it asks for an employment relationship, whatever the contract calls it."""

from __future__ import annotations

from datetime import date

from gigdesk.domain.decision import Answers, Rule, otherwise, unless, when
from gigdesk.domain.injury.common import Conditions
from gigdesk.domain.injury.facts import (
    CAUSE,
    EMPLOYMENT_CONTRACT,
    FAULT,
    HARM,
    JOURNEY,
    MANAGED_LIKE_EMPLOYEE,
    ORDER_STATE,
    WORK_INJURY_INSURANCE_PAID,
)
from gigdesk.domain.injury.outcome import Outcome
from gigdesk.domain.law import Law

COMMON = Conditions("ordinary")
SIGNS_OF_EMPLOYMENT = (EMPLOYMENT_CONTRACT, WORK_INJURY_INSURANCE_PAID, MANAGED_LIKE_EMPLOYEE)


def was_employed(answers: Answers, law: Law) -> bool:
    """One sign of an employment relationship is there: a contract, insurance paid, or management as of an employee."""
    signs = law.codes("ordinary.employment_signs")
    return answers.any_true(*(sign for sign in SIGNS_OF_EMPLOYMENT if sign.id in signs))


def was_on_duty(answers: Answers, law: Law) -> bool:
    """It happened at work: delivering is working, and so is waiting on-line."""
    on_duty = law.codes("ordinary.on_duty_states")
    return answers[ORDER_STATE] in on_duty


def may_be_an_occupational_disease(answers: Answers, law: Law) -> bool:
    """Heat stroke or poisoning, which an employee may have as an occupational disease."""
    diseases = law.codes("ordinary.occupational_harms")
    return answers[HARM] in diseases


def was_commuting(answers: Answers, law: Law) -> bool:
    """He was on the way to or from work by a reasonable route."""
    ways = law.codes("ordinary.ways")
    return answers[JOURNEY] in ways


def accident_was_in_traffic(answers: Answers, law: Law) -> bool:
    """It was a traffic accident, the only harm that counts on the way."""
    causes = law.codes("ordinary.travel_causes")
    return answers[HARM] == "accident" and answers[CAUSE] in causes


def was_not_mainly_at_fault(answers: Answers, law: Law) -> bool:
    """Others bore at least half of the fault; until the end of 2010 it did not matter."""
    tested = law.flag("ordinary.fault_matters_on_the_way")
    forgiven = law.codes("ordinary.travel_faults")
    return not tested or answers[FAULT] in forgiven


def fault_is_undetermined(answers: Answers, law: Law) -> bool:
    """Neither the police nor a court has said whose fault it was."""
    undetermined = law.codes("ordinary.undetermined_faults")
    return answers[FAULT] in undetermined


ORDINARY: dict[date, Rule[Outcome]] = {
    date(2004, 1, 1): (
        unless(Outcome.OUT_OF_SCOPE, was_employed, article="gsbx-18"),
        unless(Outcome.NOT_COVERED_LIKELY, COMMON.somebody_was_hurt, article="gsbx-14", quiet=True),
        unless(Outcome.NOT_COVERED_LIKELY, *COMMON.nothing_excludes, article="gsbx-16", quiet=True),
        when(Outcome.ROUTE_GSBX, was_on_duty, COMMON.harm_was_an_accident, COMMON.served_the_work, article="gsbx-14-1"),
        when(
            Outcome.ROUTE_GSBX,
            COMMON.was_ordered_to_a_place,
            COMMON.harm_was_an_accident,
            COMMON.served_the_work,
            article="gsbx-14-5",
        ),
        when(
            Outcome.ROUTE_GSBX,
            was_on_duty,
            COMMON.harm_came_from_the_body,
            COMMON.died_in_time,
            article="gsbx-15-1",
            quiet=True,
        ),
        when(Outcome.NEEDS_DECISION, was_on_duty, may_be_an_occupational_disease, article="gsbx-14-4"),
        when(Outcome.ROUTE_GSBX, was_commuting, accident_was_in_traffic, was_not_mainly_at_fault, article="gsbx-14-6"),
        when(
            Outcome.NEEDS_DECISION, was_commuting, accident_was_in_traffic, fault_is_undetermined, article="gsbx-14-6"
        ),
        when(Outcome.ROUTE_GSBX, COMMON.was_rescuing, article="gsbx-15-2"),
        otherwise(Outcome.NOT_COVERED_LIKELY),
    ),
}
