"""Large amounts once more in words, so that a zero too many is seen."""

from __future__ import annotations

from decimal import Decimal

from gigdesk.store.texts import Texts

LARGE = Decimal(10_000)
"""From here on an amount is repeated in words."""
MOST = Decimal(10**12)
MONEY = "CNY"
_FEN_DIGITS = 2

_DIGITS = "零一二三四五六七八九"
_PLACES = ("", "十", "百", "千")
_GROUPS = ("", "万", "亿")

# fmt: off
_BELOW_TWENTY = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)
# fmt: on
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_POWERS = ("", "thousand", "million", "billion")
_HUNDRED, _THOUSAND, _TWENTY, _TEN = 100, 1000, 20, 10


def spelled(amount: Decimal, unit: str, t: Texts) -> str:
    """A large amount in words with its unit, money without "a month".

    "" for a small one, one beyond all bounds, and in a language that nobody wrote the numbers of.
    """
    speller = {"zh": _chinese_words, "en": _english_words}.get(t.language)
    if speller is None or not LARGE <= amount < MOST:
        return ""
    return speller(amount, t(f"unit.{MONEY if unit.startswith(MONEY) else unit}"), money=unit.startswith(MONEY))


def chinese(number: int) -> str:
    """A whole number from 0 on, below ten to the twelfth."""
    said, skipped = "", False
    for at, digit in enumerate(digits := str(number)):
        place = len(digits) - 1 - at
        if digit != "0":
            said += (_DIGITS[0] if skipped and said else "") + _DIGITS[int(digit)] + _PLACES[place % 4]
        skipped = digit == "0"
        if place % 4 == 0 and digits[max(0, at - 3) : at + 1].strip("0"):
            said += _GROUPS[place // 4]
    return said.removeprefix(_DIGITS[1]) if said.startswith("一十") else said or _DIGITS[0]


def english(number: int) -> str:
    """A whole number from 0 on, below ten to the twelfth."""
    groups: list[str] = []
    for power in _POWERS:
        number, group = divmod(number, _THOUSAND)
        if group:
            groups.insert(0, f"{_english_group(group)} {power}".strip())
    return " ".join(groups) or _BELOW_TWENTY[0]


def _english_group(number: int) -> str:
    hundreds, rest = divmod(number, _HUNDRED)
    above = f"{_BELOW_TWENTY[hundreds]} hundred" if hundreds else ""
    if rest < _TWENTY:
        below = _BELOW_TWENTY[rest] if rest else ""
    else:
        ten, one = divmod(rest, _TEN)
        below = _TENS[ten - 2] + (f"-{_BELOW_TWENTY[one]}" if one else "")
    return f"{above} {below}".strip()


def _chinese_words(amount: Decimal, unit: str, *, money: bool) -> str:
    whole, rest = chinese(int(amount)), _rest(amount)
    if not rest or not money or len(rest) > _FEN_DIGITS:
        point = f"点{''.join(_DIGITS[int(digit)] for digit in rest)}" if rest else ""
        return f"{whole}{point}{unit}"
    jiao, fen = (int(digit) for digit in f"{rest:0<2}")
    small = (f"{_DIGITS[jiao]}角" if jiao else _DIGITS[0]) + (f"{_DIGITS[fen]}分" if fen else "")
    return f"{whole}{unit}{small}"


def _english_words(amount: Decimal, unit: str, *, money: bool) -> str:
    whole, rest = english(int(amount)), _rest(amount)
    if not rest or not money or len(rest) > _FEN_DIGITS:
        point = f" point {' '.join(_BELOW_TWENTY[int(digit)] for digit in rest)}" if rest else ""
        return f"{whole}{point} {unit}"
    return f"{whole} {unit} and {english(int(f'{rest:0<2}'))} fen"


def _rest(amount: Decimal) -> str:
    return f"{amount:f}".partition(".")[2].rstrip("0")
