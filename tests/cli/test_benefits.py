"""The benefits of `injury check` as JSON and as lines, and the fields that ask for them."""

import csv
import io
import json

import pytest

from gigdesk.cli.main import main

ACCIDENT = {
    "region": "370100", "when": "2026-03-02T12:10:00+08:00", "today": "2026-11-24",
    "platform": "meituan", "sector": "instant_delivery",
    "facts": {
        "order_state": "to_dropoff", "harm": "accident", "cause": "traffic", "work_injury_insurance_paid": True,
        "intentional_crime": False, "alcohol_mg_per_100ml": 0, "drugs": False, "self_harm": False,
        "private_purpose": False,
    },
    "wage": "5000",
}  # fmt: skip
DEAD = {"death": True, "dependants": [{"relation": "spouse"}, {"relation": "child", "lone_elderly_or_orphan": True}]}
FIELDS = {"id", "label", "payer", "amount", "why", "months", "formula", "status", "sources", "condition", "shares"}


@pytest.fixture
def run(capsys, tmp_path):
    """Check an accident; returns status, output and messages."""

    def run(accident, *options):
        path = tmp_path / "accident.json"
        path.write_text(json.dumps(accident), encoding="utf-8")
        status = main(["injury", "check", "--input", str(path), "--today", "2026-11-24", *options])
        return (status, *capsys.readouterr())

    return run


@pytest.fixture
def heads(run):
    """The benefits by id, of an accident with this harm."""

    def heads(harm, **other):
        status, out, _ = run({**ACCIDENT, "harm_result": harm, **other}, "--json")
        assert status == 0
        found = json.loads(out)
        for benefit in found["benefits"]:
            assert set(benefit) >= FIELDS
            assert set(benefit["sources"]) <= set(found["sources"])
            assert (benefit["amount"] is None) == bool(benefit["why"])
        return {benefit["id"]: benefit for benefit in found["benefits"]}, found

    return heads


def test_a_grade_and_a_wage_give_amounts_with_formula_payer_and_working(heads):
    found, answer = heads({"disability_grade": 5, "hard_to_place": True, "care": "partly", "relationship_ends": True})
    assert found["disability_grant"]["amount"] == "90000.00"
    assert found["disability_grant"]["formula"] == "本人工资 5000.00 × 18 个月"
    assert found["disability_grant"]["months"] == [18, 18]
    assert (found["employer_allowance"]["amount"], found["employer_allowance"]["payer"]) == ("3500.00", "employer")
    assert found["living_care"]["amount"] == "2286.30"
    assert found["medical_subsidy"]["amount"] is None
    assert found["medical_subsidy"]["why_no_amount"] == "unverified"
    assert found["medical_subsidy"]["status"] == "unverified"
    steps = {step["id"]: step for step in answer["steps"]}
    assert steps["disability-grant"]["value"] == "90000.00"
    assert steps["disability-grant"]["formula"] == found["disability_grant"]["formula"]


def test_unverified_amounts_only_on_request_and_marked(heads):
    found, answer = heads({"disability_grade": 9, "relationship_ends": True}, accept_unverified=True)
    assert found["employment_subsidy"]["amount"] == "91452.00"
    assert found["employment_subsidy"]["status"] == "unverified"
    assert "unverified-used" in [warning["code"] for warning in answer["warnings"]]


def test_a_death_brings_other_heads_and_the_share_of_each_dependant(heads):
    found, _ = heads(DEAD)
    assert list(found) == ["medical_before_death", "death_lump_sum", "funeral_grant", "dependants_allowance"]
    assert found["death_lump_sum"]["amount"] == "1130040.00"
    assert found["dependants_allowance"]["amount"] == "4000.00"
    assert found["dependants_allowance"]["shares"] == [
        {"relation": "spouse", "lone_elderly_or_orphan": False, "share": "0.40", "amount": "2000.00"},
        {"relation": "child", "lone_elderly_or_orphan": True, "share": "0.40", "amount": "2000.00"},
    ]


