"""gigdesk data feed, from the first key to what a web server serves."""

import json
import stat

import pytest

from gigdesk.store import paths

RELEASE = paths.resources() / "release"


@pytest.fixture
def feed(run, tmp_path):
    """A function: a command about the repository of this test. Returns status, output and messages."""

    def feed(command, *arguments):
        return run("data", "feed", command, tmp_path / "feed", *arguments)

    return feed


@pytest.fixture
def keys(tmp_path):
    """Where its keys lie."""
    return tmp_path / "keys"


def key(keys, *names):
    return [word for name in names for word in ("--key", keys / f"{name}.pem")]


def test_a_release_is_published_step_by_step(feed, keys, tmp_path):
    assert feed("init", "--keys", keys)[0] == 0
    assert stat.S_IMODE((keys / "root-3.pem").stat().st_mode) == 0o600
    status, said, _ = feed("add", RELEASE, "--lang", "en", "--today", "2026-11-24")
    assert (status, said.splitlines()[0]) == (0, "Data, version 1, expires 2027-03-24")
    assert "签了 1 个，要 2 个（targets-1）" in feed("sign", *key(keys, "targets-1"))[1]
    status, _, messages = feed("publish", *key(keys, "online-1"))
    assert (status, messages) == (4, "targets 还不能发布：签了 1 个，要 2 个\n")
    assert "可以发布" in feed("sign", *key(keys, "targets-2"))[1]
    status, said, _ = feed("publish", *key(keys, "online-1"), "--json", "--today", "2026-11-24")
    body = json.loads(said)
    assert (status, body["targets"], body["files"], body["root"]) == (0, 1, len(files(RELEASE)), 1)
    assert body["expires"] == "2027-03-24T12:00:00+00:00"
    assert (tmp_path / "feed" / "public" / "metadata" / "timestamp.json").is_file()
    assert not (tmp_path / "feed" / "draft").exists()


def files(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_key_is_exchanged(feed, keys):
    feed("init", "--keys", keys, "--targets", "1/1", "--root", "1/2")
    status, said, _ = feed("rotate", "root-1", "--keys", keys, "--json")
    (draft,) = json.loads(said)["drafts"]
    assert (status, draft["role"], draft["version"], draft["complete"]) == (0, "root", 2, False)
    assert [(one["by_root"], one["needed"]) for one in draft["signatures"]] == [(1, 1), (2, 1)]
    _, said, _ = feed("sign", *key(keys, "root-1", "root-3"), "--json")
    assert json.loads(said)["drafts"][0]["complete"]


def test_a_key_may_come_from_the_environment(feed, keys, monkeypatch):
    feed("init", "--keys", keys)
    feed("rotate")
    monkeypatch.setenv("OFFICE_KEY", (keys / "root-1.pem").read_text())
    assert "root-1" in feed("sign", "--key", "env:OFFICE_KEY")[1]


def test_keys_are_encrypted_where_a_password_is_given(feed, keys, monkeypatch):
    monkeypatch.setenv("GIGDESK_KEY_PASSWORD", "of the office")
    feed("init", "--keys", keys)
    assert b"ENCRYPTED" in (keys / "root-1.pem").read_bytes()
    feed("rotate")
    assert "root-1" in feed("sign", *key(keys, "root-1"))[1]
    monkeypatch.delenv("GIGDESK_KEY_PASSWORD")
    assert feed("sign", *key(keys, "root-2"))[0] == 2


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("init", "--keys", "KEYS", "--root", "3/2"), "--root"),
        (("init", "--keys", "KEYS", "--root", "many"), "--root"),
        (("init", "--keys", "KEYS", "--root-days", "0"), "--root-days"),
        (("init", "--keys", "DIR"), "--keys"),
        (("add", "RELEASE"), "DIR"),
        (("sign", "--key", "KEYS/none.pem"), "--key"),
        (("publish", "--key", "env:NOT_THERE"), "--key"),
        (("rotate", "root-1"), "KEY"),
        (("rotate",), "DIR"),
    ],
)
def test_what_cannot_be_done_is_said_by_the_argument(feed, keys, tmp_path, arguments, named):
    places = {"KEYS": keys, "DIR": tmp_path / "feed" / "keys", "RELEASE": RELEASE, "KEYS/none.pem": keys / "none.pem"}
    status, said, messages = feed(*(places.get(one, one) for one in arguments))
    assert (status, said) == (2, "")
    assert messages.startswith(named)
    assert messages.count("\n") == 1


def test_a_release_that_cannot_be_read_is_refused(feed, keys, tmp_path):
    feed("init", "--keys", keys)
    (tmp_path / "release").mkdir()
    status, _, messages = feed("add", tmp_path / "release")
    assert status == 4
    assert "release.toml" in messages
