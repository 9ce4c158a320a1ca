"""A slip opened again at the window: each job finds its answers in the command that it made of them."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from gigdesk.domain.money import YearMonth
from gigdesk.ui.models.ask import UNSURE
from gigdesk.ui.models.entitlements import EntitlementsJob
from gigdesk.ui.models.injury import InjuryJob
from gigdesk.ui.models.pension import PensionJob
from gigdesk.ui.models.wages import WagesJob

TODAY = date(2026, 11, 23)
few = settings(
    deadline=None, max_examples=6, phases=[Phase.generate], suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def possible(ask):
    """Answers that can be given to a question."""
    if ask.kind == "choice":
        found = st.sampled_from([option.key for option in ask.options])
    elif ask.kind == "several":
        found = st.sets(st.sampled_from([option.key for option in ask.options]), max_size=3).map(
            lambda keys: tuple(option.key for option in ask.options if option.key in keys)
        )
    elif ask.kind == "occupation":
        found = st.just("4-10-08-01")
    elif ask.kind == "month":
        found = st.builds(YearMonth, st.integers(ask.low, min(ask.high, 2025)), st.integers(1, 12))
    elif ask.kind == "day":
        found = st.integers(0, 300).map(lambda ago: max(TODAY - timedelta(ago), ask.first or date.min))
    else:
        found = st.integers(int(ask.low), int(ask.high)).map(Decimal)
    return found | st.just(UNSURE) if ask.unsure else found


def answered(job, data):
    """The job with each question answered by chance, in Shandong."""
    services, answers = job.session.services, job.asking.answers
    for _ in range(40):
        ask = next((ask for ask in job.plan(services, answers) if ask.id not in answers), None)
        if ask is None:
            break
        answers[ask.id] = "370100" if ask.id == "city" else data.draw(possible(ask), label=ask.id)
    job.asking.resume()
    return job


@pytest.mark.parametrize("kind", [InjuryJob, PensionJob, WagesJob, EntitlementsJob])
@few
@given(data=st.data())
def test_what_was_answered_is_found_in_the_command(kind, session, data):
    services, job = session.services, answered(kind(session), data)
    if not job.reporting.askable:  # an answer is missing without which there is no result
        return
    asked = job.command(services, job.asking.given)
    again = kind(session)
    again.reopen(services, asked)
    assert again.asking.finished
    assert again.comes_out_as(services, asked)
