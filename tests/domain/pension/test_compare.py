from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gigdesk.domain.errors import InputError
from gigdesk.domain.law import Law, LawBook, Status, Value
from gigdesk.domain.money import YearMonth
from gigdesk.domain.pension.case import Case, Override, Record
from gigdesk.domain.pension.cell import Circumstances
from gigdesk.domain.pension.compare import TIERS, Axes, Stop, compare, shifts, side_by_side
from gigdesk.domain.pension.contribution import Choice
from gigdesk.domain.pension.estimate import estimate
from gigdesk.domain.pension.projection import Assumptions, Plan
from gigdesk.domain.pension.subsidy import Claim
from gigdesk.domain.working import Working

TODAY = date(2026, 11, 24)
NOW = YearMonth(2026, 11)
FLAT = Assumptions(*[Decimal(0)] * 4)
PLAIN = Circumstances()
TO_THE_END = Stop()
CASE = Case(
    as_of=NOW,
    birth=YearMonth(1985, 6),
    category="male60",
    record=Record(96, average_index=Decimal("0.6"), account_balance=Decimal("25012.34")),
    plan=Plan(Choice(Decimal(60))),
)
STANDSTILL = replace(CASE, assumptions=FLAT)
BY_HALVES = replace(CASE, plan=Plan(Choice(Decimal(60)), months_per_year=6))

tiers = st.one_of(
    st.integers(60, 300).map(lambda percent: Choice(Decimal(percent))),
    st.decimals(4573, 22863, places=2).map(lambda amount: Choice(amount=amount)),
)
records = st.builds(
    Record,
    st.integers(0, 300),
    average_index=st.one_of(st.none(), st.decimals("0.4", "3", places=4)),
    account_balance=st.decimals(0, 10**5, places=2),
)
stops = st.one_of(
    st.just(Stop()),
    st.just(Stop(at_minimum=True)),
    st.integers(0, 300).map(lambda months: Stop(before=NOW + months)),
)
cases = st.builds(
    lambda birth, category, record, months: replace(
        CASE, birth=birth, category=category, record=record, plan=Plan(Choice(Decimal(60)), months)
    ),
    st.builds(YearMonth, st.integers(1975, 2005), st.integers(1, 12)),
    st.sampled_from(["male60", "female55"]),
    records,
    st.sampled_from([1, 6, 12]),
)

LAST_AGE = 70 * 12
"""In months: where the table of divisors ends."""


@pytest.fixture(scope="module")
def law(book: LawBook):
    return book.on(TODAY, "370000")


def planned(case, tier, stop=TO_THE_END):
    return replace(case, plan=replace(case.plan, choice=tier, stop_before=stop.before), to_minimum=stop.at_minimum)


def compared(case, law, around=PLAIN, **axes):
    return compare(case, Axes(**axes), around, law.fresh(), Working())


def only_cell(case, law, tier, stop=TO_THE_END, around=PLAIN):
    axes = {"tiers": (tier,), "stops": (stop,), "shifts": (case.shift_months,)}
    return compared(case, law, around, **axes).cells[0]


def drawn(cell):
    """Low, expected and high; 0 where there is no pension yet."""
    found = cell.drawing
    return (found.low, found.expected, found.high) if found else (Decimal(0),) * 3


def test_the_advisor_picture_at_zero_growth(law):
    plans = {"A": STANDSTILL, "B": planned(STANDSTILL, Choice(Decimal(100)))}
    first, other = side_by_side(plans, PLAIN, law.fresh())
    assert [column.cell.paying.contribution.monthly for column in (first, other)] == [
        Decimal("914.60"),
        Decimal("1524.20"),
    ]
    assert [column.cell.paying.cost for column in (first, other)] == [Decimal("236881.40"), Decimal("394767.80")]
    assert [column.cell.drawing.expected for column in (first, other)] == [Decimal("2876.76"), Decimal("3754.50")]
    assert [column.cell.retirement.paid_months_then for column in (first, other)] == [355, 355]
    more = other.difference
    assert (more.monthly, more.months, more.cost) == (Decimal("609.60"), 0, Decimal("157886.40"))
    assert (more.pension, more.back_months) == (Decimal("877.74"), 180)
    assert first.difference is None


