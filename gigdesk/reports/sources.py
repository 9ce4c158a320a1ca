"""What a table rests on, as the table that goes with it."""

from __future__ import annotations

from typing import Any

from gigdesk.reports.tables import Cell, Table
from gigdesk.services import explain
from gigdesk.services.answer import Answer
from gigdesk.services.source_words import data_line, title
from gigdesk.store.texts import Texts

HEADS = ("id", "title", "document", "publisher", "published", "url", "status")


def sources_of(answer: Answer[Any], t: Texts) -> Table:
    """Each source of an answer, a row."""
    rows: list[tuple[Cell, ...]] = [
        (
            source.id,
            title(source, t),
            source.document,
            source.publisher,
            source.published,
            source.url,
            t(f"status.{source.status}"),
        )
        for source in answer.sources.values()
    ]
    return Table(t("fold.sources"), tuple(t(f"table.{name}") for name in HEADS), tuple(rows))


def noted(answer: Answer[Any], t: Texts) -> tuple[str, ...]:
    """What an answer warns of, and which data it is from."""
    return (*explain.warnings(answer, t), data_line(answer.data, t))
