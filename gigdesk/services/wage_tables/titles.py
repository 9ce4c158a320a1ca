"""What the texts above and below a table say of it: its year, its unit, who publishes it, about whom it speaks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from gigdesk.domain.wages.codes import plain
from gigdesk.domain.wages.levels import Flag
from gigdesk.services.wage_tables.figures import MARKS, amount_of
from gigdesk.services.wage_tables.heads import factor_of, unit_of

_UNIT_NOTE = re.compile(r"(?:计量)?单位[:：]|^\(?单位\)?$|^unit", re.IGNORECASE)
_NO_TITLE = re.compile(
    r"^(?:附件|附表|表)\d*$|^(?:注|说明|note|发布|公布|印发|发文|信息来源|来源|索引号|文号)", re.IGNORECASE
)
_AROUND = re.compile(r"^附?表\s*\d+(?:[-.]\d+)?[\s:：.、]*|[(（【]?\s*(?:计量|金额|货币)?单位\s*[:：].*$")
"""A number before a title, and a unit behind it."""
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=年|度|\s|$|—|-|[A-Za-z\u4e00-\u9fff])")
_DATA_YEAR = re.compile(
    r"(?:数据|调查|统计)(?:为|系|是|取自|来源于|所属|对应|年[度份]为?|期为?|时期为?|:)?[:：为]?((?:19|20)\d\d)年"
    r"|((?:19|20)\d\d)年度?(?:企业)?(?:薪酬)?(?:调查)?(?:的)?数据"
)
_CITY_NOTICE = re.compile("工资价位|工资指导价|市场工资|薪酬调查|工资指导")
_POPULATIONS = {
    "enterprises_above_designated_size": "规模以上企业",
    "urban_nonprivate_units": "非私营",
    "urban_private_units": "私营单位",
    "rural_migrant_workers": "农民工",
    "job_advertisements": "招聘|求职|recruit",
    "surveyed_enterprise_employees": "工资价位|企业薪酬|薪酬调查|工资指导价|人力资源市场|oews|occupational employment",
}
_CONCEPTS = {
    "rural_migrant_workers": "household_survey_income",
    "job_advertisements": "advertised_pay",
}
_PUBLISHERS = re.compile(r"[\u4e00-\u9fff]{2,12}?(?:人力资源和?社会保障[厅局部]|人社[厅局]|统计局|研究院|总工会)")
_TOP = re.compile(r"#\s*=?.*?equal to or greater than \$?([\d,.]+) per hour or \$?([\d,.]+) per year", re.IGNORECASE)
_MARK = re.compile(r"[“\"'‘]?([*＊#＃/×x…]{1,2}|[-—–]{1,2})[”\"'’]?(?:表示|代表|为|指|[:：=])([^；;。]*)")
_LEGENDS = {
    Flag.MISSING: "不足|缺|没有|无|未|不公布|保密|not available|suppressed",
    Flag.TOP: "以上|超过|不低于|or more|greater",
}
_PUBLISHED = re.compile(r"(?:发布|公布|印发|发文)(?:日期|时间)?[:：]?(\d{4})[-年/.](\d{1,2})[-月/.](\d{1,2})")
_DOLLARS = re.compile(r"\$|US dollar|美元|USD|OEWS", re.IGNORECASE)


@dataclass(frozen=True)
class Year:
    """The year a table speaks of, and why it is thought so (text `wage-table.year.<why>`)."""

    year: str
    why: str
    printed: str = ""


def title_of(above: Sequence[str]) -> str:
    """The title: the longest text above that is no unit and no number of an annex."""
    texts = [text for text in above if not is_unit_note(text) and not _NO_TITLE.match(plain(text))]
    return _AROUND.sub("", max(texts, key=len, default="")).strip()


def is_unit_note(text: str) -> bool:
    """Whether a text only says the unit."""
    return _UNIT_NOTE.search(plain(text)) is not None


def unit_said(texts: Iterable[str]) -> tuple[str, Decimal | None]:
    """The unit of time and the factor that the texts above name: first those that only say the unit, then the title."""
    ordered = sorted(texts, key=lambda text: not is_unit_note(text))
    unit = next(filter(None, map(unit_of, ordered)), "")
    factors = (factor_of(text) for text in ordered if is_unit_note(text) or "万元" in plain(text))
    return unit, next((factor for factor in factors if factor is not None), None)


def year_of(title: str, around: Iterable[str], published: str = "") -> Year | None:
    """The year of the data. A survey asks about the year before it, so a city's notice of 2025 speaks of 2024.

    What is said of the data goes before that; so does a day of publication after the title's year.
    """
    for text in around:
        said = _DATA_YEAR.search(plain(text))
        if said:
            return Year(said[1] or said[2], "said", said[0])
    printed = _YEAR.search(title)
    if printed is None:
        return None
    year = printed[1]
    if not _CITY_NOTICE.search(title):
        return Year(year, "title", year)
    if published[:4] > year:
        return Year(year, "published-after", year)
    return Year(str(int(year) - 1), "survey", year)


def population_of(texts: Iterable[str]) -> tuple[str, str]:
    """Population and pay concept, where the texts leave no doubt; else two empty strings."""
    whole = " ".join(texts).lower()
    population = next((name for name, pattern in _POPULATIONS.items() if re.search(pattern, whole)), "")
    return population, _CONCEPTS.get(population, "gross_wage_employees") if population else ""


def publisher_of(texts: Iterable[str]) -> str:
    """The office that the texts name; "" where they name none."""
    return next((found[0] for text in texts if (found := _PUBLISHERS.search(plain(text)))), "")


def top_of(texts: Iterable[str], unit: str) -> Decimal | None:
    """The figure that a mark for "this or more" stands for, where a legend says so."""
    for text in texts:
        found = _TOP.search(text)
        if found and unit in {"hour", "year"}:
            return amount_of(found[1 if unit == "hour" else 2])
    return None


def marks_of(texts: Iterable[str]) -> dict[str, Flag]:
    """What the table's own legend says of the marks in the place of figures, where that is not the usual."""
    found = {}
    for text in texts:
        for mark, meaning in _MARK.findall(plain(text)):
            flag = next((flag for flag, words in _LEGENDS.items() if re.search(words, meaning)), None)
            if flag and MARKS.get(mark) is not flag:
                found[mark] = flag
    return found


def published_of(texts: Iterable[str]) -> str:
    """The day of publication, where the texts name it: YYYY-MM-DD; else ""."""
    said = (_PUBLISHED.search(plain(text)) for text in texts)
    return next((f"{int(day[1])}-{int(day[2]):02}-{int(day[3]):02}" for day in said if day), "")


def currency_of(texts: Iterable[str]) -> str:
    """USD where the texts speak of dollars, else CNY."""
    return "USD" if any(_DOLLARS.search(text) for text in texts) else "CNY"
