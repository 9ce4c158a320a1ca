"""An accident: what was answered beside the questions of the rules."""

from __future__ import annotations

from collections.abc import Sized
from datetime import date, datetime, timedelta
from decimal import Decimal

from gigdesk.domain.injury.benefits import Claim, Relation
from gigdesk.domain.injury.facts import day_of
from gigdesk.services.injury_input import Accident
from gigdesk.ui.models import accident, injury_claim
from gigdesk.ui.models.ask import UNSURE
from gigdesk.ui.models.claim import PROGRESS, PROGRESS_DAY, STAGES


def beside(found: Accident, hours: int) -> dict[str, object]:
    """The day, how the person is, how far the claim is, and what the amounts depend on; by the ids of the questions.

    `hours` is how long after the first diagnosis a death still counts.
    """
    told = found.answers.given
    known: dict[str, object] = {accident.DEATH: _death(told, timedelta(hours=hours))}
    if isinstance(when := told.get("when"), datetime):
        known["when"] = day_of(when)
    if told.get("death") is not None:
        known[injury_claim.ALIVE.id] = injury_claim.DIED if told["death"] else accident.SURVIVED
    for stage in STAGES:
        if isinstance(told.get(stage), date):
            known |= {PROGRESS: stage, PROGRESS_DAY: told[stage]}
    return known | _amounts(found.claim)


def _death(told: accident.Facts, limit: timedelta) -> object:
    died, seen = told.get("died_at"), told.get("first_diagnosis_at")
    if told.get("death") is None:
        return UNSURE
    if not told["death"]:
        return accident.SURVIVED
    late = isinstance(died, datetime) and isinstance(seen, datetime) and died - seen > limit
    return accident.LATER if late else accident.WITHIN


def _amounts(claim: Claim) -> dict[str, object]:
    found: dict[str, object] = {}
    if claim.wage is not None:
        found["wage"] = claim.wage
    if claim.grade is not None:
        found["grade"] = str(claim.grade)
    if claim.dependants:
        others = [one for one in claim.dependants if one.relation is not Relation.SPOUSE]
        found["spouse"] = "yes" if len(others) < len(claim.dependants) else "no"
        found["others"], found["lone"] = _count(others), _count([one for one in others if one.lone])
    return found


def _count(found: Sized) -> Decimal:
    return Decimal(len(found))
