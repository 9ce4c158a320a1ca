"""Publishers of public feeds as they answer: each in its own wire format, honest, or in one of the ways that go wrong.

They stand where a Fetcher stands. The layouts are those of the publishers, the figures are made up.
"""

from __future__ import annotations

import csv
import hashlib
import io
import itertools
import json
import re
import zipfile
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from urllib.parse import parse_qs, unquote, urlsplit

import xlsxwriter

from gigdesk.domain.errors import MissingDataError, Phrase, RefusedError
from gigdesk.sync.feeds import ALL
from gigdesk.sync.fetch import NOT_FOUND, OK, UNCHANGED, Reply

CHALLENGE = b"<!DOCTYPE html><html><head><script>document.cookie='x'</script></head><body></body></html>"
YEARS = (2021, 2022, 2023)


@dataclass
class Answer:
    """What is sent: a status, headers, and a body, which may have no end."""

    body: bytes = b""
    status: int = OK
    headers: dict = field(default_factory=dict)
    endless: bool = False


@dataclass
class Publisher:
    """Answers by `body_of`, which gets an address and a body; keeps what it was asked, and how long between.

    `marks` are the headers by which it can be asked again: "etag", "last-modified", or none of them.
    """

    body_of: object
    marks: tuple = ("etag",)
    asked: list = field(default_factory=list)
    paused: list = field(default_factory=list)
    goes_wrong: object = None

    @contextmanager
    def fetch(self, request):
        """As a Fetcher."""
        self.asked.append(request)
        answer = self.goes_wrong(request, self._well) if self.goes_wrong else self._well(request)
        if answer is None:
            raise MissingDataError("unreachable", place=request.url, reason=Phrase.of("no-answer"))
        yield Reply(request.url, answer.status, answer.headers, self._pieces(answer, request))

    def pause(self, seconds):
        """As the pause of a round; nobody waits."""
        self.paused.append((len(self.asked), seconds))

    def _well(self, request):
        body = self.body_of(request)
        if body is None:
            return Answer(b"not found", NOT_FOUND)
        mark = f'"{hashlib.sha256(body).hexdigest()[:12]}"'
        headers = {name: mark if name == "etag" else f"Fri, 15 May 2026 08:00:00 {mark}" for name in self.marks}
        if (
            headers
            and headers.get("etag") == request.headers.get("If-None-Match")
            and (headers.get("last-modified") == request.headers.get("If-Modified-Since"))
        ):
            return Answer(b"", UNCHANGED, headers)
        return Answer(body, OK, {**headers, "content-length": str(len(body))})

    @staticmethod
    def _pieces(answer, request):
        pieces = itertools.repeat(b" " * 1_000_000) if answer.endless else [answer.body[:40], answer.body[40:]]
        size = 0
        for piece in pieces:
            size += len(piece)
            if size > request.most:
                raise RefusedError("answer-size", place=request.url, most=request.most)
            yield piece


def asked_of(request):
    """The parts of an address: the path, and what is asked by name."""
    parts = urlsplit(request.url)
    return unquote(parts.path), parse_qs(parts.query)


