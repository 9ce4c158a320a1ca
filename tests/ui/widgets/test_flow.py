"""Lines of widgets: how many there are at a width, and where each widget stands."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gigdesk.ui.widgets.buttons import LinkButton
from gigdesk.ui.widgets.flow import Flow

GAP = 12


def _flow(theme, qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = Flow(holder, GAP, 0)
    links = [LinkButton(words, theme) for words in ("The rules", "The working", "The assumptions behind it")]
    for link in links:
        flow.addWidget(link)
    return holder, flow, links


def _shown(holder, width):
    holder.resize(width, holder.heightForWidth(width))
    holder.show()


def test_what_fits_stands_in_one_line(theme, qtbot):
    holder, flow, links = _flow(theme, qtbot)
    _shown(holder, flow.sizeHint().width())
    assert len({link.y() for link in links}) == 1
    assert holder.heightForWidth(holder.width()) == links[0].sizeHint().height()


def test_what_does_not_fit_begins_the_next_line(theme, qtbot):
    holder, flow, links = _flow(theme, qtbot)
    _shown(holder, flow.sizeHint().width() - 1)
    assert [link.x() for link in links] == [0, links[0].width() + GAP, 0]
    assert links[0].y() == links[1].y() < links[2].y()


def test_even_the_widest_wraps_before_it_is_cut(theme, qtbot):
    holder, flow, links = _flow(theme, qtbot)
    _shown(holder, flow.minimumSize().width())
    assert all(link.geometry().right() < holder.width() for link in links)
    assert all(link.height() >= link.heightForWidth(link.width()) for link in links)
    assert links[-1].geometry().bottom() < holder.height()
