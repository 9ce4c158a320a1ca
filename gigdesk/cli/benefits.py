"""The benefits of `injury check`, as JSON and as lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gigdesk.cli.envelope import formula
from gigdesk.domain.injury.benefits import Benefit, Share
from gigdesk.services.plain import plain
from gigdesk.store.texts import Texts


def body(benefit: Benefit, t: Texts) -> dict[str, object]:
    """A head: its amount or why there is none, the months it stands for, the formula, who pays, and the sources."""
    worked = benefit.worked
    return {
        "id": benefit.id,
        "label": t(f"benefit.{benefit.id}"),
        "route": benefit.route,
        "payer": benefit.payer,
        "payer_text": t(f"payer.{benefit.payer}"),
        "amount": worked.amount,
        "between": worked.between,
        "unit": worked.unit,
        "why_no_amount": worked.why.code if worked.why else None,
        "why": _why(benefit, t),
        "months": worked.months,
        "condition": worked.condition or None,
        "condition_text": t(f"benefit-if.{worked.condition}") if worked.condition else None,
        "formula": _formula(benefit, t),
        "shares": [_share(share) for share in worked.shares],
        "article": t(f"article.{benefit.article}"),
        "status": benefit.status,
        "sources": benefit.sources,
    }


def lines(benefits: Sequence[Benefit], t: Texts) -> Iterator[str]:
    """One line a head, and below it the formula or why there is no amount."""
    if not benefits:
        return
    yield ""
    yield t("injury.benefits")
    for benefit in benefits:
        only = f" ({t(f'benefit-if.{benefit.worked.condition}')})" if benefit.worked.condition else ""
        yield f"  {t(f'benefit.{benefit.id}')}{only}: {_value(benefit, t)} · {t(f'payer.{benefit.payer}')}"
        rule, why = _formula(benefit, t), _why(benefit, t)
        yield f"     {rule} · {t(f'status.{benefit.status}')}"
        if why and why != rule:
            yield f"     {why}"


def _value(benefit: Benefit, t: Texts) -> str:
    worked = benefit.worked
    if worked.amount is not None:
        return f"{plain(worked.amount)} {t(f'unit.{worked.unit}')}"
    if worked.between:
        return f"{plain(worked.between[0])}–{plain(worked.between[1])} {t(f'unit.{worked.unit}')}"
    if worked.months:
        low, high = worked.months
        return t("benefit.month", months=low) if low == high else t("benefit.months", low=low, high=high)
    return t(f"why-no-amount.{worked.why.code}") if worked.why else ""


def _why(benefit: Benefit, t: Texts) -> str | None:
    why = benefit.worked.why
    return t.tell(f"why-no-amount.{why.code}.more", why.details) if why else None


def _formula(benefit: Benefit, t: Texts) -> str:
    """The official formula with its values; in words while there is no amount."""
    if benefit.step:
        return formula(benefit.step, t)
    inputs = {name: plain(value) for name, value in benefit.worked.inputs.items()}
    return t(f"rule.{benefit.worked.rule}", **inputs)


def _share(share: Share) -> dict[str, object]:
    return {
        "relation": share.relation,
        "lone_elderly_or_orphan": share.lone,
        "share": share.share,
        "amount": share.amount,
    }
