"""The slips of `pension gap` and `pension replay`: a determination form beside what its own figures give."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from gigdesk.domain.pension.benefit import Benefit
from gigdesk.domain.pension.gap.model import Gap, Official, Verdict
from gigdesk.reports.slip.common import Body, Head, Occasion, joined, slip_of
from gigdesk.reports.slip.document import Line, Mark, Slip, Titled
from gigdesk.services import explain, words
from gigdesk.services.answer import Answer
from gigdesk.services.gap_view import SHOWN, CandidateLine, candidate_lines, line, part_lines
from gigdesk.services.gap_words import note_words, verdict_words
from gigdesk.store.records import Region
from gigdesk.store.texts import Texts

JOB = "form"


def gap_slip(
    answer: Answer[Gap], official: Official, regions: Mapping[str, Region], asked: Occasion, said: Sequence[str] = ()
) -> Slip:
    """Why the office's figure differs, to take along to its counter. `said` is what else is to be known."""
    t, found = asked.t, answer.result
    candidates = candidate_lines(answer, regions, t)
    sign = "yes" if found.verdict is Verdict.AGREES else "ask"
    causes = t("form.closer" if found.verdict is Verdict.UNEXPLAINED else "form.causes")
    body = Body(
        because=Titled(causes, tuple(_cause(one, t) for one in candidates)),
        amounts=Titled(t("slip.form.beside"), tuple(_parts(found, official, t))),
        steps=Titled(t("slip.steps"), tuple(_checks(candidates))),
        notices=(*said, *explain.warnings(answer, t), *note_words(found, t)),
    )
    return slip_of(JOB, Head(sign, verdict_words(found, t), line(found, official, t)), body, answer, asked)


def replay_slip(found: Benefit, answer: Answer[Any], asked: Occasion, said: Sequence[str] = ()) -> Slip:
    """What the figures of a form give, as a part of an answer. `said` is what a later base changes."""
    t = asked.t
    cannot = t("state.cannot-say")
    total = cannot if found.total is None else t("slip.a-month", amount=words.fen(found.total))
    lines = tuple(
        Line(t(f"step.{part}"), end=cannot if amount is None else words.fen(amount), strong=part == "total")
        for part, amount in ((part, getattr(found, part)) for part in SHOWN)
    )
    body = Body(amounts=Titled(t("slip.amounts"), lines), notices=(*said, *explain.warnings(answer, t)))
    return slip_of(JOB, Head("figure", t("slip.form.replayed"), t("form.office"), total), body, answer, asked)


def _parts(found: Gap, official: Official, t: Texts) -> Iterator[Line]:
    for part in part_lines(found, official, t):
        printed = t("slip.form.printed", printed=part.printed) if part.difference else part.printed
        yield Line(part.label, joined((printed, part.difference), t), part.ours, strong=part.strong)


def _cause(one: CandidateLine, t: Texts) -> Line:
    return Line(one.cause, joined((one.changes, one.match, one.caution), t), one.gives, Mark.DOT, strong=one.fits)


def _checks(candidates: Sequence[CandidateLine]) -> Iterator[Line]:
    """What to look up for each cause; what two of them ask for is asked once."""
    for check in dict.fromkeys(check for one in candidates for check in one.checks):
        yield Line(check, mark=Mark.BOX)
