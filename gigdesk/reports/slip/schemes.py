"""The slips of `pension resident` and `pension transfer`: the residents' scheme, and the ways out of it and into it."""

from __future__ import annotations

from collections.abc import Iterator

from gigdesk.domain.money import YearMonth
from gigdesk.domain.pension.resident import Resident
from gigdesk.reports.slip.common import NOTHING, Body, Head, Occasion, joined, slip_of
from gigdesk.reports.slip.document import Line, Mark, Slip, Titled
from gigdesk.services import explain, words
from gigdesk.services.answer import Answer
from gigdesk.services.pension import Move
from gigdesk.services.transfer_words import way_lines
from gigdesk.store.texts import Texts

JOB = "resident"


def resident_slip(answer: Answer[Resident], asked: Occasion, move: Answer[Move] | None = None) -> Slip:
    """What the residents' scheme brings; `move` has the ways where months were paid into the employees' too."""
    t, found = asked.t, answer.result
    body = Body(
        amounts=Titled(t("slip.amounts"), tuple(_amounts(found, t))),
        because=Titled(t("resident.short.card"), tuple(_short(found, t))),
        steps=_ways(move, t) if move else NOTHING,
        missing=Titled(t("resident.lacking"), tuple(_lacking(found, t))),
        notices=(*explain.warnings(answer, t), *(explain.warnings(move, t) if move else ())),
    )
    title = _title(found, asked, of_two=move is not None)
    return slip_of(JOB, Head("figure", title, t("resident.line")), body, answer, asked)


def transfer_slip(answer: Answer[Move], asked: Occasion) -> Slip:
    """What becomes of the two schemes."""
    t, found = asked.t, answer.result.transfer
    because = []
    if found.required_months is not None:
        because.append(Line(t("resident.part.required"), end=t("slip.months", months=found.required_months)))
    because.append(Line(t("resident.part.statutory"), end=words.month(found.apply_from, t)))
    body = Body(
        because=Titled(t("pension.basis"), tuple(because)),
        steps=_ways(answer, t),
        notices=tuple(explain.warnings(answer, t)),
    )
    head = Head("figure", t(f"transfer.outcome.{found.outcome}"), t("pension.office"))
    return slip_of(JOB, head, body, answer, asked)


def _title(found: Resident, asked: Occasion, *, of_two: bool) -> str:
    """As on the page: years that are missing come first, even where they can be paid at once."""
    t, alone = asked.t, ".alone" if of_two else ""
    if found.years_short or found.pension is None:
        return t(f"resident.title.short{alone}", short=found.years_short)
    key = "later" if found.begins > YearMonth.of(asked.day) else "now"
    return t(
        f"resident.title.{key}{alone}", month=words.month(found.begins, t), amount=words.about(found.pension.total)
    )


def _amounts(found: Resident, t: Texts) -> Iterator[Line]:
    if found.pension is None:
        yield Line(t("slip.pension.month"), end=t("state.cannot-say"), strong=True)
        return
    account = t("slip.resident.account", amount=words.fen(found.account))
    made_up = t("resident.part.total.made-up" if found.outcome == "made-up" else "resident.part.total.note")
    yield Line(t("resident.part.basic"), end=words.fen(found.pension.basic))
    yield Line(t("resident.part.account"), account, words.fen(found.pension.account))
    yield Line(t("resident.part.total"), made_up, words.fen(found.pension.total), strong=True)


def _short(found: Resident, t: Texts) -> Iterator[Line]:
    if found.outcome == "made-up":
        yield Line(t("slip.resident.made-up"), end=t("wages.yuan", amount=words.yuan(found.made_up)))


def _lacking(found: Resident, t: Texts) -> Iterator[Line]:
    for one in found.missing:
        used = "" if one.stands_in is None else words.yuan(one.stands_in)
        done = t(f"resident.lacks.{one.parameter}", used=used)
        yield Line(t(f"parameter.{one.parameter}"), done, mark=Mark.UNKNOWN)


def _ways(move: Answer[Move], t: Texts) -> Titled:
    found = move.result.transfer
    lines = tuple(
        Line(way.title, joined((way.payment, way.kept, way.lost, way.needs), t), way.begins, Mark.BOX, strong=True)
        for way in way_lines(found, t)
    )
    return Titled(t(f"transfer.outcome.{found.outcome}"), lines)
