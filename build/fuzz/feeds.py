"""Damaged answers against the readers of public feeds: nothing but FeedError may come of one, and none may hang.

Usage: python build/fuzz/feeds.py [CHANGES [SEED [FEED ...]]]

Of each feed so many bytes are changed, and so many members of JSON or cells of tables. Prints for each the answers,
the changes, how many answers were read and refused, the seconds and the slowest; what is wrong is kept in dist/fuzz.
What is read must add up: figures and what is left out are the rows. The exit status is 1 if anything was wrong.
"""

from __future__ import annotations

import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import FrameType

sys.path.insert(0, str(Path(__file__).parents[1]))  # started as a script, it would not find the modules beside it

from fuzz import feed_seeds
from fuzz.feed_damage import bytes_hurt, structure_hurt
from gigdesk.sync.feed import Ask, Feed
from gigdesk.sync.feeds import ALL
from gigdesk.sync.wire import FeedError

CHANGES = 1_000_000
PATIENCE = 5.0
"""No answer may take longer, in seconds."""
SLOW = "took too long"
FINDINGS = Path(__file__).parents[2] / "dist" / "fuzz"
WAYS = {"bytes": bytes_hurt, "structures": structure_hurt}

Reader = Callable[[bytes], str]
"""Reads an answer and says how it ended."""


class HungError(BaseException):
    """A reader took too long. No reader catches it."""


@dataclass
class Tally:
    """Of one feed: how many answers, changes by their way, how they ended, the slowest, and what was wrong."""

    answers: int = 0
    changes: Counter[str] = field(default_factory=Counter)
    outcomes: Counter[str] = field(default_factory=Counter)
    slowest: float = 0
    wrong: list[tuple[str, bytes]] = field(default_factory=list)


def tried(feed: Feed, data: bytes) -> str:
    """Read an answer, and its change key: how it ended. Whatever is raised but FeedError is wrong.

    Raises:
        ValueError: what is read does not add up.
    """
    try:
        found = feed.read(data, "answer")
        feed.key(data)
    except FeedError as error:
        return error.code
    if found.rows != found.figures + sum(found.left_out.values()):
        raise ValueError(found.rows, found.figures, found.left_out)
    return "read"


def readers(feed: Feed) -> list[tuple[bytes, Reader]]:
    """Whole answers of a feed, each with what reads it; what only leads to other questions is read too."""
    found: list[tuple[bytes, Reader]] = [(seed, partial(tried, feed)) for seed in feed_seeds.of(feed.id)]
    if feed.id == "nbs":
        (root,) = feed.asks(2026)
        _, leaf = feed.led(root.leads or no_questions, feed_seeds.NBS_TREE, "tree")
        found += [
            (feed_seeds.NBS_TREE, partial(led, feed, root)),
            (feed_seeds.NBS_INDICATORS, partial(led, feed, leaf)),
        ]
    return found


def no_questions(_: bytes) -> list[Ask]:
    """Of an answer that leads nowhere."""
    return []


def led(feed: Feed, ask: Ask, data: bytes) -> str:
    """Read an answer for what is to be asked next: how it ended."""
    try:
        feed.led(ask.leads or no_questions, data, "answer")
    except FeedError as error:
        return error.code
    return "read"


def run(feed: Feed, changes: int, seed: int) -> Tally:
    """Damage answers of a feed until so many bytes, and so many structures, were changed."""
    chance, tally, seeds = random.Random(f"{feed.id}/{seed}"), Tally(), readers(feed)  # noqa: S311
    for way, hurt in WAYS.items():
        while tally.changes[way] < changes:
            answer, reader = chance.choice(seeds)
            data, count = hurt(answer, chance)
            tally.changes[way] += count
            note(tally, data, reader)
    return tally


def note(tally: Tally, data: bytes, reader: Reader) -> None:
    """Read an answer and note how it ended."""
    begun = time.perf_counter()
    tally.answers += 1
    try:
        with _in_time():
            tally.outcomes[reader(data)] += 1
    except HungError:
        tally.wrong.append((SLOW, data))
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
        tally.wrong.append((repr(error)[:200], data))
    seconds = time.perf_counter() - begun
    if seconds > PATIENCE and not hasattr(signal, "setitimer"):
        tally.wrong.append((SLOW, data))
    tally.slowest = max(tally.slowest, seconds)


@contextmanager
def _in_time() -> Iterator[None]:
    """An alarm where the system has one."""
    if not hasattr(signal, "setitimer"):  # Windows
        yield
        return
    before = signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_REAL, PATIENCE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _ring(_signal: int, _frame: FrameType | None) -> None:
    raise HungError


def keep(feed: Feed, tally: Tally) -> None:
    """Write the answers that show what was wrong."""
    for number, (_, data) in enumerate(tally.wrong):
        FINDINGS.mkdir(parents=True, exist_ok=True)
        (FINDINGS / f"feed-{feed.id}-{number}").write_bytes(data)


def main(changes: int, seed: int, feeds: list[str]) -> int:
    """Damage the answers of some feeds and print what came out; returns the exit status."""
    status = 0
    for feed in (ALL[id_] for id_ in feeds or ALL):
        begun = time.perf_counter()
        tally = run(feed, changes, seed)
        keep(feed, tally)
        seconds, counts = time.perf_counter() - begun, tally.changes
        print(
            f"{feed.id}: {tally.answers:,} answers, {counts['bytes']:,} bytes and {counts['structures']:,} structures"
            f" changed, {tally.outcomes['read']:,} read, {tally.outcomes.total() - tally.outcomes['read']:,} refused,"
            f" {len(tally.wrong)} wrong, {seconds:.0f} s, the slowest {tally.slowest:.2f} s",
            flush=True,
        )
        for what, _ in tally.wrong[:5]:
            print(f"    {what}")
        status = status or int(bool(tally.wrong))
    return status


if __name__ == "__main__":
    given = sys.argv[1:]
    sys.exit(main(int(given[0]) if given else CHANGES, int(given[1]) if given[1:] else 1, given[2:]))
