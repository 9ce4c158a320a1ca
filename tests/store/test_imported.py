"""Tables that somebody imports: whole or not at all, with the file they came from."""

import sqlite3
from datetime import date
from decimal import Decimal

import pytest

from gigdesk.domain.errors import InputError, MissingDataError
from gigdesk.domain.wages.table import Observation, WageTable, gathered
from gigdesk.store.imported import Imported, TableRefusedError

DAY = date(2026, 11, 28)
TABLE = WageTable(
    "2024年工资价位", "某市人社局", "", "2025-08", "surveyed_enterprise_employees", "gross_wage_employees",
    "occupation_cn", "year",
)  # fmt: skip
FIVE = {"p10": 42000, "p25": 53000, "p50": 68000, "p75": 86000, "p90": 108000}


def figures(yuan=FIVE, row=2, **given):
    usual = {"region": "370100", "code": "4-10-08-01", "label": "网约配送员", "period": "2024"} | given
    return [Observation(row=row, measure=name, value=amount * 100, **usual) for name, amount in yuan.items()]


@pytest.fixture
def imported(tmp_path):
    return Imported(tmp_path / "data", lambda: {2023: Decimal(1700)})


@pytest.fixture
def notice(tmp_path):
    path = tmp_path / "工资价位.xlsx"
    path.write_bytes(b"the file as it came")
    return path


def test_what_is_added_is_found_again_with_its_file(imported, notice):
    added = imported.add(TABLE, gathered(figures()), notice, DAY)
    assert imported.tables() == (added,)
    assert (added.table, added.file, added.imported_on, added.rows) == (TABLE, "工资价位.xlsx", DAY, 1)
    assert imported.original(added).read_bytes() == b"the file as it came"
    (level,) = imported.levels(["4-10-08-01"], ["370100"])
    assert level.statistics == FIVE
    assert (level.row, level.source, level.status) == (2, f"imported-{added.id}", "secondary")
    assert imported.sources()[level.source].title == "2024年工资价位"


def test_another_occupation_or_place_finds_nothing(imported, notice):
    imported.add(TABLE, gathered(figures()), notice, DAY)
    assert imported.levels(["4-10-08-02"], ["370100"]) == []
    assert imported.levels(["4-10-08-01"], ["370200"]) == []


def test_a_folder_in_which_nothing_was_imported_is_empty_and_stays_so(imported):
    assert (imported.tables(), imported.levels(["all"], ["000000"])) == ((), [])
    assert not imported.folder.exists()


def test_a_missing_and_a_top_figure_keep_their_marks(imported, notice):
    marked = [figures({"p50": 68000})[0], figures({"p75": 0})[0]._replace(value=None, flag="missing"),
              figures({"p90": 90000})[0]._replace(flag="top")]  # fmt: skip
    imported.add(TABLE, gathered(marked), notice, DAY)
    (level,) = imported.levels(["4-10-08-01"], ["370100"])
    assert (level.statistics, level.flags) == ({"p50": 68000, "p90": 90000}, {"p75": "missing", "p90": "top"})


def test_figures_of_a_cell_that_stand_apart_are_put_together(imported, notice):
    here, there = figures({"p50": 68000}), figures({"p75": 86000}, row=9)
    other = figures({"p50": 50000}, row=5, code="4-10-08-02")
    imported.add(TABLE, gathered([*here, *other, *there]), notice, DAY)
    (level,) = imported.levels(["4-10-08-01"], ["370100"])
    assert (level.statistics, level.row) == ({"p50": 68000, "p75": 86000}, 2)


@pytest.mark.parametrize("between", [[], figures({"p50": 50000}, row=5, code="4-10-08-02")])
def test_a_figure_that_comes_again_is_found_wherever_it_stands(imported, between):
    twice = [*figures({"p50": 68000}), *between, *figures({"p50": 68000}, row=9)]
    assert [(one.place, one.what) for one in imported.trial(TABLE, gathered(twice))] == [
        ("row 9", "stands in row 2 already")
    ]


def test_a_trial_says_what_is_off_and_keeps_nothing(imported):
    (finding,) = imported.trial(TABLE, gathered(figures(FIVE | {"p25": 30000})))
    assert finding.place == "row 2"
    assert imported.tables() == ()
    assert imported.trial(TABLE, gathered(figures())) == ()


def test_a_refused_table_leaves_nothing_behind(imported, notice):
    imported.add(TABLE, gathered(figures()), notice, DAY)
    other = notice.with_name("b.csv")
    other.write_bytes(b"another file")
    with pytest.raises(TableRefusedError) as refused:
        imported.add(TABLE, gathered(figures({"p50": -1}, region="370200")), other, DAY)
    assert [finding.place for finding in refused.value.findings] == ["row 2"]
    assert [one.file for one in imported.tables()] == ["工资价位.xlsx"]
    assert len(list((imported.folder / "files").iterdir())) == 1


def test_a_table_that_breaks_off_while_it_is_read_leaves_nothing_behind(imported, notice):
    def breaking_off():
        yield from figures()
        raise InputError("row 3", "…", "a number")

    with pytest.raises(InputError, match="row 3"):
        imported.add(TABLE, gathered(breaking_off()), notice, DAY)
    assert imported.tables() == ()
    assert not (imported.folder / "files").exists()


def test_the_same_table_of_the_same_file_is_imported_once(imported, notice):
    imported.add(TABLE, gathered(figures()), notice, DAY)
    with pytest.raises(InputError, match="imported-already"):
        imported.add(TABLE, gathered(figures()), notice, DAY)
    other = WageTable(**{**vars(TABLE), "title": "another table of the file"})
    second = imported.add(other, gathered(figures(region="370200")), notice, DAY)
    assert [one.id for one in imported.tables()] == [second.id, second.id.removesuffix("-2")]


def test_removing_takes_the_figures_and_the_file_no_other_table_needs(imported, notice):
    first = imported.add(TABLE, gathered(figures()), notice, DAY)
    other = WageTable(**{**vars(TABLE), "title": "another table of the file"})
    second = imported.add(other, gathered(figures(region="370200")), notice, DAY)
    imported.remove(first.id)
    assert imported.original(second).exists()
    assert imported.levels(["4-10-08-01"], ["370100"]) == []
    imported.remove(second.id)
    assert (imported.tables(), imported.original(second).exists()) == ((), False)
    with pytest.raises(InputError, match=second.id):
        imported.remove(second.id)


def test_a_table_is_numbered_anew_after_the_newest_is_removed(imported, notice):
    imported.remove(imported.add(TABLE, gathered(figures()), notice, DAY).id)
    imported.add(TABLE, gathered(figures()), notice, DAY)
    assert len(imported.tables()) == 1


def test_a_damaged_file_is_said_and_not_lost(imported):
    content = b"no database at all, but long enough to be one" * 100
    imported.folder.mkdir(parents=True)
    imported.path.write_bytes(content)
    with pytest.raises(MissingDataError, match="imported-tables"):
        imported.tables()
    assert imported.path.read_bytes() == content


def test_a_file_of_another_format_is_left_alone(imported, notice):
    imported.folder.mkdir(parents=True)
    with sqlite3.connect(imported.path) as connection:
        connection.execute("PRAGMA user_version = 7")
    connection.close()
    with pytest.raises(MissingDataError, match="format 7"):
        imported.add(TABLE, gathered(figures()), notice, DAY)


def test_a_file_that_is_not_there_is_said_by_name(imported, tmp_path):
    with pytest.raises(InputError, match=r"nowhere\.csv"):
        imported.add(TABLE, gathered(figures()), tmp_path / "nowhere.csv", DAY)
