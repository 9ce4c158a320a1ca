"""gigdesk pension history: from a file or standard input to months, index and words."""

import io
import json
from decimal import Decimal

import pytest

from gigdesk.cli.main import main

LINES = "2020-01 2020-12 3457\n2021-01 2021-06 3,746\n"
CASE = {"region": "370000", "person": {"sex": "male", "birth": "1985-06"}, "plan": None}


@pytest.fixture
def run(capsys, monkeypatch, tmp_path):
    """Run the command over a file of some bytes, or over standard input."""

    def run(data, *arguments, piped=False):
        path = tmp_path / "record.csv"
        path.write_bytes(data)
        if piped:
            monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
        words = ["pension", "history", "-" if piped else str(path), "--region", "370000", "--today", "2026-11-24"]
        status = main([*words, *arguments])
        out, err = capsys.readouterr()
        return status, out, err

    return run


def test_the_answer_has_the_history_of_the_contract_and_its_index(run):
    status, out, _ = run(LINES.encode(), "--json")
    found = json.loads(out)
    assert status == 0
    assert found["history"] == [
        {"month_from": "2020-01", "month_to": "2020-12", "base": "3457.00"},
        {"month_from": "2021-01", "month_to": "2021-06", "base": "3746.00"},
    ]
    assert (found["months"], found["average_index"]) == (18, "0.6001")
    assert found["years"][0] == {
        "year": 2020, "months": 12, "average_base": "3457.00", "average_wage": "5761.33", "index": "0.6000",
    }  # fmt: skip
    assert {"steps", "sources", "warnings", "data", "notes", "problems"} <= set(found)


def test_the_history_can_stand_in_a_case_as_it_is(run, capsys, tmp_path):
    _, out, _ = run(LINES.encode(), "--json")
    found = json.loads(out)
    case = tmp_path / "case.json"
    case.write_text(
        json.dumps({**CASE, "record": {"history": found["history"], "deemed_months": 240}}), encoding="utf-8"
    )
    assert main(["pension", "estimate", "--input", str(case), "--json", "--today", "2026-11-24"]) == 0
    steps = {step["id"]: step for step in json.loads(capsys.readouterr()[0])["steps"]}
    assert steps["average-index"]["value"] == found["average_index"]
    assert steps["average-index"]["inputs"]["months"] == found["months"]


@pytest.mark.parametrize("piped", [False, True])
def test_a_workbook_from_a_file_or_standard_input(run, workbook, piped):
    data = workbook({"明细": [["费款所属期", "险种", "缴费基数"], [202401, "养老", 4416], [202401, "医疗", 4416]]})
    status, out, _ = run(data, "--json", piped=piped)
    found = json.loads(out)
    assert (status, found["months"]) == (0, 1)
    assert found["notes"][0]["code"] == "another-kind"
    assert found["notes"][0]["rows"] == ["3"]


def test_what_must_be_decided_stands_in_the_way_of_a_figure(run):
    status, out, _ = run(b"2024-01 2024-06 4416\n2024-03 5000\n202613 1\n", "--json")
    found = json.loads(out)
    assert (status, found["months"], found["average_index"]) == (2, None, None)
    assert [problem["code"] for problem in found["problems"]] == ["month", "conflict"]
    assert [Decimal(base) for base in found["problems"][1]["bases"]] == [4416, 5000]
    assert found["problems"][1]["rows"] == ["1", "2"]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("data", "status"), [(LINES, 0), ("2024-01 2024-06 4416\n2024-03 5000", 2), ("", 2)])
def test_it_also_speaks_to_people(run, language, data, status):
    found, out, err = run(data.encode(), "--lang", language)
    assert found == status
    assert out
    assert "None" not in out
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("data", "status", "named"),
    [(b"PK\x03\x04", 4, "record.csv"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 4, ".xlsx"), (b"1994-01 1000", 3, "1994")],
)
def test_a_refusal_is_one_line(run, data, status, named):
    found, out, err = run(data)
    assert (found, out) == (status, "")
    assert named in err
    assert len(err.strip().splitlines()) == 1


def test_a_file_that_is_not_there_is_named(capsys):
    assert main(["pension", "history", "no-such-file.csv", "--region", "370000"]) == 2
    assert "no-such-file.csv" in capsys.readouterr().err


@pytest.mark.parametrize("language", ["zh", "en"])
def test_help_shows_an_example(capsys, language):
    with pytest.raises(SystemExit):
        main(["pension", "history", "--help", "--lang", language])
    assert "2020-01 2020-12 3457" in capsys.readouterr().out


def test_a_record_is_written_as_a_table_and_not_while_something_is_to_be_decided(run, tmp_path):
    clear, doubtful = tmp_path / "clear.csv", tmp_path / "doubtful.csv"
    assert run(LINES.encode(), "--out", str(clear))[0] == 0
    rows = clear.read_text(encoding="utf-8-sig").splitlines()
    assert rows[1:] == ["2020-01,2020-12,12,3457.00", "2021-01,2021-06,6,3746.00"]
    assert run(b"2020-01 2020-12 3457\n2020-06 2020-12 4000\n", "--out", str(doubtful))[0] == 2
    assert not doubtful.exists()
