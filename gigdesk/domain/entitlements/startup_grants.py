"""Grants to founders: once for the business (一次性创业补贴), and for each post filled (创业岗位开发补贴)."""

from __future__ import annotations

from datetime import date
from functools import partial

from gigdesk.domain.decision import Answers, either
from gigdesk.domain.entitlements.common import ANYBODY, Conditions
from gigdesk.domain.entitlements.entitlement import Amount, Entitlement
from gigdesk.domain.entitlements.facts import (
    BUSINESS,
    BUSINESS_MONTHS,
    FIRST_BUSINESS,
    HARD_TO_EMPLOY,
    HIRES,
    OWN_INSURED_MONTHS,
    OWNER_UNCHANGED,
    RECOGNISED_BEFORE,
    STARTUP_GRANT_GOT,
)
from gigdesk.domain.law import Law, reached
from gigdesk.domain.money import half_up
from gigdesk.domain.working import Working

GRANT, POST = Conditions("startup_grant"), Conditions("post_grant")


def founder_belongs_to_a_group(answers: Answers, law: Law) -> bool:
    """One of the groups named; who is hard to employ must have been recognised before the licence, where it says so."""
    groups, before = law.codes(GRANT.name("groups")), law.flag(GRANT.name("recognised_before"))

    def one_of(group: str) -> bool:
        if not GRANT.is_one_of(group, answers, law):
            return False
        return group != HARD_TO_EMPLOY.id or not before or answers[RECOGNISED_BEFORE]

    return ANYBODY in groups or either(*(partial(one_of, group) for group in groups))


def is_the_first_business(answers: Answers, law: Law) -> bool:
    """Nothing was founded before."""
    law.flag(GRANT.name("offered"))
    return answers[FIRST_BUSINESS]


def business_ran_long_enough(answers: Answers, law: Law) -> bool:
    """It has run for the months that the rule asks for."""
    months = law.number(GRANT.name("business_months"))
    return answers[BUSINESS_MONTHS] >= months


def founder_paid_insurance_long_enough(answers: Answers, law: Law) -> bool:
    """The founder's own social insurance was paid for the months asked for, which depend on the kind of business."""
    months = law.table(GRANT.name("insured_months"))
    kind = answers[BUSINESS]
    return kind in months and answers[OWN_INSURED_MONTHS] >= months[kind]


def owner_never_changed(answers: Answers, law: Law) -> bool:
    """The licence was always in the founder's name, where the rule asks for it."""
    needed = law.flag(GRANT.name("owner_unchanged"))
    return not needed or answers[OWNER_UNCHANGED]


def has_not_had_the_grant(answers: Answers, law: Law) -> bool:
    """Once a person."""
    law.text(GRANT.name("period"))
    return not answers[STARTUP_GRANT_GOT]


def hired_somebody(answers: Answers, law: Law) -> bool:
    """Somebody was hired with a contract as long as the rule asks for."""
    law.number(POST.name("contract_months"))
    return answers[HIRES] > 0


def grant(answers: Answers, law: Law, working: Working) -> Amount:
    """By the kind of business or, where the place has such a table, by the people hired."""
    by_hires = law.has(GRANT.name("amount_by_hires"))
    value = law.value(GRANT.name("amount_by_hires" if by_hires else "amounts"))
    amounts, asked = law.table(value.name), HIRES if by_hires else BUSINESS
    if not answers.knows(asked) or not (by_hires or answers[BUSINESS] in amounts):
        why = "hires_not_known" if by_hires else "kind_not_known"
        return Amount(least=min(amounts.values()), most=max(amounts.values()), why=why, asks=(asked,))
    found = half_up(reached(amounts, answers[HIRES]) if by_hires else amounts[answers[BUSINESS]])
    working.step("startup-grant", found, "CNY", value, of=answers.given[asked.id])
    return Amount(exact=found)


def per_post(answers: Answers, law: Law, working: Working) -> Amount:
    """So much for each post filled."""
    value = law.value(POST.name("per_post"))
    each = law.number(value.name)
    if not answers.knows(HIRES):
        return Amount(least=each, why="hires_not_known", asks=(HIRES,))
    found = half_up(each * answers[HIRES])
    working.step("post-grant", found, "CNY", value, each=each, hires=answers[HIRES])
    return Amount(exact=found)


STARTUP_GRANT = Entitlement(
    GRANT.area,
    "business",
    {
        date(2022, 1, 1): GRANT.granted_to(
            GRANT.has_a_business_of_a_kind,
            founder_belongs_to_a_group,
            GRANT.is_of_working_age,
            is_the_first_business,
            business_ran_long_enough,
            founder_paid_insurance_long_enough,
            owner_never_changed,
            has_not_had_the_grant,
        )
    },
    grant,
)
POST_GRANT = Entitlement(
    POST.area, "business", {date(2013, 10, 1): POST.granted_to(POST.has_a_business_of_a_kind, hired_somebody)}, per_post
)
