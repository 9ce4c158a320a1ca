"""Reading a release: a folder of plain files becomes law book and tables, or an error that names file and place."""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

from gigdesk.domain.errors import RefusedError
from gigdesk.domain.injury.places import ServicePoint
from gigdesk.domain.law import Status
from gigdesk.domain.money import YearMonth, half_up
from gigdesk.domain.pension.benefit import Entitlement
from gigdesk.domain.pension.replay import Form
from gigdesk.domain.wages.codes import subject
from gigdesk.domain.wages.levels import STATISTICS, Flag, WageLevel, cells
from gigdesk.domain.wages.occupations import Occupation, RetiredCode, SaidWord
from gigdesk.store.digest import digest
from gigdesk.store.lawbook import read_lawbook
from gigdesk.store.publication import read_publication
from gigdesk.store.records import About, Dataset, Pairing, PriceChange, Region, Release

T = TypeVar("T")
Row = Mapping[str, str]
VERSION = re.compile(r"[0-9]+(\.[0-9]+){0,3}")


def read_release(folder: Path) -> Release:
    """Read a release folder.

    Raises:
        RefusedError: a file is missing or cannot be understood; the error names file, place and reason.
    """
    return Release(
        about=read_about(folder),
        book=replace(read_lawbook(folder), calendar=read_publication(folder).unpublished),
        regions=_table(folder / "regions.csv", Region.of),
        occupations=read_occupations(folder),
        retired_codes=_table(folder / "code_history.csv", _retired_code),
        said_words=read_said_words(folder),
        readings=dict(_table(folder / "readings.csv", lambda row: (row["name"], row["reading"]))),
        levels=_cells(folder / "wages" / "observations.csv"),
        pairings=_table(folder / "wages" / "industry_of_occupation.csv", _pairing),
        prices=_table(folder / "wages" / "cpi.csv", _price),
        forms=_table(folder / "forms.csv", _form),
        service_points=_table(folder / "service_points.csv", ServicePoint.of),
    )


def read_occupations(folder: Path) -> tuple[Occupation, ...]:
    """The occupations of a release folder."""
    return _table(folder / "occupations.csv", _occupation)


def read_said_words(folder: Path) -> tuple[SaidWord, ...]:
    """What people say in a release folder that is no name of one occupation."""
    return _table(folder / "occupation_words.csv", _said_word)


def read_about(folder: Path) -> About:
    """What a release folder says of itself."""
    path, rules = folder / "release.toml", read_publication(folder).rules
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
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


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            for row in reader:
                if None in row or None in row.values():
                    raise RefusedError("release", file=path.name, place=reader.line_num, reason="number of columns")
                yield reader.line_num, row
    except (OSError, UnicodeError, csv.Error) as error:
        raise RefusedError("release", file=path.name, place="-", reason=error) from error


def _table(path: Path, convert: Callable[[Row], T]) -> tuple[T, ...]:
    """The rows of a CSV file, converted. What cannot be converted is refused with file and line."""
    converted = []
    for line, row in _rows(path):
        try:
            converted.append(convert(row))
        except (KeyError, ValueError, TypeError, ArithmeticError) as error:
            raise RefusedError("release", file=path.name, place=f"line {line}", reason=repr(error)) from error
    return tuple(converted)


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


def _observation(row: Row) -> WageLevel:
    if row["measure"] not in STATISTICS:
        msg = f"measure {row['measure']!r}"
        raise ValueError(msg)
    flag = Flag(row["flag"]) if row["flag"] else None
    if bool(row["value"]) == (flag is Flag.MISSING):
        msg = f"value {row['value']!r}, flag {row['flag']!r}"
        raise ValueError(msg)
    return WageLevel(
        series=row["series"],
        publisher=row["publisher"],
        population=row["population"],
        pay_concept=row["pay_concept"],
        region=row["region"],
        dimension=row["dimension"],
        subject=row["occupation"] or subject(row["dimension"], row["code"], row["label"]),
        label=row["label"],
        period=row["period"],
        statistics={row["measure"]: _money(row["value"])} if row["value"] else {},
        unit=row["unit"].partition("/")[2],
        source=row["source"],
        status=Status(row["status"]),
        sample=int(row["sample"]) if row["sample"] else None,
        note=row["note"],
        currency=row["currency"],
        flags={row["measure"]: flag} if flag and flag is not Flag.BREAK else {},
        break_before=flag is Flag.BREAK,
    )


def _cells(path: Path) -> tuple[WageLevel, ...]:
    """The published cells, each with the row of its first figure.

    Raises:
        RefusedError: a figure stands twice.
    """
    figures = (replace(one, row=row) for row, one in enumerate(_table(path, _observation), start=2))
    try:
        return tuple(cells(figures))
    except ValueError as error:
        raise RefusedError("release", file=path.name, place=error, reason="stands twice") from error


def _form(row: Row) -> Form:
    return Form(
        id=row["form"],
        region=row["province"],
        retired=YearMonth.parse(row["retired"]) if row["retired"] else None,
        entitlement=Entitlement(
            benefit_base=_money(row["benefit_base"]),
            index=Decimal(row["index"]),
            total_months=int(row["total_months"]),
            account_balance=_money(row["account_balance"]),
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


def _money(text: str) -> Decimal:
    """An amount in yuan; a part of a fen is a slip."""
    amount = Decimal(text)
    if amount != half_up(amount):
        raise ValueError(f"{text} is not a whole number of fen")
    return amount


def _maybe_money(text: str) -> Decimal | None:
    return _money(text) if text else None


def _split(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split("|") if part)
