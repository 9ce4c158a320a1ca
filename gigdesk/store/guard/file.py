"""One law file checked before it goes into a release."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from gigdesk.domain.law import LawBook, Value
from gigdesk.domain.pension.replay import Form
from gigdesk.store.guard.book import check_book
from gigdesk.store.guard.finding import Finding
from gigdesk.store.lawbook import add_law, read_lawbook


def check_file(file: Path, book: LawBook, forms: Sequence[Form] = ()) -> list[Finding]:
    """Check a law file as if it stood in the release.

    Raises:
        RefusedError: the file cannot be understood; the error names the place in it and the reason.
    """
    return check_book(book_with(file, book), forms)


def book_with(file: Path, book: LawBook) -> LawBook:
    """The law book with the parameters of a file in the place of its region's own.

    A file that already lies in a release folder brings the law and the sources beside it with it.

    Raises:
        RefusedError: the file cannot be understood; the error names the place in it and the reason.
    """
    for folder in file.resolve().parents:
        if folder.name == "law" and (folder.parent / "sources").is_dir():
            return read_lawbook(folder.parent)
    own: dict[str, dict[str, dict[date, Value]]] = {}
    add_law(file, own, book.sources)
    merged = {region: {**book.regions.get(region, {}), **parameters} for region, parameters in own.items()}
    return replace(book, regions={**book.regions, **merged})
