"""gigdesk data status."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from gigdesk.cli import live
from gigdesk.cli.context import Context, Output, Subparsers
from gigdesk.cli.releases import came
from gigdesk.services.data import DatasetState, DataStatus
from gigdesk.services.standing import DataState
from gigdesk.store.imported import ImportedTable
from gigdesk.store.texts import Texts


def add(commands: Subparsers, t: Texts) -> None:
    """Declare the command."""
    commands.add_parser("status", help=t("help.data.status")).set_defaults(run=_status)


def _status(_: argparse.Namespace, context: Context) -> Output:
    answer = context.services.data.status(context.today, context.t.language)
    found, t = answer.result, context.t
    lines = [
        found.title,
        f"  {' · '.join(came(found.origin, t))}",
        *(line for state in found.datasets for line in _lines(state, t)),
        *(_table_line(table, t) for table in found.tables or ()),
        *live.state_lines(context.services.live.states(), t),
    ]
    body = {
        "title": found.title,
        "release": _release(answer.data, found),
        "datasets": [_dataset(state, t) for state in found.datasets],
        "rows": found.rows,
        "tables": None if found.tables is None else [_table(table) for table in found.tables],
        "feeds": live.state_bodies(context.services.live.states(), t),
    }
    return Output(body, lines, answer)


def _release(data: DataState, found: DataStatus) -> dict[str, object]:
    origin = found.origin
    return {
        "id": data.release,
        "released": data.released,
        "kind": origin.kind if origin else "program",
        "place": origin.place or None if origin else None,
        "installed_at": origin.installed_at.isoformat() if origin else None,
        "signatures": data.signatures,
        "needed": data.needed,
        "expires": data.expires,
        "expired": data.expired,
        "clock_has_seen": found.seen_later,
    }


def _dataset(state: DatasetState, t: Texts) -> dict[str, object]:
    age, rule, notice = state.age, state.dataset.rule, state.unpublished
    return {
        "id": state.dataset.id,
        "label": t(f"dataset.{state.dataset.id}"),
        "publisher": state.source.publisher,
        "newest": state.newest,
        "published": state.published or None,
        "age_days": age.days,
        "looked_days": age.looked,
        "next_expected": age.expected,
        "share": None if age.share is None else f"{age.share:.2f}",
        "rule": rule.texts[t.language],
        "state": age.freshness,
        "state_text": t(f"freshness.{age.freshness}"),
        "unpublished": notice.texts[t.language] if notice else None,
        "rows": state.rows,
        "source": state.source.id,
    }


def _lines(state: DatasetState, t: Texts) -> Iterator[str]:
    name, stands = t(f"dataset.{state.dataset.id}"), t(f"freshness.{state.age.freshness}")
    due = state.age.expected or state.dataset.rule.texts[t.language]
    expected = t("data.expected.next", due=due)
    yield f"  {name}: {state.newest} · {state.source.title} · {state.published or '-'} · {expected} · {stands}"
    if state.unpublished:
        yield f"    {state.unpublished.texts[t.language]}"


def _table(table: ImportedTable) -> dict[str, object]:
    return {
        "id": table.id,
        "title": table.table.title,
        "publisher": table.table.publisher,
        "published": table.table.published or None,
        "imported_on": table.imported_on,
        "rows": table.rows,
    }


def _table_line(table: ImportedTable, t: Texts) -> str:
    return f"  {table.table.title}: {t('data.table.line', rows=table.rows, day=table.imported_on)}"
