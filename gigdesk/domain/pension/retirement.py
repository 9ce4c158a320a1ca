"""When a pension can begin: the reform of 2025, early and late retirement, and the months it takes."""

from __future__ import annotations

from dataclasses import dataclass

from gigdesk.domain.errors import InputError, NotInForceError, Phrase
from gigdesk.domain.law import Law
from gigdesk.domain.money import MONTHS_A_YEAR, YearMonth, age_text
from gigdesk.domain.working import Working

CATEGORIES = ("male60", "female55", "female50")


@dataclass(frozen=True)
class Retirement:
    """The months between which a person may retire, the one chosen, and the months of payment it takes.

    `required_months` is None where the retirement lies before the first that the data knows.
    """

    category: str
    original_month: YearMonth
    statutory_month: YearMonth
    statutory_age: str
    chosen_month: YearMonth
    chosen_age_months: int
    earliest_month: YearMonth
    latest_month: YearMonth | None
    required_months: int | None
    paid_months_then: int | None = None
    months_short: int | None = None

    @property
    def needed(self) -> int:
        """The months of payment it takes, once `with_known_months` made sure that they are known."""
        if self.required_months is None:
            msg = "the months of payment are not known"
            raise ValueError(msg)
        return self.required_months


def retirement(birth: YearMonth, category: str, law: Law, working: Working, shift_months: int = 0) -> Retirement:
    """Work out the retirement months. `shift_months` below 0 is early, above 0 late retirement.

    Source: NPC decision of 2024-09-13; 人社部发〔2024〕94号 for early and late retirement. The notice is seen from
    the day of the law.

    Raises:
        InputError: the category is unknown or the shift lies outside what the rules allow.
    """
    if category not in CATEGORIES:
        raise InputError("category", category, " | ".join(CATEGORIES))
    original_years = int(law.table("pension.original_age")[category])
    original = birth + original_years * MONTHS_A_YEAR
    delay = delay_months(original, category, law)
    statutory = original + delay
    rules = [law.value(f"pension.{name}") for name in ("original_age", "reform_start", "delay_every", "delay_limit")]
    shown = {"birth": birth, "original_age": original_years, "delay_months": delay}
    working.step("statutory-month", statutory, "month", *rules, **shown)
    window = law.whole("pension.flexible_window")
    earliest = max(original, statutory + -window)
    working.step("earliest-month", earliest, "month", law.value("pension.flexible_window"), window=window)
    chosen = _chosen(statutory, earliest, window, shift_months)
    say_notice(chosen, statutory, law, working)
    required = _required_if_known(min(chosen, statutory), law, working)
    return Retirement(
        category=category,
        original_month=original,
        statutory_month=statutory,
        statutory_age=age_text(statutory - birth),
        chosen_month=chosen,
        chosen_age_months=chosen - birth,
        earliest_month=earliest,
        latest_month=None,
        required_months=required,
    )


def delay_months(original: YearMonth, category: str, law: Law) -> int:
    """One month later for every 4 (women of 50: every 2) months after the reform began, up to the limit."""
    start = YearMonth.parse(law.text("pension.reform_start"))
    every = int(law.table("pension.delay_every")[category])
    limit = int(law.table("pension.delay_limit")[category])
    if original < start:
        return 0
    return min((original - start) // every + 1, limit)


def required_months(reference: YearMonth, law: Law, working: Working) -> int:
    """The months of payment a pension takes: by the year chosen when early, by the statutory year when late.

    Raises:
        NotInForceError: the month lies before the first that the data knows.
    """
    then = law.at(reference.first_day())
    months = then.whole("pension.minimum_months")
    working.step("required-months", months, "months", then.value("pension.minimum_months"), year=reference.year)
    return months


def with_known_months(when: Retirement, law: Law) -> Retirement:
    """The same, for those who cannot go on without the months of payment.

    Raises:
        NotInForceError: the retirement lies before the first month that the data knows.
    """
    if when.required_months is None:
        required_months(min(when.chosen_month, when.statutory_month), law, Working())
    return when


def say_notice(chosen: YearMonth, statutory: YearMonth, law: Law, working: Working) -> None:
    """Warn of what must be written, and by when, for a month before or after the statutory one."""
    now = YearMonth.of(law.day)
    if chosen > statutory:
        working.warn("late-needs-employer", months=law.whole("pension.late_notice_months"))
    elif now <= chosen < statutory:
        months = law.whole("pension.early_notice_months")
        shown = {"month": chosen, "months": months, "last": chosen + -months}
        if now <= chosen + -months:
            working.warn("early-notice", **shown)
        else:
            working.warn("early-notice-too-late", **shown, earliest=min(now + months, statutory))


def of_joining_age(field: str, birth: YearMonth, as_of: YearMonth, age: int) -> None:
    """Who is younger joins no scheme yet.

    Raises:
        InputError: the age of joining lies ahead.
    """
    if as_of - birth < age * MONTHS_A_YEAR:
        raise InputError(field, birth, Phrase.of("joins-at", latest=as_of + -age * MONTHS_A_YEAR, age=age))


def _required_if_known(reference: YearMonth, law: Law, working: Working) -> int | None:
    try:
        return required_months(reference, law, working)
    except NotInForceError:
        working.warn("required-months-not-known", month=reference)
        return None


def _chosen(statutory: YearMonth, earliest: YearMonth, window: int, shift: int) -> YearMonth:
    lowest = earliest - statutory
    if not lowest <= shift <= window:
        raise InputError("shift_months", shift, f"{lowest}..{window}")
    return statutory + shift
