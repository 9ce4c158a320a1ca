"""The law of the shipped release, and facts as people write them down."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from gigdesk.domain.decision import Answers, Kind
from gigdesk.domain.entitlements.facts import QUESTIONS
from gigdesk.domain.money import YearMonth
from gigdesk.store.lawbook import read_lawbook

RELEASE = Path(__file__).parents[3] / "resources" / "release"
READ = {Kind.MONTH: YearMonth.parse, Kind.NUMBER: lambda number: Decimal(str(number))}
KNOWN = {question.id: question for question in QUESTIONS}


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
