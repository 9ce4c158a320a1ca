"""A report of what the window shows: the command line answers the same, and nothing is kept or written unasked."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest

from gigdesk.domain.money import YearMonth
from gigdesk.services import words
from gigdesk.services.report import read, replay
from gigdesk.ui.models.ask import UNSURE
from gigdesk.ui.models.entitlements import EntitlementsJob
from gigdesk.ui.models.form import FormJob
from gigdesk.ui.models.injury import InjuryJob
from gigdesk.ui.models.job import Stage
from gigdesk.ui.models.pension import PensionJob
from gigdesk.ui.models.reporting import REPORT
from gigdesk.ui.models.resident import ResidentJob
from gigdesk.ui.models.wages import WagesJob
from gigdesk.ui.screenshots import SAMPLES

JOBS = {job.id: job for job in (WagesJob, PensionJob, FormJob, ResidentJob, InjuryJob, EntitlementsJob)}
OTHERS = [
    ("wages", {"costs": UNSURE, "hours_order": UNSURE}),
    ("wages", {"city": "elsewhere", "province": "440000"}),
    ("pension", {"sex": "female", "worker": UNSURE}),
    ("pension", {"sex": UNSURE, "paid_months": UNSURE}),
    ("pension", {"city": UNSURE, "balance": UNSURE}),
    ("pension", {"birth": YearMonth(1964, 6), "paid_months": Decimal(200)}),
    ("pension", {"city": "371700"}),
    ("form", {"divisor": UNSURE, "birth": YearMonth(1966, 1), "benefit_base": UNSURE, "before": UNSURE}),
    ("resident", {"resident_years": UNSURE, "yearly": UNSURE, "local_basic": UNSURE, "paid_months": UNSURE}),
    ("resident", {"yearly": Decimal(0), "resident_years": Decimal(3)}),
    ("resident", {"paid_months": Decimal(300), "sex": "female"}),
    ("injury", {"city": UNSURE, "circumstances": UNSURE}),
    ("injury", {"harm": "illness", "death": "within", "circumstances": ("contract", "some_alcohol")}),
    ("injury", {"order_state": "offline_after", "when": date(2024, 2, 29)}),
    ("entitlements", {"city": "370600", "platform": "other", "insurance": UNSURE, "standing": ("disabled",)}),
    ("entitlements", {"plans": ("wants_to_drive", "small_firm"), "study": UNSURE}),
]
CASES = [*((name, {}) for name in JOBS), *OTHERS]


def finished(job, **changes):
    answers = {**SAMPLES[job.id], **changes}
    for _ in range(30):
        if job.stage is not Stage.ASKING:
            break
        job.answer(answers.get(job.asking.current.id, UNSURE))
        job.forward()
    return job


def file_of(job):
    job.report()
    return read(job.reporting.file.encode())


@pytest.mark.parametrize(("name", "changes"), CASES, ids=str)
def test_the_command_line_answers_what_the_window_shows(session, name, changes):
    job = finished(JOBS[name](session), **changes)
    report = file_of(job)
    assert "error" not in report.outcome
    assert replay(report, session.services).same
    shown = getattr(job.result(), "explanation", None)
    if shown:
        assert len(report.steps) == len(shown.working)


def test_the_pension_in_the_file_is_that_of_the_tier_shown(session):
    job = finished(PensionJob(session))
    job.choose(100)
    job.assume("wage_growth", 6)
    report = file_of(job)
    assert report.command.input["plan"]["base_percent"] == "100"
    assert report.command.input["assumptions"]["wage_growth"] == "0.030"
    assert words.about(Decimal(report.outcome["male60"]["range"]["expected"])) in job.result().amount


def test_a_contribution_record_goes_into_the_file_month_by_month(session):
    job = finished(PensionJob(session))
    job.look("history")
    job.record.paste("2020-01 2020-12 3457\n2021-01 2021-06 3746")
    job.take()
    report = file_of(job)
    assert report.command.input["record"]["history"]
    assert "paid_months" not in report.command.input["record"]
    assert replay(report, session.services).same


def test_where_the_employees_scheme_pays_the_file_is_about_the_transfer(session):
    report = file_of(finished(ResidentJob(session), paid_months=Decimal(300)))
    assert report.command.name == "pension transfer"
    assert file_of(finished(ResidentJob(session))).command.name == "pension resident"


def test_how_far_the_claim_is_goes_into_the_file(session):
    job = finished(InjuryJob(session))
    job.ask_progress()
    job.answer("reported_at")
    job.forward()
    job.answer(date(2026, 11, 17))
    job.forward()
    assert file_of(job).command.input["facts"]["reported_at"] == "2026-11-17"


def test_without_the_birth_there_is_nothing_to_ask_again(session):
    job = finished(PensionJob(session), birth=UNSURE)
    assert isinstance(job.result(), str)
    assert not job.reporting.offered
    assert job.reporting.file == job.reporting.name == ""


def test_what_is_said_goes_into_the_file_in_one_line(session):
    job = finished(WagesJob(session))
    job.report()
    assert (job.stage, job.detail) == (Stage.DETAIL, REPORT)
    job.reporting.say(("number",), "太低\n了 ")
    assert json.loads(job.reporting.file)["remark"] == {"about": ["number"], "text": "太低 了"}
    assert job.reporting.name == "gigdesk-wages-compare-2026-11-23.json"


def test_a_changed_answer_is_in_the_file_the_next_time(session):
    job = finished(WagesJob(session))
    job.report()
    job.back()
    assert job.stage is Stage.RESULT
    job.change("earned")
    job.answer(Decimal(9000))
    job.forward()
    assert file_of(job).command.options["earned"] == "9000"


def test_the_file_is_saved_where_the_person_chose_and_they_are_told(session, tmp_path):
    job = finished(WagesJob(session))
    job.report()
    job.reporting.save(tmp_path / "a.json")
    assert job.reporting.saved == str(tmp_path / "a.json")
    assert (tmp_path / "a.json").read_text(encoding="utf-8") == job.reporting.file
    job.reporting.say(("unclear",), "")
    assert job.reporting.saved == ""
    job.reporting.save(tmp_path / "no folder" / "a.json")
    assert job.reporting.problem
    assert not job.reporting.saved


def test_the_next_person_finds_nothing_of_it(session):
    job = finished(WagesJob(session))
    job.report()
    job.reporting.say(("number",), "太低")
    job.restart()
    assert (job.reporting.about, job.reporting.words, job.reporting.saved) == ((), "", "")
    assert not job.reporting.offered
    assert job.reporting.file == ""
