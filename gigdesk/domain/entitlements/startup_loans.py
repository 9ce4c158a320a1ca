"""Guaranteed start-up loans (创业担保贷款): to a person of one of ten groups, and to a small firm that hires them."""

from __future__ import annotations

from datetime import date

from gigdesk.domain.decision import Answers
from gigdesk.domain.entitlements.common import Conditions
from gigdesk.domain.entitlements.entitlement import Amount, Entitlement, Reckon
from gigdesk.domain.entitlements.facts import HIRES, STAFF
from gigdesk.domain.law import Law, reached
from gigdesk.domain.working import Working

PERSON, FIRM = Conditions("startup_loan"), Conditions("startup_loan_firm")
SINCE = date(2023, 10, 1)


def hired_enough_of_the_groups(answers: Answers, law: Law) -> bool:
    """Of all staff, a share was hired within a year from the groups that may borrow themselves."""
    shares = law.table(FIRM.name("hire_share"))
    if answers.knows(HIRES) and not answers[HIRES]:
        return False
    answers.need(HIRES, STAFF)
    return answers[HIRES] >= reached(shares, answers[STAFF]) * answers[STAFF]


def _up_to(own: Conditions) -> Reckon:
    """The bank decides how much; here is only the most that is lent."""

    def amount(_: Answers, law: Law, working: Working) -> Amount:
        most = law.value(own.name("most"))
        working.step(f"{own.area}-most", law.number(most.name), "CNY", most)
        return Amount(most=law.number(most.name), why="bank_decides")

    return amount


STARTUP_LOAN = Entitlement(
    PERSON.area,
    "business",
    {SINCE: PERSON.granted_to(PERSON.has_or_wants_a_business, PERSON.belongs_to_a_group, PERSON.is_of_working_age)},
    _up_to(PERSON),
    told=("graduate_years", "interest_share", "times"),
)
STARTUP_LOAN_FIRM = Entitlement(
    FIRM.area,
    "business",
    {SINCE: FIRM.granted_to(FIRM.has_a_business_of_a_kind, hired_enough_of_the_groups)},
    _up_to(FIRM),
    told=("hire_share", "interest_share", "times"),
)
