"""The way in: a greeting, one slip for each job, how new the data is."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from gigdesk.ui.models.home import HomeModel
from gigdesk.ui.page import Desk, Drawn
from gigdesk.ui.parts.explanation import page_link
from gigdesk.ui.parts.layout import column_in, row_in
from gigdesk.ui.widgets.bars import DataAge
from gigdesk.ui.widgets.buttons import Button
from gigdesk.ui.widgets.frame import Foot
from gigdesk.ui.widgets.headings import Route
from gigdesk.ui.widgets.notice import Notice
from gigdesk.ui.widgets.slip import Slip, SlipTile
from gigdesk.ui.widgets.text import Align, Words

VEHICLES = (("bike", "rider"), ("car", "driver"), ("van", "courier"))


def draw(model: HomeModel, desk: Desk) -> Drawn:
    """Draw the page; a digit chooses a slip, the one after the last the data."""
    ways = (*model.entries, "data")

    def pick(number: int) -> None:
        if number <= len(ways):
            desk.go(ways[number - 1])

    body = _Home(model, desk)
    state, title, detail = model.data()
    contacts = () if desk.upright else (("phone", "12333"),)
    if desk.session.kiosk and desk.t.language in desk.session.voices:
        contacts = (("speaker", desk.t("home.headphones")), *contacts)
    foot = Foot(data=DataAge(state, title, detail), contacts=contacts)
    return Drawn(body, foot, body.tiles[0], pick=pick)


class _Home(QWidget):
    def __init__(self, model: HomeModel, desk: Desk) -> None:
        super().__init__()
        theme = desk.theme
        column = column_in(self, theme.px(40 if desk.upright else 36))
        column.addLayout(self._greeting(desk))
        notice = model.notice()
        if notice:
            column.addWidget(Notice(notice, theme, "warn", "support"))
        if news := model.news():
            column.addWidget(_news(news, desk))
        grid = QGridLayout()
        grid.setSpacing(theme.px(20 if desk.upright else 24))
        self.tiles = [self._tile(number, entry, model, desk) for number, entry in enumerate(model.entries, start=1)]
        two = 2 * max(tile.minimumSizeHint().width() for tile in self.tiles) + grid.spacing()
        across = 1 if desk.upright or two > desk.room else 2
        for at, tile in enumerate(self.tiles):
            grid.addWidget(tile, *divmod(at, across))
        column.addLayout(grid, int(not theme.dense))
        quiet = QVBoxLayout() if across == 1 else QHBoxLayout()
        quiet.setSpacing(theme.px(20 if desk.upright else 24))
        quiet.addWidget(_way("reopen", "qr", desk), 1)
        quiet.addWidget(_way("choosing", "help", desk), 1)
        column.addLayout(quiet)
        column.addStretch(int(theme.dense))

    @staticmethod
    def _greeting(desk: Desk) -> QHBoxLayout:
        theme, t = desk.theme, desk.t
        words = QVBoxLayout()
        words.setSpacing(theme.px(8))
        words.addWidget(Words(t("home.greeting"), theme, "hero"))
        words.addWidget(Words(t("home.promise"), theme, "body", "inkSoft"))
        row = QHBoxLayout()
        row.addLayout(words, 1)
        if not desk.upright:
            stops = [(icon, t(f"home.{name}")) for icon, name in VEHICLES]
            row.addWidget(Route(stops, theme), 0, Align.AlignVCenter)
        return row

    @staticmethod
    def _tile(number: int, entry: str, model: HomeModel, desk: Desk) -> SlipTile:
        t = desk.t
        words = (t(f"home.{entry}.title"), t(f"home.{entry}.line"), t(f"home.{entry}.detail"))
        tile = SlipTile(Slip(model.sign(entry), number, *words), desk.theme)
        tile.setObjectName(f"tile-{entry}")
        tile.clicked.connect(partial(desk.go, entry))
        return tile


def _way(page: str, icon: str, desk: Desk) -> Button:
    """A quieter way in than the slips."""
    button = Button(desk.t(f"home.{page}"), desk.theme, "tinted", icon, after="chevron")
    button.setObjectName(f"way-{page}")
    button.clicked.connect(partial(desk.go, page))
    return button


def _news(news: str, desk: Desk) -> QWidget:
    """What new data brought, and the way to all of it."""
    holder = QWidget()
    row = row_in(holder, desk.theme.px(24))
    row.addWidget(Notice(news, desk.theme, "info", "support"), 1)
    row.addWidget(page_link("data:changes", desk.t("news.more"), desk), 0, Align.AlignVCenter)
    return holder
