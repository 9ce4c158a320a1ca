"""How published levels are called in words."""

from __future__ import annotations

from gigdesk.store.texts import Texts


def called(label: str, t: Texts) -> str:
    """The label of a level; one in parts ("众包骑手|一线") in the language asked for, part by part."""
    parts = label.split("|")
    return t("wages.part.and").join(t(key) if (key := f"wages.part.{part}") in t else part for part in parts)
