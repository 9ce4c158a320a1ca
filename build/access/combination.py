"""The looks, sizes, windows and texts a page is walked in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle, product

from access.longer import LongerTexts
from gigdesk.store import paths
from gigdesk.store.style import LOOKS, TEXT_SIZES, Style
from gigdesk.store.texts import LANGUAGES, Texts
from gigdesk.ui.window import Window

WINDOWS = {
    "kiosk": ("kiosk", 1920, 1080),
    "portrait": ("kiosk", 1080, 1920),
    "advisor": ("advisor", 1366, 768),
}
"""The density and the pixels of each."""
TEXTS = (*LANGUAGES, *(f"{language}+" for language in LANGUAGES))


@dataclass(frozen=True)
class Combination:
    """One of each; a text with a + is a third longer."""

    look: str
    size: str
    window: str
    text: str

    def __str__(self) -> str:
        return f"{self.look}/{self.size}/{self.window}/{self.text}"

    def dress(self, window: Window) -> None:
        """Make a window so, and the machine: whatever begins anew on the way looks as the machine does."""
        session = window.session
        density, width, height = WINDOWS[self.window]
        session.usual = Style(self.look, density, self.size)
        session.dress(session.usual)
        folder, language = paths.resources() / "i18n", self.text.removesuffix("+")
        session.texts = (LongerTexts if self.text.endswith("+") else Texts)(folder, language)
        window.resize(width, height)
        window.rebuild()


def in_turn() -> Iterator[Combination]:
    """Each look in each size and language once; the windows, and longer texts or not, in turn."""
    windows, longer = cycle(WINDOWS), cycle(("", "+", "+", "", ""))
    for look, size, language in product(LOOKS, TEXT_SIZES, LANGUAGES):
        yield Combination(look, size, next(windows), language + next(longer))


def combinations(
    looks: Sequence[str] = LOOKS,
    sizes: Sequence[str] = tuple(TEXT_SIZES),
    windows: Sequence[str] = tuple(WINDOWS),
    texts: Sequence[str] = TEXTS,
) -> Iterator[Combination]:
    """Every combination of those."""
    for each in product(looks, sizes, windows, texts):
        yield Combination(*each)
