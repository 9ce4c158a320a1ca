"""What it takes to install a release, step by step, beside hashing and copying its files.

Usage: python build/bench/install.py [FIGURES]

For the shipped release, and for one with so many more wage figures (a hundred thousand unless another number is given),
each in a process of its own. Hashing and copying is timed twice: as it is, and with the copy brought to the disk, as an
installation must. The times are medians of several runs, by the clock and of the processor.
"""

from __future__ import annotations

import csv
import os
import random
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from gigdesk.store import paths
from gigdesk.store.compile import compile_release
from gigdesk.store.digest import digest
from gigdesk.store.guard import check
from gigdesk.store.guard.replays import replays
from gigdesk.store.kept import COMPILED
from gigdesk.store.origin import Origin
from gigdesk.store.reference import Reference
from gigdesk.store.release import read_occupations, read_release
from gigdesk.store.shelf import Shelf
from gigdesk.store.whole import flush

FIGURES = 100_000
RUNS, RUNS_OF_MANY = 9, 3
PARTS = {"p10": 6, "p25": 8, "p50": 10, "p75": 13, "p90": 17}
"""Each percentile as tenths of the median."""
SAID = {
    "series": "bench",
    "publisher": "nobody",
    "population": "nobody",
    "pay_concept": "gross_wage_employees",
    "region_name": "",
    "dimension": "occupation_cn",
    "unit": "CNY/year",
    "currency": "CNY",
    "sample": "100",
    "status": "assumption",
    "flag": "",
    "note": "",
}
NOW = datetime(2026, 11, 28, tzinfo=UTC)

Took = tuple[float, float]
"""Seconds by the clock, and those of the processor, which a busy machine moves less."""


def main(words: list[str]) -> int:
    """Time both releases, each in a process of its own."""
    figures = int(words[0]) if words else FIGURES
    with tempfile.TemporaryDirectory(prefix="gigdesk-bench-") as name:
        shipped = paths.resources() / "release"
        for title, more, runs in (
            ("the shipped release", 0, RUNS),
            (f"{figures:,} figures more", figures, RUNS_OF_MANY),
        ):
            folder = Path(name) / str(more)
            shutil.copytree(shipped, folder / "release")
            _add(folder / "release", more)
            child = os.fork()
            if child == 0:
                _tell(title, folder, runs)
                sys.stdout.flush()
                os._exit(0)
            if os.waitpid(child, 0)[1]:
                return 1
    return 0


def _add(release: Path, figures: int) -> None:
    """More wage figures, a year of all occupations in all regions after another."""
    chance = random.Random(1)  # noqa: S311 - figures of a bench
    with (release / "regions.csv").open(encoding="utf-8") as file:
        regions = [row["code"] for row in csv.DictReader(file) if row["code"].isdigit()]
    table = release / "wages" / "observations.csv"
    with table.open(encoding="utf-8") as file:
        first = next(rows := csv.DictReader(file))
        head = list(rows.fieldnames or ())
    with table.open("a", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, head)
        for place in _places(release, regions, figures // len(PARTS)):
            middle = chance.randint(50_000, 80_000)
            for measure, tenths in PARTS.items():
                figure = {"measure": measure, "value": middle * tenths // 10, "source": first["source"]}
                writer.writerow({**SAID, **place, **figure})


def _places(release: Path, regions: list[str], cells: int) -> Iterator[dict[str, object]]:
    occupations = read_occupations(release)
    places = ((one, region, year) for year in range(2025, 1990, -1) for region in regions for one in occupations)
    for (one, region, year), _ in zip(places, range(cells), strict=False):
        yield {"region": region, "code": one.code, "occupation": one.code, "label": one.label, "period": year}


def _tell(title: str, folder: Path, runs: int) -> None:
    release = folder / "release"
    size = sum(path.stat().st_size for path in release.rglob("*") if path.is_file())
    print(f"{title}: {sum(path.is_file() for path in release.rglob('*'))} files, {size / 1e6:.1f} MB")
    copy, data = folder / "copy", folder / "data"
    plain = _median(runs, lambda: _hash_and_copy(release, copy), copy)
    durable = _median(runs, lambda: _hash_and_copy(release, copy, durable=True), copy)
    whole = _median(runs, lambda: _install(release, data), data)
    _line("hash and copy", plain)
    _line("the same, brought to the disk", durable)
    _line("install", whole)
    print(
        f"    {whole[0] / plain[0]:.1f} times hash and copy, {whole[0] / durable[0]:.1f} times with the disk;", end=" "
    )
    print(f"by the processor's time {whole[1] / plain[1]:.1f} times")
    for step, took in _steps(release, folder, runs).items():
        _line(f"  {step}", took)


def _steps(release: Path, folder: Path, runs: int) -> dict[str, Took]:
    """The steps of an installation, each by itself."""
    building = folder / "building"
    copy, compiled, found = building / "release", building / COMPILED, read_release(release)

    def wages() -> None:
        reference = Reference(compiled)
        reference.wage_findings()
        reference.close()

    work: dict[str, Callable[[], object]] = {
        "copy": lambda: _copy(release, copy),
        "read": lambda: read_release(release),
        "guard, proof bank included": lambda: check(found),
        "the proof bank alone": lambda: list(replays(found.book, found.forms)),
        "compile": lambda: compile_release(found, compiled),
        "guard of the wages": wages,
        "to the disk": lambda: flush(building),
    }
    gone = {"copy": building, "compile": compiled}
    return {step: _median(runs, one, gone.get(step)) for step, one in work.items()}


def _hash_and_copy(release: Path, target: Path, *, durable: bool = False) -> None:
    digest(release)
    _copy(release, target)
    if durable:
        flush(target)


def _copy(release: Path, target: Path) -> None:
    shutil.copytree(release, target, copy_function=shutil.copyfile)


def _install(release: Path, data: Path) -> None:
    """On a shelf on which nothing is yet."""
    Shelf(data, paths.resources() / "release").install(release, Origin("folder", "", NOW, 2, 2, date(2027, 1, 1)))


def _median(runs: int, work: Callable[[], object], gone: Path | None = None) -> Took:
    """What is done first of all is not counted. What it makes anew is taken away before, untimed."""
    took, used = [], []
    for _ in range(runs + 1):
        if gone and gone.exists():
            shutil.rmtree(gone) if gone.is_dir() else gone.unlink()
        begun, before = time.perf_counter(), time.process_time()
        work()
        took.append(time.perf_counter() - begun)
        used.append(time.process_time() - before)
    return statistics.median(took[1:]), statistics.median(used[1:])


def _line(what: str, took: Took) -> None:
    seconds, used = took
    print(f"    {seconds * 1000:>9,.0f} ms {used * 1000:>9,.0f} ms  {what}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
