"""`wages compare`, written as its options and asked again."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from gigdesk.domain.wages.levels import MEASURES
from gigdesk.domain.wages.own_pay import MONTHS, MOST_YUAN, Earnings
from gigdesk.services import Services
from gigdesk.services.commands.command import Command, Found, codes, told
from gigdesk.services.fields import FIRST_YEAR, LAST_YEAR, Fields
from gigdesk.services.wages import Comparison, Query, Row, Wages

NAME = "wages compare"


def command(query: Query, wages: Wages) -> Command:
    """A comparison as the options say it; words for occupations as the codes that they were taken for."""
    options = told(
        occupation=[wages.occupation(word).code for word in query.occupations],
        region=query.regions,
        period=query.period,
        measure=query.measure,
    )
    own = query.earnings
    if own:
        hours = {"hours-logged": own.hours_logged, "hours-order": own.hours_order}
        options |= told(earned=own.earned, per=own.per, costs=own.costs, **hours)
    return Command(NAME, options=options)


def ask_again(asked: Command, services: Services, today: date) -> Found:
    """Compare again, and say what came of it in codes."""
    answer = services.wages.compare(read_query(asked.options), today)
    return Found(_outcome(answer.result), answer.steps)


def read_query(found: object) -> Query:
    """Read the options. Costs that are not there are not known.

    Raises:
        InputError: naming the option, what it got and what it accepts.
    """
    options = Fields(found, "options")
    query = Query(
        _words(options, "occupation"),
        _words(options, "region"),
        str(options.whole("period", FIRST_YEAR, LAST_YEAR)) if options.has("period") else None,
        options.one_of("measure", tuple(MEASURES)) if options.has("measure") else "monthly",
        _earnings(options) if options.has("earned") else None,
    )
    options.done()
    return query


def _words(options: Fields, name: str) -> tuple[str, ...]:
    return tuple(Fields({name: word}).text(name) for _, word in options.entries(name))


def _earnings(options: Fields) -> Earnings:
    def amount(name: str) -> Decimal:
        return options.number(name, 0, MOST_YUAN)

    def known(name: str) -> Decimal | None:
        return amount(name) if options.has(name) else None

    return Earnings(
        amount("earned"),
        options.one_of("per", tuple(MONTHS)) if options.has("per") else "month",
        known("costs"),
        known("hours-logged"),
        known("hours-order"),
    )


def _outcome(found: Comparison) -> dict[str, object]:
    return codes(
        rows=[_row(row) for row in found.rows], own=found.own, position=found.position, minimum_wage=found.minimum_wage
    )


def _row(row: Row) -> dict[str, object]:
    level = row.found.level
    return codes(
        occupation=row.occupation.code,
        region=row.region,
        speaks_of_region=level.region,
        period=level.period,
        population=level.population,
        statistic=row.statistics,
        widened=[*row.found.widened, *(["part"] if row.found.is_part else [])],
        source=level.source,
    )
