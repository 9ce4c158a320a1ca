"""Each hazard of published wages met so far, by its name: how figures come over the wire and how offices print them.

Whatever is read by something older than the feeds (workbooks, pages, city tables, the law) is asked here too, briefly.
Rows without a source beside them are made up in the layout of the feed.
"""

import csv
import io
import itertools
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from gigdesk.domain.errors import RefusedError
from gigdesk.domain.wages.levels import Flag, position
from gigdesk.services import Services
from gigdesk.services.wage_tables.account import Kind
from gigdesk.services.wage_tables.figures import Figures
from gigdesk.services.wages import Query
from gigdesk.services.wages_minimum import MONTHLY
from gigdesk.store.imported import Imported, TableRefusedError
from gigdesk.sync.feed import Parsed, Why
from gigdesk.sync.feeds import ALL
from gigdesk.sync.wire import FeedError

SAID = {
    "publisher": "某市人社局", "published": "2025-08", "population": "surveyed_enterprise_employees",
    "pay_concept": "gross_wage_employees", "period": "2024", "unit": "year",
}  # fmt: skip
"""What a person says of a table."""
TODAY = date(2026, 11, 28)
ILO_ROW = ("CHN", "FX:216", "EAR_EMTA_SEX_CUR_NB", "SEX_T", "CUR_TYPE_LCU", "2022", "5436", "")
"""ILOSTAT, EAR_EMTA_SEX_CUR_NB_A (rplumber)."""
BLS_HEAD = "series_id\tyear\tperiod\tvalue\tfootnote_codes\r\n"
MEDIAN = "OEUN000000000000043502113"
NOMIS_HEAD = "GEOGRAPHY_CODE,GEOGRAPHY_NAME,SEX,ITEM_NAME,PAY,TIME,OBS_VALUE,OBS_STATUS,RECORD_COUNT\n"
SDMX_HEAD = "DATAFLOW,REF_AREA,FREQ,MEASURE,SEX,OCU,CUR,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MULT,SOURCE\n"
SDMX_ROW = "ILO:DF_EAR_EMTA_SEX_CUR_NB(1.0),CHN,A,EAR_EMTA_NB,SEX_T,,CUR_TYPE_LCU,2022,5436,,0,FX\n"
CHALLENGE = "\r\n <!DOCTYPE html><html><head><script>document.cookie='x'</script></head><body></body></html>"


HAZARDS = []


def hazard(check):
    """Each is named by what may happen, and asks what comes of it."""
    HAZARDS.append(check)
    return check


@dataclass(frozen=True)
class World:
    """What the hazards are tried on: the readers of feeds, the services, and a folder."""

    parse: Callable[..., Parsed]
    ilo: Callable[..., str]
    cells_of: Callable[..., list[tuple[object, ...]]]
    services: Services
    workbook: Callable[..., bytes]
    folder: Path

    def read(self, feed, answer):
        """The cells of an answer."""
        return self.cells_of(self.parse(feed, answer))

    def refused(self, feed, answer):
        """The code with which an answer is refused."""
        data = answer if isinstance(answer, bytes) else answer.encode()
        with pytest.raises(FeedError) as refused:
            ALL[feed].parse(data)
        return refused.value

    def look(self, data, name="notice.csv", **said):
        """A wage table as a person would import it by what is proposed."""
        path = self.folder / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        tables = self.services.tables
        brought = tables.bring(path)
        mapping = tables.propose(brought, brought.candidates[0]).mapping
        said = SAID | {"title": mapping.title or "工资价位", "region": mapping.region or "370100"} | said
        return tables.look(brought, replace(mapping, **said))


def bls_answer(*observations):
    series = [{"seriesID": MEDIAN, "data": list(observations)}]
    return json.dumps({"status": "REQUEST_SUCCEEDED", "message": [], "Results": {"series": series}})


def bls_one(value, **more):
    return {"year": "2024", "period": "A01", "periodName": "Annual", "value": value} | more


CITY = "职业代码,职业名称,10%,25%,50%,75%,90%\n{}\n"
COURIER = "4020708,快递员,42000,53000,68000,89000,112000"


