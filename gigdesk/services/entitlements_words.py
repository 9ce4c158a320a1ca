"""Amounts, durations and changes of entitlements in words, the same on the command line and in the window."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from gigdesk.domain.entitlements.check import Assessment, Duration
from gigdesk.domain.entitlements.entitlement import Amount
from gigdesk.domain.entitlements.outcome import Outcome
from gigdesk.domain.law import Value
from gigdesk.domain.money import per_cent
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


def who(one: Assessment, t: Texts) -> str:
    """For whom it is, with the figures of the rule."""
    return t(f"entitlement.{one.id}.who", **_figures(one))


def note(one: Assessment, t: Texts) -> str:
    """What else to know, with the figures of the rule."""
    return t(f"entitlement.{one.id}.then", **_figures(one))


def duration(found: Duration, t: Texts) -> str:
    """How often or how long."""
    period = t(f"how-often.{found.period}")
    return period if found.months is None else t("how-often.months", period=period, months=found.months)


def change(found: Change[Outcome], t: Texts) -> str:
    """What a person could do, and what would come of it."""
    facts = t("change.and").join(_fact(name, value, t) for name, value in found.facts.items())
    return t("change.line", facts=facts, outcome=t(f"claim.{found.outcome}"))


def _fact(name: str, value: object, t: Texts) -> str:
    if isinstance(value, bool):
        return t(f"change.{name}")
    return t(f"change.{name}", value=f"{value:f}") if isinstance(value, Decimal) else t(f"change.{name}.{value}")


def _figures(one: Assessment) -> dict[str, str]:
    return {name: figure for value in one.told for name, figure in _named(value)}


def _named(value: Value) -> Iterator[tuple[str, str]]:
    """The figures of a value by the blanks that they fill: of a table each under its key."""
    name, content = value.name.rpartition(".")[2], value.content
    if isinstance(content, Decimal):
        yield name, _figure(content, value.unit)
    elif isinstance(content, Mapping):
        yield from ((f"{name}_{key}", _figure(number, value.unit)) for key, number in content.items())


def _figure(number: Decimal, unit: str) -> str:
    return per_cent(number) if unit == "share" else f"{number:f}"


def _yuan(found: Decimal) -> str:
    return f"{found:,.2f}" if found != int(found) else f"{int(found):,}"
