"""Amounts, durations and changes of entitlements in words, the same on the command line and in the window."""

from __future__ import annotations

from decimal import Decimal

from gigdesk.domain.entitlements.check import Duration
from gigdesk.domain.entitlements.entitlement import Amount
from gigdesk.domain.entitlements.outcome import Outcome
from gigdesk.domain.whatif import Change
from gigdesk.store.texts import Texts


def amount(found: Amount, t: Texts) -> str:
    """The amount, between what it lies, or in a few words why there is none."""
    unit = t(f"unit.{found.unit}")
    if found.exact is not None:
        return t("amount.exact", amount=_yuan(found.exact), unit=unit)
    if found.least is not None and found.most is not None:
        return t("amount.between", least=_yuan(found.least), most=_yuan(found.most), unit=unit)
    if found.most is not None:
        return t("amount.most", amount=_yuan(found.most), unit=unit)
    if found.least is not None:
        return t("amount.least", amount=_yuan(found.least), unit=unit)
    return t(f"why-no-amount.{found.why}")


def amount_why(found: Amount, t: Texts) -> str:
    """Why there is no exact amount; nothing where there is one."""
    return t(f"why-no-amount.{found.why}.more") if found.why else ""


def duration(found: Duration, t: Texts) -> str:
    """How often or how long."""
    period = t(f"period.{found.period}")
    return period if found.months is None else t("period.months", period=period, months=found.months)


def change(found: Change[Outcome], t: Texts) -> str:
    """What a person could do, and what would come of it."""
    facts = t("change.and").join(_fact(name, value, t) for name, value in found.facts.items())
    return t("change.line", facts=facts, outcome=t(f"claim.{found.outcome}"))


def _fact(name: str, value: object, t: Texts) -> str:
    if isinstance(value, bool):
        return t(f"change.{name}")
    return t(f"change.{name}", value=f"{value:f}") if isinstance(value, Decimal) else t(f"change.{name}.{value}")


def _yuan(found: Decimal) -> str:
    return f"{found:,.2f}" if found != int(found) else f"{int(found):,}"
