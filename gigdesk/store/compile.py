"""A checked release becomes one SQLite file: the schema by SQLModel, the rows by executemany."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path

from sqlmodel import SQLModel

from gigdesk.domain.law import Content, Source, Value
from gigdesk.domain.pension.replay import Form
from gigdesk.store import tables, wages
from gigdesk.store.publication import entry_of
from gigdesk.store.records import Release
from gigdesk.store.schema import create

FEN_A_YUAN = 100


def compile_release(release: Release, target: Path) -> None:
    """Write a release into a new SQLite file.

    Raises:
        sqlite3.Error: the file cannot be written.
    """
    connection = sqlite3.connect(target)
    try:
        with connection:
            create(connection, tables.RELEASE)
            for table, rows in _rows(release).items():
                _insert(connection, table, rows)
            wages.add_levels(connection, release.levels)
        connection.execute("ANALYZE")
    finally:
        connection.close()


def _rows(release: Release) -> dict[type[SQLModel], Iterable[tuple[object, ...]]]:
    """The rows of each table, in the order of its columns."""
    book = release.book
    about = {
        "id": release.about.id,
        "released": release.about.released.isoformat(),
        "title_zh": release.about.titles["zh"],
        "title_en": release.about.titles["en"],
        "digest": release.about.digest,
        "oldest_program": release.about.oldest_program,
        "datasets": json.dumps([
            vars(dataset) | {"rule": entry_of(dataset.rule)} for dataset in release.about.datasets
        ]),
        "calendar": json.dumps([entry_of(notice) for notice in book.calendar], ensure_ascii=False),
    }
    values = [v for parameters in book.regions.values() for history in parameters.values() for v in history.values()]
    return {
        tables.AboutRow: about.items(),
        tables.SourceRow: map(_source, book.sources.values()),
        tables.LawRow: map(_law, values),
        tables.RegionRow: (
            (r.code, r.names["zh"], r.names["en"], r.level, r.parent, r.minimum_wage_tier, r.tier_status or "")
            for r in release.regions
        ),
        tables.OccupationRow: (
            (o.code, o.label, o.label_en, "|".join(o.work_types), "|".join(o.aliases), o.gig)
            for o in release.occupations
        ),
        tables.RetiredCodeRow: (
            (c.code, c.edition, c.title, c.valid_from, c.valid_to, c.note) for c in release.retired_codes
        ),
        tables.SaidWordRow: ((w.word, "|".join(w.codes), w.status, w.source) for w in release.said_words),
        tables.ReadingRow: release.readings.items(),
        tables.PairingRow: ((p.prefix, p.industry, p.source, p.status) for p in release.pairings),
        tables.PriceRow: ((p.year, str(p.percent), p.source, p.status) for p in release.prices),
        tables.FormRow: map(_form, release.forms),
        tables.ServicePointRow: (
            (
                p.region,
                p.kind,
                p.names["zh"],
                p.names["en"],
                p.phone,
                p.area_code,
                p.address,
                p.hours,
                p.source,
                p.status,
            )
            for p in release.service_points
        ),
    }


def _insert(connection: sqlite3.Connection, table: type[SQLModel], rows: Iterable[tuple[object, ...]]) -> None:
    columns = list(table.model_fields)
    names = ", ".join(f'"{column}"' for column in columns)
    blanks = ", ".join("?" * len(columns))
    connection.executemany(f'INSERT INTO "{table.__tablename__}" ({names}) VALUES ({blanks})', rows)  # noqa: S608


def _source(s: Source) -> tuple[object, ...]:
    return s.id, s.title, s.document, s.publisher, s.url, s.published, s.period, s.status, s.retrieved


def _law(value: Value) -> tuple[object, ...]:
    kind, content = _content(value.content)
    return (
        value.region,
        value.name,
        value.since.isoformat(),
        kind,
        content,
        value.unit,
        value.source,
        value.status,
        value.checked_on.isoformat(),
        value.statistical_year,
        value.use_year,
        value.note,
    )


def _content(content: Content) -> tuple[str, str]:
    """Kind and text. Numbers stay text, so that nothing is rounded on the way."""
    if isinstance(content, bool):
        return "flag", json.dumps(content)
    if isinstance(content, Decimal):
        return "number", str(content)
    if isinstance(content, str):
        return "text", content
    if isinstance(content, Mapping):
        return "table", json.dumps({key: str(number) for key, number in content.items()})
    return "codes", json.dumps(content)


def _form(form: Form) -> tuple[object, ...]:
    case = form.entitlement
    return (
        form.id,
        form.region,
        str(form.retired or ""),
        _fen(case.benefit_base),
        str(case.index),
        None if case.transitional_index is None else str(case.transitional_index),
        case.total_months,
        case.transitional_months,
        _fen(case.account_balance),
        str(case.divisor),
        *map(_fen, (form.printed_basic, form.printed_account, form.printed_transitional, form.printed_total)),
        form.adds_up,
        form.source,
        form.notes["zh"],
        form.notes["en"],
    )


def _fen(yuan: Decimal | None) -> int | None:
    """Whole fen. An amount with a part of a fen is a mistake in the release and is refused by the guard's types."""
    if yuan is None:
        return None
    fen = yuan * FEN_A_YUAN
    if fen != int(fen):
        msg = f"{yuan} is not a whole number of fen"
        raise ValueError(msg)
    return int(fen)
