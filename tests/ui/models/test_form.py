"""The form job and the proof page without Qt."""

from dataclasses import replace
from decimal import Decimal

import pytest

from gigdesk.domain.money import YearMonth
from gigdesk.domain.pension.gap.model import Verdict
from gigdesk.domain.pension.replay import PARTS, ProofBank
from gigdesk.services.data import Data
from gigdesk.ui.models.ask import UNSURE
from gigdesk.ui.models.form import FormJob, FormView
from gigdesk.ui.models.job import Stage
from gigdesk.ui.models.pension import PensionJob
from gigdesk.ui.models.proof import ProofModel
from gigdesk.ui.screenshots import SAMPLES

AGREES = {"printed_total": Decimal("3960.98")}
UNTOLD = {"printed_basic": UNSURE, "printed_account": UNSURE}


def answer_all(job, answers, most=20):
    """Answer by name; what is not named is "not sure"."""
    asked = []
    while job.stage is Stage.ASKING and len(asked) < most:
        asked.append(job.asking.current.id)
        job.answer(answers.get(job.asking.current.id, UNSURE))
        job.forward()
    return asked


def finished(job, **changes):
    answer_all(job, {**SAMPLES["form"], **changes})
    return job.result()


def test_a_form_that_agrees_takes_nine_questions(in_each_language):
    job = FormJob(in_each_language)
    asked = answer_all(job, {**SAMPLES["form"], **AGREES})
    view = job.result()
    assert asked == [
        "city", "retired", "total_months", "before", "index", "balance", "divisor", "benefit_base", "printed_total",
    ]  # fmt: skip
    assert isinstance(view, FormView)
    assert (view.verdict, view.candidates) == (Verdict.AGREES, ())
    assert [part.off for part in view.parts] == [False] * 4
    assert "3,960.98" in view.line


def test_a_form_that_does_not_is_asked_for_its_parts_and_explained(in_each_language):
    job = FormJob(in_each_language)
    asked = answer_all(job, SAMPLES["form"])
    view = job.result()
    assert asked[9:] == ["printed_basic", "printed_account"]
    assert view.verdict is Verdict.EXPLAINED
    assert "58.73" in view.title
    assert in_each_language.texts("gap.cause.provisional-base") in view.title
    assert [part.difference for part in view.parts][::3] == ["−50.38", "−58.73"]
    assert view.candidates[0].fits
    assert "7,678.00" in view.candidates[0].changes
    assert "鲁人社字〔2024〕112号" in view.candidates[0].changes
    assert all("12333" in check for check in view.candidates[0].checks)


@pytest.mark.parametrize("sizes", [("289", "29"), ("24.08", "29"), ("24.08", "0")])
def test_years_are_read_as_they_are_printed(session, sizes):
    total, before = (Decimal(size) for size in sizes)
    view = finished(FormJob(session), total_months=total, before=before, **AGREES)
    used = {each.ask: each.value for each in view.used}
    assert (used["total_months"], used["before"]) == ("289 个月", f"{before} 个月")


def test_anhuis_years_are_years_and_months(session):
    changes = {"city": "elsewhere", "province": "340000", "total_months": Decimal("30.10"), "printed_total": Decimal(1)}
    used = {each.ask: each.value for each in finished(FormJob(session), **changes).used}
    assert used["total_months"] == "370 个月"


@pytest.mark.parametrize("typed", ["288.5", "61.2"])
def test_a_length_that_is_neither_years_nor_months_is_said(in_each_language, typed):
    result = finished(FormJob(in_each_language), total_months=Decimal(typed))
    assert isinstance(result, str)
    assert typed in result


def test_more_months_before_the_account_than_in_all_are_said(in_each_language):
    result = finished(FormJob(in_each_language), before=Decimal(300))
    assert isinstance(result, str)
    assert "300" in result