def test_a_lump_sum_of_2027_waits_for_the_income_of_2026(heads):
    found, _ = heads(DEAD, when="2027-01-05T12:00:00+08:00", today="2027-02-01")
    assert found["death_lump_sum"]["amount"] is None
    assert "2026" in found["death_lump_sum"]["why"]


def test_the_pilot_gives_months_and_says_that_the_base_is_not_verified(run, heads):
    facts = {**ACCIDENT["facts"], "work_injury_insurance_paid": False, "employment_contract": False}
    found, _ = heads({"disability_grade": 8}, facts={**facts, "managed_like_employee": False})
    grant = found["disability_grant"]
    assert (grant["amount"], grant["months"], grant["why_no_amount"]) == (None, [11, 11], "base_not_verified")
    english = run({**ACCIDENT, "harm_result": {}, "facts": facts | {"managed_like_employee": False}}, "--lang", "en")[1]
    assert "Base not verified" in english


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("grade", [None, *range(1, 11)])
def test_every_grade_speaks_to_people(run, grade, language):
    for other in ({}, {"region": "410000", "wage": "1000"}, {"accept_unverified": True}, {"wage": None}):
        harm = {"disability_grade": grade, "months_to_retirement": 30, "care": None if grade else "fully"}
        status, out, _ = run({**ACCIDENT, "harm_result": harm, **other}, "--lang", language)
        assert status == 0
        assert "None" not in out


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_death_speaks_to_people_without_a_cry(run, language):
    pilot = {**ACCIDENT["facts"], "work_injury_insurance_paid": False, "employment_contract": False}
    for other in (
        {},
        {"wage": None},
        {"accept_unverified": True},
        {"facts": {**pilot, "managed_like_employee": False}},
    ):
        status, out, _ = run({**ACCIDENT, "harm_result": DEAD, **other}, "--lang", language)
        assert status == 0
        assert "None" not in out
        assert "！" not in out


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"wage": "-1"}, "wage"),
        ({"wage": "a lot"}, "wage"),
        ({"wage": "2000000"}, "wage"),
        ({"accept_unverified": "yes"}, "accept_unverified"),
        ({"harm_result": {"disability_grade": 11}}, "harm_result.disability_grade"),
        ({"harm_result": {"care": "some"}}, "none | partly | mostly | fully"),
        ({"harm_result": {"relationship_ends": 1}}, "harm_result.relationship_ends"),
        ({"harm_result": {"months_to_retirement": -1}}, "harm_result.months_to_retirement"),
        ({"harm_result": {"dependants": [{"relation": "cousin"}]}}, "harm_result.dependants[0].relation"),
        ({"harm_result": {"dependants": [{"relation": "spouse"}] * 2}}, "harm_result.dependants"),
        ({"harm_result": {"dependants": [{"relation": "child"}] * 21}}, "harm_result.dependants"),
        ({"harm_result": {"dependants": [{"relation": "child", "age": 3}]}}, "harm_result.dependants[0].age"),
        ({"harm_result": {"grade": 3}}, "harm_result.grade"),
    ],
)
def test_what_cannot_be_read_is_named(run, changed, named):
    status, out, err = run({**ACCIDENT, **changed})
    assert (status, out) == (2, "")
    assert named in err
    assert len(err.strip().splitlines()) == 1


def test_the_benefits_are_written_as_a_table_with_numbers_and_without_figures_that_nobody_knows(run, tmp_path):
    file = tmp_path / "benefits.csv"
    status, printed, _ = run(ACCIDENT, "--out", str(file), "--json")
    rows = list(csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig"))))
    heads = json.loads(printed)["benefits"]
    assert status == 0
    assert heads
    for head, row in zip(heads, rows[1:], strict=False):
        assert row[0] == head["label"]
        assert bool(row[2]) == (head["amount"] is not None)
        assert row[6]
