"""gigdesk wages series."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from decimal import Decimal

from gigdesk.cli.context import Context, Output, Subparsers
from gigdesk.cli.out import add_out, write_out
from gigdesk.domain.wages.levels import MEASURES
from gigdesk.domain.wages.occupations import Occupation
from gigdesk.domain.wages.series import Point, Series
from gigdesk.reports.wages import over_years
from gigdesk.services import wages_words as say
from gigdesk.store.texts import Texts


def add(group: Subparsers, t: Texts) -> None:
    """Declare the command."""
    series = group.add_parser("series", help=t("help.wages.series"))
    series.add_argument("--occupation", required=True, help=t("help.wages.occupation"))
    series.add_argument("--region", required=True, help=t("help.region"))
    series.add_argument("--measure", choices=tuple(MEASURES), default="monthly", help=t("help.wages.measure"))
    add_out(series, t)
    series.set_defaults(run=_series)


def _series(args: argparse.Namespace, context: Context) -> Output:
    wages, regions = context.services.wages, context.services.data.reference.regions
    occupation = wages.occupation(args.occupation)
    answer = wages.series(args.occupation, args.region, args.measure, context.today)
    if args.out:
        write_out(args.out, over_years(answer, occupation, args.measure, regions, context.t), context.t)
    body = {
        "occupation": {"code": occupation.code, "label": occupation.label},
        "region": args.region,
        "series": [_body(one, args.measure) for one in answer.result],
    }
    lines = [line for one in answer.result for line in _lines(one, occupation, args.measure, context)]
    return Output(body, lines, answer)


def _body(series: Series, measure: str) -> dict[str, object]:
    level = series.level
    return {
        "population": level.population,
        "pay_concept": level.pay_concept,
        "speaks_of": level.label,
        "speaks_of_region": level.region,
        "step": series.found.step,
        "widened": series.found.widened,
        "unit": f"{level.currency}/{measure}",
        "real_in_prices_of": series.prices_of,
        "points": [_point(point) for point in series.points],
    }


def _point(point: Point) -> dict[str, object]:
    return {
        "period": point.period,
        "statistic": point.statistics,
        "real": point.real,
        "break_before": point.break_before,
        "flags": point.flags,
        "status": point.status,
        "source": point.source,
    }


def _lines(series: Series, occupation: Occupation, measure: str, context: Context) -> list[str]:
    t, level = context.t, series.level
    regions = context.services.data.reference.regions
    whom = f"{say.population(level, t)} · {say.speaks_of(series.found, occupation, regions, t)}"
    lines = [f"{whom} ({say.unit(measure, level.currency, t)})"]
    for point in series.points:
        real = f"  {t('wages.years.real', year=series.prices_of)}: {_figures(point.real, t)}" if point.real else ""
        gap = f"  {t('cli.series.break')}" if point.break_before else ""
        lines.append(f"  {point.period}  {_figures(point.statistics, t)}{real}{gap}")
    return lines


def _figures(statistics: Mapping[str, Decimal], t: Texts) -> str:
    return "  ".join(f"{t(f'statistic.{name}')} {value}" for name, value in statistics.items())
