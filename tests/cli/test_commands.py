import json

import pytest

from gigdesk import __version__
from gigdesk.store import paths

CASE = {
    "region": "370000",
    "as_of": "2026-11",
    "person": {"sex": "male", "birth": "1985-06", "category": "male60"},
    "record": {"paid_months": 96, "average_index": "0.6", "account_balance": "25012.34"},
    "plan": {"base_percent": "60", "months_per_year": 12, "stop": "retirement"},
}
FORM = {
    "region": "370000", "retired": "2026-01", "index": "1.735", "benefit_base": "7831", "total_months": 289,
    "months_before_account": 29, "account_balance": "160413.01", "divisor": "168",
}  # fmt: skip
ACCIDENT = {
    "region": "370100", "when": "2026-03-02T12:10:00+08:00", "today": "2026-03-20",
    "platform": "meituan", "sector": "instant_delivery",
    "facts": {
        "order_state": "to_dropoff", "harm": "accident", "cause": "traffic", "fault": "main",
        "employment_contract": False, "work_injury_insurance_paid": False, "managed_like_employee": None,
        "intentional_crime": False, "alcohol_mg_per_100ml": 0, "drugs": False, "self_harm": False,
        "died_at": None, "first_diagnosis_at": None, "rescue": False, "ordered_to_place": False,
        "journey": None, "private_purpose": False,
    },
    "harm_result": {"death": False, "disability_grade": None, "dependants": []},
    "wage": None,
}  # fmt: skip
COMMANDS = [
    ["pension", "contribution", "--region", "370000", "--year", "2026", "--base-percent", "60"],
    ["pension", "retirement-age", "--birth", "1985-06", "--category", "male60"],
    ["wages", "search", "外卖"],
    ["wages", "compare", "--occupation", "外卖", "--region", "370100", "--earned", "7200", "--hours-logged", "260"],
    ["wages", "series", "--occupation", "外卖", "--region", "370100"],
    ["injury", "questions"],
    ["data", "status"],
    ["doctor"],
]


def test_the_lowest_tier_of_2026(answer):
    found = answer(*COMMANDS[0])
    assert found["monthly"] == "914.60"
    assert (found["base"], found["to_account"], found["to_pool"]) == ("4573.00", "365.84", "548.76")
    assert (found["base_low"], found["base_high"]) == ("4573.00", "22863.00")


def test_a_year_with_eight_months_paid_by_the_quarter(answer):
    found = answer(*COMMANDS[0], "--months", "8", "--rhythm", "quarter")
    assert (found["months"], found["year_total"], found["payment"]) == (8, "7316.80", "2743.80")
    assert [warned["code"] for warned in found["warnings"]] == ["rhythm-not-known"]
    assert "payment" not in answer(*COMMANDS[0])
    assert answer(*COMMANDS[0])["year_total"] == "10975.20"


def test_the_retirement_of_a_man_of_1985(answer):
    found = answer(*COMMANDS[1])
    assert (found["statutory_month"], found["statutory_age"], found["required_months"]) == ("2048-06", "63y0m", 240)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_retirement_before_the_months_were_law_is_answered_without_them(run, answer, language):
    command = ["pension", "retirement-age", "--birth", "1950-06", "--category", "male60"]
    found = answer(*command)
    assert (found["statutory_month"], found["required_months"]) == ("2010-06", None)
    assert [warned["code"] for warned in found["warnings"]] == ["required-months-not-known"]
    status, out, _ = run(*command, "--lang", language)
    assert (status, "None" in out) == (0, False)
    assert "12333" in out


def test_a_form_replays_to_the_fen(answer):
    benefit = answer("pension", "replay", "--input", FORM)["benefit"]
    assert (benefit["basic"], benefit["account"], benefit["transitional"], benefit["total"]) == (
        "2578.70", "954.84", "427.44", "3960.98",
    )  # fmt: skip


