"""An amount as it was typed: an answer, or in words why it is none."""

from __future__ import annotations

import re
from decimal import Decimal

from gigdesk.services.fields import decimal
from gigdesk.store.texts import Texts
from gigdesk.ui.models.ask import MONTH, Ask, Bound, Per

_PLAIN = re.compile(r"-?[0-9]*\.?[0-9]+")
_SHOWN = 20


def amount_entered(text: str, ask: Ask, bound: Bound | None, high: Decimal, t: Texts) -> Decimal | Per | str:
    """An amount within its bounds, or why it is none; `text` is a plain decimal, or what was typed instead of one."""
    if not text:
        return ""
    try:
        amount = decimal(text) if _PLAIN.fullmatch(text) else None
    except (ArithmeticError, ValueError):
        amount = None
    accepts = _accepts(ask, bound, high, t)
    if amount is None:
        return t("ask.not-a-number", got=text[:_SHOWN], accepts=accepts)
    if not _takes(ask, amount, high):
        return t("ask.out-of-range", got=f"{amount:,}", accepts=accepts)
    return Per(amount, bound.per, ask.unit) if bound and bound.per != MONTH else amount


def _accepts(ask: Ask, bound: Bound | None, high: Decimal, t: Texts) -> str:
    unit = f"{ask.unit}/{bound.per}" if bound else ask.unit
    key = "ask.accepts-or-zero" if ask.or_zero else "ask.accepts" if ask.decimals else "ask.accepts-whole"
    return t(key, low=f"{ask.low:,}", high=f"{high:,}", unit=t(f"unit.{unit}"))


def _takes(ask: Ask, amount: Decimal, high: Decimal) -> bool:
    if not ask.decimals and amount != int(amount):
        return False
    return ask.low <= amount <= high or (ask.or_zero and amount == 0)
