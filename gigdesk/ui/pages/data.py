"""The data page, for whoever looks after the machine and whoever wants to know how new its figures are."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from gigdesk.ui.models.data import BACK, CHANGES, DataModel
from gigdesk.ui.page import Desk, Drawn
from gigdesk.ui.parts.data.page import DataPage, changes_page, older_page
from gigdesk.ui.parts.files import choose_folder
from gigdesk.ui.widgets.buttons import Button
from gigdesk.ui.widgets.frame import Foot
from gigdesk.ui.widgets.notice import Notice

HOME = "home"


def draw(model: DataModel, desk: Desk) -> Drawn:
    """Draw the page, or the part of it that is looked at."""

    def back() -> None:
        if not model.back():
            desk.go(HOME)

    leave = _button("foot.back", "back", desk, back)
    if model.part == CHANGES:
        return Drawn(changes_page(model, desk), Foot(left=(leave,)), back=back)
    if model.part == BACK:
        go = _button("data.roll-back.yes", "refresh", desk, model.to_older, "primary")
        go.setObjectName("roll-back-go")
        return Drawn(older_page(model, desk), Foot(left=(leave,), right=(go,)), leave, back=back)
    view = model.view()
    body = Notice(view, desk.theme, "info", "body") if isinstance(view, str) else DataPage(view, model, desk)
    right = () if isinstance(view, str) else _actions(model, body, desk)
    return Drawn(body, Foot(left=(leave,), right=right), back=back)


def _actions(model: DataModel, body: QWidget, desk: Desk) -> tuple[Button, ...]:
    """What can be done with the data; while something is on its way, only stop it. Visitors only look."""
    if model.updating.running and not desk.session.locked:

        def stop() -> None:
            model.updating.stop()
            halt.say(desk.t("update.stopping"))
            halt.setEnabled(False)

        halt = _button("update.stop", "cancel", desk, stop)
        halt.setObjectName("stop")
        return (halt,)

    def stick() -> None:
        folder = choose_folder(body, desk.t("data.stick.choose"))
        if folder:
            model.bring(folder)

    changed = _button("data.changes", "doc", desk, lambda: model.look(CHANGES))
    changed.setObjectName("changes")
    if desk.session.locked:
        return (changed,)
    bring = _button("data.stick", "usb", desk, stick)
    bring.setObjectName("stick")
    look = _button("data.look", "refresh", desk, model.updating.look, "primary")
    look.setObjectName("look")
    return bring, changed, look


def _button(key: str, icon: str, desk: Desk, press: Callable[[], object], role: str = "outline") -> Button:
    button = Button(desk.t(key), desk.theme, role, icon)
    button.clicked.connect(lambda: press())  # noqa: PLW0108 - without the argument of the signal
    return button
