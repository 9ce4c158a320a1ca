"""The golden cases of a transfer through the contract, and what the contract refuses by name."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from gigdesk.domain.errors import InputError
from gigdesk.services import Services
from gigdesk.services.transfer_input import read_transfer

CASES = yaml.safe_load(
    (Path(__file__).parents[1] / "law" / "cases" / "pension" / "transfer.yaml").read_text(encoding="utf-8")
)
TODAY = date(2026, 11, 24)
GIVEN = {
    "region", "as_of", "birth", "category", "employee_months", "resident_years", "double_months", "extra_months",
    "insured_since", "drawing", "from_now",
}  # fmt: skip
CASE = {"region": "370100", "birth": "1970-01", "category": "male60", "employee_months": 100, "resident_years": 8}
STAYS = [{"region": "440100", "months": 60}, {"region": "370100", "months": 40}]


def moved(services, given):
    asked = read_transfer(given, TODAY, services.pension.reference.regions)
    return services.pension.transfer(asked.region, asked.case, TODAY, asked.stays, asked.registered)


@pytest.mark.parametrize("case", CASES["transfers"], ids=lambda case: case["name"])
def test_a_golden_case_is_read_and_decided(case, services: Services):
    given = {"region": "370100"} | {name: value for name, value in case.items() if name in GIVEN}
    found = moved(services, given).result
    assert (found.transfer.outcome, found.transfer.months_short, found.place) == (case["outcome"], case["short"], None)
    ways = {way.id: [str(way.begins), way.months_to_pay, way.months_at_once] for way in found.transfer.ways}
    assert ways == case["ways"]


@pytest.mark.parametrize("case", CASES["places"], ids=lambda case: case["name"])
def test_the_place_comes_with_the_stays(case, services: Services):
    stays = [{"region": region, "months": months, "temporary": bool(rest)} for region, months, *rest in case["stays"]]
    given = {**CASE, "employee_months": 400, "stays": stays, "registered": case["registered"]}
    place = moved(services, given).result.place
    assert (place.region, place.reason, place.months) == (case["place"], case["reason"], case["months"])


def test_what_is_null_is_not_known(services: Services):
    unknown = dict.fromkeys([
        "as_of",
        "double_months",
        "extra_months",
        "insured_since",
        "drawing",
        "from_now",
        "stays",
        "registered",
    ])
    assert moved(services, {**CASE, **unknown}).result == moved(services, CASE).result
    assert moved(services, CASE).result.transfer.ways[1].needs == ("insured_since",)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"regin": "370100"}, "regin"),
        ({"region": "000001"}, "region"),
        ({"category": "male63"}, "category"),
        ({"category": None}, "category"),
        ({"birth": "1970"}, "birth"),
        ({"employee_months": None}, "employee_months"),
        ({"employee_months": 721}, "employee_months"),
        ({"employee_months": "1.5"}, "employee_months"),
        ({"resident_years": 61}, "resident_years"),
        ({"birth": "2000-01", "resident_years": 61}, "resident_years"),
        ({"as_of": "2031-05", "employee_months": 737}, "employee_months"),
        ({"double_months": 97}, "double_months"),
        ({"extra_months": 5}, "extra_months"),
        ({"insured_since": "1969-12"}, "insured_since"),
        ({"drawing": "mine"}, "drawing"),
        ({"from_now": "yes"}, "from_now"),
        ({"stays": STAYS}, "registered"),
        ({"registered": "370000"}, "stays"),
        ({"stays": STAYS, "registered": "000000"}, "registered"),
        ({"stays": [{"region": "999999", "months": 1}], "registered": "370000"}, "stays[0].region"),
        ({"stays": [*STAYS, {"region": "370100"}], "registered": "370000"}, "stays[2].months"),
        ({"stays": [{**STAYS[0], "temporary": "no"}], "registered": "370000"}, "stays[0].temporary"),
        ({"stays": [{**STAYS[0], "city": 1}], "registered": "370000"}, "stays[0].city"),
        ({"stays": [*STAYS, {"region": "370200", "months": 1}], "registered": "370000"}, "stays"),
        ({"stays": {"370100": 100}, "registered": "370000"}, "stays"),
    ],
    ids=str,
)  # fmt: skip
def test_what_cannot_be_is_refused_by_name(change, field, services: Services):
    with pytest.raises(InputError) as caught:
        moved(services, {**CASE, **change})
    assert caught.value.field == field
    assert caught.value.details["accepts"]
