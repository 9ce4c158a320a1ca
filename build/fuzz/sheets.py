"""Damaged files against the readers of tables: none may raise, hang or end the process, and no row may be lost.

Usage: python build/fuzz/sheets.py [FILES [SEED]]

Each file is written from a random table in one of the formats, and damaged; every twentieth is left whole, and must
come back cell by cell. A worker process reads them, so that a reader that ends it is a finding and not the end. Prints
how many there were of each format, the seconds, the slowest and what was wrong; the files that show it are kept in
dist/fuzz. The exit status is 1 if anything was wrong.
"""

from __future__ import annotations

import logging
import multiprocessing
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # started as a script, it would not find the modules beside it

from fuzz.damage import damaged
from fuzz.seeds import Seed, Written
from gigdesk.domain.errors import GigDeskError
from gigdesk.store.sheets import Limits, Sheet, open_rows, read_bytes
from gigdesk.store.sheets.apart import READERS
from gigdesk.store.sheets.room import Room

FILES = 100_000
LIMITS = Limits(seconds=4)
PATIENCE = 5.0
"""No file may take longer, in seconds."""
MEMORY = 2_000_000_000
WHOLE = 20
"""One file in so many is left as it was written."""
APART = 500
"""One file in so many goes the whole way, into a process of its own where its reader runs so."""
APART_READERS = {"pdf": READERS["pdf"], "xls": READERS["old-excel"]}
SHOWN = 20
FINDINGS = Path(__file__).parents[2] / "dist" / "fuzz"

Outcome = tuple[str, str, float, str]
"""The name of a file, how it ended, the seconds, and what was wrong, if anything was."""


@dataclass
class Tally:
    """What was read: how many of each format and how it ended, the slowest, and what was wrong."""

    outcomes: Counter[str] = field(default_factory=Counter)
    slowest: tuple[float, str] = (0, "")
    wrong: list[str] = field(default_factory=list)

    def add(self, name: str, outcome: str, seconds: float, wrong: str) -> None:
        """Note a file."""
        self.outcomes[f"{name.partition('-')[0]} {outcome}"] += 1
        self.slowest = max(self.slowest, (seconds, name))
        if wrong:
            self.wrong.append(f"{name}: {wrong}")


def file_of(number: int, seed: int) -> tuple[str, Written, bytes]:
    """The file of a number: its name, what it was written from, and its bytes, damaged or not."""
    chance = random.Random(f"{seed}/{number}")  # noqa: S311 - the same file each time
    written = Seed(chance).written()
    data = written.data if number % WHOLE == 0 else damaged(written.data, written.format, chance)
    return f"{written.format}-{seed}-{number}", written, data


def read(format_: str, data: bytes, folder: Path, *, whole_way: bool = False) -> tuple[Sheet, ...]:
    """Read a file as its format is read; those that run apart are read right here, unless the whole way is asked."""
    if format_ == "csv":
        path = folder / "rows.csv"
        path.write_bytes(data)
        with suppress(GigDeskError), open_rows(path) as rows:
            for _ in rows:
                pass
    if whole_way or format_ not in APART_READERS:
        return read_bytes(data, "file", LIMITS)
    try:
        return APART_READERS[format_](data, Room("file", LIMITS))
    except MemoryError:
        return ()


def tried(number: int, seed: int, folder: Path) -> Outcome:
    """Read the file of a number: its name, how it ended, the seconds, and what was wrong, if anything was."""
    name, written, data = file_of(number, seed)
    wrong = ""
    begun = time.perf_counter()
    try:
        sheets = read(written.format, data, folder, whole_way=number % APART == 0)
        outcome = "read"
        if number % WHOLE == 0 and (lost := written.missing(sheets)):
            wrong = lost
    except GigDeskError as error:
        outcome = error.code
        wrong = f"refused, though it is whole: {error}" if number % WHOLE == 0 else ""
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
        outcome, wrong = "raised", repr(error)
    seconds = time.perf_counter() - begun
    if seconds > PATIENCE and not wrong:
        return apart(number, seed, f"took {seconds:.1f} s")
    return name, outcome, seconds, wrong