def test_the_working_of_each_named_plan_is_that_of_its_estimate(law):
    plans = {"A": STANDSTILL, "B": planned(STANDSTILL, Choice(Decimal(100)))}
    for column in side_by_side(plans, PLAIN, law.fresh()):
        working = Working()
        estimate(plans[column.name], law.fresh(), working)
        assert (column.working.steps, column.working.warnings) == (working.steps, working.warnings)


def test_plans_that_do_not_differ_have_nothing_to_get_back(law):
    _, other = side_by_side({"A": CASE, "B": CASE}, PLAIN, law.fresh())
    assert (other.difference.pension, other.difference.back_months) == (0, None)


def test_a_plan_against_paying_nothing_more_comes_back_at_its_breakeven(law):
    enough = replace(CASE, record=replace(CASE.record, paid_months=250))
    _, paying = side_by_side({"nothing": replace(enough, plan=None), "60": enough}, PLAIN, law.fresh())
    assert paying.difference.back_months == paying.cell.drawing.breakeven_months
    assert paying.difference.monthly == paying.cell.paying.contribution.monthly


@given(tiers, tiers, st.sampled_from([-36, -17, 0, 24]), st.sampled_from([-36, -5, 0, 36]))
def test_what_is_back_when_is_what_counting_month_by_month_finds(law, one_tier, other_tier, one_shift, other_shift):
    one = replace(planned(CASE, one_tier), shift_months=one_shift)
    other = replace(planned(CASE, other_tier), shift_months=other_shift)
    first, second = (column.cell for column in side_by_side({"A": one, "B": other}, PLAIN, law.fresh()))
    lower, higher = sorted((first, second), key=lambda cell: cell.drawing.expected)
    found = side_by_side({"A": one, "B": other}, PLAIN, law.fresh())[1].difference.back_months

    def ahead(months):
        others = max(months + (higher.retirement.chosen_month - lower.retirement.chosen_month), 0)
        mine = higher.drawing.expected * months - higher.paying.own_cost_today
        return mine >= lower.drawing.expected * others - lower.paying.own_cost_today

    if lower.drawing.expected == higher.drawing.expected:
        assert found is None
    else:
        assert ahead(found)
        assert found == 0 or not ahead(found - 1)


@settings(deadline=None, max_examples=50)
@given(cases, tiers, stops, st.sampled_from([-36, -12, 0, 7, 36]))
def test_a_cell_is_what_estimate_says_of_its_case(law, case, tier, stop, shift):
    when = shifts(case, law.fresh(), 1)
    case = replace(case, shift_months=max(shift, when[0]))
    cell = only_cell(case, law, tier, stop)
    assert cell.case == planned(case, tier, stop)
    found = estimate(cell.case, law.fresh(), Working())
    ahead = found.expected.projection
    assert cell.retirement == found.retirement
    assert cell.paying.contribution == found.contribution
    assert (cell.paying.months, cell.paying.cost, cell.paying.cost_today) == (
        ahead.months,
        ahead.cost,
        ahead.cost_today,
    )
    assert cell.enough is (found.retirement.months_short == 0)
    reached = found.retirement.chosen_age_months <= LAST_AGE  # who pays on beyond it has months enough, and no divisor
    assert (cell.drawing is not None) is (cell.enough and reached)
    if cell.drawing:
        assert drawn(cell) == (found.range.low, found.range.expected, found.range.high)
        assert cell.drawing.months == found.expected.benefit.divisor
        assert cell.drawing.breakeven_months == found.breakeven_months


@settings(deadline=None, max_examples=50)
@given(cases, stops)
def test_paying_more_costs_more_and_never_brings_less(law, case, stop):
    for lower, higher in pairwise(compared(case, law, stops=(stop,)).cells):
        assert lower.paying.contribution.monthly < higher.paying.contribution.monthly
        assert lower.paying.cost <= higher.paying.cost
        assert lower.enough is higher.enough
        assert all(less <= more for less, more in zip(drawn(lower), drawn(higher), strict=True))


@settings(deadline=None, max_examples=50)
@given(cases, tiers, st.integers(0, 200))
def test_one_more_month_paid_never_brings_less(law, case, tier, months):
    fewer, more = (only_cell(case, law, tier, Stop(before=NOW + end)) for end in (months, months + 1))
    assert more.paying.months - fewer.paying.months in (0, 1)
    assert all(less <= greater for less, greater in zip(drawn(fewer), drawn(more), strict=True))


