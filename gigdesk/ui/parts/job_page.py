"""The page of a job: waiting, a question, the list of answers, the result, or why there is none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from gigdesk.ui.models.ask import Way
from gigdesk.ui.models.job import Job, Stage
from gigdesk.ui.models.reporting import REPORT
from gigdesk.ui.models.slipping import SLIP
from gigdesk.ui.page import Desk, Drawn
from gigdesk.ui.parts.explanation import LINKS
from gigdesk.ui.parts.glossary import words_link, words_of
from gigdesk.ui.parts.layout import Started, column_in
from gigdesk.ui.parts.occupation_entry import Search
from gigdesk.ui.parts.question import QuestionView
from gigdesk.ui.parts.report import draw_report
from gigdesk.ui.parts.review import ReviewView, so_far
from gigdesk.ui.parts.slip import draw_slip
from gigdesk.ui.widgets.buttons import Button, LinkButton
from gigdesk.ui.widgets.charts.picture import Picture
from gigdesk.ui.widgets.frame import Foot
from gigdesk.ui.widgets.notice import Notice
from gigdesk.ui.widgets.text import Align, Words

HOME = "home"
ONE_TOUCH = ("choice", "occupation", "day")
"""Kinds of questions that are answered by one touch."""
DrawResult = Callable[[Any, Desk], QWidget]
Pictured = Callable[[Any, Desk], Picture | None]


def draw_job(
    job: Job[Any], desk: Desk, result: DrawResult, search: Search | None = None, pictured: Pictured | None = None
) -> Drawn:
    """Draw a job at the stage it has reached.

    `result` draws the result, or the part of it that is looked at; `pictured` makes a picture of it to take away.
    """
    if job.stage in (Stage.WAITING, Stage.FAILED):
        failure = job.session.failure
        words = job.session.error(failure) if failure else desk.t("state.preparing")
        return _message(words, "error" if failure else "info", desk, lambda: desk.go(HOME))
    if job.stage is Stage.ASKING:
        return _question(job, desk, search)
    if job.stage is Stage.REVIEW:
        back = _button("foot.back-to-result", "back", desk, job.back)
        return Drawn(ReviewView(job, desk), Foot(left=(back,)), back=job.back)
    return _detail(job, desk, result, pictured) if job.stage is Stage.DETAIL else _result(job, desk, result)


def _detail(job: Job[Any], desk: Desk, result: DrawResult, pictured: Pictured | None) -> Drawn:
    if job.detail == REPORT:
        return draw_report(job, desk)
    found = job.result() if job.asking.finished else None
    if job.detail == SLIP:
        return draw_slip(job, desk, pictured(found, desk) if pictured and not isinstance(found, str) else None)
    to_result = job.asking.finished and job.detail not in job.above
    back = _button("foot.back-to-result" if to_result else "foot.back", "back", desk, job.back)
    body = result(found, desk)
    return Drawn(body, Foot(left=(back,)), _start(body), back=job.back)


def _question(job: Job[Any], desk: Desk, search: Search | None) -> Drawn:
    def take(way: Way) -> None:
        view.keep()
        desk.go(way.page) if way.page else job.look(way.id)

    view = QuestionView(job.asking, desk, take, search, so_far(job, desk))

    def forward() -> None:
        view.commit()
        job.forward()

    def back() -> None:
        if not job.back():
            desk.leave()

    onward = Button(desk.t("foot.continue"), desk.theme, "continue", after="next")
    onward.clicked.connect(forward)
    hint = desk.t("foot.one-touch") if desk.session.locked and job.asking.current.kind in ONE_TOUCH else ""
    chosen = Words(hint, desk.theme, "note", "inkSoft", Align.AlignRight)
    job.asking.noted = lambda answer: chosen.say(desk.t("foot.chosen", answer=answer) if answer else hint)
    job.asking.tell()
    _one_touch(job, view, forward, desk)
    right = (onward,) if desk.narrow else (chosen, onward)
    foot = Foot(left=(_button("foot.back", "back", desk, back),), right=right)
    entry = view.entry
    return Drawn(view, foot, entry.start(), enter=forward, keep=view.keep, back=back, pick=entry.pick)


def _one_touch(job: Job[Any], view: QuestionView, forward: Callable[[], None], desk: Desk) -> None:
    """A visitor of a kiosk goes on by the touch that answers, once its tick was seen; back undoes it."""
    job.asking.settled = lambda: None
    if desk.session.locked:
        soon = QTimer(view, singleShot=True, interval=desk.theme.motion("tick"))
        soon.timeout.connect(forward)
        job.asking.settled = soon.start


def _result(job: Job[Any], desk: Desk, result: DrawResult) -> Drawn:
    found = job.result()
    change = _button("foot.change", "edit", desk, job.review)
    home = Button(desk.t("foot.home"), desk.theme, "primary", "home")
    home.clicked.connect(lambda: desk.go(HOME))
    wrong = (_looks_wrong(job, desk),) if job.reporting.offered else ()
    if isinstance(found, str):
        return _message(found, "warn", desk, job.review, Foot(left=(change,), right=(home,), quiet=wrong))
    body = _told(job.because, result(found, desk), desk)
    quiet = (*_to_the_words(body, desk), *wrong)
    offers = [_offer(detail, *look, job, desk) for detail, look in job.offers(found).items()]
    if job.has_slip and job.reporting.askable:
        offers.append(_named(_button("slip.take", "print", desk, job.take_home), "take-home"))
    keys = desk.t("foot.keys") if desk.theme.dense else ""
    foot = Foot(left=(change,), right=(*offers, home), keys=keys, quiet=quiet)
    return Drawn(body, foot, _start(body), back=job.review)


def _told(because: str, body: QWidget, desk: Desk) -> QWidget:
    """The result below what it was before the data changed, where that is to be said."""
    if not because:
        return body
    holder = Started()
    holder.start = _start(body)
    column = column_in(holder, desk.theme.px(16))
    column.addWidget(Notice(because, desk.theme, "warn", "support"))
    column.addWidget(body, 1)
    return holder


def _to_the_words(body: QWidget, desk: Desk) -> tuple[LinkButton, ...]:
    """The way to what the words of a result mean: with its other ways where it has such a row, else for the bar."""
    link = words_link(words_of(body), desk, desk.t("glossary.words"))
    ways = body.findChild(QWidget, LINKS)
    layout, others = (ways.layout(), ways.findChildren(LinkButton)) if ways else (None, [])
    if link is None or layout is None or not others:
        return (link,) if link else ()
    layout.addWidget(link)
    QWidget.setTabOrder(others[-1], link)
    return ()


def _start(body: QWidget) -> QWidget | None:
    return body.start if isinstance(body, Started) else None


def _looks_wrong(job: Job[Any], desk: Desk) -> LinkButton:
    """The quiet way to say so, the same for each job."""
    link = LinkButton(desk.t("report.link"), desk.theme)
    link.setObjectName("report")
    link.clicked.connect(lambda: job.report())  # noqa: PLW0108 - without the argument of the signal
    return link


def _offer(detail: str, key: str, icon: str, job: Job[Any], desk: Desk) -> Button:
    """The way to a part of the result that is worth a button."""
    return _named(_button(key, icon, desk, lambda: job.look(detail)), f"look-{detail}")


def _named(button: Button, name: str) -> Button:
    button.setObjectName(name)
    return button


def _message(words: str, tone: str, desk: Desk, back: Callable[[], object], foot: Foot | None = None) -> Drawn:
    """What cannot be shown, in words, with a way out."""
    body = QWidget()
    column = column_in(body, desk.theme.px(24))
    column.addWidget(Words(desk.t(f"message.{tone}"), desk.theme, "question"))
    column.addWidget(Notice(words, desk.theme, tone, "body"))
    column.addWidget(Words(desk.t("message.ask"), desk.theme, "body", "inkSoft"))
    column.addStretch(1)
    leave = _button("foot.back", "back", desk, back)
    return Drawn(body, foot or Foot(left=(leave,)), back=back)


def _button(key: str, icon: str, desk: Desk, press: Callable[[], object]) -> Button:
    button = Button(desk.t(key), desk.theme, "outline", icon)
    button.clicked.connect(lambda: press())  # noqa: PLW0108 - without the argument of the signal
    return button
