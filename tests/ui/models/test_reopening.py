"""A slip brought back to the window: read, shown, gone on with; and what changed since."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from gigdesk.domain.errors import RefusedError
from gigdesk.domain.money import YearMonth
from gigdesk.domain.pension.index import Period
from gigdesk.services.carry import CodeBook, carry, texts
from gigdesk.services.commands import COMMANDS, Command
from gigdesk.services.releases import UNWATCHED
from gigdesk.ui.models.ask import UNSURE
from gigdesk.ui.models.form import FormJob
from gigdesk.ui.models.job import REOPENED, Stage
from gigdesk.ui.models.kiosk import FREE_TRIES
from gigdesk.ui.models.pension import PensionJob
from gigdesk.ui.models.reopening import JOBS, ReopenModel
from gigdesk.ui.models.resident import ResidentJob

TODAY = date(2026, 11, 23)
PENSION = {
    "city": "370100", "sex": "male", "birth": YearMonth(1966, 1), "paid_months": Decimal(300), "tier_so_far": "60",
    "balance": Decimal(100_000),
}  # fmt: skip
FORM = {
    "city": "370100", "retired": YearMonth(2026, 1), "total_months": Decimal(289), "before": Decimal(29),
    "index": Decimal("1.735"), "balance": Decimal("160413.01"), "divisor": Decimal(168),
    "benefit_base": Decimal(7831), "printed_total": Decimal("3902.25"), "printed_basic": Decimal("2528.32"),
    "printed_account": UNSURE,
}  # fmt: skip


def finished(job, answers):
    job.asking.answers.update(answers)
    job.asking.resume()
    assert job.asking.finished
    return job


def case_of(job):
    services = job.session.services
    return carry(job.command(services, job.asking.given), services, job.session.today())


@pytest.fixture
def model(session):
    return ReopenModel(session)


@pytest.fixture
def pension(session):
    return finished(PensionJob(session), PENSION)


def test_a_slip_is_shown_in_the_words_of_its_page_and_gone_on_with(session, model, pension):
    model.take(texts(case_of(pension)))
    view = model.view()
    assert view.whole
    assert not view.changed
    assert view.answers[0] == ("城市", "济南")
    assert ("哪天的凭条", "2026年11月23日") in view.facts
    assert model.leads_to == f"pension:{REOPENED}"
    again = PensionJob(session)
    again.part = REOPENED
    assert again.stage is Stage.RESULT
    assert again.asking.given == pension.asking.given
    assert again.result().title == pension.result().title
    assert again.because == ""


def test_a_record_of_contributions_comes_back_with_its_periods(session, model):
    job = finished(PensionJob(session), {**PENSION, "history": None})
    periods = (Period(YearMonth(2020, 1), YearMonth(2025, 12), Decimal(4242)),)
    job.asking.answers["history"] = job.record.measured(periods, "370100")
    model.take(texts(case_of(job)))
    again = PensionJob(session)
    again.part = REOPENED
    assert again.record.periods == periods
    assert again.asking.given["history"].months == 72
    assert model.view().whole


def test_a_form_comes_back_line_by_line(session, model):
    job = finished(FormJob(session), FORM)
    model.take(texts(case_of(job)))
    again = FormJob(session)
    again.part = REOPENED
    assert again.asking.given == job.asking.given


def test_what_a_slip_does_not_say_is_asked_and_the_rest_stands_there(session, model):
    case = carry(Command("pension resident", {"region": "370100", "birth": "1970-05", "paid_years": 10}),
                 session.services, TODAY)  # fmt: skip
    model.take(texts(case))
    assert not model.view().whole
    job = ResidentJob(session)
    job.part = REOPENED
    assert job.stage is Stage.ASKING
    assert job.asking.current.id == "sex"
    job.answer("male")
    job.forward()
    assert job.asking.current.id == "paid_months"


def test_a_case_of_the_command_line_that_no_page_asks_is_refused_with_words(session, model):
    asked = {"region": "370100", "person": {"sex": "male", "birth": "1966-01"}, "record": {"paid_months": 300}}
    case = carry(Command("pension gap", asked, {"official": "3000"}), session.services, TODAY)
    model.take(texts(case))
    assert model.view() is None
    assert "gigdesk reopen" in model.problem


def test_what_the_command_line_left_out_is_not_made_up(session, model):
    facts = {"order_state": "to_dropoff", "harm": "accident"}
    asked = {"region": "370100", "when": "2026-11-16T12:00:00+08:00", "platform": "meituan", "facts": facts}
    model.take(texts(carry(Command("injury check", asked), session.services, TODAY)))
    view = model.view()
    assert not view.whole
    assert ("平台", "美团") in view.answers
    assert ("几种情况", "不确定，记不清了") in view.answers


def test_half_of_a_slip_waits_for_the_other_half(model, pension):
    case = case_of(pension)
    history = [{"month_from": f"{y}-01", "month_to": f"{y}-12", "base": f"{y * 37 % 9973}"} for y in range(1996, 2026)]
    record = {"account_balance": "100000", "history": history}
    asked = Command(case.command.name, {**case.command.input, "record": record})
    one, other = texts(replace(case, command=asked))
    model.take([other])
    assert model.view() is None
    assert "第 2 个" in model.hint
    model.take(["no slip at all"])
    assert "第 2 个" in model.hint
    model.take([one])
    assert not model.problem
    assert model.view() is not None


@pytest.mark.parametrize("text", ["", "GIGDESK1:ABC", "张三 138", "GIGDESK9:ABC"])
def test_what_is_no_slip_is_said_and_nothing_is_shown(model, text):
    model.take([text])
    assert model.problem
    assert model.view() is None
    model.restart()
    assert not model.problem


def test_a_picture_without_a_code_is_said(model, pension):
    def blank(_):
        raise RefusedError("carry-no-code")

    model.take_picture(Path("blank.png"), blank)
    assert "没有找到" in model.problem
    model.take_picture(Path("slip.png"), lambda _: texts(case_of(pension)))
    assert model.found
    assert not model.problem


def test_a_newer_release_says_what_changed_and_because_of_what(kiosk):
    """`kiosk` may take a newer release: the base of 2026 is out."""
    job = finished(PensionJob(kiosk), PENSION)
    text = texts(case_of(job))
    before = job.result().amount
    kiosk.services.releases.bring(Path("stick"), datetime(2026, 11, 30, tzinfo=UTC), UNWATCHED)
    kiosk.services = kiosk.reopen()
    model = ReopenModel(kiosk)
    model.take(text)
    view = model.view()
    assert view.changed
    assert view.told[0].startswith("结果变了")
    assert "计发基数" in " ".join(view.told)
    assert "8,000" in " ".join(view.told)
    again = PensionJob(kiosk)
    again.part = REOPENED
    assert again.result().amount != before
    assert again.because == "\n".join(view.told)
    again.asking.answers["paid_months"] = Decimal(301)
    again.result()
    assert again.because == ""
    again.restart()
    kiosk.forget()
    assert kiosk.carried is None


def test_every_command_has_a_page_and_each_page_says_what_slip_it_is(in_each_language):
    assert set(JOBS) == set(COMMANDS)
    assert all(f"reopen.job.{job.id}" in in_each_language.texts for job in JOBS.values())


def test_a_code_is_found_the_same_day_where_the_centre_allows_it(session, pension):
    model = ReopenModel(session, clock=lambda: 0.0)
    slip = pension.slipping.slip()
    model.take_code(slip.code)
    assert not model.found
    session.book.allowed = True
    pension.slipping.slip()
    session.forget()
    model.take_code(slip.code.lower().replace("-", " "))
    assert model.found
    assert model.view().whole
    assert slip.code not in repr(session)


def test_wrong_codes_slow_down_and_the_right_one_waits_too(session, pension):
    now = [0.0]
    model = ReopenModel(session, clock=lambda: now[0])
    session.book.allowed = True
    code = pension.slipping.slip().code
    model.take_code("")
    assert not model.problem
    for _ in range(FREE_TRIES):
        model.take_code("2222-2222")
    model.restart()
    model.take_code(code)
    assert "5 秒" in model.problem
    now[0] += 6
    model.take_code(code)
    assert model.found


def test_the_book_forgets_over_midnight_and_keeps_only_so_many(pension):
    case = case_of(pension)
    book = CodeBook()
    book.keep("2222-2222", case, TODAY)
    assert book.find("2222-2222", TODAY) is None
    book.allowed = True
    for number in range(301):
        book.keep(f"{number:08}", case, TODAY)
    assert book.find("00000000", TODAY) is None
    assert book.find("00000300", TODAY) == case
    assert book.find("00000300", date(2026, 11, 24)) is None
    assert book.find("00000300", TODAY) is None