def apart(number: int, seed: int, wrong: str) -> Outcome:
    """A file that is wrong here, and may not be where its reader runs in a process of its own that is ended in time."""
    name, written, data = file_of(number, seed)
    begun = time.perf_counter()
    outcome = "read"
    if written.format in APART_READERS:
        try:
            read_bytes(data, "file", LIMITS)
        except GigDeskError as error:
            outcome = error.code
        seconds = time.perf_counter() - begun
        return name, outcome, seconds, "" if seconds < PATIENCE else f"took {seconds:.1f} s apart"
    return name, "wrong", 0, wrong


def work(first: int, last: int, seed: int, answers: Connection) -> None:
    """Be a worker: say each number before its file is read, and how it ended."""
    logging.disable()
    _bound()
    with tempfile.TemporaryDirectory() as folder:
        for number in range(first, last):
            answers.send(number)
            answers.send(tried(number, seed, Path(folder)))


def _bound() -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def run(files: int, seed: int, told: Callable[[int, Tally], None] = lambda _, __: None) -> Tally:
    """Read so many files; a worker that ends or hangs is a finding, and another goes on behind it."""
    tally, number = Tally(), 0
    while number < files:
        for at, found in _worker(number, files, seed):
            tally.add(*found)
            told(at, tally)
            number = at
        number += 1
    return tally


def _worker(first: int, last: int, seed: int) -> Iterator[tuple[int, Outcome]]:
    """What one worker says, to its end or to the file that ends it."""
    ours, theirs = multiprocessing.Pipe(duplex=False)
    worker = multiprocessing.get_context("spawn").Process(target=work, args=(first, last, seed, theirs), daemon=True)
    worker.start()
    theirs.close()
    number, answered = first, False
    try:
        while True:
            number, answered = ours.recv(), False
            if not ours.poll(PATIENCE * 2):
                worker.kill()
                yield number, apart(number, seed, "hung, and was ended")
                return
            found = ours.recv()
            answered = True
            yield number, found
    except EOFError:
        worker.join()
        if not answered:
            yield number, apart(number, seed, f"ended the process: {worker.exitcode}")
    finally:
        worker.join()


def keep(tally: Tally) -> None:
    """Write the files that show what was wrong."""
    shutil.rmtree(FINDINGS, ignore_errors=True)
    for wrong in tally.wrong:
        name = wrong.partition(":")[0]
        _, seed, number = name.split("-")
        FINDINGS.mkdir(parents=True, exist_ok=True)
        (FINDINGS / name).write_bytes(file_of(int(number), int(seed))[2])


def tell(number: int, tally: Tally) -> None:
    """A long run says how far it is."""
    if number and number % 1000 == 0:
        print(f"{number:,} read, {len(tally.wrong):,} wrong", file=sys.stderr, flush=True)


def main(files: int, seed: int) -> int:
    """Read so many files and print what came out; returns the exit status."""
    begun = time.perf_counter()
    tally = run(files, seed, tell)
    keep(tally)
    seconds = time.perf_counter() - begun
    longest, name = tally.slowest
    print(f"{files:,} files (seed {seed}) in {seconds:.0f} s; the slowest took {longest:.2f} s: {name}")
    for outcome, count in sorted(tally.outcomes.items()):
        print(f"{count:>9,}  {outcome}")
    print(f"{len(tally.wrong):>9,}  wrong")
    for sentence in tally.wrong[:SHOWN]:
        print(f"    {sentence}")
    return 1 if tally.wrong else 0


if __name__ == "__main__":
    given = [int(argument) for argument in sys.argv[1:]]
    sys.exit(main(*(given + [FILES, 1][len(given) :])))