@settings(deadline=None, max_examples=50)
@given(cases, tiers, stops)
def test_one_more_year_is_the_difference_to_the_plan_with_its_months(law, case, tier, stop):
    cell = only_cell(case, law, tier, stop)
    year = cell.year_more
    if year is None:
        assert cell.paying.months == 0
        return
    months = cell.paying.months + (-year.months if year.last else year.months)
    changed = replace(cell.case, plan=replace(cell.case.plan, stop_before=None, most_months=months), to_minimum=False)
    found = estimate(changed, law.fresh(), Working())
    if found.retirement.chosen_month != cell.retirement.chosen_month:  # the one of them pays on after the age
        assert year.pension is None
        return
    other = found.expected
    sign = -1 if year.last else 1
    assert 0 < year.months <= 12
    assert year.cost == sign * (other.projection.cost - cell.paying.cost) > 0
    assert year.cost_today == sign * (other.projection.cost_today - cell.paying.cost_today)
    if cell.drawing and other.todays_money is not None:
        assert year.pension == sign * (other.todays_money - cell.drawing.expected) > 0
    else:
        assert year.pension is None


def test_one_more_year_after_stopping_early_and_the_last_one_before_retirement(law):
    early, until = (only_cell(STANDSTILL, law, TIERS[0], stop).year_more for stop in (Stop(at_minimum=True), Stop()))
    assert (early.months, early.cost, early.last) == (12, 12 * Decimal("914.60"), False)
    assert (until.months, until.cost, until.last) == (12, 12 * Decimal("914.60"), True)
    almost = only_cell(STANDSTILL, law, TIERS[0], Stop(before=YearMonth(2048, 1))).year_more
    assert (almost.months, almost.last) == (5, False)


def test_the_table_runs_by_stop_then_age_then_tier(law):
    found = compared(CASE, law, shifts=(-12, 0), stops=(Stop(), Stop(at_minimum=True)))
    keys = [(cell.case.to_minimum, cell.case.shift_months, cell.case.plan.choice) for cell in found.cells]
    assert keys == [(stop, shift, tier) for stop in (False, True) for shift in (-12, 0) for tier in TIERS]


def test_the_months_paid_each_year_are_those_of_the_case(law):
    late = replace(BY_HALVES, shift_months=36)
    cells = compared(late, law, shifts=(0, 36)).cells
    assert {cell.paying.months for cell in cells if cell.case.shift_months} == {2 + 24 * 6 + 5}
    assert {cell.paying.months for cell in cells if not cell.case.shift_months} == {240 - 96}


def test_a_case_without_a_plan_is_compared_by_twelve_months_a_year(law):
    assert compared(replace(CASE, plan=None), law).cells == compared(CASE, law).cells


def test_the_warnings_come_once_and_those_of_single_cells_stay_there(law):
    working = Working()
    axes = Axes(shifts=(0, 12), stops=(Stop(), Stop(before=NOW + 12)))
    found = compare(CASE, axes, PLAIN, law.fresh(), working)
    codes = ["heating-subsidy", "late-needs-employer"]
    assert sorted(warned.code for warned in working.warnings) == codes
    assert {cell.enough for cell in found.cells} == {True, False}
    assert working.steps == []


def test_an_index_that_is_not_known_is_the_same_for_every_tier_and_said_once(law):
    working = Working()
    case = replace(CASE, record=replace(CASE.record, average_index=None))
    found = compare(case, Axes(), PLAIN, law.fresh(), working)
    codes = {"heating-subsidy", "index-not-known"}
    assert {warned.code for warned in working.warnings} == codes
    assert len(working.warnings) == 2
    for cell in found.cells:
        alone = estimate(cell.case, law.fresh(), Working())
        assert cell.case.record.average_index is None
        assert cell.drawing.breakeven_months == alone.breakeven_months
        assert cell.year_more.pension > 0


