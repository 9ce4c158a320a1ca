"""What a station fetches, keeps and takes up again."""

from __future__ import annotations

import os
from datetime import timedelta

import pytest

from gigdesk.domain.errors import CancelledError, MissingDataError, RefusedError
from gigdesk.store.lock import locked
from gigdesk.sync.fetch import unreachable


@pytest.fixture
def cut(publisher):
    """A function: let every answer for a file break off after some bytes, and all answers after so many of them."""

    def cutting(name, size, times=1):
        left = [times]

        def answer(asked):
            if asked.endswith(name) and left[0]:
                left[0] -= 1
                return 200, pieces(asked)
            return None

        def pieces(asked):
            yield publisher.served[asked][:size]
            raise unreachable(asked, ConnectionResetError())

        publisher.answer = answer

    return cutting


def test_a_first_sync_brings_exactly_the_files_of_the_release(station, first):
    assert station.files() == first
    assert station.told[0] == (0, 10_011)
    assert station.told[-1] == (10_011, 10_011)
    assert [done for done, _ in station.told] == sorted(done for done, _ in station.told)


def test_what_was_fetched_says_who_vouches_for_it_and_until_when(new_station, publisher, now):
    fetched = new_station.sync()
    assert (fetched.signatures, fetched.needed) == (2, 2)
    assert fetched.expires == (now + timedelta(120)).date()
    assert fetched.bytes == publisher.sent


def test_a_sync_without_anything_new_asks_for_two_small_files(station, publisher):
    publisher.asked.clear()
    publisher.sent = 0
    assert station.sync() is None
    assert publisher.asked == ["metadata/2.root.json", "metadata/timestamp.json"]
    assert publisher.sent < 1000


def test_of_a_new_release_only_what_changed_is_fetched(station, publisher, second):
    publisher.release(second)
    publisher.asked.clear()
    station.told.clear()
    station.sync()
    assert station.files() == second
    assert {name for name in publisher.asked if name.startswith("targets/")} == {
        publisher.place(second["release.toml"]),
        publisher.place(second["law/hunan.yaml"]),
    }
    assert station.told[-1] == (11, 11)


def test_a_file_that_only_has_another_name_now_is_not_fetched(station, publisher, first):
    moved = {"release.toml": b"one", "law/other.yaml": first["law/shandong.yaml"]}
    publisher.release(moved)
    publisher.asked.clear()
    station.sync()
    assert station.files() == moved
    assert not [name for name in publisher.asked if name.startswith("targets/")]


def test_files_taken_from_another_release_are_files_of_their_own(station, publisher, second):
    before = (station.release / "law" / "shandong.yaml").stat()
    publisher.release(second)
    with station.repository() as repository:
        fetched = repository.fetch([station.release], lambda *_: None, lambda: False)
        assert (fetched.release / "law" / "shandong.yaml").stat().st_ino != before.st_ino


def test_a_damaged_file_of_the_old_copy_is_fetched_and_not_taken_over(station, first):
    (station.release / "law" / "shandong.yaml").write_bytes(b"4573.01\n")
    assert station.sync()
    assert station.files() == first


def test_the_same_release_vouched_for_again_is_nothing_new_but_holds_for_longer(station, publisher, first, now):
    publisher.days = 200
    publisher.release(first)
    with station.repository() as repository:
        assert repository.refresh()
        assert repository.proof().expires == (now + timedelta(200)).date()
        assert repository.fetch([station.release], lambda *_: None, lambda: False) is None
    with station.repository() as repository:
        assert not repository.refresh()


def test_a_transfer_that_is_cut_goes_on_where_it_was(station, publisher, second, cut):
    publisher.release({**second, "big.csv": b"y" * 50_000})
    cut("big.csv", 30_000)
    publisher.sent = 0
    assert station.sync()
    assert publisher.sent < 50_000 + 5000
    assert station.files()["big.csv"] == b"y" * 50_000


def test_a_transfer_that_is_cut_again_and_again_goes_on_the_next_time(station, publisher, second, cut):
    publisher.release({**second, "big.csv": b"y" * 50_000})
    cut("big.csv", 30_000, times=9)
    publisher.ranges = False
    with pytest.raises(MissingDataError):
        station.sync()
    assert station.check().sound
    publisher.answer, publisher.ranges, publisher.sent = None, True, 0
    assert station.sync()
    assert publisher.sent < 25_000


def test_a_server_that_ignores_where_to_go_on_sends_all_of_it_again(station, publisher, second, cut):
    publisher.release({**second, "big.csv": b"y" * 50_000})
    publisher.ranges = False
    cut("big.csv", 30_000)
    assert station.sync()
    assert station.files()["big.csv"] == b"y" * 50_000


def test_a_part_that_was_damaged_meanwhile_is_fetched_anew(station, publisher, second, cut):
    publisher.release({**second, "big.csv": b"y" * 50_000})
    cut("big.csv", 30_000, times=9)
    publisher.ranges = False
    with pytest.raises(MissingDataError):
        station.sync()
    (part,) = (station.state / "incoming").glob("*.part")
    part.write_bytes(b"z" * part.stat().st_size)
    publisher.answer, publisher.ranges = None, True
    assert station.sync()
    assert station.files()["big.csv"] == b"y" * 50_000


@pytest.mark.parametrize("size", [50_000, 60_000])
def test_a_part_as_long_as_the_file_or_longer_is_judged_by_its_hash(station, publisher, second, size):
    publisher.release({**second, "big.csv": b"y" * 50_000})
    name = publisher.place(b"y" * 50_000).removeprefix("targets/").partition(".")[0]
    (station.state / "incoming" / f"{name}.part").write_bytes(b"z" * size)
    assert station.sync()
    assert station.files()["big.csv"] == b"y" * 50_000


