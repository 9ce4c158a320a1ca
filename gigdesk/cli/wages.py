"""gigdesk wages compare | search | orders."""

from __future__ import annotations

import argparse

from gigdesk.cli import wages_orders, wages_pay, wages_series
from gigdesk.cli.context import Context, Output, Subparsers, add_report
from gigdesk.cli.out import add_out, write_out
from gigdesk.cli.slip import add_slip
from gigdesk.domain.errors import InputError
from gigdesk.domain.wages.levels import MEASURES, Position, WageLevel
from gigdesk.domain.wages.occupations import SCHEME
from gigdesk.domain.wages.search import Match
from gigdesk.reports.slip.wages import wages_slip
from gigdesk.reports.wages import compared
from gigdesk.services import commands
from gigdesk.services.fields import named
from gigdesk.services.wages import Query, Row
from gigdesk.services.wages_words import called
from gigdesk.store.texts import Texts


def add(parsers: Subparsers, t: Texts) -> None:
    """Declare the commands."""
    group = parsers.add_parser("wages", help=t("help.wages")).add_subparsers(required=True, metavar="COMMAND")
    compare = group.add_parser("compare", help=t("help.wages.compare"))
    compare.add_argument("--occupation", action="append", required=True, help=t("help.wages.occupation"))
    compare.add_argument("--region", action="append", required=True, help=t("help.region"))
    compare.add_argument("--period", metavar="YYYY", help=t("help.wages.period"))
    compare.add_argument("--measure", choices=MEASURES, default="monthly", help=t("help.wages.measure"))
    wages_pay.add(compare, t)
    add_out(compare, t)
    add_report(compare, t)
    add_slip(compare, t)
    compare.set_defaults(run=_compare)
    wages_series.add(group, t)
    search = group.add_parser("search", help=t("help.wages.search"))
    search.add_argument("word", metavar="WORD", help=t("help.wages.word"))
    search.set_defaults(run=_search)
    wages_orders.add(group, t)


def _compare(args: argparse.Namespace, context: Context) -> Output:
    told, measure = wages_pay.told(args, context), args.measure
    period = _period(args.period)
    query = Query(tuple(args.occupation), tuple(args.region), period, measure, told.earnings, args.tier)
    with named(wages_pay.NAMES):
        answer = context.services.wages.compare(query, context.today)
    if args.out:
        write_out(args.out, compared(answer, context.services.data.reference.regions, context.t), context.t)
    found = answer.result
    body = {
        "rows": [_row(row, context) for row in found.rows],
        "own": wages_pay.own(found.own),
        "position": _position(found.position),
        "minimum_wage": found.minimum_wage,
        **told.body,
    }
    lines = list(told.lines(context.t))
    lines += [_line(row, context) for row in found.rows]
    if found.own and found.position:
        lines += [
            "",
            *wages_pay.lines(found.own, found.minimum_wage, context.t),
            context.t(f"cli.position.{_where(found.position)}", **vars(found.position)),
        ]
    return Output(
        body,
        lines,
        answer,
        command=commands.wages.command(query, context.services.wages),
        slip=lambda asked: wages_slip(answer, context.services.data.reference.regions, asked),
    )


def _search(args: argparse.Namespace, context: Context) -> Output:
    answer = context.services.wages.search(args.word, context.today)
    found = answer.result
    lines = [_found_line(match, context.t) for match in found.matches]
    body = {"rows": [_found(match) for match in found.matches], "asks": found.asks, "likely": found.likely}
    return Output(body, lines or [context.t("cli.nothing-found", word=args.word)], answer)


def _found(match: Match) -> dict[str, object]:
    """A row; `edition` and `note` where the code that was typed stood for it in an older edition."""
    body = {name: value for name, value in vars(match).items() if name != "was"}
    return {**body, "edition": match.was and match.was.edition, "note": match.was and match.was.note}


def _found_line(match: Match, t: Texts) -> str:
    english = t.language == "en" and match.label_en
    label = f"{match.label_en} {match.label}" if english else match.label
    return f"{match.code}  {label}  ({t('cli.matched', word=match.matched, how=t(f'matched.{match.how}'))})"


def _period(text: str | None) -> str | None:
    if text is not None and not (text.isascii() and text.isdigit() and len(text) == 4):  # noqa: PLR2004
        raise InputError("--period", text, "YYYY")
    return text


def _row(row: Row, context: Context) -> dict[str, object]:
    level = row.found.level
    return {
        "occupation": {"scheme": SCHEME, "code": row.occupation.code, "label": row.occupation.label},
        "region": row.region,
        "speaks_of_region": level.region,
        "period": level.period,
        "statistic": row.statistics,
        "unit": f"CNY/{row.measure}",
        "sample": level.sample,
        "speaks_of": level.label,
        "population": level.population,
        "pay_concept": level.pay_concept,
        "widened": _widened(row, context),
        "passed_over": [_passed_over(level) for level in row.found.passed_over],
        "status": level.status,
        "source": level.source,
    }


def _widened(row: Row, context: Context) -> str | None:
    found = row.found
    notes = [*found.widened, *(["part"] if found.is_part else [])]
    if not notes:
        return None
    t, level = context.t, found.level
    place = context.services.data.reference.regions[level.region].names[t.language]
    where = {"label": called(level.label, t), "place": place, "period": level.period}
    nearer = [f"widened.{_passed_over(one)['reason']}" for one in found.passed_over]
    said = [t(f"widened.{what}", **where) for what in notes]
    return "; ".join([*said, *(t(key) for key in dict.fromkeys(nearer))])


def _passed_over(level: WageLevel) -> dict[str, object]:
    """A nearer figure that is not shown: of too few people, or published as not available."""
    reason = "too-few" if level.too_few else "not-available"
    found = {"speaks_of": level.label, "speaks_of_region": level.region, "period": level.period}
    return {**found, "sample": level.sample, "reason": reason, "source": level.source}


def _position(position: Position | None) -> dict[str, object] | None:
    return None if position is None else dict(vars(position))


def _where(position: Position) -> str:
    return str(position.reason) if position.reason else "percentile"


def _line(row: Row, context: Context) -> str:
    t = context.t
    figures = "  ".join(f"{t(f'statistic.{name}')} {value}" for name, value in row.statistics.items())
    level = row.found.level
    widened = _widened(row, context)
    note = f"  ({widened})" if widened else ""
    who = t(f"population.{level.population}")
    if row.found.is_part:
        who = f"{who} · {called(level.label, t)}"
    return f"{row.occupation.label} · {level.period} · {who}: {figures}{note}"
