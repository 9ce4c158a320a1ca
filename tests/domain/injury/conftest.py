"""The law of the shipped release, and facts as people write them down."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from gigdesk.domain.decision import Answers, Kind
from gigdesk.domain.injury.facts import QUESTIONS, SO_FAR
from gigdesk.store.lawbook import read_lawbook


def day(found):
    """A day as text, or as YAML reads it."""
    return date.fromisoformat(found) if isinstance(found, str) else found


RELEASE = Path(__file__).parents[3] / "resources" / "release"
READ = {Kind.MOMENT: datetime.fromisoformat, Kind.DAY: day, Kind.NUMBER: lambda number: Decimal(str(number))}
KNOWN = {question.id: question for question in (*QUESTIONS, *SO_FAR)}

RIDER = {
    "region": "370100",
    "when": "2026-03-02T12:10:00+08:00",
    "platform": "meituan",
    "sector": "instant_delivery",
    "order_state": "to_dropoff",
    "harm": "accident",
    "cause": "traffic",
    "fault": "main",
    "employment_contract": False,
    "work_injury_insurance_paid": False,
    "managed_like_employee": None,
    "intentional_crime": False,
    "alcohol_mg_per_100ml": 0,
    "drugs": False,
    "self_harm": False,
    "died_at": None,
    "first_diagnosis_at": None,
    "rescue": False,
    "ordered_to_place": False,
    "journey": None,
    "private_purpose": False,
}


@pytest.fixture(scope="session")
def book():
    return read_lawbook(RELEASE)


@pytest.fixture(scope="session")
def known():
    """Facts as text, numbers and switches -> answers; what is None stays unknown."""

    def read(facts):
        return Answers({
            name: None if value is None else READ.get(KNOWN[name].kind, lambda same: same)(value)
            for name, value in facts.items()
        })

    return read


@pytest.fixture(scope="session")
def rider(known):
    """The example of the contract, a rider in Jinan on an active order, with other facts where given."""
    return lambda **other: known({**RIDER, **other})
