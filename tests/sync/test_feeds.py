"""What is taken from each feed, and what is left out with its reason. Rows with a source are verbatim."""

import json
from decimal import Decimal

import pytest

from gigdesk.domain.errors import RefusedError
from gigdesk.domain.wages.rates import EXCHANGE, PPP
from gigdesk.services.wage_tables.mapping import DIMENSIONS, PAY_CONCEPTS, POPULATIONS
from gigdesk.store.live import Outcome
from gigdesk.store.texts import Texts
from gigdesk.sync.asking import STATUSES
from gigdesk.sync.countries import COUNTRIES
from gigdesk.sync.feed import Why
from gigdesk.sync.feeds import ALL

CHINA = ("EAR_EMTA_SEX_CUR_NB", "SEX_T", "CUR_TYPE_LCU")


def test_chinas_earnings_of_ilostat_are_those_of_the_release_with_their_break(fact, parse, release):
    """The excerpt holds rows of rplumber word for word; the release has the same series."""
    found = parse("ilostat", fact("fixtures/ilostat/EAR_EMTA_SEX_CUR_NB_A.excerpt.csv"))
    (china,) = [one for one in found.tables if one.table.currency == "CNY"]
    expected = [one for one in release.levels if one.series == "ilo.earnings.mean"]
    (first, *_) = expected
    said = first.population, first.pay_concept, first.dimension, first.unit, first.publisher
    table = china.table
    assert (table.population, table.pay_concept, table.dimension, table.unit, table.publisher) == said
    assert [(cell[1], cell[3], cell[4], Decimal(cell[10]) / 100) for cell in china.cells] == [
        (one.region, one.label, one.period, one.statistics["mean"]) for one in expected
    ]
    assert [cell[4] for cell in china.cells if cell[11] == "mean:break"] == ["2009"]
    assert [one.period for one in expected if one.break_before] == ["2009"]
    assert found.left_out == {Why.CONVERTED: 48}


def test_a_median_by_the_hour_and_other_countries_own_money_are_told_apart(fact, parse, cells_of):
    found = parse("ilostat", fact("fixtures/ilostat/EAR_EHRM_SEX_CUR_NB_A.excerpt.csv"))
    assert {(one.table.currency, one.table.unit) for one in found.tables} == {("ARS", "hour"), ("AFN", "hour")}
    assert ("AF", "", "2020", [5128], "p50:break") in cells_of(found)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (("CHN", "X", "EAR_EMTA_SEX_CUR_NB", "SEX_F", "CUR_TYPE_LCU", "2020", "5", ""), Why.BREAKDOWN),
        (("CHN", "X", "EAR_EMTA_SEX_ECO_CUR_NB", "SEX_T", "ECO_ISIC4_A", "2020", "5", ""), Why.BREAKDOWN),
        (("CHN", "X", "EAR_EMTA_SEX_CUR_NB", "SEX_T", "CUR_TYPE_PPP", "2020", "5", ""), Why.CONVERTED),
        (("CHN", "X", "EAR_4MMN_CUR_NB", "", "CUR_TYPE_LCU", "2020", "5", ""), Why.MINIMUM_WAGE),
        (("CHN", "X", "EMP_TEMP_SEX_NB", "SEX_T", "", "2020", "5", ""), Why.NOT_WAGES),
        (("X01", "X", "EAR_EMTA_SEX_CUR_NB", "SEX_T", "CUR_TYPE_LCU", "2020", "5", ""), Why.PLACE),
        (("HRV", "X", "EAR_EMTA_SEX_CUR_NB", "SEX_T", "CUR_TYPE_LCU", "2020", "5", ""), Why.CURRENCY),
        (("CHN", "X", "EAR_EMTA_SEX_CUR_NB", "SEX_T", "CUR_TYPE_LCU", "20", "5", ""), Why.PERIOD),
        (("CHN", "X", "EAR_EMTA_SEX_CUR_NB", "SEX_T", "CUR_TYPE_LCU", "2020", "5", "U"), Why.UNRELIABLE),
        (("CHN", "X", "EAR_EMTA_SEX_CUR_NB", "SEX_T", "CUR_TYPE_LCU", "2020", "", ""), Why.NO_FIGURE),
        (("CHN", "X", "EAR_EMTA_SEX_OCU_CUR_NB", "SEX_T", "OCU_ISCO88_5", "2020", "5", ""), Why.SCHEME),
    ],
)
def test_what_is_not_taken_of_ilostat_is_counted_by_its_reason(parse, ilo, row, why):
    found = parse("ilostat", ilo(row))
    assert (found.tables, found.left_out) == ((), {why: 1})


