"""What an occupation is, and what it was called or numbered besides."""

from __future__ import annotations

from dataclasses import dataclass

from gigdesk.domain.law import Status

SCHEME = "CN-2022"


@dataclass(frozen=True)
class Occupation:
    """An occupation of 《职业分类大典》 with the names it goes by. Code form a-bb-cc-dd."""

    code: str
    label: str
    label_en: str
    work_types: tuple[str, ...]
    aliases: tuple[str, ...]
    gig: bool


@dataclass(frozen=True)
class RetiredCode:
    """What a code stood for in one edition. A title of "" was not in use; `valid_to` of "" still holds."""

    code: str
    title: str
    edition: str
    valid_from: str
    valid_to: str
    note: str


@dataclass(frozen=True)
class SaidWord:
    """What people say that is no name of one occupation: the codes it may mean, best first; several are asked about."""

    word: str
    codes: tuple[str, ...]
    status: Status
    source: str
