"""The slip of `injury check`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from gigdesk.domain.injury.check import InjuryDecision
from gigdesk.domain.injury.deadlines import Deadline
from gigdesk.domain.injury.documents import Document, Group
from gigdesk.domain.injury.outcome import Outcome
from gigdesk.domain.law import Status
from gigdesk.reports.slip.common import Body, Head, Occasion, joined, reason_line, slip_of
from gigdesk.reports.slip.document import Line, Mark, Slip, Titled, plain_text
from gigdesk.services import explain, injury_words, words
from gigdesk.services.answer import Answer
from gigdesk.services.injury_amounts import HeadLine, claim_view
from gigdesk.services.injury_reasons import change, reasons
from gigdesk.store.texts import Texts

SIGNS = {
    Outcome.COVERED_LIKELY: "yes",
    Outcome.ROUTE_GSBX: "yes",
    Outcome.NEEDS_DECISION: "ask",
    Outcome.NEEDS_FACTS: "ask",
}
REPORT_NOW, REPORT = "report_in_app", "report"
"""The same, as the next step and as a limit."""
SAID = ("text-not-read", "deadline-passed", "deadline-not-verified", "report-day-not-known")
"""By the marks of the reasons and with the steps."""


def injury_slip(answer: Answer[InjuryDecision], platforms: Mapping[str, str], asked: Occasion) -> Slip:
    """A decision to take home. `platforms` are the names of those of the law."""
    t, found = asked.t, answer.result
    line = t("injury.settled" if found.outcome.is_no else "injury.only-the-office")
    head = Head(SIGNS.get(found.outcome, "no"), t(f"outcome.{found.outcome}"), line)
    missing = [Line(t(f"fact.{fact.id}"), t(f"fact.{fact.id}.how"), mark=Mark.DOT) for fact in found.missing]
    changes = [change(one, platforms, t) for one in found.would_change]
    changes += [
        t("slip.route", route=t(f"route.{route.id}"), prospect=t(f"route.open.{route.open}"))
        for route in found.routes
        if route.open is not False
    ]
    body = Body(
        because=Titled(t("injury.because"), tuple(map(reason_line, reasons(found, t)))),
        amounts=Titled(t("injury.benefits"), tuple(_amounts(answer, t))),
        steps=Titled(t("slip.steps"), tuple(_steps(found, asked.day, t))),
        papers=Titled(t("slip.papers"), tuple(_papers(found.documents, t))),
        missing=Titled(t("injury.missing"), tuple(missing)),
        changes=tuple(changes),
        notices=tuple(explain.warnings(answer, t, *SAID)),
    )
    return slip_of("injury", head, body, answer, asked)


def _amounts(answer: Answer[InjuryDecision], t: Texts) -> Iterator[Line]:
    view = claim_view(answer, (), t, died=False)
    for route, heads in view.routes if view else ():
        named = [route] if view and len(view.routes) > 1 else []
        for (about, value), alike in groupby(heads, lambda head: (_about(head, t), plain_text(head.value))):
            labels = t("transfer.and").join(head.label for head in alike)
            yield Line(labels, joined([*named, about], t), value)


def _about(head: HeadLine, t: Texts) -> str:
    """Who pays, and on what it hangs."""
    return joined([head.payer, *head.hangs_on, head.chip.text if head.chip.status != Status.OFFICIAL else ""], t)


def _steps(found: InjuryDecision, today: date, t: Texts) -> Iterator[Line]:
    """The next step, then every limit with its day: those that run, those that have passed, those to come."""
    if not (found.next_step == REPORT_NOW and found.deadlines and found.deadlines[0].id == REPORT):
        yield Line(t(f"next-step.{found.next_step}"), mark=Mark.BOX, strong=True)
    for one in found.deadlines:
        yield _limit(one, today, t)
    for place in found.where:
        yield Line(
            injury_words.place_name(place, t),
            joined(injury_words.place_notes(place, t), t),
            place.point.phone if place.point else "",
            Mark.DOT,
        )


def _limit(one: Deadline, today: date, t: Texts) -> Line:
    def day(when: date) -> str:
        return words.day(when, t, today)

    status = "" if one.limit.status is Status.OFFICIAL else t(f"status.{one.limit.status}")
    notes = [injury_words.to_do(one, t), injury_words.counted(one, t), status, *injury_words.notes(one, t, day)]
    end = injury_words.when(one, t, day)
    return Line(t(f"deadline.{one.id}"), joined(dict.fromkeys(notes), t), end, Mark.BOX, strong=True)


def _papers(found: Sequence[Document], t: Texts) -> Iterator[Line]:
    for group in Group:
        for one in (paper for paper in found if paper.group is group):
            name, form = t(f"document.{one.id}"), injury_words.form(one, t)
            about = [t(f"group.{group}"), t("slip.form", form=form) if form and form != name else ""]
            yield Line(name, joined(about, t), mark=Mark.BOX)
