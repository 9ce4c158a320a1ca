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
    several = len({(row.occupation.code, row.region) for row in found.rows}) > 1
    rows = tuple(line for row in found.rows for line in _row(row, answer, regions, t, named=several))
    head = (
        Head("figure", view.title, view.subtitle)
        if view
        else Head("figure", t("slip.wages.published"), _asked_for(found.rows, regions, t))
    )
    notices = view.notices if view else (*said, *explain.warnings(answer, t))
    body = Body(
        because=Titled(t("slip.wages.own"), tuple(_own(view)) if view else ()),
        amounts=Titled(t("slip.wages.levels"), rows),
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


def _row(
    row: Row, answer: Answer[Comparison], regions: Mapping[str, Region], t: Texts, *, named: bool
) -> Iterator[Line]:
    """Whose figures, of where and when and by which source, with the figure; several stand in lines below.

    `named`: more than one occupation or place is compared, so that each row says which.
    """
    line, unit = level_line(row, answer, regions, t), say.unit(row.measure, row.found.level.currency, t)
    what = f"{say.occupation_name(row.occupation, t)} · {say.region_name(row.region, regions, t)}"
    sample = row.found.level.sample
    counted = t("wages.sample.none") if sample is None else t("wages.sample", count=f"{sample:,}")
    about = joined([line.population if named else "", line.what, line.period, counted, line.chip.text], t)
    head = what if named else line.population
    figures = [(name, f"{figure} {unit}") for name, figure in line.figures]
    if len(figures) == 1:
        yield Line(head, about, " ".join(figures[0]), strong=True)
        return
    yield Line(head, about, strong=True)
    for name, figure in figures:
        yield Line(name, end=figure)


def _how(rows: Sequence[Row], answer: Answer[Comparison], regions: Mapping[str, Region], t: Texts) -> Iterator[Line]:
    """Whose pay it is, and how the figures were made."""
    told = [level_line(row, answer, regions, t) for row in rows]
    for text in dict.fromkeys(text for line in told for text in (line.who, line.rule) if text):
        yield Line(text, mark=Mark.DOT)


def _asked_for(rows: Sequence[Row], regions: Mapping[str, Region], t: Texts) -> str:
    named = (f"{say.occupation_name(row.occupation, t)} · {say.region_name(row.region, regions, t)}" for row in rows)
    return t("list.comma").join(dict.fromkeys(named))
