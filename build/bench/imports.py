"""A million published figures: imported by GigDesk as `data import` does it, and by sqlite3's own .import, in one run.

Usage: python build/bench/imports.py [FIGURES]

The same rows go both ways, a row a figure: into GigDesk's store with every check and the guard, and into a table with
the same key. The wide form, a row of five figures, is timed besides. Prints the seconds, those of a processor and
the most memory of each, how they compare, and how long a comparison takes over the result.
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
from collections.abc import Callable
from datetime import date
from pathlib import Path

from gigdesk.services import Services
from gigdesk.services.wage_tables.mapping import Column, TableMap
from gigdesk.services.wages import Query
from gigdesk.store import paths

DAY = date(2026, 11, 28)
FIGURES = 1_000_000
TIMES = 200
PARTS = {"p10": 6, "p25": 8, "p50": 10, "p75": 13, "p90": 17}
"""Each percentile as tenths of the median."""

PLACE = ("region", "code", "label", "period")
HEADS = {"long": (*PLACE, "measure", "value", "sample"), "wide": (*PLACE, *PARTS, "sample")}
KEYED = """
    CREATE TABLE observation (region, code, label, period, measure, value INTEGER, sample INTEGER,
    PRIMARY KEY (code, region, period, label, measure)) WITHOUT ROWID
"""


def main(words: list[str]) -> int:
    """Make the files, import them, compare."""
    count = int(words[0]) if words else FIGURES
    if shutil.which("sqlite3") is None:
        print("the command sqlite3 is not installed: nothing to compare with")
        return 1
    with tempfile.TemporaryDirectory(prefix="gigdesk-bench-") as name:
        folder = Path(name)
        occupations = _write(folder, count // len(PARTS))
        theirs = _told("sqlite3 .import, a row a figure", lambda: _theirs(folder))
        ours = _told("GigDesk, a row a figure", lambda: _ours(folder, "long"))
        print(f"GigDesk takes {ours / theirs:.2f} times as long")
        _told("GigDesk, a row of five figures", lambda: _ours(folder, "wide"))
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
    busy = used.ru_utime + used.ru_stime
    print(f"{what}: {seconds:.1f} s, {busy:.1f} s of a processor, {used.ru_maxrss // 1024} MB")
    return seconds


def _write(folder: Path, cells: int) -> list[str]:
    """The same cells in both forms: an occupation in a place and a year, with five percentiles."""
    chosen = random.Random(1)  # noqa: S311 - figures of a bench
    services = Services.open(folder / "data", paths.resources())
    occupations = list(services.data.reference.occupations.values())
    regions = [code for code in services.data.reference.regions if code.isdigit()]
    places = ((one, region, year) for year in range(2025, 1990, -1) for region in regions for one in occupations)
    with (
        (folder / "long.csv").open("w", encoding="utf-8", newline="") as long,
        (folder / "wide.csv").open("w", encoding="utf-8", newline="") as wide,
    ):
        writers = {"long": csv.writer(long), "wide": csv.writer(wide)}
        for form, writer in writers.items():
            writer.writerow(HEADS[form])
        for (one, region, year), _ in zip(places, range(cells), strict=False):
            middle = chosen.randint(50_000, 80_000)
            figures = {measure: middle * tenths // 10 for measure, tenths in PARTS.items()}
            place = region, one.code, one.label, year
            writers["wide"].writerow([*place, *figures.values(), 100])
            writers["long"].writerows([*place, measure, figure, 100] for measure, figure in figures.items())
    services.data.reference.close()
    return [one.code for one in occupations]


def _ours(folder: Path, form: str) -> None:
    columns = {at: Column(name) for at, name in enumerate(HEADS[form])}
    mapping = TableMap(
        columns=columns,
        title=f"a table of the bench, {form}",
        publisher="nobody",
        published="2026",
        population="surveyed_enterprise_employees",
        pay_concept="gross_wage_employees",
        dimension="occupation_cn",
        unit="year",
    )
    tables = Services.open(folder / "data", paths.resources()).tables
    look = tables.store(tables.bring(folder / f"{form}.csv"), mapping, DAY)
    if look.stored is None:
        sys.exit(f"not stored: {look.account.counts} {look.findings[:3]}")


def _theirs(folder: Path) -> None:
    """Ends this process by becoming the command."""
    target = sqlite3.connect(folder / "theirs.sqlite")
    target.execute(KEYED)
    target.close()
    words = [str(folder / "theirs.sqlite"), ".mode csv", f".import --skip 1 {folder / 'long.csv'} observation"]
    os.execvp("sqlite3", ["sqlite3", *words])


def _compare(folder: Path, occupations: list[str]) -> None:
    """How long a comparison takes over all of it."""
    services, chosen = Services.open(folder / "data", paths.resources()).warm(), random.Random(2)  # noqa: S311
    took = sorted(_seconds(services, chosen.choice(occupations)) for _ in range(TIMES))
    print(f"a comparison: {took[TIMES // 2] * 1000:.1f} ms, the slowest of {TIMES}: {took[-1] * 1000:.1f} ms")


def _seconds(services: Services, occupation: str) -> float:
    began = time.perf_counter()
    services.wages.compare(Query((occupation,), ("370100",)), DAY)
    return time.perf_counter() - began


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
