"""calendar.toml of a release: when its parts are published as a rule, and which years are not out yet."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from gigdesk.domain.errors import RefusedError
from gigdesk.domain.law import Status, Unpublished
from gigdesk.domain.money import UseYear
from gigdesk.store.records import Rule

TEXTS = ("zh", "en")


@dataclass(frozen=True)
class Publication:
    """The rules by dataset, and the notices."""

    rules: Mapping[str, Rule]
    unpublished: tuple[Unpublished, ...]


def read_publication(folder: Path) -> Publication:
    """Read the calendar of a release folder.

    Raises:
        RefusedError: it is missing or cannot be understood; the error names the entry and the reason.
    """
    path = folder / "calendar.toml"
    place = "-"
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
        rules: dict[str, Rule] = {}
        for entry in found.get("rules", ()):
            place = f"rule {entry.get('dataset')}"
            dataset = entry.pop("dataset")
            _once(dataset in rules)
            rules[dataset] = rule_of(entry)
        notices: dict[tuple[object, ...], Unpublished] = {}
        for entry in found.get("unpublished", ()):
            place = f"{entry.get('region')} {entry.get('parameter')} {entry.get('year')}"
            notice = unpublished_of(entry)
            _once((notice.region, notice.name, notice.year) in notices)
            notices[notice.region, notice.name, notice.year] = notice
    except (OSError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise RefusedError("release", file=path.name, place=place, reason=repr(error)) from error
    return Publication(rules, tuple(notices.values()))


def rule_of(entry: Mapping[str, Any]) -> Rule:
    """A rule from its entry in the file, or from the same in the compiled release."""
    about = dict(entry)
    texts = _texts(about)
    months = tuple(int(month) for month in about.pop("months", ()))
    return Rule(months=months, status=Status(about.pop("status")), texts=texts, **about)


def unpublished_of(entry: Mapping[str, Any]) -> Unpublished:
    """A notice from its entry in the file, or from the same in the compiled release."""
    about = dict(entry)
    texts = _texts(about)
    day = date.fromisoformat(str(about.pop("checked_on")))
    year, status = UseYear(int(about.pop("year"))), Status(about.pop("status"))
    return Unpublished(name=about.pop("parameter"), year=year, checked_on=day, status=status, texts=texts, **about)


def entry_of(said: Rule | Unpublished) -> dict[str, object]:
    """A rule or a notice as it stands in the file, in what JSON can say."""
    about = dict(vars(said)) | dict(said.texts)
    del about["texts"]
    if isinstance(said, Unpublished):
        about["parameter"] = about.pop("name")
        about["checked_on"] = said.checked_on.isoformat()
    return about


def _texts(about: dict[str, Any]) -> dict[str, str]:
    return {language: str(about.pop(language)) for language in TEXTS}


def _once(stands: bool) -> None:  # noqa: FBT001 - what is asked
    if stands:
        raise ValueError("stands twice")
