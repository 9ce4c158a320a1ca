"""Wage comparisons written to files."""

import csv

import pytest
from python_calamine import CalamineWorkbook

from gigdesk.cli.main import main

COMPARE = ["wages", "compare", "--occupation", "外卖", "--occupation", "月嫂", "--region", "370100", "--earned", "7200"]


@pytest.fixture
def run(capsys):
    """Run a command. Returns status, output and messages."""

    def run(*arguments):
        status = main(arguments)
        return status, *capsys.readouterr()

    return run


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_comparison_is_written_as_its_ending_says(run, tmp_path, language, ending):
    file = tmp_path / f"table.{ending}"
    status, out, err = run(*COMPARE, "--out", str(file), "--lang", language)
    assert status == 0
    assert str(file) in err
    assert out
    if ending == "csv":
        with file.open(encoding="utf-8-sig", newline="") as lines:
            rows = list(csv.reader(lines))
    else:
        rows = CalamineWorkbook.from_path(str(file)).get_sheet_by_index(0).to_python()
    assert len(rows) > 5
    assert any("7496" in str(cell) for row in rows for cell in row)


@pytest.mark.parametrize("name", ["table.txt", "table", "no folder/table.csv"])
def test_what_cannot_be_written_is_refused_by_name(run, tmp_path, name):
    status, out, err = run(*COMPARE, "--out", str(tmp_path / name))
    assert (status, out) == (2, "")
    assert "--out" in err
    assert list(tmp_path.glob("table*")) == []


def test_a_file_that_is_there_is_left_as_it_is(run, tmp_path):
    file = tmp_path / "table.csv"
    file.write_text("mine")
    status, _, err = run(*COMPARE, "--out", str(file))
    assert status == 2
    assert "--out" in err
    assert file.read_text() == "mine"
