"""For students and graduates: help to live in the city, and the grant for looking for work (求职创业补贴)."""

from __future__ import annotations

from datetime import date

from gigdesk.domain.decision import Answers, either
from gigdesk.domain.entitlements.common import Conditions
from gigdesk.domain.entitlements.entitlement import Amount, Entitlement, Reckon, usable_number
from gigdesk.domain.entitlements.facts import (
    EMPLOYER_INSURED,
    FINAL_YEAR,
    FLAGS,
    GRADUATE,
    HAS_HOME,
    LEVEL,
    PAYS_PENSION,
)
from gigdesk.domain.law import Law
from gigdesk.domain.working import Working

LIVING, JOB_SEARCH = Conditions("graduate_living"), Conditions("job_search_grant")


def is_a_graduate(answers: Answers, law: Law) -> bool:
    """School or university is finished; for how many years it counts was not read."""
    law.flag(LIVING.name("offered"))
    return answers[GRADUATE]


def level_counts(answers: Answers, law: Law) -> bool:
    """The level is one of those named."""
    levels = law.codes(LIVING.name("levels"))
    return answers[LEVEL] in levels


def is_insured_in_the_city(answers: Answers, law: Law) -> bool:
    """Social insurance is paid in the city, by an employer or by oneself."""
    needed = law.flag(LIVING.name("insured_here"))
    return not needed or either(lambda: answers[EMPLOYER_INSURED], lambda: answers[PAYS_PENSION])


def owns_no_home_here(answers: Answers, law: Law) -> bool:
    """No home of one's own in the city."""
    needed = law.flag(LIVING.name("without_home"))
    return not needed or not answers[HAS_HOME]


def is_in_the_final_year(answers: Answers, law: Law) -> bool:
    """In the last year of school or university."""
    law.flag(JOB_SEARCH.name("offered"))
    return answers[FINAL_YEAR]


def has_a_hardship(answers: Answers, law: Law) -> bool:
    """One of the hardships named, or a student loan."""
    hardships = law.codes(JOB_SEARCH.name("hardships"))
    return answers.any_true(*(FLAGS[hardship] for hardship in hardships))


def _if_verified(own: Conditions, parameter: str, unit: str) -> Reckon:
    """A sum that is only used once it was read somewhere."""

    def amount(_: Answers, law: Law, working: Working) -> Amount:
        found = usable_number(own.name(parameter), law)
        if found is None:
            return Amount(unit=unit, why="not_verified")
        working.step(f"{own.area}-amount", found, unit, law.value(own.name(parameter)))
        return Amount(exact=found, unit=unit)

    return amount


def by_level(answers: Answers, law: Law, working: Working) -> Amount:
    """By the level, once the table was read somewhere."""
    return _if_verified(LIVING, f"monthly.{answers.given.get(LEVEL.id)}", "CNY/month")(answers, law, working)


GRADUATE_LIVING = Entitlement(
    LIVING.area,
    "graduates",
    {date(2021, 1, 1): LIVING.granted_to(is_a_graduate, level_counts, is_insured_in_the_city, owns_no_home_here)},
    by_level,
)
JOB_SEARCH_GRANT = Entitlement(
    JOB_SEARCH.area,
    "graduates",
    {date(2017, 10, 13): JOB_SEARCH.granted_to(is_in_the_final_year, has_a_hardship)},
    _if_verified(JOB_SEARCH, "amount", "CNY"),
)
