"""How the provinces turn months into the years of the formula, and round what comes out. Found on issued forms."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from gigdesk.domain.errors import GigDeskError
from gigdesk.domain.money import FEN, JIAO, MONTHS_A_YEAR, half_up, truncated

FOUR_DECIMALS = Decimal("0.0001")
SHANGHAI_MONTH = Decimal("0.083")
POINT_MONTHS = ("", *(str(month) for month in range(MONTHS_A_YEAR)))


def _years_point_months(months: int) -> Decimal:
    """Anhui writes 30 years and 7 months as 30.7, and multiplies by that; 10 and 11 months become 0.10 and 0.11."""
    years, rest = divmod(months, MONTHS_A_YEAR)
    return Decimal(f"{years}.{rest}")


def _whole_years_and_months(months: int) -> Decimal:
    """Shanghai: 1 % for a whole year, 0.083 % for a month (沪人社规〔2021〕27号)."""
    years, rest = divmod(months, MONTHS_A_YEAR)
    return years + SHANGHAI_MONTH * rest


YEARS: Mapping[str, Callable[[int], Decimal]] = {
    "two_decimals": lambda months: half_up(Decimal(months) / MONTHS_A_YEAR),
    "four_decimals": lambda months: half_up(Decimal(months) / MONTHS_A_YEAR, FOUR_DECIMALS),
    "truncated_two_decimals": lambda months: truncated(Decimal(months) / MONTHS_A_YEAR),
    "exact": lambda months: Decimal(months) / MONTHS_A_YEAR,
    "years_point_months": _years_point_months,
    "whole_years_and_months": _whole_years_and_months,
}

AMOUNT_STEPS: Mapping[str, Decimal] = {"fen": FEN, "jiao": JIAO}


def years(rule: str, months: int) -> Decimal:
    """The years that go into the formula, by a province's rule.

    Raises:
        GigDeskError: the release names a rule that this program does not know.
    """
    if rule not in YEARS:
        raise GigDeskError("unknown-rule", rule=rule)
    return YEARS[rule](months)


def months(rule: str, printed: Decimal) -> int:
    """The whole months that the years printed on a form stand for, by the same rule.

    Raises:
        ValueError: the years are not written as the rule has them.
    """
    if rule == "years_point_months":
        whole, _, rest = f"{printed:f}".partition(".")
        if rest not in POINT_MONTHS:
            raise ValueError(printed)
        return int(whole) * MONTHS_A_YEAR + int(rest or 0)
    digits = Decimal(1).scaleb(min(int(printed.as_tuple().exponent), 0))
    for near in _around(rule, printed):
        if printed in {half_up(years(rule, near), digits), truncated(years(rule, near), digits)}:
            return near
    raise ValueError(printed)


def neighbours(rule: str, printed: Decimal) -> tuple[Decimal, ...]:
    """The years between which those printed lie, as the rule writes whole months."""
    return tuple(sorted(half_up(years(rule, near), FOUR_DECIMALS).normalize() for near in _around(rule, printed)[:2]))


def _around(rule: str, printed: Decimal) -> list[int]:
    """Whole months beside the years printed, the nearest first."""
    below = int(printed * MONTHS_A_YEAR)
    beside = range(max(below - 1, 0), below + 3)
    return sorted(beside, key=lambda near: abs(years(rule, near) - printed))
