"""What a page says, in the order it is read, and which widget says it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLayout, QLineEdit, QScrollArea, QWidget

from gigdesk.store.texts import Texts
from gigdesk.ui.widgets.cells import Cells
from gigdesk.ui.widgets.choice import Choice
from gigdesk.ui.widgets.choice_list import ChoiceList
from gigdesk.ui.widgets.choice_table import ChoiceTable
from gigdesk.ui.widgets.keys import Key
from gigdesk.ui.widgets.painted import Painted, PaintedButton
from gigdesk.ui.widgets.row import Row

_TO_TYPE_WITH = (Key, Cells)
"""Keys and fields of a calendar: to read them all out would say nothing."""
_ENDINGS = "。！？；：，、.!?;:,"


@dataclass(frozen=True)
class Passage:
    """A text, and the widget that is marked while it is read."""

    text: str
    widget: QWidget


def passages(page: QWidget, t: Texts) -> list[Passage]:
    """Everything a page says; what a picture says that stands beside it in words, or over it, is said once."""
    found: list[Passage] = []
    for text, widget in _of(page, page, t):
        pictures = isinstance(widget, Painted) and any(text == said.text for said in found)
        after_picture = found and found[-1].text == text and isinstance(found[-1].widget, Painted)
        if text.strip() and not pictures and not after_picture:
            found.append(Passage(text, widget))
    return found


def _of(widget: QWidget, page: QWidget, t: Texts) -> Iterator[tuple[str, QWidget]]:
    if isinstance(widget, _TO_TYPE_WITH) or not widget.isVisibleTo(page):
        return
    if isinstance(widget, Row):
        texts = [text for child in _children(widget) for text, _ in _of(child, page, t)]
        yield _joined(texts, t), widget
    elif isinstance(widget, ChoiceList):
        numbers = {choice: number for number, choice in enumerate(widget.choices, start=1)}
        for child in _children(widget):
            yield _chosen(child, numbers[child], t) if isinstance(child, Choice) else next(_of(child, page, t))
    elif isinstance(widget, ChoiceTable):
        yield from ((row.accessibleName(), row) for row in widget.findChildren(PaintedButton) if not row.layout())
    elif said := _own(widget):
        yield said, widget
    else:
        for child in _children(widget):
            yield from _of(child, page, t)


def _own(widget: QWidget) -> str:
    """What a widget says itself: its words, the sentence of a picture, the name of a field and what stands in it."""
    if isinstance(widget, QLabel):
        return widget.text()
    if isinstance(widget, QLineEdit):
        hidden = widget.echoMode() != QLineEdit.EchoMode.Normal
        return f"{widget.accessibleName()} {'' if hidden else widget.text()}"
    if isinstance(widget, Painted | PaintedButton) and widget.layout() is None:
        return widget.description()
    if isinstance(widget, QAbstractButton) and widget.layout() is None:
        return widget.text()
    return ""


def _chosen(choice: Choice, number: int, t: Texts) -> tuple[str, QWidget]:
    """An answer with its number, and whether it is the chosen one, which the eye sees by a tick."""
    option = choice.option
    words = _joined([option.text, option.hint], t)
    key = "aloud.chosen" if choice.isChecked() else "aloud.answer"
    return t(key, number=number, answer=words), choice


def _joined(texts: list[str], t: Texts) -> str:
    """What stands in one row, as one sentence."""
    said = ""
    for text in (text.strip() for text in texts if text.strip()):
        between = t("aloud.comma") if said and said[-1] not in _ENDINGS else ""
        said += between + text if said else text
    return said


def _children(widget: QWidget) -> Iterator[QWidget]:
    """The widgets in a widget in the order of its layout, which is the order they are read in."""
    layout = widget.layout()
    inside = widget.widget() if isinstance(widget, QScrollArea) else None
    if inside is not None:
        yield inside
    elif layout is not None:
        yield from _in(layout)


def _in(layout: QLayout) -> Iterator[QWidget]:
    """In the order of the items, which are not asked for themselves: a page would be taken apart under their names."""
    holder = layout.parentWidget()
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    widgets = holder.findChildren(QWidget, options=direct) if holder else []
    inner = [child for child in layout.children() if isinstance(child, QLayout)]
    places: list[tuple[int, QWidget | QLayout]] = [
        *((layout.indexOf(widget), widget) for widget in widgets),
        *((layout.indexOf(child), child) for child in inner),
    ]
    for _, part in sorted((place for place in places if place[0] >= 0), key=lambda place: place[0]):
        if isinstance(part, QLayout):
            yield from _in(part)
        else:
            yield part
