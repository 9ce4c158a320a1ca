"""What the camera sees, on the page, until a code of a slip is in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QImage, QPainter

from gigdesk.reports.slip.paint.photo import texts_in
from gigdesk.ui.parts.camera import Camera
from gigdesk.ui.theme import Theme
from gigdesk.ui.widgets.painted import Painted

LOOK_MS = 250
"""Between two looks for a code: finding none takes longest."""
WIDE, TALL = 640, 360


class Watching(Painted):
    """The picture; the camera stops with it. `seen` is told what a code says, each once."""

    def __init__(self, camera: Camera, theme: Theme, name: str, seen: Callable[[tuple[str, ...]], None]) -> None:
        super().__init__(theme, name)
        self._camera, self._seen = camera, seen
        self._picture = QImage()
        self._told: tuple[str, ...] = ()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(LOOK_MS)
        self.destroyed.connect(camera.stop)
        camera.start(self._show)

    def look(self) -> None:
        """Look for a code in what is seen now."""
        found = texts_in(self._picture)
        if found and found != self._told:
            self._told = found
            self._seen(found)

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Draw what is seen."""
        painter.fillRect(rect, self._theme.colour("sunken"))
        if not self._picture.isNull():
            shown = self._picture.scaled(
                rect.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            left = rect.left() + (rect.width() - shown.width()) / 2
            painter.drawImage(round(left), round(rect.top() + (rect.height() - shown.height()) / 2), shown)

    def _show(self, picture: QImage) -> None:
        self._picture = picture
        self.update()

    def _wanted_width(self) -> float:
        return self._theme.px(WIDE)

    def _height(self, width: float) -> float:
        return width * TALL / WIDE