def test_an_estimate_has_every_part_of_the_contract(answer):
    found = answer("pension", "estimate", "--input", CASE)
    assert found["retirement"]["paid_months_then"] == 355
    assert found["contribution"]["monthly"] == "914.60"
    assert set(found["benefit"]) >= {"basic", "account", "transitional", "total", "total_todays_money", "range"}
    assert found["ledger"][0]["year"] == 2026
    assert found["ledger"][0]["months"] == 2
    assert found["breakeven_months"] > 0


def test_a_woman_is_answered_both_ways(answer):
    found = answer("pension", "estimate", "--input", {**CASE, "person": {"sex": "female", "birth": "1985-06"}})
    assert found["category"] == "female55"
    assert set(found["alternatives"]) == {"female50"}
    assert found["decides"]


def test_everyday_words_find_riders_first(answer):
    assert answer(*COMMANDS[2])["rows"][0]["code"] == "4-10-08-01"


def test_a_comparison_names_its_population_and_what_was_widened(answer):
    found = answer(*COMMANDS[3])
    assert (found["own"]["gross_hour_logged"], found["own"]["net_hour_logged"]) == ("27.69", None)
    assert "costs-not-known" in [warned["code"] for warned in found["warnings"]]
    assert found["minimum_wage"]["monthly"] == "2400.00"
    assert found["position"]["reason"] == "only-mean"
    for row in found["rows"]:
        assert row["population"]
        assert row["pay_concept"]
        assert row["source"] in found["sources"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_without_a_single_fact_the_state_of_the_order_is_what_is_missing_first(run, answer, language):
    nothing = {**ACCIDENT, "facts": {}, "harm_result": {}}
    found = answer("injury", "check", "--input", nothing)
    assert found["outcome"] == "NEEDS_FACTS"
    assert found["missing"][0]["fact"] == found["next_question"] == "order_state"
    assert found["missing"][1]["fact"] == "harm"
    assert all(found["missing"][0].values())
    assert found["would_change"] == []
    status, out, _ = run("injury", "check", "--input", nothing, "--lang", language)
    assert status == 0
    assert "None" not in out


def test_a_rider_in_jinan_on_an_active_order_is_likely_covered(answer):
    found = answer("injury", "check", "--input", ACCIDENT)
    assert found["outcome"] == "COVERED_LIKELY"
    assert all(reason["text"] for reason in found["because"])
    assert any(reason["article"] for reason in found["because"])
    assert found["deadlines"]
    assert found["next_step"]


def test_doctor_names_the_forms_and_how_many_replay(answer):
    forms = answer("doctor")["forms"]
    assert (forms["count"], forms["exact"], forms["exact_with_total"]) == (31, 31, 18)
    assert {part: tally["compared"] for part, tally in forms["parts"].items()} == {
        "basic": 31, "account": 31, "transitional": 24, "total": 18,
    }  # fmt: skip
    assert all(tally["compared"] == tally["exact"] for tally in forms["parts"].values())
    for form in forms["list"]:
        for part in form["parts"].values():
            assert (part["difference"] is None) is bool(part["why_not"])


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: "-".join(command[:2]))
def test_every_answer_carries_the_same_envelope(answer, command):
    found = answer(*command)
    assert {"steps", "sources", "warnings", "data"} <= set(found)
    assert found["data"]["release"]
    for step in found["steps"]:
        assert set(step) >= {"id", "label", "formula", "inputs", "value", "unit", "sources"}
        assert set(step["sources"]) <= set(found["sources"])
    for source in found["sources"].values():
        assert source["status"] in ("official", "secondary", "assumption", "unverified")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: "-".join(command[:2]))
def test_every_command_also_speaks_to_people(run, command, language):
    status, out, err = run(*command, "--lang", language, "--today", "2026-11-24")
    assert status == 0
    assert "None" not in out
    assert not err.strip() or "…" in err


