"""Texts by key, one JSON file a language. A missing key is an error, found by a test before any user."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from gigdesk.domain.errors import Phrase

LANGUAGES = ("zh", "en")

T = Callable[..., str]


class Texts:
    """The texts of one language: `t("key", name=value)` fills the blanks of `"... {name} ..."`."""

    def __init__(self, folder: Path, language: str) -> None:
        self.language = language
        self.all: dict[str, str] = json.loads((folder / f"{language}.json").read_text(encoding="utf-8"))

    def __call__(self, key: str, **blanks: object) -> str:
        """The text of a key with its blanks filled.

        Raises:
            KeyError: no such key, or a blank that nobody filled.
        """
        text = self.all[key]
        return text.format(**blanks) if blanks else text

    def tell(self, key: str, details: Mapping[str, object]) -> str:
        """The text of an error or a warning. A parameter, or a month by its number, is called by its name."""
        details = {name: self._words(detail) for name, detail in details.items()}
        name = str(details.get("name", ""))
        label = self.all.get(f"parameter.{name}", name)
        month = self.all.get(f"month.{details.get('month')}", "")
        return self(key, **{"name": month, **details, "label": label})

    def _words(self, detail: object) -> object:
        """A phrase, and what the system says of a failure, in the language of the texts; all else as it is."""
        if isinstance(detail, Phrase):
            return self(f"phrase.{detail.key}", **{name: self._words(blank) for name, blank in detail.blanks.items()})
        if isinstance(detail, OSError):
            words = self.all.get(f"system.{detail.strerror}", "")
            return f"{words} ({detail.filename})" if words and detail.filename else words or detail
        return self.all.get(f"system.{detail}", detail)

    def __contains__(self, key: str) -> bool:
        return key in self.all
