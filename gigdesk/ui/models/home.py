"""The way in: which jobs there are, and how new the data is."""

from __future__ import annotations

from gigdesk.ui.models.news import lines
from gigdesk.ui.models.session import Session
from gigdesk.ui.models.standing import home_line

ENTRIES = ("wages", "pension", "injury", "entitlements")


class HomeModel:
    """What the home page says."""

    entries = ENTRIES

    def __init__(self, session: Session) -> None:
        self.session = session

    def data(self) -> tuple[str, str, str]:
        """The state of the data as a key of its look, and two lines."""
        return home_line(self.session)

    def news(self) -> str:
        """What new data brought, in a line, until the person leaves."""
        session = self.session
        if not session.news or not session.services:
            return ""
        said = lines(session.news, session.services, session.texts)[:1]
        return session.texts("news.line", change=said[0]) if said else ""

    def notice(self) -> str:
        """What went wrong, said once."""
        said, self.session.notice = self.session.notice, ""
        return said

    @staticmethod
    def sign(entry: str) -> str:
        """The sign of an entry's slip."""
        return entry

    def restart(self) -> None:
        """Nothing of a person is kept here."""
