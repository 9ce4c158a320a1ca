"""The series guard as a job: every year table of the release in use, or of one law file before it goes into one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from gigdesk.services.answer import Answer, answered
from gigdesk.store.guard import Finding, Severity, check_book
from gigdesk.store.guard.file import book_with
from gigdesk.store.reference import Reference


@dataclass(frozen=True)
class SeriesCheck:
    """What the guard found: errors keep a release from being installed, notices are for whoever keeps the table."""

    file: str
    regions: int
    errors: tuple[Finding, ...]
    notices: tuple[Finding, ...]

    @property
    def well(self) -> bool:
        """Whether the tables may go into a release."""
        return not self.errors


def check_series(reference: Reference, today: date, file: Path | None = None) -> Answer[SeriesCheck]:
    """Check the tables in use; with a file, as they would be with its parameters in the place of its region's.

    A file that lies in a release folder is checked with the law and the sources beside it.

    Raises:
        RefusedError: the file cannot be understood; the error names the place in it and the reason.
    """
    book = book_with(file, reference.book) if file else reference.book
    found = check_book(book, reference.forms())
    errors = tuple(finding for finding in found if finding.severity is Severity.ERROR)
    notices = tuple(finding for finding in found if finding.severity is Severity.NOTICE)
    checked = SeriesCheck(file.name if file else "", len(book.regions), errors, notices)
    return answered(checked, reference, today)
