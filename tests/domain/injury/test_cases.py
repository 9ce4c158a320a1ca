"""Published and constructed cases, readable by people who do not program."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
import yaml

from gigdesk.domain.injury.check import check
from gigdesk.domain.injury.facts import day_of

FOLDER = Path(__file__).parents[2] / "law" / "cases" / "injury"
TOP = ("region", "when", "platform", "sector")


def read_cases():
    for path in sorted(FOLDER.glob("*.yaml")):
        file = yaml.safe_load(path.read_text(encoding="utf-8"))
        for case in file["cases"]:
            facts = {**file["usual"], **{name: case[name] for name in TOP}, **case["facts"]}
            yield pytest.param({**case, "facts": facts}, id=f"{path.stem}: {case['name']}")


CASES = list(read_cases())


@pytest.mark.parametrize("case", CASES)
def test_the_case_comes_out_as_its_source_says(case, book, known):
    facts = known(case["facts"])
    decision = check(facts, book, case.get("today", last_day(facts)))
    expected = case["expect"]
    found = {
        "outcome": decision.outcome.value,
        "possible": [outcome.value for outcome in decision.possible],
        "because": {reason.condition: reason.state.value for reason in decision.because},
        "routes": {route.id: route.open for route in decision.routes},
        "days_left": {deadline.id: deadline.days_left for deadline in decision.deadlines},
        "by": {deadline.id: deadline.by for deadline in decision.deadlines},
        "last_known": {one.id: one.last_known.by for one in decision.deadlines if one.last_known},
        "status": {deadline.id: deadline.limit.status.value for deadline in decision.deadlines},
        "counted_from": {deadline.id: deadline.counted_from for deadline in decision.deadlines},
        "office_day": {one.id: one.office_day for one in decision.deadlines if one.office_day},
        "next_step": decision.next_step,
        "missing_first": decision.missing[0].id if decision.missing else None,
        "groups": {document.id: document.group.value for document in decision.documents},
        "documents": [document.id for document in decision.documents],
        "vanishes": [document.id for document in decision.documents if document.vanishes],
        "said": {warned.code: True for warned in decision.warnings},
        "warnings": [warned.code for warned in decision.warnings],
    }
    assert {name: of_interest(name, found[name], value) for name, value in expected.items()} == expected


def last_day(facts):
    """The day of what happened last, of which a case tells."""
    days = [day_of(fact) if isinstance(fact, datetime) else fact for fact in facts.given.values()]
    return max(day for day in days if isinstance(day, date))


def of_interest(name, found, expected):
    """Of a table or a list only what the case speaks about; of the outcomes all that are possible."""
    if name == "possible":
        return found
    if isinstance(expected, dict):
        return {name: found.get(name, "not there") for name in expected}
    if isinstance(expected, list):
        return [one for one in expected if one in found]
    return found


@pytest.mark.parametrize("case", CASES)
def test_the_case_names_a_source_of_the_release(case, book):
    assert case["source"] in book.sources
