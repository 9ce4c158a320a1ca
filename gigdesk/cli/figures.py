"""Rows of wage tables, as they are or would be stored, and what the guard says of them."""

from __future__ import annotations

from collections.abc import Iterable

from gigdesk.cli.context import Context
from gigdesk.services.wage_tables import said
from gigdesk.services.wage_tables.service import Line
from gigdesk.store.guard import Finding
from gigdesk.store.texts import Texts


def as_line(line: Line, context: Context) -> str:
    """A row for people."""
    t, places = context.t, context.services.tables.known.places
    figures = "  ".join(
        f"{t(f'statistic.{name}')} {said.figure_said(line.figures[name], t)}" for name in said.measures_of([line])
    )
    name = " ".join(dict.fromkeys((line.code or "-", line.label)))
    return f"  {line.row}  {name} · {places.name(line.region, t.language)} · {line.period} · {figures}"


def as_body(line: Line) -> dict[str, object]:
    """A row for programs: hundredths of the currency's unit."""
    return {
        **{name: getattr(line, name) for name in ("row", "region", "period", "code", "label", "sample")},
        "figures": {name: {"hundredths": value, "flag": flag or None} for name, (value, flag) in line.figures.items()},
    }


def findings(found: Iterable[Finding], t: Texts) -> list[dict[str, object]]:
    """What the guard found, for programs."""
    return [{"place": one.place, "what": one.what, "text": said.finding_said(one, t)} for one in found]
