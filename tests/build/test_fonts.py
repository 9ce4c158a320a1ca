"""The fonts in resources/fonts can write what GigDesk writes, on a machine that has no Chinese font."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QRawFont

RESOURCES = Path(__file__).parents[2] / "resources"
FONTS = sorted((RESOURCES / "fonts").glob("*.ttf"))
WRITTEN = [path for kind in ("json", "csv", "yaml", "toml") for path in RESOURCES.rglob(f"*.{kind}")]


pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(params=FONTS, ids=lambda path: path.stem)
def font(request):
    return QRawFont(str(request.param), 16)


def unwritable(font: QRawFont, characters: set[str]) -> str:
    return "".join(sorted(char for char in characters if char.isprintable() and not font.supportsCharacter(ord(char))))


def test_there_are_two_weights_and_their_licence():
    assert [path.stem for path in FONTS] == ["NotoSansSC-Bold", "NotoSansSC-Regular"]
    assert "SIL OPEN FONT LICENSE" in (RESOURCES / "fonts" / "OFL.txt").read_text(encoding="utf-8")


def test_every_hanzi_of_gbk_is_there(font):
    pairs = (bytes([lead, trail]) for lead in range(0x81, 0xFF) for trail in range(0x40, 0xFF))
    characters = set("".join(pair.decode("gbk", errors="ignore") for pair in pairs))
    hanzi = {char for char in characters if 0x4E00 <= ord(char) <= 0x9FA5}
    assert len(hanzi) == 20902
    assert unwritable(font, hanzi) == ""


def test_every_character_of_the_resources_is_there(font):
    characters = {char for path in WRITTEN for char in path.read_text(encoding="utf-8")}
    assert unwritable(font, characters) == ""
