"""A mapping that is kept in a file says the same again, and nothing unknown is let pass."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigdesk.domain.errors import InputError
from gigdesk.domain.wages.levels import Flag
from gigdesk.services.wage_tables.map_file import map_text, parse_map, read_map
from gigdesk.services.wage_tables.mapping import DIMENSIONS, PAY_CONCEPTS, POPULATIONS, Column, TableMap, letter, place

WHOLE = TableMap(
    sheet=2, header=4, header_rows=2, last=90,
    columns={0: Column("code"), 1: Column("label"), 2: Column("mean", "专业技术人员", "2024"), 27: Column("ignore")},
    factor=Decimal(10_000), marks={"*": Flag.MISSING, "#": Flag.TOP}, top=Decimal("239200.5"),
    title="2024年: 工资 #1 '价位'", publisher="某局", published="2025-08-01", url="https://example.org/a?b=c#d",
    population="job_advertisements", pay_concept="advertised_pay", dimension="job_title", unit="month",
    region="000000", period="2024Q1", least_sample=5,
)  # fmt: skip


def test_a_mapping_comes_back_from_its_file(tmp_path):
    path = tmp_path / "map.yaml"
    path.write_text(map_text(WHOLE, {0: "职业代码\n(新)", 1: "# 名称"}), encoding="utf-8")
    assert read_map(path) == WHOLE
    assert "# 职业代码 (新)" in path.read_text(encoding="utf-8")


TEXTS = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=40).map(str.strip)


@given(title=TEXTS, publisher=TEXTS, region=st.from_regex("[0-9]{6}", fullmatch=True))
def test_whatever_is_said_comes_back(title, publisher, region):
    mapping = replace(WHOLE, title=title, publisher=publisher, region=region)
    assert parse_map(map_text(mapping, {})) == mapping


@given(st.integers(0, 17_000))
def test_a_column_has_the_letters_of_a_spreadsheet(at):
    assert place(letter(at)) == at


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("titel: x", "titel"),
        ("columns: {A: cod}", "columns.A"),
        ("columns: {1: code}", "columns"),
        ("columns: {A: {field: mean, pots: x}}", "columns.A.pots"),
        ("columns: {A: {field: code, post: x}}", "columns.A"),
        ("columns: {A: code, B: code}", "columns.B"),
        ("columns: [code]", "columns"),
        ("population: everybody", "population"),
        ("pay_concept: x", "pay_concept"),
        ("dimension: x", "dimension"),
        ("unit: week", "unit"),
        ("currency: yuan", "currency"),
        ("published: gestern", "published"),
        ("header: 0", "header"),
        ("header: -1", "header"),
        ("sheet: x", "sheet"),
        ("factor: viel", "factor"),
        ("factor: 0", "factor"),
        ("marks: {'*': perhaps}", "marks"),
        ("title: [a]", "title"),
        ("- a", "--map"),
        ("a: b: c", "--map"),
        ("", "--map"),
        ("[" * 5000, "--map"),
    ],
)
def test_what_is_not_known_is_refused_by_its_name(text, field):
    with pytest.raises(InputError) as refused:
        parse_map(text)
    assert refused.value.field == field


def test_a_file_that_is_not_there_or_no_text_is_refused(tmp_path):
    with pytest.raises(InputError):
        read_map(tmp_path / "none.yaml")
    (tmp_path / "x.yaml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError):
        read_map(tmp_path / "x.yaml")


def test_whatever_the_release_says_of_its_figures_may_be_said_of_a_table(release):
    assert {level.population for level in release.levels} <= set(POPULATIONS)
    assert {level.pay_concept for level in release.levels} <= set(PAY_CONCEPTS)


def test_what_may_be_said_of_a_table_has_a_text_in_each_language(texts):
    keys = [f"population.{one}" for one in POPULATIONS] + [f"pay_concept.{one}" for one in PAY_CONCEPTS]
    assert [key for key in (*keys, *(f"dimension.{one}" for one in DIMENSIONS)) if key not in texts] == []
