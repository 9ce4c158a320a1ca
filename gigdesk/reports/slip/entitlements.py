"""The slip of `entitlements check`: what there may be to claim, where, and what to bring."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gigdesk.domain.entitlements.check import EntitlementsDecision
from gigdesk.domain.entitlements.outcome import Outcome
from gigdesk.reports.slip.common import Body, Head, Occasion, cited, joined, slip_of
from gigdesk.reports.slip.document import Line, Mark, Slip, Titled
from gigdesk.services import explain
from gigdesk.services.answer import Answer
from gigdesk.services.claim_view import ClaimView, claim, headline
from gigdesk.store.texts import Texts


def entitlements_slip(answer: Answer[EntitlementsDecision], asked: Occasion, said: Sequence[str] = ()) -> Slip:
    """All entitlements, the likely ones first. `said` is what must be said of the place."""
    t, found = asked.t, answer.result
    claims = {
        outcome: [claim(one, answer, t) for one in found.assessed if one.outcome is outcome] for outcome in Outcome
    }
    likely, historic = claims[Outcome.LIKELY], claims[Outcome.HISTORIC]
    title, _ = headline([one.outcome for one in found.assessed], t)
    sign = "yes" if likely else "ask" if claims[Outcome.NEEDS_FACTS] else "no"
    body = Body(
        because=Titled(t(f"claim.{Outcome.LIKELY}"), tuple(_claim(one, t) for one in likely)),
        steps=Titled(t("slip.steps"), tuple(_where(likely, t))),
        papers=Titled(t("slip.papers"), tuple(_papers(likely, t))),
        missing=Titled(t(f"claim.{Outcome.NEEDS_FACTS}"), _lines(claims[Outcome.NEEDS_FACTS], Mark.UNKNOWN)),
        assumptions=Titled(t(f"claim.{Outcome.UNLIKELY}"), _lines(claims[Outcome.UNLIKELY], Mark.NOT_MET)),
        changes=tuple(f"{one.slip.title}{t('list.colon')}{one.slip.line}" for one in historic),
        notices=(*said, *explain.warnings(answer, t), *_not_assessed(found, t)),
    )
    return slip_of("entitlements", Head(sign, title, t("slip.claims.line")), body, answer, asked)


def _not_assessed(found: EntitlementsDecision, t: Texts) -> Iterator[str]:
    names = t("transfer.and").join(t(f"entitlement.{one.id}") for one in found.not_assessed)
    if names:
        yield t("slip.claims.not-assessed", names=names)


def _claim(one: ClaimView, t: Texts) -> Line:
    note = joined((one.slip.amount, one.amount_why, one.duration, one.then), t)
    return cited(Line(one.slip.title, note, mark=Mark.MET, strong=True), one.chip)


def _lines(claims: Sequence[ClaimView], mark: Mark) -> tuple[Line, ...]:
    return tuple(Line(one.slip.title, one.slip.line, mark=mark) for one in claims)


def _where(claims: Sequence[ClaimView], t: Texts) -> Iterator[Line]:
    """Each place once, with what is to be had there."""
    for place in dict.fromkeys(place for one in claims for place in one.where):
        names = (one.slip.title for one in claims if place in one.where)
        yield Line(t("claims.fits", where=place), t("list.comma").join(names), mark=Mark.BOX, strong=True)


def _papers(claims: Sequence[ClaimView], t: Texts) -> Iterator[Line]:
    """Each paper once, with what it is for."""
    for paper in dict.fromkeys(paper for one in claims for paper in one.papers):
        names = [one.slip.title for one in claims if paper in one.papers]
        yield Line(paper, t("slip.all") if len(names) == len(claims) else t("list.comma").join(names), mark=Mark.BOX)
