"""What the words of a page mean: a panel over it, so that nothing of the page is lost, and the quiet way there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from gigdesk.services.glossary import Term, glossary, used_in
from gigdesk.store.texts import Texts
from gigdesk.ui.page import Desk
from gigdesk.ui.parts.explanation import stacked
from gigdesk.ui.parts.layout import column_in
from gigdesk.ui.theme import Theme
from gigdesk.ui.widgets.body import Body
from gigdesk.ui.widgets.buttons import LinkButton
from gigdesk.ui.widgets.closable import Closable
from gigdesk.ui.widgets.text import Words

WIDTH, HEIGHT = 1240, 0.56
"""Design pixels, and the part of the window that the words take."""
BESIDES = 400
"""Design pixels: what stands above and below them."""
NAMED = 3
"""So many words stand in the link itself."""


class GlossaryPanel(Closable):
    """The words of the page first, then all others."""

    def __init__(self, window: QWidget, theme: Theme, t: Texts, here: Sequence[str]) -> None:
        super().__init__(window, theme, WIDTH)
        self.setObjectName("glossary")
        self.rows.addWidget(Words(t("glossary.title"), theme, "resultTitle"))
        self._body = Body(theme, t("foot.down"), t("foot.up"))
        self._body.setFixedHeight(min(round(window.height() * HEIGHT), window.height() - theme.px(BESIDES)))
        self._body.show_page(_terms(theme, t, here), bare=True)
        self.rows.addWidget(self._body)
        self.add_close(t("glossary.close"), "back").setObjectName("glossary-close")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """The page keys scroll, the others do what they do in each panel."""
        if not self._body.scroll_by(event.key()):
            super().keyPressEvent(event)


def _terms(theme: Theme, t: Texts, here: Sequence[str]) -> QWidget:
    holder = QWidget()
    column = column_in(holder, theme.px(12))
    every = glossary(t)
    for title, terms in (
        ("glossary.here", [term for term in every if term.id in here]),
        ("glossary.all", [term for term in every if term.id not in here]),
    ):
        if terms:
            column.addWidget(Words(t(title), theme, "section", "primary"))
            column.addWidget(stacked([_term(term, theme) for term in terms], theme))
            column.addSpacing(theme.px(16))
    return holder


def _term(term: Term, theme: Theme) -> QWidget:
    holder = QWidget()
    column = column_in(holder, theme.px(2))
    column.addWidget(Words(f"**{term.plain}**　{term.official}", theme, "body"))
    column.addWidget(Words(term.means, theme, "body", "inkSoft"))
    return holder


def words_link(words: str, desk: Desk, said: str = "") -> LinkButton | None:
    """The way to the terms that stand in some words, `said` or naming some; None where there are none."""
    found = list(used_in(words, desk.t))
    if not found:
        return None
    link = LinkButton(said or _naming([name for _, name in found], desk.t), desk.theme)
    link.setObjectName("glossary-link")
    link.clicked.connect(lambda: desk.look_up([term.id for term, _ in found]))
    return link


def _naming(names: Sequence[str], t: Texts) -> str:
    named = t("list.comma").join(names[:NAMED]) + ("…" if len(names) > NAMED else "")
    return f"{t('glossary.link')}{t('list.colon')}{named}"


def words_of(page: QWidget) -> str:
    """All that is written on a page, or painted and said to who cannot see it."""
    told = (
        widget.text() if isinstance(widget, Words) else widget.accessibleName() for widget in page.findChildren(QWidget)
    )
    return "\n".join(filter(None, told))