@pytest.mark.parametrize("language", ["zh", "en"])
def test_estimate_and_replay_and_check_also_speak_to_people(run, language):
    for command in (("pension", "estimate", CASE), ("pension", "replay", FORM), ("injury", "check", ACCIDENT)):
        status, out, _ = run(*command[:2], "--input", command[2], "--lang", language, "--today", "2026-11-24")
        assert status == 0
        assert "None" not in out


@pytest.mark.parametrize(
    ("arguments", "status", "named"),
    [
        (["pension", "contribution", "--region", "370000", "--base-percent", "59"], 2, "--base-percent"),
        (["pension", "contribution", "--region", "370000", "--base-percent", "lots"], 2, "--base-percent"),
        (["pension", "contribution", "--region", "000001"], 2, "region"),
        (["pension", "contribution", "--region", "990000"], 2, "region"),
        (["pension", "contribution", "--region", "37"], 2, "region"),
        (["pension", "contribution", "--region", "520100"], 3, "520100"),
        (["pension", "contribution", "--region", "370102"], 3, "370102"),
        (["pension", "contribution", "--region", "810000"], 3, "810000"),
        (["pension", "estimate", "--input", {**CASE, "region": "520100"}], 3, "520100"),
        (["wages", "compare", "--occupation", "外卖", "--region", "520100"], 3, "520100"),
        (["pension", "contribution", "--region", "370000", "--year", "1999"], 3, "pension.base_limits"),
        (["pension", "contribution", "--region", "370000", "--year", "2090"], 3, "pension.base_limits"),
        (["pension", "contribution", "--region", "370000", "--year", "0"], 2, "--year"),
        (["pension", "contribution", "--region", "370000", "--months", "13"], 2, "--months"),
        (["pension", "contribution", "--region", "370000", "--rhythm", "week"], 2, "--rhythm"),
        (["pension", "retirement-age", "--birth", "June 1985", "--category", "male60"], 2, "--birth"),
        (["pension", "retirement-age", "--birth", "1985-06", "--category", "male"], 2, "--category"),
        (
            ["pension", "retirement-age", "--birth", "1985-06", "--category", "male60", "--shift-months", "-40"],
            2,
            "--shift-months",
        ),
        (["pension", "estimate", "--input", "no-such-file.json"], 2, "--input"),
        (["pension", "estimate", "--input", {"region": "370000"}], 2, "person.sex"),
        (["wages", "compare", "--occupation", "没有这行", "--region", "370100"], 2, "occupation"),
        (
            ["wages", "compare", "--occupation", "外卖", "--region", "370100", "--hours-logged", "0", "--earned", "1"],
            2,
            "hours_logged",
        ),
        (["wages", "compare", "--occupation", "外卖", "--region", "370100", "--earned", "-5"], 2, "--earned"),
        (["wages", "compare", "--occupation", "外卖", "--region", "370100", "--earned", "1e999999"], 2, "--earned"),
        (["wages", "compare", "--occupation", "司机", "--region", "370100"], 2, "4-02-02-01"),
        (["wages", "compare", "--occupation", "外卖", "--region", "370100", "--period", "last"], 2, "--period"),
        (["injury", "check", "--input", {"regin": "370100"}], 2, "regin"),
        (["injury", "check", "--input", {"region": "370100", "when": "yesterday"}], 2, "when"),
        (["data"], 2, "gigdesk"),
        (["nothing"], 2, "nothing"),
        (["data", "status", "--today", "tomorrow"], 2, "--today"),
    ],
    ids=lambda value: "-".join(map(str, value))[:60] if isinstance(value, list) else None,
)
def test_bad_input_gets_one_line_that_names_the_field(run, arguments, status, named):
    found, out, err = run(*arguments)
    assert (found, out) == (status, "")
    assert named in err
    assert len(err.strip().splitlines()) == 1
    assert "Traceback" not in err


