"""What the lines for people say: each answer with its own working, how sure it is, and in one language only."""

import json

import pytest

from gigdesk.cli.main import main

WOMAN = {
    "region": "370000", "as_of": "2026-11", "person": {"sex": "female", "birth": "1978-03"},
    "record": {"paid_months": 96, "average_index": "1", "account_balance": "1"}, "plan": {"base_percent": "60"},
}  # fmt: skip


@pytest.fixture
def run(capsys, tmp_path):
    """Run a command on a day; a dict or raw bytes become its input file. Returns status, output and messages."""

    def run(*arguments):
        path = tmp_path / "input.json"
        words = []
        for argument in arguments:
            if isinstance(argument, dict):
                path.write_text(json.dumps(argument), encoding="utf-8")
            words.append(str(path) if isinstance(argument, dict) else argument)
        try:
            status = main([*words, "--today", "2026-11-24"])
        except SystemExit as exit_:
            status = exit_.code
        return status, *capsys.readouterr()

    return run


def test_a_woman_without_a_category_sees_the_working_and_the_warnings_of_each(run):
    status, out, _ = run("pension", "estimate", "--input", WOMAN)
    assert status == 0
    first, second = out.split("女，原 50 岁\n")
    assert first.startswith("女，原 55 岁\n")
    assert ("法定退休年月 = 2035-04" in first, "法定退休年月 = 2029-11" in second) == (True, True)
    assert ("离 216 个月还差 19 个月" in first, "离 180 个月还差 48 个月" in second) == (True, True)
    assert (first.count("一步步怎么算的"), second.count("一步步怎么算的"), out.count("出处")) == (1, 1, 1)


@pytest.mark.parametrize(("language", "word"), [("zh", "假设"), ("en", "assumed")])
def test_a_value_less_sure_than_its_source_says_so_and_so_does_what_follows_from_it(run, language, word):
    status, out, _ = run("pension", "contribution", "--region", "370000", "--year", "2024", "--lang", language)
    lines = [line for line in out.splitlines() if "[sd-limits-2024]" in line and "=" in line]
    assert (status, len(lines), all(line.endswith(f"[{word}]") for line in lines)) == (0, 3, True)
    _, out, _ = run("pension", "contribution", "--region", "370000", "--year", "2026", "--lang", language)
    assert f"[{word}]" not in out


MAN = {**WOMAN, "person": {"sex": "male", "birth": "1970-03"}}
FORM = {
    "region": "370000", "retired": "2026-01", "index": "1.735", "benefit_base": "7831", "total_months": 289,
    "months_before_account": 29, "account_balance": "160413.01", "divisor": "168",
}  # fmt: skip
RESIDENT = {"region": "370100", "as_of": "2026-11", "birth": "1970-05", "paid_years": 3}
TINY = {"base": 1}
MOVING = {"region": "370100", "birth": "1970-01", "category": "male60", "employee_months": 100, "resident_years": 8}


@pytest.mark.parametrize(
    ("command", "given", "said"),
    [
        ("estimate", {**MAN, "plan": {}}, "plan.base_percent：收到 没有填，可以填 base_percent 或 base，填一样"),
        ("estimate", {**MAN, "plan": {"base": 1, "base_percent": 60}}, "收到 两样都填了"),
        ("replay", {**FORM, "age_months": 720}, "divisor：收到 两样都填了，可以填 divisor 或 age_months，填一样"),
        ("replay", {**FORM, "divisor": None}, "divisor：收到 没有填，可以填 divisor 或 age_months"),
        ("replay", {**FORM, "months_drawn": 3}, "可以填 一个数（填了 months_drawn 就要填）"),
        ("replay", {**FORM, "years": "24.1"}, "可以填 total_months 或 years，填一样"),
        ("resident", {**RESIDENT, "make_up": True}, "yearly：收到 没有填，可以填 一年交多少元"),
        ("transfer", {**MOVING, "stays": []}, "registered：收到 没有填，可以填 stays 和 registered 一起填"),
    ],
)
def test_what_is_accepted_is_said_in_the_language_of_the_line(run, command, given, said):
    status, out, err = run("pension", command, "--input", given)
    assert (status, out) == (2, "")
    assert said in err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "还要写 --region"),
        (["--region", "370000", "--base", "x"], "--base：收到 'x'，要填数字"),
        (["--region", "370000", "--base", "1e-300000"], "--base：收到 '1e-300000'，要填数字"),
        (["--region", "370000", "--base", "1", "--base-percent", "60"], "--base-percent：不能和 --base 一起用"),
        (["--region", "370000", "--rhythm", "day"], "--rhythm：收到 'day'，可以填 "),
        (["--region", "370000", "--tier", "60"], "不认识：--tier 60"),
        (["--region"], "--region：后面要写一个"),
    ],
)
def test_a_command_written_wrong_is_told_so_in_chinese(run, words, said):
    status, out, err = run("pension", "contribution", *words)
    assert (status, out) == (2, "")
    assert said in err


