"""A machine whose state of trust was lost takes nothing that is older than what it has installed."""

import shutil

import pytest

from gigdesk.sync.chain import version_of
from gigdesk.sync.signed import Root, Timestamp


def versions(station):
    return tuple(version_of(kind, station.state / f"{kind.type}.json") for kind in (Root, Timestamp))


def test_roots_are_remembered_too_so_that_exchanged_keys_sign_nothing(station, publisher, second):
    publisher.new_root("targets", "snapshot", "timestamp")
    publisher.release(second)
    station.sync()
    shutil.rmtree(station.state)
    del publisher.served["metadata/2.root.json"]
    with station.repository(copies=[station.metadata]) as repository:
        repository.refresh()
    assert versions(station) == (2, 2)


def test_a_newer_state_is_not_replaced_by_an_older_copy(station, publisher, second):
    old = shutil.copytree(station.metadata, station.copy.parent / "old")
    publisher.release(second)
    station.sync()
    with station.repository(copies=[old]) as repository:
        assert not repository.refresh()
    assert versions(station) == (1, 2)


def test_after_a_fast_forward_a_copy_signed_with_the_exchanged_keys_is_no_hindrance(station, publisher, first, second):
    publisher.release(second, timestamp=900, snapshot=900)
    station.sync()
    copy = shutil.copytree(station.metadata, station.copy.parent / "forward")
    publisher.new_root("snapshot", "timestamp")
    publisher.release(first, timestamp=3, snapshot=3)
    for _ in range(2):
        with station.repository(copies=[copy]) as repository:
            repository.refresh()
        assert versions(station) == (2, 3)


@pytest.mark.parametrize("name", ["timestamp.json", "snapshot.json", "targets.json", "root.json"])
def test_a_damaged_copy_is_left_out(station, name):
    (station.metadata / name).write_bytes(b"{")
    shutil.rmtree(station.state)
    with station.repository(copies=[station.metadata]) as repository:
        assert repository.refresh()


def test_a_copy_of_another_publisher_is_left_out(station, stranger):
    stranger.release({"release.toml": b"other"})
    station.root, station.publisher = stranger.first_root, stranger
    shutil.rmtree(station.state)
    with station.repository(copies=[station.metadata]) as repository:
        assert repository.refresh()
