"""What the store hands out that is not law or wages: frozen, and free of SQL."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Self

from gigdesk.domain.injury.places import ServicePoint
from gigdesk.domain.law import LawBook, Status
from gigdesk.domain.pension.replay import Form
from gigdesk.domain.wages.levels import WageLevel
from gigdesk.domain.wages.occupations import Occupation, RetiredCode, SaidWord

EVERY = ("year", "quarter", "change")


@dataclass(frozen=True)
class Rule:
    """When something is published as a rule: `every` is one of EVERY, in these months; and a sentence by language."""

    every: str
    source: str
    status: Status
    texts: Mapping[str, str]
    months: tuple[int, ...] = ()


@dataclass(frozen=True)
class Dataset:
    """A part of a release that is published on its own: shown with its age and its next expected publication.

    It is followed by one parameter of a region's law, or by one wage series.
    """

    id: str
    region: str
    rule: Rule
    parameter: str = ""
    series: str = ""


@dataclass(frozen=True)
class About:
    """What a release says of itself, and the SHA-256 of its files. `oldest_program` can still read it, "0.1.0"."""

    id: str
    released: date
    titles: Mapping[str, str]
    digest: str
    datasets: tuple[Dataset, ...]
    oldest_program: str


@dataclass(frozen=True)
class Region:
    """A region by its GB/T 2260 code, with the minimum-wage tier preset for it."""

    code: str
    names: Mapping[str, str]
    level: str
    parent: str
    minimum_wage_tier: str
    tier_status: Status | None

    @classmethod
    def of(cls, row: Mapping[str, str]) -> Self:
        """A region from a row of the release's file or of the table, which have the same columns."""
        return cls(
            code=row["code"],
            names={"zh": row["name_zh"], "en": row["name_en"]},
            level=row["level"],
            parent=row["parent"],
            minimum_wage_tier=row["minimum_wage_tier"],
            tier_status=Status(row["tier_status"]) if row["tier_status"] else None,
        )


@dataclass(frozen=True)
class Pairing:
    """The industry whose published wages stand nearest to the occupations of a prefix."""

    prefix: str
    industry: str
    source: str
    status: Status


@dataclass(frozen=True)
class PriceChange:
    """The change of consumer prices in a year, in percent."""

    year: int
    percent: Decimal
    source: str
    status: Status


@dataclass(frozen=True)
class Release:
    """All that a release holds."""

    about: About
    book: LawBook
    regions: tuple[Region, ...]
    occupations: tuple[Occupation, ...]
    retired_codes: tuple[RetiredCode, ...]
    said_words: tuple[SaidWord, ...]
    readings: Mapping[str, str]
    levels: tuple[WageLevel, ...]
    pairings: tuple[Pairing, ...]
    prices: tuple[PriceChange, ...]
    forms: tuple[Form, ...]
    service_points: tuple[ServicePoint, ...]
