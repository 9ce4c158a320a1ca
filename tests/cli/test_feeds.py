"""Files of public feeds on the command line: looked at, stored, refused."""

import json

import pytest

from gigdesk.cli.main import main
from gigdesk.services.feed_files import KINDS
from gigdesk.store import paths
from gigdesk.store.texts import Texts

HEAD = '"ref_area","source","indicator","sex","classif1","time","obs_value","obs_status"\n'
ROW = '"{}","{}","EAR_EMTA_SEX_CUR_NB","SEX_T","{}","{}",{},\n'
CHINA = [("CHN", "FX:216", "CUR_TYPE_LCU", 2022, "5436"), ("CHN", "FX:216", "CUR_TYPE_PPP", 2022, "1434.75"),
         ("CHN", "FX:216", "CUR_TYPE_LCU", 2021, "5240.333")]  # fmt: skip
"""Rows of ILOSTAT's EAR_EMTA_SEX_CUR_NB_A (rplumber)."""


@pytest.fixture
def run(run_data):
    return run_data


@pytest.fixture
def fetched(tmp_path):
    """A function: a file of ILOSTAT of these rows."""

    def write(*rows):
        path = tmp_path / "EAR_EMTA_SEX_CUR_NB_A.csv"
        path.write_text(HEAD + "".join(ROW.format(*row) for row in rows), encoding="utf-8-sig")
        return path

    return write


def test_a_file_of_a_feed_is_stored_and_listed_with_its_source(run, fetched):
    status, printed, _ = run("import", fetched(*CHINA), "--as", "ilostat", "--today", "2026-11-28")
    assert status == 0
    assert "文件里有 3 个数，读出 2 个" in printed
    assert "没存 1 个：换算成了别的货币" in printed
    assert "全国 · 2022 · 平均 5,436" in printed
    assert "已导入 2 条" in printed
    (table,) = json.loads(run("tables", "--json")[1])["tables"]
    assert (table["rows"], table["population"], table["currency"]) == (2, "urban_units_as_told_to_ilo", "CNY")


def test_a_look_at_it_stores_nothing(run, fetched):
    status, printed, _ = run("import", fetched(*CHINA), "--as", "ilostat", "--dry-run", "--json")
    body = json.loads(printed)
    assert (status, body["rows"], body["figures"], body["left_out"]) == (0, 3, 2, {"converted": 1})
    (table,) = body["tables"]
    assert (table["stored"], table["findings"], table["cells"]) == (None, [], 2)
    assert table["first"][1]["figures"] == {"mean": {"hundredths": 543600, "flag": None}}
    assert json.loads(run("tables", "--json")[1])["tables"] == []


def test_the_same_file_is_not_imported_twice(run, fetched):
    path = fetched(*CHINA)
    assert run("import", path, "--as", "ilostat")[0] == 0
    assert run("import", path, "--as", "ilostat")[0] == 2


def test_a_table_that_the_guard_refuses_holds_up_no_other(run, fetched):
    wild = [("CHL", "DA:134", "CUR_TYPE_LCU", 2005, "276882"), ("CHL", "DA:134", "CUR_TYPE_LCU", 2006, "2768820")]
    status, printed, _ = run("import", fetched(*CHINA, *wild), "--as", "ilostat", "--lang", "en")
    assert status == 4
    assert "! Row 6" in printed
    assert "Imported 2 entries: ILOSTAT EAR_EMTA_SEX_CUR_NB (CNY)" in printed
    assert [table["currency"] for table in json.loads(run("tables", "--json")[1])["tables"]] == ["CNY"]


def test_a_file_in_which_nothing_is_of_use_says_what_it_holds_and_fails(run, fetched):
    status, printed, _ = run("import", fetched(CHINA[1]), "--as", "ilostat")
    assert (status, "没有存任何数" in printed, "没存 1 个" in printed) == (4, True, True)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("body", ["<html>Access Denied</html>", "", '{"error": "no"}', "a,b\n1,2\n"])
def test_what_is_no_answer_of_a_feed_is_refused_in_one_line_with_the_name_of_the_file(
    run, tmp_path, kind, language, body
):
    path = tmp_path / "answer.csv"
    path.write_text(body, encoding="utf-8")
    status, printed, said = run("import", path, "--as", kind, "--lang", language)
    assert (status, printed, said.count("\n")) == (4, "", 1)
    assert "answer.csv" in said
    assert "{" not in said.replace(body, "")


@pytest.mark.parametrize(
    "words",
    [("--map", "map.yaml"), ("--leave-out",), ("--table", "2")],
)
def test_what_only_a_wage_table_has_is_not_accepted_for_a_feed(run, fetched, words):
    assert run("import", fetched(*CHINA), "--as", "ilostat", *words)[0] == 2


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_help_says_what_each_feed_holds(capsys, language):
    with pytest.raises(SystemExit):
        main(["data", "import", "--help", "--lang", language])
    said = "".join(capsys.readouterr().out.split())
    texts = Texts(paths.resources() / "i18n", language)
    assert all("".join(texts(f"feed.{kind}").split()) in said for kind in KINDS)


def test_a_file_that_is_not_there_is_named(run):
    status, _, said = run("import", "none.csv", "--as", "nbs")
    assert (status, "none.csv" in said) == (2, True)
