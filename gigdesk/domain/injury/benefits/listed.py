"""What a claim may bring, head by head. No amounts: neither the pilot's base nor the worker's wage is known here."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal

from gigdesk.domain.decision import Answers
from gigdesk.domain.injury.facts import DEATH, DISABILITY_GRADE
from gigdesk.domain.law import Law

AREAS = {"pilot": "injury", "ordinary": "ordinary"}
PAYERS = ("fund", "employer", "unconfirmed")
WHY_NO_AMOUNT = {"pilot": "base_not_verified", "ordinary": "own_wage_unknown"}
BY_RECEIPTS = {"medical_and_rehabilitation", "assistive_devices"}
OF_LIFE = {"disability_grant", "living_allowance", "living_care", "paid_leave"}
OF_DEATH = {"death_benefits"}


@dataclass(frozen=True)
class Benefit:
    """One head: who pays it and, as long as there is no amount, why not. `months` is the range of a grant in wages."""

    id: str
    route: str
    payer: str
    amount: Decimal | None
    why_no_amount: str
    months: tuple[int, int] | None
    sources: tuple[str, ...]


def benefits(routes: Collection[str], answers: Answers, law: Law) -> tuple[Benefit, ...]:
    """The heads of some routes, as far as they fit the facts."""
    return tuple(
        benefit
        for route, area in AREAS.items()
        if route in routes
        for payer in PAYERS
        if law.has(f"{area}.benefits.{payer}")
        for benefit in _paid_by(payer, route, answers, law)
    )


def _paid_by(payer: str, route: str, answers: Answers, law: Law) -> list[Benefit]:
    listed = law.value(f"{AREAS[route]}.benefits.{payer}")
    found = []
    for id_ in law.codes(listed.name):
        if id_ in (OF_LIFE if answers.given.get(DEATH.id) is True else OF_DEATH):
            continue
        why = "by_receipts" if id_ in BY_RECEIPTS else WHY_NO_AMOUNT[route]
        known = id_ == "disability_grant" and law.has("ordinary.disability_months")
        months = _months(answers, law) if known else None
        sources = (listed.source, law.value("ordinary.disability_months").source) if months else (listed.source,)
        found.append(Benefit(id_, route, payer, None, why, months, sources))
    return found


def _months(answers: Answers, law: Law) -> tuple[int, int]:
    """The months of the grant: of the grade once it is appraised, before that from the lightest to the heaviest."""
    by_grade = law.table("ordinary.disability_months")
    if answers.knows(DISABILITY_GRADE):
        months = int(by_grade[str(int(answers[DISABILITY_GRADE]))])
        return months, months
    return int(min(by_grade.values())), int(max(by_grade.values()))
