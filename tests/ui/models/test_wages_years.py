"""Published figures over the years in words."""

from decimal import Decimal

import pytest

from gigdesk.ui.models.ask import UNSURE
from gigdesk.ui.models.wages import WagesJob
from gigdesk.ui.screenshots import SAMPLES


def job_of(session, **changes):
    job = WagesJob(session)
    while not job.asking.finished:
        ask = job.asking.current.id
        job.asking.answers[ask] = {**SAMPLES["wages"], **changes}.get(ask, UNSURE)
        job.forward()
    job.look("years")
    return job


def at(job, name):
    """The years of a population by the name it is chosen by."""
    choices = job.years().choices
    job.look_at(next(number for number, choice in enumerate(choices) if name in choice))
    return job.years()


def test_the_years_begin_with_the_population_of_the_result(in_each_language):
    job = job_of(in_each_language)
    assert job.years().chosen == 0
    assert job.result().levels[0].population in job.years().subtitle


def test_figures_stand_as_published_and_in_the_prices_of_the_newest_year(session):
    view = at(job_of(session), "城镇私营单位")
    assert view.prices == "按 2025 年的物价"
    last = view.lines[-1]
    assert last.figures == ("6,094.42", "6,094.42")  # 73,133 a year: NBS 2025, transport, private units
    assert last.real == Decimal("6094.42")


def test_a_revised_year_says_what_was_published_at_first(in_each_language):
    job, t = job_of(in_each_language, occupation="1-02-01-00"), in_each_language.texts
    found = at(job, t("population.urban_nonprivate_units"))
    assert any("82,461" in note for note in found.notes)
    assert found.lines[0].figures[0] == "6,867.75"  # 82,413 a year


def test_years_whose_prices_are_not_known_are_told_and_left_out(in_each_language):
    job, t = job_of(in_each_language, occupation="1-02-01-00"), in_each_language.texts
    found = at(job, t("population.rural_migrant_workers"))
    assert found.lines[0].figures[-1] == t("wages.years.no-prices")
    assert found.lines[0].real is None
    assert any("2013" in note and "2016" in note for note in found.notes)


@pytest.mark.usefixtures("in_each_language")
def test_a_break_is_told_where_it_is_and_in_the_title(notice):
    t = notice.texts
    view = job_of(notice).years()
    assert [line.breaks for line in view.lines] == [False, True, False, False]
    assert t("wages.years.break", period=t("wages.year", year=2022)) in view.notes
    assert view.title == t(
        "wages.years.title.broken",
        first=t("wages.year", year=2019), before="6,200", last=t("wages.year", year=2024), now="6,800",
    )  # fmt: skip


def test_years_of_which_nothing_is_published_are_told(notice):
    assert "2020 年到 2021 年的数没有，线在那里断开。" in job_of(notice).years().notes


def test_figures_of_several_makers_are_told_to_differ(in_each_language):
    view = job_of(in_each_language).years()
    assert in_each_language.texts("wages.years.makers") in view.notes


@pytest.mark.parametrize("number", [0, 1, 2, 3, 4, 5, 6, 7, 99])
def test_each_population_can_be_looked_at(in_each_language, number):
    job = job_of(in_each_language)
    job.look_at(number)
    view = job.years()
    assert view.lines
    assert all(len(line.figures) == len(view.heads) for line in view.lines)


def test_the_change_of_statistics_in_china_in_2009_is_a_break(in_each_language):
    t = in_each_language.texts
    view = at(job_of(in_each_language, occupation="1-02-01-00"), t("population.urban_units_as_told_to_ilo"))
    before, after = (next(line for line in view.lines if line.short == year) for year in ("2008", "2009"))
    assert (before.figures[0], after.figures[0]) == ("2,435.75", "1,516.58")
    assert (before.breaks, after.breaks) == (False, True)
