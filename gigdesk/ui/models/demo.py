"""A tour on sample cases: which there are, how one is opened, and what staff are shown step by step. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass

from gigdesk.store import paths
from gigdesk.store.samples import ANSWERS, Sample, samples
from gigdesk.ui.models.ask import UNSURE
from gigdesk.ui.models.job import Job
from gigdesk.ui.models.session import Session
from gigdesk.ui.models.standing import home_line

SIGNS = {"form": "pension", "resident": "pension"}
"""The jobs whose sign is that of another."""
MOST = 60
"""Questions of a job; a case whose answers lead round in circles opens at a question."""


class DemoModel:
    """The list of cases."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.cases = samples(paths.resources(), session.today())

    def data(self) -> tuple[str, str, str]:
        """The state of the data as a key of its look, and two lines."""
        return home_line(self.session)

    @staticmethod
    def sign(case: Sample) -> str:
        """The sign of the slip of a case."""
        return SIGNS.get(case.job, case.job)

    def leave(self) -> None:
        """No more samples, and nothing of them is offered to a person."""
        self.session.forget()
        self.session.demo = False

    def restart(self) -> None:
        """Nothing of a person is kept here."""


def open_case(job: Job[object], name: str) -> None:
    """Answer all questions of a job as a case does, and show what it opens at."""
    job.restart()
    case = next(case for case in samples(paths.resources(), job.session.today()) if case.id == name)
    for _ in range(MOST):
        if job.asking.finished:
            break
        ask = job.asking.current
        job.asking.answers[ask.id] = case.answers.get(ask.id, UNSURE)
        job.asking.forward()
    job.reviewing = case.opens == ANSWERS


@dataclass(frozen=True)
class Stop:
    """What is told, under the sign of a job, and the page where it can be seen; "" for none."""

    id: str
    sign: str
    page: str = ""


STOPS = (
    Stop("wages", "wages", "wages:wages-rider"),
    Stop("pension", "pension", "pension:pension-tiers"),
    Stop("form", "pension", "form:form-exact"),
    Stop("injury", "injury", "injury:injury-dropoff"),
    Stop("entitlements", "entitlements", "entitlements:entitlements-rider"),
    Stop("finish", "wages", "wages:wages-courier"),
    Stop("data", "data", "data"),
    Stop("proof", "data", "proof"),
    Stop("staff", "data"),
)


class TourModel:
    """Where somebody is on the tour; a look at a page does not lose the place."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.at = 0

    @property
    def stop(self) -> Stop:
        """What is told now."""
        return STOPS[self.at]

    @property
    def last(self) -> bool:
        """Whether nothing comes after it."""
        return self.at == len(STOPS) - 1

    def step(self, by: int) -> bool:
        """Go on or back; False where the tour ends there, which begins it anew."""
        self.at += by
        if 0 <= self.at < len(STOPS):
            return True
        self.at = 0
        return False

    def restart(self) -> None:
        """Nothing of a person is kept here."""