def test_a_server_that_cannot_go_on_from_there_is_asked_from_the_start(station, publisher, second, cut):
    publisher.release({**second, "big.csv": b"y" * 50_000})
    cut("big.csv", 30_000, times=9)
    publisher.ranges = False
    with pytest.raises(MissingDataError):
        station.sync()
    left = [1]

    def once(asked):
        if asked.endswith("big.csv") and left[0]:
            left[0] = 0
            return 416, []
        return None

    publisher.answer = once
    assert station.sync()
    assert station.files()["big.csv"] == b"y" * 50_000


def test_a_server_that_goes_on_from_another_place_is_found_out_by_the_hash(station, publisher, second, cut):
    publisher.release({**second, "big.csv": b"yz" * 25_000})
    cut("big.csv", 30_001, times=9)
    publisher.ranges = False
    with pytest.raises(MissingDataError):
        station.sync()
    publisher.answer = lambda asked: (206, [publisher.served[asked][:19_999]]) if asked.endswith("big.csv") else None
    with pytest.raises(RefusedError) as refused:
        station.sync()
    assert refused.value.code == "signed-otherwise"
    publisher.answer = None
    assert station.sync()


def test_a_sync_that_somebody_stops_keeps_what_came(station, publisher, second):
    publisher.release({**second, "big.csv": b"y" * 50_000})
    with pytest.raises(CancelledError) as stopped:
        station.sync(cancelled=lambda: station.told and station.told[-1][0] > 20_000)
    assert stopped.value.code == "cancelled"
    assert station.check().sound
    publisher.sent = 0
    station.told.clear()
    assert station.sync()
    assert publisher.sent < 35_000
    assert station.told[-1] == (50_011, 50_011)


def test_a_sync_can_be_stopped_before_anything_is_asked(station, publisher):
    publisher.asked.clear()
    with pytest.raises(CancelledError):
        station.sync(cancelled=lambda: True)
    with station.repository() as repository, pytest.raises(CancelledError):
        repository.refresh(lambda: True)
    assert not publisher.asked


def test_whole_files_that_came_before_a_failure_are_not_fetched_again(station, publisher, second):
    publisher.release({**second, "a.csv": b"a" * 20_000})
    publisher.answer = lambda asked: (503, []) if asked.endswith("release.toml") else None
    with pytest.raises(MissingDataError):
        station.sync()
    publisher.answer, publisher.sent = None, 0
    assert station.sync()
    assert publisher.sent < 5000


def test_what_lies_in_incoming_goes_when_nobody_will_ask_for_it(station, publisher, second):
    (station.state / "incoming" / "0123.part").write_bytes(b"old")
    publisher.release(second)
    station.sync()
    station.sync()
    assert not list((station.state / "incoming").iterdir())


def test_nothing_but_the_state_is_left_when_the_repository_is_closed(station):
    assert {path.name for path in station.state.iterdir()} == {
        ".lock", "incoming", "root_history", "root.json", "timestamp.json", "snapshot.json", "targets.json"
    }  # fmt: skip


def test_two_processes_at_once_do_not_meet(station, publisher, second):
    publisher.release(second)
    with locked(station.state / ".lock"), pytest.raises(MissingDataError) as busy:
        station.sync()
    assert busy.value.code == "data-busy"
    assert station.sync()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the administrator may write anywhere")
def test_a_state_that_cannot_be_written_is_said_in_words(station, publisher, second):
    publisher.release(second)
    station.state.chmod(0o555)
    try:
        with pytest.raises(MissingDataError) as refused:
            station.sync()
    finally:
        station.state.chmod(0o755)
    assert refused.value.code == "data-folder"


def test_a_state_that_is_a_file_is_said_in_words(new_station):
    new_station.state.parent.mkdir()
    new_station.state.write_bytes(b"")
    with pytest.raises(MissingDataError) as refused:
        new_station.sync()
    assert refused.value.code == "data-folder"


@pytest.mark.parametrize(
    "name", ["timestamp.json", "snapshot.json", "targets.json", "root.json", "root_history/1.root.json"]
)
@pytest.mark.parametrize("content", [None, b"", b"{", b"\xff\x00"])
def test_whatever_a_crash_leaves_of_the_state_the_next_sync_mends_it(station, publisher, second, name, content):
    path = station.state / name
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    (station.state / "tmp_left").write_bytes(b"by a crash")
    publisher.release(second)
    assert station.sync()
    assert station.files() == second
    assert not (station.state / "tmp_left").exists()


def test_the_time_is_the_one_that_is_given(new_station, now):
    """Should the library stop taking it, both of these fail."""
    with pytest.raises(RefusedError) as expired:
        new_station.sync(now=now + timedelta(10_000))
    assert expired.value.code == "signed-expired"
    assert new_station.sync(now=now - timedelta(10_000))


def test_a_source_given_without_the_last_slash_is_the_same(new_station):
    assert new_station.sync(base="https://releases.invalid/gigdesk")


def test_a_station_that_is_told_to_trust_another_publisher_takes_its_releases(station, publisher, stranger):
    publisher.new_root("timestamp")
    publisher.release({"release.toml": b"two"})
    station.sync()
    station.publisher, station.root = stranger, stranger.first_root
    stranger.release({"release.toml": b"other"})
    assert station.sync()
    assert station.files() == {"release.toml": b"other"}
    assert station.check().sound
