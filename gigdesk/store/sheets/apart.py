"""Readers that may hang or eat memory on a damaged file run in a process of their own, which ends in time.

The process gets the file on its standard input and gives the sheets, or why it refuses, as JSON on its output.
"""

from __future__ import annotations

import dataclasses
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from gigdesk import READ_APART
from gigdesk.domain.errors import GigDeskError, RefusedError
from gigdesk.store.sheets.old_excel import read_old_workbook
from gigdesk.store.sheets.pdf import read_pdf
from gigdesk.store.sheets.room import Room
from gigdesk.store.sheets.shape import Area, Limits, Sheet

READERS: dict[str, Callable[[bytes, Room], tuple[Sheet, ...]]] = {"pdf": read_pdf, "old-excel": read_old_workbook}
_ROOT = Path(__file__).parents[3]


def read_apart(reader: str, data: bytes, room: Room) -> tuple[Sheet, ...]:
    """The sheets that a reader of `READERS` finds.

    Raises:
        RefusedError: the reader refuses the file, takes too long or too much memory, or is ended by it.
    """
    command = [*_program(), READ_APART, reader, room.name, json.dumps(dataclasses.asdict(room.limits))]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, [str(_ROOT), os.environ.get("PYTHONPATH")]))}
    try:
        done = subprocess.run(  # noqa: S603 - this very program
            command,
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            timeout=room.limits.seconds,
            check=False,
        )
        found = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        raise room.slow() from None
    except ValueError:  # it was ended before it could answer
        raise RefusedError("sheet-damaged", file=room.name) from None
    if "refused" in found:
        raise RefusedError(found.pop("refused"), **found)
    return tuple(_sheet(each) for each in found["sheets"])


def answer(reader: str, name: str, limits: str) -> int:
    """Be such a process; returns the exit status."""
    room = Room(name, Limits(**json.loads(limits)))
    _bound(room.limits.memory)
    data = sys.stdin.buffer.read()
    found: dict[str, object]
    try:
        found = {"sheets": [dataclasses.astuple(sheet) for sheet in READERS[reader](data, room)]}
    except MemoryError:
        refused = room.slow()
        found = {"refused": refused.code, **refused.details}
    except GigDeskError as error:
        found = {"refused": error.code, **error.details}
    sys.stdout.buffer.write(json.dumps(found).encode())
    sys.stdout.buffer.flush()
    return 0


def _program() -> list[str]:
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-P", "-m", "gigdesk"]


def _bound(memory: int) -> None:
    """Take no more memory than this; Windows knows no such bound, the time is bounded there too."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def _sheet(found: tuple[str, list[list[str]], list[list[int]]]) -> Sheet:
    name, rows, merged = found
    return Sheet(name, tuple(map(tuple, rows)), tuple(Area(*area) for area in merged))
