"""The take-away codes of a slip as the dark and light modules of QR codes; nothing here draws."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import cast

from gigdesk.domain.errors import RefusedError
from gigdesk.services.carry import Carried, texts

LEVEL = "Q"
"""A quarter of a code may be lost: folded, stained, or badly printed."""


@dataclass(frozen=True)
class Code:
    """A square of modules, row by row, True where it is dark; `text` is what it says."""

    text: str
    modules: tuple[tuple[bool, ...], ...]

    @property
    def side(self) -> int:
        """Modules along one side."""
        return len(self.modules)


def codes(case: Carried) -> tuple[Code, ...]:
    """The one or two codes of a case; none where it is too long for two."""
    try:
        return tuple(code(text) for text in texts(case))
    except RefusedError:
        return ()


def code(text: str) -> Code:
    """A text as a code."""
    import zxingcpp

    made = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level=LEVEL)
    drawn = bytes(cast("bytes", made.to_image(scale=1, add_quiet_zones=False)))
    side = math.isqrt(len(drawn))
    return Code(text, tuple(tuple(light == 0 for light in drawn[at : at + side]) for at in range(0, len(drawn), side)))
