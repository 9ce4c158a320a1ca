"""A slip in the order of the paper: parts of lines below headings. No Qt here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from gigdesk.reports.slip.document import Line, Mark, Slip, Titled
from gigdesk.store.texts import Texts


class Look(StrEnum):
    """How lines are set: with a rule below each, close together, or small."""

    RULED = "ruled"
    CLOSE = "close"
    SMALL = "small"


@dataclass(frozen=True)
class Part:
    """Lines below a heading; `columns` is how many stand beside each other where the paper is wide."""

    title: str
    lines: tuple[Line, ...]
    look: Look
    columns: int = 1


def parts(slip: Slip, t: Texts, *, short: bool = False) -> Iterator[Part]:
    """What stands below the verdict, but for parts with nothing in them; `short` is without the working."""
    found = (
        _part(slip.because, Look.RULED),
        _part(slip.amounts, Look.RULED),
        _part(slip.steps, Look.RULED),
        _part(slip.papers, Look.CLOSE, 2),
        _part(slip.missing, Look.CLOSE, 2),
        Part(t("slip.notices"), _dotted(slip.notices), Look.CLOSE),
        Part(t("slip.changes"), _dotted(slip.changes), Look.CLOSE),
        _part(slip.assumptions, Look.CLOSE),
        Part(t("slip.working"), () if short else tuple(_working(slip)), Look.SMALL, 2),
        Part(t("slip.sources"), slip.sources, Look.SMALL, 2),
    )
    return (part for part in found if part.lines)


def _part(found: Titled, look: Look, columns: int = 1) -> Part:
    return Part(found.title, found.lines, look, columns)


def _dotted(texts: tuple[str, ...]) -> tuple[Line, ...]:
    return tuple(Line(text, mark=Mark.DOT) for text in texts)


def _working(slip: Slip) -> Iterator[Line]:
    """A step with its value, besides the formula and the numbers of what it rests on."""
    for one in slip.working:
        below = " · ".join(text for text in (one.formula, one.sources) if text)
        yield Line(f"{one.number}. {one.label}", below, one.value)
