"""gigdesk wages compare with own pay in every form, and gigdesk wages orders."""

import io
import json

import pytest

from gigdesk.cli.main import main

ASKED = ["wages", "compare", "--occupation", "外卖", "--region", "370100"]
ORDERS = """订单号,接单时间,送达时间,骑手收入,罚款,状态
1,2026-10-03 11:00,2026-10-03 12:00,3000,,完成
2,2026-10-04 11:00,2026-10-04 12:30,4200,30,完成
3,x,2026-10-04 12:30,5,,完成
"""
TWO_MONTHS = "完成时间,收入\n2026-09-03 12:00,3\n2026-10-03 12:00,4\n"


@pytest.fixture
def run(capsys):
    def run(*arguments):
        try:
            status = main([*arguments, "--today", "2026-11-24"])
        except SystemExit as end:
            status = end.code
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


@pytest.fixture
def file(tmp_path):
    def file(text, name="orders.csv"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    return file


def test_the_picture_of_the_result(answer):
    found = answer(*ASKED, "--earned", "7200", "--hours-logged", "260", "--hours-order", "180", "--costs", "900")
    own, minimum = found["own"], found["minimum_wage"]
    assert (own["gross_monthly"], own["costs_monthly"], own["net_monthly"]) == ("7200.00", "900.00", "6300.00")
    assert (own["net_hour_logged"], own["net_hour_order"]) == ("24.23", "35.00")
    assert (minimum["tier"], minimum["monthly"], minimum["hourly"]) == ("1", "2400.00", "24.00")
    assert minimum["beside"] == {"monthly": "3900.00", "hour_logged": "0.23", "hour_order": "11.00"}


def test_hours_and_costs_by_the_day_are_the_same_month(answer):
    by_month = answer(*ASKED, "--earned", "7280", "--hours-logged", "260", "--costs", "312")["own"]
    by_day = answer(
        *ASKED,
        "--earned",
        "280",
        "--per",
        "day",
        "--days",
        "26",
        "--hours-logged",
        "10/day",
        "--cost",
        "battery=12/day",
    )["own"]
    same = ("gross_monthly", "costs_monthly", "net_monthly", "net_hour_logged")
    assert [by_day[name] for name in same] == [by_month[name] for name in same]


def test_a_list_of_costs_is_a_line_each(answer):
    found = answer(
        *ASKED, "--earned", "7200", "--cost", "rent=600/month", "--cost", "fee=8%", "--cost", "vehicle=4800/3years"
    )
    assert found["own"]["costs"] == [
        {"kind": "rent", "monthly": "600.00"},
        {"kind": "fee", "monthly": "576.00"},
        {"kind": "vehicle", "monthly": "133.33"},
    ]
    assert {"cost-rent", "cost-fee", "cost-vehicle", "costs-monthly"} <= {step["id"] for step in found["steps"]}


def test_costs_that_are_not_known_are_said_and_nothing_is_called_net(run, answer):
    own = answer(*ASKED, "--earned", "7200", "--hours-logged", "260")["own"]
    assert (own["costs_monthly"], own["net_monthly"], own["net_hour_logged"]) == (None, None, None)
    assert own["gross_hour_logged"] == "27.69"
    _, out, _ = run(*ASKED, "--earned", "7200", "--hours-logged", "260", "--lang", "en")
    assert "not known and not deducted" in out
    assert " net" not in next(line for line in out.splitlines() if line.startswith("Own"))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_loss_is_said_plainly(run, language):
    status, out, _ = run(*ASKED, "--earned", "100", "--costs", "150", "--lang", language)
    assert status == 0
    assert "50.00" in out
    assert "None" not in out


def test_another_tier_is_taken_and_the_citys_is_said(answer):
    by_city, chosen = answer(*ASKED, "--earned", "1"), answer(*ASKED, "--earned", "1", "--tier", "3")
    assert (by_city["minimum_wage"]["status"], by_city["minimum_wage"]["chosen"]) == ("assumption", False)
    assert "tier-by-city" in [warned["code"] for warned in by_city["warnings"]]
    assert (chosen["minimum_wage"]["monthly"], chosen["minimum_wage"]["chosen"]) == ("2020.00", True)
    assert chosen["minimum_wage"]["status"] == "secondary"
    assert "tier-by-city" not in [warned["code"] for warned in chosen["warnings"]]


def test_a_minimum_wage_whose_day_is_not_verified_is_said_and_not_compared(capsys):
    assert main([*ASKED, "--earned", "2300", "--costs", "0", "--json", "--today", "2025-11-01"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["minimum_wage"]["monthly"], found["minimum_wage"]["beside"]["monthly"]) == (None, None)
    assert "unverified-parameter" in [warned["code"] for warned in found["warnings"]]


def test_an_hourly_comparison_shows_the_174_hours_and_their_source(answer):
    found = answer(*ASKED, "--measure", "hourly")
    step = next(step for step in found["steps"] if step["id"] == "paid-hours")
    assert (step["value"], step["sources"]) == ("174", ["paid-days-2025"])
    assert "paid-days-2025" in found["sources"]


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["--earned", "8", "--per", "order"], "--order-count"),
        (["--earned", "8", "--per", "order", "--order-count", "1.5"], "--order-count"),
        (["--earned", "8", "--per", "hour"], "--per"),
        (["--earned", "300", "--per", "day", "--days", "32"], "--days"),
        (["--earned", "300", "--hours-logged", "25/day", "--days", "1"], "hours_logged"),
        (["--earned", "300", "--hours-logged", "10/year"], "--hours-logged"),
        (["--earned", "300", "--hours-logged", "ten"], "--hours-logged"),
        (["--earned", "300", "--hours-logged", "1e999999"], "--hours-logged"),
        (["--earned", "300", "--hours-logged", "200", "--hours-order", "8/day", "--days", "26"], "hours_order"),
        (["--earned", "300", "--costs", "5", "--cost", "rent=5"], "--cost"),
        (["--earned", "300", "--cost", "rent"], "--cost"),
        (["--earned", "300", "--cost", "tea=5"], "battery"),
        (["--earned", "300", "--cost", "rent=-5"], "--cost"),
        (["--earned", "300", "--cost", "rent=5%"], "--cost"),
        (["--earned", "300", "--cost", "fee=101%"], "--cost"),
        (["--earned", "300", "--cost", "fee=8%/day"], "--cost"),
        (["--earned", "300", "--cost", "vehicle=4800/0years"], "--cost"),
        (["--earned", "300", "--cost", "vehicle=4800/99years"], "--cost"),
        (["--earned", "300", "--cost", "rent=5/fortnight"], "--cost"),
        (["--cost", "rent=5"], "--earned"),
        (["--days", "5"], "--earned"),
        (["--earned", "300", "--tier", "9"], "--tier"),
        (["--earned", "300", "--tier", ""], "--tier"),
        (["--earned", "300", "--month", "2026-10"], "--orders"),
        (["--orders", "no-such-file.csv"], "no-such-file.csv"),
    ],
    ids=" ".join,
)
def test_what_cannot_be_meant_gets_one_line_that_names_the_option(run, arguments, named):
    status, out, err = run(*ASKED, *arguments)
    assert (status, out) == (2, "")
    assert named in err
    assert len(err.strip().splitlines()) == 1


