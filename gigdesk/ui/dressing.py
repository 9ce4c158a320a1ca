"""Choosing how the window looks: the panel over the page, and what is kept of it for whoever comes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from gigdesk.domain.errors import GigDeskError
from gigdesk.ui.parts.looks import LooksPanel

if TYPE_CHECKING:
    from gigdesk.ui.window import Window


class Dressing:
    """One per window. Each choice is seen at once, under a panel that is drawn anew in it."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self.panel: LooksPanel | None = None

    def ask(self) -> None:
        """Put the panel over the page."""
        self._window.aloud.stop()
        self._show("", "")

    def close(self) -> None:
        """Take the panel away."""
        if self.panel is not None:
            self.panel.leave()
            self.panel = None

    def _show(self, field: str, message: str) -> None:
        window = self._window
        self.close()
        self.panel = LooksPanel(window, window.theme, window.session.texts, window.session.style, message)
        self.panel.chosen.connect(self._choose)
        self.panel.closed.connect(self.close)
        if field:
            self.panel.start = self.panel.choices[field].checked()
        self.panel.appear()

    def _choose(self, field: str, key: str) -> None:
        session = self._window.session
        setattr(session, field, key)
        session.usual = replace(session.usual, **{field: key})
        self.close()
        self._window.rebuild_keeping()
        self._show(field, self._kept(field, key))

    def _kept(self, field: str, key: str) -> str:
        """Keep the choice; why it could not be kept, else nothing."""
        session = self._window.session
        try:
            if session.services:
                session.services.upkeep.set_style(**{field: key})
        except GigDeskError as error:
            return session.error(error)
        return ""
