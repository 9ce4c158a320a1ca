"""How a source, and the data as a whole, is called in words."""

from __future__ import annotations

from gigdesk.domain.law import Source
from gigdesk.services.standing import DataState
from gigdesk.store.texts import Texts


def title(source: Source, t: Texts) -> str:
    """The title of a source. One that GigDesk gave it is in Chinese and English, with " / " between them."""
    chinese, _, english = source.title.partition(" / ")
    return english if english and t.language == "en" else chinese


def data_line(data: DataState, t: Texts) -> str:
    """The release an answer rests on, in a line for its foot; marked where nobody vouches for it any longer."""
    line = t("cli.data", release=data.release, released=data.released, age=data.age_days)
    return f"{line}{t('cli.data.expired', expires=data.expires)}" if data.expired else line
