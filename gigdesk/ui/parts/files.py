"""Choosing a file, or a place for one: the one place where a page opens a dialog."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDir, QSettings, QStorageInfo, QUrl
from PySide6.QtWidgets import QFileDialog, QWidget

LOCKED = "locked"
"""The property of a window in which no dialog opens: a visitor would see every file of the machine."""
REMEMBERED = ("FileDialog/history", "FileDialog/lastVisited")
STICKS = ("/media/", "/run/media/")
"""Where a system puts what somebody plugs in."""
SPOKEN = {QFileDialog.DialogLabel.LookIn: "Look in:", QFileDialog.DialogLabel.FileType: "Files of type:"}
"""Words that Qt has in its Chinese texts and does not look up by itself."""


def choose_file(parent: QWidget, title: str, kinds: str) -> Path | None:
    """Let the person choose a file; None where they do not. The next person's dialog knows nothing of it."""
    dialog = QFileDialog(parent, title, QDir.homePath(), kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _chosen(dialog)


def choose_folder(parent: QWidget, title: str) -> Path | None:
    """Let the person choose a folder; None where they do not. It opens on the memory stick, where there is one."""
    plugged = sticks(volume.rootPath() for volume in QStorageInfo.mountedVolumes())
    dialog = QFileDialog(parent, title, plugged[0] if plugged else QDir.homePath())
    dialog.setSidebarUrls([QUrl.fromLocalFile(place) for place in (*plugged, QDir.homePath())])
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _chosen(dialog)


def sticks(mounted: Iterable[str]) -> list[str]:
    """Of what is mounted, what somebody plugged in."""
    return sorted(place for place in mounted if f"{place}/".startswith(STICKS))


def choose_place(parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
    """Let the person choose where to save a file of a suggested name; None where they do not.

    The dialog asks before another file is put in the place of one that is there.
    """
    dialog = QFileDialog(parent, title, QDir.homePath(), kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(name).suffix)
    dialog.selectFile(name)
    return _chosen(dialog)


def _chosen(dialog: QFileDialog) -> Path | None:
    parent = dialog.parentWidget()
    if parent is not None and parent.window().property(LOCKED):
        dialog.deleteLater()
        return None
    dialog.destroyed.connect(_forget)
    for label, words in SPOKEN.items():
        dialog.setLabelText(label, QCoreApplication.translate("QFileDialog", words))
    chosen = dialog.selectedFiles() if dialog.exec() else []
    dialog.deleteLater()
    return Path(chosen[0]) if chosen else None


def _forget() -> None:
    """Qt writes down the folders a dialog was in, when the dialog goes."""
    settings = QSettings(QSettings.Scope.UserScope, "QtProject")
    for key in REMEMBERED:
        settings.remove(key)
