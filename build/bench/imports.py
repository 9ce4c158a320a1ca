"""A million published rows: imported by GigDesk, and by sqlite3's own .import into the same table, in one run.

Usage: python build/bench/imports.py [ROWS]

Prints the seconds and the largest memory of each, how they compare, and how long a comparison takes over the result.
"""

from __future__ import annotations

import csv
import os
import random
import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

from gigdesk.domain.wages.table import Cell, WageTable
from gigdesk.services import Services
from gigdesk.services.wages import Query
from gigdesk.store import paths
from gigdesk.store.imported import Imported

DAY = date(2026, 11, 28)
ROWS = 1_000_000
PARTS = (6, 8, 10, 13, 17)
TIMES = 200
TABLE = WageTable(
    "a table of the bench", "nobody", "", "", "surveyed_enterprise_employees", "gross_wage_employees", "occupation_cn",
    "year",
)  # fmt: skip


def main(words: list[str]) -> int:
    """Make the file, import it in both ways, compare."""
    count = int(words[0]) if words else ROWS
    if shutil.which("sqlite3") is None:
        print("the command sqlite3 is not installed: nothing to compare with")
        return 1
    with tempfile.TemporaryDirectory(prefix="gigdesk-bench-") as name:
        folder = Path(name)
        occupations = _write(folder / "notice.csv", count)
        ours = _told("GigDesk, with the guard", lambda: _ours(folder))
        _prepare_theirs(folder)
        theirs = _told("sqlite3 .import", lambda: _theirs(folder))
        print(f"GigDesk takes {ours / theirs:.2f} times as long")
        _compare(folder, occupations)
    return 0


def _told(what: str, work: Callable[[], object]) -> float:
    """Do it in a process of its own, and say the seconds and the most memory it took."""
    began = time.perf_counter()
    child = os.fork()
    if child == 0:
        work()
        os._exit(0)
    _, status, used = os.wait4(child, 0)
    seconds = time.perf_counter() - began
    if status:
        sys.exit(f"{what} failed")
    print(f"{what}: {seconds:.1f} s, {used.ru_maxrss // 1024} MB")
    return seconds


def _write(path: Path, count: int) -> list[str]:
    """A table as offices publish it: an occupation in a place and a year, its five figures in a row."""
    chosen = random.Random(1)  # noqa: S311 - figures of a bench
    services = Services.open(path.parent / "data", paths.resources())
    occupations = list(services.data.reference.occupations.values())
    regions = [code for code in services.data.reference.regions if code.isdigit()]
    cells = ((year, region, one) for year in range(2025, 1990, -1) for region in regions for one in occupations)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        for (year, region, one), _ in zip(cells, range(count), strict=False):
            middle = chosen.randint(50_000, 80_000)
            writer.writerow([region, one.code, one.label, year, *(middle * part // 10 for part in PARTS), 100])
    return [one.code for one in occupations]


def _ours(folder: Path) -> None:
    notice, imported = folder / "notice.csv", Imported(folder / "data", lambda: {2023: Decimal(1820)})
    with notice.open(encoding="utf-8", newline="") as file:
        imported.add(TABLE, _cells(csv.reader(file)), notice, DAY)


def _cells(rows: Iterator[list[str]]) -> Iterator[Cell]:
    for number, (region, code, label, period, p10, p25, p50, p75, p90, sample) in enumerate(rows, start=1):
        fen = int(p10) * 100, int(p25) * 100, int(p50) * 100, int(p75) * 100, int(p90) * 100
        yield (number, region, code, label, period, *fen, None, "", int(sample))


def _theirs(folder: Path) -> None:
    """Ends this process by becoming the command."""
    words = ["sqlite3", str(folder / "theirs.sqlite"), ".mode csv", f".import {folder / 'rows.csv'} wage"]
    os.execvp(words[0], words)


def _prepare_theirs(folder: Path) -> None:
    """The rows of our table in the order of the file, and an empty table with the same key."""
    source = sqlite3.connect(folder / "data" / "imported" / "tables.sqlite")
    (statement,) = source.execute("SELECT sql FROM sqlite_master WHERE name = 'wage'").fetchone()
    with (folder / "rows.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(source.execute("SELECT * FROM wage ORDER BY row"))
    source.close()
    target = sqlite3.connect(folder / "theirs.sqlite")
    target.execute(statement)
    target.close()


def _compare(folder: Path, occupations: list[str]) -> None:
    """How long a comparison takes over all of it."""
    services, chosen = Services.open(folder / "data", paths.resources()).warm(), random.Random(2)  # noqa: S311
    took = []
    for _ in range(TIMES):
        query = Query((chosen.choice(occupations),), ("370100",))
        began = time.perf_counter()
        services.wages.compare(query, DAY)
        took.append(time.perf_counter() - began)
    took.sort()
    print(f"a comparison: {took[TIMES // 2] * 1000:.1f} ms, the slowest of {TIMES}: {took[-1] * 1000:.1f} ms")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
