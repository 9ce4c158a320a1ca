"""Sample cases: each leads where it says, has words, and nobody in it has a name."""

import pytest

from gigdesk.store import paths
from gigdesk.store.samples import ANSWERS, samples
from gigdesk.ui.models.demo import STOPS, TourModel, open_case
from gigdesk.ui.models.job import Stage
from gigdesk.ui.pages import PAGES
from tests.ui.conftest import TODAY

CASES = samples(paths.resources(), TODAY)
JOBS = {page.id: page.model for page in PAGES}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_case_opens_at_its_result_or_at_its_answers(session, case):
    job = JOBS[case.job](session)
    open_case(job, case.id)
    assert job.stage is (Stage.REVIEW if case.opens == ANSWERS else Stage.RESULT)
    assert not isinstance(job.result(), str)
    assert all(f"sample.{case.id}{line}" in session.texts for line in ("", ".line"))


def test_the_issued_form_comes_out_to_the_fen(session):
    job = JOBS["form"](session)
    open_case(job, "form-exact")
    exact = job.result().title
    open_case(job, "form-off")
    assert "对得上" in exact or "一分不差" in exact or "对到分" in exact, exact
    assert job.result().title != exact


def test_what_happened_some_days_ago_did_so_before_today():
    accident = next(case for case in CASES if case.id == "injury-dropoff")
    assert (TODAY - accident.answers["when"]).days == 7


def test_every_stop_of_the_tour_says_all_its_lines_and_leads_to_a_page_that_is_there(session):
    cases = {f"{case.job}:{case.id}" for case in CASES}
    for stop in STOPS:
        assert stop.page in {"", *JOBS, *cases}
        assert all(f"tour.{stop.id}{line}" in session.texts for line in ("", ".answers", ".how", ".mind"))


def test_the_tour_goes_on_where_it_was_left_and_begins_anew_at_its_end(session):
    tour = TourModel(session)
    assert tour.step(1)
    tour.restart()
    assert tour.at == 1
    assert not [tour.step(1) for _ in STOPS][len(STOPS) - 2]
    assert not TourModel(session).step(-1)