@hazard
def a_mark_of_byte_order(world):
    for encoding in ("utf-8", "utf-8-sig"):
        assert world.read("ilostat", world.ilo(ILO_ROW).encode(encoding)) == [("000000", "", "2022", [543600], "")]


@hazard
def ends_of_lines_of_windows_and_of_unix(world):
    for end in ("\n", "\r\n"):
        assert len(world.read("ilostat", world.ilo(ILO_ROW).replace("\n", end))) == 1
        assert len(world.read("bls", f"{BLS_HEAD}{MEDIAN}    \t2024\tA01\t  38340\t\r\n".replace("\r\n", end))) == 1


@hazard
def a_column_that_is_there_only_sometimes(world):
    """note_classif: the median file has none (ILOSTAT, EAR_EHRM_SEX_CUR_NB_A, verbatim)."""
    head = '"ref_area","source","indicator","sex","classif1","time","obs_value","obs_status","note_indicator"\n'
    row = '"ARG","BA:150","EAR_EHRM_SEX_CUR_NB","SEX_T","CUR_TYPE_LCU","2025",5192.308,,"T30:61"\n'
    assert world.read("ilostat", head + row) == [("AR", "", "2025", [519231], "")]


@hazard
def columns_with_labels_besides(world):
    rows = csv.reader(io.StringIO(world.ilo(ILO_ROW)))
    wide = [[cell for one in row for cell in (one, f"{one}.label")] for row in rows]
    text = "\n".join(",".join(f'"{cell}"' for cell in row) for row in wide)
    assert world.read("ilostat", text) == [("000000", "", "2022", [543600], "")]


@hazard
def commas_within_quotes(world):
    row = 'K02000001,"United Kingdom, all",7,"Median",7,2025,37430,A,1\n'
    assert world.read("nomis", NOMIS_HEAD + row) == [("GB", "", "2025", [3_743_000], "")]


@hazard
def nothing_nought_and_each_mark_in_the_place_of_a_figure(world):
    for mark in ("", "-", "*", "**", ":", "..", "x"):
        assert Figures().read(mark) == (None, Flag.MISSING)
    assert Figures().read("0") == (0, "")
    assert Figures().read("#") == (None, Flag.TOP)
    for mark in ("", "-", "..", ":", "x"):
        found = world.parse("nomis", f"{NOMIS_HEAD}K02000001,UK,7,Median,7,2025,{mark},Q,1\n")
        assert (found.tables, found.left_out) == ((), {Why.NO_FIGURE: 1})
    for mark in ("-", "*", "**"):
        assert world.parse("bls", f"{BLS_HEAD}{MEDIAN}\t2024\tA01\t{mark}\t\r\n").left_out == {Why.NO_FIGURE: 1}
    assert world.read("bls", bls_answer(bls_one("#"))) == [("US", "43-5021", "2024", [], "p50:top")]
    assert world.parse("ilo-sdmx", SDMX_HEAD + SDMX_ROW.replace(",5436,", ",,")).left_out == {Why.NO_FIGURE: 1}
    assert world.read("ilo-sdmx", SDMX_HEAD + SDMX_ROW.replace(",5436,", ",0,"))[0][3] == [0]


@hazard
def a_nought_is_stopped_by_the_guard(world):
    (table,) = world.parse("ilo-sdmx", SDMX_HEAD + SDMX_ROW.replace(",5436,", ",0,")).tables
    (finding,) = Imported(world.folder, dict).trial(table.table, table.cells)
    assert "not above zero" in finding.what


@hazard
def an_empty_footnote(world):
    assert world.read("bls", bls_answer(bls_one("38340", footnotes=[{}]))) == [
        ("US", "43-5021", "2024", [3_834_000], "")
    ]


@hazard
def a_footnote_that_says_this_or_more(world):
    note = {"code": "5", "text": "This wage is equal to or greater than $115.00 per hour or $239,200 per year."}
    assert world.read("bls", bls_answer(bls_one("-", footnotes=[note])))[0][4] == "p50:top"


@hazard
def numbers_as_texts(world):
    assert world.read("bls", bls_answer(bls_one("38340", latest="true")))[0][3] == [3_834_000]
    assert world.read("bls", bls_answer(bls_one(38340)))[0][3] == [3_834_000]


