"""The yearly release of the National Bureau of Statistics on average wages: a page with tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gigdesk.domain.errors import RefusedError
from gigdesk.domain.wages.codes import ALL, ALL_LABEL, plain
from gigdesk.domain.wages.industries import SECTIONS, section_of
from gigdesk.domain.wages.posts import ALL_POSTS, ALL_POSTS_LABEL, post_of
from gigdesk.domain.wages.table import Observation, WageTable
from gigdesk.store.sheets import Limits, Sheet, read_bytes
from gigdesk.sync.addresses import BROWSER
from gigdesk.sync.feed import Ask, Feed, Parsed, Why, digest
from gigdesk.sync.harvest import Harvest
from gigdesk.sync.populations import NATION, TITLES, population_of
from gigdesk.sync.wire import MARK, ZIPPED, FeedError, amount, hundredths, wrong

BASE = "https://www.stats.gov.cn/sj/zxfb"
NEWEST = "202605/t20260515_1963707.html"
"""That of May 2026, on 2025. Where the next one will lie is not known before it is out."""
LIMITS = Limits(size=5_000_000, seconds=10)
ARTICLE, END = b"trs_word_table", b"</html>"
_PUBLISHED = re.compile(rb'<meta\s+name="PubDate"\s+content="(\d{4})/(\d\d)/(\d\d)', re.IGNORECASE)
_YEAR = re.compile(r"((?:19|20)\d\d)年", re.ASCII)
_A_YEAR = re.compile(r"((?:19|20)\d\d)年?(?:\(元\))?", re.ASCII)
_FIGURE = re.compile(r"[\d,.]+", re.ASCII)
_NO_PAY = re.compile(r"增长|增速|指数|比重|人数|中位数")


def parse(data: bytes) -> Parsed:
    """Read a release. A row is one cell of a table.

    Raises:
        FeedError: it is another page: a verification, or one without the release's tables.
    """
    published, harvest = _published(data), Harvest()
    told = 0
    for sheet in _sheets(data):
        for cell in _cells(sheet):
            told += 1
            _take(cell, published, harvest)
    return harvest.parsed(told)


def key(data: bytes) -> str:
    """The day of the release, and its tables: the page around them changes each time."""
    return f"{_published(data)} {digest(repr(_sheets(data)).encode())}"


def _published(data: bytes) -> str:
    if not data.removeprefix(MARK).strip():
        raise FeedError("feed-empty")
    if data.startswith(ZIPPED):
        raise FeedError("feed-workbook")
    found = _PUBLISHED.search(data)
    if not found or ARTICLE not in data:
        raise FeedError("feed-page")
    if END not in data.lower():
        raise wrong("html", "…", END.decode())
    return "-".join(part.decode() for part in found.groups())


def _sheets(data: bytes) -> tuple[Sheet, ...]:
    if not data.removeprefix(MARK).lstrip().startswith(b"<"):
        raise wrong("1", data[:40], "<html>")
    try:
        return read_bytes(data, "html", LIMITS)
    except RefusedError as error:
        raise FeedError("feed-format", place="html", got=error.code, accepts="html") from None


@dataclass(frozen=True)
class _Cell:
    """A figure of a table: the title and the unit of that, what stands at its row and over its column."""

    row: int
    title: str
    unit: str
    name: str
    head: str
    text: str


def _cells(sheet: Sheet) -> Iterator[_Cell]:
    title, rows = plain(sheet.name), sheet.rows
    first = next((at for at, row in enumerate(rows) if any(map(_FIGURE.fullmatch, row[1:]))), len(rows))
    spread = [[plain(cell) for cell in sheet.spread(at)] for at in range(first)]
    unit = next((row[0] for row in spread if row and row[0].startswith("单位")), "")
    heads = [row for row in spread if not (row and row[0].startswith("单位"))]
    for number, row in enumerate(rows[first:], first + 1):
        for column, text in enumerate(row[1:], 1):
            if text:
                head = next((one[column] for one in reversed(heads) if column < len(one) and one[column]), "")
                yield _Cell(number, title, unit, row[0], head, text)


def _take(cell: _Cell, published: str, harvest: Harvest) -> None:
    population, post = population_of(cell.title), post_of(cell.head)
    year = _A_YEAR.fullmatch(cell.head) or (_YEAR.search(cell.title) if post else None)
    section = section_of(cell.name)
    why = _not_taken(cell, population)
    if why or section is None or not year:
        harvest.leave(why or (Why.BREAKDOWN if year else Why.OTHER_PAY))
        return
    value = hundredths(amount(cell.text.replace(",", ""), str(cell.row)))
    industry = SECTIONS[section] if section else ALL_LABEL
    code, label = section or ALL, industry
    if post:
        code, label = f"{section}|{post}", f"{industry}|{ALL_POSTS_LABEL if post == ALL_POSTS else post}"
    observation = Observation(cell.row, NATION, code, label, year[1], "mean", value)
    harvest.take(_table(population, published, by_post=bool(post)), observation)


def _not_taken(cell: _Cell, population: str) -> Why | None:
    if "平均工资" not in cell.title or not population:
        return Why.POPULATION if "平均工资" in cell.title else Why.NOT_WAGES
    if _NO_PAY.search(cell.head):
        return Why.OTHER_PAY
    if "万元" in cell.unit or "元" not in cell.unit:
        return Why.UNIT
    return None if _FIGURE.fullmatch(cell.text) else Why.NO_FIGURE


def _table(population: str, published: str, *, by_post: bool) -> WageTable:
    return WageTable(
        title=f"国家统计局：{TITLES[population]}就业人员年平均工资",
        publisher="国家统计局",
        url=f"{BASE}/{NEWEST}",
        published=published,
        population=population,
        pay_concept="gross_wage_employees",
        dimension="industry_x_post" if by_post else "industry_gbt4754",
        unit="year",
    )


FEED = Feed(
    id="nbs-release",
    title="国家统计局年平均工资",
    publisher="国家统计局",
    licence="",
    url=BASE,
    parse=parse,
    asks=lambda _: [Ask(f"{BASE}/{NEWEST}", BROWSER)],
    key=key,
    optional=True,
    credit="国家统计局",
)
