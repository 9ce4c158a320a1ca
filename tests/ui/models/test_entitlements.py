"""The entitlements job without Qt: what is asked, what is not, what every slip says."""

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gigdesk.domain.entitlements.catalogue import CATALOGUE
from gigdesk.domain.entitlements.facts import QUESTIONS
from gigdesk.domain.money import YearMonth
from gigdesk.ui.models.ask import UNSURE
from gigdesk.ui.models.entitlements import MOST_QUESTIONS, EntitlementsJob, EntitlementsView
from gigdesk.ui.models.job import Stage
from gigdesk.ui.models.person import put
from gigdesk.ui.screenshots import SAMPLES, TODAY

RIDER = SAMPLES["entitlements"]
COURIER = {
    **RIDER, "platform": "other", "sector": "express_parcel", "pilot_cover": "no", "plans": (), "premium": Decimal(120),
}  # fmt: skip
FOUNDER = {
    "city": "370400", "county": "370481", "birth": YearMonth(1990, 1), "platform": "other", "sector": "other",
    "plans": ("small_firm",), "study": "none", "standing": ("returning_worker",), "insurance": (),
    "business:12:12": ("first_business", "business_months", "own_insured_months", "owner_unchanged"),
    "hires": Decimal(2), "staff": Decimal(10),
}  # fmt: skip
MOST_TOUCHES = 18


def answer_all(job, answers):
    """Answer by name; what is not named is "not sure"."""
    asked = []
    while job.stage is Stage.ASKING and len(asked) <= MOST_QUESTIONS:
        ask = job.asking.current
        asked.append(ask.id)
        job.answer(answers.get(ask.id, UNSURE))
        job.forward()
    return asked


def finished(session, **answers):
    job = EntitlementsJob(session)
    answer_all(job, answers)
    return job.result()


def outcomes(view):
    return {slip.id: slip.outcome for group in view.groups for slip in group.slips}


def test_a_rider_is_asked_nine_questions_and_what_cannot_change_anything_is_not_asked(in_each_language):
    job = EntitlementsJob(in_each_language)
    asked = answer_all(job, RIDER)
    assert asked == [
        "city", "birth", "platform", "plans", "study", "standing", "insurance", "income_reaches_base", "pension_paid",
    ]  # fmt: skip
    view = job.result()
    assert isinstance(view, EntitlementsView)
    found = outcomes(view)
    assert (found["platform_pension"], found["social_insurance"]) == ("LIKELY", "LIKELY")
    assert found["accident_insurance"] == "UNLIKELY"
    assert "457.30" in view.claims["platform_pension"].slip.amount
    assert "609.73" in view.claims["social_insurance"].slip.amount


def test_everything_known_by_name_stands_somewhere(in_each_language):
    for city in ("370100", "370200", "370300", "371300"):
        view = finished(in_each_language, **{**RIDER, "city": city})
        shown = len(outcomes(view)) + len(view.not_assessed)
        assert shown >= len(CATALOGUE) + 3
        assert all(name and why for name, why in view.not_assessed)


def test_the_groups_stand_best_first_and_each_no_names_what_fails_and_the_nearest_other(session):
    view = finished(session, **RIDER)
    assert [group.outcome for group in view.groups] == ["LIKELY", "HISTORIC", "UNLIKELY"]
    for claim in view.claims.values():
        assert claim.slip.line
        assert claim.where
        assert claim.chip.text
        if claim.slip.outcome == "UNLIKELY":
            assert claim.reasons[0].state == "not_met"
            assert claim.alternative


def test_an_old_rule_says_to_ask_first_and_how_much_it_was(session):
    claim = finished(session, **COURIER).claims["accident_insurance"]
    assert claim.slip.outcome == "HISTORIC"
    assert claim.slip.amount == "100 元/年"
    assert "12333" in claim.slip.line
    assert len(claim.papers) == 4


def test_who_had_some_of_it_is_asked_how_much_and_nobody_else_is(session):
    had = {**COURIER, "insurance": (*COURIER["insurance"], "accident_got"), "accident_got": Decimal(60)}
    job = EntitlementsJob(session)
    assert "accident_got" in answer_all(job, had)
    assert job.result().claims["accident_insurance"].slip.amount == "40 元/年"
    assert "accident_got" not in answer_all(EntitlementsJob(session), COURIER)


def test_a_founder_of_tengzhou_gets_the_county_and_its_grant(in_each_language):
    job = EntitlementsJob(in_each_language)
    asked = answer_all(job, FOUNDER)
    assert "county" in asked
    assert "business:12:12" in asked
    view = job.result()
    assert outcomes(view)["startup_grant"] == "LIKELY"
    assert "12,000" in view.claims["startup_grant"].slip.amount
    assert outcomes(view)["startup_loan_firm"] == "LIKELY"


def test_an_answer_given_against_another_limit_is_asked_anew(session):
    job = EntitlementsJob(session)
    answer_all(job, FOUNDER)
    job.change("plans")
    job.answer(("sole_trader",))
    job.forward()
    assert job.stage is Stage.ASKING
    assert job.asking.current.id == "business:12:6"


