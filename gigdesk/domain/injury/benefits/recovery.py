"""What is paid while somebody recovers, and for care after it (条例, articles 30 to 34)."""

from __future__ import annotations

from dataclasses import replace

from gigdesk.domain.injury.benefits.average import average_wage
from gigdesk.domain.injury.benefits.case import Case
from gigdesk.domain.injury.benefits.claim import Care
from gigdesk.domain.injury.benefits.head import Why, Worked
from gigdesk.domain.injury.benefits.own_wage import NOT_KNOWN
from gigdesk.domain.money import half_up

CARE = "ordinary.living_care_shares"
LEAVE = "ordinary.paid_leave_months"


BY_RECEIPTS = Why("by_receipts")


def by_receipts(_: Case) -> Worked:
    """What it costs, by the catalogues."""
    return Worked("by-receipts", why=BY_RECEIPTS)


def treatment(_: Case) -> Worked:
    """What it costs, by the catalogues; meals in hospital and travel by the local standard."""
    return Worked("treatment", why=BY_RECEIPTS)


def paid_leave(case: Case) -> Worked:
    """The wage goes on unchanged, without bounds, for the months of the leave (停工留薪期)."""
    months = case.law.table(LEAVE)
    inputs: dict[str, object] = {"months": int(months["usual"]), "longest": int(months["longest"])}
    rule = Worked("paid-leave", inputs, unit="CNY/month")
    if case.claim.wage is None:
        return replace(rule, why=NOT_KNOWN)
    wage = half_up(case.claim.wage)
    return replace(rule, inputs={**inputs, "wage": wage}, amount=wage)


def living_care(case: Case) -> Worked | None:
    """A share of the region's average wage each month, by how far somebody depends on care."""
    care = case.claim.care
    if care is Care.NONE:
        return None
    shares = case.law.table(CARE)
    percents = [f"{share * 100:.0f}" for share in shares.values()] if care is None else [f"{shares[care] * 100:.0f}"]
    inputs: dict[str, object] = {"percent": "/".join(percents)}
    rule = Worked("living-care", inputs, unit="CNY/month")
    if care is None:
        return replace(rule, why=Why("care_not_assessed"), condition="care")
    found = average_wage(case.paying, case)
    if isinstance(found, Why):
        return replace(rule, why=found)
    inputs |= {"average": found.amount, "year": found.year}
    return replace(rule, amount=half_up(found.amount * shares[care]))
