"""From the statutory month on: who has enough months draws, who is short then pays on until they are enough."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from gigdesk.domain.errors import InputError
from gigdesk.domain.law import Law
from gigdesk.domain.money import YearMonth
from gigdesk.domain.pension.case import Case
from gigdesk.domain.pension.projection import Plan, Span, months_paid
from gigdesk.domain.pension.retirement import Retirement
from gigdesk.domain.pension.transfer import PAYING_ON, TransferCase, one_off_before, tell, ways_on
from gigdesk.domain.working import Working


def not_passed(case: Case, when: Retirement, law: Law, working: Working) -> Retirement:
    """The retirement of a case in a month that has not passed: as it is, from now on, or once the months are enough.

    Source: 社会保险法 article 16; the months needed stay those of the statutory year.

    Raises:
        InputError: an early or a late month was chosen, and it has passed.
    """
    since = case.as_of - when.statutory_month
    if case.shift_months:
        if when.chosen_month < case.as_of:
            raise InputError("retirement.shift_months", case.shift_months, _open_shifts(since, law))
        return when
    short = max(when.needed - _paid(case), 0)
    if short:
        return _begins(_paying_on(case, when, short, law, working), case, when)
    if since < 0:
        return when
    if since:
        working.warn("could-have-begun", month=when.statutory_month)
    return _begins(case.as_of, case, when)


def still_short(case: Case, when: Retirement, then: int, law: Law, working: Working) -> None:
    """Say that `then` months are too few, and to those of the statutory age the ways that are left."""
    shown = {"short": when.needed - then, "required": when.needed, "then": then, "statutory": when.statutory_month}
    if when.chosen_month < when.statutory_month:
        working.warn("months-short-early", month=when.chosen_month, **shown)
    elif when.statutory_month <= case.as_of:
        working.warn("months-short-after-age", month=when.chosen_month, **shown)
        _name_ways(case, when, law, working)
    elif then:
        working.warn("months-short-at-age", month=when.chosen_month, **shown)
        _name_ways(case, when, law, working)
    else:
        working.warn("months-short", short=shown["short"], required=when.needed, then=then)


def _open_shifts(since: int, law: Law) -> str:
    """Past the statutory month none at all may be chosen; besides, what still lies ahead of the latest month."""
    window = law.whole("pension.flexible_window")
    ahead = f"{since}..{window}" if since <= window else ""
    return " | ".join(part for part in ("0" if since >= 0 else "", ahead) if part)


def _paid(case: Case) -> int:
    return case.record.paid_months + case.record.deemed_months


def _begins(month: YearMonth, case: Case, when: Retirement) -> Retirement:
    return replace(when, chosen_month=month, chosen_age_months=month - case.birth)


def _by_age(case: Case, when: Retirement) -> int:
    """The months by the statutory month, or by now where that has passed."""
    ahead = when.statutory_month - case.as_of
    if not case.plan or ahead <= 0:
        return _paid(case)
    paying = Span(case.as_of, when.statutory_month, Decimal(0))
    return _paid(case) + months_paid(paying, case.plan)


def _paying_on(case: Case, when: Retirement, short: int, law: Law, working: Working) -> YearMonth:
    """The month in which the months are enough, or the one in which a plan that falls short of them ends."""
    plan, rule = case.plan, law.value(PAYING_ON)
    by_age = _by_age(case, when)
    soonest = max(case.as_of, when.statutory_month)
    if not plan or not by_age or not law.flag(rule.name):
        return soonest
    enough, ends = _after(case.as_of, short, plan.months_per_year), _ends(case.as_of, short, plan)
    if ends == enough > when.statutory_month:
        shown = {"short": when.needed - by_age, "required": when.needed, "statutory": when.statutory_month}
        working.step("paying-on", ends, "month", rule, **shown, a_year=plan.months_per_year)
        working.warn("paying-on-after-age", month=ends, **shown)
        _name_ways(case, when, law, working, taken="keep-paying")
        return ends
    return ends if soonest == case.as_of else soonest


def _ends(start: YearMonth, short: int, plan: Plan) -> YearMonth:
    months = short if plan.most_months is None else min(short, plan.most_months)
    last = _after(start, months, plan.months_per_year)
    return last if plan.stop_before is None else max(min(last, plan.stop_before), start)


def _after(start: YearMonth, months: int, a_year: int) -> YearMonth:
    """The month after so many are paid, the first ones of each year."""
    at = start
    while months > 0:
        january = YearMonth(at.year + 1, 1)
        paid = min(months, a_year, january - at)
        months -= paid
        at = january if months else at + paid
    return at


def _name_ways(case: Case, when: Retirement, law: Law, working: Working, taken: str = "") -> None:
    """The ways of 人社部发〔2014〕17号 for somebody who is short, but for the one that the answer takes already."""
    by_age = _by_age(case, when)
    if not by_age:
        working.warn("too-late-to-join")
        return
    now = TransferCase(case.as_of, case.birth, case.category, _paid(case), resident_years=0, from_now=True)
    then = replace(now, employee_months=by_age, from_now=False)
    ways = [way for way in ways_on(now, when, law)[1] if way.id not in {taken, "convert"}]
    ways += [way for way in ways_on(then, when, law)[1] if way.id == "convert"]
    tell(ways, now, when, law, working)
    for way in ways:
        shown = {"begins": way.begins, "by_month": way.months_to_pay, "at_once": way.months_at_once}
        if way.id == "one-off":
            working.warn("way-one-off", before=one_off_before(law), **shown)
        else:
            made_up = "-made-up" if way.id == "convert" and way.months_at_once else ""
            working.warn(f"way-{way.id}{made_up}", **shown)
