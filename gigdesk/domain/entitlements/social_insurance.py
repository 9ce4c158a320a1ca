"""The social insurance subsidy of flexible workers (灵活就业社保补贴): who, by the nation; how much, by the place."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from gigdesk.domain.decision import Answers
from gigdesk.domain.entitlements.common import Conditions
from gigdesk.domain.entitlements.entitlement import Amount, Entitlement
from gigdesk.domain.entitlements.facts import EMPLOYER_INSURED, FLAGS, PENSION_PAID, UNEMPLOYMENT_BENEFIT
from gigdesk.domain.entitlements.pension_base import lowest
from gigdesk.domain.law import Law
from gigdesk.domain.money import half_up
from gigdesk.domain.pension.subsidy import MINIMUM, Terms, terms
from gigdesk.domain.working import Working

OWN = Conditions("social_insurance")
A_MONTH = "CNY/month"


def pays_own_insurance(answers: Answers, law: Law) -> bool:
    """Pension or medical insurance is paid by oneself; it is paid first and given back afterwards."""
    insurances = law.codes(OWN.name("insurances"))
    return answers.any_true(*(FLAGS[insurance] for insurance in insurances))


def no_employer_pays(answers: Answers, law: Law) -> bool:
    """No employer pays social insurance."""
    excluded = law.flag(OWN.name("employer_excludes"))
    return not excluded or not answers[EMPLOYER_INSURED]


def draws_no_unemployment_benefit(answers: Answers, law: Law) -> bool:
    """No unemployment benefit is drawn in the same month."""
    excluded = law.flag(OWN.name("benefit_excludes"))
    return not excluded or not answers[UNEMPLOYMENT_BENEFIT]


def amount(answers: Answers, law: Law, working: Working) -> Amount:
    """Of the pension contribution a month: by the place's own terms or, where none were read, up to the nation's share.

    What is paid for medical insurance comes beside it.
    """
    if not answers.knows(PENSION_PAID):
        return Amount(unit=A_MONTH, why="paid_not_known", asks=(PENSION_PAID,))
    paid, base = answers[PENSION_PAID], lowest(law)
    for group in _own_groups(answers, law):
        found = terms(law, group)
        if isinstance(found, Terms) and (base or found.reference != MINIMUM):
            monthly = found.monthly(paid, base.payment if base else paid)
            working.step("social-subsidy", monthly, A_MONTH, *found.law, paid=paid, share=str(found.share))
            return Amount(exact=monthly, unit=A_MONTH)
    share = Fraction(law.text(OWN.name("rate_most")))
    most = half_up(paid * share.numerator / share.denominator)
    working.step("social-subsidy-most", most, A_MONTH, law.value(OWN.name("rate_most")), paid=paid, share=str(share))
    return Amount(most=most, unit=A_MONTH, why="place_not_read")


def months(answers: Answers, law: Law) -> int | None:
    """The longest that a group of the person's gets it."""
    longest = law.table(OWN.name("longest"))
    return max((int(longest[group]) for group in _own_groups(answers, law) if group in longest), default=None)


def _own_groups(answers: Answers, law: Law) -> list[str]:
    groups = law.codes(OWN.name("groups"))
    return [group for group in groups if answers.given.get(group) is True]


SOCIAL_INSURANCE = Entitlement(
    OWN.area,
    "insurance",
    {
        date(2017, 10, 13): OWN.granted_to(
            OWN.belongs_to_a_group,
            OWN.is_of_working_age,
            OWN.is_registered_as_flexible,
            pays_own_insurance,
            no_employer_pays,
            draws_no_unemployment_benefit,
        )
    },
    amount,
    months,
    told=("graduate_years", "near_retirement_years"),
)