def table_of(rows, separator=","):
    """Rows as a file of texts; its first row is the head."""
    text = io.StringIO()
    csv.writer(text, delimiter=separator, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode()


def ilostat(request, raised=0):
    """Rplumber: a file with a mark of byte order, of an indicator and the areas that are asked for; a dictionary."""
    path, what = asked_of(request)
    if path.startswith("/metadata/dic"):
        return table_of([["source", "source.label"], ["FX:1", "CHN - Survey of units, NBS"], ["FX:2", "other"]])
    indicator = what["id"][0].removesuffix("_A")
    classes = ("OCU_ISCO08_TOTAL", "OCU_ISCO08_5") if "_OCU_" in indicator else (None,)
    head = ["ref_area", "source", "indicator", "sex", "classif1", *(["classif2"] if classes[0] else []), "time",
            "obs_value", "obs_status", "note_classif", "note_indicator", "note_source"]  # fmt: skip
    rows = [head]
    for area, one, year in itertools.product(what["ref_area"][0].split(" "), classes, YEARS):
        value = (22 if "EHRM" in indicator else 5000) + raised + year - 2000
        told = [one] if one else []
        rows.append([area, "FX:1", indicator, "SEX_T", *told, "CUR_TYPE_LCU", year, value, "", "", "T30:1", ""])
        rows.append([area, "FX:1", indicator, "SEX_T", *told, "CUR_TYPE_PPP", year, value / 4, "", "", "T30:1", ""])
    return b"\xef\xbb\xbf" + table_of(rows)


def ilo_sdmx(request, raised=0):
    """SDMX-CSV, version 1, as the gateway of the ILO answers it."""
    path, what = asked_of(request)
    areas, *_ = path.rpartition("/")[2].split(".")
    flow = re.search(r"ILO,(DF_\w+),([\d.]+)", path)
    rows = [["DATAFLOW", "REF_AREA", "FREQ", "MEASURE", "SEX", "OCU", "CUR", "TIME_PERIOD", "OBS_VALUE", "OBS_STATUS",
             "UNIT_MULT", "SOURCE"]]  # fmt: skip
    for area, year in itertools.product(areas.split("+"), YEARS):
        named = f"ILO:{flow[1]}({flow[2]})"
        rows.append([named, area, "A", "EAR_EMTA_NB", "SEX_T", "OCU_ISCO08_5", "CUR_TYPE_LCU", year,
                     5000 + raised + year - 2000, "", 0, "Survey"])  # fmt: skip
    assert what["format"] == ["csv"]
    return table_of(rows)


def oecd(_, raised=0):
    """SDMX-CSV, version 2, with labels beside the codes."""
    rows = [["STRUCTURE", "STRUCTURE_ID", "STRUCTURE_NAME", "ACTION", "REF_AREA", "Reference area", "UNIT_MEASURE",
             "Unit of measure", "PAY_PERIOD", "PRICE_BASE", "AGGREGATION_OPERATION", "SEX", "TIME_PERIOD", "OBS_VALUE",
             "OBS_STATUS", "UNIT_MULT"]]  # fmt: skip
    named = "OECD.ELS.SAE:DSD_EARNINGS@AV_AN_WAGE(1.0)", "Average annual wages"
    for (area, unit), base, year in itertools.product((("AUS", "AUD"), ("DEU", "EUR")), ("V", "Q"), YEARS):
        rows.append(["DATAFLOW", *named, "I", area, area, unit, f"{unit}, national", "A", base, "MEAN", "_Z", year,
                     60000 + raised + year, "A", 0])  # fmt: skip
    return table_of(rows)


def eurostat(request, raised=0, updated="2025-11-20T23:00:00+0100"):
    """JSON-stat 2.0 of the places that are asked for."""
    path, what = asked_of(request)
    dims = {
        "freq": ["A"], "isco08": ["TOTAL", "OC5"], "sex": what["sex"], "age": ["TOTAL"], "indic_se": ["ERN"],
        "unit": ["EUR"], "geo": what["geo"], "time": ["2022" if "ses22" in path else "2018"],
    }  # fmt: skip
    sizes = [len(codes) for codes in dims.values()]
    cells = 1
    for size in sizes:
        cells *= size
    return json.dumps({
        "version": "2.0", "class": "dataset", "label": "Mean hourly earnings by sex, age and occupation",
        "source": "ESTAT", "updated": updated, "id": list(dims), "size": sizes,
        "value": {str(at): 20.5 + raised + at for at in range(cells)},
        "dimension": {
            name: {"label": name, "category": {"index": {code: at for at, code in enumerate(codes)}}}
            for name, codes in dims.items()
        },
    }).encode()  # fmt: skip


def bls(request, raised=0, took=110):
    """The service of the Bureau of Labor Statistics: what is asked stands in the body; it refuses more than 25."""
    asked = json.loads(request.body)
    if len(asked["seriesid"]) > 25:
        return json.dumps({"status": "REQUEST_NOT_PROCESSED", "message": ["too many"], "Results": {}}).encode()
    percentile = {"04": 3, "11": 1, "12": 2, "13": 3, "14": 4, "15": 5}
    series = [
        {"seriesID": one, "data": [{"year": asked["endyear"], "period": "A01", "periodName": "Annual",
         "value": str(30000 + raised + 9000 * percentile[one[-2:]]), "footnotes": [{}]}]}
        for one in asked["seriesid"]
    ]  # fmt: skip
    answer = {"status": "REQUEST_SUCCEEDED", "responseTime": took, "message": [], "Results": {"series": series}}
    return json.dumps(answer).encode()


NOMIS_HEAD = ["GEOGRAPHY_CODE", "GEOGRAPHY_NAME", "SEX", "SEX_NAME", "ITEM", "ITEM_NAME", "PAY", "PAY_NAME", "TIME",
              "OBS_VALUE", "OBS_STATUS", "OBS_CONF", "RECORD_OFFSET", "RECORD_COUNT"]  # fmt: skip


def nomis(request, raised=0, rows_a_page=6, places=20):
    """Nomis: so many rows a page, whatever is asked for; each says how many there are."""
    _, what = asked_of(request)
    first = int(what.get("recordoffset", ["0"])[0])
    rows = [
        [f"E12{place:06}", f"Place, {place}", 7, "Total", 2, "Median", 7, "Annual pay - gross", 2025,
         30000 + raised + place, "A", "F", at, places]
        for at, place in enumerate(range(places))
    ]  # fmt: skip
    return table_of([NOMIS_HEAD, *rows[first : first + rows_a_page]])


def worldbank(request, raised=0, rows_a_page=5, updated="2026-07-13"):
    """The World Bank: an envelope, and so many rows a page."""
    path, what = asked_of(request)
    _, _, _, areas, _, indicator = path.split("/")
    first, last = map(int, what["date"][0].split(":"))
    rows = [
        {"indicator": {"id": indicator, "value": "a rate"}, "country": {"id": area[:2], "value": area},
         "countryiso3code": area, "date": str(year), "value": None if year == last else 3.5 + raised, "unit": "",
         "obs_status": "", "decimal": 0}
        for area in areas.split(";") for year in range(first, last + 1)
    ]  # fmt: skip
    page = int(what.get("page", ["1"])[0])
    about = {"page": page, "pages": -(-len(rows) // rows_a_page), "per_page": rows_a_page, "total": len(rows),
             "sourceid": "2", "lastupdated": updated}  # fmt: skip
    return json.dumps([about, rows[(page - 1) * rows_a_page : page * rows_a_page]]).encode()


PAGE = """<!DOCTYPE html><html><head><meta name="PubDate" content="{day} 16:00"></head><body>
<div class="txt-content">{article}</div><div class="mobile-content">{article}</div></body></html>"""
RELEASE = """<p>表3　2025年城镇私营单位分行业就业人员年平均工资</p>
<div class="ue_table"><table class="trs_word_table"><tr><td colspan="4">单位：元，%</td></tr>
<tr><td>行业</td><td>2025年</td><td>2024年</td><td>名义增长率</td></tr>
<tr><td>合计</td><td><span>71</span><span>{tail}</span></td><td>69476</td><td>3.0</td></tr>
<tr><td>　住宿和餐饮业</td><td>55123</td><td>54042</td><td>2.0</td></tr></table></div>
<p>表6　2025年规模以上企业分行业分岗位就业人员年平均工资</p>
<div class="ue_table"><table class="trs_word_table"><tr><td colspan="3">单位：元</td></tr>
<tr><td rowspan="2">行业</td><td colspan="2">规模以上企业</td></tr>
<tr><td>就业人员</td><td>社会生产服务和<br>生活服务人员</td></tr>
<tr><td>合计</td><td>106080</td><td>79857</td></tr>
<tr><td>　住宿和餐饮业</td><td>59785</td><td>52018</td></tr></table></div>
<p>表7　2024年城镇非私营单位分地区就业人员年平均工资</p><div class="ue_table"><table class="trs_word_table">
<tr><td colspan="2">单位：元</td></tr><tr><td>地区</td><td>2024年</td></tr><tr><td>东　部</td><td>143712</td></tr>
</table></div>"""


def nbs_release(_, raised=0, day="2026/05/15"):
    """A release of the bureau: the article twice, digits in several spans, blanks before a row's name."""
    return PAGE.format(day=day, article=RELEASE.format(tail=590 + raised)).encode()


def nbs(request, raised=0):
    """The bureau's service: a tree of two levels whose ids are its own, indicators, and their figures."""
    path, what = asked_of(request)
    well = {"success": True, "state": 20000, "message": "成功"}
    if path.endswith("/queryIndexTreeAsync"):
        under = {
            "884c062607104a91967b22742537f44f": [
                {"_id": "b1", "name": "就业人员和工资", "isLeaf": False},
                {"_id": "b2", "name": "人口", "isLeaf": False},
            ],
            "b1": [{"_id": "leaf", "name": "城镇单位就业人员平均工资", "isLeaf": True}],
        }  # fmt: skip
        return json.dumps({"data": under[what["pid"][0]], **well}).encode()
    if path.endswith("/queryIndicatorsByCid"):
        listed = [
            {"_id": "i1", "i_showname": "城镇私营单位就业人员平均工资(元)"},
            {"_id": "i2", "i_showname": "就业人员"},
        ]
        return json.dumps({"data": {"list": listed}, **well}).encode()
    asked = json.loads(request.body)
    first, last = (int(part[:4]) for part in asked["dts"][0].split("-"))
    values = [
        {"code": f"{year}YY", "name": f"{year}年", "values": [{
            "_id": one, "i_showname": "城镇私营单位就业人员平均工资(元)", "da": "000000000000", "du_name": "元",
            "value": "" if year == last else str(50000 + raised + year),
        } for one in asked["indicatorIds"]]}
        for year in range(first, last + 1)
    ]  # fmt: skip
    return json.dumps({"data": values, **well}).encode()


OEWS = ["AREA", "AREA_TITLE", "AREA_TYPE", "PRIM_STATE", "NAICS", "OCC_CODE", "OCC_TITLE", "O_GROUP", "TOT_EMP",
        "H_MEAN", "A_MEAN", "A_PCT10", "A_MEDIAN", "A_PCT90"]  # fmt: skip


def bls_workbook(request, raised=0):
    """The survey's workbook in its zip; that of last May is not out yet."""
    year = int(re.search(r"oesm(\d\d)nat", request.url)[1])
    if year == 25:
        return None
    rows = [
        [99, "U.S.", 1, "US", "000000", "00-0000", "All Occupations", "total", 154_187_380, 32.66, 67920 + raised,
         29990, 49500, "#"],
        [99, "U.S.", 1, "US", "000000", "43-5021", "Couriers and Messengers", "detailed", "**", "*", 40060 + raised,
         29880, 38340, 50590],
    ]  # fmt: skip
    inner = io.BytesIO()
    with xlsxwriter.Workbook(inner, {"in_memory": True}) as book:
        book.set_properties({"created": datetime(2025, 4, 2)})  # noqa: DTZ001 - as Excel keeps it
        for name, lines in ((f"national_M20{year}_dl", [OEWS, *rows]), ("Field Descriptions", [["Field"], ["AREA"]])):
            sheet = book.add_worksheet(name)
            for at, line in enumerate(lines):
                sheet.write_row(at, 0, line)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo(f"oesm{year}nat/field_descriptions.txt"), "no table")
        archive.writestr(zipfile.ZipInfo(f"oesm{year}nat/national_M20{year}_dl.xlsx"), inner.getvalue())
    return packed.getvalue()


HONEST = {
    "ilostat": ilostat,
    "ilo-sdmx": ilo_sdmx,
    "oecd": oecd,
    "eurostat": eurostat,
    "bls": bls,
    "bls-workbook": bls_workbook,
    "nomis": nomis,
    "worldbank": worldbank,
    "nbs-release": nbs_release,
    "nbs": nbs,
}
"""By feed."""

ERRORS = {
    "bls": {"status": "REQUEST_NOT_PROCESSED", "message": ["Request could not be serviced"], "Results": {}},
    "eurostat": {"error": [{"status": 400, "id": 100, "label": "no results found"}]},
    "worldbank": [{"message": [{"id": "120", "key": "Invalid value", "value": "not valid"}]}],
    "nbs": {"success": False, "state": 50000, "message": "系统异常"},
}
"""What they say with status 200 when they have nothing to say; the others have no such form."""


def publisher(feed, **given):
    """An honest one; `given` is said to it."""
    marks = given.pop("marks", ("etag",) if ALL[feed].conditional else ())
    return Publisher(lambda request: HONEST[feed](request, **given), marks)


def always(answer):
    """It goes wrong the same way each time."""
    return lambda _request, _well: answer


def from_question(number, answer):
    """It goes wrong from this question on."""
    asked = itertools.count(1)
    return lambda request, well: answer if next(asked) >= number else well(request)


def broken_off(request, well):
    """Half of it comes, though the whole was promised."""
    found = well(request)
    return replace(found, body=found.body[: len(found.body) // 2])


def broken_off_in_silence(request, well):
    """Half of it comes, and nothing was promised."""
    return Answer(broken_off(request, well).body)


def in_another_encoding(request, well):
    """What should be UTF-8 is UTF-16."""
    return Answer(well(request).body.decode("utf-8-sig", errors="replace").encode("utf-16"))


def hostile(feed):
    """The ways in which a publisher goes wrong, by name, with the code that is said."""
    ways = {
        "forbidden": (always(Answer(b"Access Denied", 403)), "feed-refuses"),
        "too often": (always(Answer(b"", 429)), "feed-too-often"),
        "too much": (always(Answer(b'{"error":[{"status":413,"label":"EXTRACTION_TOO_BIG"}]}', 413)), "feed-too-much"),
        "gone": (always(Answer(b"not found", 404)), "feed-gone"),
        "down": (always(Answer(b"oops", 500)), "feed-status"),
        "challenge": (always(Answer(CHALLENGE)), "feed-page"),
        "empty": (always(Answer(b"")), "feed-empty"),
        "blank": (always(Answer(b"\xef\xbb\xbf \r\n")), "feed-empty"),
        "cut": (broken_off, "feed-cut"),
        "cut in silence": (broken_off_in_silence, None),
        "another encoding": (in_another_encoding, None),
        "endless": (always(Answer(endless=True)), "answer-size"),
        "nobody there": (always(None), "unreachable"),
    }
    if feed in ERRORS:
        ways["an error's body"] = always(Answer(json.dumps(ERRORS[feed]).encode())), "feed-said"
    return ways
