"""gigdesk data sync, import FOLDER, releases, rollback, verify, mirror: from a publisher to a second machine."""

import json
import shutil

import pytest

from gigdesk.store import paths

DAY = "2026-11-24"
NEXT_ID, FIRST_ID = "2026.12.01-1", "2026.11.23-1"


@pytest.fixture
def run(run, tmp_path, monkeypatch):
    """Run a command on a machine of this test's own, which trusts the publisher of this test."""
    monkeypatch.setenv("GIGDESK_DATA", str(tmp_path / "machine"))
    monkeypatch.setenv("GIGDESK_ROOT", str(tmp_path / "feed" / "public" / "metadata" / "1.root.json"))

    def run_on_a_day(*arguments, day=DAY):
        return run(*arguments, "--today", day)

    return run_on_a_day


@pytest.fixture
def publish(run, tmp_path, monkeypatch):
    """A function: publish a release folder, from a machine that publishes."""
    feed, keys = tmp_path / "feed", tmp_path / "keys"

    def publish(release, day=DAY):
        with monkeypatch.context() as here:
            here.setenv("GIGDESK_DATA", str(tmp_path / "publisher"))
            if not feed.exists():
                assert run("data", "feed", "init", feed, "--keys", keys, day=day)[0] == 0
            assert run("data", "feed", "add", feed, release, day=day)[0] == 0
            both = [word for name in ("targets-1", "targets-2") for word in ("--key", keys / f"{name}.pem")]
            assert run("data", "feed", "sign", feed, *both, day=day)[0] == 0
            assert run("data", "feed", "publish", feed, "--key", keys / "online-1.pem", day=day)[0] == 0
        return feed

    return publish


@pytest.fixture
def next_release(tmp_path):
    """The shipped release with another id, a week later."""
    folder = tmp_path / "next"
    shutil.copytree(paths.resources() / "release", folder)
    about = folder / "release.toml"
    said = about.read_text(encoding="utf-8").replace(FIRST_ID, NEXT_ID).replace("= 2026-11-23", "= 2026-12-01")
    about.write_text(said, encoding="utf-8")
    return folder


@pytest.fixture
def feed(publish):
    """A publisher's folder with the release that the program ships, signed."""
    return publish(paths.resources() / "release")


def found(result):
    status, out, err = result
    assert status == 0, err
    return json.loads(out)


def in_use(run):
    return next(one["id"] for one in found(run("data", "releases", "--json"))["releases"] if one["current"])


def test_the_release_that_came_with_the_program_is_not_signed_and_says_so(run, feed):
    body = found(run("data", "verify", "--json"))
    assert (body["well"], body["signed"], body["release"]["from"]) == (True, False, "program")
    status, _, said = run("data", "mirror", feed / "copy")
    assert (status, "没人签过" in said) == (3, True)


def test_a_stick_brings_a_release_and_the_same_again_is_nothing_new(run, feed):
    body = found(run("data", "import", feed, "--json"))
    assert (body["changed"], body["release"]["signatures"], body["release"]["needed"]) == (True, 2, 2)
    assert body["release"]["place"] == "feed"
    assert found(run("data", "verify", "--json"))["signed"]
    assert not found(run("data", "import", feed, "--json"))["changed"]


def test_only_what_changed_is_fetched_and_one_can_go_back(run, publish, feed, next_release):
    run("data", "import", feed)
    body = found(run("data", "import", publish(next_release), "--json"))
    assert (body["release"]["id"], body["changed"]) == (NEXT_ID, True)
    assert 0 < body["bytes"] < 60_000
    assert body["data"]["release"] == NEXT_ID
    assert found(run("data", "rollback", FIRST_ID, "--json"))["release"]["id"] == FIRST_ID
    assert in_use(run) == FIRST_ID
    assert not found(run("data", "import", feed, "--json"))["changed"]
    assert in_use(run) == FIRST_ID


def test_a_mirror_of_a_machine_serves_another(run, feed, tmp_path, monkeypatch):
    run("data", "import", feed)
    assert found(run("data", "mirror", tmp_path / "stick", "--json"))["files"] > 70
    monkeypatch.setenv("GIGDESK_DATA", str(tmp_path / "another"))
    body = found(run("data", "import", tmp_path / "stick", "--json"))
    assert (body["changed"], body["release"]["place"]) == (True, "stick")
    assert found(run("data", "verify", "--json"))["well"]


def test_a_stick_that_was_tampered_with_is_refused_and_what_was_there_stays(run, publish, feed, next_release):
    run("data", "import", feed)
    publish(next_release)
    served = (feed / "public" / "targets").glob("*.release.toml")
    changed = next(path for path in served if NEXT_ID in path.read_text("utf-8"))
    changed.write_text(changed.read_text("utf-8").replace("2026-12-01", "2026-12-02"), "utf-8")
    status, _, said = run("data", "import", feed)
    assert (status, "release.toml" in said) == (4, True)
    assert in_use(run) == FIRST_ID
    assert found(run("data", "verify", "--json"))["well"]


def test_nobody_who_is_not_trusted_can_publish(run, feed, monkeypatch):
    monkeypatch.setenv("GIGDESK_ROOT", str(paths.resources() / "trust" / "root.json"))
    assert run("data", "import", feed)[0] == 4


def test_what_has_expired_is_refused_as_new_and_stays_readable_when_installed(run, feed):
    assert run("data", "import", feed, day="2027-06-01")[0] == 4
    run("data", "import", feed)
    body = found(run("data", "verify", "--json", day="2027-06-01"))
    assert (body["well"], body["expired"]) == (True, "2027-03-24")


def test_what_is_signed_anew_is_vouched_for_longer_without_another_installation(run, publish, feed):
    run("data", "import", feed)
    publish(paths.resources() / "release", day="2027-03-01")
    before = found(run("data", "releases", "--json"))["releases"][0]["expires"]
    run("data", "import", feed, day="2027-03-01")
    after = found(run("data", "releases", "--json"))["releases"]
    assert (before, after[0]["expires"], len(after)) == ("2027-03-24", "2027-06-29", 1)


@pytest.mark.usefixtures("feed")
@pytest.mark.parametrize(("words", "says"), [
    (("data", "import", "nowhere"), "metadata/timestamp.json"),
    (("data", "sync", "--source", "releases.example"), "https://"),
    (("data", "rollback", "2020.01.01-1"), FIRST_ID),
])  # fmt: skip
def test_what_cannot_be_used_is_named(run, words, says):
    status, _, said = run(*words)
    assert (status, says in said, len(said.splitlines()) <= 2) == (2, True, True)


def test_a_file_has_to_say_what_it_is(run, tmp_path):
    (tmp_path / "table.csv").write_text("a,b\n", encoding="utf-8")
    status, _, said = run("data", "import", tmp_path / "table.csv")
    assert (status, "--as" in said) == (2, True)
