"""What is said of the data away from its own page: on the home page, and where it must be, on each."""

from __future__ import annotations

from gigdesk.services import words
from gigdesk.services.standing import data_state
from gigdesk.ui.models.session import Session


def home_line(session: Session) -> tuple[str, str, str]:
    """The state of the data as a key of its look, and the two lines on the home page."""
    t = session.texts
    if session.failure:
        return "refused", t("home.data.failed"), session.error(session.failure)
    if not session.services:
        return "waiting", t("state.preparing"), ""
    reference, today = session.services.data.reference, session.today()
    title = t("home.data", released=words.day(reference.about.released, t))
    state = data_state(reference, today)
    if reference.seen_later:
        return "provisional", title, t("home.data.clock")
    if state.expired:
        return "waiting", title, t("home.data.expired")
    return "fresh", title, t("home.data.age" if state.age_days > 0 else "home.data.today", days=state.age_days)


def mark(session: Session) -> str:
    """What every page says of the data, under the name of the program; "" where there is nothing to say."""
    if session.demo:
        return session.texts("mark.demo")
    if not session.services:
        return ""
    reference, t = session.services.data.reference, session.texts
    if reference.seen_later:
        return t("mark.clock")
    return t("mark.expired") if data_state(reference, session.today()).expired else ""