def test_a_list_of_orders_comes_to_days_and_months(run, answer, file):
    status, out, _ = run("wages", "orders", file(ORDERS))
    assert status == 0
    assert "2026-10" in out
    found = answer("wages", "orders", file(ORDERS))
    assert found["months"] == [
        {"month": "2026-10", "days": 2, "orders": 2, "earned": "7200.00", "penalties": "30.00", "hours": "2.50"}
    ]
    assert [day["day"] for day in found["days"]] == ["2026-10-03", "2026-10-04"]
    assert [problem["rows"] for problem in found["problems"]] == [["4"]]


def test_a_month_is_chosen_of_several(run, answer, file):
    path = file(TWO_MONTHS)
    assert len(answer("wages", "orders", path)["months"]) == 2
    assert answer("wages", "orders", path, "--month", "2026-09")["months"][0]["earned"] == "3.00"
    for month in ("2026-08", "September"):
        status, _, err = run("wages", "orders", path, "--month", month)
        assert (status, "--month" in err) == (2, True)


def test_nothing_read_ends_with_the_status_of_wrong_input(run, file):
    status, out, _ = run("wages", "orders", file("你好"), "--json")
    assert status == 2
    assert json.loads(out)["problems"][0]["code"] == "nothing"


def test_orders_come_from_standard_input(capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(ORDERS.encode())))
    assert main(["wages", "orders", "-", "--today", "2026-11-24", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["months"][0]["orders"] == 2


def test_a_list_fills_in_what_was_earned_the_hours_and_the_penalties(answer, file):
    found = answer(*ASKED, "--orders", file(ORDERS), "--cost", "battery=12/day", "--hours-logged", "10/day")
    own = found["own"]
    assert (own["gross_monthly"], own["hours_order"], own["hours_logged"]) == ("7200.00", "2.50", "20.00")
    assert own["costs"] == [{"kind": "battery", "monthly": "24.00"}, {"kind": "penalties", "monthly": "30.00"}]
    assert found["orders"]["problems"][0]["rows"] == ["4"]


def test_penalties_within_a_total_are_not_deducted_again_and_that_is_said(run, file):
    status, out, _ = run(*ASKED, "--orders", file(ORDERS), "--costs", "900", "--lang", "en")
    assert status == 0
    assert "6300.00 net" in out
    assert "30.00 yuan are not deducted again" in out


@pytest.mark.parametrize(
    ("arguments", "named"),
    [(["--earned", "5"], "--earned"), (["--hours-order", "5"], "--hours-order"), (["--per", "day"], "--per")],
)
def test_a_list_and_what_it_says_itself_are_not_both_taken(run, file, arguments, named):
    status, _, err = run(*ASKED, "--orders", file(ORDERS), *arguments)
    assert (status, named in err) == (2, True)


def test_of_two_months_one_must_be_named(run, answer, file):
    status, _, err = run(*ASKED, "--orders", file(TWO_MONTHS))
    assert (status, "2026-09 | 2026-10" in err) == (2, True)
    assert answer(*ASKED, "--orders", file(TWO_MONTHS), "--month", "2026-10")["own"]["gross_monthly"] == "4.00"


def test_a_report_of_it_is_asked_again_without_the_file(run, file, tmp_path):
    report = str(tmp_path / "report.json")
    spoken = ["--cost", "battery=12/day", "--cost", "vehicle=4800/3years", "--hours-logged", "10/day", "--tier", "2"]
    assert run(*ASKED, "--orders", file(ORDERS), *spoken, "--report", report)[0] == 0
    options = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["options"]
    assert options["cost"] == ["battery=12/day", "vehicle=4800/3years", "penalties=30.00/month"]
    assert (options["hours-logged"], options["tier"], options["days"]) == ("10/day", "2", "2")
    assert run("report", "check", report)[0] == 0
