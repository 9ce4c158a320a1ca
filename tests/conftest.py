"""What holds for every test: no screen, no network, no data of the user."""

from __future__ import annotations

import gc
import io
import os
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from xml.sax.saxutils import escape

import pytest
from hypothesis import settings

from gigdesk.domain.law import LawBook
from gigdesk.services import Services
from gigdesk.store import paths
from gigdesk.store.records import Release
from gigdesk.store.reference import Reference
from gigdesk.store.release import read_release
from gigdesk.store.shelf import Shelf
from gigdesk.store.texts import LANGUAGES, Texts

# Before the first import of Qt: without a screen its default platform ends the process.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# There the same examples each time, and half as many, elsewhere new ones; build/fuzz tries them by the ten thousand.
settings.register_profile("ci", derandomize=True, max_examples=50)
if os.environ.get("CI"):
    settings.load_profile("ci")

NETWORK = {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.sendto"}
OPEN: set[tuple[object, object]] = set()
"""Addresses on this machine at which the running test itself has a server: only the fixture `server` adds one."""


class NetworkUsedError(RuntimeError):
    """A test, or what it tests, reached for the network."""


def refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    """Refuse what Python is about to do, where that is to reach another machine, or this one by the network."""
    if event not in NETWORK:
        return
    address = arguments[-1] if event in {"socket.connect", "socket.sendto"} else arguments[0]
    if event == "socket.connect" and isinstance(address, str | bytes):  # a local socket: a file, not the network
        return
    if (address if isinstance(address, tuple) else arguments[:2]) in OPEN:
        return
    raise NetworkUsedError(f"no test may use the network: {event} to {address!r}")


def pytest_collection_finish() -> None:
    """Spare what was imported, and stays, from being gone through for garbage again and again."""
    gc.collect()
    gc.freeze()


def pytest_configure(config: pytest.Config) -> None:
    """Give the whole session a data folder of its own, and close the network."""
    data = tempfile.TemporaryDirectory(prefix="gigdesk-tests-")
    config.add_cleanup(data.cleanup)
    os.environ["GIGDESK_DATA"] = data.name
    sys.addaudithook(refuse_network)


@pytest.fixture
def opened() -> Iterator[set[tuple[object, object]]]:
    """The addresses at which a test has a server of its own; closed again after it."""
    yield OPEN
    OPEN.clear()


@pytest.fixture(scope="session")
def today() -> date:
    """The day on which the tests ask."""
    return date(2026, 11, 24)


@pytest.fixture(scope="session")
def release() -> Release:
    """The shipped release, read from its files."""
    return read_release(paths.resources() / "release")


@pytest.fixture(scope="session")
def book(release: Release) -> LawBook:
    """Its law."""
    return release.book


@pytest.fixture(scope="session")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reference]:
    """The shipped release, installed."""
    found = Shelf(tmp_path_factory.mktemp("data"), paths.resources() / "release").open()
    yield found
    found.close()


@pytest.fixture(scope="session")
def services(tmp_path_factory: pytest.TempPathFactory) -> Services:
    """Everything GigDesk can do, over the shipped release."""
    return Services.open(tmp_path_factory.mktemp("data"), paths.resources())


@pytest.fixture(scope="session", params=LANGUAGES)
def texts(request: pytest.FixtureRequest) -> Texts:
    """The texts of each language in turn."""
    return Texts(paths.resources() / "i18n", request.param)


Workbook = Callable[[Mapping[str, Sequence[Sequence[object]]]], bytes]
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


@pytest.fixture(scope="session")
def workbook() -> Workbook:
    """A function that writes an .xlsx of sheets by name; dates as Excel keeps them, None as no cell."""
    return _workbook


def _workbook(sheets: Mapping[str, Sequence[Sequence[object]]]) -> bytes:
    names = list(sheets)
    styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" '
        'ContentType="application/xml"/></Types>',
        "_rels/.rels": _relations([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
        + "".join(f'<sheet name="{escape(n)}" sheetId="{at}" r:id="r{at}"/>' for at, n in enumerate(names, 1))
        + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": _relations([
            *(("worksheet", f"worksheets/sheet{at}.xml") for at in range(1, len(names) + 1)),
            ("styles", "styles.xml"),
        ]),
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>',
    }
    for at, rows in enumerate(sheets.values(), 1):
        lines = (f'<row r="{r}">{"".join(map(_cell, row, _places(r)))}</row>' for r, row in enumerate(rows, 1))
        parts[f"xl/worksheets/sheet{at}.xml"] = (
            f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(lines)}</sheetData></worksheet>'
        )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{text}')
    return packed.getvalue()


def _relations(targets: Sequence[tuple[str, str]]) -> str:
    each = (
        f'<Relationship Id="r{at}" Type="{OFFICE}/{kind}" Target="{to}"/>' for at, (kind, to) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(each)}</Relationships>'


def _places(row: int) -> Iterator[str]:
    return (f"{letter}{row}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def _cell(value: object, place: str) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return f'<c r="{place}" s="1"><v>{(value - date(1899, 12, 30)).days}</v></c>'
    if isinstance(value, int | float):
        return f'<c r="{place}"><v>{value}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t>{escape(str(value))}</t></is></c>'
