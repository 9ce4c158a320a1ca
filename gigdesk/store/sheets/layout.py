"""Words on a page become lines, and lines that stand in columns a table, where nothing is drawn around its cells."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

from gigdesk.store.sheets.shape import Area, Row, tidy

GAP = 0.8
"""Two words are two cells where more than this lies between them, measured by the height of the line."""
APART = 2.5
"""Two lines belong to one table where less than this lies between them, measured so too."""
FEWEST = 2
_OWN_TITLE = re.compile(r"(?:附?表|附件)\s*[\d一二三四五六七八九十]|[(（]?单位\s*[:：]")


class Piece(NamedTuple):
    """A run of words: from where to where, and what it says."""

    left: float
    right: float
    text: str


class Drawn(NamedTuple):
    """A table as it stands on one page; `columns` counts those too that are empty there."""

    rows: tuple[Row, ...]
    merged: tuple[Area, ...]
    columns: int


@dataclass(frozen=True)
class Line:
    """Pieces that stand beside each other, in points from the top of the page."""

    top: float
    bottom: float
    pieces: tuple[Piece, ...]

    @property
    def middle(self) -> float:
        """Half its height."""
        return (self.top + self.bottom) / 2

    @property
    def text(self) -> str:
        """All that it says."""
        return " ".join(piece.text for piece in self.pieces)


def lines_of(words: Iterable[Mapping[str, Any]]) -> list[Line]:
    """The lines of a page, from its words as pdfplumber gives them."""
    lines: list[list[Mapping[str, Any]]] = []
    for word in sorted(words, key=lambda word: (word["top"] + word["bottom"], word["x0"])):
        last = lines[-1][0] if lines else None
        middle = (word["top"] + word["bottom"]) / 2
        if last and last["top"] < middle < last["bottom"]:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [_line(sorted(line, key=lambda word: float(word["x0"]))) for line in lines]


def _line(words: Sequence[Mapping[str, Any]]) -> Line:
    top, bottom = min(word["top"] for word in words), max(word["bottom"] for word in words)
    pieces: list[Piece] = []
    for word in words:
        piece = Piece(word["x0"], word["x1"], word["text"])
        if pieces and piece.left - pieces[-1].right <= GAP * (bottom - top):
            before = pieces.pop()
            piece = Piece(before.left, max(before.right, piece.right), f"{before.text} {piece.text}")
        pieces.append(piece)
    return Line(top, bottom, tuple(pieces))


def unruled(lines: Sequence[Line], before: int) -> Iterator[Line | list[Line]]:
    """The lines in their order; those that make a table together, with what stands alone among them.

    One line makes none, unless it has as many pieces as the table `before` on another page has columns.
    """
    run: list[Line] = []
    for line in lines:
        far = run and line.top - run[-1].bottom > APART * (line.bottom - line.top)
        if far or _OWN_TITLE.match(line.text):
            yield from _table_within(run, before)
            run = []
        run.append(line)
    yield from _table_within(run, before)


def _table_within(run: list[Line], before: int) -> Iterator[Line | list[Line]]:
    """From the first line of several pieces to the last; where those are too few, only lines."""
    several = [at for at, line in enumerate(run) if len(line.pieces) > 1 and not _OWN_TITLE.match(line.text)]
    if len(several) < FEWEST and [len(run[at].pieces) for at in several] != [before]:
        yield from run
        return
    first, last = several[0], several[-1] + 1
    yield from run[:first]
    yield run[first:last]
    yield from run[last:]


def table_of(lines: Sequence[Line]) -> Drawn:
    """Rows and columns, and the areas of heads over several columns; the fullest lines say where those are."""
    columns = _columns(lines)
    rows, merged = [], []
    for at, line in enumerate(lines):
        row = [""] * len(columns)
        for piece in line.pieces:
            first, count = _over(piece, columns)
            row[first] = f"{row[first]} {piece.text}".strip()
            merged += [Area(at, first, 1, count)] if count > 1 else []
        rows.append(tidy(row))
    return Drawn(tuple(rows), tuple(merged), len(columns))


def _columns(lines: Sequence[Line]) -> list[tuple[float, float]]:
    most = max(len(line.pieces) for line in lines)
    pieces = sorted(piece for line in lines if len(line.pieces) == most for piece in line.pieces)
    columns: list[tuple[float, float]] = []
    for piece in pieces:
        if columns and piece.left < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(columns[-1][1], piece.right))
        else:
            columns.append((piece.left, piece.right))
    return columns


def _over(piece: Piece, columns: Sequence[tuple[float, float]]) -> tuple[int, int]:
    """The first column that a piece stands over, or between which it stands, and how many."""
    under = [at for at, (left, right) in enumerate(columns) if piece.left < right and left < piece.right]
    if not under:
        halfway = [(one[1] + other[0]) / 2 for one, other in pairwise(columns)]
        under = list(range(bisect_right(halfway, piece.left), bisect_left(halfway, piece.right) + 1))
    return under[0], len(under)
