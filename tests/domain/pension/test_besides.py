from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from gigdesk.domain.law import Law, LawBook, Status, Value
from gigdesk.domain.money import YearMonth
from gigdesk.domain.pension.besides import HEATING, HEATING_MONTH, PARTS, say_besides
from gigdesk.domain.pension.case import Case, Record
from gigdesk.domain.pension.contribution import Choice
from gigdesk.domain.pension.estimate import estimate
from gigdesk.domain.pension.projection import Plan
from gigdesk.domain.working import Working

TODAY = date(2026, 11, 24)
CASE = Case(
    as_of=YearMonth(2026, 11),
    birth=YearMonth(1985, 6),
    category="male60",
    record=Record(96, average_index=Decimal("0.6"), account_balance=Decimal("25012.34")),
    plan=Plan(Choice(Decimal(60))),
)


def law_with(status=Status.SECONDARY, **contents):
    values = {
        name: {TODAY: Value(name, "370000", TODAY, content, "", "case", status, TODAY)}
        for name, content in contents.items()
    }
    return Law(values, "370000", TODAY)


def said(law):
    working = Working()
    say_besides(law, working)
    return [(warned.code, dict(warned.details)) for warned in working.warnings]


def test_a_heating_subsidy_is_said_with_its_amount_and_month():
    law = law_with(**{HEATING: Decimal(1700), HEATING_MONTH: Decimal(10)})
    assert said(law) == [("heating-subsidy", {"amount": Decimal(1700), "month": Decimal(10)})]


def test_a_heating_subsidy_cites_its_source(book: LawBook):
    working = Working()
    estimate(CASE, book.on(TODAY, "370000"), working)
    (line,) = [step for step in working.steps if step.id == "heating-subsidy"]
    assert (line.value, line.sources) == (Decimal(1700), ("sd-heating-2013-106",))


@pytest.mark.parametrize("name", PARTS)
def test_a_part_that_is_not_counted_is_named(name, texts):
    code = f"part-{name.replace('_', '-')}"
    assert said(law_with(**{f"pension.part.{name}": True})) == [(code, {})]
    assert f"warning.{code}" in texts


def test_what_is_not_known_not_verified_or_not_paid_is_not_said():
    heating = {HEATING: Decimal(1700), HEATING_MONTH: Decimal(10)}
    for law in (law_with(), law_with(Status.UNVERIFIED, **heating), law_with(**{f"pension.part.{PARTS[0]}": False})):
        assert said(law) == []
    assert said(law_with(**{HEATING: Decimal(1700)})) == []


def test_an_estimate_does_not_add_what_is_paid_besides(book: LawBook):
    law = book.on(TODAY, "370000")
    heating = law_with(**{HEATING: Decimal(1700), HEATING_MONTH: Decimal(10)}).parameters
    bare = {name: values for name, values in law.parameters.items() if name not in heating}
    with_it, without = Working(), Working()
    first = estimate(CASE, replace(law, parameters={**bare, **heating}), with_it)
    second = estimate(CASE, replace(law, parameters=bare), without)
    assert first == second
    assert [warned.code for warned in with_it.warnings if warned not in without.warnings] == ["heating-subsidy"]


def test_where_no_pension_comes_out_nothing_is_said_of_what_is_paid_besides(book: LawBook):
    working = Working()
    estimate(replace(CASE, plan=None), book.on(TODAY, "370000"), working)
    assert "heating-subsidy" not in [warned.code for warned in working.warnings]
