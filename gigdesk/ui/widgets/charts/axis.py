"""Scales, and labels that make room for one another."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


@dataclass(frozen=True)
class Axis:
    """Values from `low` to `high` on the pixels from `left` to `right`."""

    low: float
    high: float
    left: float
    right: float

    def x(self, value: float) -> float:
        """Return the place of a value, held at the ends of the axis."""
        share = (value - self.low) / ((self.high - self.low) or 1.0)
        return self.left + (self.right - self.left) * min(max(share, 0.0), 1.0)

    def holds(self, value: float) -> bool:
        """Whether the value lies on the axis."""
        return self.low <= value <= self.high


def round_ticks(low: float, high: float, most: int = 6) -> list[float]:
    """Return round numbers from at or below `low` to at or above `high`, `most` of them at the most."""
    span = max(high - low, 1.0)
    power = 10.0 ** math.floor(math.log10(span / most))
    for step in (factor * power * scale for scale in (1.0, 10.0) for factor in _STEPS):
        first, last = math.floor(low / step), math.ceil(high / step)
        if last - first < most:
            between = [step * at for at in range(first + 1, last)]
            return [min(step * first, low), *between, max(step * last, high)]
    return [low, high]


def spread(boxes: Sequence[tuple[float, float]], left: float, right: float, gap: float) -> list[float]:
    """Move boxes (wanted centre, width) apart so that none overlaps; return their left edges in the order given."""
    order = sorted(range(len(boxes)), key=lambda index: boxes[index][0])
    edges = [0.0] * len(boxes)
    for index in order:
        centre, width = boxes[index]
        edges[index] = centre - width / 2
    for _ in range(len(boxes)):
        _push_apart(order, boxes, edges, gap)
    limit = right
    for index in reversed(order):
        edges[index] = min(edges[index], limit - boxes[index][1])
        limit = edges[index] - gap
    limit = left
    for index in order:
        edges[index] = max(edges[index], limit)
        limit = edges[index] + boxes[index][1] + gap
    return edges


def _push_apart(order: Sequence[int], boxes: Sequence[tuple[float, float]], edges: list[float], gap: float) -> None:
    """Each of two that overlap gives way by half."""
    for first, second in pairwise(order):
        overlap = edges[first] + boxes[first][1] + gap - edges[second]
        if overlap > 0:
            edges[first] -= overlap / 2
            edges[second] += overlap / 2
