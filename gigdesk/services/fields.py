"""Reading what somebody typed into a file: by name, exactly, and nothing ignored in silence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import TypeVar

from gigdesk.domain.errors import NOTHING, InputError, Phrase
from gigdesk.domain.money import YearMonth

T = TypeVar("T")
LARGEST = Decimal(10) ** 12
MOST_DIGITS = 30
FIRST_YEAR, LAST_YEAR = 1900, 2150


class Fields:
    """An object of the input. Each reader names the field, what it got and what it accepts when it refuses."""

    def __init__(self, found: object, path: str = "") -> None:
        if not isinstance(found, Mapping):
            raise InputError(path or "input", _short(found), Phrase("object"))
        self._found = found
        self._path = path
        self._read: set[str] = set()

    def name(self, field: str) -> str:
        """The full name of a field, such as person.birth."""
        return f"{self._path}.{field}" if self._path else field

    def has(self, field: str) -> bool:
        """Whether the field is there and not null."""
        self._read.add(field)
        return self._found.get(field) is not None

    def fields(self) -> Mapping[str, object]:
        """All there is, by name."""
        return self._found

    def inner(self, field: str) -> Fields:
        """An object inside; an absent one is empty."""
        return Fields(self._found[field] if self.has(field) else {}, self.name(field))

    def several(self, field: str) -> list[Fields]:
        """A list of objects inside."""
        return [Fields(one, name) for name, one in self.entries(field)]

    def entries(self, field: str) -> list[tuple[str, object]]:
        """A list of anything inside, each with its name."""
        found = self._found[field] if self.has(field) else []
        if not isinstance(found, Sequence) or isinstance(found, str):
            raise InputError(self.name(field), _short(found), Phrase("list"))
        return [(f"{self.name(field)}[{number}]", one) for number, one in enumerate(found)]

    def text(self, field: str) -> str:
        """A word."""
        return self._as(field, Phrase("text"), _text)

    def flag(self, field: str) -> bool:
        """True or false."""
        return self._as(field, "true | false", _flag)

    def one_of(self, field: str, choices: Sequence[str]) -> str:
        """One of some words."""
        return self._as(field, " | ".join(choices), lambda found: _one_of(found, choices))

    def number(self, field: str, low: Decimal | int, high: Decimal | int = LARGEST) -> Decimal:
        """An exact number between two bounds, given as a string or a JSON number."""
        return self._as(
            field, Phrase.of("number", low=low, high=high), lambda found: _between(decimal(found), low, high)
        )

    def whole(self, field: str, low: int, high: int) -> int:
        """A whole number between two bounds."""
        return self._as(field, Phrase.of("whole", low=low, high=high), lambda found: whole(found, low, high))

    def month(self, field: str) -> YearMonth:
        """A month of the years that a working life can touch."""
        return self._as(field, f"YYYY-MM ({FIRST_YEAR}..{LAST_YEAR})", lambda found: month(_text(found)))

    def day(self, field: str) -> date:
        """A day of those years."""
        return self._as(field, f"YYYY-MM-DD ({FIRST_YEAR}..{LAST_YEAR})", lambda found: day(_text(found)))

    def moment(self, field: str) -> datetime:
        """A time with its offset, in those years."""
        return self._as(field, f"2026-03-02T12:10:00+08:00 ({FIRST_YEAR}..{LAST_YEAR})", _moment)

    def done(self) -> None:
        """Refuse what nobody asked for: a typing error must not be ignored.

        Raises:
            InputError: naming the first unknown field and those there are.
        """
        for field in self._found:
            if field not in self._read:
                raise InputError(self.name(str(field)), Phrase("unknown-field"), ", ".join(sorted(self._read)))

    def _as(self, field: str, accepts: str | Phrase, read: Callable[[object], T]) -> T:
        if not self.has(field):
            raise InputError(self.name(field), NOTHING, accepts)
        try:
            return read(self._found[field])
        except TooManyDigitsError:
            accepts = Phrase.of("digits", most=MOST_DIGITS)
            raise InputError(self.name(field), _short(self._found[field]), accepts) from None
        except (ValueError, TypeError, InvalidOperation):
            raise InputError(self.name(field), _short(self._found[field]), accepts) from None


@contextmanager
def named(names: Mapping[str, str]) -> Iterator[None]:
    """Call the fields that the law speaks of by what the person wrote: "base" is `--base` here, `plan.base` there.

    Raises:
        InputError: the same, under the other name.
    """
    try:
        yield
    except InputError as error:
        if error.field not in names:
            raise
        raise error.called(names[error.field]) from None


class TooManyDigitsError(ValueError):
    """A number that nobody means, such as 1e-300000."""


def decimal(found: object) -> Decimal:
    """An exact number from a string or a JSON number (which is read without binary rounding).

    Raises:
        TypeError: neither text nor a number.
        TooManyDigitsError: it would take more than 30 digits to write it out.
        ValueError: not a finite number.
    """
    if isinstance(found, bool) or not isinstance(found, str | int | Decimal):
        raise TypeError(found)
    number = Decimal(str(found).strip())
    if not number.is_finite():
        raise ValueError(found)
    if max(number.adjusted() + 1, 1) + max(-int(number.as_tuple().exponent), 0) > MOST_DIGITS:
        raise TooManyDigitsError(found)
    return number


def month(text: str) -> YearMonth:
    """A month of the years that a working life can touch.

    Raises:
        ValueError: not "YYYY-MM", or outside those years.
    """
    found = YearMonth.parse(text)
    _in_a_life(found.year)
    return found


def day(text: str) -> date:
    """A day of the years that a working life can touch.

    Raises:
        ValueError: not "YYYY-MM-DD", or outside those years.
    """
    found = date.fromisoformat(text)
    _in_a_life(found.year)
    return found


def _in_a_life(year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(year)


def _between(number: Decimal, low: Decimal | int, high: Decimal | int) -> Decimal:
    if not low <= number <= high:
        raise ValueError(number)
    return number


def whole(found: object, low: int, high: int) -> int:
    """A whole number between two bounds.

    Raises:
        TypeError: not a number.
        ValueError: not whole, or outside the bounds.
        ArithmeticError: not a number, or one with absurdly many digits.
    """
    number = _between(decimal(found), low, high)
    if number != int(number):
        raise ValueError(found)
    return int(number)


def _text(found: object) -> str:
    if not isinstance(found, str):
        raise TypeError(found)
    return found


def _flag(found: object) -> bool:
    if not isinstance(found, bool):
        raise TypeError(found)
    return found


def _one_of(found: object, choices: Sequence[str]) -> str:
    if found not in choices:
        raise ValueError(found)
    return str(found)


def _moment(found: object) -> datetime:
    moment = datetime.fromisoformat(_text(found))
    if moment.tzinfo is None:
        raise ValueError(found)
    _in_a_life(moment.year)
    return moment


def _short(found: object) -> str:
    text = repr(found) if isinstance(found, str) else str(found)
    return text if len(text) <= 60 else f"{text[:57]}..."  # noqa: PLR2004 - one line on a screen
