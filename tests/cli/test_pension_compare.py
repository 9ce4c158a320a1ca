"""`pension compare` with a grid, and the subsidy of `pension estimate` and `pension compare`."""

import csv
import json

import pytest
from python_calamine import CalamineWorkbook

from gigdesk.cli.main import main

CASE = {
    "region": "370000",
    "as_of": "2026-11",
    "person": {"sex": "male", "birth": "1985-06", "category": "male60"},
    "record": {"paid_months": 96, "average_index": "0.6", "account_balance": "25012.34"},
}
ALONE = {**CASE, "plan": {"base_percent": "60"}}
GRID = {**CASE, "grid": {"tiers": [60, 70, {"base": 5000}], "shifts": [-36, 12], "stops": ["retirement", "2040-12"]}}
TERMS = {
    "rate": "2/3", "reference": "actual", "cap_month": None, "max_months": 36, "near_retirement_months": 60,
}  # fmt: skip
OWN = {"group": "hard_to_employ", "terms": TERMS}


@pytest.fixture
def run(capsys, tmp_path):
    """Run a pension command on an input; returns status, output and messages."""

    def run(command, case, *arguments):
        path = tmp_path / "input.json"
        path.write_text(json.dumps(case), encoding="utf-8")
        status = main(["pension", command, "--input", str(path), "--today", "2026-11-24", *arguments])
        out, err = capsys.readouterr()
        return status, out, err

    return run


@pytest.fixture
def answer(run):
    def answer(command, case):
        status, out, err = run(command, case, "--json")
        assert status == 0, err
        return json.loads(out)

    return answer


def step(found, name):
    return next(step for step in found["steps"] if step["id"] == name)


def test_each_cell_of_a_grid_is_the_estimate_of_its_case(answer):
    cells = answer("compare", GRID)["cells"]
    assert list(cells) == [
        f"{tier}/{shift}/{stop}"
        for stop in ("retirement", "2040-12")
        for shift in (-36, 12)
        for tier in ("60", "70", "base 5000")
    ]
    for name, cell in cells.items():
        tier, shift, stop = name.split("/")
        base = {"base": tier.removeprefix("base ")} if tier.startswith("base") else {"base_percent": tier}
        case = {**CASE, "plan": {**base, "stop": stop}, "retirement": {"shift_months": int(shift)}}
        found = answer("estimate", case)
        assert cell["benefit"]["expected"] == found["benefit"]["total_todays_money"]
        assert cell["benefit"]["breakeven_months"] == found["breakeven_months"]
        assert {end: cell["benefit"][end] for end in ("low", "expected", "high")} == found["benefit"]["range"]
        assert cell["cost"] == found["contribution"]["future_total"]
        assert cell["retirement"] == found["retirement"]


def test_flat_choices_name_the_plans_and_the_amount(answer):
    found = answer("compare", {**CASE, "grid": {"tiers": [60, 70, 100], "shifts": [-36], "stops": ["minimum"]}})
    (flat,) = found["flats"]
    assert (flat["axis"], flat["plans"]) == ("tier", ["60/-36/minimum", "70/-36/minimum"])
    assert 0 < float(flat["amount"]) < 50
    assert found["sources"]


def test_a_grid_says_little_and_means_the_usual(answer):
    cells = answer("compare", {**CASE, "grid": {}})["cells"]
    assert list(cells) == [f"{tier}/0/retirement" for tier in (60, 70, 80, 90, 100, 120, 150, 200, 300)]
    every = answer("compare", {**CASE, "grid": {"tiers": [60], "shifts": "all"}})["cells"]
    assert [cell["shift_months"] for cell in every.values()] == [-36, -24, -12, 0, 12, 24, 36]
    shifted = answer("compare", {**CASE, "grid": {"tiers": ["60"]}, "retirement": {"shift_months": -5}})
    assert list(shifted["cells"]) == ["60/-5/retirement"]


