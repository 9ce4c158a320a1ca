"""Help to choose: a small question a page, then the slip of the job to begin with, and why."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from gigdesk.ui.models.ask import UNSURE_KEY
from gigdesk.ui.models.choosing import QUESTIONS, ChoosingModel, Lead
from gigdesk.ui.page import Desk, Drawn
from gigdesk.ui.parts.layout import column_in
from gigdesk.ui.widgets.buttons import Button
from gigdesk.ui.widgets.choice import Option
from gigdesk.ui.widgets.choice_list import Answers, ChoiceList, Group
from gigdesk.ui.widgets.frame import Foot
from gigdesk.ui.widgets.slip import Slip, SlipTile
from gigdesk.ui.widgets.text import Words

HOME, HERE = "home", "choosing"
TINT = "pension"
"""The job whose tint marks an answer under the finger."""


def draw(model: ChoosingModel, desk: Desk) -> Drawn:
    """Draw the question, or where the answers lead."""

    def back() -> None:
        desk.go(HERE if model.back() else HOME)

    button = Button(desk.t("foot.back"), desk.theme, "outline", "back")
    button.clicked.connect(back)
    lead = model.lead()
    if lead:
        return _leading(lead, button, desk, back)
    return _asking(model, button, desk, back)


def _asking(model: ChoosingModel, button: Button, desk: Desk, back: Callable[[], None]) -> Drawn:
    def take(key: str) -> None:
        model.answer(key)
        desk.go(HERE)

    t, name = desk.t, model.question
    body = QWidget()
    column = column_in(body, desk.theme.px(20))
    column.addWidget(Words(t("choose.progress", at=len(model.answers) + 1, of=len(QUESTIONS)), desk.theme, "support"))
    column.addWidget(Words(t(f"choose.{name}"), desk.theme, "question"))
    options = tuple(Option(key, t(f"choose.{name}.{key}"), icon) for key, icon in QUESTIONS[name].items())
    unsure = Option(UNSURE_KEY, t("choose.unsure"), "help")
    answers = Answers((Group(options),), unsure, columns=1 if desk.narrow else 2, rings=False)
    shown = ChoiceList(answers, desk.theme, TINT, t(f"choose.{name}"))
    shown.chosen.connect(take)
    column.addWidget(shown)
    column.addStretch(1)
    return Drawn(body, Foot(left=(button,)), shown.start(), back=back, pick=shown.pick)


def _leading(lead: Lead, button: Button, desk: Desk, back: Callable[[], None]) -> Drawn:
    t, theme = desk.t, desk.theme
    body = QWidget()
    column = column_in(body, theme.px(24))
    column.addWidget(Words(t("choose.found"), theme, "question"))
    column.addWidget(Words(t(f"choose.why.{lead.why}"), theme, "body"))
    words = t(f"job.{lead.job}"), t(f"choose.job.{lead.job}"), t("choose.press")
    tile = SlipTile(Slip(lead.sign, lead.number, *words), theme)
    tile.setObjectName("lead")
    tile.clicked.connect(partial(desk.go, lead.job))
    column.addWidget(tile)
    column.addWidget(Words(t("choose.else"), theme, "body", "inkSoft"))
    column.addStretch(1)
    home = Button(t("choose.all"), theme, "outline", "home")
    home.clicked.connect(partial(desk.go, HOME))

    def pick(number: int) -> None:
        if number == lead.number:
            desk.go(lead.job)

    return Drawn(body, Foot(left=(button,), right=(home,)), tile, back=back, pick=pick)