@hazard
def whole_numbers_with_a_point(world):
    assert world.read("bls", bls_answer(bls_one("38340.0")))[0][3] == [3_834_000]
    look = world.look(CITY.format(COURIER.replace("4020708", "4020708.0").replace("42000", "42000.0")))
    assert (look.first[0].code, look.first[0].figures["p10"]) == ("4-02-07-08", (4_200_000, ""))


@hazard
def an_error_in_an_answer_that_says_all_is_well(world):
    """World Bank and BLS answer errors with status 200; so do Eurostat and the bureau now and then."""
    bank = [{"message": [{"id": "120", "key": "Invalid value", "value": "The provided parameter value is not valid"}]}]
    said = world.refused("worldbank", json.dumps(bank))
    assert (said.code, "Invalid value" in said.details["said"]) == ("feed-said", True)
    bls = {"status": "REQUEST_NOT_PROCESSED", "message": ["Request could not be serviced"], "Results": {}}
    said = world.refused("bls", json.dumps(bls))
    assert (said.code, said.details["said"]) == ("feed-said", "Request could not be serviced")
    assert world.refused("nbs", '{"success":false,"state":50000,"message":"系统异常"}').code == "feed-said"
    assert world.refused("nbs", '{"returncode":501,"returndata":"内部错误"}').code == "feed-said"


@hazard
def a_challenge_page_in_the_place_of_data(world):
    for feed in ALL:
        assert world.refused(feed, CHALLENGE).code == "feed-page"
    with pytest.raises(RefusedError) as refused:
        world.look(CHALLENGE, "art_18578.html")
    assert refused.value.code == "sheet-no-table"


@hazard
def a_workbook_in_the_place_of_the_flat_file(world):
    workbook = world.workbook({"national_M2024_dl": [["AREA", "OCC_CODE"]]})
    for feed in ALL:
        expected = "feed-format" if feed == "bls-workbook" else "feed-workbook"
        assert world.refused(feed, workbook).code == expected


@hazard
def a_refusal_of_programs_by_their_name(world):
    """403 by User-Agent: what the ILO's gateway and the BLS files answer then."""
    for feed, said in itertools.product(
        ("ilo-sdmx", "bls"), ("<html><title>403 Forbidden</title></html>", "Access Denied")
    ):
        assert world.refused(feed, said).code in {"feed-page", "feed-format"}


@hazard
def more_cells_than_the_service_answers(world):
    body = {"error": [{"status": 413, "id": 150, "label": "EXTRACTION_TOO_BIG: too many cells requested"}]}
    said = world.refused("eurostat", json.dumps(body))
    assert (said.code, "413 EXTRACTION_TOO_BIG" in said.details["said"]) == ("feed-said", True)


def earnings(**changed):
    dimension = {
        "unit": {"category": {"label": {"EUR": "Euro"}}},
        "geo": {"category": {"index": {"FR": 1, "DE": 0, "IT": 2}}},
        "time": {"category": {"index": ["2018", "2022"]}},
    }
    return {"label": "Median hourly earnings", "id": ["unit", "geo", "time"], "size": [1, 3, 2],
            "dimension": dimension, "value": {"1": 19.5, "4": 15}} | changed  # fmt: skip


@hazard
def values_at_some_places_only(world):
    found = world.parse("eurostat", json.dumps(earnings()))
    assert world.cells_of(found) == [("DE", "", "2022", [1950], ""), ("IT", "", "2018", [1500], "")]
    assert found.left_out == {Why.NO_FIGURE: 4}


@hazard
def a_list_of_values_with_gaps_is_the_same(world):
    dense = earnings(value=[None, 19.5, None, None, 15, None])
    assert world.read("eurostat", json.dumps(dense)) == world.read("eurostat", json.dumps(earnings()))


@hazard
def a_dimension_of_one_category_without_an_index(world):
    """Here the unit has none; with one it is the same."""
    indexed = earnings()
    indexed["dimension"]["unit"] = {"category": {"index": {"EUR": 0}}}
    assert world.read("eurostat", json.dumps(indexed)) == world.read("eurostat", json.dumps(earnings()))