@pytest.mark.parametrize(("old", "new"), [("EAR_4MTH_SEX_CUR_NB", "month"), ("EAR_4HRL_SEX_CUR_NB", "hour")])
def test_an_indicator_is_known_by_its_name_of_before_too(parse, ilo, old, new):
    found = parse("ilostat", ilo(("CHN", "X", old, "SEX_T", "CUR_TYPE_LCU", "2010", "5", "")))
    assert found.tables[0].table.unit == new


def test_a_break_in_a_period_without_a_figure_stands_before_the_next_one(parse, ilo, cells_of):
    """Made up: the source changes, or the ILO says B, in a year of which it tells no figure."""
    for source, status in (("B", ""), ("A", "B")):
        told = (
            ("A", "2019", "10", ""),
            (source, "2020", "", status),
            (source, "2021", "12", ""),
            (source, "2022", "13", ""),
        )
        found = parse("ilostat", ilo(*(("CHN", one, *CHINA, *rest) for one, *rest in told)))
        assert [cell[4] for cell in cells_of(found)] == ["", "mean:break", ""]
        assert found.left_out == {Why.NO_FIGURE: 1}


OCCUPATIONS = (
    "ref_area,source,indicator,sex,classif1,classif2,time,obs_value,obs_status\n"
    "DEU,BA:1,EAR_EMTA_SEX_OCU_CUR_NB,SEX_T,OCU_ISCO08_TOTAL,CUR_TYPE_LCU,2020,4000,\n"
    "DEU,BA:1,EAR_EMTA_SEX_OCU_CUR_NB,SEX_T,OCU_ISCO08_5,CUR_TYPE_LCU,2020,2500.5,\n"
    "DEU,BA:1,EAR_EMTA_SEX_OCU_CUR_NB,SEX_T,OCU_SKILL_L1,CUR_TYPE_LCU,2020,2000,\n"
)
"""Made up; the columns as the ILO's own client has them."""


def test_occupations_of_the_ilo_have_a_code_that_is_no_chinese_one(parse, cells_of):
    found = parse("ilostat", OCCUPATIONS)
    assert cells_of(found) == [("DE", "ISCO08-5", "2020", [250050], ""), ("DE", "all", "2020", [400000], "")]
    assert found.tables[0].table.dimension == "occupation_isco"
    assert found.left_out == {Why.SCHEME: 1}


SDMX = "DATAFLOW,REF_AREA,FREQ,MEASURE,SEX,OCU,CUR,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MULT,SOURCE\n"
OECD = (
    "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,UNIT_MEASURE,PAY_PERIOD,PRICE_BASE,AGGREGATION_OPERATION,SEX,TIME_PERIOD,"
    "OBS_VALUE,OBS_STATUS,UNIT_MULT\n"
)
OECD_ROW = "DATAFLOW,OECD.ELS.SAE:DSD_EARNINGS@AV_AN_WAGE(1.0),{},{},{},A,{},MEAN,_Z,2024,{},{},{}\n"


