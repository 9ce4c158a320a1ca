"""gigdesk entitlements: the whole answer, and what is refused by name."""

import json

import pytest
from python_calamine import CalamineWorkbook

from gigdesk.cli.main import main

RIDER = {
    "birth": "1985-06", "platform": "美团", "pays_pension": True, "income_reaches_base": True, "wants_business": False,
    "hard_to_employ": True, "registered_flexible": True, "employer_insured": False, "unemployment_benefit": False,
    "pension_paid": "914.60", "accident_insurance": True,
}  # fmt: skip


@pytest.fixture
def run(capsys, tmp_path):
    def run(found, *arguments):
        path = tmp_path / "person.json"
        path.write_text(json.dumps(found), encoding="utf-8")
        status = main(["entitlements", "check", "--input", str(path), "--today", "2026-11-23", *arguments])
        out, err = capsys.readouterr()
        return status, out, err

    return run


def check(run, **person):
    status, out, _ = run({"region": "370100", "person": person}, "--json")
    assert status == 0
    return json.loads(out)


def test_each_entitlement_says_how_much_why_where_and_on_what_it_rests(run):
    found = check(run, **RIDER)
    by_id = {one["id"]: one for one in found["entitlements"]}
    assert by_id["platform_pension"]["outcome"] == "LIKELY"
    assert by_id["platform_pension"]["amount"] == "457.30"
    social = by_id["social_insurance"]
    assert (social["outcome"], social["amount"], social["amount_most"]) == ("LIKELY", None, "609.73")
    assert "12333" in social["why_no_amount"]
    assert by_id["accident_insurance"]["outcome"] == "UNLIKELY"
    assert by_id["accident_insurance"]["alternative"]["id"] == "platform_pension"
    for one in found["entitlements"]:
        assert one["who"]
        assert one["where"]
        assert one["document"]
        assert one["status"] in ("secondary", "unverified")
        assert one["source"] in found["sources"]
        assert all(reason["sources"] for reason in one["because"])


def test_what_was_not_assessed_is_named_with_the_reason(run):
    found = {one["id"]: one for one in check(run)["not_assessed"]}
    assert {"over_age_workers", "home_purchase"} <= set(found)
    assert all(one["label"] and one["why"] for one in found.values())


def test_a_platform_by_its_everyday_name_tells_the_work_and_the_cover_unless_they_are_given(run):
    told = {one["id"]: one for one in check(run, **RIDER)["entitlements"]}["accident_insurance"]["because"]
    assert {"is_outside_the_pilot": False, "sector_is_named": True}.items() <= {
        r["rule"]: r["found"] for r in told
    }.items()
    own = check(run, **RIDER, pilot_cover=False)["entitlements"]
    told = next(one for one in own if one["id"] == "accident_insurance")["because"]
    assert {reason["rule"]: reason["found"] for reason in told}["is_outside_the_pilot"] is True


def test_working_sources_and_data_come_with_it(run):
    found = check(run, **RIDER)
    steps = {step["id"]: step for step in found["steps"]}
    assert steps["platform-subsidy"]["value"] == "457.30"
    assert {"ent-meituan", "sd-limits-2026"} <= set(steps["platform-subsidy"]["sources"])
    assert found["data"]["release"]


@pytest.mark.parametrize(
    ("found", "field"),
    [
        ({"region": "370100", "person": {"brith": "1985-06"}}, "person.brith"),
        ({"region": "370100", "persons": {}}, "persons"),
        ({"person": {}}, "region"),
        ({"region": "999999", "person": {}}, "999999"),
        ({"region": "370100", "person": {"birth": "1985-13"}}, "person.birth"),
        ({"region": "370100", "person": {"birth": "2027-01"}}, "birth"),
        ({"region": "370100", "person": {"birth": "1990-01", "left_school": "1989-12"}}, "left_school"),
        ({"region": "370100", "person": {"premium": -1}}, "person.premium"),
        ({"region": "370100", "person": {"hires": "1.5"}}, "person.hires"),
        ({"region": "370100", "person": {"business": "bank"}}, "person.business"),
        ({"region": "370100", "person": {"platform": "马车"}}, "person.platform"),
        ({"region": "370100", "person": {"veteran": "yes"}}, "person.veteran"),
        ({"region": "370100", "today": "soon", "person": {}}, "today"),
        ([], "input"),
    ],
    ids=str,
)
def test_wrong_input_is_one_line_that_names_the_field(run, found, field):
    status, out, err = run(found, "--json")
    assert status == 2
    assert out == ""
    assert field in err
    assert "Traceback" not in err


@pytest.mark.parametrize("language", ["zh", "en"])
def test_lines_for_people(run, language):
    status, out, _ = run({"region": "370481", "person": RIDER}, "--lang", language)
    assert status == 0
    assert "457.30" in out
    assert "12333" in out


def test_the_questions_in_their_order(capsys):
    assert main(["entitlements", "questions", "--json"]) == 0
    questions = json.loads(capsys.readouterr().out)["questions"]
    assert questions[0]["fact"] == "birth"
    assert "meituan" in next(one for one in questions if one["fact"] == "platform")["choices"]
    assert all(one["question"] and one["how_to_find_out"] for one in questions)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_there_may_be_to_claim_is_written_as_a_table_with_its_amounts_as_numbers(run, tmp_path, language):
    file = tmp_path / "claims.xlsx"
    found = {"region": "370100", "person": RIDER}
    status, _, err = run(found, "--out", str(file), "--lang", language)
    assert status == 0, err
    heads, *rows = CalamineWorkbook.from_path(str(file)).get_sheet_by_index(0).to_python()
    assert all(len(row) == len(heads) == 13 for row in rows)
    assert 457.3 in [row[2] for row in rows]
    assert 609.73 in [row[4] for row in rows]
