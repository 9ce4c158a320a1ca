"""Looking for new data by itself: at the machine's own hour, while nobody is in a question."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer

from gigdesk.domain.errors import GigDeskError
from gigdesk.services import Services
from gigdesk.services.schedule import AFTER_FAILURE, due
from gigdesk.ui.window import Window

log = logging.getLogger(__name__)
A_MINUTE = 60_000
"""Milliseconds between two looks at the clock."""


class Daily(QObject):
    """One per window. It only ever looks at the clock; what it begins runs apart from every answer."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window, self._started = window, window.session.now()
        self._looked: datetime | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.tick)
        self._timer.start(A_MINUTE)

    def tick(self) -> None:
        """A minute has passed."""
        window = self._window
        services = window.session.services
        if services is None:
            return
        now = window.session.now()
        services.upkeep.look_at_clock(services.data.reference, now.astimezone().date())
        if window.idle and window.updating.adopt():
            window.redraw()
        elif due(self._next(services, now), now, idle=window.idle and not window.updating.running):
            self._looked = now
            window.updating.look()

    def _next(self, services: Services, now: datetime) -> datetime | None:
        """When to look, None for not now; settings that cannot be read are said to whoever looks for new data."""
        if self._looked and timedelta() <= now - self._looked < AFTER_FAILURE:
            return None  # where nothing can be noted, nobody is asked each minute
        try:
            return services.upkeep.next_try(self._started, now)
        except GigDeskError as error:
            log.warning("the settings cannot be read: %s", error)
            return None
