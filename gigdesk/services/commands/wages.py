"""`wages compare`, written as its options and asked again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from gigdesk.domain.wages.by_month import EARNED_PER
from gigdesk.domain.wages.costs import MOST_YUAN, Cost
from gigdesk.domain.wages.levels import MEASURES
from gigdesk.domain.wages.own_pay import Earnings
from gigdesk.services import Services
from gigdesk.services.commands.command import Command, Found, codes, told
from gigdesk.services.fields import FIRST_YEAR, LAST_YEAR, Fields
from gigdesk.services.pay_input import read_cost, read_hours, written_cost, written_hours
from gigdesk.services.wages import Comparison, Query, Row, Wages

NAME = "wages compare"


def command(query: Query, wages: Wages) -> Command:
    """A comparison as the options say it; words for occupations as the codes that they were taken for."""
    options = told(
        occupation=[wages.occupation(word).code for word in query.occupations],
        region=query.regions,
        period=query.period,
        measure=query.measure,
        tier=query.tier,
    )
    if query.earnings:
        options |= _told(query.earnings)
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
        options.text("tier") if options.has("tier") else None,
    )
    options.done()
    return query


def _words(options: Fields, name: str) -> tuple[str, ...]:
    return tuple(Fields({name: word}).text(name) for _, word in options.entries(name))


def _told(own: Earnings) -> dict[str, object]:
    """One's own earnings as the options say them."""
    logged, order = own.hours_logged, own.hours_order
    return told(
        **{"hours-logged": None if logged is None else written_hours(logged, own.hours_logged_per)},
        **{"hours-order": None if order is None else written_hours(order, own.hours_order_per)},
        earned=own.earned,
        per=own.per,
        days=own.days,
        **{"order-count": own.orders},
        costs=own.costs,
        cost=[written_cost(cost) for cost in own.cost_list] or None,
    )


def _earnings(options: Fields) -> Earnings:
    def known(name: str) -> Decimal | None:
        return options.number(name, 0, MOST_YUAN) if options.has(name) else None

    def hours(name: str) -> tuple[Decimal | None, str]:
        return read_hours(options.text(name), options.name(name)) if options.has(name) else (None, "month")

    (logged, logged_per), (order, order_per) = hours("hours-logged"), hours("hours-order")
    return Earnings(
        options.number("earned", 0, MOST_YUAN),
        options.one_of("per", EARNED_PER) if options.has("per") else "month",
        known("costs"),
        logged,
        order,
        logged_per,
        order_per,
        known("days"),
        known("order-count"),
        tuple(_costs(options)),
    )


def _costs(options: Fields) -> Iterator[Cost]:
    for name, said in options.entries("cost"):
        yield read_cost(Fields({name: said}).text(name), name)


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
