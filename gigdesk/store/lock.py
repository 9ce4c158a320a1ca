"""One process at a time: a lock that the system lets go of when the process ends, however it ends."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from gigdesk.domain.errors import MissingDataError

PATIENCE = 60.0
"""How long somebody waits who has nothing to show meanwhile, in seconds: an installation takes one or two."""


@contextmanager
def locked(path: Path, seconds: float = PATIENCE) -> Iterator[None]:
    """Hold the lock of a file, which stays empty. SQLite knows how to lock one on every system.

    Raises:
        MissingDataError: another process holds it for longer than so many seconds.
        sqlite3.Error: the file cannot be written to.
    """
    with closing(sqlite3.connect(path, timeout=seconds, isolation_level=None)) as connection:
        try:
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise
            raise MissingDataError("data-busy", path=path.parent) from error
        if not os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
            # SQLite opens it all the same, and locks nothing
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        yield
