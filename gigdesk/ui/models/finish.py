"""The page after finish and clear."""

from __future__ import annotations

from gigdesk.ui.models.session import Session


class FinishModel:
    """Nothing to know: everything was forgotten."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def restart(self) -> None:
        """Nothing of a person is kept here."""
