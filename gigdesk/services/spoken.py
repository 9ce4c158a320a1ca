"""What stands on a page, as it is spoken: in sentences, with figures, dates and ranges as people read them out."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from gigdesk.services.spelled import chinese, english

_Rule = tuple[str, str | Callable[[re.Match[str]], str]]

_DIGITS = "零一二三四五六七八九"
_LONGEST = 12
"""Digits: a longer one is a code, and read digit by digit."""
# fmt: off
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)
# fmt: on
_COUNTED = "个年天次种条步份倍位张项户家小周万元"
"""Before these a two is 两."""
_SHORT = ("Art.", "art.", "No.", "e.g.", "i.e.", "approx.", "etc.", "vs.", "a.m.", "p.m.", "Mr.", "Ms.")
_END = re.compile(r"(?<=[。！？])(?![”』」）)])|(?<=[.!?])(?=\s)|\n+")
_NUMBERED = re.compile(r"\d{1,2}\.")
_HAN = re.compile(r"[㐀-鿿](?:[㐀-鿿〔〕《》（），、。：；？！\d]*[㐀-鿿》）])?")


def sentences(text: str) -> list[str]:
    """The sentences of a text; a full stop in a figure, after a number or in an abbreviation ends none."""
    found: list[str] = []
    open_end = False
    for part in _END.split(re.sub(r"([?!？！])\.", r"\1", text.replace("**", ""))):
        words = " ".join(part.split())
        if not words:
            continue
        found[-1:] = [f"{found[-1]} {words}"] if open_end else [*found[-1:], words]
        open_end = words.endswith(_SHORT) or bool(_NUMBERED.fullmatch(found[-1]))
    return found


def utterances(sentence: str, language: str, voices: Sequence[str]) -> list[tuple[str, str]]:
    """A sentence as pieces with their languages: Chinese names in an English one are said in Chinese, with a voice."""
    if language == "zh" or "zh" not in voices:
        return [(language, spoken(sentence, language))]
    pieces: list[tuple[str, str]] = []
    at = 0
    for found in _HAN.finditer(sentence):
        pieces += [(language, sentence[at : found.start()]), ("zh", found[0])]
        at = found.end()
    pieces.append((language, sentence[at:]))
    return [(tongue, spoken(piece, tongue)) for tongue, piece in pieces if re.search(r"\w", piece)]


def spoken(sentence: str, language: str) -> str:
    """A sentence as a voice is given it; the words stay those of the page."""
    for pattern, said in _CHINESE if language == "zh" else _ENGLISH:
        sentence = re.sub(pattern, said, sentence)
    return " ".join(sentence.split())


def _each(digits: str) -> str:
    return "".join(_DIGITS[int(digit)] for digit in digits)


def _number(found: re.Match[str]) -> str:
    whole, _, rest = found[0].partition(".")
    coded = len(whole) > _LONGEST or (len(whole) > 1 and whole.startswith("0"))
    said = _each(whole) if coded else chinese(int(whole))
    return f"{said}点{_each(rest)}" if rest else said


def _chinese_day(found: re.Match[str]) -> str:
    year, month, day = found[1], int(found[2]), found[3]
    return f"{_each(year)}年{chinese(month)}月" + (f"{chinese(int(day))}日" if day else "")


def _chinese_time(found: re.Match[str]) -> str:
    hour, minute, second = int(found[1]), int(found[2]), found[3]
    return f"{chinese(hour)}点{chinese(minute)}分" + (f"{chinese(int(second))}秒" if second else "")


def _english_day(found: re.Match[str]) -> str:
    year, month, day = found[1], _MONTHS[int(found[2]) - 1], found[3]
    return f"{int(day)} {month} {year}" if day else f"{month} {year}"


def _english_amount(figure: str) -> str:
    whole, _, rest = figure.partition(".")
    return english(int(whole)) + (f" point {' '.join(rest)}" if rest else "")


_DAY = r"(?<![\d-])(\d{4})-(0[1-9]|1[0-2])(?:-(\d\d))?(?![\d-])"
_TIME = r"(?<![\d:])(\d{1,2}):(\d\d)(?::(\d\d))?(?![\d:])"
_CODE = r"(?<![\d-])(?:\d(?:-\d\d){1,3}|0\d\d{1,2}-\d{5,8})(?![\d-])"
_GROUPED = r"(?<=\d),(?=\d{3}(?!\d))"
_SPAN = r"(?<=[\d%元年月日万])\s*[–—~～]\s*(?=[\d¥])"
_LESS = r"(?<![\w)）])[-−]\s*(?=\d)"
_MONEY = r"¥\s*(\d[\d,]*(?:\.\d+)?)"

_CHINESE: tuple[_Rule, ...] = (
    (r"^(\d{1,2})\s+(?=[㐀-鿿])(?![个年月天日元岁人步项条次题单时分倍到至])", r"\1，"),
    (r"(?<=[\d%])\s+(?=[㐀-鿿])|(?<=[㐀-鿿])\s+(?=\d)", ""),
    (_DAY, _chinese_day),
    (_TIME, _chinese_time),
    (_CODE, lambda found: _each(found[0].replace("-", ""))),
    (_MONEY, r"\1元"),
    (_GROUPED, ""),
    (r"〔(\d{4})〕\s*(?=\d)", lambda found: f"{_each(found[1])}年第"),
    (_SPAN, "到"),
    (r"(?<=[\d%])-(?=\d)", "到"),
    (_LESS, "负"),
    (r"(\d{4})(?=年)", lambda found: _each(found[1])),
    (r"(?<!\d)12\d{3}(?!\d|\.\d|元|\s*个)", lambda found: _each(found[0])),
    (r"(\d+(?:\.\d+)?)\s*[%％]", r"百分之\1"),
    (r"(?<![\d.])(\d{1,3})/(\d{1,3})(?![\d.])", r"\2分之\1"),
    (rf"(?<![\d.第])2(?=[{_COUNTED}])", "两"),
    (r"\d+(?:\.\d+)?", _number),
    (r"(?<=元)\s*/\s*时", "每小时"),
    (r"元\s*/\s*", "元每"),
    (r"(?<=[㐀-鿿])\.(?=\s|$)", "。"),
    (r"\s*×\s*", "乘以"),
    (r"\s*÷\s*", "除以"),
    (r"\s*[=＝]\s*", "等于"),
    (r"\s*[+＋]\s*", "加"),
    (r"≥\s*", "不低于"),
    (r"≤\s*", "不高于"),
    (r"\s*[·→]\s*", "，"),
)
_ENGLISH: tuple[_Rule, ...] = (
    (_DAY, _english_day),
    (r"(?<=[\w%])\s*[–—~～]\s*(?=[\d¥])", " to "),
    (_MONEY, r"\1 yuan"),
    (r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", lambda found: _english_amount(found[0].replace(",", ""))),
    (r"〔(\d{4})〕\s*(\d+)\s*号?", r" \1 number \2"),
    (_LESS, "minus "),
    (r"\bP(\d\d)\b", r"P \1"),
    (r"\b[Aa]rt\.", "article"),
    (r"\bNo\.", "number"),
    (r"\be\.g\.", "for example"),
    (r"\bi\.e\.", "that is"),
    (r"\bapprox\.", "about"),
    (r"\s*[%％]", " percent"),
    (r"(?<=\w)\s*/\s*h\b", " per hour"),
    (r"(?<=\w)\s*/\s*(?=(?:year|month|day|hour|order)\b)", " per "),
    (r"\s*×\s*", " times "),
    (r"\s*÷\s*", " divided by "),
    (r"\s*[=＝]\s*", " equals "),
    (r"\s+\+\s+", " plus "),
    (r"≥\s*", "at least "),
    (r"≤\s*", "at most "),
    (r"\s*[·→]\s*", ", "),
)
