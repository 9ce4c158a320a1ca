"""Wage tables on the command line: proposed, looked at, stored, listed, removed."""

import json
import re

import pytest

from gigdesk.cli.main import main
from gigdesk.store.texts import LANGUAGES

CITY = """2025年济南市人力资源市场分职业小类工资价位
单位：万元/年
职业代码,职业名称,10%,25%,50%,75%,90%
4100801,网约配送员 L/S,4.1,5.5,7.2,9.8,12.5
4020708,快递员,4.2,5.3,6.8,8.9,11.2
"""


@pytest.fixture
def run(run_data):
    return run_data


@pytest.fixture
def notice(tmp_path):
    path = tmp_path / "notice.csv"
    path.write_text(CITY, encoding="utf-8")
    return path


@pytest.fixture
def mapping(run, notice, tmp_path):
    """The proposed mapping as it was printed, with what a person must say."""
    _, printed, _ = run("import", notice, "--as", "table")
    said = re.sub("publisher: ''", "publisher: 济南市人力资源和社会保障局", printed)
    path = tmp_path / "map.yaml"
    path.write_text(re.sub("published: ''", "published: 2025-12", said), encoding="utf-8")
    return path


def test_without_a_mapping_one_is_proposed_that_says_what_is_open_and_why_this_year(run, notice):
    status, printed, _ = run("import", notice, "--as", "table")
    assert status == 0
    assert "A: code  # 职业代码" in printed
    assert "factor: 10000" in printed
    assert "region: '370100'" in printed
    assert "# period: 标题是 2025 年" in printed
    assert "# 还要说明 publisher" in printed
    assert run("tables")[1].startswith("这台机器上没有导入过工资表")


def test_a_whole_mapping_stores_and_the_table_is_listed_used_and_removed(run, notice, mapping):
    status, printed, _ = run("import", notice, "--as", "table", "--map", mapping)
    assert status == 0
    assert "已导入 2 条" in printed
    assert "第 4, 5 行" not in printed
    assert "第 4 行" in printed  # where L/S was taken off
    status, printed, _ = run("tables", "--json")
    (table,) = json.loads(printed)["tables"]
    assert (table["rows"], table["population"], table["file"]) == (2, "surveyed_enterprise_employees", "notice.csv")
    main(["wages", "compare", "--occupation", "4-10-08-01", "--region", "370100", "--measure", "annual", "--json"])
    assert run("remove", table["id"])[0] == 0
    assert run("remove", table["id"])[0] == 2


def test_the_same_table_is_not_imported_twice(run, notice, mapping):
    assert run("import", notice, "--as", "table", "--map", mapping)[0] == 0
    assert run("import", notice, "--as", "table", "--map", mapping)[0] == 2


def test_a_dry_run_stores_nothing(run, notice, mapping):
    status, printed, _ = run("import", notice, "--as", "table", "--map", mapping, "--dry-run", "--json")
    body = json.loads(printed)
    assert (status, body["stored"], body["figures"], body["rows"]["read"]) == (0, None, 10, 2)
    assert body["first"][0]["figures"]["p50"] == {"hundredths": 7_200_000, "flag": None}
    assert json.loads(run("tables", "--json")[1])["tables"] == []


def test_each_row_that_the_guard_refuses_is_named_and_the_status_says_so(run, notice, mapping):
    notice.write_text(CITY.replace("5.5,7.2", "7.5,7.2").replace("5.3,6.8", "7.3,6.8"), encoding="utf-8")
    status, printed, _ = run("import", notice, "--as", "table", "--map", mapping)
    assert status == 4
    assert "第 4 行：各个分位" in printed
    assert "第 5 行：各个分位" in printed
    assert "没有存任何数" in printed


def test_rows_that_cannot_be_read_are_named_and_may_be_left_out(run, notice, mapping):
    notice.write_text(CITY.replace("7.2", "七"), encoding="utf-8")
    status, printed, _ = run("import", notice, "--as", "table", "--map", mapping)
    assert (status, "第 4 行，E4 格“七”" in printed, "--leave-out" in printed) == (4, True, True)
    status, printed, _ = run("import", notice, "--as", "table", "--map", mapping, "--leave-out")
    assert (status, "已导入 1 条" in printed) == (0, True)


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("import", "none.csv", "--as", "table"), 2),
        (("import", "NOTICE", "--as", "table", "--map", "none.yaml"), 2),
        (("import", "NOTICE", "--as", "table", "--table", "2"), 2),
        (("import", "NOTICE", "--as", "table", "--table", "0"), 2),
        (("import", "EMPTY", "--as", "table"), 4),
        (("remove", "x"), 2),
    ],
)
def test_what_cannot_be_is_said_in_one_line(run, notice, tmp_path, words, status):
    empty = tmp_path / "empty.csv"
    empty.write_text("a,b\n1,2\n", encoding="utf-8")
    found, printed, error = run(*({"NOTICE": notice, "EMPTY": empty}.get(word, word) for word in words))
    assert (found, printed, error.count("\n")) == (status, "", 1)


def test_a_mapping_that_leaves_something_open_says_what(run, notice, mapping):
    text = mapping.read_text(encoding="utf-8").replace("period: '2024'", "period: ''")
    mapping.write_text(text, encoding="utf-8")
    status, _, error = run("import", notice, "--as", "table", "--map", mapping)
    assert (status, "period" in error) == (2, True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_says_all_of_it(run, notice, mapping, language):
    for words in (
        ("import", notice, "--as", "table"),
        ("import", notice, "--as", "table", "--map", mapping),
        ("tables",),
    ):
        assert run(*words, "--lang", language)[0] == 0
