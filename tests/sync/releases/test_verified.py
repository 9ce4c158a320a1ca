"""The complete check of a copy, without any source."""

from __future__ import annotations

from datetime import timedelta

import pytest

METADATA = ("root.json", "timestamp.json", "snapshot.json", "targets.json")


def wrong(station):
    return [(error.code, error.details["place"]) for error in station.check().wrong]


def test_a_copy_proves_itself(station, now):
    found = station.check()
    assert found.sound
    assert (found.signatures, found.needed, found.expired) == (2, 2, None)
    assert found.expires == (now + timedelta(120)).date()


def test_an_expired_copy_is_sound_and_says_since_when(station, now):
    found = station.check(now + timedelta(121))
    assert found.sound
    assert found.expired == found.expires == (now + timedelta(120)).date()


def test_a_file_that_was_changed_is_named(station):
    (station.release / "law" / "shandong.yaml").write_bytes(b"4573.01\n")
    assert wrong(station) == [("signed-otherwise", "law/shandong.yaml")]


def test_a_file_that_was_cut_is_named(station):
    (station.release / "wages" / "observations.csv").write_bytes(b"x" * 9_999)
    assert wrong(station) == [("signed-otherwise", "wages/observations.csv")]


def test_everything_that_is_wrong_with_files_is_named(station):
    (station.release / "release.toml").unlink()
    (station.release / "law" / "shandong.yaml").write_bytes(b"")
    (station.release / "more.csv").write_bytes(b"")
    assert wrong(station) == [
        ("signed-otherwise", "law/shandong.yaml"), ("copy-lacks", "release.toml"), ("signed-extra", "more.csv")
    ]  # fmt: skip


@pytest.mark.parametrize("name", METADATA)
def test_metadata_that_are_missing_are_named(station, name):
    (station.metadata / name).unlink()
    assert wrong(station) == [("copy-lacks", name)]


@pytest.mark.parametrize("name", METADATA)
@pytest.mark.parametrize("content", [b"", b"<html>", b"[]", b"{}"])
def test_metadata_that_are_none_are_named(station, name, content):
    (station.metadata / name).write_bytes(content)
    linked = name in {"snapshot.json", "targets.json"}
    assert wrong(station) == [("signed-otherwise" if linked else "signed-unreadable", name)]


@pytest.mark.parametrize("name", METADATA)
def test_any_bit_of_the_metadata_counts(station, name):
    data = (station.metadata / name).read_bytes()
    for at in range(0, len(data), max(1, len(data) // 60)):
        changed = bytearray(data)
        changed[at] ^= 1
        (station.metadata / name).write_bytes(bytes(changed))
        found = station.check()
        assert not found.sound or found == station_check(station, name, data)


def station_check(station, name, data):
    """What the untouched metadata say: a bit that no signature covers may change nothing else."""
    (station.metadata / name).write_bytes(data)
    return station.check()


@pytest.mark.parametrize("name", METADATA)
def test_metadata_of_another_release_of_the_same_publisher_do_not_fit(station, publisher, second, name):
    old = (station.metadata / name).read_bytes()
    publisher.new_root("snapshot")
    publisher.release(second)
    station.sync()
    (station.metadata / name).write_bytes(old)
    if name == "root.json":
        assert wrong(station) == []  # an older root beside a chain that leads further says nothing
    else:
        assert wrong(station)


def test_a_next_root_that_strangers_signed_is_refused(station, stranger):
    stranger.new_root()
    for name in ("2.root.json", "root.json"):
        (station.metadata / name).write_bytes(stranger.served["metadata/2.root.json"])
    assert wrong(station) == [("signed-by-few", "root.json")]


def test_a_next_root_that_is_not_the_next_one_is_refused(station, publisher):
    publisher.new_root()
    publisher.new_root()
    (station.metadata / "2.root.json").write_bytes(publisher.served["metadata/3.root.json"])
    assert wrong(station) == [("signed-version", "root.json")]


@pytest.mark.parametrize("name", ["snapshot.json", "targets.json"])
def test_a_description_of_another_version_than_the_one_before_it_says_is_refused(station, publisher, first, name):
    publisher.release(first, other=name.removesuffix(".json"))
    (station.metadata / "timestamp.json").write_bytes(publisher.served["metadata/timestamp.json"])
    for one in ("snapshot", "targets"):
        (station.metadata / f"{one}.json").write_bytes(publisher.served[f"metadata/2.{one}.json"])
    assert wrong(station) == [("signed-version", name)]


def test_a_root_that_nothing_leads_to_is_refused(station, stranger):
    stranger.new_root()
    (station.metadata / "root.json").write_bytes(stranger.served["metadata/2.root.json"])
    assert wrong(station) == [("signed-version", "root.json")]


def test_a_copy_of_another_publisher_is_refused(station, stranger):
    station.root = stranger.first_root
    assert wrong(station) == [("signed-version", "root.json")]


def test_a_trusted_root_that_is_none_is_said(station):
    station.root = b"<html>"
    assert wrong(station) == [("signed-unreadable", "root.json")]


def test_a_link_in_place_of_a_file_says_what_it_leads_to(station, tmp_path):
    path = station.release / "law" / "shandong.yaml"
    path.rename(tmp_path / "elsewhere.yaml")
    path.symlink_to(tmp_path / "elsewhere.yaml")
    assert station.check().sound
    (station.release / "law" / "more").symlink_to(tmp_path / "nowhere")
    assert wrong(station) == [("signed-extra", "law/more")]
