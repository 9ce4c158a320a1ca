"""What is within reach on every page: read aloud, text size, contrast, language."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from gigdesk.ui.theme import Theme
from gigdesk.ui.widgets.buttons import Button
from gigdesk.ui.widgets.segments import Segment, Segments

_GAP = 16


@dataclass(frozen=True)
class ToolWords:
    """The words of the tools; reading aloud is offered if it has a word.

    `sizes` are the text sizes to choose from, the last also stands for what is larger. Where `look` has a word, it
    leads to all that can be chosen, in place of the contrast alone.
    """

    text_size: str
    sizes: tuple[Segment, ...]
    contrast: str
    language: str
    read_aloud: str = ""
    look: str = ""


class Tools(QWidget):
    """The tools in a row; upright windows have them at the bottom, higher and over the whole width."""

    def __init__(self, words: ToolWords, theme: Theme, size: str, *, high_contrast: bool) -> None:
        super().__init__()
        self._theme = theme
        self.speaker = Button(words.read_aloud, theme, "tool", "speaker") if words.read_aloud else None
        if self.speaker is not None:
            self.speaker.setObjectName("read-aloud")
        keys = [each.key for each in words.sizes]
        self.sizes = Segments(words.sizes, theme, size if size in keys else keys[-1], words.text_size)
        self.contrast = Button(words.look or words.contrast, theme, "tool", "contrast")
        if not words.look:
            self.contrast.setCheckable(True)
            self.contrast.setChecked(high_contrast)
        self.language = Button(words.language, theme, "tool", "globe")
        self._all = [tool for tool in (self.speaker, self.sizes, self.contrast, self.language) if tool is not None]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.px(_GAP))

    def stand(self, *, upright: bool, room: int) -> None:
        """Take the height and the width of one of the two places; two rows if `room` is too little for one."""
        least = sum(tool.minimumSizeHint().width() for tool in self._all) + self._theme.px(_GAP) * len(self._all)
        columns = len(self._all) if least <= room else 2
        for at, tool in enumerate(self._all):
            tool.setMinimumHeight(self._theme.size("portraitTool" if upright else "tool"))
            self._grid.addWidget(tool, at // columns, at % columns)
            self._grid.setColumnStretch(at, (3 if tool is self.sizes else 2) if upright and at < columns else 0)
        across = QSizePolicy.Policy.Expanding if upright else QSizePolicy.Policy.Maximum
        self.setSizePolicy(across, QSizePolicy.Policy.Preferred)


def text_sizes(labels: tuple[str, str, str], names: tuple[str, str, str]) -> tuple[Segment, ...]:
    """Return the three steps, each label in a size of its own; the names are what is read aloud."""
    steps = zip(("small", "medium", "large"), labels, names, ("chipBold", "rowTitle", "primaryButton"), strict=True)
    return tuple(Segment(key, label, name, kind) for key, label, name, kind in steps)