def test_months_a_year_hold_for_the_whole_grid(answer):
    cells = answer("compare", {**CASE, "grid": {"tiers": [60], "months_per_year": 6}})["cells"]
    found = answer("estimate", {**CASE, "plan": {"base_percent": 60, "months_per_year": 6}})
    assert cells["60/0/retirement"]["cost"] == found["contribution"]["future_total"]


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"grid": {"tiers": []}}, "grid.tiers"),
        ({"grid": {"tiers": [59]}}, "grid.tiers[0]"),
        ({"grid": {"tiers": ["sixty"]}}, "grid.tiers[0]"),
        ({"grid": {"tiers": [60, "60.0"]}}, "grid.tiers[1]"),
        ({"grid": {"tiers": [{"base": 1}]}}, "base"),
        ({"grid": {"tiers": [{"base": 5000, "percent": 60}]}}, "grid.tiers[0].percent"),
        ({"grid": {"shifts": [0.5]}}, "grid.shifts[0]"),
        ({"grid": {"shifts": [37]}}, "grid.shifts[0]"),
        ({"grid": {"shifts": "some"}}, "grid.shifts"),
        ({"grid": {"shifts": [0]}, "retirement": {"shift_months": 1}}, "retirement"),
        ({"grid": {"stops": ["never"]}}, "grid.stops[0]"),
        ({"grid": {"stop": "minimum"}}, "grid.stop"),
        ({"grid": {"tiers": list(range(60, 260)), "shifts": list(range(-9, 9))}}, "grid.tiers"),
        ({"grid": {}, "plans": {"a": None}}, "plans"),
        ({"grid": {}, "plan": {"base_percent": 60}}, "plans"),
        ({"grid": {"shifts": "all"}, "person": {"sex": "male", "birth": "1960-01"}}, "grid.shifts"),
    ],
)
def test_a_grid_that_cannot_be_read_is_named(run, changed, field):
    status, out, err = run("compare", {**GRID, **changed})
    assert (status, out) == (2, "")
    assert field in err
    assert len(err.strip().splitlines()) == 1


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_grid_speaks_to_people(run, language):
    status, out, _ = run("compare", {**GRID, "subsidy": OWN}, "--lang", language)
    assert status == 0
    assert "60/-36/retirement" in out
    assert "609.73" in out
    assert "None" not in out


def test_terms_of_the_persons_own_give_two_thirds_of_the_lowest_tier(answer):
    found = answer("estimate", {**ALONE, "subsidy": OWN})
    assert found["contribution"]["subsidy"] == "609.73"
    assert found["subsidy"]["months"] == 36
    entered = step(found, "subsidy-entered")
    assert (entered["sources"], entered["status"]) == ([], None)
    assert (step(found, "subsidy-monthly")["value"], step(found, "subsidy-monthly")["sources"]) == ("609.73", [])
    alone = answer("estimate", ALONE)
    assert (alone["contribution"]["subsidy"], alone["subsidy"]) == (None, None)
    assert found["breakeven_months"] < alone["breakeven_months"]


def test_the_published_example_of_beijing(answer):
    """7162 x 20 % x 2/3 = 954.93: of the lowest base, whatever is paid."""
    terms = {**TERMS, "reference": "minimum"}
    beijing = {**CASE, "region": "110000", "as_of": "2025-11", "plan": {"base_percent": "100"}}
    found = answer("estimate", {**beijing, "subsidy": {**OWN, "terms": terms}})
    assert found["contribution"]["base_low"] == "7162.00"
    assert found["contribution"]["subsidy"] == "954.93"


def test_a_cap_has_a_line_of_its_own(answer):
    found = answer("estimate", {**ALONE, "subsidy": {**OWN, "terms": {**TERMS, "cap_month": "600"}}})
    assert found["contribution"]["subsidy"] == "600.00"
    assert step(found, "subsidy-monthly")["value"] == "609.73"
    assert step(found, "subsidy-capped")["value"] == "600.00"