def test_the_version(run):
    assert run("--version") == (0, f"gigdesk {__version__}\n", "")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "command", [[], ["pension"], ["pension", "estimate"], ["wages", "compare"], ["injury", "check"]]
)
def test_help_says_what_there_is(run, command, language):
    status, out, _ = run(*command, "--lang", language, "--help")
    assert status == 0
    assert "gigdesk" in out


def test_json_may_stand_anywhere(run):
    for words in (["--json", "data", "status"], ["data", "--json", "status"], ["data", "status", "--json"]):
        status, out, _ = run(*words)
        assert status == 0
        assert json.loads(out)["datasets"]


def test_the_worked_example_of_the_residents_scheme(answer):
    case = {
        "region": "370100", "as_of": "2026-11", "birth": "1966-12", "paid_years": 14, "account_balance": "43120",
        "yearly": "3000", "years_ahead": 1, "subsidy": "80", "local_basic": "163",
    }  # fmt: skip
    found = answer("pension", "resident", "--input", case)
    assert found["pension"] == {"basic": "163.00", "account": "332.37", "total": "495.37"}
    assert {"local-not-known"} <= {warning["code"] for warning in found["warnings"]}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("more", [{}, {"yearly": "300"}, {"yearly": "500", "make_up": True}])
def test_the_residents_scheme_speaks_to_people(run, more, language):
    case = {"region": "370100", "as_of": "2026-11", "birth": "1970-05", "paid_years": 3, **more}
    status, out, _ = run("pension", "resident", "--input", case, "--lang", language)
    assert status == 0
    assert "None" not in out


MOVE = {
    "region": "370100", "birth": "1970-01", "category": "male60", "employee_months": 100, "resident_years": 8,
    "double_months": 3, "insured_since": "2009-03", "registered": "370000",
    "stays": [{"region": "440100", "months": 60}, {"region": "370100", "months": 40, "temporary": True}],
}  # fmt: skip


def test_a_transfer_has_every_part_of_the_contract(answer):
    found = answer("pension", "transfer", "--input", MOVE)
    assert (found["outcome"], found["months_short"], found["refund_months"]) == ("choose", 92, 3)
    assert [(way["id"], way["begins"]) for way in found["ways"]] == [
        ("keep-paying", "2039-01"), ("one-off", "2036-05"), ("convert", "2031-05"),
    ]  # fmt: skip
    for way in found["ways"]:
        assert way["label"]
        assert all(part["label"] for part in (*way["kept"], *way["lost"], *way["needs"]))
    assert found["paying_place"]["region"] == "370000"
    assert found["paying_place"]["reason"] == "gathered"
    assert {"transfer-not-yet", "temporary-account-not-known"} == {warned["code"] for warned in found["warnings"]}
    assert {"social-insurance-law", "mohrss-2014-17", "mohrss-order-13", "guobanfa-2009-66"} <= set(found["sources"])


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "change",
    [
        {},
        {"insured_since": None},
        {"employee_months": 200},
        {"employee_months": 200, "resident_years": 0, "double_months": 0},
        {"employee_months": 0, "double_months": 0, "stays": None, "registered": None},
        {"drawing": "both"},
        {"drawing": "both", "birth": "1945-01"},
        {"drawing": "employee"},
    ],
    ids=str,
)
def test_a_transfer_speaks_to_people(run, change, language):
    status, out, err = run("pension", "transfer", "--input", {**MOVE, **change}, "--lang", language)
    assert (status, err) == (0, "")
    assert "None" not in out


PAST = {**CASE, "person": {"sex": "male", "birth": "1964-06"}, "record": {**CASE["record"], "paid_months": 100}}


