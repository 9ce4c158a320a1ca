"""The two feeds that are no service: a workbook in a zip, and a page with tables."""

import io
import zipfile
from collections import Counter

import pytest

from gigdesk.sync.feed import Ask, Why
from gigdesk.sync.feeds import ALL
from gigdesk.sync.wire import FeedError
from tests.sync.simulators import HONEST

COURIERS = [2_988_000, 3_513_000, 3_834_000, 4_463_000, 5_059_000, 4_006_000]
"""43-5021 in May 2024, US dollars a year: P10 to P90 and the mean (OEWS, public domain)."""


def in_a_zip(workbook, name="oesm24nat/national_M2024_dl.xlsx"):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(name, workbook)
    return packed.getvalue()


@pytest.fixture(scope="session")
def surveyed(fact):
    """The survey's workbook of May 2024 as it was saved again by others: with blank rows and sheets that fill up."""
    return fact("oews/national_M2024_dl.xlsx")


def test_the_surveys_workbook_is_read_in_its_zip_and_out_of_it(parse, surveyed):
    found, bare = parse("bls-workbook", in_a_zip(surveyed)), parse("bls-workbook", surveyed)
    assert found == bare
    year, hour = (next(one for one in found.tables if one.table.unit == unit) for unit in ("year", "hour"))
    assert {one.table.dimension for one in found.tables} == {"occupation_soc"}
    (couriers,) = [cell for cell in year.cells if cell[2] == "43-5021"]
    assert (couriers[1], couriers[3], couriers[4], list(couriers[5:11])) == (
        "US", "Couriers and Messengers", "2024", COURIERS,
    )  # fmt: skip
    assert {cell[4] for cell in hour.cells} == {"2024"}
    assert set(found.left_out) <= {Why.NO_FIGURE, Why.REPEATED}


def test_what_is_published_as_this_or_more_stays_that(parse, surveyed):
    """172 "#" and 384 "*" stand in that workbook; each star is of a cell with nothing else."""
    found = parse("bls-workbook", surveyed)
    flags = Counter(flag.partition(":")[2] for one in found.tables for cell in one.cells for flag in cell[11].split())
    assert flags["top"] == 172
    assert found.left_out[Why.NO_FIGURE] == 384


def test_the_sector_workbook_is_read_by_branches(parse, fact):
    found = parse("bls-workbook", fact("oews/natsector_M2024_dl.xlsx"))
    assert {one.table.dimension for one in found.tables} == {"occupation_soc_x_industry"}
    assert found.figures > 100_000


@pytest.mark.parametrize(
    "sheets",
    [
        {"national_M2024_dl": [["AREA", "OCC_CODE"]]},
        {"wages": [["AREA_TYPE", "PRIM_STATE", "NAICS", "OCC_CODE", "OCC_TITLE", "A_MEDIAN"]]},
        {},
    ],
    ids=["other columns", "no year", "no sheet"],
)
def test_another_workbook_is_refused(workbook, sheets):
    with pytest.raises(FeedError) as refused:
        ALL["bls-workbook"].parse(in_a_zip(workbook(sheets), "other.xlsx"))
    assert refused.value.code == "feed-format"


def test_what_grows_when_it_is_unpacked_is_refused():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.xlsx", b"\0" * 60_000_000)
    with pytest.raises(FeedError):
        ALL["bls-workbook"].parse(packed.getvalue())


def test_the_newest_survey_is_asked_for_and_the_one_before_where_it_is_not_out():
    (asked,) = ALL["bls-workbook"].asks(2026)
    assert (asked.url.rpartition("/")[2], asked.before.rpartition("/")[2]) == ("oesm25nat.zip", "oesm24nat.zip")


def test_a_release_gives_means_of_industries_and_posts_over_its_years(parse, cells_of):
    """National figures and those of hotels and restaurants: release of the bureau, 2026-05-15."""
    found = parse("nbs-release", HONEST["nbs-release"](None))
    assert [(one.table.population, one.table.dimension) for one in found.tables] == [
        ("urban_private_units", "industry_gbt4754"), ("enterprises_above_designated_size", "industry_x_post"),
    ]  # fmt: skip
    assert {one.table.published for one in found.tables} == {"2026-05-15"}
    assert {(cell[1], cell[2], *cell[3]) for cell in cells_of(found)} == {
        ("all", "2025", 7_159_000), ("all", "2024", 6_947_600), ("H", "2025", 5_512_300), ("H", "2024", 5_404_200),
        ("|all", "2025", 10_608_000), ("|社会生产服务和生活服务人员", "2025", 7_985_700),
        ("H|all", "2025", 5_978_500), ("H|社会生产服务和生活服务人员", "2025", 5_201_800),
    }  # fmt: skip
    assert found.left_out == {Why.OTHER_PAY: 2, Why.BREAKDOWN: 1}


def test_a_page_of_the_bureau_without_its_tables_is_no_release():
    for page in (
        "<html><head></head><body>请完成验证</body></html>",
        '<html><meta name="PubDate" content="2026/05/15"></html>',
    ):
        with pytest.raises(FeedError) as refused:
            ALL["nbs-release"].parse(page.encode())
        assert refused.value.code == "feed-page"


def test_the_change_key_of_a_release_is_in_its_tables_and_not_in_the_page_around_them():
    key, page = ALL["nbs-release"].key, HONEST["nbs-release"](None)
    assert key(page) == key(page.replace(b"<body>", b"<body><p>visits: 7</p>"))
    assert key(page) != key(HONEST["nbs-release"](None, raised=1))


def test_the_bureaus_tree_is_followed_to_its_average_wages_only():
    (first,) = ALL["nbs"].asks(2026)
    (branch,) = first.leads(HONEST["nbs"](first))
    (leaf,) = branch.leads(HONEST["nbs"](branch))
    (figures,) = leaf.leads(HONEST["nbs"](leaf))
    assert b'"i1"' in figures.body
    assert b'"i2"' not in figures.body
    assert b"2016YY-2026YY" in figures.body
    assert all("Referer" in one.headers for one in (first, branch, leaf, figures))
    assert isinstance(figures, Ask)
