"""Importing a wage table, for staff: reached from the data page only."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from gigdesk.ui.models.importing import ImportingModel
from gigdesk.ui.models.importing_steps import CHOICES, Step
from gigdesk.ui.page import Desk, Drawn
from gigdesk.ui.parts.importing.columns import ColumnsStep, ColumnStep
from gigdesk.ui.parts.importing.look import DoneStep, LookStep
from gigdesk.ui.parts.importing.once import OnceStep, SayStep
from gigdesk.ui.parts.importing.start import BusyStep, RemoveStep, StartStep, TablesStep
from gigdesk.ui.parts.importing.step import button
from gigdesk.ui.parts.layout import Started
from gigdesk.ui.widgets.buttons import Button
from gigdesk.ui.widgets.frame import Foot
from gigdesk.ui.widgets.notice import Notice

DATA = "data"


def draw(model: ImportingModel, desk: Desk) -> Drawn:
    """Draw the step; back leads step by step to the data page."""

    def back() -> None:
        if not model.back():
            desk.go(DATA)

    leave = button(desk.t("foot.back"), desk, "outline back", back)
    session = model.session
    if not session.services:
        words = session.error(session.failure) if session.failure else desk.t("state.preparing")
        return Drawn(Notice(words, desk.theme, "info", "body"), Foot(left=(leave,)), back=back)
    body = _body(model, desk)
    onward = _onward(model, body, desk)
    pick = getattr(body, "pick", None)
    enter = onward.click if onward and model.step is not Step.REMOVE else None
    right = (onward,) if onward else ()
    return Drawn(body, Foot(left=(leave,), right=right), body.start, enter=enter, back=back, pick=pick)


def _body(model: ImportingModel, desk: Desk) -> Started:
    plain: dict[Step, Callable[[ImportingModel, Desk], Started]] = {
        Step.START: StartStep,
        Step.BUSY: BusyStep,
        Step.TABLES: TablesStep,
        Step.LOOK: LookStep,
        Step.DONE: DoneStep,
        Step.REMOVE: RemoveStep,
    }
    if model.step in plain:
        return plain[model.step](model, desk)
    if model.work is None:
        return StartStep(model, desk)
    mapped = {Step.COLUMNS: ColumnsStep, Step.COLUMN: ColumnStep, Step.ONCE: OnceStep, Step.SAY: SayStep}
    return mapped[model.step](model, model.work, desk)


def _onward(model: ImportingModel, body: QWidget, desk: Desk) -> Button | None:
    """The one button that leads on, where a step has one."""
    t = desk.t
    if isinstance(body, LookStep):
        return button(body.go, desk, "primary check", model.confirm, "importing-go") if body.go else None
    if isinstance(body, SayStep):
        write = "" if model.about in CHOICES else t("importing.write")
        return button(write, desk, "primary check", body.write, "importing-next") if write else None
    if model.step is Step.REMOVE:
        return button(t("importing.remove.yes"), desk, "primary cancel", model.remove, "importing-remove")
    onward = {
        Step.COLUMNS: ("foot.continue", model.to_once),
        Step.ONCE: ("importing.look", model.to_look),
        Step.DONE: ("importing.again", model.back),
    }
    if model.step not in onward:
        return None
    key, press = onward[model.step]
    return button(t(key), desk, "continue", press, "importing-next")
