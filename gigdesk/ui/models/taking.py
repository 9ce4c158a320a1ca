"""Taking a table or a chart away: what it is called, where it was saved, why it was not. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from gigdesk.reports.tables import Taken, as_text, in_bytes
from gigdesk.store.whole import write_whole
from gigdesk.ui.models.session import Session

TABLES = (".csv", ".xlsx")
PICTURES = (".png", ".svg")


class Taking:
    """Nothing is written before the person has chosen a place; a failure is said and loses nothing."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.begin()

    def begin(self) -> None:
        """Nothing was taken yet."""
        self.saved = self.problem = ""
        self.copied = False

    def name(self, part: str, ending: str) -> str:
        """What to call a file: the part of the result and the day."""
        return f"gigdesk-wages-{part}-{self._session.today()}{ending}"

    def text(self, taken: Taken) -> str:
        """What goes to the clipboard."""
        self.begin()
        self.copied = True
        return as_text(taken)

    def table(self, taken: Taken, ending: str) -> bytes:
        """The file of a table."""
        return in_bytes(taken, ending)

    def save(self, path: Path, make: Callable[[], bytes]) -> None:
        """Save where the person chose, and note where it lies or why it does not."""
        self.begin()
        try:
            write_whole(path, make(), over=True)
        except OSError as error:
            self.problem = error.strerror or str(error)
        else:
            self.saved = str(path)
