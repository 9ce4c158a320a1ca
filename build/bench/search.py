"""How long an occupation takes to be found, the 200 everyday words typed key by key. Nothing is asserted.

Usage: python build/bench/search.py [RUNS]
"""

from __future__ import annotations

import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import yaml

from gigdesk.domain.wages.search import Finder
from gigdesk.store import paths
from gigdesk.store.release import read_release

WORDS = Path(__file__).resolve().parents[2] / "tests" / "law" / "cases" / "wages" / "words.yaml"
MOST_MS = 16


def main(runs: int) -> None:
    """Measure the making of the index, its memory, and every keystroke."""
    release = read_release(paths.resources() / "release")
    occupations = {occupation.code: occupation for occupation in release.occupations}

    def prepared() -> Finder:
        finder = Finder(occupations, release.said_words, release.retired_codes, release.readings)
        _ = finder.lookup
        return finder

    times = [timed(prepared) for _ in range(runs)]
    print(f"{len(occupations)} occupations, {len(prepared().lookup.names)} names")
    print(f"index: made in {statistics.median(times):.0f} ms, takes {memory(prepared):.1f} MB")
    finder, typed = prepared(), list(keystrokes())
    for word in typed:
        finder.search(word)
    spent = sorted(timed(partial(finder.search, word)) for _ in range(runs) for word in typed)
    percentiles = statistics.quantiles(spent, n=100)
    slow = sum(each > MOST_MS for each in spent)
    print(
        f"{len(typed)} keystrokes x {runs}: p50 {percentiles[49]:.2f} ms, p99 {percentiles[98]:.2f} ms, "
        f"max {spent[-1]:.2f} ms, {slow} over {MOST_MS} ms"
    )


def keystrokes() -> Iterator[str]:
    """What stands in the field after each key."""
    found = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
    for word in [*(word for words in found["first"].values() for word in words), *found["asks"]]:
        yield from (word[:length] for length in range(1, len(word) + 1))


def timed(job: Callable[[], object]) -> float:
    """Milliseconds of one run."""
    begun = time.perf_counter()
    job()
    return (time.perf_counter() - begun) * 1000


def memory(job: Callable[[], object]) -> float:
    """Megabytes that stay with what a job gives."""
    tracemalloc.start()
    kept = job()
    held = tracemalloc.get_traced_memory()[0] / 1e6
    tracemalloc.stop()
    del kept
    return held


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
