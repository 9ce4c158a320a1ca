"""What an estimate comes to, in words: the sentence first, and whether there is anything left to pay."""

from __future__ import annotations

from gigdesk.domain.pension.estimate import Estimate
from gigdesk.services import words
from gigdesk.services.answer import Answer
from gigdesk.store.texts import Texts


def title(answer: Answer[Estimate], tier: str, t: Texts) -> str:
    """The sentence before the amount, or why there is no amount; `tier` is what is paid on, in words."""
    found = answer.result
    when = found.retirement
    if begins_now(found):
        return t("pension.title.now")
    if found.range:
        paying_on = any(warned.code == "paying-on-after-age" for warned in answer.warnings)
        shown = {"month": words.month(when.chosen_month, t), "age": words.age(when.chosen_age_months, t)}
        return t("pension.title.paying-on" if paying_on else "pension.title", tier=tier, **shown)
    if when.months_short:
        return t("pension.title.short", tier=tier, short=when.months_short)
    return t("pension.title.none")


def subtitle(found: Estimate, t: Texts) -> str:
    """What is to be known of the amount, or of there being none."""
    if not found.range:
        return t("pension.no-figure")
    return t("pension.subtitle.now" if begins_now(found) else "pension.subtitle")


def begins_now(found: Estimate) -> bool:
    """Whether there is a pension and nothing left to pay for it: then there are no roads and no tiers to compare."""
    return found.range is not None and not found.expected.projection.months
