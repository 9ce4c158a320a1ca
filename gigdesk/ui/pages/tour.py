"""The tour for newcomers and staff: one thing a page, and the way to where it can be seen."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gigdesk.ui.models.demo import STOPS, TourModel
from gigdesk.ui.page import Desk, Drawn
from gigdesk.ui.parts.layout import column_in
from gigdesk.ui.widgets.buttons import Button
from gigdesk.ui.widgets.cards import Card
from gigdesk.ui.widgets.charts.step_dots import Progress
from gigdesk.ui.widgets.frame import Foot
from gigdesk.ui.widgets.headings import QuestionHead
from gigdesk.ui.widgets.row import Icon, Row
from gigdesk.ui.widgets.text import Words

HOME, TOUR = "home", "tour"
LINES = {"answers": "check-circle", "how": "edit", "mind": "info"}
"""Of each stop: what it answers, how it is used, what to mind; with the icons."""


def draw(model: TourModel, desk: Desk) -> Drawn:
    """Draw the stop of the tour."""
    t, theme = desk.t, desk.theme

    def step(by: int) -> None:
        desk.go(TOUR if model.step(by) else HOME)

    back = Button(t("foot.back"), theme, "outline", "back")
    back.clicked.connect(lambda: step(-1))
    end = model.last
    onward = Button(t("tour.end" if end else "foot.continue"), theme, "continue", after="" if end else "next")
    onward.setObjectName("tour-on")
    onward.clicked.connect(lambda: step(1))
    body = _Stop(model, desk)
    foot = Foot(left=(back,), right=(onward,))
    return Drawn(body, foot, onward, enter=lambda: step(1), back=lambda: step(-1))


class _Stop(QWidget):
    def __init__(self, model: TourModel, desk: Desk) -> None:
        super().__init__()
        theme, t, stop = desk.theme, desk.t, model.stop
        column = column_in(self, theme.px(20))
        at, of = model.at + 1, len(STOPS)
        progress = Progress(at, of, t("tour.progress", at=at, of=of))
        column.addWidget(QuestionHead(theme.sign("jobs", stop.sign), t("tour.title"), progress, theme))
        column.addWidget(Words(t(f"tour.{stop.id}"), theme, "question"))
        card = Card(theme)
        for line, icon in LINES.items():
            said = t(f"tour.{stop.id}.{line}")
            row = Row(theme, said, pressable=False)
            row.add(Icon(theme, icon, "primary"))
            row.add(Words(said, theme, "body"), 1)
            card.add_row(row)
        column.addWidget(card)
        if stop.page:
            look = Button(t("tour.look"), theme, "tinted", after="next")
            look.setObjectName("tour-look")
            look.clicked.connect(lambda: desk.go(stop.page))
            column.addWidget(look)
            column.addWidget(Words(t("tour.return"), theme, "support", "inkSoft"))
        column.addStretch(1)
