"""A slip laid out on pages: nothing is torn, no heading stands alone, the foot closes the first page."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

from PySide6.QtGui import QPainter

from gigdesk.reports.slip.document import Slip
from gigdesk.reports.slip.paint.blocks import Beside, Block, Heading, Row, blocks
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
        self.bottom = (paper.height - paper.margin) * MM
        below = chain.from_iterable(
            blocks(part, paper, t("slip.continued", title=part.title)) for part in parts(slip, t, short=paper.is_roll)
        )
        foot = Foot(slip, paper, t)
        self.placed = self._stacked([Verdict(slip, paper), *below], foot)

    def __len__(self) -> int:
        return len(self.placed)

    @property
    def height(self) -> float:
        """Of the paper, in millimetres; of a roll, of the piece that is cut off."""
        if not self.paper.is_roll or len(self) > 1:
            return self.paper.height
        last = self.placed[0][-1]
        return (last.top + last.block.height) / MM + self.paper.margin

    def draw(self, painter: QPainter, page: int) -> None:
        """Draw one page, counted from 0."""
        self._head.draw(painter, page + 1, len(self))
        for placed in self.placed[page]:
            placed.block.draw(painter, self.paper.left, placed.top)

    def _stacked(self, found: list[Block], foot: Foot) -> list[list[Placed]]:
        """One below the other; the foot closes the first sheet, which is the one to keep, or the roll."""
        if self.paper.is_roll:
            return self._turned([*found, foot], self.bottom)
        pages = self._turned(found, self.bottom - foot.height)
        pages[0].append(Placed(foot, self.bottom - foot.height))
        return pages

    def _turned(self, found: list[Block], first: float) -> list[list[Placed]]:
        pages: list[list[Placed]] = [[]]
        y, bottom = self._top, first
        heading: Heading | None = None
        for at, block in enumerate(found):
            heading = block if isinstance(block, Heading) else heading
            needed = block.height + (found[at + 1].height if block.stays and at + 1 < len(found) else 0)
            if y + needed > bottom and pages[-1]:
                pages.append([])
                y, bottom = self._top, self.bottom
                if heading and heading.again and isinstance(block, Row | Beside):
                    pages[-1].append(Placed(heading.again, y))
                    y += heading.again.height
            pages[-1].append(Placed(block, y))
            y += block.height
        return pages
