"""The steps of an import, and what is asked on the way. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from gigdesk.services.wage_tables.mapping import DIMENSIONS, PAY_CONCEPTS, POPULATIONS_OF_TABLES, UNITS

CHOICES: Mapping[str, tuple[str, ...]] = {
    "population": POPULATIONS_OF_TABLES,
    "pay_concept": PAY_CONCEPTS,
    "dimension": DIMENSIONS,
    "unit": UNITS,
    "factor": ("1", "1000", "10000"),
}
ONCE = (
    "title", "publisher", "published", "region", "period", "population", "pay_concept", "unit", "factor", "dimension",
    "currency", "url",
)  # fmt: skip
"""What is said once of a table, in the order in which it is looked at."""
ONE_FIGURE_A_ROW = ("measure", "value", "flag")
LONGEST = 200


class Step(StrEnum):
    """What the page shows."""

    START = "start"
    BUSY = "busy"
    TABLES = "tables"
    COLUMNS = "columns"
    COLUMN = "column"
    ONCE = "once"
    SAY = "say"
    LOOK = "look"
    DONE = "done"
    REMOVE = "remove"


BACK = {
    Step.TABLES: Step.START,
    Step.COLUMN: Step.COLUMNS,
    Step.ONCE: Step.COLUMNS,
    Step.SAY: Step.ONCE,
    Step.LOOK: Step.ONCE,
    Step.DONE: Step.START,
    Step.REMOVE: Step.START,
}
