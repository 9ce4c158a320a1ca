"""The camera of the machine, where Qt's module for it is installed: a picture now and then, and nothing kept."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

MODULE = "PySide6.QtMultimedia"
"""No part of PySide6-Essentials; whoever wants the camera installs PySide6-Addons beside it."""
See = Callable[[QImage], None]


class Camera(Protocol):
    """Something that sees."""

    def start(self, see: See) -> None:
        """Hand over what it sees from now on, picture by picture."""

    def stop(self) -> None:
        """Look away; the light beside it goes out."""


class _QtCamera:
    def __init__(self, device: Any, parent: QObject) -> None:  # noqa: ANN401 - the module may not be there
        module = _module()
        self._camera = module.QCamera(device, parent)
        self._sink = module.QVideoSink(parent)
        self._session = module.QMediaCaptureSession(parent)
        self._session.setCamera(self._camera)
        self._session.setVideoSink(self._sink)

    def start(self, see: See) -> None:
        self._sink.videoFrameChanged.connect(lambda frame: see(frame.toImage()))
        self._camera.start()

    def stop(self) -> None:
        self._camera.stop()


def why_none() -> str:
    """Why there is no camera, as the key of a text; "" where there is one."""
    if importlib.util.find_spec(MODULE) is None:
        return "reopen.camera.no-module"
    return "" if _module().QMediaDevices.videoInputs() else "reopen.camera.none"


def open_camera(parent: QObject) -> Camera:
    """The first camera of the machine."""
    return _QtCamera(_module().QMediaDevices.videoInputs()[0], parent)


def _module() -> Any:  # noqa: ANN401 - it may not be there
    return importlib.import_module(MODULE)
