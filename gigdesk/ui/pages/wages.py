"""The wage job: its result, and the parts of it that are pages of their own."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gigdesk.domain.errors import GigDeskError
from gigdesk.services.wages_view import WagesView
from gigdesk.ui.models.wages import WagesJob
from gigdesk.ui.models.wages_parts import ADD, COMPARE, TAKE, YEARS
from gigdesk.ui.page import Desk, Drawn
from gigdesk.ui.parts.compare_panel import said
from gigdesk.ui.parts.explanation import working
from gigdesk.ui.parts.job_page import draw_job
from gigdesk.ui.parts.orders import draw_orders
from gigdesk.ui.parts.question import QuestionView
from gigdesk.ui.parts.taking import Offer, TakingPart
from gigdesk.ui.parts.wages_charts import compare_picture, result_picture, years_picture
from gigdesk.ui.parts.wages_compare import draw_adding, draw_wages_compare
from gigdesk.ui.parts.wages_result import WagesResult, other_levels
from gigdesk.ui.parts.wages_years import draw_wages_years
from gigdesk.ui.widgets.charts.picture import Picture


def draw(job: WagesJob, desk: Desk) -> Drawn:
    """Draw the job at its stage."""
    if job.at_orders:
        return draw_orders(job, desk)
    if job.detail in ADD and not job.reviewing:
        view = QuestionView(job.adding, desk, lambda way: job.look(way.id), job.search)
        return draw_adding(job, desk, view)
    return draw_job(job, desk, lambda view, desk: _part(view, job, desk), job.search)


def _part(view: WagesView, job: WagesJob, desk: Desk) -> QWidget:
    if job.detail in TAKE:
        return _taking(view, job, desk)
    if job.detail == COMPARE:
        return draw_wages_compare(job, desk)
    if job.detail == YEARS:
        return draw_wages_years(job, desk)
    if job.detail == "others":
        return other_levels(view, desk)
    return working(view.explanation, desk) if job.detail else WagesResult(view, job, desk)


def _taking(view: WagesView, job: WagesJob, desk: Desk) -> QWidget:
    part = TAKE[job.detail]
    picture = _picture(part, view, job, desk)
    if isinstance(picture, str):
        return said(picture, desk)
    try:
        taken = job.taken()
    except GigDeskError as error:
        return said(job.session.error(error), desk)
    return TakingPart(Offer(part or "result", taken, picture), job.taking, desk, job.show)


def _picture(part: str, view: WagesView, job: WagesJob, desk: Desk) -> Picture | str:
    data = view.explanation.data
    if part == COMPARE:
        compared = job.compared()
        return compared if isinstance(compared, str) else compare_picture(compared, data, desk.t)
    if part == YEARS:
        years = job.years()
        return years if isinstance(years, str) else years_picture(years, data, desk.t)
    return result_picture(view, desk.t)
