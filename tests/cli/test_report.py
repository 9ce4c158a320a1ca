"""Reports on the command line: written by the commands that answer, asked again, turned into cases."""

import json

import pytest
import yaml

from gigdesk.cli.main import main

ESTIMATE = {
    "region": "370000",
    "person": {"sex": "female", "birth": "1985-06"},
    "record": {"paid_months": 96, "average_index": "0.6", "account_balance": "25012.34"},
    "plan": {"base_percent": "60"},
}
FORM = {
    "region": "370000", "retired": "2026-01", "index": "1.735", "benefit_base": "7831", "total_months": 289,
    "months_before_account": 29, "account_balance": "160413.01", "divisor": "168",
}  # fmt: skip
ACCIDENT = {
    "region": "370100", "when": "2026-03-02T12:10:33+08:00", "today": "2026-03-20", "platform": "饿了么",
    "sector": "instant_delivery", "facts": {"order_state": "to_dropoff", "harm": "accident", "fault": None},
}  # fmt: skip
TRANSFER = {"region": "370100", "birth": "1970-01", "category": "male60", "employee_months": 100, "resident_years": 8}
COMMANDS = {
    "pension estimate": ["--input", ESTIMATE],
    "pension replay": ["--input", FORM],
    "pension gap": ["--input", FORM, "--official", "3902.25", "--official-basic", "2528.32"],
    "pension resident": ["--input", {"region": "370100", "birth": "1970-05", "paid_years": 10}],
    "pension transfer": ["--input", TRANSFER],
    "injury check": ["--input", ACCIDENT],
    "entitlements check": ["--input", {"region": "370100", "person": {"birth": "1985-06"}}],
    "wages compare": ["--occupation", "外卖", "--region", "370100", "--earned", "7200", "--hours-logged", "260"],
}


@pytest.fixture
def run(capsys, tmp_path):
    """Run a command as seen on a day; a dict becomes an input file. Returns status, output and messages."""

    def run(*arguments):
        words = []
        for argument in arguments:
            if isinstance(argument, dict):
                (tmp_path / "input.json").write_text(json.dumps(argument), encoding="utf-8")
            words.append(str(tmp_path / "input.json") if isinstance(argument, dict) else str(argument))
        status = main([*words, "--today", "2026-11-24"])
        out, err = capsys.readouterr()
        return status, out, err

    return run


@pytest.fixture
def report(run, tmp_path):
    """A report of the form."""
    path = tmp_path / "form.json"
    assert run("pension", "replay", "--input", FORM, "--report", path, "--remark", "少了 58 元")[0] == 0
    return path


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_that_answers_a_job_writes_a_report_that_comes_out_the_same(run, tmp_path, name):
    options = COMMANDS[name]
    path = tmp_path / "report.json"
    plain = run(*name.split(), *options, "--json")
    status, out, err = run(*name.split(), *options, "--json", "--report", path)
    assert (status, out) == plain[:2]
    assert str(path) in err
    found = json.loads(path.read_text(encoding="utf-8"))
    assert (found["command"], found["day"]) == (name, "2026-11-24")
    assert found["steps"]
    status, out, _ = run("report", "check", path, "--json")
    checked = json.loads(out)["reports"][0]
    assert (status, checked["state"], checked["same_data"]) == (0, "same", True)


@pytest.mark.parametrize("name", COMMANDS)
def test_what_the_report_says_is_what_the_command_says(run, tmp_path, name):
    options = COMMANDS[name]
    path = tmp_path / "report.json"
    _, out, _ = run(*name.split(), *options, "--json", "--report", path)
    answer, report = json.loads(out), json.loads(path.read_text(encoding="utf-8"))
    alternatives = answer.get("alternatives", {}).values()
    steps = [*answer["steps"], *(step for other in alternatives for step in other["steps"])]
    assert [(step["id"], step["value"], step["sources"]) for step in report["steps"]] == [
        (step["id"], step["value"], step["sources"]) for step in steps
    ]