@hazard
def a_data_set_one_level_down_as_in_version_1(world):
    within = earnings()
    dimension = within["dimension"] | {"id": within.pop("id"), "size": within.pop("size"), "role": {"geo": ["geo"]}}
    for name in ("dataset", "earn_ses22_28"):
        nested = json.dumps({name: within | {"dimension": dimension}})
        assert world.read("eurostat", nested) == world.read("eurostat", json.dumps(earnings()))


@hazard
def decimal_commas_between_semicolons(world):
    text = (SDMX_HEAD + SDMX_ROW).replace(",", ";").replace(";5436;", ";5436,25;")
    assert world.read("ilo-sdmx", text) == [("000000", "", "2022", [543625], "")]
    assert world.refused("ilo-sdmx", SDMX_HEAD + SDMX_ROW.replace(",5436,", ',"5436,25",')).code == "feed-format"


@hazard
def codes_with_their_labels_in_one_cell(world):
    text = (SDMX_HEAD + SDMX_ROW).replace("REF_AREA", "REF_AREA: Reference area").replace("CHN", "CHN: China")
    text = text.replace("CUR_TYPE_LCU", '"CUR_TYPE_LCU: Local currency, current"')
    assert world.read("ilo-sdmx", text) == [("000000", "", "2022", [543600], "")]


@hazard
def both_versions_of_heads_and_powers_of_ten(world):
    second = (SDMX_HEAD + SDMX_ROW).replace("DATAFLOW,", "STRUCTURE[;],STRUCTURE_ID,ACTION,")
    second = (
        second.replace("ILO:DF", "dataflow,ILO:DF").replace("(1.0),", "(1.0),R,").replace(",5436,,0,", ",5.436,,3,")
    )
    assert world.read("ilo-sdmx", second) == world.read("ilo-sdmx", SDMX_HEAD + SDMX_ROW)
    deleted = second.replace(",R,", ",D,")
    assert world.parse("ilo-sdmx", deleted).left_out == {Why.DELETED: 1}


@hazard
def several_sources_for_one_cell(world):
    """The source that tells most years of the series is taken; the other is counted."""
    rows = [("CHN", source, *ILO_ROW[2:5], year, value, "")
            for source, year, value in (("A", "2020", "10"), ("B", "2020", "20"), ("B", "2021", "21"))]  # fmt: skip
    for order in itertools.permutations(rows):
        found = world.parse("ilostat", world.ilo(*order))
        assert [cell[3] for cell in world.cells_of(found)] == [[2000], [2100]]
        assert found.left_out == {Why.OTHER_SOURCE: 1}


@hazard
def the_source_that_the_ilo_itself_prefers(world):
    head = "ref_area,source,indicator,sex,classif1,time,obs_value,obs_status,best_source\n"
    row = "CHN,{},EAR_EMTA_SEX_CUR_NB,SEX_T,CUR_TYPE_LCU,{},{},,{}\n"
    rows = [("A", 2020, 10, 1), ("B", 2020, 20, 0), ("B", 2021, 21, 0)]
    cells = world.read("ilostat", head + "".join(row.format(*one) for one in rows))
    assert [(cell[3], cell[4]) for cell in cells] == [([1000], ""), ([2100], "mean:break")]


@hazard
def a_break_where_the_source_changes(world):
    """CHN 2008 and 2009 (ILOSTAT, EAR_EMTA_SEX_CUR_NB_A): a fall that is none of pay, and the guard lets it pass."""
    told = (("DA:994", "2008", "2435.75"), ("FX:216", "2009", "1516.583"), ("FX:216", "2010", "1729.917"))
    rows = [("CHN", source, *ILO_ROW[2:5], year, value, "") for source, year, value in told]
    found = world.parse("ilostat", world.ilo(*rows))
    assert [cell[2:] for cell in world.cells_of(found)] == [
        ("2008", [243575], ""), ("2009", [151658], "mean:break"), ("2010", [172992], ""),
    ]  # fmt: skip
    (table,) = found.tables
    assert Imported(world.folder, dict).trial(table.table, table.cells) == ()


