"""Draws every page without a screen, as files or as sheets of many: `python -m gigdesk.ui.screens_draw FOLDER`.

Every look, both languages and three sizes at once, unless some are chosen: --look dark --size 1366x768 --only wages.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from gigdesk.services import Services
from gigdesk.store import paths
from gigdesk.store.style import DENSITIES, FACTORY, LOOKS, TEXT_SIZES, Style
from gigdesk.store.texts import LANGUAGES
from gigdesk.ui.screenshots import SIZES, sample_window, states
from gigdesk.ui.window import Window

ROUNDS = 3
"""So often what is still to be done is done before a page is drawn: words that wrap ask for their height anew."""
LYING, UPRIGHT, SHEET = 3, 6, QSize(1920, 1920)
_LINE, _EDGE = 20, 4


def _asked(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="screenshots", description="Draw every page.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--look", nargs="+", choices=LOOKS, default=LOOKS)
    parser.add_argument("--density", nargs="+", choices=DENSITIES, default=(FACTORY.density,))
    parser.add_argument("--text-size", nargs="+", choices=tuple(TEXT_SIZES), default=(FACTORY.text_size,))
    parser.add_argument("--lang", nargs="+", choices=LANGUAGES, default=LANGUAGES)
    parser.add_argument("--size", nargs="+", type=_size, default=SIZES, help="such as 1920x1080")
    parser.add_argument("--only", nargs="+", default=("",), help="parts of the names of the pages wanted")
    parser.add_argument("--sheets", action="store_true", help="many pages on one sheet")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str]) -> int:
    """Draw into the folder named; returns the exit status."""
    asked = _asked(arguments)
    asked.folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as data:
        services = Services.open(Path(data), paths.resources())
        for look, density, text, language, size in product(
            asked.look, asked.density, asked.text_size, asked.lang, asked.size
        ):
            window = _window(services, language, Style(look, density, text), size)
            sheet = Sheet(asked.folder, f"{language}-{look}-{density}-{text}-{size[0]}x{size[1]}", QSize(*size))
            for name, picture in _pictures(window, app, asked.only):
                if asked.sheets:
                    sheet.add(name, picture)
                else:
                    picture.save(str(asked.folder / f"{name}-{sheet.ending}.png"))
            sheet.write()
            window.close()
        services.data.reference.close()
    return 0


@dataclass
class Sheet:
    """Pages beside and below each other, each under its name; a full sheet is written and another begun."""

    folder: Path
    ending: str
    size: QSize
    pages: list[tuple[str, QImage]] = field(default_factory=list)
    written: int = 0

    @property
    def across(self) -> int:
        """How many stand beside each other."""
        return LYING if self.size.width() > self.size.height() else UPRIGHT

    @property
    def cell(self) -> QSize:
        """What one page takes."""
        width = SHEET.width() // self.across
        return QSize(width, self.size.height() * width // self.size.width() + _LINE)

    def add(self, name: str, picture: QImage) -> None:
        """Put a page on the sheet."""
        smooth = Qt.TransformationMode.SmoothTransformation
        self.pages.append((name, picture.scaledToWidth(self.cell.width() - _EDGE, smooth)))
        if len(self.pages) == self.across * max(1, SHEET.height() // self.cell.height()):
            self.write()

    def write(self) -> None:
        """Write what is on the sheet."""
        if not self.pages:
            return
        rows = -(-len(self.pages) // self.across)
        image = QImage(SHEET.width(), rows * self.cell.height(), QImage.Format.Format_RGB32)
        image.fill(QColor(Qt.GlobalColor.white))
        painter = QPainter(image)
        for (name, picture), place in zip(self.pages, self._places(), strict=False):
            painter.drawText(QRect(place.x(), place.y(), place.width(), _LINE), name)
            painter.drawImage(place.x(), place.y() + _LINE, picture)
        painter.end()
        image.save(str(self.folder / f"sheet-{self.ending}-{self.written:02}.png"))
        self.written, self.pages = self.written + 1, []

    def _places(self) -> Iterator[QRect]:
        for at in range(len(self.pages)):
            row, column = divmod(at, self.across)
            yield QRect(column * self.cell.width(), row * self.cell.height(), self.cell.width(), self.cell.height())


def _pictures(window: Window, app: QCoreApplication, only: Sequence[str]) -> Iterator[tuple[str, QImage]]:
    """Each page wanted, by its name."""
    for name in states(window):
        if any(part in name for part in only):
            for _ in range(ROUNDS):
                app.processEvents()
            yield name, window.grab().toImage()


def _window(services: Services, language: str, style: Style, size: tuple[int, int]) -> Window:
    window = sample_window(services, language)
    window.session.usual = style
    window.session.dress(style)
    window.resize(*size)
    window.show()
    window.rebuild()
    return window


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    return int(width), int(height)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
