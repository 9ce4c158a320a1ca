"""The root that the program ships, and the other one that a station may be told to trust."""

from __future__ import annotations

from gigdesk.store import paths
from gigdesk.sync.chain import follows


def test_the_shipped_root_is_signed_and_takes_two_people_for_itself_and_for_a_release(monkeypatch):
    monkeypatch.delenv("GIGDESK_ROOT", raising=False)
    root = follows(None, paths.trusted_root().read_bytes()).signed
    assert root.consistent_snapshot
    for role in ("root", "targets"):
        assert root.roles[role].threshold == 2
        assert len(root.roles[role].keyids) == 3


def test_each_key_of_the_shipped_root_can_be_checked_without_the_part_that_signs_and_is_for_one_kind_of_role(
    monkeypatch,
):
    monkeypatch.delenv("GIGDESK_ROOT", raising=False)
    root = follows(None, paths.trusted_root().read_bytes()).signed
    assert {key.scheme for key in root.keys.values()} == {"ed25519"}
    root_keys, targets, online = (set(root.roles[role].keyids) for role in ("root", "targets", "timestamp"))
    assert len(root_keys | targets | online) == len(root_keys) + len(targets) + len(online) == len(root.keys)


def test_a_station_may_trust_another_root(monkeypatch, tmp_path):
    monkeypatch.setenv("GIGDESK_ROOT", str(tmp_path / "root.json"))
    assert paths.trusted_root() == tmp_path / "root.json"
