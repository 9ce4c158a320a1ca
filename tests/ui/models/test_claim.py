"""What follows an answer about an accident: the few steps shown, every limit, how far the claim is, an early no."""

from __future__ import annotations

from datetime import date

import pytest

from gigdesk.ui.models.injury import InjuryJob
from gigdesk.ui.models.job import Stage
from gigdesk.ui.screenshots import SAMPLES


def answer_all(job, answers):
    while not job.asking.finished:
        job.answer(answers[job.asking.current.id])
        job.forward()
    return job


@pytest.fixture
def finished(session):
    def finished(**other):
        return answer_all(InjuryJob(session), {**SAMPLES["injury"], **other})

    return finished


def tell(job, stage, day=None):
    job.ask_progress()
    assert job.stage is Stage.ASKING
    job.answer(stage)
    job.forward()
    if day:
        job.answer(day)
        job.forward()
    return job.result()


def test_three_steps_are_shown_and_every_limit_stands_in_full(finished):
    view = finished().result()
    assert [step.title for step in view.steps] == ["在 App 里“一键报案”", "看平台申请了没有", "平台不报，自己去报"]
    assert [step.due for step in view.steps] == ["今天", "12月23日", "2027年2月14日"]
    assert sum(len(group.lines) for group in view.limits) > len(view.steps)
    for group in view.limits:
        assert all(line.to_do and line.chip.text for line in group.lines)


def test_a_limit_within_seven_days_stands_out(finished):
    view = finished(when=date(2026, 8, 30)).result()
    soon = [step for step in view.steps if step.soon]
    assert [step.due for step in soon] == ["11月28日"]
    assert not any(step.passed for step in view.steps)


def test_a_limit_that_has_passed_comes_next_and_says_what_to_do(finished):
    view = finished(when=date(2026, 3, 2)).result()
    passed = view.steps[1]
    assert passed.passed
    assert "过期" in passed.due
    assert "超期说明" in passed.detail
    assert "超期说明" in view.next_step or "为什么晚了" in view.next_step
    (must,) = [group for group in view.papers if group.title == "必须有"]
    assert "待遇申请超期说明" in [paper.name for paper in must.papers]


def test_telling_that_it_is_reported_moves_the_platforms_day(finished):
    job = finished()
    view = tell(job, "reported_at", date(2026, 11, 17))
    assert job.stage is Stage.RESULT
    assert view.steps[0].due == "12月17日"
    assert not any("一键报案" in step.title for step in view.steps)


def test_papers_that_are_in_leave_the_offices_working_days(finished):
    view = tell(finished(), "filed_at", date(2026, 11, 20))
    assert any("确认结论" in step.title for step in view.steps)
    assert "结论" in view.next_step


def test_not_reported_yet_changes_nothing(finished):
    job = finished()
    before = job.result()
    assert tell(job, "none") == before


def test_back_from_the_question_leads_to_where_it_was_asked(finished):
    job = finished()
    job.ask_progress()
    assert job.back()
    assert job.stage is Stage.RESULT
    job.look("limits")
    job.ask_progress()
    assert job.back()
    assert (job.stage, job.detail) == (Stage.DETAIL, "limits")


def test_the_question_is_forgotten_with_the_person(finished):
    job = finished()
    tell(job, "reported_at", date(2026, 11, 17))
    job.restart()
    assert not any(ask.id == "progress" for ask in answer_all(job, SAMPLES["injury"]).asking.asks)


@pytest.mark.parametrize(
    ("facts", "most"),
    [
        ({"when": date(2025, 6, 30)}, 3),
        ({"platform": "other", "sector": "express_parcel"}, 4),
        ({"harm": "none"}, 6),
        ({"order_state": "offline_before", "harm": "illness", "death": "survived"}, 6),
    ],
)
def test_an_answer_of_no_comes_as_soon_as_it_is_settled(finished, facts, most):
    """Nobody answers fifteen questions for a no: the job ends, says so, and what it fails on stands first."""
    job = finished(**facts)
    view = job.result()
    assert len(job.asking.asks) == most
    assert view.outcome in ("OUT_OF_SCOPE", "NOT_COVERED_LIKELY")
    assert "不用答" in view.line
    assert view.reasons[0].state == "not_met"
    assert view.next_step


@pytest.mark.parametrize("later", [date(2026, 11, 16), date(2026, 11, 20)])
def test_who_died_later_than_the_hours_did_not_die_tomorrow(finished, later):
    job = finished(harm="illness", death="later", when=later)
    assert not isinstance(job.result(), str)
