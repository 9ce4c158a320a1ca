"""Queries over the compiled release. Plain SQL on a read-only file; what comes back are frozen dataclasses."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from pathlib import Path

from gigdesk.domain.errors import InputError, MissingDataError
from gigdesk.domain.injury.places import ServicePoint
from gigdesk.domain.law import Content, LawBook, Source, Status, Value, chain
from gigdesk.domain.money import StatisticalYear, UseYear, YearMonth, half_up
from gigdesk.domain.pension.benefit import Entitlement
from gigdesk.domain.pension.replay import Form
from gigdesk.domain.wages.levels import WageLevel
from gigdesk.domain.wages.occupations import Occupation, RetiredCode, SaidWord
from gigdesk.domain.wages.search import Finder
from gigdesk.store import wages
from gigdesk.store.guard.finding import Finding
from gigdesk.store.guard.wage_levels import floors, wage_levels
from gigdesk.store.origin import Origin
from gigdesk.store.publication import rule_of, unpublished_of
from gigdesk.store.records import About, Dataset, Pairing, PriceChange, Region, Release

FEN_A_YUAN = 100
REGION_CODE = re.compile(r"[1-9][0-9]{5}")
BESIDE_THE_PROVINCES = ("71", "81", "82")
"""The first digits of Taiwan, Hong Kong and Macao in GB/T 2260: codes like any other, none of them in a release."""
COUNTED = ("source", "law", "region", "occupation", "wage", "form", "service_point")


class Reference:
    """An open release. Reading is thread-safe: the connection only reads, and SQLite serialises it."""

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise MissingDataError("no-release", path=path)
        self.path = path
        self.origin: Origin | None = None
        """Where it came from; None for one that was opened by itself."""
        self.seen_later: date | None = None
        """A day this machine has seen that lies after the one its clock shows."""
        self._connection = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        self._connection.row_factory = sqlite3.Row

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    @cached_property
    def about(self) -> About:
        """What the release says of itself."""
        found = self._said
        titles = {"zh": found["title_zh"], "en": found["title_en"]}
        datasets = tuple(Dataset(**one | {"rule": rule_of(one["rule"])}) for one in json.loads(found["datasets"]))
        day = date.fromisoformat(found["released"])
        return About(found["id"], day, titles, found["digest"], datasets, found["oldest_program"])

    @cached_property
    def _said(self) -> Mapping[str, str]:
        return {row["key"]: row["value"] for row in self._all("SELECT key, value FROM about")}

    @cached_property
    def book(self) -> LawBook:
        """The whole law book."""
        regions: dict[str, dict[str, dict[date, Value]]] = {}
        for row in self._all("SELECT * FROM law"):
            value = _value(row)
            regions.setdefault(value.region, {}).setdefault(value.name, {})[value.since] = value
        calendar = tuple(map(unpublished_of, json.loads(self._said["calendar"])))
        return LawBook(regions, {row["id"]: _source(row) for row in self._all("SELECT * FROM source")}, calendar)

    @cached_property
    def regions(self) -> Mapping[str, Region]:
        """The regions by code."""
        rows = self._all("SELECT * FROM region")
        return {row["code"]: Region.of(dict(row)) for row in rows}

    @cached_property
    def occupations(self) -> Mapping[str, Occupation]:
        """The occupations by code."""
        return {row["code"]: _occupation(row) for row in self._all("SELECT * FROM occupation")}

    @cached_property
    def finder(self) -> Finder:
        """The occupations as they are searched."""
        return Finder(self.occupations, self._said_words(), self._retired_codes(), self.readings)

    @cached_property
    def readings(self) -> Mapping[str, str]:
        """How names and common signs are read: pinyin without tones, a blank between syllables."""
        return {row["name"]: row["reading"] for row in self._all("SELECT * FROM reading")}

    @cached_property
    def pairings(self) -> tuple[Pairing, ...]:
        """Which industry stands nearest to which occupations."""
        rows = self._all("SELECT * FROM industry_of_occupation")
        return tuple(Pairing(row["prefix"], row["industry"], row["source"], Status(row["status"])) for row in rows)

    @cached_property
    def industry_of(self) -> Mapping[str, str]:
        """Prefixes of occupation codes and the industry they are nearest to."""
        return {pairing.prefix: pairing.industry for pairing in self.pairings}

    @cached_property
    def pairing_sources(self) -> tuple[str, ...]:
        """Who says so."""
        return tuple(dict.fromkeys(pairing.source for pairing in self.pairings))

    @cached_property
    def prices(self) -> tuple[PriceChange, ...]:
        """How consumer prices changed, year by year."""
        return tuple(_price(row) for row in self._all("SELECT * FROM price ORDER BY year"))

    def region(self, code: str) -> Region:
        """A region by its code.

        Raises:
            MissingDataError: a code of GB/T 2260 of which the release has nothing.
            InputError: no such code.
        """
        if code in self.regions:
            return self.regions[code]
        if REGION_CODE.fullmatch(code) and (code[:2] in BESIDE_THE_PROVINCES or f"{code[:2]}0000" in self.regions):
            raise MissingDataError("no-region", region=code)
        raise InputError("region", code, "GB/T 2260: 370100, 370000, …")

    def levels(self, subjects: Sequence[str], regions: Sequence[str]) -> list[WageLevel]:
        """The published levels of some subjects in some regions, in the order of the release."""
        return wages.levels(self._connection, subjects, regions)

    def service_points(self, region: str) -> tuple[ServicePoint, ...]:
        """The directory of a place: of each kind the entry of the narrowest region that has one."""
        found: dict[str, ServicePoint] = {}
        for code in chain(region):
            for point in self.directory:
                if point.region == code:
                    found.setdefault(point.kind, point)
        return tuple(found.values())

    @cached_property
    def directory(self) -> tuple[ServicePoint, ...]:
        """Every service point there is."""
        return tuple(ServicePoint.of(dict(row)) for row in self._all("SELECT * FROM service_point ORDER BY rowid"))

    def forms(self) -> list[Form]:
        """The proof bank."""
        return [_form(row) for row in self._all("SELECT * FROM form ORDER BY id")]

    def series(self, name: str) -> list[WageLevel]:
        """One published series."""
        return wages.levels(self._connection, series=name)

    @cached_property
    def newest_levels(self) -> Mapping[str, tuple[WageLevel, int]]:
        """The newest level of each series that is followed, and how many the series has."""
        followed = {dataset.series: self.series(dataset.series) for dataset in self.about.datasets if dataset.series}
        return {name: (max(levels, key=lambda one: one.period), len(levels)) for name, levels in followed.items()}

    @cached_property
    def newest_sources(self) -> Mapping[str, str]:
        """The source of the newest figure of each part that is followed, by its id."""
        found = {}
        for part in self.about.datasets:
            if part.series:
                found[part.id] = self.newest_levels[part.series][0].source
            else:
                history = self.book.on(self.about.released, part.region).parameters[part.parameter]
                found[part.id] = history[max(history)].source
        return found

    def release(self) -> Release:
        """All of it, as it was before it was compiled."""
        return Release(
            about=self.about,
            book=self.book,
            regions=tuple(self.regions.values()),
            occupations=tuple(self.occupations.values()),
            retired_codes=self._retired_codes(),
            said_words=self._said_words(),
            readings=self.readings,
            levels=tuple(wages.levels(self._connection)),
            pairings=self.pairings,
            prices=self.prices,
            forms=tuple(self.forms()),
            service_points=self.directory,
        )

    def wage_findings(self) -> tuple[Finding, ...]:
        """What the guard says of the published wages."""
        found = wage_levels(self._connection, floors(self.book))
        return tuple(replace(one, place=f"observations.csv {one.place}") for one in found)

    def counts(self) -> dict[str, int]:
        """How many rows each table holds."""
        return {table: self._all(f"SELECT count(*) FROM {table}")[0][0] for table in COUNTED}  # noqa: S608

    def quick_check(self) -> str:
        """SQLite's own check of the file: "ok" or what is wrong."""
        try:
            return str(self._all("PRAGMA quick_check")[0][0])
        except sqlite3.Error as error:
            return str(error)

    def _retired_codes(self) -> tuple[RetiredCode, ...]:
        return tuple(RetiredCode(**dict(row)) for row in self._all("SELECT * FROM retired_code ORDER BY rowid"))

    def _said_words(self) -> tuple[SaidWord, ...]:
        rows = self._all("SELECT * FROM said_word ORDER BY rowid")
        return tuple(SaidWord(row["word"], _split(row["codes"]), Status(row["status"]), row["source"]) for row in rows)

    def _all(self, query: str, *blanks: object) -> list[sqlite3.Row]:
        return self._connection.execute(query, blanks).fetchall()


