"""Keys are exchanged, and stations follow, however far behind they are."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "roles", [("root",), ("targets",), ("snapshot", "timestamp"), ("root", "targets", "timestamp")]
)
def test_a_station_follows_an_exchange_of_keys(station, publisher, second, roles):
    publisher.new_root(*roles)
    publisher.release(second)
    assert station.sync()
    assert station.files() == second
    assert station.check().sound


def test_a_station_three_roots_behind_follows_one_by_one(station, publisher, second):
    for roles in (("root",), ("root", "timestamp"), ("targets", "snapshot")):
        publisher.new_root(*roles)
    publisher.release(second)
    assert station.sync()
    assert [name for name in publisher.asked if "root" in name][-4:] == [
        f"metadata/{version}.root.json" for version in (2, 3, 4, 5)
    ]
    assert station.check().sound
    assert sorted(path.name for path in station.metadata.glob("*.root.json")) == [
        f"{version}.root.json" for version in (1, 2, 3, 4)
    ]


def test_a_station_that_misses_a_root_in_between_does_not_jump_over_it(station, publisher, second):
    publisher.new_root("root")
    publisher.new_root("root", "timestamp")
    publisher.release(second)
    del publisher.served["metadata/2.root.json"]
    station.refuses("signed-by-few", "timestamp.json")


def test_a_key_that_was_exchanged_signs_nothing_any_more(station, publisher, second):
    old = publisher.keys["targets"]
    publisher.new_root("targets")
    publisher.release(second, targets_by=old)
    station.refuses("signed-by-few", "targets.json")


def test_an_expired_root_in_between_does_not_hold_a_station_up(station, publisher, second, now):
    publisher.new_root("root", days=-10)
    publisher.new_root("timestamp")
    publisher.release(second)
    assert station.sync(now=now)


def test_roots_come_once(station, publisher, second):
    publisher.new_root("timestamp")
    publisher.release(second)
    station.sync()
    publisher.asked.clear()
    assert station.sync() is None
    assert publisher.asked == ["metadata/3.root.json", "metadata/timestamp.json"]


def test_a_program_with_a_newer_root_goes_on_where_the_older_one_was(station, publisher, second):
    publisher.new_root("targets", "timestamp")
    publisher.release(second)
    station.sync()
    station.root = publisher.served["metadata/2.root.json"]
    assert station.check().sound
    assert station.sync() is None


def test_a_program_with_a_newer_root_does_not_believe_a_copy_signed_with_keys_that_were_exchanged(station, publisher):
    publisher.new_root("targets")
    station.root = publisher.served["metadata/2.root.json"]
    (wrong,) = station.check().wrong
    assert (wrong.code, wrong.details["place"]) == ("signed-by-few", "targets.json")
