"""How published levels are called in words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from gigdesk.domain.wages.levels import MEASURES, Flag, WageLevel
from gigdesk.domain.wages.occupations import Occupation
from gigdesk.domain.wages.widening import Found
from gigdesk.store.records import Region
from gigdesk.store.texts import Texts

_QUARTER = re.compile(r"(\d{4})-?Q([1-4])")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_FIRST_PRINT = re.compile(r"first print ([\d,]+)")


def called(label: str, t: Texts) -> str:
    """The label of a level; one in parts ("众包骑手|一线") in the language asked for, part by part."""
    parts = label.split("|")
    return t("wages.part.and").join(t(key) if (key := f"wages.part.{part}") in t else part for part in parts)


def occupation_name(occupation: Occupation, t: Texts) -> str:
    """The name of an occupation in the language asked for, where it has one."""
    return occupation.label_en if t.language == "en" and occupation.label_en else occupation.label


def region_name(code: str, regions: Mapping[str, Region], t: Texts) -> str:
    """The name of a region; its code where the release has none, as in a table that somebody brought."""
    return regions[code].names[t.language] if code in regions else code


def population(level: WageLevel, t: Texts) -> str:
    """Whose pay a level tells; as the table that somebody brought says it, where GigDesk has no name for them."""
    key = f"population.{level.population}"
    return t(key) if key in t else level.population


def who(level: WageLevel, t: Texts) -> str:
    """In a sentence, who they are and what may be read from their pay."""
    key = f"population.{level.population}.who"
    return t(key) if key in t else t("population.who", who=population(level, t))


def speaks_of(found: Found, occupation: Occupation, regions: Mapping[str, Region], t: Texts) -> str:
    """What a figure speaks of: the occupation, a part of it, or what is nearest to it; and where, if elsewhere."""
    level = found.level
    step = "part" if found.is_part else found.step
    label = called(level.label, t)
    if step == "occupation" and label == level.label:  # published in Chinese, and without a name in other languages
        label = occupation_name(occupation, t) if t.language == "en" else label
    what = t(f"wages.speaks-of.{step}", label=label)
    return f"{what} · {region_name(level.region, regions, t)}" if "region" in found.widened else what


def period_in_words(period: str, t: Texts) -> str:
    """A year, a quarter or a month ("2025", "2025Q4", "2024-06") in words; anything else as it is."""
    if quarter := _QUARTER.fullmatch(period):
        return t("wages.quarter", year=quarter[1], quarter=quarter[2])
    if (month := _MONTH.fullmatch(period)) and (key := f"month.{int(month[2])}") in t:
        return t("date.month", year=month[1], month=int(month[2]), name=t(key))
    return t("wages.year", year=period) if period.isdigit() else period


def figure(name: str, statistics: Mapping[str, Decimal], flags: Mapping[str, Flag], t: Texts) -> str:
    """A figure in words: to the fen, "this or more", or that it is not published."""
    if name not in statistics:
        return t("wages.not-published")
    amount = amount_in_words(statistics[name])
    return t("wages.or-more", amount=amount) if flags.get(name) is Flag.TOP else amount


def amount_in_words(amount: Decimal) -> str:
    """An exact amount: 6,300, 4,334.83; a loss with the sign of the language of figures (−500)."""
    shown = f"{amount:,.2f}" if amount != int(amount) else f"{int(amount):,}"
    return shown.replace("-", "−")


def rule(level: WageLevel, measure: str, t: Texts) -> str:
    """How the figures shown were made of the published ones; empty where they are those."""
    published, wanted = level.unit, MEASURES[measure]
    return "" if published == wanted else t(f"wages.rule.{published}-{wanted}")


def unit(measure: str, currency: str, t: Texts) -> str:
    """The unit of a measure: yuan a month, or another currency by its code."""
    key = f"unit.{currency}/{MEASURES[measure]}"
    return t(key) if key in t else f"{currency}/{t(f'wages.per.{MEASURES[measure]}')}"


def first_print(note: str) -> str | None:
    """What was published at first of a figure that was revised; None where nothing is known of that."""
    found = _FIRST_PRINT.search(note)
    return f"{int(found[1].replace(',', '')):,}" if found else None
