"""Processes that are killed: at a moment of their time, or at one of the events in which they touch the system."""

from __future__ import annotations

import contextlib
import os
import resource
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from gigdesk.domain.errors import MissingDataError

DONE, FORESEEN, UNFORESEEN = 0, 3, 70
KILLED = -signal.SIGKILL
TOUCHES = ("open", "os.", "shutil.", "sqlite3.")
"""How the names of the audit events begin that are counted: opening, making, renaming, taking away, a database."""


@dataclass(frozen=True)
class Death:
    """When a process is killed: after so many seconds, or at so many events, or not at all.

    `largest` is the largest file it may write, in bytes: what is larger fails as on a full disk.
    """

    seconds: float | None = None
    events: int | None = None
    largest: int | None = None


@dataclass(frozen=True)
class Ended:
    """How a process ended: its status, or minus the number of the signal; in how many events, and what it raised."""

    status: int
    events: int
    raised: str


def run(works: Sequence[tuple[Callable[[], object], Death]], notes: Path) -> list[Ended]:
    """Do all works at once, each in a process of its own that is killed as its death says."""
    children = [_forked(work, death, notes / str(at)) for at, (work, death) in enumerate(works)]
    timers = [
        threading.Timer(death.seconds, _kill, (child,))
        for child, (_, death) in zip(children, works, strict=True)
        if death.seconds is not None
    ]
    for timer in timers:
        timer.start()
    statuses = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
    for timer in timers:
        timer.cancel()
        timer.join()
    return [_ended(status, notes / str(at)) for at, status in enumerate(statuses)]


def _kill(child: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)


def _forked(work: Callable[[], object], death: Death, note: Path) -> int:
    note.unlink(missing_ok=True)
    child = os.fork()
    if child == 0:
        status, events, raised = UNFORESEEN, iter(range(0)), ""
        try:
            events = _counted(death.events)
            if death.largest is not None:
                resource.setrlimit(resource.RLIMIT_FSIZE, (death.largest, resource.RLIM_INFINITY))
            work()
            status = DONE
        except MissingDataError as error:
            status, raised = FORESEEN, str(error)
        except BaseException as error:  # noqa: BLE001 - whatever it is, it is what is looked for
            raised = "".join(traceback.format_exception(error))
        finally:
            count = next(events, 0)
            with contextlib.suppress(OSError):
                resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
                note.write_text(f"{count}\n{raised}")
            os._exit(status)
    return child


def _counted(last: int | None) -> Iterator[int]:
    """How many events there were; at the last one that may be, the process kills itself."""
    count = 0

    def hook(event: str, _: tuple[object, ...]) -> None:
        nonlocal count
        if event.startswith(TOUCHES):
            count += 1
            if count == last:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)
    return iter(lambda: count, -1)


def _ended(status: int, note: Path) -> Ended:
    count, _, raised = note.read_text().partition("\n") if note.exists() else ("0", "", "")
    return Ended(status, int(count or 0), raised)  # it may be killed while it notes
