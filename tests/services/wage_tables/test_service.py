"""From a file to stored figures: looked at first, stored whole or not at all."""

import csv
import io
import json
import zipfile
from dataclasses import replace
from datetime import date
from xml.sax.saxutils import escape

import pytest

from gigdesk.domain.errors import InputError, RefusedError
from gigdesk.services import Services
from gigdesk.services.wage_tables import brought as module
from gigdesk.services.wage_tables.account import Kind
from gigdesk.store import paths
from gigdesk.store.sheets import Limits
from gigdesk.store.sheets import read_file as read

DAY = date(2026, 11, 28)
SAID = {"publisher": "某市人力资源和社会保障局", "published": "2025-12"}


@pytest.fixture
def own(tmp_path):
    """Services with a data folder of their own: what one test stores no other finds."""
    services = Services.open(tmp_path / "data", paths.resources())
    yield services
    services.data.reference.close()


@pytest.fixture
def notice(tmp_path, layouts):
    path = tmp_path / "工资价位.csv"
    path.write_text(layouts.city, encoding="gb18030", newline="\r\n")
    return path


def mapped(services, path, **said):
    brought = services.tables.bring(path)
    proposal = services.tables.propose(brought, brought.candidates[0])
    return brought, replace(proposal.mapping, **SAID | said)


def test_a_look_shows_the_first_rows_as_they_will_be_stored_and_stores_nothing(own, notice):
    brought, mapping = mapped(own, notice)
    look = own.tables.look(brought, mapping)
    assert look.clear
    line = look.first[0]
    assert (line.row, line.region, line.period, line.code, line.label) == (
        6,
        "370100",
        "2024",
        "4-10-08-01",
        "网约配送员",
    )
    assert line.figures["p50"] == (7_200_000, "")
    assert look.account.observations == 25
    assert own.tables.tables() == ()


def test_what_is_stored_is_found_when_wages_are_compared_and_its_file_is_kept(own, notice):
    brought, mapping = mapped(own, notice)
    look = own.tables.store(brought, mapping, DAY)
    assert (look.stored.rows, look.stored.file, look.clear) == (5, "工资价位.csv", True)
    assert own.tables.imported.original(look.stored).read_bytes() == notice.read_bytes()
    (level,) = own.tables.imported.levels(["4-10-08-01"], ["370100"])
    assert level.statistics["p50"] == 72_000
    assert level.row == 6
    own.tables.remove(look.stored.id)
    assert own.tables.tables() == ()


def test_rows_that_cannot_be_read_are_left_out_only_where_that_is_asked_for(own, notice, layouts):
    notice.write_text(layouts.city.replace("5.5,7.2", "5.5,七万"), encoding="utf-8")
    brought, mapping = mapped(own, notice)
    look = own.tables.store(brought, mapping, DAY)
    assert (look.stored, look.stands, look.clear) == (None, True, False)
    assert [(one.cell, one.got) for one in look.account.problems] == [("F6", "七万")]
    assert own.tables.tables() == ()
    look = own.tables.store(brought, mapping, DAY, leave_out=True)
    assert (look.stored.rows, look.account.counts[Kind.UNREAD]) == (4, 1)


@pytest.mark.parametrize(
    ("mistake", "said"),
    [
        (("5.1,6.0,7.90,7.90,9.1", "5.1,6.0,7.90,7.80,9.1"), "wage-percentiles-fall"),
        (("4-02-07-08,快递员(S)", "4-10-08-01,网约配送员"), "wage-twice"),
        (("4.2,5.3,6.8,8.9,11 .2", "420,530,680,890,1120"), "wage-far"),
    ],
)
def test_a_planted_error_is_refused_with_its_row_and_nothing_is_stored(own, notice, layouts, mistake, said):
    assert mistake[0] in layouts.city
    notice.write_text(layouts.city.replace(*mistake), encoding="utf-8")
    brought, mapping = mapped(own, notice)
    look = own.tables.store(brought, mapping, DAY, leave_out=True)
    assert [finding.said.key for finding in look.findings][:1] == [said]
    assert look.findings[0].said.blanks["row"] in {7, 8}
    assert (look.stored, own.tables.tables()) == (None, ())


def test_a_table_in_another_unit_than_it_says_is_refused(own, notice):
    brought, mapping = mapped(own, notice, factor=type(mapped(own, notice)[1].factor)(1))
    look = own.tables.store(brought, mapping, DAY)
    assert ([finding.said.key for finding in look.findings], look.stored) == (["wage-unit"], None)


def test_what_is_still_to_be_said_is_named(own, notice):
    brought, mapping = mapped(own, notice, publisher="", period="")
    with pytest.raises(InputError) as refused:
        own.tables.look(brought, mapping)
    assert refused.value.accepts.blanks == {"names": "publisher, period"}


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def document(rows):
    """A .docx with a title and a table, as an office attaches it."""
    cells = "".join(
        f"<w:tr>{''.join(f'<w:tc><w:p><w:r><w:t>{escape(cell)}</w:t></w:r></w:p></w:tc>' for cell in row)}</w:tr>"
        for row in rows[3:] if len(row) > 1
    )  # fmt: skip
    title = f"<w:p><w:r><w:t>{rows[1][0]}</w:t></w:r></w:p><w:p><w:r><w:t>{rows[2][0]}</w:t></w:r></w:p>"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{WORD}"><w:body>{title}<w:tbl>{cells}</w:tbl></w:body></w:document>',
        )
    return packed.getvalue()


