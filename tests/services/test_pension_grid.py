"""The grid of the pension service: each cell is the estimate of its case, whatever the person is."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from gigdesk.domain.law import Status
from gigdesk.domain.money import YearMonth
from gigdesk.domain.pension.case import Case, Record
from gigdesk.domain.pension.cell import Circumstances
from gigdesk.domain.pension.compare import Axes, Stop
from gigdesk.domain.pension.contribution import Choice
from gigdesk.domain.pension.projection import Assumptions
from gigdesk.domain.pension.subsidy import Claim, Terms

TODAY = date(2026, 11, 24)
NOW = YearMonth(2026, 11)
REGION = "370100"
CASE = Case(NOW, YearMonth(1985, 6), "male60", Record(96, average_index=Decimal("0.6")))
TERMS = Terms(Fraction(2, 3), "actual", None, 36, 60)

tiers = st.one_of(
    st.integers(60, 300).map(lambda percent: Choice(Decimal(percent))),
    st.integers(4573, 22863).map(lambda base: Choice(amount=Decimal(base))),
)
stops = st.sampled_from([Stop(), Stop(at_minimum=True), Stop(before=NOW + 60), Stop(before=NOW + 200)])
shares = st.integers(-4, 16).map(lambda steps: steps * Decimal("0.005"))
assumed = st.one_of(st.none(), st.builds(Assumptions, shares, shares, shares, shares))
claims = st.one_of(st.none(), st.builds(Claim, st.sampled_from(["hard_to_employ", "graduate"]), terms=st.just(TERMS)))


people = st.builds(
    lambda paid, assumptions, birth: replace(
        CASE, birth=birth, record=replace(CASE.record, paid_months=paid), assumptions=assumptions
    ),
    st.integers(0, 400),
    assumed,
    st.sampled_from([YearMonth(1985, 6), YearMonth(1970, 1), YearMonth(1966, 1)]),
)
axes = st.builds(lambda tier, shift, stop: Axes((tier,), (shift,), (stop,)), tiers, st.integers(-36, 36), stops)


@settings(deadline=None, max_examples=40)
@given(people, axes, claims)
def test_each_cell_is_the_estimate_of_its_case(services, case, asked, claim):
    around = Circumstances(net_income=Decimal(6000), claim=claim)
    possible = services.pension.shifts(REGION, case)
    if 0 not in possible or asked.shifts[0] < possible[0]:
        asked = replace(asked, shifts=(0,))  # past the statutory month, or an age that has passed
    (cell,) = services.pension.grid(REGION, case, asked, around, TODAY).result.cells
    found = services.pension.estimate(REGION, cell.case, TODAY, claim=claim).result
    assert cell.retirement == found.retirement
    assert cell.paying.contribution == found.contribution
    assert cell.paying.subsidy == found.subsidy
    assert cell.paying.cost == found.expected.projection.cost
    assert (cell.drawing is None) == (found.range is None)
    if cell.drawing:
        assert (cell.drawing.low, cell.drawing.expected, cell.drawing.high) == tuple(vars(found.range).values())
        assert cell.drawing.breakeven_months == found.breakeven_months


def test_a_grid_names_its_sources_and_says_what_must_be_known(services):
    answer = services.pension.grid(REGION, CASE, Axes(shifts=(0, 12)), Circumstances(), TODAY)
    assert {"late-needs-employer", "account-not-known"} <= {warned.code for warned in answer.warnings}
    assert "months-short" not in {warned.code for warned in answer.warnings}
    assert "gigdesk-assumptions" in answer.sources
    assert answer.steps == ()


def test_the_preset_says_what_it_rests_on(services):
    answer = services.pension.assumptions(REGION, TODAY)
    assert set(answer.result.roads) == {"low", "expected", "high"}
    assert set(answer.result.statuses.values()) == {Status.ASSUMPTION}
    assert set(answer.result.sources.values()) == set(answer.sources)


def test_what_a_month_may_cost_lies_between_the_limits(services):
    found = services.pension.payable(REGION, TODAY).result
    assert (found.low, found.high) == (Decimal("914.60"), Decimal("4572.60"))
    assert (found.base_of(found.low), found.base_of(found.high)) == (Decimal(4573), Decimal(22863))
    assert found.base_of(Decimal(1000)) == 5000


def test_an_assumption_that_is_changed_has_no_source_and_the_others_keep_theirs(services):
    preset = services.pension.assumptions(REGION, TODAY).result.roads["expected"]
    own = replace(CASE, assumptions=replace(preset, wage_growth=Decimal("0.05")), to_minimum=False)
    planned = services.pension.grid(REGION, own, Axes(), Circumstances(), TODAY).result.cells[0].case
    steps = {step.id: step for step in services.pension.estimate(REGION, planned, TODAY).steps}
    assert "gigdesk-assumptions" not in steps["benefit-base"].sources
    assert "gigdesk-assumptions" in steps["account-then"].sources
    assert "gigdesk-assumptions" in steps["todays-money"].sources
