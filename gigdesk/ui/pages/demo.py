"""The samples: a list of cases that say they are made up, the tour, and the way out."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QGridLayout, QWidget

from gigdesk.store.samples import Sample
from gigdesk.ui.models.demo import DemoModel
from gigdesk.ui.page import Desk, Drawn
from gigdesk.ui.parts.layout import column_in
from gigdesk.ui.widgets.bars import DataAge
from gigdesk.ui.widgets.buttons import Button
from gigdesk.ui.widgets.claim_slip import Claim, ClaimSlip
from gigdesk.ui.widgets.frame import Foot
from gigdesk.ui.widgets.notice import Notice
from gigdesk.ui.widgets.text import Words

HOME, TOUR = "home", "tour"


def draw(model: DemoModel, desk: Desk) -> Drawn:
    """Draw the page; a digit opens a case."""
    t, theme = desk.t, desk.theme
    body = _Cases(model, desk)

    def leave() -> None:
        """A kiosk goes home; a window that was opened for the samples closes."""
        if desk.session.kiosk:
            model.leave()
            desk.go(HOME)
        else:
            body.window().close()

    def pick(number: int) -> None:
        if number <= len(body.slips):
            body.slips[number - 1].click()

    out = Button(t("demo.leave"), theme, "outline", "door")
    out.setObjectName("demo-leave")
    out.clicked.connect(lambda: leave())  # noqa: PLW0108 - without the argument of the signal
    tour = Button(t("demo.tour"), theme, "continue", after="next")
    tour.setObjectName("demo-tour")
    tour.clicked.connect(lambda: desk.go(TOUR))
    foot = Foot(left=(out,), right=(tour,), data=DataAge(*model.data()) if desk.upright else None)
    return Drawn(body, foot, body.slips[0], pick=pick)


class _Cases(QWidget):
    def __init__(self, model: DemoModel, desk: Desk) -> None:
        super().__init__()
        theme, t = desk.theme, desk.t
        column = column_in(self, theme.px(20))
        column.addWidget(Words(t("demo.title"), theme, "question"))
        column.addWidget(Words(t("demo.line"), theme, "body", "inkSoft"))
        column.addWidget(Notice(t("demo.notice"), theme, "info", "support"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.size("gutter"))
        grid.setVerticalSpacing(theme.size("stack"))
        self.slips = [self._slip(case, model, desk) for case in model.cases]
        for column_at in range(1 if desk.narrow else 2):
            grid.setColumnStretch(column_at, 1)
        for at, slip in enumerate(self.slips):
            grid.addWidget(slip, *((at, 0) if desk.narrow else divmod(at, 2)))
        column.addLayout(grid)
        column.addStretch(1)

    @staticmethod
    def _slip(case: Sample, model: DemoModel, desk: Desk) -> ClaimSlip:
        t = desk.t
        sign = desk.theme.sign("jobs", model.sign(case))
        claim = Claim(sign, t(f"job.{case.job}"), t(f"sample.{case.id}"), t(f"sample.{case.id}.line"), t("demo.sample"))
        slip = ClaimSlip(claim, desk.theme)
        slip.setObjectName(f"sample-{case.id}")
        slip.clicked.connect(partial(desk.go, f"{case.job}:{case.id}"))
        return slip
