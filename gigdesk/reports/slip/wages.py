"""The slip of `wages compare`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from gigdesk.reports.slip.common import Body, Head, Occasion, joined, slip_of
from gigdesk.reports.slip.document import Line, Mark, Slip, Titled
from gigdesk.services import explain
from gigdesk.services import wages_words as say
from gigdesk.services.answer import Answer
from gigdesk.services.pay_lines import pay_lines
from gigdesk.services.wages import Comparison, Row
from gigdesk.services.wages_view import WagesView, level_line, wages_view
from gigdesk.store.records import Region
from gigdesk.store.texts import Texts

MONTHLY = "monthly"


def wages_slip(
    answer: Answer[Comparison], regions: Mapping[str, Region], asked: Occasion, said: Sequence[str] = ()
) -> Slip:
    """A comparison to take home, with one's own pay where it was told. `said` is what must be said of the place."""
    t, found = asked.t, answer.result
    view = _view(answer, regions, t, said) if found.own and found.position else None
    rows = tuple(line for row in found.rows for line in _row(row, answer, regions, t))
    head = (
        Head("figure", view.title, view.subtitle)
        if view
        else Head("figure", t("slip.wages.published"), _asked_for(found.rows, regions, t))
    )
    notices = view.notices if view else (*said, *explain.warnings(answer, t))
    body = Body(
        because=Titled(t("slip.wages.levels"), rows),
        amounts=Titled(t("slip.wages.own"), tuple(_own(view)) if view else ()),
        assumptions=Titled(t("slip.wages.how"), tuple(_how(found.rows, answer, regions, t))),
        notices=(*([view.position, view.limit] if view else []), *notices),
    )
    return slip_of("wages", head, body, answer, asked)


def _view(answer: Answer[Comparison], regions: Mapping[str, Region], t: Texts, said: Sequence[str]) -> WagesView:
    """In words by the month, in which own pay stands beside the published levels."""
    found = answer.result
    rows = tuple(replace(row, measure=MONTHLY, statistics=row.found.level.per(MONTHLY)) for row in found.rows)
    by_month = replace(answer, result=replace(found, rows=rows))
    pay = tuple(pay_lines(found.own, found.minimum_wage, t)) if found.own else ()
    return wages_view(by_month, regions, t, pay, list(said))


def _own(view: WagesView) -> Iterator[Line]:
    for line in view.pay:
        yield Line(line.label, end=line.value, strong=line.strong)


def _row(row: Row, answer: Answer[Comparison], regions: Mapping[str, Region], t: Texts) -> Iterator[Line]:
    """Whose figures, of where and when; then each figure."""
    line = level_line(row, answer, regions, t)
    what = f"{say.occupation_name(row.occupation, t)} · {say.region_name(row.region, regions, t)}"
    about = joined([line.population, line.what, line.period], t)
    sample = (
        t("wages.sample.none")
        if row.found.level.sample is None
        else t("wages.sample", count=f"{row.found.level.sample:,}")
    )
    official = line.chip.status == "official"
    yield Line(what, joined([about, sample], t), line.chip.text, strong=True, doubtful=not official)
    unit = say.unit(row.measure, row.found.level.currency, t)
    for name, figure in line.figures:
        yield Line(name, end=f"{figure} {unit}")


def _how(rows: Sequence[Row], answer: Answer[Comparison], regions: Mapping[str, Region], t: Texts) -> Iterator[Line]:
    """Whose pay it is, and how the figures were made."""
    told = [level_line(row, answer, regions, t) for row in rows]
    for text in dict.fromkeys(text for line in told for text in (line.who, line.rule) if text):
        yield Line(text, mark=Mark.DOT)


def _asked_for(rows: Sequence[Row], regions: Mapping[str, Region], t: Texts) -> str:
    named = (f"{say.occupation_name(row.occupation, t)} · {say.region_name(row.region, regions, t)}" for row in rows)
    return t("list.comma").join(dict.fromkeys(named))
