"""gigdesk data import FILE --as FEED: a file that somebody fetched from a public feed."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from gigdesk.cli.context import Context, Output
from gigdesk.cli.figures import as_body, as_line, findings
from gigdesk.domain.errors import InputError, RefusedError
from gigdesk.services.answer import answered
from gigdesk.services.feed_files import FeedLook, TableLook
from gigdesk.services.wage_tables import said
from gigdesk.services.wage_tables.service import SHOWN
from gigdesk.store.texts import Texts
from gigdesk.sync.feed import Parsed

FEW, SHOWN_OF_MANY = 2, 2
"""Of very many tables fewer lines are shown each."""
OF_A_TABLE = {"map": None, "leave_out": False, "table": 1}
"""Options that a feed has no use for, for it says itself what it holds, and what they are when they are not given."""


def run(args: argparse.Namespace, context: Context) -> Output:
    """Read a file of a feed, and store it unless it is only to be looked at."""
    refuse_options(args, args.kind)
    files, path = context.services.feeds, Path(args.file)
    look = files.look(path, args.kind) if args.dry_run else files.store(path, args.kind, context.today)
    answer = answered(None, context.services.data.reference, context.today)
    status = 0 if look.clear else RefusedError.exit_status
    return Output(_body(look, context.t), list(_lines(look, context)), answer, status)


def refuse_options(args: argparse.Namespace, kind: str) -> None:
    """Refuse what only a table is told.

    Raises:
        InputError: such an option was given.
    """
    for name, usual in OF_A_TABLE.items():
        if getattr(args, name) != usual:
            raise InputError(f"--{name.replace('_', '-')}", kind, "--as table")


def _lines(look: FeedLook, context: Context) -> Iterator[str]:
    t, parsed = context.t, look.parsed
    yield f"{look.feed.title} · {t(look.feed.holds)}"
    yield t("cli.feeds.read", rows=parsed.rows, figures=parsed.figures)
    yield from (f"· {line}" for line in left_out_lines(parsed, t))
    many = len(look.tables) > FEW
    for one in look.tables:
        yield from _table_lines(one, SHOWN_OF_MANY if many else SHOWN, context)
    if look.rates_stored:
        yield t("cli.feeds.rates", count=look.rates_stored)
    elif not any(one.stored for one in look.tables):
        yield t("cli.tables.not-stored")


def left_out_lines(parsed: Parsed, t: Texts) -> Iterator[str]:
    """What was left out, by reason, and what else is to be known."""
    for why, count in parsed.left_out.items():
        yield t("cli.feeds.left-out", count=count, why=t(f"feed.left-out.{why}"))
    yield from (t(f"phrase.{note.key}", **note.blanks) for note in parsed.notes)


def _table_lines(one: TableLook, shown: int, context: Context) -> Iterator[str]:
    t, table = context.t, one.table
    population, unit = t(f"population.{table.population}"), said.unit_said(table.currency, table.unit, t)
    yield t("cli.feeds.table", title=table.title, population=population, unit=unit, cells=one.cells)
    yield from (as_line(line, context) for line in one.first[:shown])
    yield from (f"! {said.finding_said(finding, t)}" for finding in one.findings)
    if one.there:
        yield t("cli.feeds.there", title=table.title)
    if one.stored:
        kept = one.stored
        blanks = {"title": table.title, "publisher": table.publisher, "id": kept.id, "rows": kept.rows}
        yield t("cli.tables.stored", file=kept.file, **blanks)


def _body(look: FeedLook, t: Texts) -> dict[str, object]:
    parsed = look.parsed
    return {
        "feed": look.feed.id,
        "licence": look.feed.licence or None,
        "rows": parsed.rows,
        "figures": parsed.figures,
        "left_out": {str(why): count for why, count in parsed.left_out.items()},
        "notes": [t(f"phrase.{note.key}", **note.blanks) for note in parsed.notes],
        "rates": len(parsed.rates),
        "tables": [_table(one, t) for one in look.tables],
    }


def _table(one: TableLook, t: Texts) -> dict[str, object]:
    return {
        **vars(one.table),
        "population_label": t(f"population.{one.table.population}"),
        "cells": one.cells,
        "first": [as_body(line) for line in one.first],
        "findings": findings(one.findings, t),
        "stored": one.stored.id if one.stored else None,
        "there": one.there,
    }