def test_earnings_of_the_ilo_are_the_same_in_sdmx(parse, cells_of):
    row = "ILO:DF_EAR_EMTA_SEX_OCU_CUR_NB(1.0),CHN,A,EAR_EMTA_NB,SEX_T,OCU_ISCO08_TOTAL,CUR_TYPE_LCU,2022,5436,,0,FX\n"
    found = parse("ilo-sdmx", SDMX + row)
    assert cells_of(found) == [("000000", "all", "2022", [543600], "")]
    assert found.tables[0].table.population == "urban_units_as_told_to_ilo"


@pytest.mark.parametrize(
    ("row", "left_out"),
    [
        (("I", "AUS", "AUD", "V", "98000", "A", "0"), {}),
        (("I", "AUS", "XDC", "V", "98", "A", "3"), {}),
        (("D", "AUS", "AUD", "V", "98000", "A", "0"), {Why.DELETED: 1}),
        (("I", "AUS", "USD_PPP", "V", "98000", "A", "0"), {Why.CONVERTED: 1}),
        (("I", "AUS", "AUD", "Q", "98000", "A", "0"), {Why.CONSTANT_PRICES: 1}),
        (("I", "AUS", "AUD", "V", "", "A", "0"), {Why.NO_FIGURE: 1}),
        (("I", "AUS", "AUD", "V", "0", "M", "0"), {Why.NO_FIGURE: 1}),
    ],
)
def test_of_the_oecd_pay_in_a_countrys_own_money_of_the_year_is_taken(parse, cells_of, row, left_out):
    found = parse("ilo-sdmx", OECD + OECD_ROW.format(*row))
    assert found.left_out == left_out
    assert cells_of(found) == ([] if left_out else [("AU", "", "2024", [9_800_000], "")])


@pytest.mark.parametrize(("name", "why"), [("ilo_LAP_2GDP", Why.NOT_WAGES), ("oecd_av_an_wage_labels", Why.CONVERTED)])
def test_captured_answers_in_sdmx_are_accounted_for(fact, parse, name, why):
    assert parse("ilo-sdmx", fact(f"fixtures/sdmx/{name}.csv")).left_out == {why: 1}


def eurostat(label="Mean hourly earnings", **changed):
    """In the layout of Eurostat; all values are made up."""
    dimension = {
        "freq": {"category": {"index": {"A": 0}}},
        "isco08": {"category": {"index": {"OC5": 0, "TOTAL": 1}, "label": {"OC5": "Service and sales workers"}}},
        "sex": {"category": {"index": {"T": 0}}},
        "unit": {"category": {"index": {"EUR": 0}}},
        "geo": {"category": {"index": {"DE": 0, "EL": 1, "PL": 2}}},
        "time": {"category": {"label": {"2022": "2022"}}},
    }
    whole = {"version": "2.0", "class": "dataset", "label": label, "updated": "2025-01-15T23:00:00+0100",
             "value": {"0": 11.5, "1": 8, "2": 7, "3": 21, "5": 9}, "status": {"1": "b", "3": "u", "4": "c"},
             "id": list(dimension), "size": [1, 2, 1, 1, 3, 1], "dimension": dimension}  # fmt: skip
    return json.dumps(whole | changed)


def test_eurostats_cells_are_taken_where_the_euro_is_the_countrys_own(parse, cells_of):
    found = parse("eurostat", eurostat())
    assert cells_of(found) == [
        ("DE", "ISCO08-5", "2022", [1150], ""),
        ("GR", "ISCO08-5", "2022", [800], "mean:break"),
    ]
    assert found.left_out == {Why.CONVERTED: 2, Why.UNRELIABLE: 1, Why.NO_FIGURE: 1}
    table = found.tables[0].table
    assert (table.unit, table.currency, table.published, table.dimension) == (
        "hour", "EUR", "2025-01-15", "occupation_isco",
    )  # fmt: skip
    assert found.tables[0].cells[0][3] == "Service and sales workers"


@pytest.mark.parametrize(("label", "why"), [("Hourly earnings", Why.STATISTIC), ("Median earnings", Why.UNIT)])
def test_what_a_data_set_does_not_say_is_not_guessed(parse, label, why):
    found = parse("eurostat", eurostat(label))
    assert (found.tables, found.left_out[why] > 0) == ((), True)