def test_who_is_close_to_retirement_gets_it_until_then(answer):
    old = {**ALONE, "person": {"sex": "male", "birth": "1968-06"}, "record": {"paid_months": 200}}
    found = answer("estimate", {**old, "subsidy": OWN})
    assert found["subsidy"]["until_retirement"] is True
    assert step(found, "subsidy-months-near")["value"] == found["subsidy"]["months"]


def test_without_terms_there_is_no_amount_and_the_warning_says_whom_to_ask(answer):
    found = answer("estimate", {**ALONE, "region": "440000", "subsidy": {"group": "graduate"}})
    assert found["contribution"]["subsidy"] is None
    told = [warned["text"] for warned in found["warnings"] if warned["code"].startswith("subsidy-")]
    assert told
    assert all("12333" in text for text in told)


def test_the_plans_of_a_comparison_carry_their_subsidy(answer):
    plans = {"low": {"base_percent": 60}, "none": None}
    found = answer("compare", {**CASE, "plans": plans, "subsidy": OWN})["plans"]
    assert found["low"]["contribution"]["subsidy"] == "609.73"
    assert float(found["low"]["own_cost_today"]) < float(found["low"]["cost_today"])
    assert (found["none"]["contribution"], found["none"]["subsidy"]) == (None, None)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"group": "rich"}, "subsidy.group"),
        ({"group": None}, "subsidy.group"),
        ({"drawn_months": 3}, "subsidy.first_approved"),
        ({"first_approved": "2026-12"}, "subsidy.first_approved"),
        ({"first_approved": "2026-10", "drawn_months": 3}, "subsidy.drawn_months"),
        ({"term": {}}, "subsidy.term"),
        ({"terms": {**TERMS, "rate": "3/2"}}, "subsidy.terms.rate"),
        ({"terms": {**TERMS, "rate": "2/0"}}, "subsidy.terms.rate"),
        ({"terms": {**TERMS, "rate": None}}, "subsidy.terms.rate"),
        ({"terms": {**TERMS, "rate": [1]}}, "subsidy.terms.rate"),
        ({"terms": {**TERMS, "reference": "average"}}, "subsidy.terms.reference"),
        ({"terms": {**TERMS, "cap_month": -1}}, "subsidy.terms.cap_month"),
        ({"terms": {"rate": "2/3", "reference": "actual"}}, "subsidy.terms.max_months"),
    ],
)
def test_a_subsidy_that_cannot_be_read_is_named(run, changed, field):
    status, out, err = run("estimate", {**ALONE, "subsidy": {**OWN, **changed}})
    assert (status, out) == (2, "")
    assert field in err


@pytest.mark.parametrize(("language", "short"), [("zh", "还差"), ("en", "short")])
def test_plans_are_written_as_a_table_whose_amounts_are_numbers(run, tmp_path, language, short):
    file = tmp_path / "plans.xlsx"
    case = {**CASE, "grid": {"tiers": [60], "stops": ["retirement", "2027-01"]}}
    status, _, err = run("compare", case, "--out", str(file), "--lang", language)
    assert status == 0, err
    book = CalamineWorkbook.from_path(str(file))
    heads, paid, stopped = book.get_sheet_by_index(0).to_python()
    assert len(heads) == len(paid) == len(stopped)
    assert [type(cell) for cell in paid[8:11]] == [float] * 3
    assert paid[8] < paid[9] < paid[10]
    assert stopped[8:11] == [""] * 3
    assert short in stopped[11]
    assert len(book.get_sheet_by_index(1).to_python()) > 2


def test_a_plan_whose_name_is_a_formula_stays_a_name_and_no_table_is_written_over(run, tmp_path):
    file = tmp_path / "plans.csv"
    case = {**CASE, "plans": {"=1+1": {"base_percent": "60"}, "b": {"base_percent": "100"}}}
    assert run("compare", case, "--out", str(file))[0] == 0
    written = file.read_bytes()
    rows = list(csv.reader(written.decode("utf-8-sig").splitlines()))
    assert [row[0] for row in rows[1:]] == ["'=1+1", "b"]
    assert run("compare", case, "--out", str(file))[0] == 2
    assert file.read_bytes() == written
