"""The data page: one verdict for all, a row for each dataset."""

from __future__ import annotations

from dataclasses import dataclass

from gigdesk.services import Services
from gigdesk.services.freshness import Freshness
from gigdesk.store.texts import Texts
from gigdesk.ui.models import words
from gigdesk.ui.models.datasets import DatasetLine, dataset_line
from gigdesk.ui.models.session import Session


@dataclass(frozen=True)
class DataView:
    """The page."""

    state: str
    title: str
    line: str
    lines: tuple[DatasetLine, ...]
    privacy: str
    release: str
    proof: str


class DataModel:
    """What is installed, in words."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def restart(self) -> None:
        """Nothing of a person is kept here."""

    def view(self) -> DataView | str:
        """The page, or in words why there is none yet."""
        t = self.session.texts
        if self.session.failure:
            return self.session.error(self.session.failure)
        if not self.session.services:
            return t("state.preparing")
        return self._view(self.session.services, t)

    def _view(self, services: Services, t: Texts) -> DataView:
        today = self.session.today()
        answer = services.data.status(today, t.language)
        waiting = sum(state.age.freshness is not Freshness.FRESH for state in answer.result.datasets)
        health = services.data.doctor(today).result
        released = words.day(answer.data.released, t)
        return DataView(
            state="fresh" if health.well else "refused",
            title=t("data.title.well" if health.well else "data.title.ill"),
            line=t("data.line", released=released, waiting=waiting),
            lines=tuple(dataset_line(state, today, t) for state in answer.result.datasets),
            privacy=t("data.privacy"),
            release=t("data.release", release=answer.data.release),
            proof=t("data.proof", forms=len(health.forms), exact=health.exact),
        )


def home_line(session: Session) -> tuple[str, str]:
    """The two lines on the home page: how new the data is."""
    t = session.texts
    if session.failure:
        return t("home.data.failed"), session.error(session.failure)
    if not session.services:
        return t("state.preparing"), ""
    about = session.services.data.reference.about
    days = (session.today() - about.released).days
    return t("home.data", released=words.day(about.released, t)), t(
        "home.data.age" if days else "home.data.today", days=days
    )
