"""A slip laid out on pages: nothing is torn, a heading never stands alone, the foot closes the last page."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

from PySide6.QtGui import QPainter

from gigdesk.reports.slip.document import Slip
from gigdesk.reports.slip.paint.blocks import Block, blocks
from gigdesk.reports.slip.paint.ends import Foot, PageHead, Verdict
from gigdesk.reports.slip.paint.sheet import MM, Paper
from gigdesk.reports.slip.parts import parts
from gigdesk.store.texts import Texts


@dataclass(frozen=True)
class Placed:
    """A block with its place from the top of the page."""

    block: Block
    top: float


class Pages:
    """The pages of a slip on a paper."""

    def __init__(self, slip: Slip, paper: Paper, t: Texts) -> None:
        self.paper = paper
        self._head = PageHead(slip, paper, t)
        self._top = paper.left + self._head.height
        self._bottom = (paper.height - paper.margin) * MM
        below = chain.from_iterable(blocks(part, paper) for part in parts(slip, t, short=paper.is_roll))
        self._pages = self._stacked([Verdict(slip, paper), *below])
        self._close(Foot(slip, paper, t))

    def __len__(self) -> int:
        return len(self._pages)

    @property
    def height(self) -> float:
        """Of the paper, in millimetres; of a roll, of the piece that is cut off."""
        if not self.paper.is_roll or len(self) > 1:
            return self.paper.height
        last = self._pages[0][-1]
        return (last.top + last.block.height) / MM + self.paper.margin

    def draw(self, painter: QPainter, page: int) -> None:
        """Draw one page, counted from 0."""
        self._head.draw(painter, page + 1, len(self))
        for placed in self._pages[page]:
            placed.block.draw(painter, self.paper.left, placed.top)

    def _stacked(self, found: list[Block]) -> list[list[Placed]]:
        pages: list[list[Placed]] = [[]]
        y = self._top
        for at, block in enumerate(found):
            needed = block.height + (found[at + 1].height if block.stays and at + 1 < len(found) else 0)
            if y + needed > self._bottom and pages[-1]:
                pages.append([])
                y = self._top
            pages[-1].append(Placed(block, y))
            y += block.height
        return pages

    def _close(self, foot: Foot) -> None:
        """The foot at the bottom of the last page, or right below on a roll."""
        last = self._pages[-1][-1]
        y = last.top + last.block.height
        if y + foot.height > self._bottom:
            self._pages.append([])
            y = self._top
        self._pages[-1].append(Placed(foot, y if self.paper.is_roll else self._bottom - foot.height))
