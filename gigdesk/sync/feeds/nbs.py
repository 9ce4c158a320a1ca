"""国家数据 of the National Bureau of Statistics: what its service answers, in today's form and the one before.

Its yearly release is a page with tables: `nbs_release`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote

from gigdesk.domain.wages.codes import ALL, ALL_LABEL, plain
from gigdesk.domain.wages.industries import SECTIONS, section_of
from gigdesk.domain.wages.table import Observation, WageTable
from gigdesk.sync.addresses import BROWSER
from gigdesk.sync.feed import Ask, Feed, Parsed, Why
from gigdesk.sync.harvest import Harvest
from gigdesk.sync.populations import NATION, POPULATIONS, TITLES, population_of
from gigdesk.sync.wire import FeedError, amount, hundredths, json_of, member, text_in

BASE = "https://data.stats.gov.cn/dg/website/publicrelease/web/external"
YEARLY, ROOT = "3", "884c062607104a91967b22742537f44f"
"""The tree of the figures by the year, and its root."""
HEADERS = {**BROWSER, "Referer": "https://data.stats.gov.cn/"}
YEARS = 10
CHINA = {"text": "全国", "value": "000000000000"}
WELL, OLD_WELL = 20000, 200
_YEAR = re.compile(r"((?:19|20)\d\d)(?:YY)?", re.ASCII)
_REGION = re.compile(r"(\d{6})(?:0{6})?", re.ASCII)
_MEAN = re.compile(r"(?:就业人员)?年?平均工资")
_ON_THE_WAY = re.compile(r"就业|工资")
_NOT_THE_MEAN = re.compile(r"指数|增长|增速|比上年|实际|在岗")


class Told(NamedTuple):
    """A figure as either form tells it; `place` is its number in the answer."""

    place: int
    name: str
    unit: str
    region: str
    period: str
    value: str


def parse(data: bytes) -> Parsed:
    """Read an answer of the service. What it has not published yet is an empty text there, and left out.

    Raises:
        FeedError: it is a page, as it shows to programs, an error's body, or no such answer.
    """
    answer, harvest = json_of(data), Harvest()
    is_old = isinstance(answer, dict) and "returncode" in answer
    found = list(_of_old(answer) if is_old else _of_new(answer))
    for told in found:
        _take(told, harvest)
    return harvest.parsed(len(found))


def _well(answer: object) -> object:
    """An answer of today's form that says that all is well."""
    if isinstance(answer, dict) and (answer.get("success") is False or answer.get("state", WELL) != WELL):
        raise FeedError("feed-said", said=f"{answer.get('state', '')} {answer.get('message', '')}".strip())
    return answer


def _of_new(answer: object) -> Iterator[Told]:
    number = 0
    for period in member(_well(answer), "data", list):
        code = member(period, "code", str, "data")
        for one in member(period, "values", list, code):
            number += 1
            name, unit, region, value = (text_in(one, key, code) for key in ("i_showname", "du_name", "da", "value"))
            yield Told(number, name, unit, region or NATION, code, value)


def _of_old(answer: object) -> Iterator[Told]:
    if member(answer, "returncode", int) != OLD_WELL:
        raise FeedError("feed-said", said=str(answer.get("returndata", "")) if isinstance(answer, dict) else "")
    data = member(answer, "returndata", dict)
    names = {
        text_in(one, "code", "wdnodes"): one
        for group in member(data, "wdnodes", list)
        if member(group, "wdcode", str, "wdnodes") == "zb"
        for one in member(group, "nodes", list, "wdnodes")
    }
    for number, node in enumerate(member(data, "datanodes", list), 1):
        at = {text_in(one, "wdcode", "wds"): text_in(one, "valuecode", "wds") for one in member(node, "wds", list)}
        indicator = names.get(at.get("zb", ""), {})
        figure = member(node, "data", dict, "datanodes")
        value = text_in(figure, "strdata", "datanodes") if figure.get("hasdata") else ""
        name, unit = (text_in(indicator, key, "wdnodes") for key in ("cname", "unit"))
        yield Told(number, name, unit, at.get("reg", NATION), at.get("sj", ""), value)


