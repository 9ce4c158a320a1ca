"""Choosing a file, or a place for one: the one place where a page opens a dialog."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDir, QSettings
from PySide6.QtWidgets import QFileDialog, QWidget

REMEMBERED = ("FileDialog/history", "FileDialog/lastVisited")


def choose_file(parent: QWidget, title: str, kinds: str) -> Path | None:
    """Let the person choose a file; None where they do not. The next person's dialog knows nothing of it."""
    dialog = QFileDialog(parent, title, QDir.homePath(), kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _chosen(dialog)


def choose_folder(parent: QWidget, title: str) -> Path | None:
    """Let the person choose a folder, on a memory stick say; None where they do not."""
    dialog = QFileDialog(parent, title, QDir.homePath())
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _chosen(dialog)


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
    dialog.destroyed.connect(_forget)
    chosen = dialog.selectedFiles() if dialog.exec() else []
    dialog.deleteLater()
    return Path(chosen[0]) if chosen else None


def _forget() -> None:
    """Qt writes down the folders a dialog was in, when the dialog goes."""
    settings = QSettings(QSettings.Scope.UserScope, "QtProject")
    for key in REMEMBERED:
        settings.remove(key)
