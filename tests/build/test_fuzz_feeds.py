"""The short form of the long run over damaged answers of feeds, and that it would notice what is wrong."""

from __future__ import annotations

import random
import time
from dataclasses import replace

import pytest
from fuzz import feed_damage, feed_seeds, feeds

from gigdesk.sync.feeds import ALL

FEW = 1_500


@pytest.mark.parametrize("feed", ALL)
def test_nothing_but_a_refusal_comes_of_a_damaged_answer(feed):
    tally = feeds.run(ALL[feed], FEW if feed in feed_seeds.TEXTS else 1_000, 3)
    assert [what for what, _ in tally.wrong] == []
    assert min(tally.changes.values()) >= 200
    assert tally.outcomes["read"] > 10
    assert tally.outcomes.total() - tally.outcomes["read"] > 10


@pytest.mark.parametrize("feed", ALL)
@pytest.mark.parametrize("way", feeds.WAYS)
def test_damage_is_done_and_counted(feed, way):
    chance, (first, *_) = random.Random(2), feed_seeds.of(feed)  # noqa: S311
    done = [feeds.WAYS[way](first, chance) for _ in range(30)]
    assert sum(data != first for data, _ in done) > 20
    assert all(count >= 0 for _, count in done)
    assert sum(count for _, count in done) > 30


def wrong_of(read):
    tally = feeds.Tally()
    feeds.note(tally, feed_seeds.NOMIS, read)
    return [what for what, _ in tally.wrong]


def test_an_error_of_another_kind_a_sum_that_is_off_and_a_reader_that_hangs_are_noticed(monkeypatch):
    def fails(_data):
        raise KeyError("SEX")

    assert wrong_of(fails) == ["KeyError('SEX')"]
    off = replace(ALL["nomis"], parse=lambda data: replace(ALL["nomis"].parse(data), rows=7))
    assert "ValueError" in wrong_of(lambda data: feeds.tried(off, data))[0]
    monkeypatch.setattr(feeds, "PATIENCE", 0.05)

    def hangs(_data):
        end = time.monotonic() + 3
        while time.monotonic() < end:
            pass
        return "read"

    assert wrong_of(hangs) == [feeds.SLOW]


def test_the_same_seed_damages_in_the_same_way():
    one, other, third = (
        feed_damage.structure_hurt(feed_seeds.EUROSTAT, random.Random(seed))  # noqa: S311
        for seed in (1, 1, 2)
    )
    assert one == other
    assert one != third
