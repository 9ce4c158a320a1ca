"""The ways to show a slip again: the camera, its text, a picture of it, the code on it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from gigdesk.reports.slip.document import CODE_SIGNS, SIGNS
from gigdesk.reports.slip.paint.photo import texts_in_file
from gigdesk.ui.models.reopening import ReopenModel
from gigdesk.ui.page import Desk
from gigdesk.ui.parts import camera
from gigdesk.ui.parts.files import choose_file
from gigdesk.ui.parts.layout import row_in
from gigdesk.ui.parts.watching import Watching
from gigdesk.ui.widgets.buttons import Button
from gigdesk.ui.widgets.cards import Card
from gigdesk.ui.widgets.keys import Key
from gigdesk.ui.widgets.text import Words

BACK = "backspace"
ACROSS, ACROSS_NARROW = 8, 7


class Scanned(Card):
    """A field for whatever reads codes and types what they say, for pasted text, and a picture from a file."""

    def __init__(self, model: ReopenModel, desk: Desk) -> None:
        super().__init__(desk.theme, desk.t("reopen.scan"))
        self._model, self._desk = model, desk
        t = desk.t
        self.add(Words(t("reopen.scan.hint"), desk.theme, "support", "inkSoft"), 4)
        self.field = _field(t("reopen.scan.name"), desk)
        self.field.setObjectName("slip-text")
        self.add(self.field, 12)
        others = QWidget()
        row = QVBoxLayout(others) if desk.narrow else QHBoxLayout(others)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(desk.theme.px(12))
        row.addWidget(_button("reopen.paste", "doc", desk, self._paste), 1)
        if not desk.session.locked:
            row.addWidget(_button("reopen.picture", "usb", desk, self._picture), 1)
        self.add(others, 12)

    def take(self) -> None:
        """Read what stands in the field; where nothing does, it is said what should."""
        text = self.field.text()
        self.field.setText("")
        self._model.take([text])

    def _paste(self) -> None:
        self._model.take([QGuiApplication.clipboard().text()])

    def _picture(self) -> None:
        path = choose_file(self, self._desk.t("reopen.picture"), self._desk.t("reopen.picture.kinds"))
        if path:
            self._model.take_picture(path, texts_in_file)


class Seen(Card):
    """The camera, once somebody wants it; why there is none where there is none."""

    def __init__(self, model: ReopenModel, desk: Desk) -> None:
        super().__init__(desk.theme, desk.t("reopen.camera"))
        self._model, self._desk = model, desk
        why = camera.why_none()
        self.add(Words(desk.t(why or "reopen.camera.hint"), desk.theme, "support", "inkSoft"), 4)
        if not why:
            self._start = _button("reopen.camera.start", "qr", desk, self._watch)
            self.add(self._start, 12)

    def _watch(self) -> None:
        self._start.hide()
        seen = Watching(camera.open_camera(self), self._desk.theme, self._desk.t("reopen.camera"), self._model.take)
        self.add(seen, 12)


class Typed(Card):
    """The code of one of today's slips, on keys of its own: only its signs are there."""

    def __init__(self, model: ReopenModel, desk: Desk) -> None:
        super().__init__(desk.theme, desk.t("reopen.code"))
        self._model = model
        theme, t = desk.theme, desk.t
        self.add(Words(t("reopen.code.hint"), theme, "support", "inkSoft"), 4)
        self.field = _field(t("reopen.code"), desk)
        self.field.setMaxLength(CODE_SIGNS + 1)
        self.field.setObjectName("slip-code")
        line = QWidget()
        row = row_in(line, theme.px(12))
        row.addWidget(self.field, 1)
        row.addWidget(self._key(BACK, t("ask.backspace")))
        self.add(line, 12)
        keys = QWidget()
        grid = QGridLayout(keys)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.px(8))
        across = ACROSS_NARROW if desk.narrow else ACROSS
        for at, face in enumerate(SIGNS):
            grid.addWidget(self._key(face, face), *divmod(at, across))
        self.add(keys, 12)

    def take(self) -> None:
        """Look for the code that was typed."""
        typed = self.field.text()
        self.field.setText("")
        self._model.take_code(typed)

    def _key(self, face: str, name: str) -> Key:
        key = Key(face, self._theme, "tool", name)
        key.clicked.connect(partial(self._press, face))
        return key

    def _press(self, face: str) -> None:
        if face == BACK:
            self.field.backspace()
        else:
            self.field.insert(face)


def _field(name: str, desk: Desk) -> QLineEdit:
    field = QLineEdit()
    field.setProperty("role", "amount")
    field.setFont(desk.theme.font("field"))
    field.setAccessibleName(name)
    field.setMinimumHeight(desk.theme.size("choice"))
    return field


def _button(key: str, icon: str, desk: Desk, press: Callable[[], object]) -> Button:
    button = Button(desk.t(key), desk.theme, "outline", icon)
    button.setObjectName(key.replace(".", "-"))
    button.clicked.connect(lambda: press())  # noqa: PLW0108 - without the argument of the signal
    return button
