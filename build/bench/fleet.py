"""Ten thousand machines and one publisher: what each look for new data costs, and when the machines come.

Usage: python build/bench/fleet.py [MACHINES]

A publisher's folder is made from the shipped release by the commands' own code, and looked at by the program's own
client: the requests and bytes of each kind of look are counted, not guessed (bodies; the headers of HTTP come besides).
Then a month is played through: machines are switched on around half past eight, look when the program's own schedule
says, and find what was published by then. Printed are the requests and bytes of the month, and the busiest second and
minute; the same where all looked as they are switched on, and where each centre of twenty machines has a mirror.
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from gigdesk.services.schedule import next_try
from gigdesk.store import paths
from gigdesk.store.settings import Settings, Sync
from gigdesk.store.tries import Tries
from gigdesk.sync.fetch import FolderFetcher, Reply, Request
from gigdesk.sync.publishing.ceremony import Terms, init
from gigdesk.sync.publishing.drafts import add, sign_drafts
from gigdesk.sync.publishing.keys import given
from gigdesk.sync.publishing.publish import publish
from gigdesk.sync.repository import Repository

MACHINES, OF_A_CENTRE = 10_000, 20
DAYS = 30
BEGUN = datetime(2026, 11, 2, tzinfo=UTC)
OPENED, SPREAD = timedelta(hours=8, minutes=30), 900
"""When centres open, and within how many seconds before and after that a machine is switched on."""
PUBLISHED = {3: "a year's bases", 10: "signed again", 17: "wages of a year", 24: "signed again"}
"""On which days, at ten o'clock, what is published."""
NOTHING, FIRST = "nothing new", "the first look"
DAILY = Settings("https://releases.example/", Sync.DAILY)
KEPT_DAYS = 120


@dataclass
class Counting:
    """Counts what is asked of a folder, and what it sends."""

    folder: FolderFetcher
    requests: int = 0
    size: int = 0

    @contextmanager
    def fetch(self, request: Request) -> Iterator[Reply]:
        """Ask, counted."""
        self.requests += 1
        with self.folder.fetch(request) as reply:
            yield Reply(reply.url, reply.status, reply.headers, self._counted(reply.pieces))

    def _counted(self, pieces: Iterator[bytes]) -> Iterator[bytes]:
        for piece in pieces:
            self.size += len(piece)
            yield piece


Cost = tuple[int, int]
"""Requests and bytes."""


@dataclass
class Load:
    """What a publisher is asked for, by the second."""

    seconds: Counter[int] = field(default_factory=Counter)
    bytes: int = 0

    def told(self) -> str:
        """The requests, the bytes, the busiest second and minute."""
        minutes: Counter[int] = Counter()
        for second, count in self.seconds.items():
            minutes[second // 60] += count
        total = self.seconds.total()
        peaks = f"busiest second {max(self.seconds.values())}, busiest minute {max(minutes.values())} requests"
        return f"{total:,} requests, {self.bytes / 1e9:.2f} GB; {peaks}"


def main(words: list[str]) -> int:
    """Count the looks, play the month, and print both."""
    machines = int(words[0]) if words else MACHINES
    with tempfile.TemporaryDirectory() as folder:
        costs = looks(Path(folder))
    for name, (requests, size) in costs.items():
        print(f"{name}: {requests} requests, {size:,} bytes")
    for name, count, when in (
        ("by the schedule", machines, scheduled),
        ("all as they are switched on", machines, at_start),
        (f"with a mirror for each {OF_A_CENTRE}", machines // OF_A_CENTRE, scheduled),
    ):
        print(f"{machines:,} machines, {DAYS} days, {name}: {month(count, when, costs).told()}")
    return 0


def looks(folder: Path) -> dict[str, Cost]:
    """What each kind of look costs: counted with the program's own client over a publisher's folder."""
    release, feed, keys = (folder / name for name in ("release", "feed", "keys"))
    shutil.copytree(paths.resources() / "release", release)
    init(feed, keys, BEGUN, Terms())
    root = (feed / "public" / "metadata" / "1.root.json").read_bytes()
    has = folder / "has"

    def published(now: datetime) -> None:
        add(feed, release, now, KEPT_DAYS)
        sign_drafts(feed, [given(str(keys / f"targets-{number}.pem"), feed, {}) for number in (1, 2)], None)
        publish(feed, [given(str(keys / "online-1.pem"), feed, {})], now, KEPT_DAYS, None)

    def look(now: datetime) -> Cost:
        fetcher = Counting(FolderFetcher(feed / "public"))
        with Repository(folder / "trust", root, fetcher, "folder://here/", now) as repository:
            found = repository.fetch([has] if has.exists() else [], lambda *_: None, lambda: False)
            if found:
                shutil.rmtree(has, ignore_errors=True)
                shutil.copytree(found.release, has)
        return fetcher.requests, fetcher.size

    published(BEGUN)
    costs = {FIRST: look(BEGUN), NOTHING: look(BEGUN)}
    publish(feed, [given(str(keys / "online-1.pem"), feed, {})], BEGUN, KEPT_DAYS, None)
    costs["signed again"] = look(BEGUN)
    for name, changed in (
        ("a year's bases", ("release.toml", "law/shandong.yaml")),
        ("wages of a year", ("release.toml", "wages/observations.csv")),
    ):
        for each in changed:
            path = release / each
            path.write_bytes(path.read_bytes() + (b"# next\n" if path.suffix != ".csv" else b""))
        if "wages/observations.csv" in changed:
            _next_year(release / "wages" / "observations.csv")
        published(BEGUN)
        costs[name] = look(BEGUN)
    return costs


def _next_year(table: Path) -> None:
    """Another row, as a year more would bring many: the whole file is fetched either way."""
    lines = table.read_text(encoding="utf-8").splitlines()
    newest = max((line for line in lines[1:] if ",2025," in line), key=len)
    table.write_text("\n".join([*lines, newest.replace(",2025,", ",2099,")]) + "\n", encoding="utf-8")


When = Callable[[Tries, datetime], datetime]


def scheduled(tries: Tries, started: datetime) -> datetime:
    """When the program itself looks."""
    found = next_try(DAILY, tries, started, started)
    if found is None:
        raise AssertionError
    return found


def at_start(_: Tries, started: datetime) -> datetime:
    """When a program without a schedule would look."""
    return started


def month(machines: int, when: When, costs: Mapping[str, Cost]) -> Load:
    """What the publisher is asked for in a month by so many machines, which begin with the shipped release."""
    load, chance = Load(), random.Random(1)  # noqa: S311 - no secret
    for number in range(machines):
        tries, seen = Tries(str(number), BEGUN + OPENED), -1
        for day in range(DAYS):
            started = BEGUN + timedelta(days=day) + OPENED + timedelta(seconds=chance.uniform(-SPREAD, SPREAD))
            looked = when(tries, started)
            if looked.date() > started.date():
                continue
            out = [at for at in PUBLISHED if BEGUN + timedelta(days=at, hours=10) <= looked and at > seen]
            kinds = [PUBLISHED[at] for at in out] or [NOTHING]
            requests, size = max(costs[kind] for kind in kinds)
            load.seconds[int((looked - BEGUN).total_seconds())] += requests
            load.bytes += size
            seen, tries = max([seen, *out]), Tries(tries.seed, tries.began, looked)
    return load


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
