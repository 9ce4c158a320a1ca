"""Past the statutory month: who is short pays on, who has enough begins now, and no comparison says otherwise."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from gigdesk.domain.errors import InputError, NotInForceError, Phrase
from gigdesk.domain.law import LawBook
from gigdesk.domain.money import YearMonth
from gigdesk.domain.pension.case import Case, Override, Record
from gigdesk.domain.pension.cell import Circumstances
from gigdesk.domain.pension.compare import Axes, Stop, compare, shifts, side_by_side
from gigdesk.domain.pension.contribution import Choice
from gigdesk.domain.pension.estimate import estimate, retiring
from gigdesk.domain.pension.projection import Assumptions, Plan
from gigdesk.domain.working import Working

CASES = yaml.safe_load(
    (Path(__file__).parents[2] / "law" / "cases" / "pension" / "after_age.yaml").read_text(encoding="utf-8")
)
NOW = YearMonth(2026, 11)
FLAT = Assumptions(*[Decimal(0)] * 4)
LOWEST = Choice(Decimal(60))
CASE = Case(
    as_of=NOW,
    birth=YearMonth(1964, 6),
    category="male60",
    record=Record(100, average_index=Decimal("0.6"), account_balance=Decimal(20000)),
    plan=Plan(LOWEST),
    assumptions=FLAT,
)
WAYS = ("way-keep-paying", "way-one-off", "way-convert", "way-convert-made-up", "too-late-to-join")


@pytest.fixture(scope="module")
def law(book: LawBook):
    return book.on(date(2026, 11, 24), "370000")


def read(case):
    stop = YearMonth.parse(case["stop_before"]) if "stop_before" in case else None
    return replace(
        CASE,
        birth=YearMonth.parse(case["birth"]),
        category=case["category"],
        record=Record(
            case["paid"],
            deemed_months=case.get("deemed", 0),
            average_index=Decimal("0.6"),
            account_balance=Decimal(case.get("balance", 0)),
        ),
        plan=Plan(LOWEST, case.get("months_per_year", 12), stop) if case.get("plan", True) else None,
    )


def estimated(case, law):
    working = Working()
    return estimate(case, law, working), working


def codes(working):
    return [warned.code for warned in working.warnings]


def warning(working, code):
    return next(warned.details for warned in working.warnings if warned.code == code)


def amounts(found):
    benefit = found.expected.benefit
    return {
        name: str(getattr(benefit, name)) for name in ("divisor", "basic", "account", "total")
    } if benefit else {}  # fmt: skip


def expected(case):
    return {name: case[name] for name in ("divisor", "basic", "account", "total")}


@pytest.mark.parametrize("case", CASES["paying_on"], ids=lambda case: case["name"])
def test_who_is_short_draws_from_the_month_in_which_the_months_are_enough(case, law):
    found, working = estimated(read(case), law)
    assert str(found.retirement.chosen_month) == case["begins"]
    assert (found.expected.projection.months, found.retirement.months_short) == (case["months"], 0)
    assert amounts(found) == expected(case)
    assert str(warning(working, "paying-on-after-age")["month"]) == case["begins"]
    step = next(step for step in working.steps if step.id == "paying-on")
    assert (str(step.value), step.sources) == (case["begins"], ("social-insurance-law",))
    assert "way-convert-made-up" in codes(working)
    assert "way-keep-paying" not in codes(working)


@pytest.mark.parametrize(
    ("birth", "statutory"), [("1966-06", "2026-11"), ("1966-07", "2026-12"), ("1967-06", "2028-02")]
)
def test_who_will_be_short_at_the_age_gets_the_answer_of_who_is_short_then(birth, statutory, law):
    found, working = estimated(replace(CASE, birth=YearMonth.parse(birth)), law)
    assert (str(found.retirement.statutory_month), str(found.retirement.chosen_month)) == (statutory, "2033-07")
    assert (found.expected.projection.months, found.retirement.months_short) == (80, 0)
    assert found.range is not None
    then = 100 + (found.retirement.statutory_month - NOW)
    assert {name: str(value) for name, value in warning(working, "paying-on-after-age").items()} == {
        "month": "2033-07", "short": str(180 - then), "required": "180", "statutory": statutory,
    }  # fmt: skip
    assert [code for code in codes(working) if code in WAYS][-1] == "way-convert-made-up"
    assert str(warning(working, "way-convert-made-up")["at_once"]) == str(180 - then)


@pytest.mark.parametrize(
    "plan",
    [None, Plan(LOWEST, stop_before=YearMonth(2027, 6)), Plan(LOWEST, stop_before=YearMonth(2030, 1))],
    ids=["nothing more", "stops before the age", "stops before the months are enough"],
)
def test_a_plan_that_stops_before_an_age_ahead_stays_short_and_is_told_the_ways(plan, law):
    found, working = estimated(replace(CASE, birth=YearMonth(1967, 6), plan=plan), law)
    assert found.range is None
    assert found.retirement.chosen_month == found.retirement.statutory_month
    assert {"months-short-at-age", "way-keep-paying", "way-convert-made-up"} <= set(codes(working))
    assert str(warning(working, "way-keep-paying")["begins"]) == "2033-07"
    assert "paying-on-after-age" not in codes(working)


def test_paying_until_the_minimum_reaches_it_after_the_age(law):
    case = replace(CASE, birth=YearMonth(1967, 6))
    assert estimated(replace(case, to_minimum=True), law)[0].retirement == estimated(case, law)[0].retirement


def test_an_early_retirement_with_too_few_months_says_how_many_are_missing(law):
    case = replace(CASE, birth=YearMonth(1967, 6), shift_months=-8)
    found, working = estimated(case, law)
    assert (found.range, found.retirement.months_short) == (None, 73)
    assert {name: str(value) for name, value in warning(working, "months-short-early").items()} == {
        "month": "2027-06", "short": "73", "required": "180", "then": "107", "statutory": "2028-02",
    }  # fmt: skip
    assert not set(codes(working)) & set(WAYS)


@settings(deadline=None, max_examples=40)
@given(st.integers(110, 179), st.integers(0, 30))
def test_a_month_of_birth_does_not_break_the_amount(law, paid, later):
    """Neither the month of drawing nor, but for the divisor of a month of age, the amount turns on it."""
    record = replace(CASE.record, paid_months=paid)
    births = [YearMonth(1966, 1) + later, YearMonth(1966, 1) + (later + 1)]
    one, two = (estimated(replace(CASE, birth=birth, record=record), law)[0] for birth in births)
    assert one.range is not None
    assert two.range is not None
    assert two.retirement.chosen_month >= one.retirement.chosen_month
    assert abs(two.range.expected - one.range.expected) <= one.range.expected * Decimal("0.03")


@pytest.mark.parametrize("case", CASES["beyond_the_table"], ids=lambda case: case["name"])
def test_beyond_the_divisors_the_month_is_known_and_the_amount_is_not(case, law):
    found, working = estimated(read(case), law)
    assert (str(found.retirement.chosen_month), found.retirement.months_short) == (case["begins"], 0)
    assert (found.expected.benefit is not None) is case["known"]
    assert ("divisor-not-known" in codes(working)) is not case["known"]
    entered, _ = estimated(replace(read(case), override=Override(divisor=Decimal(56))), law)
    assert entered.expected.benefit.divisor == 56


@pytest.mark.parametrize("case", CASES["short"], ids=lambda case: case["name"])
def test_too_little_is_no_pension_and_names_the_ways(case, law):
    found, working = estimated(read(case), law)
    assert (str(found.retirement.chosen_month), found.retirement.months_short) == (case["chosen"], case["short"])
    assert found.expected.benefit is found.range is None
    assert [code for code in codes(working) if code in WAYS] == case["ways"]
    assert "months-short-after-age" in codes(working)
    assert "paying-on-after-age" not in codes(working)


@pytest.mark.parametrize("case", CASES["enough"], ids=lambda case: case["name"])
def test_who_has_enough_draws_from_now_on(case, law):
    found, working = estimated(read(case), law)
    assert (str(found.retirement.chosen_month), found.expected.projection.months) == (case["begins"], 0)
    assert amounts(found) == expected(case)
    said = [str(warned.details["month"]) for warned in working.warnings if warned.code == "could-have-begun"]
    assert said == ([case["since"]] if case["since"] else [])
    assert not set(codes(working)) & set(WAYS)


def test_paying_the_rest_at_once_is_for_those_insured_before_the_law_after_five_more_years(law):
    _, working = estimated(replace(CASE, plan=None), law)
    assert {name: str(value) for name, value in warning(working, "way-one-off").items()} == {
        "before": "2011-07", "begins": "2031-11", "by_month": "60", "at_once": "20",
    }  # fmt: skip
    assert str(warning(working, "way-keep-paying")["begins"]) == "2033-07"
    assert {name: str(value) for name, value in warning(working, "way-convert-made-up").items()} == {
        "begins": "2026-11", "by_month": "0", "at_once": "80",
    }  # fmt: skip


def test_the_required_months_are_those_of_the_statutory_year(book: LawBook):
    """Born 1969-08, he was 61 and 2 months in 2030-10: 186 months, though 192 and more are asked for later."""
    case = replace(CASE, as_of=YearMonth(2031, 1), birth=YearMonth(1969, 8))
    found = retiring(case, book.on(date(2031, 1, 1), "370000"), Working())
    assert (str(found.statutory_month), found.required_months) == ("2030-10", 186)
    assert found.chosen_month == case.as_of + 86


def test_a_late_retirement_still_ahead_is_what_was_chosen(law):
    found, working = estimated(replace(CASE, shift_months=36), law)
    assert found.retirement.chosen_month == YearMonth(2027, 6)
    assert {"late-needs-employer", "months-short-after-age"} <= set(codes(working))
    assert "paying-on-after-age" not in codes(working)


@pytest.mark.parametrize(
    ("birth", "shift", "accepts"),
    [("1964-06", 12, "0 | 29..36"), ("1966-09", -5, "-4..36"), ("1966-01", -4, "0 | 6..36"), ("1960-01", 36, "0")],
    ids=["late, but it has passed", "early, but it has passed", "early, and the age has passed", "all has passed"],
)
def test_a_month_that_has_passed_cannot_be_chosen(birth, shift, accepts, law):
    with pytest.raises(InputError) as caught:
        estimated(replace(CASE, birth=YearMonth.parse(birth), shift_months=shift), law)
    assert (caught.value.field, caught.value.details["accepts"]) == ("retirement.shift_months", accepts)


def test_a_month_in_place_of_the_rules_must_not_have_passed(law):
    with pytest.raises(InputError) as caught:
        estimated(replace(CASE, override=Override(retirement_month=YearMonth(2026, 10))), law)
    assert caught.value.field == "override.retirement_month"
    assert caught.value.details["accepts"] == Phrase.of("from", first=NOW)


@pytest.mark.parametrize(("month", "said"), [("2045-05", True), ("2045-06", False)])
def test_a_month_before_the_earliest_one_is_said(month, said, law):
    case = replace(CASE, birth=YearMonth(1985, 6), override=Override(retirement_month=YearMonth.parse(month)))
    found, working = estimated(replace(case, record=replace(CASE.record, paid_months=200)), law)
    assert str(found.retirement.chosen_month) == month
    assert ("retirement-before-earliest" in codes(working)) is said


@pytest.mark.parametrize(("month", "said"), [("2048-02", False), ("2048-06", False), ("2048-07", True)])
def test_a_month_put_in_after_the_statutory_one_needs_an_employer(month, said, law):
    case = replace(CASE, birth=YearMonth(1985, 6), override=Override(retirement_month=YearMonth.parse(month)))
    _, working = estimated(case, law)
    assert ("late-needs-employer" in codes(working)) is said


@pytest.mark.parametrize(
    ("birth", "shift", "last", "earliest"),
    [("1967-06", -8, "2027-03", None), ("1966-11", -4, "2026-10", "2027-02"), ("1966-10", -3, "2026-10", "2027-02"),
     ("1966-09", -3, "2026-09", "2027-02"), ("1966-11", -3, "2026-11", None)],
)  # fmt: skip
def test_an_early_retirement_is_written_down_three_months_before(birth, shift, last, earliest, law):
    case = replace(CASE, birth=YearMonth.parse(birth), shift_months=shift)
    _, working = estimated(replace(case, record=replace(CASE.record, paid_months=200)), law)
    details = warning(working, "early-notice" if earliest is None else "early-notice-too-late")
    assert (details["months"], str(details["last"])) == (3, last)
    assert earliest in {None, str(details.get("earliest"))}


@pytest.mark.parametrize(("birth", "joins"), [("2010-11", True), ("2010-12", False)])
def test_nobody_joins_before_sixteen(birth, joins, law):
    case = replace(CASE, birth=YearMonth.parse(birth), record=Record(0))
    if joins:
        assert estimated(case, law)[0].range
        return
    with pytest.raises(InputError) as caught:
        estimated(case, law)
    assert caught.value.field == "person.birth"
    assert caught.value.details["accepts"] == Phrase.of("joins-at", latest=YearMonth(2010, 11), age=16)


def test_a_retirement_before_the_months_were_law_has_no_estimate(law):
    with pytest.raises(NotInForceError) as caught:
        estimated(replace(CASE, birth=YearMonth(1950, 1)), law)
    assert caught.value.details["name"] == "pension.minimum_months"


def test_without_the_law_nobody_pays_on(law):
    history = {day: replace(value, content=False) for day, value in law.parameters["pension.paying_on"].items()}
    closed = replace(law, parameters={**law.parameters, "pension.paying_on": history}, citations=[])
    found, working = estimated(CASE, closed)
    assert found.expected.benefit is None
    assert "paying-on-after-age" not in codes(working)


late = st.builds(
    lambda birth, category, paid, balance, months, known: replace(
        CASE,
        birth=birth,
        category=category,
        record=Record(paid, average_index=Decimal("0.6") if known else None, account_balance=balance),
        plan=Plan(LOWEST, months),
        assumptions=None,
    ),
    st.builds(YearMonth, st.integers(1957, 1963), st.integers(1, 12)),
    st.sampled_from(["male60", "female55"]),
    st.integers(0, 300),
    st.decimals(0, 10**5, places=2),
    st.sampled_from([1, 6, 11, 12]),
    st.booleans(),
)
stops = st.one_of(
    st.just(Stop()), st.just(Stop(at_minimum=True)), st.integers(0, 200).map(lambda months: Stop(before=NOW + months))
)


soon = st.builds(
    lambda case, birth: replace(case, birth=birth, category="male60"),
    late,
    st.builds(YearMonth, st.integers(1964, 1972), st.integers(1, 12)),
)


@settings(deadline=None, max_examples=60)
@given(st.one_of(late, soon), stops, st.sampled_from([0, 36]))
def test_a_cell_is_what_estimate_says_of_its_case(law, case, stop, shift):
    case = replace(case, shift_months=shift if shift in shifts(case, law.fresh(), 1) else 0)
    axes = Axes(tiers=(LOWEST, Choice(Decimal(100))), shifts=(case.shift_months,), stops=(Stop(), stop))
    for cell in compare(case, axes, Circumstances(), law.fresh(), Working()).cells:
        found = estimate(cell.case, law.fresh(), Working())
        ahead = found.expected.projection
        assert cell.retirement == found.retirement
        assert (cell.paying.months, cell.paying.cost, cell.paying.cost_today) == (
            ahead.months, ahead.cost, ahead.cost_today,
        )  # fmt: skip
        assert (cell.drawing is None) is (found.range is None)
        if cell.drawing:
            assert (cell.drawing.low, cell.drawing.expected, cell.drawing.high) == tuple(vars(found.range).values())
            assert cell.drawing.breakeven_months == found.breakeven_months


@settings(deadline=None, max_examples=60)
@given(late)
def test_the_pension_begins_in_the_first_month_with_enough_months(law, case):
    found, _ = estimated(case, law)
    when, ahead = found.retirement, found.expected.projection
    assert when.chosen_month >= NOW >= when.statutory_month
    if case.record.paid_months == 0:
        assert (when.chosen_month, when.months_short) == (NOW, when.required_months)
        return
    assert when.months_short == 0
    assert ahead.months == max(when.required_months - case.record.paid_months, 0)
    if ahead.months:
        a_month_less = Plan(LOWEST, case.plan.months_per_year, stop_before=when.chosen_month + -1)
        sooner, _ = estimated(replace(case, plan=a_month_less), law)
        assert sooner.retirement.months_short == 1


def test_the_working_of_each_named_plan_is_that_of_its_estimate(law):
    plans = {"pay": CASE, "stop": replace(CASE, plan=None), "half": replace(CASE, plan=Plan(LOWEST, 6))}
    for column in side_by_side(plans, Circumstances(), law.fresh()):
        working = Working()
        estimate(plans[column.name], law.fresh(), working)
        assert (column.working.steps, column.working.warnings) == (working.steps, working.warnings)
