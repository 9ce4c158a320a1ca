"""The parts of the release in words: what, how old, when the next figures come, how it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from gigdesk.services import words
from gigdesk.services.data import DatasetState
from gigdesk.services.freshness import Freshness, first_day
from gigdesk.store.texts import Texts

ICONS = {
    "contribution-base": "umbrella",
    "benefit-base": "calendar",
    "injury": "shield",
    "wages": "bars",
    "minimum-wage": "receipt",
    "entitlements": "checklist",
}
OTHER = "receipt"
"""The icon of a part that a later release brings."""
YEAR_DAYS = 365
MONTH_DAYS = 30


@dataclass(frozen=True)
class DatasetLine:
    """One dataset in words. `share` is how much of the time to the next publication has passed, 0 to 1."""

    icon: str
    name: str
    detail: str
    published: str
    share: float
    age: str
    expected: str
    freshness: str
    word: str
    note: str = ""


def dataset_line(state: DatasetState, place: str, today: date, t: Texts) -> DatasetLine:
    """A part of the release; `place` is the name of the region it is followed by."""
    age = state.age
    name = f"dataset.{state.dataset.id}"
    return DatasetLine(
        icon=ICONS.get(state.dataset.id, OTHER),
        name=t(name) if name in t else state.dataset.id,
        detail=_detail(state, place, t),
        published=_published(state.published, t),
        share=0.0 if age.share is None else age.share,
        age=_age(state, today, t),
        expected=_expected(state, t),
        freshness=str(age.freshness),
        word=t(f"freshness.{age.freshness}"),
        note=state.unpublished.texts[t.language] if state.unpublished else "",
    )


def _detail(state: DatasetState, place: str, t: Texts) -> str:
    blanks = {"place": place, "newest": state.newest, "source": state.source.document or state.source.publisher}
    if state.unpublished:
        return t("data.detail.stands-in", **blanks, year=state.unpublished.year)
    return t("data.detail.year" if len(state.newest) == len("2026") else "data.detail.day", **blanks)


def _published(published: str, t: Texts) -> str:
    if not published:
        return t("state.not-known")
    return t("data.published.year", year=published) if len(published) == len("2026") else published


def _expected(state: DatasetState, t: Texts) -> str:
    age = state.age
    if age.freshness is Freshness.WAITING:
        return t("data.expected.waiting")
    if state.unpublished:
        return t("data.expected.provisional")
    if age.expected is None:
        return state.dataset.rule.texts[t.language]
    return t("data.expected.month", month=words.month(age.expected, t))


def _age(state: DatasetState, today: date, t: Texts) -> str:
    """Since the publication, or since somebody last looked where that is what counts."""
    age = state.age
    if age.looked is not None:
        return t("data.age.looked", age=duration(age.looked, t)) if age.looked > 0 else t("data.age.looked-today")
    if age.days is not None:
        return duration(age.days, t)
    published = first_day(state.published)
    if published is None:
        return t("state.not-known")
    years = today.year - published.year
    return t("data.age.years", years=years) if years > 0 else t("data.age.this-year")


def duration(days: int, t: Texts) -> str:
    """A number of days in words."""
    if days >= YEAR_DAYS:
        return t("age.about-years", years=days // YEAR_DAYS, months=days % YEAR_DAYS // MONTH_DAYS)
    if days >= 4 * MONTH_DAYS:
        return t("age.about-months", months=days // MONTH_DAYS)
    return t("age.days", days=days)
