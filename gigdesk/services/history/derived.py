"""The base behind what a person paid, by the shares that the law sets."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from gigdesk.domain.law import Law, number_of
from gigdesk.domain.money import YearMonth, half_up
from gigdesk.domain.pension.contribution import published_limits
from gigdesk.domain.working import Working

ACCOUNT, WHOLE = "pension.account_share", "pension.contribution_rate"


@dataclass(frozen=True)
class Derived:
    """A base in yuan a month, and the share of it that was paid."""

    base: Decimal
    share: Decimal
    whole: bool


def derived_base(paid: Decimal, month: YearMonth, law: Law, working: Working, *, own: bool) -> Derived:
    """The base of a month by what the person paid for it.

    An employee pays the account's share; who pays alone (`own`) pays the whole rate. Where only the other way leads to
    a base within the year's limits, it is the other way.

    Raises:
        NotInForceError: the shares of that time are not in the data.
    """
    then = law.at(month.first_day())
    names = (WHOLE, ACCOUNT) if own else (ACCOUNT, WHOLE)
    found = {name: half_up(paid / number_of(then.value(name), month)) for name in names}
    limits = published_limits(law, month)
    within = [name for name in names if limits is None or limits.low <= found[name] <= limits.high]
    name = within[0] if within else names[0]
    value = then.value(name)
    share = number_of(value, month)
    inputs = {"paid": paid, "share": share}
    if not any(step.id == "derived-base" and step.inputs == inputs for step in working.steps):
        working.step("derived-base", found[name], "CNY/month", value, **inputs)
    return Derived(found[name], share, whole=name == WHOLE)
