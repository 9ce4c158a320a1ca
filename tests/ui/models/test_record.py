"""The contribution record without a window: typed, pasted, read; taken in the place of two questions, and forgotten."""

from datetime import date
from decimal import Decimal

import pytest

from gigdesk.domain.money import YearMonth
from gigdesk.ui.models.ask import UNSURE
from gigdesk.ui.models.job import Stage
from gigdesk.ui.models.pension import PensionJob, PensionView
from gigdesk.ui.screenshots import RECORD, SAMPLES

LINES = "2020-01 2020-12 3457\n2021-01 2021-06 3746"


def to_months(session, **changes):
    job = PensionJob(session)
    while job.asking.current.id != "paid_months":
        job.answer({**SAMPLES["pension"], **changes}.get(job.asking.current.id, UNSURE))
        job.forward()
    return job


@pytest.fixture
def job(session):
    """A person who is asked how many months are paid, and looks at the record instead."""
    job = to_months(session)
    job.look("history")
    return job


def asked(job):
    return [ask.id for ask in job.asking.asks]


def finish(job):
    while job.stage is Stage.ASKING:
        job.answer(SAMPLES["pension"].get(job.asking.current.id, UNSURE))
        job.forward()


def entered(job, first, last, base):
    record = job.record
    if not record.draft:
        record.add()
    record.write(YearMonth(*first), YearMonth(*last), base)
    return record.put()


def spans(job):
    return [(str(one.month_from), str(one.month_to), str(one.base)) for one in job.record.periods]


def test_the_question_offers_the_record(job):
    (ask,) = (ask for ask in job.asking.asks if ask.id == "paid_months")
    assert [way.id for way in ask.ways] == ["history"]
    assert job.at_record
    assert job.stage is Stage.DETAIL


def test_periods_are_typed_changed_and_removed(job):
    assert entered(job, (2021, 1), (2021, 6), "3,746")
    assert entered(job, (2020, 1), (2020, 12), "３４５７元")
    assert spans(job) == [("2020-01", "2020-12", "3457.00"), ("2021-01", "2021-06", "3746.00")]
    job.record.change(1)
    assert job.record.draft.base == "3,746"
    assert entered(job, (2021, 2), (2021, 6), "3746")
    assert spans(job)[1][0] == "2021-02"
    job.record.remove(0)
    assert spans(job) == [("2021-02", "2021-06", "3746.00")]


def test_neighbours_on_one_base_are_one_period(job):
    assert entered(job, (2021, 1), (2021, 6), "3746")
    assert entered(job, (2021, 7), (2021, 12), "3746.00")
    assert spans(job) == [("2021-01", "2021-12", "3746.00")]


@pytest.mark.parametrize(
    ("first", "last", "base", "says"),
    [
        ((2021, 6), (2021, 1), "3746", "之前"),
        ((2026, 1), (2026, 11), "4573", "2026年11月"),
        ((2020, 12), (2021, 2), "3457", "2020年1月 到 2020年12月"),
        ((2022, 1), (2022, 6), "", "例"),
        ((2022, 1), (2022, 6), "很多", "很多"),
        ((2022, 1), (2022, 6), "0", "“0”"),
        ((2022, 1), (2022, 6), "99999999", "99999999"),
    ],
)
def test_what_cannot_stand_is_refused_at_its_row_and_kept(job, first, last, base, says):
    assert entered(job, (2020, 1), (2020, 12), "3457")
    assert not entered(job, first, last, base)
    assert says in job.record.message
    assert (job.record.draft.first, job.record.draft.base) == (YearMonth(*first), base)
    assert len(job.record.periods) == 1
    job.record.cancel()
    assert (job.record.draft, job.record.message) == (None, "")


def test_a_new_span_begins_behind_the_last_or_before_the_first(job):
    job.record.add()
    assert (str(job.record.draft.first), str(job.record.draft.last)) == ("2026-01", "2026-10")
    assert entered(job, (2025, 1), (2025, 6), "4504")
    job.record.add()
    assert (str(job.record.draft.first), str(job.record.draft.last)) == ("2025-07", "2025-12")
    assert entered(job, (2025, 7), (2026, 10), "4573")
    job.record.add()
    assert (str(job.record.draft.first), str(job.record.draft.last)) == ("2024-01", "2024-12")


def test_a_pasted_record_says_what_it_is_and_what_it_is_not(in_each_language):
    job = to_months(in_each_language)
    job.record.paste(RECORD)
    view = job.record.view()
    assert len(view.lines) == 7
    assert view.index == "0.6001"
    assert len(view.notes) == 2
    (choice,) = view.choices
    assert [base for _, base in choice.bases] == [4416, 5000]
    assert job.record.take() is None
    assert job.record.message
    job.record.choose(0, Decimal(4416))
    assert len(job.record.view().lines) == 6
    assert job.record.take().months == 64


def test_pasting_the_same_again_changes_nothing_and_says_so(job):
    job.record.paste(LINES)
    before = spans(job)
    job.record.paste(LINES)
    assert spans(job) == before
    assert any("18 个月" in note for note in job.record.view().notes)


