"""The look: three themes that can be read, letters of the bundled font, icons that show something."""

from __future__ import annotations

import json
import re
from itertools import product

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QFontDatabase, QFontInfo, QImage, QPainter, QPalette
from PySide6.QtWidgets import QWidget

from gigdesk.store import paths
from gigdesk.ui.icons import icon, icon_pixmap, paint_mark
from gigdesk.ui.theme import Theme, load_fonts, scale_for

pytestmark = pytest.mark.usefixtures("qapp")

STYLE = paths.resources() / "style"
TOKENS = json.loads((STYLE / "tokens.json").read_text(encoding="utf-8"))
THEMES = sorted(TOKENS["themes"])
DENSITIES = sorted(TOKENS["densities"])


def luminance(colour: QColor) -> float:
    """WCAG 2.2."""
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("text", "ground", "asked"), TOKENS["contrast"])
def test_text_and_marks_stand_out_from_their_ground(name, text, ground, asked):
    theme = Theme.load(STYLE, name)
    assert contrast(theme.colour(text), theme.colour(ground)) >= asked


def test_every_theme_has_the_same_colours():
    for part in ("colour", "chart"):
        assert len({tuple(TOKENS["themes"][name][part]) for name in THEMES}) == 1


@pytest.mark.parametrize(("name", "density"), list(product(THEMES, DENSITIES)))
def test_the_style_sheet_is_filled_and_understood(qtbot, name, density):
    widget = QWidget()
    qtbot.addWidget(widget)
    theme = Theme.load(STYLE, name, density=density)
    theme.apply(widget)
    assert "{{" not in widget.styleSheet()
    assert widget.palette().color(QPalette.ColorRole.Window) == theme.colour("page")


def test_an_unknown_token_is_an_error():
    theme = Theme("light", 1.0, "kiosk", TOKENS, "QWidget { color: {{inc}}; }")
    with pytest.raises(KeyError):
        theme.style_sheet()


def test_each_weight_comes_from_its_own_file():
    family = load_fonts(paths.resources() / "fonts")
    theme = Theme.load(STYLE)
    assert {"Regular", "Bold"} <= set(QFontDatabase.styles(family))
    for kind, style in (("body", "Regular"), ("bodyBold", "Bold"), ("hero", "Bold")):
        found = QFontInfo(theme.font(kind))
        assert (found.family(), found.styleName()) == (family, style)


def test_a_folder_without_fonts_is_said(tmp_path):
    with pytest.raises(FileNotFoundError):
        load_fonts(tmp_path)


@pytest.mark.parametrize("density", DENSITIES)
def test_every_kind_of_text_has_a_size_in_every_density(density):
    theme = Theme.load(STYLE, density=density)
    kinds = {kind for each in TOKENS["densities"].values() for kind in each["type"]}
    assert all(theme.font(kind).pixelSize() >= 12 and theme.line(kind) > theme.font(kind).pixelSize() for kind in kinds)


def test_the_kiosk_never_writes_smaller_than_20():
    theme = Theme.load(STYLE)
    assert min(theme.font(kind).pixelSize() for kind in TOKENS["densities"]["kiosk"]["type"]) == 20


def test_sizes_and_letters_grow_together():
    small, large = Theme.load(STYLE), Theme.load(STYLE, scale=1.25)
    assert (large.size("button"), large.px(16), large.font("body").pixelSize()) == (110, 20, 35)
    assert small.px(0) == large.px(0) == 0
    assert Theme.load(STYLE, scale=0.3).size("line") == 1


@pytest.mark.parametrize(
    ("width", "height", "scale"), [(1920, 1080, 1.0), (1080, 1920, 1.0), (1366, 768, 0.711), (3840, 2160, 2.0)]
)
def test_the_design_fills_the_window(width, height, scale):
    assert scale_for(width, height) == pytest.approx(scale, abs=0.001)


@pytest.mark.parametrize("name", sorted(TOKENS["icons"]))
def test_every_icon_shows_something(name):
    theme = Theme.load(STYLE)
    image = icon_pixmap(theme, name, 48, "ink", ratio=2.0).toImage()
    assert image.size() == QSize(96, 96)
    inked = sum(image.pixelColor(x, y).alpha() > 0 for x in range(96) for y in range(96))
    assert inked > 150
    assert not icon(theme, name, 48, "ink").isNull()


def test_every_sign_has_an_icon_and_colours():
    for name in THEMES:
        theme = Theme.load(STYLE, name)
        for table in ("jobs", "outcomes", "reasons", "ages", "notices"):
            for key in TOKENS[table]:
                sign = theme.sign(table, key)
                assert sign.icon in TOKENS["icons"]
                assert theme.colour(sign.colour).isValid()
                assert theme.colour(sign.tint).isValid()
        for status in TOKENS["sources"]:
            look = theme.chip(status)
            assert all(theme.colour(each).isValid() for each in (look.edge, look.ink, look.ground))


def test_the_mark_has_its_two_colours():
    theme = Theme.load(STYLE)
    image = QImage(64, 64, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    paint_mark(painter, QRectF(0, 0, 64, 64), theme)
    painter.end()
    assert image.pixelColor(10, 10) == theme.colour("primary")
    assert image.pixelColor(28, 42) == theme.colour("markTick")


def test_the_icon_of_the_program_is_the_mark():
    drawing = (paths.resources() / "icons" / "gigdesk.svg").read_text(encoding="utf-8")
    mark, colours = TOKENS["mark"], TOKENS["themes"]["light"]["colour"]
    assert {mark["body"], mark["tick"]} <= set(re.findall(r' d="([^"]+)"', drawing))
    assert set(re.findall("#[0-9A-F]{6}", drawing)) == {colours[mark["bodyColour"]], colours[mark["tickColour"]]}
