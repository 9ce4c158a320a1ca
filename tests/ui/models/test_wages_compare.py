"""Up to four occupations or places side by side, without a window."""

from decimal import Decimal

import pytest

from gigdesk.ui.models.ask import UNSURE
from gigdesk.ui.models.wages import WagesJob
from gigdesk.ui.models.wages_compare import MOST
from gigdesk.ui.screenshots import SAMPLES

DRIVER, NURSE, COURIER, GUARD = "4-02-02-01", "4-10-01-06", "4-02-07-08", "4-07-05-01"


def job_of(session, **changes):
    job = WagesJob(session)
    while not job.asking.finished:
        ask = job.asking.current.id
        job.asking.answers[ask] = {**SAMPLES["wages"], **changes}.get(ask, UNSURE)
        job.forward()
    job.look("compare")
    return job


def add(job, *codes, kind="occupation"):
    own = job.query(job.asking.given)
    return [job.comparing.add(kind, code, own, job.session.texts) for code in codes]


def test_it_begins_with_ones_own_work_and_place(in_each_language):
    view = job_of(in_each_language).compared()
    assert [(item.kind, item.key, item.own) for item in view.items] == [
        ("occupation", "4-10-08-01", True), ("region", "370100", True)
    ]  # fmt: skip
    assert view.own == 6300


def test_a_fifth_is_refused_in_words_and_removing_one_makes_room(in_each_language):
    job, t = job_of(in_each_language), in_each_language.texts
    assert add(job, DRIVER, NURSE, COURIER, GUARD) == [True, True, True, False]
    assert job.comparing.message == t("wages.compare.full", most=MOST)
    assert len(job.compared().items) == 5  # four kinds of work and the place
    job.remove("occupation", NURSE)
    assert job.comparing.message == ""
    assert add(job, GUARD) == [True]
    assert [item.key for item in job.compared().items if item.kind == "occupation"] == [
        "4-10-08-01", DRIVER, COURIER, GUARD
    ]  # fmt: skip


def test_work_times_places_is_no_more_than_four_either(session):
    job = job_of(session)
    assert add(job, DRIVER) == [True]
    assert add(job, "370200", "370600", kind="region") == [True, False]
    assert len({(row.name) for group in job.compared().groups for row in group.rows}) == 4


def test_what_is_there_already_is_not_taken_twice(session):
    job = job_of(session)
    assert add(job, "4-10-08-01") == [False]
    assert job.comparing.message == "这个已经在比了。"


def test_no_group_holds_two_populations_and_the_apartness_is_said(in_each_language):
    job = job_of(in_each_language)
    add(job, DRIVER, NURSE)
    view = job.compared()
    populations = [group.population for group in view.groups]
    assert len(populations) == len(set(populations)) > 1
    assert in_each_language.texts("wages.compare.apart", count=len(populations)) in view.notes
    assert [group.together for group in view.groups] == sorted((g.together for g in view.groups), reverse=True)


def test_figures_of_one_population_share_a_group_in_the_order_asked(notice):
    job = job_of(notice)
    add(job, DRIVER, NURSE)
    first = job.compared().groups[0]
    assert [row.middle for row in first.rows] == ["6,800", "8,840", "5,500"]
    assert first.rows[1].figures == ("5,500", "6,900", "8,840", "11,200", "14,000 或以上")
    assert first.rows[2].figures == ("4,000", "没有公布", "5,500", "没有公布", "6,000")


def test_places_without_figures_of_their_own_are_told_not_to_differ(in_each_language):
    job = job_of(in_each_language)
    add(job, "370200", kind="region")
    assert in_each_language.texts("wages.compare.same-figure") in job.compared().groups[0].notes


@pytest.mark.parametrize(
    ("measure", "own", "middle"),
    [("annual", Decimal(75600), "81,600"), ("monthly", Decimal(6300), "6,800"), ("hourly", Decimal("24.23"), "39.08")],
)
def test_another_measure_shows_the_same_figures_by_it(notice, measure, own, middle):
    job = job_of(notice)
    job.show_by(measure)
    view = job.compared()
    assert (view.own, view.groups[0].rows[0].middle) == (own, middle)


def test_without_hours_ones_own_hour_is_not_made_up(in_each_language):
    job = job_of(in_each_language, hours_logged=UNSURE, hours_order=UNSURE)
    job.show_by("hourly")
    view = job.compared()
    assert view.own is None
    assert in_each_language.texts("wages.compare.no-hours") in view.notes


def test_the_next_person_finds_nothing_of_it(session):
    job = job_of(session)
    add(job, DRIVER)
    job.show_by("hourly")
    job.look_at(3)
    job.restart()
    assert (job.comparing.occupations, job.comparing.measure, job.population) == ([], "monthly", 0)