def _take(told: Told, harvest: Harvest) -> None:
    name = plain(told.name)
    year, region = _YEAR.fullmatch(told.period), _REGION.fullmatch(told.region)
    why = _not_taken(told, name)
    if why or not year or not region:
        harvest.leave(why or (Why.PERIOD if region else Why.PLACE))
        return
    population = population_of(name)
    section = _section(name)
    if not population or section is None:
        harvest.leave(Why.BREAKDOWN if population else Why.POPULATION)
        return
    code, label = (section, SECTIONS[section]) if section else (ALL, ALL_LABEL)
    value = hundredths(amount(told.value, str(told.place)))
    harvest.take(_table(population), Observation(told.place, region[1], code, label, year[1], "mean", value))


def _not_taken(told: Told, name: str) -> Why | None:
    if not _MEAN.search(name):
        return Why.NOT_WAGES
    if _NOT_THE_MEAN.search(name):
        return Why.OTHER_PAY
    if plain(told.unit) not in {"元", "元/年"} and "(元)" not in name:
        return Why.UNIT
    return None if told.value else Why.NO_FIGURE


def _section(name: str) -> str | None:
    """The industry that is left of a name; "" for all, None where what is left is none."""
    rest = re.sub(r"\(元\)", "", name)
    for pattern in (*POPULATIONS.values(), _MEAN):
        rest = pattern.sub("", rest)
    rest = rest.strip("_-:· ")
    return section_of(rest) if rest else ""


def _table(population: str) -> WageTable:
    return WageTable(
        title=f"国家数据：{TITLES[population]}就业人员平均工资",
        publisher="国家统计局",
        url="https://data.stats.gov.cn",
        published="",
        population=population,
        pay_concept="gross_wage_employees",
        dimension="industry_gbt4754",
        unit="year",
    )


def _asks(year: int) -> list[Ask]:
    """Down the tree to the average wages: what is called how there changes, and so do the ids."""
    return [_branch(ROOT, year)]


def _branch(node: str, year: int) -> Ask:
    url = f"{BASE}/new/queryIndexTreeAsync?pid={node}&code={YEARLY}"
    return Ask(url, HEADERS, leads=lambda data: list(_down(data, year)))


def _down(data: bytes, year: int) -> Iterator[Ask]:
    for node in member(_well(json_of(data)), "data", list):
        name, id_ = text_in(node, "name", "data"), member(node, "_id", str, "data")
        if not _ON_THE_WAY.search(name):
            continue
        if node.get("isLeaf"):
            yield Ask(
                f"{BASE}/new/queryIndicatorsByCid?cid={quote(id_)}&dt=&name=",
                HEADERS,
                leads=lambda data, id_=id_: list(_figures(data, id_, year)),  # type: ignore[misc]
            )
        else:
            yield _branch(quote(id_), year)


def _figures(data: bytes, leaf: str, year: int) -> Iterator[Ask]:
    found = member(member(_well(json_of(data)), "data", dict), "list", list, "data")
    ids = [member(one, "_id", str, "list") for one in found if _MEAN.search(text_in(one, "i_showname", "list"))]
    if ids:
        asked = {
            "cid": leaf,
            "indicatorIds": ids,
            "daCatalogId": "",
            "das": [CHINA],
            "showType": "1",
            "dts": [f"{year - YEARS}YY-{year}YY"],
            "rootId": ROOT,
        }
        body = json.dumps(asked, ensure_ascii=False).encode()
        yield Ask(f"{BASE}/stream/esData", {**HEADERS, "Content-Type": "application/json"}, body)


FEED = Feed(
    id="nbs",
    title="国家数据",
    publisher="国家统计局",
    licence="",
    url=BASE,
    parse=parse,
    asks=_asks,
    conditional=False,
    optional=True,
    credit="国家统计局",
)
