"""The attacks that the specification of TUF names, one after the other: refused, and the old copy stays as it is."""

from __future__ import annotations

import itertools
import json
from datetime import timedelta

import pytest

from gigdesk.domain.errors import MissingDataError, RefusedError

ENDLESS = 200_000_000
"""Whoever reads so much of an endless file has not noticed."""


def endless(name):
    """An answer for one file that never ends, or ends after the test has failed."""
    piece = b" " * 4096
    return lambda asked: (200, itertools.repeat(piece, ENDLESS // len(piece))) if asked.endswith(name) else None


def test_arbitrary_software_in_place_of_a_file_is_refused(station, publisher, second):
    publisher.release(second)
    publisher.served[publisher.place(b"two")] = b"bad"
    station.refuses("signed-otherwise", "release.toml")


def test_arbitrary_software_signed_by_strangers_is_refused(station, publisher, stranger, second):
    publisher.release(second, targets_by=stranger.keys["targets"], online=stranger.keys["timestamp"])
    station.refuses("signed-by-few", "timestamp.json")


def test_a_release_signed_by_strangers_and_vouched_for_online_is_refused(station, publisher, stranger, second):
    publisher.release(second, targets_by=stranger.keys["targets"])
    station.refuses("signed-by-few", "targets.json")


def test_a_roll_back_to_an_older_timestamp_is_refused(station, publisher, second):
    old = dict(publisher.served)
    publisher.release(second)
    station.sync()
    publisher.served.update(old)
    station.refuses("signed-version", "timestamp.json")


@pytest.mark.parametrize("role", ["snapshot", "targets"])
def test_a_roll_back_signed_with_the_online_keys_is_refused(station, publisher, first, second, role):
    publisher.release(second)
    station.sync()
    older = {"snapshot": {"snapshot": 1, "targets": 1}, "targets": {"targets": 1}}[role]
    publisher.release(first, **older)
    station.refuses("signed-version", ".json")


def test_after_a_fast_forward_the_exchange_of_the_online_keys_lets_releases_through_again(
    station, publisher, first, second
):
    honest = dict(publisher.versions)
    publisher.release(first, targets=1, snapshot=10**6, timestamp=10**6)
    station.sync()
    publisher.versions = honest
    publisher.release(second)
    station.refuses("signed-version", "timestamp.json")
    publisher.new_root("snapshot", "timestamp")
    publisher.release(second)
    assert station.sync()
    assert station.files() == second


def test_an_indefinite_freeze_is_refused_once_what_is_served_has_expired(station, publisher, now):
    assert station.sync(now=now + timedelta(119)) is None
    station.refuses("signed-expired", "timestamp.json", now=now + timedelta(121))
    publisher.days = 240
    publisher.release(station.files())
    assert station.sync(now=now + timedelta(121)) is None


def test_a_freeze_behind_an_expired_root_is_refused(station, publisher, first, now):
    publisher.days = 900
    publisher.release(first)
    station.refuses("signed-expired", "root.json", now=now + timedelta(366))


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("2.root.json", "signed-size"),
        ("timestamp.json", "signed-size"),
        ("snapshot.json", "signed-size"),
        ("targets.json", "signed-size"),
        ("release.toml", "answer-size"),
    ],
)
def test_endless_data_is_cut_off(station, publisher, second, name, code):
    publisher.release(second)
    publisher.sent, publisher.answer = 0, endless(name)
    station.refuses(code, name)
    assert publisher.sent < 200_000
    publisher.answer = None
    assert station.sync()


def test_an_extraneous_file_is_never_asked_for_and_is_found_where_it_was_slipped_in(station, publisher, second):
    publisher.release(second)
    publisher.served["targets/extra.yaml"] = b"extra"
    station.sync()
    assert "targets/extra.yaml" not in publisher.asked
    (station.release / "law" / "extra.yaml").write_bytes(b"extra")
    (wrong,) = station.check().wrong
    assert (wrong.code, wrong.details["place"]) == ("signed-extra", "law/extra.yaml")


@pytest.mark.parametrize(
    "name",
    [
        "../outside.yaml",
        "law/../../outside.yaml",
        "/etc/outside.yaml",
        "C:/outside.yaml",
        "C:outside.yaml",
        "law\\..\\outside.yaml",
        "law//two.yaml",
        "./two.yaml",
        "law/",
        "metadata/root.json",
        "Metadata/root.json",
        ".hidden",
        "law/nul.yaml",
        "law/two.yaml.",
        "law/two\n.yaml",
        "Release.toml",
        "release.toml/two.yaml",
        "two%2e.yaml",
        "a/b/c/d/e/f/g/h/i.yaml",
    ],
)
def test_a_file_by_a_name_that_could_leave_the_folder_is_refused_though_it_is_signed(
    station, publisher, second, name, tmp_path
):
    publisher.release({**second, name: b"outside"})
    before = sorted(path for path in tmp_path.rglob("*") if "trust" not in path.parts)
    station.refuses("signed-name", "")
    assert sorted(path for path in tmp_path.rglob("*") if "trust" not in path.parts) == before