@hazard
def a_break_that_the_publisher_marks(world):
    row = ("AFG", "BA:15715", "EAR_EHRM_SEX_CUR_NB", "SEX_T", "CUR_TYPE_LCU", "2020", "51.282", "B")
    assert world.read("ilostat", world.ilo(row))[0][4] == "p50:break"


@hazard
def a_year_that_was_revised(world):
    """Non-private units in 2018: first 82,461, after the census 82,413. Both in one file are never silently one."""
    release = [one for one in world.services.wages.reference.levels(["all"], ["000000"])
               if (one.population, one.period) == ("urban_nonprivate_units", "2018")]  # fmt: skip
    assert [one.statistics["mean"] for one in release] == [82413]
    values = [{"i_showname": "城镇非私营单位就业人员平均工资", "value": value, "da": "000000000000", "du_name": "元"}
              for value in ("82461", "82413")]  # fmt: skip
    found = world.parse("nbs", json.dumps({"data": [{"code": "2018YY", "values": values}], "success": True}))
    notice = world.folder / "nbs.json"
    notice.write_text("{}", encoding="utf-8")
    with pytest.raises(TableRefusedError) as refused:
        Imported(world.folder, dict).add(found.tables[0].table, found.tables[0].cells, notice, TODAY)
    assert refused.value.findings[0].what == "stands in row 1 already"


@hazard
def a_thousand_blank_rows_and_sheets_that_hold_nothing(world):
    rows = [CITY.split("\n", 1)[0].split(","), COURIER.split(",")]
    filler = [[""]] * 1000
    others = {"Field Descriptions": [["a", "b"]], "UpdateTime": [["x"]]}
    sheets = {"Sheet1": filler, "工资价位2024": [*rows, *filler], **others}
    look = world.look(world.workbook(sheets), "table.xlsx")
    assert (look.account.counts[Kind.READ], look.account.counts[Kind.UNREAD], look.first[0].code) == (
        1,
        0,
        "4-02-07-08",
    )


PAGE = """<html><head><meta name="PubDate" content="2026/05/15 16:00"></head><body>{}</body></html>"""
ARTICLE = """<div class="{}"><p>表3　2025年城镇私营单位分行业就业人员年平均工资</p><table class="trs_word_table">
<tr><td colspan="3">单位：元，%</td></tr><tr><td>行业</td><td>2025年</td><td>名义增长率</td></tr>
<tr><td>合计</td><td>71590</td><td>3.0</td></tr>
<tr><td>　住宿和餐饮业</td><td><span>55</span><span>123</span></td><td>2.0</td></tr></table></div>"""
"""NBS release of 2026-05-15 in its own HTML; the article stands in it twice."""


@hazard
def digits_of_one_figure_in_several_spans(world):
    look = world.look(PAGE.format(ARTICLE.format("txt-content")), "t20260515_1963707.html")
    assert [line.figures["mean"] for line in look.first] == [(7_159_000, ""), (5_512_300, "")]


@hazard
def an_article_that_stands_in_its_page_twice(world):
    page = PAGE.format(ARTICLE.format("txt-content") + ARTICLE.format("mobile-content"))
    look = world.look(page, "t20260515_1963707.html")
    assert look.account.counts[Kind.READ] == 2
    assert look.findings == ()


@hazard
def ten_thousands_of_yuan_and_yuan(world):
    myriads = "2025年济南市人力资源市场工资价位\n单位：万元/年\n" + CITY.format("4020708,快递员,4.2,5.3,6.8,8.9,11.2")
    yuan = myriads.replace("万元/年", "元/年").replace("4.2,5.3,6.8,8.9,11.2", "42000,53000,68000,89000,112000")
    assert world.look(myriads).first[0].figures == world.look(yuan).first[0].figures
    wrong = world.look(myriads.replace("万元/年", "元/年"))
    assert wrong.findings
    assert not wrong.clear


@hazard
def signs_of_green_and_digital_occupations_behind_a_title(world):
    for sign in ("L", "S", "L/S", "(S)"):
        assert world.look(CITY.format(COURIER.replace("快递员", f"快递员 {sign}"))).first[0].label == "快递员"


