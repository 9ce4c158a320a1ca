"""How the window of a machine looks to whoever comes: colours, density, size of the letters."""

from __future__ import annotations

from dataclasses import dataclass

HIGH_CONTRAST = "highContrast"
LOOKS = ("light", "dark", HIGH_CONTRAST)
DENSITIES = ("kiosk", "advisor")
TEXT_SIZES = {"small": 0.875, "medium": 1.0, "large": 1.25, "xlarge": 1.5}
"""Each size of the letters, times the medium one."""


@dataclass(frozen=True)
class Style:
    """One of `LOOKS`, of `DENSITIES`, of `TEXT_SIZES`; a kiosk always begins with these."""

    look: str = "light"
    density: str = "kiosk"
    text_size: str = "medium"


FACTORY = Style()
STYLES = {"look": LOOKS, "density": DENSITIES, "text_size": tuple(TEXT_SIZES)}
"""What there is to choose from, by the field."""