def test_flat_files_of_the_us_survey_hold_what_its_workbooks_hold(fact, parse, cells_of):
    found = parse("bls", fact("fixtures/bls/oe.data.0.Current"))
    assert (found.rows, found.figures, found.left_out) == (224, 192, {Why.NOT_WAGES: 32})
    couriers = [cell for cell in cells_of(found) if cell[1] == "43-5021"]
    assert couriers == [
        ("US", "43-5021", "2024", [1437, 1689, 1843, 2146, couriers[0][3][4], 1926], ""),
        ("US", "43-5021", "2024", [2988000, 3513000, 3834000, 4463000, 5059000, 4006000], ""),
    ]


@pytest.mark.parametrize(
    ("series", "expected"),
    [
        ("OEUN000000000000043502113", ("US", "43-5021")),
        ("OEUS060000000000043502113", ("US-CA", "43-5021")),
        ("OEUN000000049200043502113", ("US", "43-5021|492000")),
        ("OEUN000000049200000000013", ("US", "|492000")),
        ("OEUM001018000000043502113", Why.PLACE),
        ("OEUN000000000000043502101", Why.NOT_WAGES),
        ("CES0500000003", Why.NOT_WAGES),
    ],
)
def test_a_series_of_the_us_survey_says_where_and_of_whom(parse, cells_of, series, expected):
    found = parse("bls", f"series_id\tyear\tperiod\tvalue\tfootnote_codes\r\n{series}\t2024\tA01\t38340\t\r\n")
    if isinstance(expected, Why):
        assert found.left_out == {expected: 1}
    else:
        ((region, code, *_),) = cells_of(found)
        assert (region, code) == expected


NOMIS = (
    "GEOGRAPHY_CODE,GEOGRAPHY_NAME,SEX,SEX_NAME,ITEM,ITEM_NAME,PAY,PAY_NAME,MEASURES,TIME,OBS_VALUE,OBS_STATUS,"
    "RECORD_OFFSET,RECORD_COUNT\n"
)
NOMIS_ROW = 'K02000001,"United Kingdom",{},"",2,"{}",{},"",{},2025,{},A,0,1\n'


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ((7, "Median", 7, 20100, "37430"), [3_743_000]),
        ((7, "90 percentile", 5, 20100, "33.5"), [3350]),
        ((5, "Median", 7, 20100, "37430"), Why.BREAKDOWN),
        ((7, "30 percentile", 7, 20100, "37430"), Why.STATISTIC),
        ((7, "Median", 1, 20100, "720"), Why.UNIT),
        ((7, "Median", 6, 20100, "17"), Why.OTHER_PAY),
        ((7, "Median", 7, 20701, "0.4"), Why.NOT_WAGES),
        ((7, "Median", 7, 20100, ""), Why.NO_FIGURE),
        ((7, "Median", 7, 20100, "-"), Why.NO_FIGURE),
    ],
)
def test_of_nomis_gross_pay_by_the_hour_or_year_of_all_is_taken(parse, cells_of, row, expected):
    """The values are made up."""
    found = parse("nomis", NOMIS + NOMIS_ROW.format(*row))
    if isinstance(expected, Why):
        assert found.left_out == {expected: 1}
    else:
        assert cells_of(found) == [("GB", "", "2025", expected, "")]


