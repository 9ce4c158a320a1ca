"""Numbers, dates and chips as a person reads them, in the language of the texts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from gigdesk.domain.law import Source, Status
from gigdesk.domain.money import MONTHS_A_YEAR, YearMonth, half_up
from gigdesk.services.source_words import title
from gigdesk.store.texts import Texts

TEN_YUAN = Decimal(10)
A_WAN = Decimal(10_000)
YEARS_OR_MONTHS, MOST_YEARS = "years-or-months", 60
"""The unit of a length that is years up to this, and months above."""


@dataclass(frozen=True)
class Chip:
    """A source beside a figure: its short name, and its status as the key of its look."""

    text: str
    status: str


@dataclass(frozen=True)
class ReasonLine:
    """A reason in words, with how it stands; its chip names what it rests on, or how sure that is."""

    state: str
    text: str
    chip: Chip | None


def yuan(amount: Decimal) -> str:
    """An exact amount: 914.60, 12,345.67; whole yuan without decimals only where there are none to show."""
    return f"{amount:,.2f}" if amount != int(amount) else f"{int(amount):,}"


def fen(amount: Decimal) -> str:
    """An exact amount, always with the fen."""
    return f"{amount:,.2f}"


def signed(amount: Decimal) -> str:
    """A difference, always with the fen and its sign."""
    return f"{amount:+,.2f}".replace("-", "−")


def quantity(amount: Decimal, unit: str, t: Texts) -> str:
    """An amount with its unit: money to the fen, anything else with the digits it was given."""
    if unit == YEARS_OR_MONTHS:
        unit = "years" if amount <= MOST_YEARS else "months"
    shown = yuan(amount) if unit.startswith("CNY") else f"{amount:,f}"
    return f"{shown} {t(f'unit.{unit}')}".strip()


def about(amount: Decimal) -> str:
    """A projected amount: to 10 yuan."""
    return f"{int(half_up(amount / TEN_YUAN, Decimal(1)) * TEN_YUAN):,}"


def wan(amount: Decimal) -> str:
    """A large sum in units of 10,000, two decimals."""
    return f"{half_up(amount / A_WAN):,}"


def percent(share: Decimal) -> str:
    """A share in percent, without the sign, which languages set differently: 2, 1.5, -0.5."""
    return f"{(share * 100).normalize():f}"


def month(when: YearMonth, t: Texts) -> str:
    """A month in words."""
    return t("date.month", year=when.year, month=when.month, name=t(f"month.{when.month}"))


def day(when: date, t: Texts, today: date | None = None) -> str:
    """A day in words; the year is left out only where it is this year's."""
    key = "date.day-this-year" if today and when.year == today.year else "date.day"
    return t(key, year=when.year, month=when.month, day=when.day, name=t(f"month.{when.month}"))


def age(months: int, t: Texts) -> str:
    """An age in years, and months where there are any."""
    years, rest = divmod(months, MONTHS_A_YEAR)
    return t("age.years-months", years=years, months=rest) if rest else t("age.years", years=years)


def duration(months: int, t: Texts) -> str:
    """A length of time to the nearest half year, or in months below two years."""
    if months < 2 * MONTHS_A_YEAR:
        return t("duration.months", months=months)
    halves = int(half_up(Decimal(months) / 6, Decimal(1)))
    return t("duration.half" if halves % 2 else "duration.years", years=halves // 2)


def chip(source: Source, t: Texts, status: Status | None = None) -> Chip:
    """The chip of a source."""
    return named(source.document or title(source, t), status or source.status, t)


def named(name: str, status: Status, t: Texts) -> Chip:
    """A chip of this name; what was not read in the original says so."""
    shown = name if status is Status.OFFICIAL else t("chip", name=name, status=t(f"status.{status}"))
    return Chip(shown, str(status))