@pytest.mark.parametrize("unknown", ["index", "balance"])
def test_what_nothing_stands_in_for_is_said_at_once(in_each_language, unknown):
    job = FormJob(in_each_language)
    asked = answer_all(job, {**SAMPLES["form"], unknown: UNSURE})
    assert asked[-1] == unknown
    assert "12333" in job.result()


def test_without_a_divisor_the_month_of_birth_is_asked(session):
    job = FormJob(session)
    asked = answer_all(job, {**SAMPLES["form"], **AGREES, "divisor": UNSURE, "birth": YearMonth(1970, 9)})
    view = job.result()
    assert asked[asked.index("divisor") + 1] == "birth"
    assert view.verdict is Verdict.AGREES
    assert {each.ask: each.value for each in view.used}["divisor"] == "168 个月，按 55 岁 4 个月查表"


def test_an_age_that_no_table_reaches_is_said(in_each_language):
    result = finished(FormJob(in_each_language), divisor=UNSURE, birth=YearMonth(2010, 1))
    assert isinstance(result, str)


def test_not_sure_about_the_months_before_counts_as_none_and_is_said(in_each_language):
    view = finished(FormJob(in_each_language), before=UNSURE, **UNTOLD)
    assert in_each_language.texts("form.before-unsure") in view.notices
    assert view.parts[2].ours == "0.00"


def test_not_sure_about_the_base_takes_the_published_one_with_its_source(in_each_language):
    view = finished(FormJob(in_each_language), benefit_base=UNSURE, **AGREES)
    assert view.verdict is Verdict.AGREES
    assert any("鲁人社字〔2025〕100号" in notice for notice in view.notices)


def test_a_base_not_yet_published_is_said_to_be_provisional(in_each_language):
    view = finished(FormJob(in_each_language), **AGREES)
    assert "2026" in view.later
    assert "7,831" in view.later


def test_a_provisional_base_that_has_since_been_replaced_says_what_is_paid_up(in_each_language):
    changes = {"retired": YearMonth(2025, 3), "benefit_base": Decimal(7678)}
    view = finished(FormJob(in_each_language), **changes)
    assert view.verdict is Verdict.AGREES
    assert all(word in view.later for word in ("7,678", "7,831", "3,960.98", "58.73"))


def test_a_base_of_its_own_year_needs_no_word(session):
    assert finished(FormJob(session), retired=YearMonth(2025, 11), **AGREES).later == ""


def test_heze_has_no_base_that_is_verified(in_each_language):
    assert isinstance(finished(FormJob(in_each_language), city="371700", benefit_base=UNSURE), str)
    assert finished(FormJob(in_each_language), city="371700", **AGREES).verdict is Verdict.AGREES


@pytest.mark.parametrize("total", ["3961.98", "3999.99", "5987.65", "3880.13", "3800.00", "4102.65"])
def test_whatever_the_form_prints_is_put_into_words(in_each_language, total):
    view = finished(FormJob(in_each_language), printed_total=Decimal(total), **UNTOLD)
    assert view.title
    for candidate in view.candidates:
        assert candidate.cause
        assert candidate.changes
        assert candidate.checks


def test_a_province_without_a_coefficient_is_compared_by_its_parts(in_each_language):
    place = {"city": "elsewhere", "province": "610000"}
    view = finished(FormJob(in_each_language), **place, **UNTOLD)
    assert view.verdict is Verdict.NOT_COMPARABLE
    told = finished(FormJob(in_each_language), **place)
    assert told.verdict is Verdict.EXPLAINED or told.candidates
    assert told.parts[3].ours == in_each_language.texts("state.cannot-say")


def test_parts_that_agree_without_a_total_are_not_called_the_whole(in_each_language):
    """Shaanxi's years are not rounded: by hand (7831 + 13586.79) / 2 x 289 / 12 %."""
    told = {"printed_basic": Decimal("2579.06"), "printed_account": Decimal("954.84")}
    view = finished(FormJob(in_each_language), city="elsewhere", province="610000", **told)
    assert view.verdict is Verdict.AGREES
    assert view.title == in_each_language.texts("gap.verdict.agrees-parts")