@pytest.fixture(params=["csv", "xlsx", "docx"])
def in_each_kind(request, tmp_path, layouts, rows_of, workbook):
    """The same notice in each kind of file."""
    rows = rows_of(layouts.city)
    path = tmp_path / f"notice.{request.param}"
    kinds = {"csv": layouts.city.encode("utf-8-sig"), "xlsx": workbook({"工资": rows}), "docx": document(rows)}
    path.write_bytes(kinds[request.param])
    return path


def test_the_same_notice_is_the_same_table_in_each_kind_of_file(own, in_each_kind):
    path = in_each_kind
    brought, mapping = mapped(own, path, period="2024")
    assert (mapping.region, mapping.unit, mapping.factor) == ("370100", "year", 10_000)
    look = own.tables.look(brought, mapping)
    assert [(line.code, line.figures["p50"][0]) for line in look.first] == [
        ("4-10-08-01", 7_200_000), ("3-02-03", 7_900_000), ("4-02-07-08", 6_800_000), ("4-07-05-01", 4_600_000),
        ("all", 6_400_000),
    ]  # fmt: skip


def test_a_sheet_that_is_not_there_is_refused(own, notice):
    brought, mapping = mapped(own, notice, sheet=3)
    with pytest.raises(InputError):
        own.tables.look(brought, mapping)


def test_a_mapping_under_which_nothing_is_a_figure_stores_nothing(own, notice):
    brought, mapping = mapped(own, notice, header=15)
    look = own.tables.store(brought, mapping, DAY)
    assert (look.stored, look.stands) == (None, False)


def test_a_text_beyond_the_limits_is_read_as_it_comes(own, tmp_path, monkeypatch):
    few = Limits(rows=50)
    monkeypatch.setattr(module, "read_file", lambda path: read(path, few))
    path = tmp_path / "long.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["region", "code", "label", "period", "measure", "value", "flag", "sample"])
        for number, year in enumerate(range(1990, 2025)):
            for at, name in enumerate(("p25", "p50", "p75")):
                writer.writerow(["370100", "4100801", "网约配送员", year, name, 40_000 + 20_000 * at + number, "", ""])
    said = {"title": "t", "population": "survey_sample", "pay_concept": "advertised_pay", "unit": "year"}
    brought, mapping = mapped(own, path, **said)
    assert brought.streamed
    look = own.tables.store(brought, mapping, DAY)
    assert (look.account.observations, look.stored.rows, look.account.rows) == (105, 35, 106)


def test_a_workbook_beyond_the_limits_is_refused_as_such(own, tmp_path, workbook, monkeypatch):
    few = Limits(rows=5)
    monkeypatch.setattr(module, "read_file", lambda path: read(path, few))
    path = tmp_path / "x.xlsx"
    path.write_bytes(workbook({"a": [["快递员", 1]] * 9}))
    with pytest.raises(RefusedError) as refused:
        own.tables.bring(path)
    assert refused.value.code == "sheet-shape"


CITY_RECORDS = [
    {"职业代码": "4100801", "职业名称": "网约配送员", "年份": "2024", "中位数": "72000"},
    {"职业代码": "4020708", "职业名称": "快递员", "年份": "2024", "中位数": "68000"},
]
"""Made up, as an open-data portal hands it out."""


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
@pytest.mark.parametrize("ending", ["json", "xml", "csv"])
def test_a_file_of_an_open_data_portal_is_imported_as_a_citys_table_is(services, tmp_path, ending, encoding):
    rows = "".join(f"<row>{''.join(f'<{k}>{v}</{k}>' for k, v in one.items())}</row>" for one in CITY_RECORDS)
    texts = {
        "json": json.dumps({"code": 200, "data": CITY_RECORDS}, ensure_ascii=False),
        "xml": f'<?xml version="1.0" encoding="GB18030"?><rows>{rows}</rows>',
        "csv": "\n".join(",".join(one) for one in (CITY_RECORDS[0], *(one.values() for one in CITY_RECORDS))),
    }
    path = tmp_path / f"临沂市工资价位.{ending}"
    path.write_text(texts[ending], encoding=encoding)
    brought, mapping = mapped(
        services, path, title="工资价位", region="371300", period="2024", unit="year",
        population="surveyed_enterprise_employees", pay_concept="gross_wage_employees",
    )  # fmt: skip
    look = services.tables.look(brought, mapping)
    assert look.clear
    assert [(line.code, line.figures["p50"]) for line in look.first] == [
        ("4-10-08-01", (7_200_000, "")), ("4-02-07-08", (6_800_000, "")),
    ]  # fmt: skip
