"""The pension job beyond its result: the comparison, what is assumed, what is asked on request."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from gigdesk.domain.money import YearMonth
from gigdesk.domain.pension.index import Period
from gigdesk.ui.models.ask import UNSURE
from gigdesk.ui.models.assuming import HIGHEST, LOWEST
from gigdesk.ui.models.compare_view import alike
from gigdesk.ui.models.job import Stage
from gigdesk.ui.models.pension import PensionJob
from gigdesk.ui.screenshots import SAMPLES


def started(session, **changes):
    job = PensionJob(session)
    answers = {**SAMPLES["pension"], **changes}
    while job.stage is Stage.ASKING:
        job.answer(answers.get(job.asking.current.id, UNSURE))
        job.forward()
    return job


def line(job, label):
    """A line of the panel by the key of its label."""
    wanted = job.session.texts(f"compare.{label}.label")
    return next(line for line in job.compared().panel.lines if line.label == wanted)


def texts(job):
    return [[box.text for box in row] for row in job.compared().boxes]


def yuan(text):
    return int(text.replace(",", ""))


def fill_in(job, ask, value):
    job.fill_in(ask)
    assert job.asking.current.id == ask
    job.answer(value)
    job.forward()


def test_nine_tiers_at_seven_ages_with_the_chosen_one_in_the_middle(in_each_language):
    view = started(in_each_language).compared()
    assert [tier.key for tier in view.tiers] == ["60", "70", "80", "90", "100", "120", "150", "200", "300"]
    assert [age.key for age in view.ages] == ["-36", "-24", "-12", "0", "12", "24", "36"]
    assert [stop.key for stop in view.stops] == ["retirement", "minimum", "5", "10"]
    assert view.chosen == (0, 3)
    assert view.tiers[0].note == "914.60"
    assert all(box.sentence for row in view.boxes for box in row)


def test_the_cell_of_the_result_shows_the_same_figures(in_each_language):
    job = started(in_each_language)
    result, panel = job.result(), job.compared()
    row, column = panel.chosen
    assert panel.boxes[row][column].text == result.roads[1].amount
    note = line(job, "pension").note
    assert all(road.amount in note for road in result.roads if road.id != "expected")
    assert result.tiers[0].monthly in line(job, "monthly").value


def test_the_tier_chosen_on_the_result_is_looked_at_first(session):
    job = started(session)
    job.choose(100)
    assert job.compared().tiers[job.compared().chosen[0]].key == "100"
    job.look_at("300", -36)
    job.choose(60)
    assert job.compared().chosen == (8, 0)


def test_what_is_worked_out_is_kept_until_the_person_is_another(session):
    job = started(session)
    asked = job._asked(session.services, job.asking.given)  # noqa: SLF001
    pension = session.services.pension
    table = job.comparing.table(pension, asked)
    job.look_at("90", 12)
    job.compared()
    assert job.comparing.table(pension, asked) is table
    job.change("paid_months")
    job.answer(Decimal(150))
    job.forward()
    job.compared()
    assert job.comparing.table(pension, job._asked(session.services, job.asking.given)) is not table  # noqa: SLF001


def test_a_dearer_tier_brings_more_and_so_does_a_later_age(session):
    figures = [[yuan(text) for text in row] for row in texts(started(session))]
    assert all(row == sorted(row) for row in figures)
    assert all(list(column) == sorted(column) for column in zip(*figures, strict=True))
    assert all(figure % 10 == 0 for row in figures for figure in row)


def test_too_few_months_are_said_in_the_cell_and_in_the_panel(in_each_language):
    job = started(in_each_language)
    job.stop_at("5")
    view = job.compared()
    assert all("84" in box.text and not box.figure for row in view.boxes for box in row)
    assert "84" in line(job, "pension").value
    assert view.alike == ()
    assert all("None" not in f"{each.label} {each.value} {each.note}" for each in view.panel.lines)


def test_who_retires_soon_cannot_pay_ten_years_more(session):
    job = started(session, birth=YearMonth(1970, 1), paid_months=Decimal(200))
    job.stop_at("10")
    assert [stop.key for stop in job.compared().stops] == ["retirement", "minimum", "5"]
    assert job.compared().stop == "retirement"


@pytest.mark.parametrize(
    ("stop", "changes", "key"),
    [
        ("5", {}, "not-enough"),
        ("10", {"paid_months": Decimal(110)}, "enough"),
        ("retirement", {"birth": YearMonth(1970, 1), "paid_months": Decimal(140)}, "needed"),
        ("retirement", {}, None),
    ],
    ids=str,
)
def test_what_one_more_year_decides_is_said(in_each_language, stop, changes, key):
    """Ten years on top of 110 months are 230 of 240; who retires in 2031 with 194 of 192 needs the last year."""
    job = started(in_each_language, **changes)
    job.stop_at(stop)
    notes = [each.note for each in job.compared().panel.lines]
    for name in ("not-enough", "enough", "needed"):
        assert (in_each_language.texts(f"compare.more.{name}") in notes) == (name == key)


@pytest.mark.parametrize(("birth", "paid"), [((1966, 1), 100), ((1965, 1), 170), ((1960, 1), 100)])
def test_past_the_statutory_month_the_tiers_are_compared_until_the_months_are_enough(in_each_language, birth, paid):
    job = started(in_each_language, birth=YearMonth(*birth), paid_months=Decimal(paid))
    view = job.compared()
    assert [stop.key for stop in view.stops] == ["minimum"]
    assert [age.key for age in view.ages] == ["0"]
    assert view.ages[0].note == in_each_language.texts("compare.once-enough")
    assert job.offers(job.result())
    if job.result().roads:
        assert view.boxes[0][0].text == job.result().roads[1].amount


def test_who_draws_already_is_offered_no_comparison(in_each_language):
    job = started(in_each_language, birth=YearMonth(1960, 1), paid_months=Decimal(300))
    assert job.offers(job.result()) == {}


def test_where_the_choice_is_flat_it_is_marked_and_said(in_each_language):
    job = started(in_each_language, birth=YearMonth(1970, 1), paid_months=Decimal(200))
    job.look_at("80", -12)
    view = job.compared()
    marked = {(row, column) for row, boxes in enumerate(view.boxes) for column, box in enumerate(boxes) if box.alike}
    assert marked == {(0, 1), (1, 1), (3, 1), (2, 0)}
    assert "60" in view.alike[0]
    assert "90" in view.alike[0]
    assert "50" in view.alike[0]
    assert "30" in view.alike[1]
    assert view.chosen not in marked


@pytest.mark.parametrize(("tier", "shift"), [("60", -16), ("60", 0), ("90", -12), ("120", 24), ("300", 36)])
def test_less_is_lost_than_is_said(session, tier, shift):
    job = started(session, birth=YearMonth(1970, 1), paid_months=Decimal(200))
    job.look_at(tier, shift)
    view = job.compared()
    table = job.comparing.table(session.services.pension, job._asked(session.services, job.asking.given))  # noqa: SLF001
    runs = alike(table, table.place(*view.chosen))
    said = [int(found) for line in view.alike for found in re.findall(r"差不到 (\d+) 元", line)]
    assert len(said) == len(runs)
    assert all(run.amount < amount <= 50 for run, amount in zip(runs, said, strict=True))
    assert bool(runs) == any(box.alike for row in view.boxes for box in row)


def test_nothing_more_to_pay_makes_all_tiers_the_same(in_each_language):
    job = started(in_each_language, birth=YearMonth(1970, 1), paid_months=Decimal(240))
    job.stop_at("minimum")
    view = job.compared()
    assert len({row[0].text for row in view.boxes}) == 1
    assert in_each_language.texts("compare.alike.same", first="", last="").split()[-1] in view.alike[0]
    assert line(job, "in-all").value == in_each_language.texts("compare.nothing-to-pay")
    assert line(job, "back").value == in_each_language.texts("compare.back.nothing")


def test_retiring_late_says_whom_it_needs(in_each_language):
    job = started(in_each_language)
    assert job.compared().panel.notices == ()
    job.look_at("60", 12)
    assert job.compared().panel.notices == (in_each_language.texts("compare.late"),)
    assert any("12333" in notice for notice in job.compared_working().notices)


def test_the_working_of_a_cell_is_that_of_its_estimate(in_each_language):
    job = started(in_each_language)
    job.look_at("100", -12)
    found = job.compared_working()
    view = job.compared()
    assert view.panel.title in found.title
    total = next(line for line in found.explanation.working if line.label == job.session.texts("step.todays-money"))
    shown = yuan(view.boxes[view.chosen[0]][view.chosen[1]].text)
    assert abs(Decimal(total.value.split()[0].replace(",", "")) - shown) <= 5


def test_the_burden_is_said_in_words_once_the_income_is_known(in_each_language):
    job = started(in_each_language)
    job.look("compare")
    assert line(job, "share").ask == "net_income"
    fill_in(job, "net_income", Decimal(6200))
    assert (job.stage, job.detail) == (Stage.DETAIL, "compare")
    assert "14.8" in line(job, "share").value
    assert in_each_language.texts("compare.band.1") in line(job, "share").value
    job.look_at("300", 0)
    assert in_each_language.texts("compare.band.3") in line(job, "share").value


@pytest.mark.parametrize("value", [UNSURE, "neither"])
def test_who_is_in_no_group_has_no_subsidy_and_is_not_told_of_an_error(in_each_language, value):
    job = started(in_each_language)
    before = texts(job)
    fill_in(job, "subsidy_group", value)
    assert line(job, "subsidy").ask == "subsidy_group"
    assert texts(job) == before


def test_a_subsidy_whose_terms_are_not_known_says_whom_to_ask(in_each_language):
    job = started(in_each_language, city="elsewhere", province="440000")
    fill_in(job, "subsidy_group", "graduate")
    found = line(job, "subsidy")
    assert found.value == in_each_language.texts("compare.subsidy.unknown")
    assert "12333" in found.note
    assert any("12333" in notice for notice in job.compared_working().notices)


def test_a_subsidy_whose_terms_are_known_comes_back_and_brings_the_breakeven_forward(in_each_language):
    """Beijing, 京人社就发 as transcribed: two thirds of what the lowest base costs, for 36 months."""
    job = started(in_each_language, city="elsewhere", province="110000")
    before = line(job, "back")
    fill_in(job, "subsidy_group", "hard_to_employ")
    found = line(job, "subsidy")
    assert "969.33" in found.value
    assert "36" in found.note
    assert line(job, "back") != before
    labels = [step.label for step in job.compared_working().explanation.working]
    assert in_each_language.texts("step.breakeven-subsidised") in labels


def test_a_record_in_the_place_of_the_months_is_compared_too(in_each_language):
    job = started(in_each_language)
    periods = (Period(YearMonth(2021, 1), YearMonth(2024, 12), Decimal(5000)),)
    job.asking.answers["history"] = job.record.measured(periods, "370100")
    view = job.compared()
    assert str(48 + 259) in line(job, "months").value
    assert view.boxes[0][3].text == job.result().roads[1].amount


def test_a_payment_of_ones_own_stands_in_its_place(in_each_language):
    job = started(in_each_language)
    fill_in(job, "own_payment", Decimal(1000))
    view = job.compared()
    assert [tier.key for tier in view.tiers][:3] == ["60", "own", "70"]
    assert view.tiers[1].note == "1,000.00"
    job.look_at("own", 0)
    assert "5,000" in line(job, "monthly").note
    assert yuan(texts(job)[0][3]) < yuan(texts(job)[1][3]) < yuan(texts(job)[2][3])


def test_a_payment_outside_the_limits_of_another_province_is_left_out_and_said(in_each_language):
    job = started(in_each_language)
    fill_in(job, "own_payment", Decimal(915))
    job.look_at("own", 0)
    job.change("city")
    job.answer("elsewhere")
    job.forward()
    job.answer("310000")
    job.forward()
    assert "own" not in [tier.key for tier in job.compared().tiers]
    assert "915" in job.compare_notes()[0]
    assert job.compared().chosen[0] == 0


def test_a_woman_who_does_not_know_is_told_for_which_age_it_is(in_each_language):
    job = started(in_each_language, sex="female", worker=UNSURE)
    assert "55" in job.compare_notes()[0]
    assert started(in_each_language).compare_notes() == []


def test_back_from_a_question_asked_besides_leads_to_where_it_was_wanted(session):
    job = started(session)
    job.look("compare")
    job.fill_in("net_income")
    assert job.stage is Stage.ASKING
    assert job.back()
    assert (job.stage, job.detail) == (Stage.DETAIL, "compare")
    assert "net_income" not in [ask.id for ask in job.asking.asks]
    fill_in(job, "net_income", Decimal(5000))
    job.fill_in("net_income")
    job.back()
    assert job.asking.given["net_income"] == 5000


def test_the_working_leads_back_to_the_comparison_and_that_to_the_result(session):
    job = started(session)
    job.look("compare")
    job.look("compare-working")
    job.back()
    assert job.detail == "compare"
    job.back()
    assert job.stage is Stage.RESULT


def steps_of(job, name):
    return next(row.steps for row in job.result().assumed if row.name == name)


@pytest.mark.parametrize(
    ("name", "pension", "cost"),
    [("wage_growth", 1, 0), ("base_growth", 1, 1), ("account_rate", 1, 0), ("inflation", -1, -1)],
)
def test_a_changed_assumption_moves_the_figures_the_right_way(session, name, pension, cost):
    """More growth and interest bring more; dearer prices make the same money worth less."""
    job = started(session)
    before = job.result().tiers[0]
    base = yuan(line(job, "in-all").value.split()[0])
    job.assume(name, steps_of(job, name) + 2)
    after = job.result().tiers[0]
    assert (after.range.expected - before.range.expected) * pension > 0
    assert (after.range.low - before.range.low) * pension > 0
    assert (after.range.high - before.range.high) * pension > 0
    moved = yuan(line(job, "in-all").value.split()[0]) - base
    assert moved == 0 if cost == 0 else moved * cost > 0


def test_own_assumptions_are_said_on_the_result_and_hold_in_the_comparison(in_each_language):
    job = started(in_each_language)
    before, figures = job.result(), texts(job)
    assert not before.own_assumptions
    job.assume("wage_growth", 8)
    view = job.result()
    assert view.own_assumptions
    own = [row for row in view.assumed if row.own]
    assert [row.name for row in own] == ["wage_growth"]
    assert own[0].status.text == in_each_language.texts("assume.own")
    assert own[0].source == ""
    assert all(row.source for row in view.assumed if not row.own)
    assert [own[0].low, own[0].expected, own[0].high] == [
        in_each_language.texts("percent", percent=share) for share in ("3", "4", "5")
    ]
    assert texts(job) != figures
    job.assume("wage_growth", 4)
    assert job.result() == before
    assert job.assuming.own is None


def test_the_usual_assumptions_come_back_at_once(session):
    job = started(session)
    before = job.result()
    for name, steps in (("wage_growth", LOWEST), ("base_growth", HIGHEST), ("account_rate", 0), ("inflation", 7)):
        job.assume(name, steps)
    assert all(row.own for row in job.result().assumed)
    job.assume_usual()
    assert job.result() == before


def test_restart_forgets_what_was_compared_assumed_and_asked(session):
    job = started(session)
    fill_in(job, "own_payment", Decimal(1000))
    job.assume("inflation", 6)
    job.look_at("own", 24)
    job.stop_at("minimum")
    job.compared()
    job.restart()
    assert (job.assuming.own, job.extra, job.comparing.stop, job.comparing.tier) == (None, set(), "retirement", "")
    fresh = started(session)
    while job.stage is Stage.ASKING:
        job.answer(SAMPLES["pension"].get(job.asking.current.id, UNSURE))
        job.forward()
    assert job.compared() == fresh.compared()


def test_before_the_store_is_open_there_is_nothing_to_compare(session):
    job = PensionJob(replace(session, services=None))
    assert isinstance(job.compared(), str)
    assert isinstance(job.compared_working(), str)
    assert job.own_payment() is None
