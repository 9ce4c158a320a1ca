"""The whole occupational survey of the US Bureau of Labor Statistics (OEWS) as its workbook, in a zip."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping

from gigdesk.domain.errors import RefusedError
from gigdesk.domain.wages.levels import Flag
from gigdesk.domain.wages.table import Observation
from gigdesk.store.sheets import Limits, Sheet, read_bytes
from gigdesk.sync.addresses import BROWSER
from gigdesk.sync.feed import Ask, Feed, Parsed, Why
from gigdesk.sync.harvest import Harvest
from gigdesk.sync.oews import subject, table
from gigdesk.sync.wire import ZIPPED, FeedError, amount, hundredths, text_of, wrong

BASE = "https://www.bls.gov/oes/special-requests"
MEGABYTE = 1_000_000
LIMITS = Limits(size=40 * MEGABYTE, seconds=60)
MOST_PARTS = 2000
STATISTICS = {
    f"{letter}_{name}": (measure, unit)
    for letter, unit in (("H", "hour"), ("A", "year"))
    for name, measure in {
        "MEAN": "mean", "PCT10": "p10", "PCT25": "p25", "MEDIAN": "p50", "PCT75": "p75", "PCT90": "p90",
    }.items()
}  # fmt: skip
"""What the columns of wages tell; the others tell of employment and errors."""
NEEDED = ("AREA_TYPE", "PRIM_STATE", "NAICS", "OCC_CODE", "OCC_TITLE", "A_MEDIAN")
NATION, STATE = "1", "2"
NONE, TOP = ("", "*", "**", "~"), "#"
_YEAR = re.compile(r"M((?:19|20)\d\d)", re.ASCII)
_SOC = re.compile(r"(\d\d)-?(\d{4})", re.ASCII)
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)


def parse(data: bytes) -> Parsed:
    """Read a workbook of the survey, or a zip with one.

    Raises:
        FeedError: it is neither.
    """
    name, workbook = _workbook(data)
    sheets = [sheet for sheet in _sheets(workbook) if _head(sheet) is not None]
    if len(sheets) != 1:
        raise wrong("xlsx", len(sheets), ", ".join(NEEDED))
    found = _YEAR.search(sheets[0].name) or _YEAR.search(name)
    if not found:
        raise wrong("xlsx", sheets[0].name, "M2024")
    harvest, told = Harvest(), 0
    for row, cells in _rows(sheets[0]):
        for column, (measure, unit) in STATISTICS.items():
            if column in cells:
                told += 1
                _take((row, column), cells, (measure, unit, found[1]), harvest)
    return harvest.parsed(told)


def _workbook(data: bytes) -> tuple[str, bytes]:
    """The workbook and its name; "" for one that is in no zip."""
    if not data.startswith(ZIPPED):
        text_of(data)
        raise wrong("1", data[:20], "ZIP")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
            if len(parts) > MOST_PARTS:
                raise wrong("ZIP", len(parts), f"<= {MOST_PARTS}")
            named = [part for part in parts if part.filename.lower().endswith(".xlsx")]
            if not named:
                return "", data
            with packed.open(named[0]) as part:
                return named[0].filename, part.read(LIMITS.size)
    except _DAMAGED as error:
        raise wrong("ZIP", error, "ZIP") from None


def _sheets(workbook: bytes) -> tuple[Sheet, ...]:
    if not workbook.startswith(ZIPPED):
        raise wrong("xlsx", workbook[:20], "xlsx")
    try:
        return read_bytes(workbook, "xlsx", LIMITS)
    except RefusedError as error:
        raise FeedError("feed-format", place="xlsx", got=error.code, accepts="xlsx") from None


def _head(sheet: Sheet) -> list[str] | None:
    head = [cell.strip().upper() for cell in sheet.rows[0]] if sheet.rows else []
    return head if all(head.count(name) == 1 for name in NEEDED) else None


def _rows(sheet: Sheet) -> Iterator[tuple[int, Mapping[str, str]]]:
    """The rows by the names of the columns; those that only fill the sheet up are empty."""
    head = _head(sheet) or []
    for number, row in enumerate(sheet.rows[1:], 2):
        if row:
            cells = [cell.strip() for cell in row] + [""] * (len(head) - len(row))
            yield number, dict(zip(head, cells, strict=False))


def _take(at: tuple[int, str], cells: Mapping[str, str], told: tuple[str, str, str], harvest: Harvest) -> None:
    (row, column), (measure, unit, year) = at, told
    region = {NATION: "US", STATE: f"US-{cells['PRIM_STATE']}"}.get(cells["AREA_TYPE"].partition(".")[0], "")
    soc = _SOC.fullmatch(cells["OCC_CODE"])
    if not region or not soc:
        harvest.leave(Why.SCHEME if region else Why.PLACE)
        return
    text = cells[column]
    value = None if text in NONE or text == TOP else hundredths(amount(text, f"{column}{row}"))
    flag = Flag.TOP if text == TOP else Flag.MISSING if value is None else ""
    branch = cells["NAICS"].partition(".")[0].zfill(6) if cells["NAICS"].strip("0.") == "" else cells["NAICS"]
    code, label = subject(soc[1] + soc[2], cells["OCC_TITLE"], branch)
    observation = Observation(row, region, code, label, year, measure, value, flag)
    harvest.take(table(unit, by_branch="|" in code), observation)


def _asks(year: int) -> list[Ask]:
    """The survey of May comes out in the spring after it."""
    now, before = (f"{BASE}/oesm{one % 100:02}nat.zip" for one in (year - 1, year - 2))
    return [Ask(now, BROWSER, before=before)]


FEED = Feed(
    id="bls-workbook",
    title="BLS OEWS workbook",
    publisher="US Bureau of Labor Statistics",
    licence="public domain",
    url=BASE,
    parse=parse,
    asks=_asks,
    optional=True,
    credit="US Bureau of Labor Statistics",
)
