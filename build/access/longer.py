"""Texts a third longer than they are, as another translation might be."""

from __future__ import annotations

import math
import re
from pathlib import Path

from gigdesk.store.texts import Texts

_BLANK = re.compile(r"\{[^}]*\}|\*\*")
_SHARE = 1 / 3


class LongerTexts(Texts):
    """The texts of a language, each followed by its own first third; blanks and marks are not repeated."""

    def __init__(self, folder: Path, language: str) -> None:
        super().__init__(folder, language)
        self.all = {key: longer(text) for key, text in self.all.items()}


def longer(text: str) -> str:
    """The text and its first third again, as words of their own where it has several; what has no letter stays."""
    letters = _BLANK.sub("", text).replace("\n", " ")
    if not any(letter.isalpha() for letter in letters):
        return text
    more = letters[: math.ceil(len(letters) * _SHARE)].strip()
    return f"{text} {more}" if " " in letters.strip() else text + more
