"""gigdesk data sync --feed ID: figures from public feeds, and how each feed stands."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from gigdesk.cli.context import Context, Output
from gigdesk.cli.feeds import left_out_lines
from gigdesk.cli.figures import findings
from gigdesk.domain.errors import MissingDataError, RefusedError
from gigdesk.domain.wages.rates import Rate
from gigdesk.services import live_words as say
from gigdesk.services.answer import answered
from gigdesk.services.live import EVERY, FeedState
from gigdesk.services.wage_tables import said
from gigdesk.store.live import Outcome, Placed, State
from gigdesk.store.texts import Texts
from gigdesk.sync.countries import CHINA
from gigdesk.sync.feeds import ALL
from gigdesk.sync.run import Result

FOUR_PLACES = Decimal("0.0001")


def declare(command: Any, t: Texts) -> None:  # noqa: ANN401 - argparse's own class is private
    """Let a command ask feeds."""
    command.add_argument("--feed", action="append", choices=(*ALL, EVERY), metavar="ID", dest="feeds", help=_which(t))
    command.add_argument("--dry-run", action="store_true", help=t("help.data.sync.dry-run"))


def run(args: argparse.Namespace, context: Context) -> Output:
    """Ask the feeds that are named, and say what became of each."""
    feeds, t = context.services.live, context.t
    results: list[Result] = []
    for feed in feeds.chosen(args.feeds):
        print(t("progress.feed", feed=feed.title), file=sys.stderr)
        results += feeds.sync([feed], context.today, dry=args.dry_run)
    lines = [line for one in results for line in _lines(one, t)]
    if args.dry_run:
        lines.append(t("cli.tables.not-stored"))
    answer = answered(None, context.services.data.reference, context.today)
    body = {"dry_run": args.dry_run, "feeds": [_body(one, t) for one in results]}
    return Output(body, lines, answer, max((_status(one) for one in results), default=0))


def state_lines(states: tuple[FeedState, ...], t: Texts) -> list[str]:
    """Each feed for people: how many figures, how it was last asked, the licence."""
    return [f"  {one.feed.title}: {say.standing(one, t)} · {say.licence(one.feed, t)}" for one in states]


def state_bodies(states: tuple[FeedState, ...], t: Texts) -> list[dict[str, object]]:
    """The same for programs."""
    return [
        {
            "id": one.feed.id,
            "label": t(one.feed.holds),
            "publisher": one.feed.publisher,
            "licence": one.feed.licence or None,
            "optional": one.feed.optional,
            "figures": one.figures,
            **_last(one.last, t),
        }
        for one in states
    ]


def _which(t: Texts) -> str:
    said_of = (f"{one.id}{t('list.colon')}{t(one.holds)}" for one in ALL.values())
    return t("list.and").join((t("help.data.sync.feed"), *said_of))


def _status(result: Result) -> int:
    if isinstance(result.error, MissingDataError):
        return MissingDataError.exit_status
    well = result.state.outcome in {Outcome.NEW, Outcome.SAME}
    return 0 if well else RefusedError.exit_status


def _lines(result: Result, t: Texts) -> Iterator[str]:
    feed, parsed = result.feed, result.parsed
    yield f"{feed.title} · {t(feed.holds)} · {say.licence(feed, t)}"
    yield f"  {say.outcome(result.state, t)}"
    if parsed:
        yield f"  {t('cli.live.read', rows=parsed.rows, figures=parsed.figures)}"
        yield from (f"  · {line}" for line in left_out_lines(parsed, t))
        yield from (f"  {line}" for line in _rate_lines(parsed.rates, t))
    for one in result.placed:
        unit = said.unit_said(one.table.currency, one.table.unit, t)
        population = t(f"population.{one.table.population}")
        blanks = {"title": one.table.title, "population": population, "unit": unit, "cells": len(one.cells)}
        yield f"  {t('cli.feeds.table', **blanks)}"
        yield from (f"    ! {said.finding_said(finding, t)}" for finding in one.findings[:1])


def _rate_lines(rates: Iterable[Rate], t: Texts) -> Iterator[str]:
    """The newest rates of China's own currency."""
    newest = {one.indicator: one for one in sorted(rates, key=lambda one: one.year) if one.region == CHINA}
    for one in newest.values():
        yield t(f"rate.{one.indicator}", year=one.year, value=one.value.quantize(FOUR_PLACES, ROUND_HALF_UP))


def _last(last: State | None, t: Texts) -> dict[str, object]:
    return {
        "state": last.outcome if last else "never",
        "tried": last.tried if last else None,
        "got": last.got if last else None,
        "error": {"code": last.code, "text": say.why(last, t)} if last and last.code else None,
    }


def _body(result: Result, t: Texts) -> dict[str, object]:
    feed, parsed = result.feed, result.parsed
    return {
        "id": feed.id,
        "licence": feed.licence or None,
        "terms": feed.terms or None,
        **_last(result.state, t),
        "rows": parsed.rows if parsed else None,
        "figures": parsed.figures if parsed else None,
        "left_out": {str(why): count for why, count in parsed.left_out.items()} if parsed else {},
        "rates": [one._asdict() for one in parsed.rates] if parsed else [],
        "tables": [_table(one, t) for one in result.placed],
    }


def _table(one: Placed, t: Texts) -> dict[str, object]:
    return {**vars(one.table), "cells": len(one.cells), "findings": findings(one.findings, t)}
