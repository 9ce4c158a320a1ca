"""Widgets one below or beside the other, without a margin of their own."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget


def column_in(holder: QWidget, gap: int) -> QVBoxLayout:
    """A column that fills its holder; `gap` in pixels of the screen."""
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(gap)
    return column


def row_in(holder: QWidget, gap: int) -> QHBoxLayout:
    """A row that fills its holder; `gap` in pixels of the screen."""
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(gap)
    return row
