"""What can go wrong and was foreseen. Each kind has an exit status and, by its code, a text in every language."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Self


@dataclass(frozen=True)
class Phrase:
    """Words of an error that depend on the language: the text `phrase.<key>` with its blanks."""

    key: str
    blanks: dict[str, object] = field(default_factory=dict)

    @classmethod
    def of(cls, key: str, **blanks: object) -> Self:
        """The phrase of a key."""
        return cls(key, blanks)

    def __str__(self) -> str:
        return " ".join((self.key, *map(str, self.blanks.values())))


NOTHING = Phrase("nothing")
BOTH = Phrase("both")


def either(one: str, other: str) -> Phrase:
    """What is accepted where one of two fields is to be filled."""
    return Phrase.of("either", one=one, other=other)


class GigDeskError(Exception):
    """A foreseen failure. `code` is the key of its text (`error.<code>`), `details` fill the blanks."""

    exit_status = 1

    def __init__(self, code: str, **details: object) -> None:
        self.code = code
        self.details: dict[str, object] = {
            name: detail if isinstance(detail, Phrase) else str(detail) for name, detail in details.items()
        }
        super().__init__(f"{code}: " + ", ".join(f"{name}={detail}" for name, detail in self.details.items()))


class InputError(GigDeskError):
    """What was entered cannot be used: which field, what it got, what it accepts."""

    exit_status = 2

    def __init__(self, field: str, got: object, accepts: str | Phrase, code: str = "input") -> None:
        super().__init__(code, field=field, got=got, accepts=accepts)
        self.field = field
        self.accepts = accepts

    def called(self, field: str) -> InputError:
        """The same error under the name that the person gave the field."""
        return InputError(field, self.details["got"], self.accepts, self.code)


class MissingDataError(GigDeskError):
    """The figure needed is not in the release: which one, and where to ask."""

    exit_status = 3


NONE = "-"
"""In the place of the first and the last day of a parameter that has none at all."""


class NotInForceError(MissingDataError):
    """No value had begun by the day (or year) asked for. Never answered with the newest one instead."""

    def __init__(self, name: str, asked: object, first: object, last: object) -> None:
        code = "no-figure" if first == NONE else "not-in-force"
        super().__init__(code, name=name, asked=asked, first=first, last=last)


class UnverifiedError(MissingDataError):
    """The only value known is unverified, and such a value is never used silently."""

    def __init__(self, name: str, asked: object) -> None:
        super().__init__("unverified", name=name, asked=asked)


class RefusedError(GigDeskError):
    """A release, a feed, a signature or a file did not pass its checks."""

    exit_status = 4


class CancelledError(GigDeskError):
    """Somebody stopped it. What came so far is kept, and the next time goes on from there."""

    exit_status = 3

    def __init__(self) -> None:
        super().__init__("cancelled")