def bureau(name, value="76055", code="2025YY", region="370000000000", unit="元"):
    one = {"i_showname": name, "value": value, "da": region, "du_name": unit}
    return json.dumps({"data": [{"code": code, "values": [one]}], "success": True, "state": 20000})


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("城镇私营单位就业人员平均工资(元)", ("urban_private_units", "all")),
        ("城镇非私营单位就业人员平均工资", ("urban_nonprivate_units", "all")),
        ("制造业城镇私营单位就业人员平均工资", ("urban_private_units", "C")),
        ("城镇非私营单位住宿和餐饮业就业人员平均工资", ("urban_nonprivate_units", "H")),
        ("规模以上企业就业人员年平均工资", ("enterprises_above_designated_size", "all")),
        ("国有城镇单位就业人员平均工资", Why.BREAKDOWN),
        ("就业人员平均工资", Why.POPULATION),
        ("城镇私营单位就业人员平均工资指数", Why.OTHER_PAY),
        ("城镇单位在岗职工平均工资", Why.OTHER_PAY),
        ("居民消费价格指数", Why.NOT_WAGES),
    ],
)
def test_an_indicator_of_the_bureau_says_whose_wages_it_tells(parse, name, expected):
    found = parse("nbs", bureau(name))
    if isinstance(expected, Why):
        assert found.left_out == {expected: 1}
        return
    (table,) = found.tables
    assert (table.table.population, table.cells[0][2], table.cells[0][1]) == (*expected, "370000")


@pytest.mark.parametrize("name", ["stream_esData.shape.json", "easyquery_legacy.shape.json"])
def test_both_forms_of_the_bureaus_answers_are_read(fact, parse, name):
    answer = fact(f"fixtures/nbs/{name}").decode().replace("<indicator name>", "城镇非私营单位就业人员平均工资")
    found = parse("nbs", answer)
    if name.startswith("easy"):
        assert [cell[4:5] + cell[10:11] for cell in found.tables[0].cells] == [("2024", 12_411_000)]
        assert found.left_out == {Why.NO_FIGURE: 1}
    else:
        assert found.left_out == {Why.UNIT: 2}


def test_the_world_banks_rates_are_exact_and_by_country(fact, parse):
    found = parse("worldbank", fact("fixtures/worldbank/ppp_chn.constructed.json"))
    assert found.rates == ((PPP, "000000", 2025, Decimal("3.4595580434271")),)
    assert (found.all_rows, found.left_out) == (1, {})
    with pytest.raises(RefusedError):
        parse("worldbank", fact("fixtures/worldbank/gdp_mex.excerpt.json"))


def test_each_country_has_its_code_and_its_own_currency_since_when_it_has_it():
    assert len({one.region for one in COUNTRIES.values()}) == 249
    croatia = COUNTRIES["HRV"]
    assert (croatia.currency_in("2022"), croatia.currency_in("2023")) == ("", "EUR")
    assert COUNTRIES["CHN"].region == "000000"
    assert COUNTRIES["COK"] == ("CK", "NZD", 0)


def test_whatever_a_feed_can_say_has_a_text(texts: Texts):
    keys = {f"feed.left-out.{why}" for why in Why} | {feed.holds for feed in ALL.values()}
    keys |= {f"rate.{indicator}" for indicator in (PPP, EXCHANGE)} | {"feed-state.never"}
    keys |= {f"feed-state.{one}" for one in Outcome if one is not Outcome.FAILED}
    keys |= {f"feed-state.failed.{rest}" for rest in ("kept", "none")}
    keys |= {f"error.{code}" for code in (*STATUSES.values(), "feed-status")}
    assert sorted(key for key in keys if key not in texts) == []


def test_what_feeds_say_once_of_their_tables_is_known_to_the_import(parse, fact):
    found = [
        parse("ilostat", OCCUPATIONS),
        parse("ilo-sdmx", OECD + OECD_ROW.format("I", "AUS", "AUD", "V", "98000", "A", "0")),
        parse("eurostat", eurostat()),
        parse("nomis", NOMIS + NOMIS_ROW.format(7, "Median", 7, 20100, "37430")),
        parse("nbs", bureau("城镇私营单位就业人员平均工资")),
        parse("bls", fact("fixtures/bls/oe.data.0.Current")),
    ]
    for one in (one.table for parsed in found for one in parsed.tables):
        assert one.population in POPULATIONS
        assert one.pay_concept in PAY_CONCEPTS
        assert one.dimension in DIMENSIONS
