"""Colours as 0xRRGGBB, what lies between two of them, and their contrast by WCAG 2.2."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage

Colour = int
Pixels = NDArray[np.uint32]
SHARE = 0.15
"""A colour counts as ground where it makes up that much of what lies around the letters."""
NEAR = 40
_DARK = 0.04045


def pixels_of(image: QImage) -> Pixels:
    """The pixels of an image in rows."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(plain.constBits(), np.uint32).reshape(plain.height(), plain.bytesPerLine() // 4)
    return rows[:, : plain.width()] & np.uint32(0xFFFFFF)


def colour_of(colour: QColor) -> Colour:
    """A colour of Qt's without its transparency."""
    return int(colour.rgb()) & 0xFFFFFF


@lru_cache(maxsize=1 << 16)
def contrast(one: Colour, other: Colour) -> float:
    """The ratio of two colours, from 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@lru_cache(maxsize=1 << 16)
def distance(one: Colour, other: Colour) -> int:
    """How far apart two colours are, in steps of red, green and blue."""
    return sum(abs(a - b) for a, b in zip(_parts(one), _parts(other), strict=True))


@lru_cache(maxsize=1 << 16)
def lies_between(colour: Colour, ground: Colour, ink: Colour) -> bool:
    """Whether it is a mixture of the two, as the smoothed edge of a stroke is."""
    way = np.array(_parts(ink)) - np.array(_parts(ground))
    here = np.array(_parts(colour)) - np.array(_parts(ground))
    along = float(here @ way) / max(1.0, float(way @ way))
    return bool(np.abs(here - along * way).sum() < NEAR / 2) and 0 <= along <= 1


def around(pixels: Pixels, box: QRectF, by: int) -> Pixels:
    """The line of pixels around a box, `by` outside it."""
    height, width = pixels.shape
    left, top = max(0, int(box.left()) - by), max(0, int(box.top()) - by)
    right, bottom = min(width - 1, int(box.right()) + by), min(height - 1, int(box.bottom()) + by)
    if left >= right or top >= bottom:
        return pixels[:0, 0]
    sides = pixels[top, left:right], pixels[bottom, left:right], pixels[top:bottom, left], pixels[top:bottom, right]
    return np.concatenate(sides)


def inside(pixels: Pixels, box: QRectF) -> Pixels:
    """The pixels of a box."""
    at = box.toAlignedRect()
    return pixels[max(0, at.top()) : at.bottom() + 1, max(0, at.left()) : at.right() + 1].ravel()


def by_share(pixels: Pixels) -> list[tuple[Colour, float]]:
    """The colours with their shares, the commonest first."""
    if not len(pixels):
        return []
    found, counts = np.unique(pixels, return_counts=True)
    order = np.argsort(-counts, kind="stable")
    return [(int(found[at]), float(counts[at]) / len(pixels)) for at in order]


def grounds(pixels: Pixels, box: QRectF, ink: Colour) -> list[Colour]:
    """The colours around a box, the commonest first, that are neither the ink nor its smoothed edges."""
    shares = by_share(around(pixels, box, 1))
    colours = [colour for colour, share in shares if share >= SHARE] or [colour for colour, _ in shares[:1]]
    main = next((colour for colour in colours if distance(colour, ink) > NEAR), ink)
    return [main, *(colour for colour in colours if not lies_between(colour, main, ink))]


def _parts(colour: Colour) -> tuple[int, int, int]:
    return colour >> 16, colour >> 8 & 255, colour & 255


def _luminance(colour: Colour) -> float:
    parts = [each / 255 for each in _parts(colour)]
    linear = [part / 12.92 if part <= _DARK else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
