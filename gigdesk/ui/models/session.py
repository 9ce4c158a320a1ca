"""The person at the machine: language, size, contrast, what several jobs ask. Forgotten when they leave."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from gigdesk.domain.errors import GigDeskError
from gigdesk.services import Services
from gigdesk.store.texts import Texts

Run = Callable[[Callable[[], Any], Callable[[Any], None], Callable[[GigDeskError], None]], None]
"""Work, then what is done with its result, or with a foreseen failure."""


def at_once(work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[GigDeskError], None]) -> None:
    """Do the work here and now: the window does it behind the page."""
    try:
        result = work()
    except GigDeskError as error:
        failed(error)
    else:
        done(result)


TEXT_SIZES = {"small": 0.875, "medium": 1.0, "large": 1.25}


@dataclass
class Session:
    """What all pages share. `services` is None until the store is open, `failure` says why it could not be.

    `known` holds the answers that several jobs ask for: each offers them, none takes them unasked.
    """

    texts: Texts
    today: Callable[[], date]
    services: Services | None = None
    failure: GigDeskError | None = None
    text_size: str = "medium"
    contrast: bool = False
    notice: str = ""
    known: dict[str, object] = field(default_factory=dict)
    run: Run = at_once

    def forget(self) -> None:
        """The next person starts with nothing of the last one."""
        self.known.clear()
        self.text_size, self.contrast = "medium", False

    def error(self, error: GigDeskError) -> str:
        """A foreseen failure in words; where there are plainer ones, without the technical name."""
        key = f"error.{error.code}"
        plain = f"{key}.plain"
        return self.texts.tell(plain if plain in self.texts else key, error.details)
