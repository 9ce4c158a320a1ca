"""The later correction of a pension paid on a provisional benefit base: 重算补发, once the base of its year is out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from gigdesk.domain.law import Law
from gigdesk.domain.pension.benefit import Benefit, Entitlement, benefit
from gigdesk.domain.working import Working

PARTS = ("basic", "account", "transitional")
SHOWN = ("indexed-wage", "basic", "transitional", "total")
"""The lines of the working that another base changes."""


@dataclass(frozen=True)
class Correction:
    """What another base changes, in yuan a month. `arrears`: for the months drawn so far, if they are known.

    Without a known transitional rule the totals, and with them `difference` and `arrears`, are None.
    """

    provisional: Benefit
    final: Benefit
    difference: Decimal | None
    months_drawn: int | None
    arrears: Decimal | None

    @property
    def parts(self) -> Mapping[str, Decimal | None]:
        """How much more each part comes to."""
        return {part: _above(getattr(self.final, part), getattr(self.provisional, part)) for part in PARTS}


def correct(
    earned: Entitlement, final_base: Decimal, months_drawn: int | None, law: Law, working: Working
) -> Correction:
    """Work a pension out on the base it was drawn on, then on the base of its year, and count what is to be paid up.

    Only the base changes: an account credited at a provisional rate is a matter of its own.

    Raises:
        NotInForceError: the region's rounding rule is not known.
    """
    provisional = benefit(earned, law, working)
    anew = Working()
    final = benefit(replace(earned, benefit_base=final_base), law, anew)
    working.steps += [
        replace(step, id=f"corrected-{step.id}", formula=step.formula or step.id)
        for step in anew.steps
        if step.id in SHOWN
    ]
    difference = _above(final.total, provisional.total)
    if difference is None:
        return Correction(provisional, final, None, months_drawn, None)
    working.step("correction", difference, "CNY/month", final=final.total, provisional=provisional.total)
    if difference < 0:
        working.warn("correction-below")
    if months_drawn is None:
        return Correction(provisional, final, difference, None, None)
    arrears = difference * months_drawn
    working.step("arrears", arrears, "CNY", difference=difference, months=months_drawn)
    return Correction(provisional, final, difference, months_drawn, arrears)


def _above(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return None if one is None or other is None else one - other
