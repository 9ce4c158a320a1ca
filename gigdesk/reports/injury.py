"""What an injury may bring, as a table to take away."""

from __future__ import annotations

from gigdesk.domain.injury.benefits import Benefit
from gigdesk.domain.injury.check import InjuryDecision
from gigdesk.reports.sources import noted, sources_of
from gigdesk.reports.tables import Cell, Table, Taken
from gigdesk.services.answer import Answer
from gigdesk.services.injury_amounts import head
from gigdesk.store.texts import Texts

FIGURE = ("amount", "least", "most", "unit", "in-words")


def benefits(answer: Answer[InjuryDecision], t: Texts) -> Taken:
    """Each head of benefit, a row: its amount as a number or why there is none, who pays it, how it is worked out."""
    heads = (
        *(t(f"table.injury.{name}") for name in ("benefit", "route")),
        *(t(f"table.claim.{name}") for name in FIGURE),
        *(t(f"table.injury.{name}") for name in ("payer", "hangs-on", "formula")),
        t("table.source"),
        t("table.status"),
    )
    rows = tuple(_row(one, t) for one in answer.result.benefits)
    return Taken(
        Table(t("injury.benefits"), heads, rows), sources_of(answer, t), noted(answer, t), answer.data.released
    )


def _row(one: Benefit, t: Texts) -> tuple[Cell, ...]:
    said, worked = head(one, t), one.worked
    least, most = worked.between or (None, None)
    known = worked.amount is not None or worked.between
    return (
        said.label,
        t(f"injury.how-much.route.{one.route}"),
        worked.amount,
        least,
        most,
        t(f"unit.{worked.unit}") if known else "",
        said.value,
        said.payer,
        t("list.comma").join(said.hangs_on),
        said.formula,
        t(f"article.{one.article}"),
        t(f"status.{one.status}"),
    )
