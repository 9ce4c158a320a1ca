from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from gigdesk.domain.errors import InputError
from gigdesk.domain.law import LawBook
from gigdesk.domain.money import half_up
from gigdesk.domain.wages.by_month import PAID_DAYS, paid_hours_step
from gigdesk.domain.wages.costs import KINDS, Cost
from gigdesk.domain.wages.own_pay import Earnings, own_pay
from gigdesk.domain.working import Working
from gigdesk.services.pay_input import read_cost

CASES = yaml.safe_load(
    (Path(__file__).parents[2] / "law" / "cases" / "wages" / "own_pay.yaml").read_text(encoding="utf-8")
)
FEN = Decimal("0.01")
TODAY = date(2026, 11, 24)

amounts = st.decimals(0, 20_000, places=2)
days = st.integers(1, 31).map(Decimal)
costs = st.builds(
    Cost, st.sampled_from(KINDS), st.decimals(0, 2000, places=2), st.sampled_from(["day", "week", "month", "year"])
)


@pytest.fixture(scope="module")
def law(book: LawBook):
    return book.on(TODAY, "370100")


def earnings(said):
    numbers = {
        name: said[name]
        for name in ("earned", "costs", "hours_logged", "hours_order", "days", "orders")
        if name in said
    }
    listed = tuple(read_cost(cost, "cost") for cost in said.get("cost_list", ()))
    given = {**said, **{name: amount and Decimal(amount) for name, amount in numbers.items()}, "cost_list": listed}
    return Earnings(**{"costs": None if listed else Decimal(0), **given})


@pytest.mark.parametrize("case", CASES["pay"], ids=lambda case: case["name"])
def test_pay_by_the_month_and_the_hour(case, law):
    working = Working()
    found = own_pay(earnings(case["said"]), working, law if case.get("law") else None)
    assert {name: None if (amount := getattr(found, name)) is None else str(amount) for name in case["found"]} == case[
        "found"
    ]
    assert {cost.kind: str(cost.monthly) for cost in found.costs} == case.get(
        "costs", {c.kind: str(c.monthly) for c in found.costs}
    )
    assert [warned.code for warned in working.warnings] == case.get("warned", [])


@pytest.mark.parametrize("case", CASES["refused"], ids=lambda case: str(case["said"]))
def test_what_nobody_can_mean_is_refused_by_its_field(case):
    with pytest.raises(InputError) as caught:
        own_pay(earnings(case["said"]), Working())
    assert caught.value.field == case["field"]


@pytest.mark.parametrize(
    "cost",
    [
        Cost("tea", Decimal(1)),
        Cost("rent", Decimal(-1)),
        Cost("rent", Decimal("1e8")),
        Cost("rent", Decimal(1), "hour"),
        Cost("rent", Decimal(5), "percent"),
        Cost("fee", Decimal(101), "percent"),
        Cost("vehicle", Decimal(4800), "years"),
        Cost("vehicle", Decimal(4800), "years", Decimal(0)),
        Cost("vehicle", Decimal(4800), "years", Decimal(21)),
        Cost("vehicle", Decimal(4800), "month", Decimal(2)),
    ],
)
def test_a_cost_that_cannot_be_is_refused(cost):
    with pytest.raises(InputError, match="cost"):
        own_pay(Earnings(Decimal(100), costs=None, cost_list=(cost,)), Working())


def test_each_conversion_is_a_step_with_its_rule_and_source(law):
    working = Working()
    said = Earnings(
        Decimal(300), "day", None, Decimal(10), None, "day", cost_list=(Cost("battery", Decimal(12), "day"),)
    )
    own_pay(said, working, law)
    steps = {step.id: step for step in working.steps}
    assert steps["paid-days"].value == Decimal("21.75")
    assert {steps[name].formula for name in ("gross-monthly", "cost-battery", "hours-logged")} == {
        "gross-day",
        "cost-day",
        "hours-day",
    }
    source = law.value(PAID_DAYS).source
    assert all(
        steps[name].sources == (source,) for name in ("paid-days", "gross-monthly", "cost-battery", "hours-logged")
    )


def test_days_that_are_known_need_no_rule(law):
    working = Working()
    own_pay(Earnings(Decimal(300), "day", days=Decimal(26)), working, law)
    assert not any(step.sources for step in working.steps)
    assert working.warnings == []


def test_an_hour_of_published_pay_is_a_174th_of_a_month(law):
    working = Working()
    paid_hours_step(law, working)
    assert working.steps[0].value == 174


def test_without_costs_nothing_is_called_net():
    working = Working()
    own_pay(Earnings(Decimal(7200), costs=None, hours_logged=Decimal(260), hours_order=Decimal(180)), working)
    assert [step.id for step in working.steps] == ["gross-monthly", "gross-hour-logged", "gross-hour-order"]


@given(amounts, st.lists(costs, max_size=6), costs, days)
def test_one_more_cost_never_leaves_more(earned, listed, more, worked):
    said = Earnings(earned, costs=None, days=worked, cost_list=tuple(listed) or (Cost("other", Decimal(0)),))
    less = own_pay(replace(said, cost_list=(*said.cost_list, more)), Working())
    assert less.net_monthly <= own_pay(said, Working()).net_monthly
    assert less.costs_monthly == sum(cost.monthly for cost in less.costs)


@given(amounts, days, st.integers(1, 10_000).map(Decimal))
def test_the_same_pay_by_another_unit_is_the_same_month_within_a_fen(amount, worked, orders):
    exact = {
        "month": amount,
        "year": amount / 12,
        "week": amount * 52 / 12,
        "day": amount * worked,
        "order": amount * orders,
    }
    for per, monthly in exact.items():
        if monthly <= 10_000_000:
            found = own_pay(Earnings(amount, per, days=worked, orders=orders), Working()).gross_monthly
            by_month = own_pay(Earnings(monthly), Working()).gross_monthly
            assert abs(found - by_month) <= FEN


@given(st.decimals("0.1", 24, places=2), days)
def test_hours_of_a_day_times_its_days_are_those_of_the_month(hours, worked):
    by_day = own_pay(Earnings(Decimal(7200), hours_logged=hours, hours_logged_per="day", days=worked), Working())
    by_month = own_pay(Earnings(Decimal(7200), hours_logged=half_up(hours * worked)), Working())
    assert by_day.hours_logged == by_month.hours_logged
    assert by_day.net_hour_logged == by_month.net_hour_logged


@given(amounts, st.none() | amounts, st.decimals("0.01", 744, places=2), st.decimals("0.01", 744, places=2))
def test_an_hour_with_an_order_never_brings_less_than_one_logged_in(earned, spent, one, other):
    order, logged = sorted((one, other))
    found = own_pay(Earnings(earned, costs=spent, hours_logged=logged, hours_order=order), Working())
    assert found.gross_hour_order >= found.gross_hour_logged