def test_who_is_past_the_age_and_short_is_answered(answer):
    found = answer("pension", "estimate", "--input", PAST)
    assert (found["retirement"]["chosen_month"], found["retirement"]["months_short"]) == ("2033-07", 0)
    assert found["benefit"]["divisor"] == "64.3"
    assert {"paying-on-after-age", "way-one-off", "way-convert-made-up"} <= {each["code"] for each in found["warnings"]}
    none = answer("pension", "estimate", "--input", {**PAST, "plan": None})
    assert (none["benefit"], none["retirement"]["months_short"]) == (None, 80)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("months", [0, 100, 101, 130, 200])
@pytest.mark.parametrize("plan", [None, CASE["plan"]])
def test_past_the_age_speaks_to_people(run, months, plan, language):
    case = {**PAST, "as_of": "2026-11", "record": {"paid_months": months}, "plan": plan}
    for birth in ("1964-06", "1962-01"):
        person = {"sex": "male", "birth": birth}
        status, out, _ = run("pension", "estimate", "--input", {**case, "person": person}, "--lang", language)
        assert status == 0
        assert "None" not in out


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"plan": {"base_percent": "60", "stop": "2026-10"}}, "plan.stop"),
        ({"override": {"retirement_month": "2026-10"}}, "override.retirement_month"),
        (
            {"person": {"sex": "male", "birth": "1964-06"}, "retirement": {"shift_months": 12}},
            "retirement.shift_months",
        ),
    ],
)
def test_what_lies_in_the_past_is_refused_by_name(run, change, field):
    status, out, err = run("pension", "estimate", "--input", {**CASE, **change})
    assert (status, out) == (2, "")
    assert field in err


def test_a_plan_may_stop_this_month(answer):
    found = answer("pension", "estimate", "--input", {**CASE, "plan": {"base_percent": "60", "stop": "2026-11"}})
    assert found["retirement"]["paid_months_then"] == 97


UNPLANNED = {name: value for name, value in CASE.items() if name != "plan"}
PLANS = {
    **UNPLANNED,
    "net_income": "6000",
    "plans": {"low": {"base_percent": "60"}, "high": {"base_percent": "100"}, "none": None},
}


def test_plans_side_by_side_are_the_estimates_of_each(answer):
    found = answer("pension", "compare", "--input", PLANS)["plans"]
    assert list(found) == ["low", "high", "none"]
    for name in ("low", "high"):
        alone = answer("pension", "estimate", "--input", {**UNPLANNED, "plan": PLANS["plans"][name]})
        assert found[name]["benefit"]["expected"] == alone["benefit"]["total_todays_money"]
        assert found[name]["cost"] == alone["contribution"]["future_total"]
        assert found[name]["contribution"]["monthly"] == alone["contribution"]["monthly"]
    assert found["low"]["difference"] is None
    assert found["high"]["difference"]["monthly"] == "609.60"
    assert found["low"]["income_share"] == "0.1524"
    assert found["none"]["benefit"] is None
    assert "months-short-at-age" in {warned["code"] for warned in found["none"]["warnings"]}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_plans_speak_to_people(run, language):
    status, out, _ = run("pension", "compare", "--input", PLANS, "--lang", language)
    assert status == 0
    assert "+176513.11" in out
    assert "None" not in out


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"plans": {}}, "plans"),
        ({"plans": None}, "plans"),
        ({"plan": {"base_percent": "60"}}, "plans"),
        ({"plans": {"a": {"base_percent": "20"}}}, "plans.a.base_percent"),
        ({"plans": {"a": {"base_percent": "60", "tier": 3}}}, "plans.a.tier"),
        ({"plans": {"": None}, "person": {"sex": "female", "birth": "1985-06"}}, "person.category"),
        ({"net_income": 0}, "net_income"),
        ({"typo": 1}, "typo"),
    ],
)
def test_plans_that_cannot_be_read_are_named(run, changed, field):
    status, out, err = run("pension", "compare", "--input", {**PLANS, **changed}, "--json")
    assert status == 2
    assert field in out + err


