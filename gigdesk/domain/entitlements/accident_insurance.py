"""The accident-insurance subsidy (新就业形态意外伤害保险补贴), which each city makes for itself."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from gigdesk.domain.decision import Answers
from gigdesk.domain.entitlements.common import Conditions
from gigdesk.domain.entitlements.entitlement import Amount, Entitlement
from gigdesk.domain.entitlements.facts import ACCIDENT_GOT, ACCIDENT_INSURANCE, PILOT_COVER, PREMIUM, SECTOR
from gigdesk.domain.law import Law
from gigdesk.domain.money import half_up
from gigdesk.domain.working import Working

OWN = Conditions("accident_insurance")
A_YEAR = "CNY/year"


def sector_is_named(answers: Answers, law: Law) -> bool:
    """The work is of a kind that the rule names."""
    sectors = law.codes(OWN.name("sectors"))
    return answers[SECTOR] in sectors


def bought_accident_insurance(answers: Answers, law: Law) -> bool:
    """Accident insurance was bought; it is paid for first and claimed afterwards."""
    law.flag(OWN.name("offered"))
    return answers[ACCIDENT_INSURANCE]


def premium_is_high_enough(answers: Answers, law: Law) -> bool:
    """The premium of the year is above what the rule asks for; most ask for nothing."""
    over = law.number(OWN.name("premium_over"))
    return not over or answers[PREMIUM] > over


def is_outside_the_pilot(answers: Answers, law: Law) -> bool:
    """No platform pays occupational-injury cover for him, where the two may not be combined."""
    barred = PILOT_COVER.id in law.codes(OWN.name("not_with"))
    return not barred or not answers[PILOT_COVER]


def has_not_had_it_this_year(answers: Answers, law: Law) -> bool:
    """Something is left of the year's subsidy; where it is paid once, nothing was paid yet."""
    once, cap = law.flag(OWN.name("once")), law.number(OWN.name("cap_year"))
    return answers[ACCIDENT_GOT] < cap and not (once and answers[ACCIDENT_GOT])


def amount(answers: Answers, law: Law, working: Working) -> Amount:
    """A share of the premium, up to what is left of the year's limit."""
    rate, cap = law.number(OWN.name("rate")), law.number(OWN.name("cap_year"))
    if not answers.knows(PREMIUM):
        return Amount(most=cap, unit=A_YEAR, why="premium_not_known", asks=(PREMIUM,))
    premium = answers[PREMIUM]
    got = answers[ACCIDENT_GOT] if answers.knows(ACCIDENT_GOT) else Decimal(0)
    found = half_up(min(rate * premium, max(cap - got, Decimal(0))))
    read = (law.value(OWN.name(name)) for name in ("rate", "cap_year"))
    working.step("accident-subsidy", found, A_YEAR, *read, premium=premium, rate=rate, cap=cap, got=got)
    return Amount(exact=found, unit=A_YEAR)


ACCIDENT_INSURANCE_SUBSIDY = Entitlement(
    OWN.area,
    "insurance",
    {
        date(2021, 1, 1): OWN.granted_to(
            sector_is_named,
            OWN.is_of_working_age,
            is_outside_the_pilot,
            OWN.is_registered_as_flexible,
            bought_accident_insurance,
            premium_is_high_enough,
            has_not_had_it_this_year,
        )
    },
    amount,
)
