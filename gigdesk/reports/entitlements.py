"""What there may be to claim, as a table to take away."""

from __future__ import annotations

from gigdesk.domain.entitlements.check import Assessment, EntitlementsDecision
from gigdesk.reports.sources import noted, sources_of
from gigdesk.reports.tables import Cell, Table, Taken
from gigdesk.services.answer import Answer
from gigdesk.services.claim_view import claim
from gigdesk.store.texts import Texts

HEADS = ("entitlement", "outcome", "amount", "least", "most", "unit", "in-words", "duration", "why", "where", "papers")


def claims(answer: Answer[EntitlementsDecision], t: Texts) -> Taken:
    """Each entitlement that was assessed, a row: how it turned out, the amount as a number, where and what to bring."""
    heads = (*(t(f"table.claim.{name}") for name in HEADS), t("table.source"), t("table.status"))
    rows = tuple(_row(one, answer, t) for one in answer.result.assessed)
    return Taken(Table(t("table.claims"), heads, rows), sources_of(answer, t), noted(answer, t), answer.data.released)


def _row(one: Assessment, answer: Answer[EntitlementsDecision], t: Texts) -> tuple[Cell, ...]:
    said, figure, comma = claim(one, answer, t), one.amount, t("list.comma")
    return (
        said.slip.title,
        t(f"claim.{one.outcome}"),
        figure.exact,
        figure.least,
        figure.most,
        t(f"unit.{figure.unit}"),
        said.slip.amount,
        said.duration,
        said.slip.line,
        comma.join(said.where),
        comma.join(said.papers),
        one.rule.source,
        t(f"status.{one.rule.status}"),
    )
