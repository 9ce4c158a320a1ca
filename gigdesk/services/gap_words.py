"""What the search for a difference found, in words: the same at the window and on the command line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from gigdesk.domain.money import MONTHS_A_YEAR, per_cent
from gigdesk.domain.pension.gap.model import Candidate, Change, Gap, Verdict
from gigdesk.store.records import Region
from gigdesk.store.texts import Texts

MONEY = {"benefit_base", "account_balance", "beside", "beside_a_year"}
MONTHS = {"total_months", "transitional_months"}
RULES = {"year_rounding", "amount_rounding"}


@dataclass(frozen=True)
class ChangeWords:
    """One figure before and after, as a person reads it."""

    label: str
    before: str
    after: str


def verdict_words(gap: Gap, t: Texts) -> str:
    """The one sentence that answers. Where no total is known, parts that agree are not called the whole."""
    if gap.verdict is Verdict.AGREES and gap.ours.total is None:
        return t("gap.verdict.agrees-parts")
    apart = f"{abs(gap.difference):,.2f}" if gap.difference is not None else ""
    cause = cause_words(gap.candidates[0], t) if gap.candidates else ""
    return t(f"gap.verdict.{gap.verdict}", difference=apart, cause=cause)


def cause_words(candidate: Candidate, t: Texts) -> str:
    """The cause, or both of a pair."""
    first, *others = (t(f"gap.cause.{cause}") for cause in candidate.causes)
    return t("gap.and", one=first, other=others[0]) if others else first


def match_words(candidate: Candidate, t: Texts) -> str:
    """How well it fits."""
    return t(f"gap.match.{candidate.match}", remaining=f"{abs(candidate.remaining):,.2f}")


def check_words(candidate: Candidate, t: Texts) -> tuple[str, ...]:
    """How a person can check it."""
    return tuple(t(f"gap.check.{key}") for key in candidate.checks)


def note_words(gap: Gap, t: Texts) -> tuple[str, ...]:
    """What to know before a candidate is believed."""
    pairs = (t("gap.pairs", count=gap.exact_pairs),) if gap.exact_pairs > 1 else ()
    implied = (t("gap.implied"),) if any(candidate.implied for candidate in gap.candidates) else ()
    return pairs + implied


def changes_words(candidate: Candidate, t: Texts, regions: Mapping[str, Region]) -> str:
    """All that a candidate changes, in one line; what stays the same is not said."""
    changed = [change_words(one, t, regions) for one in candidate.changes if one.before != one.after]
    return t("list.and").join(t("gap.changed", **vars(change)) for change in changed)


def change_words(change: Change, t: Texts, regions: Mapping[str, Region]) -> ChangeWords:
    """One figure that a candidate replaces, or what stands behind that."""
    before, after = (_shown(change.name, value, t, regions) for value in (change.before, change.after))
    return ChangeWords(t(f"gap.change.{change.name}"), before, after)


def _shown(name: str, value: object, t: Texts, regions: Mapping[str, Region]) -> str:
    if value is None:
        return t("gap.one-index" if name == "transitional_index" else "state.not-known")
    if name in RULES:
        return t(f"gap.rule.{value}")
    if name == "category":
        return t(f"category.{value}")
    if name == "region":
        return regions[str(value)].names[t.language]
    return _counted(name, value, t)


def _counted(name: str, value: object, t: Texts) -> str:
    if isinstance(value, Decimal):
        return _number(name, value)
    if not isinstance(value, int):
        return str(value)
    if name in MONTHS:
        return t("gap.months", months=value)
    if name == "age_months":
        years, months = divmod(value, MONTHS_A_YEAR)
        return t("age.years-months", years=years, months=months)
    return str(value)


def _number(name: str, value: Decimal) -> str:
    if name in MONEY:
        return f"{value:,.2f}"
    if name == "supplement":
        return per_cent(value)
    return f"{value.normalize():f}" if name == "divisor" else f"{value:f}"
