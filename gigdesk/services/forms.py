"""What a determination form shows, and what an estimate would print on one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from gigdesk.domain.errors import InputError, UnverifiedError
from gigdesk.domain.law import Law
from gigdesk.domain.money import YearMonth
from gigdesk.domain.pension.benefit import Entitlement, divisor
from gigdesk.domain.pension.case import Case
from gigdesk.domain.pension.estimate import Estimate
from gigdesk.domain.pension.gap.model import Figures
from gigdesk.domain.working import Working


@dataclass(frozen=True)
class FormFigures:
    """What a determination form shows. Without a divisor it follows from the age in months.

    `final_base`: the benefit base of the year of retirement, where the form was made on a provisional one;
    `months_drawn`: for how many months the pension has been drawn since.
    """

    region: str
    retired: YearMonth | None
    entitlement: Entitlement
    age_months: int | None = None
    final_base: Decimal | None = None
    months_drawn: int | None = None

    def earned(self, law: Law, working: Working) -> Entitlement:
        """What goes into the formula."""
        if self.age_months is None:
            return self.entitlement
        return replace(self.entitlement, divisor=divisor(self.age_months, law, working))


def as_printed(region: str, case: Case, found: Estimate, working: Working) -> Figures:
    """The figures of an estimate as those of a form; said to be projected where the retirement lies ahead.

    Raises:
        InputError: too few months are paid for a pension.
        UnverifiedError: the only benefit base known is not verified.
    """
    when, earned = found.retirement, found.expected.entitlement
    if earned is None and when.months_short:
        paid = when.paid_months_then or 0
        raise InputError("record.paid_months", paid, f"{when.required_months}.. ({when.chosen_month})")
    if earned is None:
        raise UnverifiedError("pension.benefit_base", when.chosen_month.year)
    if when.chosen_month > case.as_of:
        working.warn("gap-projected", month=when.chosen_month, as_of=case.as_of)
    return Figures(
        region=region,
        retired=when.chosen_month,
        entitlement=earned,
        age_months=when.chosen_age_months,
        category=when.category,
        deemed_months=case.record.deemed_months or None,
    )
