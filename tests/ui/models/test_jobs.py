"""The models without Qt: what is asked, what is shown, what is forgotten."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from gigdesk.domain.errors import GigDeskError
from gigdesk.domain.money import YearMonth
from gigdesk.store import paths
from gigdesk.store.texts import Texts
from gigdesk.ui.models.ask import UNSURE
from gigdesk.ui.models.injury import InjuryJob, InjuryView
from gigdesk.ui.models.job import Stage
from gigdesk.ui.models.occupations import Offer
from gigdesk.ui.models.pension import PensionJob, PensionView
from gigdesk.ui.models.wages import WagesJob, WagesView
from gigdesk.ui.screenshots import SAMPLES


def answer_all(job, answers, most=20):
    """Answer by name; what is not named is "not sure"."""
    asked = []
    while job.stage is Stage.ASKING and len(asked) < most:
        ask = job.asking.current
        asked.append(ask.id)
        job.answer(answers.get(ask.id, UNSURE))
        job.forward()
    return asked


def finished(job, **changes):
    answer_all(job, {**SAMPLES[job.id], **changes})
    return job.result()


def test_a_rider_is_asked_six_questions_and_likely_covered(in_each_language):
    job = InjuryJob(in_each_language)
    asked = answer_all(job, SAMPLES["injury"])
    view = job.result()
    assert asked == ["city", "when", "platform", "order_state", "harm", "circumstances"]
    assert isinstance(view, InjuryView)
    assert view.outcome == "COVERED_LIKELY"
    assert [reason.state for reason in view.reasons] == ["met", "met", "met", "to_check"]
    assert [step.title for step in view.steps]
    assert view.papers
    assert view.changes


def test_the_days_left_are_counted_from_the_day_asked(session):
    view = finished(InjuryJob(session))
    assert [step.due for step in view.steps] == ["今天", "12月23日", "2027年2月14日"]
    assert "还有 83 天" in view.steps[2].left


def test_a_secondary_limit_says_so(session):
    assert all("转引" in step.left for step in finished(InjuryJob(session)).steps)


@pytest.mark.parametrize(
    ("changes", "outcome"),
    [
        ({"order_state": "offline_after", "cause": "traffic", "fault": "main"}, "NOT_COVERED_LIKELY"),
        ({"order_state": "online_idle", "ordered_to_place": "no"}, "NEEDS_DECISION"),
        ({"when": date(2025, 6, 30)}, "OUT_OF_SCOPE"),
        ({"circumstances": ("insured",)}, "ROUTE_GSBX"),
        ({"circumstances": ("contract",)}, "NEEDS_FACTS"),
        ({"circumstances": ("alcohol",)}, "NOT_COVERED_LIKELY"),
        ({"circumstances": ("some_alcohol", "alcohol")}, "NOT_COVERED_LIKELY"),
        ({"circumstances": ("some_alcohol",)}, "NEEDS_FACTS"),
        ({"circumstances": ("private_purpose",)}, "NEEDS_DECISION"),
        ({"platform": "other"}, "OUT_OF_SCOPE"),
        ({"harm": "illness", "death": "within"}, "COVERED_LIKELY"),
        ({"harm": "illness", "death": "later"}, "NOT_COVERED_LIKELY"),
        ({"order_state": UNSURE, "ordered_to_place": UNSURE, "journey": UNSURE, "rescue": UNSURE}, "NEEDS_FACTS"),
    ],
    ids=str,
)
def test_other_facts_lead_elsewhere(in_each_language, changes, outcome):
    assert finished(InjuryJob(in_each_language), **changes).outcome == outcome


APART = {"circumstances": UNSURE, "employment": "none", "exclusions": "none"}


@pytest.mark.parametrize(
    ("changes", "outcome"),
    [
        ({}, "COVERED_LIKELY"),
        ({"employment": "insured"}, "ROUTE_GSBX"),
        ({"exclusions": "drugs"}, "NOT_COVERED_LIKELY"),
        ({"exclusions": "private_purpose"}, "NEEDS_DECISION"),
        ({"exclusions": UNSURE}, "NEEDS_FACTS"),
    ],
    ids=str,
)
def test_who_is_not_sure_of_the_circumstances_is_asked_in_two_parts(in_each_language, changes, outcome):
    job = InjuryJob(in_each_language)
    asked = answer_all(job, {**SAMPLES["injury"], **APART, **changes})
    assert asked[5:] == ["circumstances", "employment", "exclusions"]
    assert job.result().outcome == outcome


@pytest.mark.parametrize("place", [{"city": "370100"}, {"city": "elsewhere", "province": "440000"}], ids=str)
@pytest.mark.parametrize("state", [UNSURE, "offline_before"])
def test_nobody_is_asked_more_than_fifteen_questions(session, place, state):
    job = InjuryJob(session)
    asked = answer_all(job, {**place, "when": date(2026, 11, 16), "sector": "instant_delivery", "order_state": state})
    assert job.stage is Stage.RESULT
    assert len(asked) <= 15


def test_not_sure_to_everything_still_ends_and_says_what_is_missing(in_each_language):
    job = InjuryJob(in_each_language)
    asked = answer_all(job, {"city": "370100", "when": date(2026, 11, 16)})
    view = job.result()
    assert len(asked) <= 15
    assert view.outcome == "NEEDS_FACTS"
    assert view.missing


def test_the_progress_never_runs_past_its_own_count(session):
    job = InjuryJob(session)
    while job.stage is Stage.ASKING:
        at, of = job.asking.progress
        assert at <= of
        ask = job.asking.current
        job.answer(SAMPLES["injury"].get(ask.id, UNSURE))
        job.forward()


def test_the_pension_of_the_sample(in_each_language):
    view = finished(PensionJob(in_each_language))
    assert isinstance(view, PensionView)
    assert [tier.monthly for tier in view.tiers] == ["914.60", "1,219.36", "1,524.20"]
    assert [road.id for road in view.roads] == ["high", "expected", "low"]
    assert view.notices


def test_choosing_a_tier_shows_its_roads(session):
    job = PensionJob(session)
    low = finished(job)
    job.choose(100)
    assert job.result().chosen == 100
    assert job.result().roads[1].amount > low.roads[1].amount


def test_a_woman_is_asked_about_work_for_an_employer(session):
    job = PensionJob(session)
    asked = answer_all(job, {**SAMPLES["pension"], "sex": "female"})
    assert "worker" in asked


def test_who_never_paid_is_not_asked_how_much(session):
    asked = answer_all(PensionJob(session), {**SAMPLES["pension"], "paid_months": Decimal(0)})
    assert not {"tier_so_far", "balance"} & set(asked)


def test_too_few_months_are_said_in_place_of_an_amount(in_each_language):
    view = finished(PensionJob(in_each_language), birth=YearMonth(1968, 1), paid_months=Decimal(12))
    assert view.roads == ()
    assert view.amount == ""
    assert view.notices


@pytest.mark.parametrize(
    ("paid", "retired", "now"), [(100, "2033", False), (200, "2026", True)], ids=["short", "enough"]
)
def test_past_the_age_it_begins_with_enough_months_or_now(in_each_language, paid, retired, now):
    t = in_each_language.texts
    view = finished(PensionJob(in_each_language), birth=YearMonth(1964, 6), paid_months=Decimal(paid))
    values = {row.label: row.value for row in view.basis}
    assert retired in values[t("pension.basis.retired.label")]
    assert any("2024" in notice for notice in view.notices)
    assert (view.title == t("pension.title.now")) is now
    assert len(view.roads) == len(view.tiers) == (0 if now else 3)


def test_who_will_be_short_at_the_age_is_told_from_when(in_each_language):
    view = finished(PensionJob(in_each_language), birth=YearMonth(1967, 6), paid_months=Decimal(100))
    assert "2033" in view.title
    assert view.amount
    assert any("2028" in notice for notice in view.notices)
    assert (len(view.roads), len(view.tiers)) == (3, 3)


def test_somebody_already_retired_gets_words_and_no_traceback(in_each_language):
    result = finished(PensionJob(in_each_language), birth=YearMonth(1950, 1))
    assert isinstance(result, str)
    assert result


def test_a_province_without_data_gets_words(in_each_language):
    result = finished(PensionJob(in_each_language), city="elsewhere", province="420000")  # Hubei: by city only
    assert isinstance(result, str)


def test_wages_say_the_population_and_the_hour(in_each_language):
    view = finished(WagesJob(in_each_language))
    assert isinstance(view, WagesView)
    assert view.figures.net == 6300
    assert view.place_in_ten is None
    assert any("24.23" in line.value for line in view.pay)
    assert len(view.levels) > 3


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"hours_logged": Decimal(400)}, "一个月高过最低工资，**一小时低于最低工资**"),
        ({"hours_logged": Decimal(200)}, "，高过最低工资"),
        ({"hours_logged": UNSURE, "hours_order": UNSURE}, "，高过最低工资"),
        ({"earned": Decimal(2900), "hours_logged": Decimal(60), "hours_order": UNSURE}, "一小时高过最低工资"),
        ({"earned": Decimal(2900), "hours_logged": Decimal(300)}, "，低于最低工资"),
    ],
)
def test_the_headline_compares_the_hour_too(session, changes, words):
    assert words in finished(WagesJob(session), **changes).title


def test_unknown_hours_and_costs_leave_their_lines_out(session):
    view = finished(WagesJob(session), costs=UNSURE, hours_logged=UNSURE, hours_order=UNSURE)
    assert view.figures.net == 7200
    assert not any("元/时" in line.value and "最低" not in line.label for line in view.pay)


@pytest.mark.parametrize("word", ["", "   "])
def test_a_search_for_nothing_offers_nothing(session, word):
    assert WagesJob(session).search(word) == Offer()


@pytest.mark.parametrize(
    ("word", "label"),
    [("外卖骑", "网约配送员（外卖骑手）"), ("baojieyuan", "保洁员（保洁）"), ("司机", "客运车辆驾驶员（网约车司机）"),
     ("4100801", "网约配送员（4-10-08-01）"), ("rider", "网约配送员（外卖骑手）"), ("军官", "军官（警官）")],
)  # fmt: skip
def test_a_choice_says_what_people_call_it(session, word, label):
    assert WagesJob(session).search(word).options[0].label == label


def test_in_english_a_choice_has_its_english_name_or_else_its_own(session):
    session.texts = Texts(paths.resources() / "i18n", "en")
    labels = [WagesJob(session).search(word).options[0].label for word in ("外卖", "4-10-08-01", "搓澡")]
    assert labels == ["Delivery rider", "Delivery rider (4-10-08-01)", "浴池服务员"]


@pytest.mark.parametrize("kind", [WagesJob, PensionJob, InjuryJob])
def test_restart_forgets_everything(session, kind):
    job = kind(session)
    finished(job)
    job.review()
    job.restart()
    assert job.asking.answers == {}
    assert job.stage is Stage.ASKING
    assert job.asking.position == 0


def test_going_on_without_an_answer_says_what_to_do(session):
    job = WagesJob(session)
    job.forward()
    assert job.asking.position == 0
    assert job.asking.message


@pytest.mark.parametrize(
    "typed", ["abc", "-5", "999999999", "1.2.3", "1e9", "1e5", "1,2", "٣", "壹万", "NaN", "Infinity"]
)
def test_an_impossible_amount_is_refused_and_says_what_is_accepted(session, typed):
    job = WagesJob(session)
    answer_all(job, SAMPLES["wages"], most=2)
    job.asking.enter(typed)
    assert "200,000" in job.asking.message
    job.forward()
    assert job.asking.current.id == "earned"


def test_changing_one_answer_comes_back_to_the_list_it_was_changed_from(session):
    job = WagesJob(session)
    finished(job)
    job.review()
    job.change("earned")
    assert job.asking.current.id == "earned"
    job.answer(Decimal(9000))
    job.forward()
    assert job.stage is Stage.REVIEW
    assert job.back()
    assert job.stage is Stage.RESULT
    assert job.result().figures.gross == 9000


def test_changing_an_answer_may_lead_to_a_new_question(session):
    job = InjuryJob(session)
    finished(job)
    job.change("order_state")
    job.answer("offline_after")
    job.forward()
    assert job.stage is Stage.ASKING
    assert job.asking.current.id not in SAMPLES["injury"] or job.asking.current.id not in job.asking.answers


def test_back_leads_to_the_first_question_and_then_out(session):
    job = WagesJob(session)
    finished(job)
    steps = 0
    while job.back():
        steps += 1
    assert steps == 6


def test_before_the_store_is_open_a_job_waits(session):
    job = WagesJob(replace(session, services=None))
    assert job.stage is Stage.WAITING
    assert isinstance(job.result(), str)


def test_a_store_that_cannot_be_opened_is_said(session):
    failed = replace(session, services=None, failure=GigDeskError("data-folder", path="x", reason="y"))
    assert WagesJob(failed).stage is Stage.FAILED


def test_an_answer_that_another_one_makes_needless_no_longer_counts(session):
    """Found by review: the balance of a person who then says that nothing was ever paid was still counted."""
    fresh = finished(PensionJob(session), paid_months=Decimal(0))
    job = PensionJob(session)
    finished(job, balance=Decimal(250_000))
    job.change("paid_months")
    job.answer(Decimal(0))
    job.forward()
    assert job.stage is Stage.RESULT
    assert job.result() == fresh
    job.change("balance")
    assert job.stage is Stage.RESULT


def test_unknown_costs_are_not_shown_as_nothing(in_each_language):
    view = finished(WagesJob(in_each_language), costs=UNSURE)
    assert not any("0 " in line.value and "−" in line.value for line in view.pay)
    assert view.notices


def test_a_province_of_several_tiers_is_not_compared_with_the_highest(session):
    view = finished(WagesJob(session), city="elsewhere", province="440000")
    assert view.figures.minimum is None
    assert view.notices


def test_heze_says_why_there_is_no_figure(in_each_language):
    view = finished(PensionJob(in_each_language), city="371700")
    assert view.roads == ()
    assert " 0 " not in view.title
    assert any("7,506" in notice for notice in view.notices)


def test_no_year_is_grouped_and_no_source_has_two_languages(in_each_language):
    job = PensionJob(in_each_language)
    explanation = finished(job).explanation
    working = " ".join(f"{line.formula} {line.value}" for line in explanation.working)
    assert "2,02" not in working
    titles = [line.title for line in explanation.sources]
    assert any("assumptions" in title or "假设" in title for title in titles)
    assert not any(" / " in title for title in titles)