@pytest.mark.parametrize(
    ("record", "field"),
    [
        ({"paid_months": 600}, "record.paid_months"),
        ({"paid_months": 300, "deemed_months": 300}, "record.paid_months"),
        ({"paid_months": 96, "months_before_account": 120}, "record.months_before_account"),
    ],
)
def test_a_record_longer_than_the_life_is_refused(run, record, field):
    status, out, err = run("pension", "estimate", "--input", {**CASE, "record": record})
    assert (status, out) == (2, "")
    assert field in err


def test_somebody_not_yet_born_is_refused(run):
    person = {**CASE["person"], "birth": "2026-12"}
    assert run("pension", "estimate", "--input", {**CASE, "person": person})[0] == 2


def test_a_form_with_more_months_before_the_account_than_in_all_is_refused(run):
    status, _, err = run("pension", "replay", "--input", {**FORM, "total_months": 12})
    assert status == 2
    assert "months_before_account" in err


def test_a_resident_has_not_paid_longer_than_he_has_lived(run):
    case = {"region": "370100", "as_of": "2026-11", "birth": "2020-01", "paid_years": 15}
    assert run("pension", "resident", "--input", case)[0] == 2


@pytest.mark.parametrize(
    ("birth", "shift", "original", "refused"),
    [("1975-01", -3, "2030-01", "female50"), ("1980-03", -32, "2030-03", "female55")],
    ids=["by the other that month has passed", "by the other she may not go so early"],
)
def test_a_woman_unsure_of_her_category_is_answered_for_the_one_possible(answer, birth, shift, original, refused):
    person = {"sex": "female", "birth": birth}
    case = {**CASE, "person": person, "retirement": {"shift_months": shift}}
    found = answer("pension", "estimate", "--input", case)
    assert found["retirement"]["original_month"] == original
    assert list(found["not_possible"]) == [refused]


def test_both_answers_of_a_woman_are_said_with_what_decides(run):
    case = {**CASE, "person": {"sex": "female", "birth": "1985-06"}}
    _, out, _ = run("pension", "estimate", "--input", case, "--lang", "zh")
    assert "50" in out
    assert "社保部门" in out


def test_an_accident_happens_in_a_province(run):
    status, out, err = run("injury", "check", "--input", {**ACCIDENT, "region": "000000"})
    assert (status, out) == (2, "")
    assert "region" in err


@pytest.mark.parametrize(
    "raw", [b'{"x": 1e999999999999999999999}', b'{"x": "\xb5\xd8"}', b'{"region": "370000", "region": "370100"}']
)
def test_a_file_that_cannot_be_used_is_one_line(run, tmp_path, raw):
    path = tmp_path / "odd.json"
    path.write_bytes(raw)
    status, out, err = run("pension", "estimate", "--input", str(path))
    assert (status, out) == (2, "")
    assert err.count("\n") == 1


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_was_typed_does_not_steer_the_terminal(run, language):
    _, _, err = run("pension", "contribution", "--region", "370\n\x1b[31mx", "--lang", language)
    assert err.count("\n") == 1
    assert "\x1b" not in err


def test_an_option_is_written_out(run):
    assert run("pension", "contribution", "--reg", "370000")[0] == 2


@pytest.mark.parametrize("what", [{"harm": "violence", "cause": None}, {"cause": "animal"}])
def test_an_attacker_or_the_keeper_of_an_animal_may_be_liable(answer, what):
    found = answer("injury", "check", "--input", {**ACCIDENT, "facts": {**ACCIDENT["facts"], **what}})
    (route,) = [route for route in found["routes"] if route["route"] == "third_party"]
    assert route["open"]
    assert [limit for limit in found["deadlines"] if limit["route"] == "third_party"]


def test_the_series_in_use_are_well(answer):
    found = answer("pension", "series")
    assert found["well"]
    assert found["errors"] == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_series_with_two_digits_swapped_is_refused_by_name(run, tmp_path, language):
    path = tmp_path / "shandong.yaml"
    law = paths.resources() / "release" / "law" / "shandong.yaml"
    path.write_text(law.read_text(encoding="utf-8").replace("low: 4573", "low: 4753"), encoding="utf-8")
    status, out, err = run("pension", "series", "--check", str(path), "--lang", language)
    assert status == 4
    assert "370000 pension.base_limits 2026" in out + err


