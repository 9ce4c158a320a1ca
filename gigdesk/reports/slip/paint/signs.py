"""The signs of the tokens in black."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from gigdesk.reports.slip.paint.strokes import icon_drawing, mark_drawing
from gigdesk.store import paths

STROKE = 2.4


def draw_sign(painter: QPainter, rect: QRectF, name: str) -> None:
    """Draw an icon into a square."""
    icon_drawing(_tokens()["icons"][name], "black", STROKE).render(painter, rect)


def draw_product(painter: QPainter, rect: QRectF) -> None:
    """Draw the product's sign."""
    mark_drawing(_tokens()["mark"], "black", "white").render(painter, rect)


@lru_cache(maxsize=1)
def _tokens() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((paths.resources() / "style" / "tokens.json").read_text(encoding="utf-8"))
    return found
