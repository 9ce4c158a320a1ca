"""What a city gives back of the contributions of flexible workers it supports. Every city's terms are parameters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from gigdesk.domain.errors import GigDeskError
from gigdesk.domain.law import Law, Value, expect
from gigdesk.domain.money import YearMonth, half_up
from gigdesk.domain.pension.contribution import Contribution
from gigdesk.domain.pension.projection import Assumptions, LedgerYear, growth
from gigdesk.domain.working import Working

PREFIX = "pension.subsidy."
GROUPS = f"{PREFIX}groups"
TERMS = ("rate", "reference", "cap_month", "max_months", "near_retirement_months")
OWN = ("rate", "reference", "cap_month")
"""What each city sets for itself; the nation's frame has months and groups only."""
EXCESS = f"{PREFIX}excess_rate"
"""Only some cities have it: what they give back of a payment above the lowest one."""
ACTUAL, MINIMUM, NO_CAP = "actual", "minimum", "none"
KINDS = ("hard_to_employ", "graduate")
"""The groups that cities support: 就业困难人员, 离校 2 年内高校毕业生."""


@dataclass(frozen=True)
class Terms:
    """A city's terms for a group; without `law` they are what the person entered.

    `cap` is None where the city sets none; the share may be a fraction such as 2/3. `excess` is the share of what is
    paid above the lowest base, where the reference is that base (Nanjing).
    """

    share: Fraction
    reference: str
    cap: Decimal | None
    max_months: int
    near_months: int
    law: tuple[Value, ...] = ()
    excess: Fraction = Fraction(0)

    def monthly(self, paid: Decimal, minimum: Decimal) -> Decimal:
        """The subsidy of a month in which `paid` is paid and the lowest base would cost `minimum`."""
        of = {ACTUAL: paid, MINIMUM: min(minimum, paid)}[self.reference]
        amount = half_up(_part(of, self.share) + _part(paid - of, self.excess))
        return amount if self.cap is None else half_up(min(amount, self.cap))

    def months(self, claim: Claim, as_of: YearMonth, statutory: YearMonth) -> tuple[int, bool]:
        """The months still to come, and whether they last until retirement.

        They do for those who at the first approval lacked strictly less than the near-retirement months to
        the statutory month (不足5年: exactly 60 months do not extend); the age counts at the first approval.
        """
        lacking = statutory - (claim.first_approved or as_of)
        if lacking < self.near_months:
            return max(statutory - as_of, 0), lacking > 0
        return max(self.max_months - claim.drawn_months, 0), False


@dataclass(frozen=True)
class Claim:
    """What a person says: the group, the month of the first approval (None: not yet), the months drawn so far.

    `terms` are the person's own entry, for a city whose terms are not in the data; they take the place of the data's.
    """

    group: str
    first_approved: YearMonth | None = None
    drawn_months: int = 0
    terms: Terms | None = None


@dataclass(frozen=True)
class Payments:
    """What is subsidised: the payment of a month now, those of a plan by year, and when the person may retire."""

    as_of: YearMonth
    statutory_month: YearMonth
    now: Contribution
    ledger: Sequence[LedgerYear]
    assumed: Assumptions


@dataclass(frozen=True)
class Subsidy:
    """What comes back. The amounts are None where a parameter is `missing`; a group not supported gets 0.

    `monthly` is that of a month paid now, `months` those of the plan that are subsidised, `total` is in yuan of
    each year and `total_today` in today's money.
    """

    entitled: bool | None
    monthly: Decimal | None
    months: int | None
    until_retirement: bool | None
    total: Decimal | None
    total_today: Decimal | None
    missing: tuple[str, ...] = ()


NOTHING = Subsidy(
    entitled=False,
    monthly=Decimal("0.00"),
    months=0,
    until_retirement=False,
    total=Decimal("0.00"),
    total_today=Decimal("0.00"),
)


def terms(law: Law, group: str) -> Terms | tuple[str, ...]:
    """A region's terms for a group, or the names of the parameters that are missing or not verified.

    A parameter that differs for a group stands under its name and the group: `pension.subsidy.max_months.graduate`.
    """
    names = (*TERMS, "excess_rate") if law.has(EXCESS) else TERMS
    read = {name: _verified(law, f"{PREFIX}{name}", group) for name in names}
    missing = tuple(f"{PREFIX}{name}" for name, value in read.items() if value is None)
    known = {name: value for name, value in read.items() if value is not None}
    if missing:
        return missing
    reference, cap = expect(known["reference"], str), known["cap_month"]
    if reference not in (ACTUAL, MINIMUM):
        raise GigDeskError("unknown-rule", rule=reference)
    return Terms(
        share=_share(str(known["rate"].content)),
        reference=reference,
        cap=None if cap.content == NO_CAP else expect(cap, Decimal),
        max_months=int(expect(known["max_months"], Decimal)),
        near_months=int(expect(known["near_retirement_months"], Decimal)),
        law=tuple(known.values()),
        excess=_share(str(known["excess_rate"].content)) if "excess_rate" in known else Fraction(0),
    )