def test_where_no_county_has_rules_of_its_own_none_is_asked_for(session):
    assert "county" not in answer_all(EntitlementsJob(session), RIDER)
    asked = answer_all(EntitlementsJob(session), {**RIDER, "city": "370400", "county": "other_county"})
    assert "county" in asked


def test_not_sure_to_everything_still_ends_and_says_what_is_missing(in_each_language):
    job = EntitlementsJob(in_each_language)
    asked = answer_all(job, {"city": "370100"})
    view = job.result()
    assert len(asked) <= MOST_TOUCHES
    assert [group.outcome for group in view.groups] == ["NEEDS_FACTS"]
    assert all(claim.missing for claim in view.claims.values())


def test_not_sure_of_the_place_is_answered_for_the_province_and_said(session):
    view = finished(session, **{**RIDER, "city": UNSURE})
    assert view.place
    assert "accident_insurance" not in view.claims


def test_the_wish_is_what_would_change_a_no_and_nobody_is_told_to_be_somebody_else(session):
    view = finished(session, **{**RIDER, "plans": ()})
    assert "开网约车" in view.claims["ride_hailing_permit"].changes[0]
    assert view.claims["graduate_living"].changes == ()


def test_an_answer_of_several_is_read_back_in_words(session):
    job = EntitlementsJob(session)
    answer_all(job, RIDER)
    asks = {ask.id: ask for ask in job.asking.asks}
    assert job.asking.label(asks["insurance"], RIDER["insurance"]) == "办了灵活就业登记、自己交养老保险、买了意外险"
    assert job.asking.label(asks["plans"], ()) == "都没有"
    assert job.asking.label(asks["plans"], UNSURE) == session.texts("ask.unsure")


def test_going_on_without_a_choice_says_that_none_is_an_answer_too(session):
    job = EntitlementsJob(session)
    while job.asking.current.id != "plans":
        job.answer(RIDER[job.asking.current.id])
        job.forward()
    job.forward()
    assert job.asking.current.id == "plans"
    assert "都没有" in job.asking.message
    job.answer(())
    job.forward()
    assert job.asking.current.id == "study"


def test_the_progress_never_runs_past_its_own_count(session):
    job = EntitlementsJob(session)
    while job.stage is Stage.ASKING:
        at, of = job.asking.progress
        assert at <= of
        if job.asking.current.id == "plans":
            assert of == at + 2
        job.answer(FOUNDER.get(job.asking.current.id, UNSURE))
        job.forward()


def test_restart_forgets_everything(session):
    job = EntitlementsJob(session)
    answer_all(job, RIDER)
    job.look("social_insurance")
    job.restart()
    assert (job.asking.answers, job.detail, job.stage) == ({}, "", Stage.ASKING)


@pytest.mark.parametrize("region", ["370100", "370481", "540000"])
@pytest.mark.parametrize("business", ["none", "sole_trader", "small_firm"])
def test_every_question_that_can_be_put_has_its_words(in_each_language, region, business):
    t, asking = in_each_language.texts, EntitlementsJob(in_each_language).asking
    law = in_each_language.services.entitlements.law(region, TODAY)
    for question in QUESTIONS:
        ask = put(question, {"business": business}, law, t, TODAY).ask
        assert all((asking.title(ask), asking.short(ask), asking.hint(ask), asking.why(ask)))
        assert all(asking.label(ask, option.key) for option in ask.options)
        assert ask.unsure


def some_answer(data, ask):
    if ask.kind == "several":
        keys = [option.key for option in ask.options]
        chosen = data.draw(st.none() | st.sets(st.sampled_from(keys)))
        return UNSURE if chosen is None else tuple(key for key in keys if key in chosen)
    if ask.kind == "amount":
        return data.draw(st.sampled_from([UNSURE, Decimal(0), Decimal(3), Decimal(150)]))
    if ask.kind == "month":
        return data.draw(st.sampled_from([UNSURE, YearMonth(1975, 3), YearMonth(2015, 6), YearMonth(2025, 6)]))
    return data.draw(st.sampled_from([UNSURE, *(option.key for option in ask.options)]))


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_answers_end_within_a_few_touches_in_a_result(session, data):
    job = EntitlementsJob(session)
    touches = 0
    while job.stage is Stage.ASKING:
        job.answer(some_answer(data, job.asking.current))
        job.forward()
        touches += 1
        assert touches <= MOST_TOUCHES
    found = job.result()
    unplaced = session.texts("error.province-not-known")
    assert isinstance(found, EntitlementsView) or "left_school" in found or found == unplaced


def test_the_title_counts_what_is_likely_and_names_an_old_rule_apart(session):
    job = EntitlementsJob(session)
    answer_all(job, RIDER)
    view = job.result()
    sizes = {group.outcome: len(group.slips) for group in view.groups}
    likely, historic = sizes.get("LIKELY", 0), sizes.get("HISTORIC", 0)
    assert (f"**{likely}**" in view.title) is (likely > 0)
    assert (f"另有 {historic} 项是旧规定" in view.line) is (historic > 0)
    assert historic > 0