def test_without_an_index_paying_nothing_more_still_has_a_figure(law):
    case = replace(CASE, plan=None, record=Record(300))
    (column,) = side_by_side({"nothing": case}, PLAIN, law.fresh())
    assert column.cell.enough
    assert column.cell.drawing.expected > 0
    assert "index-not-known" in [warned.code for warned in column.working.warnings]


def test_a_dearer_tier_is_worth_no_more_because_the_past_is_not_known(law):
    record = Record(200, account_balance=Decimal(25000))
    found = [
        estimate(
            replace(CASE, record=replace(record, average_index=index), plan=Plan(Choice(Decimal(tier)))), law, Working()
        )
        for tier in (60, 100)
        for index in (None, Decimal("0.6001"))
    ]
    totals = [each.expected.todays_money for each in found]
    assert totals[0] == totals[1]
    assert totals[2] == totals[3]


def test_the_law_notes_what_a_comparison_read(law):
    read = law.fresh()
    compare(CASE, Axes(), PLAIN, read, Working())
    assert {"pension.base_limits", "pension.benefit_base", "pension.divisors"} <= {
        value.name for value in read.citations
    }


def test_the_expected_road_alone(law):
    cell = only_cell(CASE, law, TIERS[0], around=Circumstances(outer_roads=False))
    full = only_cell(CASE, law, TIERS[0])
    assert (cell.drawing.low, cell.drawing.high) == (None, None)
    assert cell.drawing.expected == full.drawing.expected


def test_breakeven_is_counted_from_the_month_after_retirement(law):
    drawing = only_cell(STANDSTILL, law, TIERS[0]).drawing
    assert drawing.breakeven_months == 83
    assert drawing.breakeven_month == YearMonth(2048, 6) + 83


def test_a_breakeven_beyond_a_hundred_years_has_no_month(law):
    dear = replace(FLAT, wage_growth=Decimal("-0.5"), inflation=Decimal("0.5"))
    case = replace(CASE, assumptions=dear, record=replace(CASE.record, paid_months=250))
    drawing = only_cell(case, law, TIERS[-1]).drawing
    assert drawing.breakeven_months > 1200
    assert drawing.breakeven_month is None


@pytest.mark.parametrize(
    ("income", "share", "band"), [("9146", "0.1000", 0), ("6000", "0.1524", 1), ("3000", "0.3049", 3)]
)
def test_the_burden_is_a_share_of_the_net_income(law, income, share, band):
    paying = only_cell(CASE, law, TIERS[0], around=Circumstances(net_income=Decimal(income))).paying
    assert (str(paying.income_share), paying.income_band) == (share, band)


def test_without_an_income_there_is_no_burden_and_none_of_zero(law):
    assert only_cell(CASE, law, TIERS[0]).paying.income_share is None
    with pytest.raises(InputError):
        only_cell(CASE, law, TIERS[0], around=Circumstances(net_income=Decimal(0)))


def subsidised(law):
    terms = {
        "rate": "2/3",
        "reference": "actual",
        "cap_month": "none",
        "max_months": Decimal(36),
        "near_retirement_months": Decimal(60),
        "groups": ("hardship",),
    }
    added = {
        f"pension.subsidy.{name}": {
            TODAY: Value(f"pension.subsidy.{name}", law.region, TODAY, found, "", "case", Status.SECONDARY, TODAY)
        }
        for name, found in terms.items()
    }
    return Law({**law.parameters, **added}, law.region, TODAY)


def test_a_subsidy_lowers_what_the_person_pays_and_brings_the_breakeven_forward(law):
    around = Circumstances(claim=Claim("hardship"))
    plain, helped = (only_cell(STANDSTILL, subsidised(law), TIERS[0], around=one) for one in (PLAIN, around))
    assert helped.paying.subsidy.total == 36 * Decimal("609.73")
    assert helped.paying.own_cost_today == helped.paying.cost_today - helped.paying.subsidy.total_today
    assert (helped.paying.cost, helped.drawing.expected) == (plain.paying.cost, plain.drawing.expected)
    assert helped.drawing.breakeven_months < plain.drawing.breakeven_months
    assert helped.drawing.net_month > plain.drawing.net_month