def subsidy(claim: Claim, payments: Payments, law: Law, working: Working) -> Subsidy:
    """What a person of a group gets back of a plan's payments: only of months paid, the first ones first.

    The base that costs least grows as the plan's does; a cap stays as it is.
    """
    if claim.terms:
        return _paid_back(claim, payments, claim.terms, law, working)
    groups = _verified(law, GROUPS)
    if groups is not None and claim.group not in expect(groups, tuple):
        working.warn("subsidy-not-for-group")
        return NOTHING
    found = terms(law, claim.group)
    if groups is not None and isinstance(found, Terms):
        return _paid_back(claim, payments, found, law, working)
    missing = (() if groups else (GROUPS,)) + (() if isinstance(found, Terms) else found)
    _say_missing(missing, working)
    return Subsidy(None, None, None, None, None, None, missing)


def _say_missing(missing: tuple[str, ...], working: Working) -> None:
    """All at once where nothing of a city's own is known, otherwise each by its name."""
    if {f"{PREFIX}{term}" for term in OWN} <= set(missing):
        working.warn("subsidy-no-terms")
        return
    for name in missing:
        working.warn("subsidy-not-known", name=name)


def _paid_back(claim: Claim, payments: Payments, found: Terms, law: Law, working: Working) -> Subsidy:
    rate, now, assumed = law.number("pension.contribution_rate"), payments.now, payments.assumed
    monthly = _monthly(found, now, half_up(now.base_low * rate), working)
    left, until = found.months(claim, payments.as_of, payments.statutory_month)
    last = payments.ledger[-1].year if payments.ledger else payments.as_of.year
    decades = (last - payments.as_of.year) // 10 + 1
    lows, prices = growth(assumed.base_growth, decades), growth(assumed.inflation, decades)
    months, total, today = 0, Decimal("0.00"), Decimal("0.00")
    for row in payments.ledger:
        year = row.year - payments.as_of.year
        lowest = half_up(half_up(now.base_low * lows[year]) * rate)
        given = min(left - months, row.months)
        amount = found.monthly(half_up(row.base * rate), lowest) * given
        months, total, today = months + given, total + amount, today + amount / prices[year]
    step = "subsidy-months-near" if until else "subsidy-months"
    working.step(step, months, "months", *found.law, most=found.max_months, drawn=claim.drawn_months, left=left)
    return Subsidy(
        entitled=True,
        monthly=monthly,
        months=months,
        until_retirement=until,
        total=total,
        total_today=half_up(today),
    )


def _monthly(found: Terms, now: Contribution, minimum: Decimal, working: Working) -> Decimal:
    """The subsidy of a month paid now, with its lines; terms without law are named as the person's own."""
    share = str(found.share)
    if not found.law:
        working.step("subsidy-entered", share, "", share=share, months=found.max_months, near=found.near_months)
    uncapped = replace(found, cap=None).monthly(now.monthly, minimum)
    excess = found.excess if now.monthly > minimum else Fraction(0)
    step = "subsidy-monthly" if found.reference == ACTUAL else "subsidy-monthly-minimum"
    step = "subsidy-monthly-excess" if excess else step
    shown = {"paid": now.monthly, "minimum": minimum, "share": share, "excess": str(excess)}
    working.step(step, uncapped, "CNY/month", *found.law, **shown)
    if excess:
        amount = half_up(_part(now.monthly - minimum, excess))
        shown = {"paid": now.monthly, "minimum": minimum, "share": str(excess)}
        working.step("subsidy-excess", amount, "CNY/month", *found.law, **shown)
    if found.cap is None:
        return uncapped
    monthly = found.monthly(now.monthly, minimum)
    working.step("subsidy-capped", monthly, "CNY/month", *found.law, uncapped=uncapped, cap=found.cap)
    return monthly


def _part(amount: Decimal, share: Fraction) -> Decimal:
    """A share of an amount, not rounded."""
    return amount * share.numerator / share.denominator


def _share(text: str) -> Fraction:
    try:
        return Fraction(text)
    except (ValueError, ZeroDivisionError):
        raise GigDeskError("unknown-rule", rule=text) from None


def _verified(law: Law, name: str, group: str = "") -> Value | None:
    """The value for the group, otherwise the one for all; None where there is none or it is not verified."""
    own = f"{name}.{group}"
    return law.usable(own if group and law.has(own) else name)
