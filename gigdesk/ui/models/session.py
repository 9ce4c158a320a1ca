"""The person at the machine: which language, size and contrast, where they work. Forgotten when they leave."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from gigdesk.domain.errors import GigDeskError
from gigdesk.services import Services
from gigdesk.store.texts import Texts

TEXT_SIZES = {"small": 0.875, "medium": 1.0, "large": 1.25}


@dataclass
class Session:
    """What all pages share. `services` is None until the store is open, `failure` says why it could not be."""

    texts: Texts
    today: Callable[[], date]
    services: Services | None = None
    failure: GigDeskError | None = None
    text_size: str = "medium"
    contrast: bool = False
    notice: str = ""

    def error(self, error: GigDeskError) -> str:
        """A foreseen failure in words."""
        return self.texts.tell(f"error.{error.code}", error.details)