def test_a_part_above_its_total_is_refused(in_each_language):
    job = FormJob(in_each_language)
    answer_all(job, SAMPLES["form"], most=9)
    assert job.asking.current.id == "printed_basic"
    job.asking.enter("25283.20")
    assert "3,902.25" in job.asking.message
    job.forward()
    assert job.asking.current.id == "printed_basic"


def test_a_province_whose_rounding_is_not_known_gets_words(in_each_language):
    assert isinstance(finished(FormJob(in_each_language), city="elsewhere", province="350000"), str)


def test_changing_a_figure_comes_back_to_the_result(session):
    job = FormJob(session)
    finished(job)
    job.change("benefit_base")
    job.answer(Decimal(7678))
    job.forward()
    assert job.stage is Stage.RESULT
    assert job.result().verdict is Verdict.AGREES
    assert "printed_basic" not in job.asking.given


def test_the_review_shows_each_figure_with_its_digits(session):
    job = FormJob(session)
    finished(job, index=Decimal("0.6820"), total_months=Decimal("24.08"))
    shown = {ask.id: job.asking.label(ask, job.asking.answers[ask.id]) for ask in job.asking.asks}
    assert (shown["index"], shown["total_months"]) == ("0.6820", "24.08 年")
    assert (shown["balance"], shown["printed_total"]) == ("160,413.01 元", "3,902.25 元/月")


def test_what_the_pension_job_knows_is_offered_and_its_first_question_leads_here(session):
    pension = PensionJob(session)
    answer_all(pension, SAMPLES["pension"])
    assert [way.page for way in pension.asking.asks[0].ways] == ["resident", "form"]
    job = FormJob(session)
    assert job.asking.shown(job.asking.current) == "370100"
    assert job.asking.sign == "pension"


def test_restart_forgets_the_form(session):
    job = FormJob(session)
    finished(job)
    job.restart()
    assert (job.asking.answers, job.stage) == ({}, Stage.ASKING)


def test_every_form_of_the_bank_is_shown_with_shandong_first(in_each_language):
    view = ProofModel(in_each_language).view()
    names = in_each_language.services.data.reference.regions["370000"].names
    assert view.well
    assert view.groups[0].place == names[in_each_language.texts.language]
    assert sum(len(group.lines) for group in view.groups) == 31
    assert "31/31" in view.line
    assert "18/18" in view.line
    lines = {line.id: line for group in view.groups for line in group.lines}
    assert "2,578.70" in lines["F04"].cells[0].ours
    assert "2,578.70" in lines["F04"].cells[0].printed
    assert in_each_language.texts("proof.why.not-printed") == lines["F11"].cells[2].printed
    assert "4,407.83" in lines["F08"].cells[3].printed
    assert lines["F08"].note
    assert view.explanation.sources


def test_the_proof_says_what_doctor_says(session):
    today = session.today()
    data = session.services.data
    assert data.proof(today).result == data.doctor(today).result.bank


def test_a_form_that_is_off_is_said(session, monkeypatch):
    bank = session.services.data.proof(session.today()).result
    first, *others = bank.forms
    basic, *rest = first.parts
    spoiled = replace(first, parts=(replace(basic, printed=basic.ours + Decimal("0.60")), *rest))
    answer = replace(session.services.data.proof(session.today()), result=ProofBank((spoiled, *others)))
    monkeypatch.setattr(Data, "proof", lambda *_: answer)
    view = ProofModel(session).view()
    assert not view.well
    assert view.groups[0].lines[0].cells[0].off
    assert "+0.60" in view.groups[0].lines[0].cells[0].printed
    assert answer.result.tally(PARTS[0]) == (31, 30)


def test_before_the_store_is_open_the_proof_waits(session):
    assert isinstance(ProofModel(replace(session, services=None)).view(), str)