def test_the_help_names_its_parts_in_the_language_asked_for(run):
    _, out, _ = run("pension", "contribution", "--help")
    assert all(word in out for word in ("用法：gigdesk", "选项:", "显示这份说明"))
    assert not any(word in out for word in ("usage", "options", "show this"))
    _, out, _ = run("pension", "contribution", "--lang", "en", "--help")
    assert all(word in out for word in ("usage: gigdesk", "options:", "show this help message and exit"))


@pytest.mark.parametrize("rate", ["1e-300000", "1/0", "2/3/4", "x"])
def test_a_share_that_nobody_means_is_refused_in_a_short_line(run, rate):
    terms = {"rate": rate, "reference": "actual", "max_months": 36, "near_retirement_months": 60}
    status, out, err = run("pension", "estimate", "--input", {**MAN, "subsidy": {"group": "graduate", "terms": terms}})
    assert (status, out) == (2, "")
    assert ".rate：收到" in err
    assert len(err) < 200


@pytest.mark.parametrize("number", ["1e-300000", "1E+31", "0." + "1" * 31])
def test_a_number_that_nobody_means_is_refused_in_a_short_line(run, number):
    given = {**MAN, "record": {**MAN["record"], "average_index": number}}
    status, out, err = run("pension", "estimate", "--input", given)
    assert (status, out) == (2, "")
    assert "record.average_index" in err
    assert "最多 30 位数字" in err
    assert len(err) < 200


AGE = ("pension", "retirement-age", "--category", "male60", "--birth")


def test_a_month_nobody_chose_is_not_called_chosen_and_an_age_is_said_in_words(run):
    assert run(*AGE, "1985-06")[1].startswith("法定退休 2048-06（63 岁），最早 2045-06，")
    assert run(*AGE, "1970-06")[1].startswith("法定退休 2031-11（61 岁 5 个月），最早 ")
    early = run(*AGE, "1985-06", "--shift-months", "-5")[1]
    assert early.startswith("法定退休 2048-06（63 岁），这里按 2048-01 算，最早 2045-06，")


def test_the_month_in_which_enough_is_paid_is_called_that(run):
    given = {**MAN, "person": {"sex": "male", "birth": "1964-06"}, "record": {**MAN["record"], "paid_months": 100}}
    _, out, _ = run("pension", "estimate", "--input", given)
    assert "法定退休 2024-06（60 岁），交满要到 2033-07，" in out
    assert "往低里算" in out


def test_rates_are_said_in_per_cent(run):
    given = {"region": "370000", "balance": 0, "years": [{"year": 2024, "monthly": 300}]}
    _, out, _ = run("pension", "account", "--input", given)
    assert "2024 年：记账利率 2.62%，" in out
    assert "利率 2.62%；" in out
    _, out, _ = run("pension", "contribution", "--region", "370000")
    assert "缴费比例 20%" in out


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["pension", "contribution", "--region", "370000", "--base", "1"], "--base："),
        (["pension", "contribution", "--region", "370000", "--base-percent", "59"], "--base-percent："),
        ([*AGE, "1985-06", "--shift-months", "40"], "--shift-months："),
        (["pension", "estimate", "--input", {**MAN, "plan": {"base": 1}}], "plan.base："),
        (["pension", "estimate", "--input", {**MAN, "retirement": {"shift_months": -30}}], "retirement.shift_months："),
        (
            ["pension", "compare", "--input", {**MAN, "plan": None, "plans": {"a": {"base_percent": 60}, "b": TINY}}],
            "plans.b.base：",
        ),
        (
            ["pension", "compare", "--input", {**MAN, "plan": None, "grid": {"tiers": [60, TINY]}}],
            "grid.tiers[1].base：",
        ),
        (["pension", "series", "--check", "/no/such/file"], "--check："),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_a_field_is_named_as_the_person_wrote_it(run, words, named):
    status, out, err = run(*words)
    assert (status, out) == (2, "")
    assert err.splitlines()[-1].startswith(named)


def test_who_asks_beyond_the_published_rates_is_told_how_to_go_on(run):
    given = {"region": "370000", "balance": 0, "years": [{"year": 2024, "monthly": 300}, {"year": 2030}]}
    status, out, err = run("pension", "account", "--input", given)
    assert (status, out) == (3, "")
    assert "assumed_rate" in err
    status, out, _ = run("pension", "account", "--input", {**given, "assumed_rate": "0.02"})
    assert (status, out.count("\n! ")) == (0, 2)
    assert "! 2026–2030 年的记账利率还没公布，按假设的 2% 算" in out
