"""What both front ends say of a limit, a paper and a place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from gigdesk.domain.calendar import Period
from gigdesk.domain.injury.deadlines import Deadline, Reading
from gigdesk.domain.injury.documents import Document, Need
from gigdesk.domain.injury.limits import Event
from gigdesk.domain.injury.places import Place
from gigdesk.domain.law import Status
from gigdesk.store.texts import Texts

Day = Callable[[date], str]


def length(period: Period, t: Texts) -> str:
    """How long it is: 30 days."""
    return t(f"period.{period.unit}{'.one' if period.count == 1 else ''}", count=period.count)


def counted(deadline: Deadline, t: Texts) -> str:
    """From which event how long: 30 days from the report."""
    period = deadline.act_before.period
    if period.event == Event.TODAY:
        return t("deadline.at-once")
    key = "deadline.counted.opens" if deadline.opens else "deadline.counted"
    return t(key, event=t(f"event.{period.event}"), period=length(period, t))


def to_do(deadline: Deadline, t: Texts) -> str:
    """What to do about it, also once it has passed."""
    return t(f"deadline.{deadline.id}.{'past' if deadline.passed else 'do'}")


def when(deadline: Deadline, t: Texts, day: Day) -> str:
    """By when, in words."""
    if deadline.by is None or deadline.days_left is None:
        return t("deadline.no-day", event=t(f"event.{deadline.counted_from}"))
    if deadline.opens:
        return t("deadline.opens", day=day(deadline.by))
    if deadline.passed:
        return t("deadline.passed", days=-deadline.days_left, day=day(deadline.by))
    left = deadline.days_left
    return t("deadline.by", day=day(deadline.by), left=left) if left else t("deadline.today")


def notes(deadline: Deadline, t: Texts, day: Day) -> list[str]:
    """What to know about the day: what stands in, that sources differ, closed offices, a year without a calendar."""
    said = []
    first = deadline.act_before
    if first.assumed and not deadline.passed:
        said.append(t(f"deadline.assumed.{first.period.event}"))
    if deadline.last_known:
        said.append(_conflict(deadline.id, first, deadline.last_known, t, day))
    if deadline.office_day:
        said.append(t("deadline.office-closed", day=day(deadline.office_day)))
    said += [t("deadline.guessed", year=year) for year in deadline.guessed_years]
    return said


def _conflict(id_: str, first: Reading, last: Reading, t: Texts, day: Day) -> str:
    until = "" if last.by is None else day(last.by)
    return t(f"deadline.{id_}.conflict", earlier=_told(first, t), later=_told(last, t), day=until)


def _told(reading: Reading, t: Texts) -> str:
    """A reading with its status, where it was not read in the original."""
    said = length(reading.period, t)
    status = reading.limit.status
    return said if status is Status.OFFICIAL else t("chip", name=said, status=t(f"status.{status}"))


def form(document: Document, t: Texts) -> str:
    """The official name of a form; "" where the paper is none."""
    key = f"document.{document.id}.form"
    return t(key) if key in t else ""


def about(document: Document, t: Texts) -> str:
    """When a paper disappears, in which case it is needed, what it is."""
    if document.vanishes:
        return t(f"vanish.{document.id}")
    what = t(f"document.{document.id}.what")
    if document.need is Need.CONDITIONAL:
        return t("document.because", when=t(f"document.{document.id}.when"), what=what)
    return what


def place_name(place: Place, t: Texts) -> str:
    """What a place is called."""
    if place.point:
        return place.point.names[t.language]
    if not place.platform:
        return t("place.platform_app.any")
    return t("place.platform_app", platform=t(f"platform.{place.platform}"))


def place_notes(place: Place, t: Texts) -> list[str]:
    """What a place is for, and what is not known of it."""
    said = [t(f"place.{place.kind}.note")]
    if place.point and place.point.area_code:
        said.append(t("place.away", code=place.point.area_code, phone=place.point.phone))
    if place.point and not place.point.phone and not place.point.address:
        said.append(t("place.no-address"))
    return said
