"""Subsidies for courses: how to start a business (创业培训), and a trade (职业培训)."""

from __future__ import annotations

from datetime import date

from gigdesk.domain.decision import Answers
from gigdesk.domain.entitlements.common import Conditions
from gigdesk.domain.entitlements.entitlement import Amount, Entitlement
from gigdesk.domain.entitlements.facts import WANTS_TRAINING
from gigdesk.domain.law import Law
from gigdesk.domain.working import Working

STARTUP, SKILLS = Conditions("startup_training"), Conditions("skills_training")


def wants_to_learn(answers: Answers, law: Law) -> bool:
    """A wish for a course."""
    law.flag(SKILLS.name("offered"))
    return answers[WANTS_TRAINING]


def not_read(_: Answers, __: Law, ___: Working) -> Amount:
    """No amount was read."""
    return Amount(why="not_read")


def by_course(_: Answers, __: Law, ___: Working) -> Amount:
    """Each trade has its own, in a list of the place."""
    return Amount(why="by_course")


STARTUP_TRAINING = Entitlement(
    STARTUP.area,
    "business",
    {date(2020, 7, 1): STARTUP.granted_to(STARTUP.has_or_wants_a_business, STARTUP.is_of_working_age)},
    not_read,
)
SKILLS_TRAINING = Entitlement(
    SKILLS.area,
    "learning",
    {date(2017, 10, 13): SKILLS.granted_to(wants_to_learn, SKILLS.belongs_to_a_group, SKILLS.is_of_working_age)},
    by_course,
    told=("most_times",),
)