def test_mixed_and_matched_descriptions_are_refused(station, publisher, second):
    publisher.release(second)
    publisher.served["metadata/2.targets.json"] = publisher.served["metadata/1.targets.json"]
    station.refuses("signed-otherwise", "2.targets.json")


def test_a_mixed_and_matched_snapshot_is_refused(station, publisher, second):
    publisher.release(second)
    publisher.served["metadata/2.snapshot.json"] = publisher.served["metadata/1.snapshot.json"]
    station.refuses("signed-otherwise", "2.snapshot.json")


def test_the_wrong_software_under_a_right_name_is_refused(station, publisher, second):
    publisher.release(second)
    one, other = publisher.place(b"two"), publisher.place(b"4271.00\n")
    publisher.served[one], publisher.served[other] = publisher.served[other], publisher.served[one]
    station.refuses("signed-otherwise", "law/hunan.yaml")


def test_the_wrong_software_of_another_publisher_is_refused(station, stranger):
    stranger.release({"release.toml": b"other"})
    station.refuses("signed-by-few", "timestamp.json", fetcher=stranger)


PAGE = b"<!DOCTYPE html><html><body>Please log in to this network</body></html>"


@pytest.mark.parametrize(
    "refusal",
    [
        (404, b"", "source-lacks"),
        (403, PAGE, "source-lacks"),
        (410, b"", "source-lacks"),
        (200, PAGE, "signed-unreadable"),
        (200, b"", "signed-unreadable"),
        (200, b"\x00\xff" * 100, "signed-unreadable"),
        (200, b"[" * 10_000, "signed-unreadable"),
        (200, b"{}", "signed-unreadable"),
        (200, b'{"signed": {"_type": "timestamp"}, "signatures": []}', "signed-unreadable"),
        (200, b"9" * 9999, "signed-unreadable"),
    ],
)
@pytest.mark.parametrize("name", ["timestamp.json", "2.snapshot.json", "2.targets.json"])
def test_a_malicious_mirror_can_only_keep_a_station_as_it_is(station, publisher, second, name, refusal):
    status, content, code = refusal
    publisher.release(second)
    publisher.answer = lambda asked: (status, [content]) if asked.endswith(name) else None
    if name != "timestamp.json" and status == 200:
        code = "signed-size" if len(content) > len(publisher.served[f"metadata/{name}"]) else "signed-otherwise"
    station.refuses(code, name)
    publisher.answer = None
    assert station.sync()
    assert station.files() == second


@pytest.mark.parametrize("status", [404, 403])
def test_a_mirror_that_lacks_a_file_is_refused(station, publisher, second, status):
    publisher.release(second)
    publisher.answer = lambda asked: (status, [PAGE]) if asked.endswith("hunan.yaml") else None
    station.refuses("source-lacks", "hunan.yaml")


@pytest.mark.parametrize("status", [500, 503, 429, 407, 302])
def test_a_mirror_out_of_order_is_as_good_as_none(station, publisher, second, status):
    publisher.release(second)
    publisher.answer = lambda _: (status, [b""])
    before = station.files()
    with pytest.raises(MissingDataError) as missing:
        station.sync()
    assert missing.value.code == "unreachable"
    assert str(status) in missing.value.details["reason"]
    assert missing.value.exit_status == 3
    assert station.files() == before
    assert station.check().sound


def test_a_page_in_place_of_the_next_root_is_refused(station, publisher):
    publisher.answer = lambda asked: (200, [PAGE]) if asked.endswith("2.root.json") else None
    station.refuses("signed-unreadable", "2.root.json")


def test_one_stolen_key_of_two_signs_no_release(station, publisher, second):
    publisher.release(second, targets_by=publisher.keys["targets"][:1])
    station.refuses("signed-by-few", "targets.json")


def test_one_stolen_key_that_signs_twice_counts_once(station, publisher, second):
    publisher.release(second, targets_by=publisher.keys["targets"][:1])
    data = json.loads(publisher.served["metadata/2.targets.json"])
    data["signatures"] *= 2
    publisher.answer = lambda asked: (200, [json.dumps(data).encode()]) if asked.endswith("2.targets.json") else None
    with pytest.raises(RefusedError):
        station.sync()
    assert station.check().sound


def test_one_stolen_key_of_two_makes_no_root(station, publisher, second):
    publisher.new_root("targets", "snapshot", "timestamp", signers=publisher.keys["root"][:1])
    publisher.release(second)
    station.refuses("signed-by-few", "root.json")


def test_a_root_that_the_new_keys_alone_have_signed_is_refused(station, publisher):
    publisher.new_root("root")
    publisher.root.version = 1
    publisher.new_root(signers=publisher.keys["root"])
    station.refuses("signed-by-few", "root.json")


def test_a_signature_that_is_none_does_not_count(station, publisher, second):
    publisher.release(second)
    data = json.loads(publisher.served["metadata/timestamp.json"])
    data["signatures"][0]["sig"] = "zz"
    publisher.served["metadata/timestamp.json"] = json.dumps(data).encode()
    station.refuses("signed-by-few", "timestamp.json")
