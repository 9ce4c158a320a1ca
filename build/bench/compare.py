"""How long a comparison takes in the process: medians of many runs on the shipped release. Nothing is asserted.

Usage: python build/bench/compare.py [RUNS]
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from gigdesk.domain.law import Law
from gigdesk.domain.money import YearMonth
from gigdesk.domain.pension.case import Case, Record
from gigdesk.domain.pension.cell import Circumstances
from gigdesk.domain.pension.compare import Axes, Stop, compare, shifts
from gigdesk.domain.pension.contribution import Choice
from gigdesk.domain.pension.estimate import estimate
from gigdesk.domain.pension.projection import Plan
from gigdesk.domain.working import Working
from gigdesk.store import paths
from gigdesk.store.release import read_release

CASE = Case(
    as_of=YearMonth(2026, 11),
    birth=YearMonth(1985, 6),
    category="male60",
    record=Record(96, average_index=Decimal("0.6"), account_balance=Decimal("25012.34")),
    plan=Plan(Choice(Decimal(60))),
)
INCOME = Circumstances(net_income=Decimal(6000))
STOPS = (Stop(), Stop(at_minimum=True), Stop(before=YearMonth(2040, 1)))


def main(runs: int) -> None:
    """Measure, and print one line a job."""
    law = read_release(paths.resources() / "release").book.on(date(2026, 11, 24), "370000")
    ages = Axes(shifts=shifts(CASE, law.fresh()))
    jobs: dict[str, Callable[[], object]] = {
        "one estimate": lambda: estimate(CASE, law.fresh(), Working()),
        "every cell by estimate alone": lambda: one_by_one(ages, law),
        "9 tiers x 7 ages": lambda: compare(CASE, ages, INCOME, law.fresh(), Working()),
        "the same, expected road only": lambda: compare(
            CASE, ages, replace(INCOME, outer_roads=False), law.fresh(), Working()
        ),
        "9 tiers x 7 ages x 3 stops": lambda: compare(CASE, replace(ages, stops=STOPS), INCOME, law.fresh(), Working()),
    }
    for name, job in jobs.items():
        print(f"{name:32} {median(job, runs):8.2f} ms")


def one_by_one(axes: Axes, law: Law) -> None:
    """What the same table costs without sharing anything, and without the value of one more year."""
    for shift in axes.shifts:
        for tier in axes.tiers:
            estimate(replace(CASE, plan=Plan(tier), shift_months=shift), law.fresh(), Working())


def median(job: Callable[[], object], runs: int) -> float:
    """The median of the runs in milliseconds."""
    times = []
    for _ in range(runs):
        begun = time.perf_counter()
        job()
        times.append(time.perf_counter() - begun)
    return statistics.median(times) * 1000


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
