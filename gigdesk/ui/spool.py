"""What a visitor sent to the printer and that still waits there when they have left: it is taken back."""

from __future__ import annotations

import getpass
import os
import shutil
import subprocess
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer

from gigdesk.ui.models.session import Session

GRACE = 90_000
"""Milliseconds from leaving: a printer that works has the paper out by then."""
LIST, CANCEL = "lpstat", "cancel"
"""Of CUPS; where they are not, as on Windows, nothing is taken back."""
LONGEST = 10
_OWNER = 1


def waiting() -> tuple[str, ...]:
    """The names of this user's jobs that are not printed yet."""
    lines = (line.split() for line in _said(LIST, "-W", "not-completed", "-o").splitlines())
    own = getpass.getuser()
    return tuple(words[0] for words in lines if words[_OWNER : _OWNER + 1] == [own])


def take_back(jobs: Sequence[str]) -> None:
    """Cancel jobs; one that is printed by now is let be."""
    for job in set(jobs) & set(waiting()):
        _said(CANCEL, job)


class Spool(QObject):
    """Of one kiosk. Asks and cancels apart from the window: a print server may take its time."""

    def __init__(self, session: Session, parent: QObject, grace: int = GRACE) -> None:
        super().__init__(parent)
        self._session, self._grace = session, grace

    def left(self) -> None:
        """Somebody who printed has left: what waits now waits no longer than the grace."""
        self._session.apart(waiting, self._later, lambda _: None)

    def _later(self, jobs: Sequence[str]) -> None:
        if jobs:
            QTimer.singleShot(self._grace, self, lambda: self._cancel(jobs))

    def _cancel(self, jobs: Sequence[str]) -> None:
        self._session.apart(lambda: take_back(jobs), lambda _: None, lambda _: None)


def _said(program: str, *arguments: str) -> str:
    """What a program says; nothing where it is not there or fails."""
    path = shutil.which(program)
    if path is None:
        return ""
    try:
        done = subprocess.run(  # noqa: S603 - a program of the system, with words of our own
            [path, *arguments], capture_output=True, timeout=LONGEST, check=False, env={**os.environ, "LC_ALL": "C"}
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode(errors="replace")
