"""The papers, their measures and their type. Everything is in tenths of a point."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase

from gigdesk.store import paths

POINT = 10
RESOLUTION = 72 * POINT
MM = RESOLUTION / 25.4


@dataclass(frozen=True)
class Paper:
    """A paper: its size and margin in millimetres, the sizes of its type in points.

    A roll is cut where the slip ends: `height` is the longest piece.
    """

    name: str
    width: float
    height: float
    margin: float
    is_roll: bool
    body: float
    note: float
    small: float
    heading: float
    verdict: float
    stub: float

    @property
    def line_width(self) -> float:
        """What can be written on, in tenths of a point."""
        return (self.width - 2 * self.margin) * MM

    @property
    def left(self) -> float:
        """Where lines begin."""
        return self.margin * MM


A4 = Paper("a4", 210, 297, 15, is_roll=False, body=12, note=10, small=9, heading=14, verdict=22, stub=78)
RECEIPT = Paper("receipt", 80, 2000, 4, is_roll=True, body=9, note=8, small=7, heading=10.5, verdict=14, stub=38)
PAPERS = {paper.name: paper for paper in (A4, RECEIPT)}


def font(points: float, *, bold: bool = False) -> QFont:
    """The bundled type in a size, set as it will be printed: no pixel of a screen rounds it."""
    found = QFont(_family())
    found.setPixelSize(round(points * POINT))
    found.setBold(bold)
    found.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    found.setStyleStrategy(QFont.StyleStrategy.PreferOutline)
    return found


@lru_cache(maxsize=1)
def _family() -> str:
    families: list[str] = []
    for file in sorted((paths.resources() / "fonts").glob("*.ttf")):
        families += QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(file)))
    if not families:
        raise FileNotFoundError(paths.resources() / "fonts")
    return families[0]
