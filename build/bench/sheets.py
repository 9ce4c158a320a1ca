"""How long tables take to be read, and how much memory: whole files, and a large CSV row by row. Nothing is asserted.

Usage: python build/bench/sheets.py [ROWS [FILE ...]]

Writes a CSV of so many rows, reads it row by row beside `sqlite3 .import` of the same file, and then each FILE whole.
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from gigdesk.store.sheets import open_rows, read_file

ROWS = 1_000_000
LINE = "370100,4-10-08-01,网约配送员,2024,P{0},{1}.00,,12\r\n"
COLUMNS = "region TEXT, code TEXT, label TEXT, period TEXT, measure TEXT, value TEXT, flag TEXT, sample TEXT"


def main(rows: int, files: list[Path]) -> None:
    """Measure, and print one line a job."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rows.csv"
        with path.open("w", encoding="utf-8", newline="") as out:
            for at in range(rows):
                out.write(LINE.format(at % 100, 40_000 + at))
        measured(f"{rows:,} rows, {path.stat().st_size / 1e6:.0f} MB, row by row", partial(by_rows, path))
        if shutil.which("sqlite3"):
            measured("the same by sqlite3 .import", partial(by_sqlite, path, Path(folder) / "rows.db"))
    for file in files:
        measured(file.name, partial(whole, file))


def measured(job: str, run: Callable[[], str]) -> None:
    """Run a job, and say its seconds and the most memory so far."""
    begun = time.perf_counter()
    said = run()
    seconds = time.perf_counter() - begun
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{job}: {said}, {seconds:.2f} s, {memory} MB at most so far")


def by_rows(path: Path) -> str:
    """Every row of a CSV."""
    with open_rows(path) as rows:
        return f"{sum(1 for _ in rows):,} rows"


def whole(path: Path) -> str:
    """Every row of every sheet of a file."""
    return f"{sum(len(sheet.rows) for sheet in read_file(path)):,} rows"


def by_sqlite(path: Path, database: Path) -> str:
    """Into a table without an index."""
    commands = [f"CREATE TABLE rows ({COLUMNS});", ".mode csv", f".import {path} rows"]
    subprocess.run(["sqlite3", str(database), *commands], check=True)
    return "imported"


if __name__ == "__main__":
    given = sys.argv[1:]
    main(int(given[0]) if given else ROWS, [Path(name) for name in given[1:]])
