"""Each entitlement with a yes, a no by each of its conditions, and an unknown; readable without programming."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from gigdesk.domain.entitlements.catalogue import CATALOGUE
from gigdesk.domain.entitlements.check import check
from gigdesk.domain.working import Working

FOLDER = Path(__file__).parents[2] / "law" / "cases" / "entitlements"
TODAY = date(2026, 11, 23)


def read_cases():
    for path in sorted(FOLDER.glob("*.yaml")):
        file = yaml.safe_load(path.read_text(encoding="utf-8"))
        for case in file["cases"]:
            usual = file["usual"]
            whole = {**usual, **case, "facts": {**usual["facts"], **case.get("facts", {})}}
            yield pytest.param(whole, id=f"{path.stem}: {case['name']}")


CASES = list(read_cases())


@pytest.mark.parametrize("case", CASES)
def test_the_case_comes_out_as_its_rule_says(case, book, known):
    law = book.on(case.get("today", TODAY), str(case["region"]))
    answer = check(known(case["facts"]), law, Working())
    expected = dict(case["expect"])
    one = next((one for one in answer.assessed if one.id == case["id"]), None)
    if one is None:
        found = {"not_assessed": next(other.why for other in answer.not_assessed if other.id == case["id"])}
    else:
        found = {
            "outcome": one.outcome.value,
            "amount": money(one.amount.exact),
            "least": money(one.amount.least),
            "most": money(one.amount.most),
            "why_no_amount": one.amount.why,
            "months": one.duration.months,
            "period": one.duration.period,
            "fails": [reason.condition for reason in one.failing],
            "to_check": [reason.condition for reason in one.because if reason.state == "to_check"],
            "missing_first": one.missing[0].id if one.missing else None,
            "would_change": [dict(change.facts) for change in one.would_change],
            "alternative": one.alternative,
            "where": list(one.where),
            "papers": list(one.papers),
        }
    assert {name: found.get(name) for name in expected} == expected


def money(amount: Decimal | None) -> str | None:
    return None if amount is None else f"{amount:.2f}"


@pytest.mark.parametrize("case", CASES)
def test_the_case_names_a_source_of_the_release(case, book):
    assert case["source"] in book.sources


@pytest.mark.parametrize("entitlement", CATALOGUE, ids=lambda one: one.id)
def test_each_condition_of_each_entitlement_fails_in_a_case_and_each_has_a_yes_and_an_unknown(entitlement):
    cases = [param.values[0]["expect"] for param in CASES if param.values[0]["id"] == entitlement.id]
    outcomes = {expected.get("outcome") for expected in cases}
    assert outcomes >= {"NEEDS_FACTS", "UNLIKELY"}
    assert outcomes & {"LIKELY", "HISTORIC"}
    failed = {condition for expected in cases for condition in expected.get("fails", ())}
    conditions = {condition.__name__ for rule in entitlement.rules.values() for condition in rule[0].conditions}
    assert failed == conditions
