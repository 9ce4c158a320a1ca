"""The way in: which jobs there are, and how new the data is."""

from __future__ import annotations

from gigdesk.ui.models.data import home_line
from gigdesk.ui.models.session import Session

ENTRIES = ("wages", "pension", "injury", "entitlements")


class HomeModel:
    """What the home page says."""

    entries = ENTRIES

    def __init__(self, session: Session) -> None:
        self.session = session

    def data(self) -> tuple[str, str, str]:
        """The state of the data as a key of its look, and two lines."""
        state = "refused" if self.session.failure else "fresh" if self.session.services else "waiting"
        return state, *home_line(self.session)

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