def test_what_was_typed_and_what_is_pasted_may_disagree(job):
    entered(job, (2020, 6), (2020, 6), "5000")
    job.record.paste(LINES)
    assert len(job.record.conflicts) == 1
    assert not entered(job, (2020, 6), (2020, 6), "5000")
    job.record.cancel()
    job.record.choose(0, Decimal(3457))
    assert spans(job)[0] == ("2020-01", "2020-12", "3457.00")


def test_a_file_is_read(job, workbook, tmp_path):
    path = tmp_path / "记录.xlsx"
    path.write_bytes(workbook({"明细": [["年月", "基数"], [202401, 4416], [date(2024, 2, 1), 4416]]}))
    job.record.read(path)
    assert spans(job) == [("2024-01", "2024-02", "4416.00")]


@pytest.mark.parametrize(
    ("data", "says"), [(b"PK\x03\x04", "打不开"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".xlsx"), (None, "记录.csv")]
)
def test_a_file_that_cannot_be_read_is_said_and_nothing_is_lost(job, tmp_path, data, says):
    job.record.paste(LINES)
    path = tmp_path / "记录.csv"
    if data is not None:
        path.write_bytes(data)
    job.record.read(path)
    assert says in job.record.message
    assert len(job.record.periods) == 2


def test_an_empty_clipboard_is_said(job):
    job.record.paste(" \n")
    assert job.record.message


def test_rows_that_could_not_be_read_are_asked_back_once(job):
    job.record.paste(f"{LINES}\n202213 3980")
    job.take()
    assert job.at_record
    assert "1 处" in job.record.message
    assert job.record.view().tone == "warn"
    job.take()
    assert job.asking.current.id == "balance"


def test_nothing_is_not_taken(job):
    job.take()
    assert job.at_record
    assert job.record.message


def test_the_record_stands_in_the_place_of_two_questions(job):
    job.record.paste(LINES)
    job.take()
    assert asked(job) == ["city", "sex", "birth", "history", "balance"]
    assert job.asking.current.id == "balance"
    finish(job)
    view = job.result()
    assert isinstance(view, PensionView)
    row = next(basis for basis in view.basis if basis.ask == "history")
    assert row.value == "18 个月，指数 0.6001"
    labels = [line.label for line in view.explanation.working]
    assert labels.count("当年缴费指数") == 2


def test_the_estimate_is_that_of_the_same_months_and_index(job, session):
    job.record.paste(LINES)
    job.take()
    finish(job)
    typed = to_months(session)
    typed.answer(Decimal(18))
    typed.forward()
    typed.answer("60")
    typed.forward()
    finish(typed)
    assert job.result().amount == typed.result().amount


def test_from_the_result_back_to_the_record_and_to_the_result(job):
    job.record.paste(LINES)
    job.take()
    finish(job)
    job.review()
    job.change("history")
    assert job.at_record
    job.record.remove(1)
    job.take()
    assert job.stage is Stage.RESULT
    assert next(basis for basis in job.result().basis if basis.ask == "history").value.startswith("12 个月")


def test_going_back_from_the_next_question_leads_to_the_record_and_before_it(job):
    job.record.paste(LINES)
    job.take()
    assert job.back()
    assert job.at_record
    job.take()
    assert job.asking.current.id == "balance"
    job.back()
    job.back()
    assert job.asking.current.id == "birth"
    assert not job.at_record


def test_typing_the_months_after_all(job):
    job.record.paste(LINES)
    job.take()
    finish(job)
    job.change("history")
    job.drop()
    assert asked(job) == ["city", "sex", "birth", "paid_months", "tier_so_far", "balance"]
    assert job.asking.current.id == "paid_months"
    finish(job)
    assert next(basis for basis in job.result().basis if basis.ask == "paid_months").value.startswith("96")


def test_another_province_measures_the_record_anew(job):
    job.record.paste(LINES)
    job.take()
    finish(job)
    for ask, answer in (("city", "elsewhere"), ("province", "110000")):
        job.change(ask)
        job.answer(answer)
        job.forward()
    finish(job)
    assert isinstance(job.result(), str)
    job.change("city")
    job.answer("370200")
    job.forward()
    assert next(basis for basis in job.result().basis if basis.ask == "history").value == "18 个月，指数 0.6001"


def test_a_year_without_an_average_is_named_and_the_record_is_not_taken(job):
    job.record.paste("1994-01 1995-12 300\n" + LINES)
    view = job.record.view()
    assert view.index == ""
    assert "1994" in view.problems[-1]
    job.take()
    assert job.at_record
    assert "1994" in job.record.message


def test_what_was_paid_is_offered_to_the_other_jobs_and_all_is_forgotten(job, session):
    job.record.paste(LINES)
    job.take()
    assert session.known["paid_months"] == 18
    job.restart()
    session.forget()
    assert (job.record.periods, job.record.view().notes, session.known) == ((), (), {})
    assert "history" not in job.asking.answers
