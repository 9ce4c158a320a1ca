"""What platforms give back of the pension contributions of their riders: company programmes, no law."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from gigdesk.domain.decision import Answers
from gigdesk.domain.entitlements.common import Conditions
from gigdesk.domain.entitlements.entitlement import Amount, Entitlement
from gigdesk.domain.entitlements.facts import INCOME_REACHES_BASE, PAYS_PENSION, PENSION_PAID, PLATFORM
from gigdesk.domain.entitlements.pension_base import lowest
from gigdesk.domain.law import Law, chain
from gigdesk.domain.money import half_up
from gigdesk.domain.working import Working

OWN = Conditions("platform_pension")
A_MONTH = "CNY/month"


def platform_has_a_programme(answers: Answers, law: Law) -> bool:
    """The platform is one of those that give."""
    platforms = law.codes(OWN.name("platforms"))
    return answers[PLATFORM] in platforms


def programme_runs_here(answers: Answers, law: Law) -> bool:
    """Where the platform has one, it covers the place: by its list of cities, or the country."""
    cities = {name: law.codes(OWN.name(f"cities.{name}")) for name in law.codes(OWN.name("platforms"))}
    platform = answers[PLATFORM]
    return platform not in cities or bool(set(cities[platform]) & set(chain(law.region)))


def pays_own_pension(answers: Answers, law: Law) -> bool:
    """The pension is paid by oneself; what is not paid is not given back."""
    law.flag(OWN.name("offered"))
    return answers[PAYS_PENSION]


def income_reached_the_base(answers: Answers, law: Law) -> bool:
    """Income from the platform reached the lowest base in enough months, where the programme asks for it."""
    asking = law.codes(OWN.name("income_platforms"))
    return answers[PLATFORM] not in asking or answers[INCOME_REACHES_BASE]


def amount(answers: Answers, law: Law, working: Working) -> Amount:
    """A share of the contribution: of the lowest, or of one's own, as the programme says."""
    least, most = law.table(OWN.name("least_share")), law.table(OWN.name("most_share"))
    platform = str(answers.given.get(PLATFORM.id))
    if not answers.knows(PLATFORM):
        return Amount(unit=A_MONTH, why="platform_not_known", asks=(PLATFORM,))
    if platform not in least:
        return Amount(unit=A_MONTH, why="platform_gives_none")
    on_lowest = platform in law.codes(OWN.name("on_lowest_base"))
    base = lowest(law) if on_lowest else None
    paid = base.payment if base else None if on_lowest else answers.given.get(PENSION_PAID.id)
    if not isinstance(paid, Decimal):
        asks = () if on_lowest else (PENSION_PAID,)
        return Amount(unit=A_MONTH, why="base_not_known" if on_lowest else "paid_not_known", asks=asks)
    low, high = (half_up(paid * shares[platform]) for shares in (least, most))
    read = [law.value(OWN.name(name)) for name in ("least_share", "most_share")]
    read += base.law if base else ()
    working.step("platform-subsidy", low, A_MONTH, *read, paid=paid, share=least[platform])
    return Amount(low if low == high else None, low, high, A_MONTH, "" if low == high else "by_level")


PLATFORM_PENSION = Entitlement(
    OWN.area,
    "insurance",
    {
        date(2025, 11, 1): OWN.granted_to(
            platform_has_a_programme, programme_runs_here, pays_own_pension, income_reached_the_base
        )
    },
    amount,
)