def test_a_subsidy_that_is_not_known_changes_nothing_and_says_what_is_missing(law):
    bare = Law({name: kept for name, kept in law.parameters.items() if ".subsidy." not in name}, law.region, TODAY)
    cell = only_cell(CASE, bare, TIERS[0], around=Circumstances(claim=Claim("hardship")))
    assert "pension.subsidy.rate" in cell.paying.subsidy.missing
    assert cell.paying.own_cost_today == cell.paying.cost_today


def test_a_region_without_a_verified_base_has_costs_and_no_pension(book):
    cell = only_cell(CASE, book.on(TODAY, "371700"), TIERS[0])
    assert (cell.enough, cell.drawing) == (True, None)
    assert cell.paying.cost > 0
    assert cell.year_more.pension is None


@pytest.mark.parametrize(
    ("birth", "expected"),
    [
        (YearMonth(1985, 6), (-36, -24, -12, 0, 12, 24, 36)),
        (YearMonth(1970, 1), (-16, -12, 0, 12, 24, 36)),
        (YearMonth(1965, 7), (14, 24, 36)),
        (YearMonth(1960, 1), ()),
    ],
)
def test_the_ages_run_from_the_earliest_still_possible_to_the_latest(law, birth, expected):
    assert shifts(replace(CASE, birth=birth), law.fresh()) == expected


def test_no_ages_are_an_empty_table(law):
    assert compared(CASE, law, shifts=()).cells == ()
    assert compared(CASE, law, tiers=()).cells == ()


def test_a_fixed_month_of_retirement_does_not_go_with_several_ages(law):
    fixed = replace(CASE, override=Override(retirement_month=YearMonth(2045, 6)))
    assert compared(fixed, law).cells[0].retirement.chosen_month == YearMonth(2045, 6)
    with pytest.raises(InputError):
        compared(fixed, law, shifts=(0, 12))


def worth(cell):
    return cell.drawing.expected * cell.drawing.months - cell.paying.own_cost_today


def lost(cells):
    """By the definition: the worths of the best and the worst, spread over the shortest drawing."""
    pairs = [abs(worth(one) - worth(other)) for one, other in combinations(cells, 2)]
    return max(pairs, default=Decimal(0)) / min(cell.drawing.months for cell in cells)


@settings(deadline=None, max_examples=50)
@given(records, st.lists(tiers, min_size=2, max_size=5), st.integers(20, 300))
def test_flat_choices_are_the_longest_runs_within_the_limit(law, record, asked, limit):
    limit = Decimal(limit)
    case = replace(CASE, record=record)
    found = compared(case, law, tiers=tuple(asked), shifts=(-36, 0, 12), flat_below=limit)
    for at in range(3):
        line = sorted(range(at * len(asked), (at + 1) * len(asked)), key=lambda one: found.cells[one].paying.cost)
        runs = {flat.cells: flat.amount for flat in found.flats if flat.axis == "tier" and flat.cells[0] in line}
        cells = [found.cells[one] for one in line]
        windows = [
            (first, last)
            for first, last in combinations(range(len(line)), 2)
            if all(cell.drawing for cell in cells[first : last + 1]) and lost(cells[first : last + 1]) < limit
        ]
        longest = [
            (first, last)
            for first, last in windows
            if not any(a <= first and last <= b and (a, b) != (first, last) for a, b in windows)
        ]
        assert set(map(len, runs)) == {last - first + 1 for first, last in longest}
        assert all(amount < limit for amount in runs.values())
        assert len(runs) == len(longest)


def test_ages_may_be_flat_too_and_say_by_how_much(law):
    found = compared(CASE, law, tiers=TIERS[:1], shifts=(-36, -24, 0), flat_below=Decimal(80))
    (flat,) = [flat for flat in found.flats if flat.axis == "age"]
    assert flat.cells == (0, 1)
    assert abs(flat.amount - lost(found.cells[:2])) < Decimal("0.01")


def test_ages_are_neighbours_by_age_and_not_by_the_order_asked(law):
    found = compared(CASE, law, tiers=TIERS[:1], shifts=(0, -24, -36), flat_below=Decimal(80))
    assert [flat.cells for flat in found.flats if flat.axis == "age"] == [(2, 1)]


def test_a_choice_without_a_pension_is_flat_with_nothing(law):
    found = compared(CASE, law, stops=(Stop(before=NOW + 12),), flat_below=Decimal(10**6))
    assert found.flats == ()
