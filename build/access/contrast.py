"""Whether what is painted stands out from the pixels it stands on."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache

import numpy as np
from PySide6.QtCore import QRectF

from access.colours import NEAR, Colour, Pixels, around, by_share, colour_of, contrast, distance, grounds, inside
from access.finding import Finding, called
from access.painted import Ink, Painting
from access.panes import controls, place
from gigdesk.store import paths
from gigdesk.ui.theme import Theme

READ, LABEL, EDGE = 7.0, 4.5, 3.0
_EXACT = 0.005


def of_letters(painting: Painting, theme: Theme) -> Iterator[Finding]:
    """7:1, or what the design asks of that pair of colours; what is disabled is excepted.

    The ground is read from the pixels around the letters; the ink is the colour they were drawn in, as smoothing keeps
    thin strokes from ever reaching it, and must be found again among the pixels.
    """
    asked = _asked_pairs(theme.name)
    for ink in painting.letters:
        widget = painting.under(ink)
        if not widget.isEnabled():
            continue
        colour, where = colour_of(ink.colour), f"{called(widget)}: “{ink.text}”"
        below = grounds(painting.pixels, ink.box, colour)
        for ground in below:
            least, ratio = asked.get((colour, ground), READ), contrast(colour, ground)
            if ratio < least - _EXACT:
                yield Finding("contrast", where, f"{ratio:.2f} {colour:06X} on {ground:06X}", f"{least:g}")
        if not _is_seen(painting.pixels, ink, colour, below[0]):
            yield Finding("contrast", where, "covered by something", "seen")


def of_icons(painting: Painting) -> Iterator[Finding]:
    """3:1 of every stroke of an icon to what lies around it."""
    for ink in painting.icons:
        widget, colour = painting.under(ink), colour_of(ink.colour)
        ground = _ground_of(inside(painting.pixels, ink.box), colour)
        if ground is not None and widget.isEnabled() and contrast(colour, ground) < EDGE:
            measured = f"{contrast(colour, ground):.2f} {colour:06X} on {ground:06X}"
            yield Finding("icon", called(widget), measured, f"{EDGE:g}")


def _ground_of(pixels: Pixels, ink: Colour) -> Colour | None:
    """The ground of an icon: of the colours there is most of, the farthest from the ink.

    In a small icon there may be as many smoothed pixels as pixels of the ground, and these are nearer to the ink.
    """
    others = [(colour, share) for colour, share in by_share(pixels) if distance(colour, ink) > NEAR]
    common = [colour for colour, share in others if share >= others[0][1] / 2]
    return max(common, key=lambda colour: distance(colour, ink), default=None)


def of_edges(painting: Painting) -> Iterator[Finding]:
    """3:1 of something at each control to what lies around it: its edge, its ground, or its words and icons."""
    for widget in controls(painting.widget):
        box = QRectF(place(widget, painting.widget))
        shares = by_share(around(painting.pixels, box, 2))
        if not shares:
            continue
        ground = shares[0][0]
        best = max((contrast(int(colour), ground) for colour in np.unique(inside(painting.pixels, box))), default=21.0)
        if best < EDGE:
            yield Finding("edge", called(widget), f"{best:.2f} on {ground:06X}", f"{EDGE:g}")


def changed(before: Pixels, after: Pixels) -> int:
    """How many pixels differ by 3:1."""
    different = before != after
    pairs = zip(before[different].tolist(), after[different].tolist(), strict=True)
    return sum(contrast(one, other) >= EDGE for one, other in pairs)


def _is_seen(pixels: Pixels, ink: Ink, colour: Colour, ground: Colour) -> bool:
    """Whether among its pixels some are nearer to the ink than to the ground.

    What is scrolled away, or cut, is the matter of another check.
    """
    found = np.unique(inside(pixels, ink.box.intersected(ink.clip)))
    half = distance(ground, colour) / 2
    return not len(found) or any(distance(int(each), colour) <= half for each in found)


@lru_cache(maxsize=4)
def _asked_pairs(theme: str) -> Mapping[tuple[Colour, Colour], float]:
    """What the design asks of each pair of colours in a theme; of two uses of one pair, the stricter."""
    folder = paths.resources() / "style"
    look = Theme.load(folder, theme)
    pairs = json.loads((folder / "tokens.json").read_text(encoding="utf-8"))["contrast"]
    found: dict[tuple[Colour, Colour], float] = {}
    for text, ground, least in pairs:
        pair = colour_of(look.colour(text)), colour_of(look.colour(ground))
        found[pair] = max(least, LABEL, found.get(pair, 0))
    return found
