"""What a page is given, and what it gives back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from gigdesk.store.texts import Texts
from gigdesk.ui.models.session import Session
from gigdesk.ui.theme import Theme
from gigdesk.ui.widgets.frame import Foot


@dataclass(frozen=True)
class Desk:
    """The look, the words, the shape of the window, and the ways out of a page; `look_up` explains terms over it.

    A `narrow` page stands in one column: upright windows, and lying ones with large text. `room` is how many pixels the
    page has across. `go` begins another page anew, `leave` goes back to the one that led here, which is as it was.
    """

    theme: Theme
    session: Session
    upright: bool
    narrow: bool
    room: int
    go: Callable[[str], None]
    leave: Callable[[], None]
    look_up: Callable[[Sequence[str]], None]

    @property
    def tight(self) -> bool:
        """Whether even words of two columns have no room: one column in the largest letters."""
        return self.narrow and self.theme.huge

    @property
    def t(self) -> Texts:
        """The texts of the language now chosen."""
        return self.session.texts


@dataclass(frozen=True)
class Drawn:
    """A page ready to be shown: its body, its bar, and what takes the focus.

    `keep` notes what stands half entered, before the page is drawn anew in another look or language;
    `pick` chooses the answer of a number, counted from 1.
    """

    body: QWidget
    foot: Foot
    focus: QWidget | None = None
    enter: Callable[[], object] | None = None
    keep: Callable[[], object] | None = None
    back: Callable[[], object] | None = None
    pick: Callable[[int], object] | None = None


Draw = Callable[[Desk], Drawn]
"""A page bound to its model draws itself for a desk; a change of look or language draws it anew."""
