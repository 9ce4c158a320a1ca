"""Reading a release: a folder of plain files becomes law book and tables, or an error that names file and place."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from gigdesk.domain.errors import RefusedError
from gigdesk.domain.injury.places import ServicePoint
from gigdesk.domain.law import Status
from gigdesk.domain.money import YearMonth
from gigdesk.domain.pension.benefit import Entitlement
from gigdesk.domain.pension.replay import Form
from gigdesk.domain.wages.occupations import Occupation, RetiredCode, SaidWord
from gigdesk.store.csv_files import Row, table
from gigdesk.store.digest import digest
from gigdesk.store.lawbook import read_lawbook
from gigdesk.store.observations import money, read_levels
from gigdesk.store.publication import read_publication
from gigdesk.store.records import About, Dataset, Pairing, PriceChange, Region, Release

VERSION = re.compile(r"[0-9]+(\.[0-9]+){0,3}")


def read_release(folder: Path) -> Release:
    """Read a release folder.

    Raises:
        RefusedError: a file is missing or cannot be understood; the error names file, place and reason.
    """
    return Release(
        about=read_about(folder),
        book=replace(read_lawbook(folder), calendar=read_publication(folder).unpublished),
        regions=read_regions(folder),
        occupations=read_occupations(folder),
        retired_codes=table(folder / "code_history.csv", _retired_code),
        said_words=read_said_words(folder),
        readings=dict(table(folder / "readings.csv", lambda row: (row["name"], row["reading"]))),
        levels=read_levels(folder / "wages" / "observations.csv"),
        pairings=table(folder / "wages" / "industry_of_occupation.csv", _pairing),
        prices=table(folder / "wages" / "cpi.csv", _price),
        forms=table(folder / "forms.csv", _form),
        service_points=table(folder / "service_points.csv", ServicePoint.of),
    )


def read_regions(folder: Path) -> tuple[Region, ...]:
    """The regions of a release."""
    return table(folder / "regions.csv", Region.of)


def read_occupations(folder: Path) -> tuple[Occupation, ...]:
    """The occupations of a release folder."""
    return table(folder / "occupations.csv", _occupation)


def read_said_words(folder: Path) -> tuple[SaidWord, ...]:
    """What people say in a release folder that is no name of one occupation."""
    return table(folder / "occupation_words.csv", _said_word)


def read_about(folder: Path) -> About:
    """What a release folder says of itself."""
    path = folder / "release.toml"
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
        rules = read_publication(folder).rules
        titles = {"zh": str(found["title_zh"]), "en": str(found["title_en"])}
        datasets = tuple(Dataset(rule=rules[dataset["id"]], **dataset) for dataset in found["datasets"])
        day, oldest = date.fromisoformat(str(found["released"])), _version(str(found["oldest_program"]))
        return About(str(found["id"]), day, titles, digest(folder), datasets, oldest)
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise RefusedError("release", file=path.name, place="-", reason=repr(error)) from error


def _version(text: str) -> str:
    if not VERSION.fullmatch(text):
        msg = f"oldest_program {text!r}"
        raise ValueError(msg)
    return text


def _occupation(row: Row) -> Occupation:
    return Occupation(
        code=row["code"],
        label=row["title"],
        label_en=row["title_en"],
        work_types=_split(row["work_types"]),
        aliases=_split(row["aliases"]),
        gig=row["gig"] == "1",
    )


def _said_word(row: Row) -> SaidWord:
    return SaidWord(row["word"], _split(row["codes"]), Status(row["status"]), row["source"])


def _price(row: Row) -> PriceChange:
    return PriceChange(int(row["year"]), Decimal(row["change_percent"]), row["source"], Status(row["status"]))


def _form(row: Row) -> Form:
    return Form(
        id=row["form"],
        region=row["province"],
        retired=YearMonth.parse(row["retired"]) if row["retired"] else None,
        entitlement=Entitlement(
            benefit_base=money(row["benefit_base"]),
            index=Decimal(row["index"]),
            total_months=int(row["total_months"]),
            account_balance=money(row["account_balance"]),
            divisor=Decimal(row["divisor"]),
            transitional_index=Decimal(row["transitional_index"]) if row["transitional_index"] else None,
            transitional_months=int(row["transitional_months"] or 0),
        ),
        printed_basic=_maybe_money(row["printed_basic"]),
        printed_account=_maybe_money(row["printed_account"]),
        printed_transitional=_maybe_money(row["printed_transitional"]),
        printed_total=_maybe_money(row["printed_total"]),
        adds_up=row["consistent"] == "yes",
        source=row["source"],
        notes={"zh": row["note_zh"], "en": row["note_en"]},
    )


def _pairing(row: Row) -> Pairing:
    return Pairing(row["prefix"], row["industry"], row["source"], Status(row["status"]))


def _retired_code(row: Row) -> RetiredCode:
    return RetiredCode(**row)


def _maybe_money(text: str) -> Decimal | None:
    return money(text) if text else None


def _split(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split("|") if part)