def test_a_report_holds_no_time_of_day_and_no_name_of_a_file(run, tmp_path):
    path = tmp_path / "report.json"
    run("injury", "check", "--input", ACCIDENT, "--report", path)
    found = path.read_text(encoding="utf-8")
    assert "12:10" not in found
    assert str(tmp_path) not in found
    assert json.loads(found)["input"]["platform"] == "eleme"


def test_a_file_that_is_there_is_kept(run, tmp_path):
    path = tmp_path / "report.json"
    path.write_text("mine", encoding="utf-8")
    status, out, err = run("pension", "replay", "--input", FORM, "--report", path)
    assert (status, out) == (2, "")
    assert "--report" in err
    assert path.read_text(encoding="utf-8") == "mine"
    status, _, err = run("pension", "replay", "--input", FORM, "--report", tmp_path / "no" / "report.json")
    assert status == 2
    assert "--report" in err


def test_a_report_that_differs_says_what_in_words(run, report):
    found = json.loads(report.read_text(encoding="utf-8"))
    found["outcome"]["benefit"]["total"] = found["steps"][-1]["value"] = "3902.25"
    report.write_text(json.dumps(found), encoding="utf-8")
    status, out, _ = run("report", "check", report)
    assert status == 0
    assert "少了 58 元" in out
    assert "benefit.total：原来 3902.25，现在 3960.98" in out
    assert "合计" in out or "每月" in out
    _, out, _ = run("report", "check", report, "--json")
    checked = json.loads(out)["reports"][0]
    assert (checked["state"], checked["outcome"][0]["name"]) == ("differs", "benefit.total")
    assert checked["steps"][0]["label"]


def test_a_bad_file_does_not_keep_the_others_from_being_looked_at(run, report, tmp_path):
    bad = tmp_path / "bad.json"
    bad.write_text('{"gigdesk_report": 7}', encoding="utf-8")
    status, out, err = run("report", "check", bad, report, tmp_path / "gone.json", "--json")
    assert (status, err) == (4, "")
    assert [one["state"] for one in json.loads(out)["reports"]] == ["refused", "same", "refused"]
    assert "7" in json.loads(out)["reports"][0]["says"]
    status, out, _ = run("report", "check", bad, report)
    assert status == 4
    assert len(out.splitlines()) > 2


@pytest.mark.parametrize("language", ["zh", "en"])
def test_reports_speak_to_people_in_both_languages(run, report, language):
    status, out, _ = run("report", "check", report, "--lang", language)
    assert status == 0
    assert "None" not in out
    assert "少了 58 元" in out


def test_a_report_becomes_a_case_by_one_command(run, report, tmp_path):
    path = tmp_path / "case.yaml"
    status, out, _ = run("report", "case", report, "--out", path)
    assert status == 0
    assert str(path) in out
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert case["expect"]["benefit"]["total"] == "3960.98"
    assert case["remark"]["text"] == "少了 58 元"
    status, out, err = run("report", "case", report, "--out", path)
    assert (status, out) == (2, "")
    assert "--out" in err


@pytest.mark.parametrize(
    ("content", "status"),
    [("no json", 4), ("{}", 4), ('{"gigdesk_report": 9}', 4), ('{"gigdesk_report": 1}', 2)],
)
def test_no_case_is_made_of_a_bad_file(run, tmp_path, content, status):
    bad, case = tmp_path / "bad.json", tmp_path / "case.yaml"
    bad.write_text(content, encoding="utf-8")
    found = run("report", "case", bad, "--out", case)
    assert found[:2] == (status, "")
    assert len(found[2].splitlines()) == 1
    assert not case.exists()


def test_a_case_has_the_ending_of_its_kind(run, report, tmp_path):
    assert run("report", "case", report, "--out", tmp_path / "case.txt")[0] == 2