def test_a_law_file_that_is_not_there_is_said(run, tmp_path):
    status, out, err = run("pension", "series", "--check", str(tmp_path / "none.yaml"))
    assert (status, out) == (2, "")
    assert "none.yaml" in err


def test_limits_have_their_day_their_rule_and_what_to_do(answer):
    found = answer(
        "injury", "check", "--input", {**ACCIDENT, "facts": {**ACCIDENT["facts"], "reported_at": "2026-03-03"}}
    )
    limits = {limit["id"]: limit for limit in found["deadlines"]}
    assert "report" not in limits
    platform = limits["platform_claim"]
    assert (platform["by"], platform["days_left"], platform["from"]) == ("2026-04-02", 13, "2026-03-03")
    assert platform["rule"] == "injury.deadline.platform_claim"
    worker = limits["worker_claim"]
    assert (worker["by"], worker["last_known"]["by"], worker["status"]) == ("2026-05-31", "2027-03-02", "secondary")
    for limit in limits.values():
        assert limit["do"]
        assert set(limit["sources"]) <= set(found["sources"])
        assert (limit["by"] is None) == (limit["days_left"] is None)


def test_where_to_go_comes_from_the_directory_and_what_is_not_known_is_null(answer):
    found = answer("injury", "check", "--input", ACCIDENT)
    app, hotline, office, *_ = found["where"]
    assert (app["kind"], app["platform"]) == ("platform_app", "meituan")
    assert (hotline["phone"], hotline["area_code"], hotline["status"]) == ("12333", "0531", "secondary")
    assert (office["phone"], office["address"]) == (None, None)
    assert any("12333" in note for note in office["notes"])
    assert {place["source"] for place in found["where"][1:]} <= set(found["sources"])


@pytest.mark.parametrize("day", ["2026-03-03", "2026-03-03T08:00:00+08:00", "2026-03-02T20:00:00+00:00"])
def test_a_day_may_be_written_as_a_moment(answer, day):
    found = answer("injury", "check", "--input", {**ACCIDENT, "facts": {**ACCIDENT["facts"], "reported_at": day}})
    assert {limit["id"]: limit["from"] for limit in found["deadlines"]}["platform_claim"] == "2026-03-03"


@pytest.mark.parametrize(
    ("fact", "value"),
    [
        ("reported_at", "yesterday"),
        ("reported_at", 20260303),
        ("reported_at", "2026-03-01"),
        ("filed_at", "2026-03-21"),
        ("died_at", "2026-03-21T00:00:00+08:00"),
    ],
)
def test_a_day_that_cannot_be_is_refused_by_name(run, fact, value):
    case = {**ACCIDENT, "harm_result": {}, "facts": {**ACCIDENT["facts"], fact: value}}
    status, out, err = run("injury", "check", "--input", case)
    assert (status, out) == (2, "")
    assert fact in err


@pytest.mark.parametrize("language", ["zh", "en"])
def test_limits_papers_and_places_are_lines_too(run, language):
    _, out, _ = run("injury", "check", "--input", ACCIDENT, "--lang", language)
    assert "2026-05-31" in out
    assert "职业伤害保障伤残待遇申请表" in out
    assert "0531-12333" in out


class Interrupted:
    """A keyboard at which somebody presses Ctrl-C."""

    def read(self):
        raise KeyboardInterrupt


def test_who_stops_a_command_at_the_keyboard_reads_one_line(run, monkeypatch):
    monkeypatch.setattr("sys.stdin", Interrupted())
    assert run("injury", "check", "--input", "-", "--lang", "en") == (130, "", "Stopped before it was done\n")
