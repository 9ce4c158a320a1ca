"""How a source is called in words."""

from __future__ import annotations

from gigdesk.domain.law import Source
from gigdesk.store.texts import Texts


def title(source: Source, t: Texts) -> str:
    """The title of a source. One that GigDesk gave it is in Chinese and English, with " / " between them."""
    chinese, _, english = source.title.partition(" / ")
    return english if english and t.language == "en" else chinese
