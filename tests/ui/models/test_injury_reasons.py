"""Where the answer is no, the page names what decides and not every way that was closed."""

import pytest

from gigdesk.services.injury_reasons import MOST_REASONS
from gigdesk.ui.models.ask import UNSURE
from gigdesk.ui.models.injury import InjuryJob
from gigdesk.ui.models.job import Stage
from gigdesk.ui.screenshots import SAMPLES


def result(session, **changes):
    job = InjuryJob(session)
    while job.stage is Stage.ASKING:
        job.answer({**SAMPLES["injury"], **changes}.get(job.asking.current.id, UNSURE))
        job.forward()
    return job.result()


GOING_HOME = {"order_state": "offline_after", "journey": "home_after_last", "cause": "traffic"}


def test_going_home_after_the_last_order_names_what_decides(session):
    view = result(session, **GOING_HOME, fault="main")
    assert view.outcome == "NOT_COVERED_LIKELY"
    assert [reason.text for reason in view.reasons] == [
        "出事时**手上没有单**",
        "认定书上**您是主要或全部责任**",
        "在**上线前或收工后的路上**，算不算，原文还要核对",
    ]


@pytest.mark.parametrize("state", ["offline_before", "offline_after", "waiting_online"])
@pytest.mark.parametrize("harm", ["accident", "illness", "none"])
def test_an_answer_that_is_no_has_one_to_four_reasons(session, state, harm):
    view = result(session, order_state=state, journey="other", harm=harm)
    if view.outcome == "NOT_COVERED_LIKELY":
        assert 1 <= len(view.reasons) <= MOST_REASONS
        assert all(reason.state != "met" for reason in view.reasons)