def _value(row: sqlite3.Row) -> Value:
    statistical, use = row["statistical_year"], row["use_year"]
    return Value(
        name=row["name"],
        region=row["region"],
        since=date.fromisoformat(row["since"]),
        content=_content(row["kind"], row["content"]),
        unit=row["unit"],
        source=row["source"],
        status=Status(row["status"]),
        checked_on=date.fromisoformat(row["checked_on"]),
        statistical_year=None if statistical is None else StatisticalYear(statistical),
        use_year=None if use is None else UseYear(use),
        note=row["note"],
    )


def _content(kind: str, text: str) -> Content:
    if kind == "number":
        return Decimal(text)
    if kind == "text":
        return text
    found = json.loads(text)
    if kind == "table":
        return {key: Decimal(number) for key, number in found.items()}
    return bool(found) if kind == "flag" else tuple(found)


def _source(row: sqlite3.Row) -> Source:
    return Source(**{**dict(row), "status": Status(row["status"])})


def _occupation(row: sqlite3.Row) -> Occupation:
    return Occupation(
        row["code"], row["label"], row["label_en"], _split(row["work_types"]), _split(row["aliases"]), bool(row["gig"])
    )


def _price(row: sqlite3.Row) -> PriceChange:
    return PriceChange(row["year"], Decimal(row["percent"]), row["source"], Status(row["status"]))


def _form(row: sqlite3.Row) -> Form:
    index = row["transitional_index"]
    return Form(
        id=row["id"],
        region=row["region"],
        retired=YearMonth.parse(row["retired"]) if row["retired"] else None,
        entitlement=Entitlement(
            benefit_base=_yuan(row["benefit_base"]),
            index=Decimal(row["index"]),
            total_months=row["total_months"],
            account_balance=_yuan(row["account_balance"]),
            divisor=Decimal(row["divisor"]),
            transitional_index=None if index is None else Decimal(index),
            transitional_months=row["transitional_months"],
        ),
        printed_basic=_maybe_yuan(row["printed_basic"]),
        printed_account=_maybe_yuan(row["printed_account"]),
        printed_transitional=_maybe_yuan(row["printed_transitional"]),
        printed_total=_maybe_yuan(row["printed_total"]),
        adds_up=bool(row["adds_up"]),
        source=row["source"],
        notes={"zh": row["note_zh"], "en": row["note_en"]},
    )


def _yuan(fen: int) -> Decimal:
    return half_up(Decimal(fen) / FEN_A_YUAN)


def _maybe_yuan(fen: int | None) -> Decimal | None:
    return None if fen is None else _yuan(fen)


def _split(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split("|") if part)
