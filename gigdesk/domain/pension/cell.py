"""One choice of a comparison: what it costs, what it brings, and what one more year of paying is worth."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from gigdesk.domain.errors import InputError, Phrase
from gigdesk.domain.law import Law
from gigdesk.domain.money import MONTHS_A_YEAR, UseYear, YearMonth, half_up, whole_up
from gigdesk.domain.pension.ahead import Ahead, Outlook
from gigdesk.domain.pension.case import Case
from gigdesk.domain.pension.contribution import Contribution, contribution
from gigdesk.domain.pension.estimate import own_cost, retiring, spanned, sum_up, until_minimum, with_index, with_months
from gigdesk.domain.pension.projection import Assumptions, Plan, Projection, roads
from gigdesk.domain.pension.retirement import Retirement
from gigdesk.domain.pension.subsidy import Claim, Subsidy
from gigdesk.domain.working import Working

BANDS = (Decimal("0.1"), Decimal("0.2"), Decimal("0.3"))
"""Shares of the net income between which the bands lie. GigDesk's own division, from no document."""
SHARE_STEP = Decimal("0.0001")
LONGEST = 100 * MONTHS_A_YEAR


@dataclass(frozen=True)
class Circumstances:
    """What a comparison may know besides the case. Without `outer_roads` only the expected one is worked out."""

    net_income: Decimal | None = None
    claim: Claim | None = None
    outer_roads: bool = True


@dataclass(frozen=True)
class Paying:
    """What a plan still costs. `own_cost_today` is what a subsidy leaves of it, in today's money.

    `income_share` is the payment of a month now over the net income, before any subsidy; `income_band` counts
    the BANDS that it is above.
    """

    contribution: Contribution | None
    months: int
    cost: Decimal
    cost_today: Decimal
    subsidy: Subsidy | None
    own_cost_today: Decimal
    income_share: Decimal | None
    income_band: int | None


@dataclass(frozen=True)
class Drawing:
    """The pension, yuan a month in today's money, on the three roads; the outer two None where not asked for.

    `months` is the divisor at the age of retirement, `lifetime_net` the expected pension over those months less the
    own cost still to be paid, `net_month` one month's share of that. Break-even is against paying nothing more: so
    many months of drawing, from the month after retirement, the last of them in `breakeven_month`; None where it
    never comes (the month: within 100 years).
    """

    low: Decimal | None
    expected: Decimal
    high: Decimal | None
    months: Decimal
    lifetime_net: Decimal
    net_month: Decimal
    breakeven_months: int | None
    breakeven_month: YearMonth | None


@dataclass(frozen=True)
class YearMore:
    """What twelve more months paid on the plan's base bring and cost; fewer where retirement leaves no room.

    A plan that pays until retirement leaves none at all: there it is the last year, against leaving it out
    (`last`). `pension` is a month in today's money, None where only one side has a pension. No subsidy in the cost.
    """

    months: int
    pension: Decimal | None
    cost: Decimal
    cost_today: Decimal
    last: bool


@dataclass(frozen=True)
class Cell:
    """One choice; `estimate` of its case gives the same figures. No `drawing`: too few months, or figures missing."""

    case: Case
    retirement: Retirement
    paying: Paying
    drawing: Drawing | None
    year_more: YearMore | None

    @property
    def enough(self) -> bool:
        """Whether the months required are paid by then."""
        return self.retirement.months_short == 0


class Quiet(Working):
    """Keeps one warning of a code and drops the lines: nobody reads the working of sixty cells."""

    def step(self, *_: object, **__: object) -> None:
        """Drop a line."""

    def warn(self, code: str, **details: object) -> None:
        """Keep the first warning of a code."""
        if all(warned.code != code for warned in self.warnings):
            super().warn(code, **details)


