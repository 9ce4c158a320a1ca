"""The parser of the commands, and its own words in the language asked for."""

from __future__ import annotations

import argparse
from typing import NoReturn

from gigdesk.store.texts import Texts

WRONG_INPUT = 2


class Parser(argparse.ArgumentParser):
    """Says in one line what is wrong, as everything else here does."""

    def error(self, message: str) -> NoReturn:
        """End with the message."""
        self.exit(WRONG_INPUT, f"{self.prog}: {message} ({self.prog} --help)\n")


def with_common(common: argparse.ArgumentParser) -> type[Parser]:
    """A parser class whose commands all take the common options, wherever they stand."""

    class Command(Parser):
        def __init__(self, **given: object) -> None:
            super().__init__(parents=[common], allow_abbrev=False, **given)  # type: ignore[arg-type]

    return Command


def speak(t: Texts) -> None:
    """Let argparse take its own words from the texts `argparse.<its English>`; what is not there stays English.

    It asks gettext for them, by two names of its module, and gettext would want a compiled catalogue beside the texts.
    """

    def words(english: str) -> str:
        key = f"argparse.{english.strip()}"
        return t(key) if key in t else english

    def counted(one: str, several: str, number: int) -> str:
        return words(one if number == 1 else several)

    vars(argparse).update(_=words, ngettext=counted)
