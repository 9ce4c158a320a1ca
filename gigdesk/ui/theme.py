"""The look as data: one frozen `Theme` is handed to every widget; a change of look builds the widgets anew."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from gigdesk.store.style import TEXT_SIZES, Style

_PLACEHOLDER = re.compile(r"\{\{(.+?)\}\}")
_BOLD = 700
_TWO_COLUMNS = 1.25
_AT_EDGE = ("margin", "gutter", "cardX", "verdictStub")
_LANDSCAPE = (1920, 1080)
_PORTRAIT = (1080, 1920)


@dataclass(frozen=True)
class Sign:
    """A meaning in colour, tint and icon; the word that always stands beside it comes from the texts."""

    colour: str
    tint: str
    icon: str


@dataclass(frozen=True)
class ChipLook:
    """How the status of a source is drawn, so that it reads in grey too."""

    edge: str
    dashed: bool
    ink: str
    ground: str


@dataclass(frozen=True)
class Theme:
    """Colours, fonts and sizes at one scale. Sizes are design pixels of a 1920x1080 kiosk times `scale`."""

    name: str
    scale: float
    density: str
    tokens: Mapping[str, Any]
    template: str
    step: float = 1.0
    """How much larger than usual the letters are: `scale` has it in it, margins do not grow with it."""

    @property
    def huge(self) -> bool:
        """Whether an upright window has no room for two columns of words."""
        return self.step > _TWO_COLUMNS

    @classmethod
    def load(cls, folder: Path, name: str = "light", scale: float = 1.0, density: str = "kiosk") -> Theme:
        """Read `tokens.json` and `gigdesk.qss`; `scale` is `scale_for()` times the step of the text size."""
        return cls(name, scale, density, *_files(folder))

    def colour(self, name: str) -> QColor:
        """Return the colour of a role such as `ink`, `wageSoft` or `chart.median`."""
        table, _, plain = name.rpartition(".")
        return self.chart(plain) if table else QColor(self._colours[name])

    def chart(self, name: str) -> QColor:
        """Return the colour of a chart mark such as `median`."""
        return QColor(self.tokens["themes"][self.name]["chart"][name])

    def font(self, kind: str) -> QFont:
        """Return the font of a kind of text; `bodyBold` is `body` in bold."""
        if kind not in self._fonts:
            self._fonts[kind] = self._font(kind)
        return QFont(self._fonts[kind])  # the caller's own, to change

    @cached_property
    def _fonts(self) -> dict[str, QFont]:
        return {}

    def _font(self, kind: str) -> QFont:
        size, _, weight, spacing = self._kind(kind)
        font = QFont()
        font.setFamilies(self.tokens["fonts"])
        font.setPixelSize(max(1, round(size)))
        font.setWeight(QFont.Weight(int(weight)))
        # Unhinted letters keep their widths at every scale, so what fits at one size fits at all.
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        if spacing:
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spacing)
        return font

    def line(self, kind: str) -> float:
        """Return the height of one line of that kind of text."""
        size, height, _, _ = self._kind(kind)
        return size * height

    def px(self, length: float) -> int:
        """Scale a length; what is not nothing stays at least one pixel."""
        return max(1, round(length * self.unit)) if length else 0

    def edge(self, length: float) -> int:
        """Scale what stands around words: it grows with the window, and not with larger letters."""
        return self.px(length / self._larger)

    @property
    def _larger(self) -> float:
        return max(1.0, self.step)

    @property
    def dense(self) -> bool:
        """Whether this is for somebody with a mouse and keys, whose letters do not grow with the window."""
        return self.density == "advisor"

    @property
    def unit(self) -> float:
        """How much of the screen a design pixel of the kiosk takes."""
        return self.scale * float(self._sizes["unit"])

    def size(self, name: str) -> int:
        """Return a named size (`button`, `cardRadius`, ...), which differs by density."""
        scale = self.scale / self._larger if name in _AT_EDGE else self.scale
        return max(1, round(float(self._sizes["size"][name]) * scale))

    def sign(self, table: str, key: str) -> Sign:
        """Look up a sign in `jobs`, `outcomes`, `reasons`, `ages` or `notices`."""
        return Sign(**self.tokens[table][key])

    def chip(self, status: str) -> ChipLook:
        """Return the look of a source status: `official`, `secondary`, `unverified`, ..."""
        return ChipLook(**self.tokens["sources"][status])

    def motion(self, name: str) -> int:
        """Return a duration in milliseconds."""
        return int(self.tokens["motion"][name])

    def palette(self) -> QPalette:
        """Return the palette that painted widgets, selection and disabled text follow."""
        role = QPalette.ColorRole
        palette = QPalette()
        for roles, name in (
            ((role.Window,), "page"),
            ((role.Base, role.Button, role.ToolTipBase), "surface"),
            ((role.AlternateBase,), "sunken"),
            ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText), "ink"),
            ((role.PlaceholderText,), "inkSoft"),
            ((role.Highlight,), "primary"),
            ((role.HighlightedText,), "onPrimary"),
            ((role.Link,), "link"),
        ):
            for each in roles:
                palette.setColor(each, self.colour(name))
        for each in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, each, self.colour("inkDisabled"))
        return palette

    def style_sheet(self) -> str:
        """Fill the template: `{{ink}}` a colour, `{{12px}}` a length, `{{size:button}}`, `{{font:body}}`."""
        return _PLACEHOLDER.sub(lambda found: self._value(found[1]), self.template)

    def apply(self, target: QApplication | QWidget) -> None:
        """Dress the program, or one window of it."""
        target.setPalette(self.palette())
        target.setFont(self.font("body"))
        target.setStyleSheet(self.style_sheet())

    @property
    def _colours(self) -> Mapping[str, str]:
        colours: Mapping[str, str] = self.tokens["themes"][self.name]["colour"]
        return colours

    @property
    def _sizes(self) -> Mapping[str, Any]:
        sizes: Mapping[str, Any] = self.tokens["densities"][self.density]
        return sizes

    def _kind(self, kind: str) -> tuple[float, float, float, float]:
        """A kind the dense form does not name is the kiosk's, halved."""
        plain = kind.removesuffix("Bold")
        types, unit = self._sizes["type"], 1.0
        if plain not in types:
            types, unit = self.tokens["densities"]["kiosk"]["type"], float(self._sizes["unit"])
        size, height, weight, *spacing = types[plain]
        factor = unit * self.scale
        return size * factor, height, weight if plain == kind else _BOLD, (spacing[0] * factor if spacing else 0.0)

    def _value(self, token: str) -> str:
        if token.endswith("px"):
            return f"{self.px(float(token.removesuffix('px')))}px"
        table, _, name = token.rpartition(":")
        if table == "size":
            return f"{self.size(name)}px"
        if table == "font":
            font = self.font(name)
            families = ", ".join(f'"{family}"' for family in font.families())
            return f"font-family: {families}; font-size: {font.pixelSize()}px; font-weight: {int(font.weight())}"
        return self._colours[name]


@cache
def _files(folder: Path) -> tuple[Mapping[str, Any], str]:
    """The tokens and the template, read once: the window asks for them whenever it is drawn at another scale."""
    tokens = json.loads((folder / "tokens.json").read_text(encoding="utf-8"))
    return tokens, (folder / "gigdesk.qss").read_text(encoding="utf-8")


@cache
def load_fonts(folder: Path) -> str:
    """Register the bundled fonts, each weight from its own file, and return their family; asked again, Qt has them."""
    families = []
    for path in sorted(folder.glob("*.ttf")):
        families += QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path)))
    if not families:
        raise FileNotFoundError(folder)
    return families[0]


def dressed(folder: Path, style: Style, size: tuple[int, int]) -> Theme:
    """The theme of a window of that size, as somebody likes to read."""
    step = TEXT_SIZES[style.text_size]
    theme = replace(Theme.load(folder, style.look, step, style.density), step=step)
    return theme if theme.dense else replace(theme, scale=theme.scale * scale_for(*size))


def scale_for(width: int, height: int) -> float:
    """Return the scale at which the kiosk's design fills a window of this size, upright or lying."""
    full_width, full_height = _LANDSCAPE if width >= height else _PORTRAIT
    return min(width / full_width, height / full_height)
