"""gigdesk pension replay | gap: determination forms on the command line."""

import json

import pytest

from gigdesk.cli.main import main

FORM = {
    "region": "370000", "retired": "2026-01", "index": "1.735", "benefit_base": "7831", "total_months": 289,
    "months_before_account": 29, "account_balance": "160413.01", "divisor": "168",
}  # fmt: skip
CASE = {
    "region": "370100", "as_of": "2026-01",
    "person": {"sex": "male", "birth": "1970-09", "category": "male60"},
    "record": {
        "paid_months": 289, "months_before_account": 29, "average_index": "1.735", "account_balance": "160413.01",
    },
    "override": {"retirement_month": "2026-01", "divisor": "168"},
}  # fmt: skip
ON_7678 = "3902.25"


@pytest.fixture
def run(capsys, tmp_path):
    def run(command, given, *more):
        path = tmp_path / "input.json"
        path.write_text(json.dumps(given), encoding="utf-8")
        try:
            status = main(["pension", command, "--input", str(path), "--today", "2026-11-24", *more])
        except SystemExit as exit_:
            status = exit_.code
        out, err = capsys.readouterr()
        return status, out, err

    return run


@pytest.fixture
def answer(run):
    def answer(*arguments):
        status, out, _ = run(*arguments, "--json")
        assert status == 0
        return json.loads(out)

    return answer


@pytest.mark.parametrize("given", [FORM, CASE], ids=["form", "estimate"])
def test_a_provisional_base_explains_the_figure_of_a_form_and_of_an_estimate(answer, given):
    found = answer("gap", given, "--official", ON_7678)
    assert found["ours"]["total"] == "3960.98"
    assert (found["difference"], found["verdict"]) == ("-58.73", "explained")
    first = found["candidates"][0]
    assert [cause["id"] for cause in first["causes"]] == ["provisional-base"]
    assert first["changes"][0] | {"before": "7831"} == {
        "name": "benefit_base", "label": "计发基数", "before": "7831", "after": "7678",
    }  # fmt: skip
    assert (first["gives"]["total"], first["remaining"], first["match"]) == (ON_7678, "0.00", "exact")
    assert set(first["sources"]) <= set(found["sources"])
    assert first["sources"] == ["sd-benefit-base-2024"]
    assert all("12333" in check for check in first["checks"])
    assert found["steps"]


def test_a_form_that_agrees_says_so(answer):
    found = answer("gap", FORM, "--official", "3960.98")
    assert (found["verdict"], found["difference"], found["candidates"]) == ("agrees", "0.00", [])
    assert "一分不差" in found["says"]


def test_the_parts_of_the_form_rule_out_much(answer):
    found = answer("gap", FORM, "--official", ON_7678, "--official-basic", "2528.32", "--official-account", "954.84")
    assert [cause["id"] for cause in found["candidates"][0]["causes"]] == ["provisional-base"]
    assert not any(candidate["implied"] for candidate in found["candidates"])


def test_a_total_without_a_known_coefficient_is_not_compared(answer):
    found = answer("gap", {**FORM, "region": "610000"}, "--official", "3902.25")
    assert (found["verdict"], found["difference"]) == ("not-comparable", None)
    assert {"transitional-not-known"} <= {warned["code"] for warned in found["warnings"]}


def test_a_retirement_that_lies_ahead_is_said_to_be_projected(answer):
    ahead = {**CASE, "as_of": "2025-11", "override": {}, "record": {**CASE["record"], "paid_months": 280}}
    codes = {warned["code"] for warned in answer("gap", ahead, "--official", "5000")["warnings"]}
    assert "gap-projected" in codes
    codes = {warned["code"] for warned in answer("gap", CASE, "--official", "5000")["warnings"]}
    assert "gap-projected" not in codes


@pytest.mark.parametrize(
    ("given", "more", "status", "named"),
    [
        (FORM, ["--official", "much"], 2, "--official"),
        (FORM, ["--official", "-1"], 2, "--official"),
        (FORM, ["--official", "2592.235"], 2, "--official"),
        (FORM, ["--official", "1e999999"], 2, "--official"),
        (FORM, ["--official", "100", "--official-basic", "2000"], 2, "--official"),
        ({**FORM, "final_benefit_base": "7990"}, ["--official", "4000"], 2, "final_benefit_base"),
        ({**CASE, "person": {"sex": "female", "birth": "1970-09"}}, ["--official", "1"], 2, "person.category"),
        ({**CASE, "record": {"paid_months": 12, "average_index": "1"}}, ["--official", "1"], 2, "record.paid_months"),
        ({**CASE, "region": "371700"}, ["--official", "1"], 3, "pension.benefit_base"),
        ({**FORM, "region": "620000", "total": 1}, ["--official", "1"], 2, "total"),
    ],
)  # fmt: skip
def test_what_cannot_be_compared_is_named_in_one_line(run, given, more, status, named):
    found, out, err = run("gap", given, *more)
    assert (found, out) == (status, "")
    assert named in err
    assert len(err.strip().splitlines()) == 1


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("official", ["3960.98", ON_7678, "3991.98", "3999.99", "5987.65", "4102.65", "3961.01"])
def test_a_difference_is_also_told_to_people(run, official, language):
    for given in (FORM, {**FORM, "region": "610000"}, {**FORM, "transitional_index": "1.2"}):
        status, out, _ = run("gap", given, "--official", official, "--lang", language)
        assert status == 0
        assert "None" not in out


CORRECTED = {**FORM, "final_benefit_base": "7990.5", "months_drawn": 8}


def test_a_provisional_pension_is_corrected_later(answer):
    found = answer("replay", CORRECTED)
    assert found["benefit"] == answer("replay", FORM)["benefit"]
    correction = found["correction"]
    assert (correction["final_total"], correction["difference"]) == ("4022.21", "61.23")
    assert (correction["months_drawn"], correction["arrears"]) == (8, "489.84")
    assert correction["parts"]["basic"] == {"provisional": "2578.70", "final": "2631.22", "difference": "52.52"}
    assert correction["parts"]["account"]["difference"] == "0.00"
    assert [step["id"] for step in found["steps"]][-2:] == ["correction", "arrears"]
    assert "correction" not in answer("replay", FORM)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("changed", [{}, {"months_drawn": None}, {"region": "610000"}, {"final_benefit_base": 7000}])
def test_a_correction_is_also_told_to_people(run, changed, language):
    status, out, _ = run("replay", {**CORRECTED, **changed}, "--lang", language)
    assert status == 0
    assert "None" not in out


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"final_benefit_base": None}, "final_benefit_base"),
        ({"final_benefit_base": 0}, "final_benefit_base"),
        ({"months_drawn": "many"}, "months_drawn"),
    ],
)
def test_a_correction_that_cannot_be_read_is_named(run, changed, named):
    status, out, err = run("replay", {**CORRECTED, **changed})
    assert (status, out) == (2, "")
    assert named in err
