"""Not knowing is an answer to each question of the pension job, and each leads to a result or says what is missing."""

from decimal import Decimal

import pytest

from gigdesk.ui.models.ask import UNSURE
from gigdesk.ui.models.job import Stage
from gigdesk.ui.models.pension import PensionJob, PensionView
from gigdesk.ui.screenshots import SAMPLES


def answered(job, **changes):
    asked = []
    while job.stage is Stage.ASKING:
        ask = job.asking.current
        asked.append(ask)
        job.answer({**SAMPLES["pension"], **changes}.get(ask.id, UNSURE))
        job.forward()
    return asked


def test_each_question_can_be_left_open_and_there_are_at_most_eight(in_each_language):
    for answers in ({}, {"sex": "female"}, {"city": "elsewhere", "province": "110000", "sex": "female"}):
        job = PensionJob(in_each_language)
        asked = answered(job, **answers)
        assert len(asked) <= 8
        assert all(ask.unsure for ask in asked)


@pytest.mark.parametrize("open_", ["city", "sex", "paid_months", "tier_so_far", "balance"])
def test_one_open_answer_still_leads_to_a_figure(in_each_language, open_):
    job = PensionJob(in_each_language)
    answered(job, **{open_: UNSURE})
    view = job.result()
    assert isinstance(view, PensionView)
    assert view.amount
    assert view.notices or view.depends


def test_without_the_month_of_birth_the_page_says_where_it_stands(in_each_language):
    job = PensionJob(in_each_language)
    answered(job, birth=UNSURE)
    assert job.result() == in_each_language.texts("error.birth-not-known")


def test_an_open_sex_shows_all_three_ages(session):
    job = PensionJob(session)
    answered(job, sex=UNSURE)
    assert [line.split("：")[0] for line in job.result().depends[1:]] == ["女，原 55 岁", "女，原 50 岁"]


def test_what_one_job_was_told_the_next_offers(session):
    first, second = PensionJob(session), PensionJob(session)
    answered(first)
    asking = second.asking
    assert asking.shown(asking.current) == "370100"
    second.forward()
    assert asking.answers == {"city": "370100"}
    session.forget()
    assert asking.shown(second.asking.asks[1]) is None


def test_what_was_open_in_one_job_is_not_offered_by_the_next(session):
    answered(PensionJob(session), balance=UNSURE, paid_months=Decimal(12))
    second = PensionJob(session)
    answered(second)
    balance = next(ask for ask in second.asking.asks if ask.id == "balance")
    second.asking.answers.clear()
    assert second.asking.shown(balance) == SAMPLES["pension"]["balance"]


def test_a_figure_that_is_missing_is_called_by_its_name_in_words(in_each_language):
    job = PensionJob(in_each_language)
    answered(job, city="371700")
    assert "pension." not in str(job.result())