@hazard
def blanks_within_the_name_of_a_region(world):
    assert world.services.tables.known.places.region("北  京") == "110000"
    assert world.services.tables.known.places.region("山　东") == "370000"


@hazard
def a_part_of_a_region_beneath_it(world):
    assert world.services.tables.known.places.region("其中：深圳") == "440300"


@hazard
def a_code_that_once_was_another_occupations(world):
    """4-02-07-10 in the edition of 2015 and in that of 2022."""
    warned = world.services.wages.search("4-02-07-10", TODAY).warnings
    assert [one.code for one in warned] == ["code-recycled"]


@hazard
def a_code_with_dashes_and_without(world):
    with_dashes = world.look(CITY.format(COURIER.replace("4020708", "4-02-07-08")))
    assert with_dashes.first == world.look(CITY.format(COURIER)).first
    flat, printed = (f"{BLS_HEAD}{MEDIAN}\t2024\tA01\t1\t\r\n", "43-5021")
    assert world.read("bls", flat)[0][1] == printed


@hazard
def a_minimum_wage_before_its_day(world):
    """Each change of a minimum wage by the month, asked for on the day before and on its day."""
    reference = world.services.wages.reference
    asked = 0
    for region, law in reference.book.regions.items():
        for before, since in itertools.pairwise(sorted(law.get(MONTHLY, {}))):
            values = law[MONTHLY]
            eve = reference.book.on(since - timedelta(days=1), region).value(MONTHLY)
            assert (eve.content, eve.since) == (values[before].content, before)
            assert reference.book.on(since, region).value(MONTHLY).since == since
            asked += 1
    assert asked
    found = world.services.wages.compare(Query(("4-10-08-01",), ("370100",)), date(2000, 1, 1)).result
    assert found.minimum_wage is None


@hazard
def neighbouring_percentiles_that_are_equal(world):
    """济南 2024: 消防和应急救援人员 has P50 = P75 = 79,000."""
    equal = CITY.format("30203,消防和应急救援人员,51000,60000,79000,79000,91000")
    look = world.look(equal)
    assert (look.findings, look.clear) == ((), True)
    statistics = {
        name: Decimal(yuan) for name, yuan in (("p25", 60000), ("p50", 79000), ("p75", 79000), ("p90", 91000))
    }
    assert position(Decimal(79000), statistics).percentile == 75
    falling = world.look(equal.replace("79000,79000", "79000,78999"))
    assert [finding.place for finding in falling.findings] == ["row 2"]


@hazard
def a_file_in_gb_18030(world):
    look = world.look(CITY.format(COURIER).encode("gb18030"))
    assert (look.first[0].label, look.clear) == ("快递员", True)


@hazard
def signs_of_windows_in_a_file_of_the_us(world):
    file = f"{BLS_HEAD}{MEDIAN}\t2024\tA01\t38340\t \u201cP\u201d\r\n".encode("cp1252")
    assert world.read("bls", file)[0][3] == [3_834_000]


@hazard
def a_page_of_several_for_the_whole(world):
    found = world.parse("nomis", f"{NOMIS_HEAD}K02000001,UK,7,Median,7,2025,37430,A,40000\n")
    assert [(note.key, note.blanks) for note in found.notes] == [("feed-part", {"rows": 1, "all": 40000})]


@hazard
def what_is_not_published_yet(world):
    one = {"i_showname": "城镇私营单位就业人员平均工资", "value": "", "da": "000000000000", "du_name": "元"}
    answer = {"data": [{"code": "2026YY", "values": [one]}, {"code": "2027YY", "values": []}], "success": True}
    assert world.parse("nbs", json.dumps(answer)).left_out == {Why.NO_FIGURE: 1}


@pytest.fixture
def world(request):
    """What the hazards are tried on."""
    names = ("parse", "ilo", "cells_of", "services", "workbook", "tmp_path")
    return World(*map(request.getfixturevalue, names))


@pytest.mark.parametrize("hazard", HAZARDS, ids=lambda one: one.__name__.replace("_", " "))
def test_a_hazard_does_no_harm(hazard, world):
    hazard(world)