@dataclass(frozen=True)
class Ground:
    """What all plans of one retirement month share: the way there, the roads, and what paying no more brings."""

    ahead: Ahead
    assumed: dict[str, Assumptions]
    without: Outlook
    around: Circumstances
    working: Working

    @classmethod
    def of(cls, case: Case, around: Circumstances, law: Law, working: Working) -> Ground:
        """The ground of a case, and of all that differ from it in nothing but the base they pay on.

        Raises:
            InputError: the net income is not more than 0, or the case lies outside what the rules allow.
        """
        if around.net_income is not None and around.net_income <= 0:
            raise InputError("net_income", around.net_income, Phrase("above-0"))
        ahead = Ahead(with_index(case, law, working), retiring(case, law, working), law)
        assumed = roads(law, case.assumptions)
        return cls(ahead, assumed, ahead.along(None, assumed["expected"], Quiet()), around, working)

    def cell(self, case: Case) -> Cell:
        """One plan on this ground."""
        ahead, when = self.ahead, self.ahead.when
        plan, year = until_minimum(case, when), UseYear(case.as_of.year)
        now = contribution(ahead.law, year, plan.choice, self.working) if plan else None
        expected = ahead.along(plan, self.assumed["expected"], self.working)
        paying = self._paying(now, expected.projection)
        drawing = self._drawing(plan, expected, paying.own_cost_today)
        retirement = with_months(ahead, expected.projection, self.working)
        span = spanned(drawing.low, drawing.expected, drawing.high) if drawing else None
        sum_up(expected, self.without, span, paying.own_cost_today, self.working)
        return Cell(
            case=case,
            retirement=retirement,
            paying=paying,
            drawing=drawing,
            year_more=self._year_more(plan, expected) if plan else None,
        )

    def _paying(self, now: Contribution | None, ahead: Projection) -> Paying:
        back = self.ahead.given_back(self.around.claim, now, ahead, self.assumed["expected"], self.working)
        own = own_cost(ahead, back)
        share = now.monthly / self.around.net_income if self.around.net_income and now else None
        band = None if share is None else sum(share > limit for limit in BANDS)
        shown = None if share is None else half_up(share, SHARE_STEP)
        return Paying(now, ahead.months, ahead.cost, ahead.cost_today, back, own, shown, band)

    def _drawing(self, plan: Plan | None, expected: Outlook, own: Decimal) -> Drawing | None:
        pension = expected.todays_money
        if pension is None or expected.benefit is None:
            return None
        low, high = (self._outer(plan, road) for road in ("low", "high"))
        gain, over = pension - (self.without.todays_money or 0), expected.benefit.divisor
        back = whole_up(own / gain) if expected.projection.cost and gain > 0 else None
        month = self.ahead.when.chosen_month + back if back is not None and back <= LONGEST else None
        net = pension * over - own
        return Drawing(low, pension, high, over, half_up(net), half_up(net / over), back, month)

    def _outer(self, plan: Plan | None, road: str) -> Decimal | None:
        return self.ahead.along(plan, self.assumed[road], Quiet()).todays_money if self.around.outer_roads else None

    def _year_more(self, plan: Plan, planned: Outlook) -> YearMore | None:
        months = planned.projection.months
        if plan.stop_before or plan.most_months is not None:
            more = self._paying_months(plan, months + MONTHS_A_YEAR)
            if more.projection.months > months:
                return _between(planned, more, last=False)
        less = self._paying_months(plan, max(months - MONTHS_A_YEAR, 0))
        return _between(less, planned, last=True) if months else None

    def _paying_months(self, plan: Plan, months: int) -> Outlook:
        changed = replace(plan, stop_before=None, most_months=months)
        return self.ahead.along(changed, self.assumed["expected"], Quiet())


def _between(fewer: Outlook, more: Outlook, *, last: bool) -> YearMore:
    before, after, gain = fewer.projection, more.projection, None
    if fewer.todays_money is not None and more.todays_money is not None:
        gain = more.todays_money - fewer.todays_money
    cost, cost_today = after.cost - before.cost, after.cost_today - before.cost_today
    return YearMore(after.months - before.months, gain, cost, cost_today, last)
