"""gigdesk data sync, import FOLDER, releases, rollback, verify, mirror: from a publisher to a second machine."""

import json
import shutil

import pytest

from gigdesk.cli.main import main
from gigdesk.store import paths

DAY, LATER = "2026-11-24", "2027-03-01"
NEXT_ID, FIRST_ID, OLD_ID = "2026.12.01-1", "2026.11.23-1", "2026.11.22-1"


@pytest.fixture(scope="session")
def world(tmp_path_factory):
    """Made once: `one`, `again`, `two` are what a publisher serves in turn; `machine` has started once."""
    world = tmp_path_factory.mktemp("world")
    feed, keys = world / "feed", world / "keys"
    with pytest.MonkeyPatch.context() as here:
        here.setenv("GIGDESK_DATA", str(world / "machine"))
        assert main(["data", "feed", "init", str(feed), "--keys", str(keys), "--today", DAY]) == 0
        shipped = paths.resources() / "release"
        old = _next(world, OLD_ID, "2026-11-22")
        published = (("old", old, DAY), ("one", shipped, DAY), ("again", shipped, LATER), ("two", _next(world), LATER))
        for name, release, day in published:
            both = [word for key in ("targets-1", "targets-2") for word in ("--key", str(keys / f"{key}.pem"))]
            for words in (
                ["add", feed, release],
                ["sign", feed, *both],
                ["publish", feed, "--key", keys / "online-1.pem"],
            ):
                assert main(["data", "feed", *map(str, words), "--today", day]) == 0
            shutil.copytree(feed / "public", world / name)
    return world


def _next(world, id_=NEXT_ID, day="2026-12-01"):
    """The shipped release with another id, a week later."""
    folder = world / id_
    shutil.copytree(paths.resources() / "release", folder)
    about = folder / "release.toml"
    said = about.read_text(encoding="utf-8").replace(FIRST_ID, id_).replace("= 2026-11-23", f"= {day}")
    about.write_text(said, encoding="utf-8")
    calendar = folder / "calendar.toml"
    calendar.write_text(calendar.read_text(encoding="utf-8").replace("2026-11-23", min(day, DAY)), encoding="utf-8")
    return folder


@pytest.fixture
def run(run, world, tmp_path, monkeypatch):
    """Run a command on a machine of this test's own, which trusts that publisher."""
    shutil.copytree(world / "machine", tmp_path / "machine")
    monkeypatch.setenv("GIGDESK_DATA", str(tmp_path / "machine"))
    monkeypatch.setenv("GIGDESK_ROOT", str(world / "one" / "metadata" / "1.root.json"))

    def run_on_a_day(*arguments, day=DAY):
        return run(*arguments, "--today", day)

    return run_on_a_day


@pytest.fixture
def feed(world, tmp_path):
    """A stick with the release that the program ships, signed."""
    return shutil.copytree(world / "one", tmp_path / "stick")


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
    assert body["release"]["place"] == "stick"
    assert (body["data"]["signature_checked"], body["data"]["needed"]) == (True, 2)
    assert found(run("data", "verify", "--json"))["signed"]
    assert not found(run("data", "import", feed, "--json"))["changed"]


def test_only_what_changed_is_fetched_and_one_can_go_back(run, world, feed):
    run("data", "import", feed)
    body = found(run("data", "import", world / "two", "--json", day=LATER))
    assert (body["release"]["id"], body["changed"]) == (NEXT_ID, True)
    assert 0 < body["bytes"] < 60_000
    assert body["data"]["release"] == NEXT_ID
    assert found(run("data", "rollback", FIRST_ID, "--json"))["release"]["id"] == FIRST_ID
    assert in_use(run) == FIRST_ID
    assert not found(run("data", "import", world / "two", "--json", day=LATER))["changed"]
    assert in_use(run) == FIRST_ID


def test_a_mirror_of_a_machine_serves_another(run, feed, tmp_path, monkeypatch):
    run("data", "import", feed)
    assert found(run("data", "mirror", tmp_path / "mirror", "--json"))["files"] > 70
    monkeypatch.setenv("GIGDESK_DATA", str(tmp_path / "another"))
    body = found(run("data", "import", tmp_path / "mirror", "--json"))
    assert (body["changed"], body["release"]["place"]) == (True, "mirror")
    assert found(run("data", "verify", "--json"))["well"]


def test_a_stick_that_was_tampered_with_is_refused_and_what_was_there_stays(run, world, feed, tmp_path):
    run("data", "import", feed)
    stick = shutil.copytree(world / "two", tmp_path / "tampered")
    served = (stick / "targets").glob("*.release.toml")
    changed = next(path for path in served if NEXT_ID in path.read_text("utf-8"))
    changed.write_text(changed.read_text("utf-8").replace("2026-12-01", "2026-12-02"), "utf-8")
    status, _, said = run("data", "import", stick, day=LATER)
    assert (status, "release.toml" in said) == (4, True)
    assert in_use(run) == FIRST_ID
    assert found(run("data", "verify", "--json"))["well"]


def test_a_file_that_a_stick_lacks_is_named_by_where_it_should_lie(run, feed):
    (feed / "metadata" / "timestamp.json").write_text("<html>", encoding="utf-8")
    said = run("data", "import", feed)[2]
    assert str(feed / "metadata" / "timestamp.json") in said
    assert "folder://" not in said


def test_nobody_who_is_not_trusted_can_publish(run, feed, monkeypatch):
    monkeypatch.setenv("GIGDESK_ROOT", str(paths.resources() / "trust" / "root.json"))
    assert run("data", "import", feed)[0] == 4


def test_what_has_expired_is_refused_as_new_and_stays_readable_when_installed(run, feed):
    assert run("data", "import", feed, day="2027-06-01")[0] == 4
    run("data", "import", feed)
    body = found(run("data", "verify", "--json", day="2027-06-01"))
    assert (body["well"], body["expired"], body["data"]["expired"]) == (True, "2027-03-24", True)
    assert "expired-release" in [warning["code"] for warning in body["warnings"]]


def test_what_is_signed_anew_is_vouched_for_longer_without_another_installation(run, world, feed):
    run("data", "import", feed)
    before = found(run("data", "releases", "--json"))["releases"][0]["expires"]
    run("data", "import", world / "again", day=LATER)
    after = found(run("data", "releases", "--json"))["releases"]
    assert (before, after[0]["expires"], len(after)) == ("2027-03-24", "2027-06-29", 1)


@pytest.mark.usefixtures("feed")
@pytest.mark.parametrize(("words", "says"), [
    (("data", "import", "nowhere"), "metadata/timestamp.json"),
    (("data", "sync", "--source", "releases.example"), "https://"),
    (("data", "sync", "--source", "https://"), "https://"),
    (("data", "sync", "--source", "https://somebody:secret@releases.example"), "…@releases.example"),
    (("data", "rollback", "2020.01.01-1"), FIRST_ID),
    (("data", "mirror", ""), "DIR"),
])  # fmt: skip
def test_what_cannot_be_used_is_named(run, words, says):
    status, _, said = run(*words)
    assert (status, says in said, len(said.splitlines()) <= 2) == (2, True, True)


def test_a_file_has_to_say_what_it_is(run, tmp_path):
    (tmp_path / "table.csv").write_text("a,b\n", encoding="utf-8")
    status, _, said = run("data", "import", tmp_path / "table.csv")
    assert (status, "--as" in said) == (2, True)


def test_a_signed_description_that_was_lost_is_brought_again(run, feed, tmp_path):
    run("data", "import", feed)
    (lost,) = (tmp_path / "machine" / "releases").glob("*/metadata/targets.json")
    lost.unlink()
    assert run("data", "verify")[0] == 4
    assert found(run("data", "import", feed, "--json"))["changed"]
    assert found(run("data", "verify", "--json"))["well"]


@pytest.mark.parametrize("older", ["one", "again"])
@pytest.mark.parametrize("lost", ["trust", "trust/timestamp.json"])
def test_a_stick_older_than_what_is_installed_is_refused_though_the_state_of_trust_was_lost(
    run, world, tmp_path, older, lost
):
    found(run("data", "import", world / "two", "--json", day=LATER))
    gone = tmp_path / "machine" / lost
    shutil.rmtree(gone) if gone.is_dir() else gone.unlink()
    status, _, _ = run("data", "import", world / older, "--json", day=DAY)
    assert (status, in_use(run)) == (4, NEXT_ID)


def test_a_release_older_than_the_one_that_came_with_the_program_is_refused(run, world):
    status, _, said = run("data", "import", world / "old")
    assert (status, OLD_ID in said, FIRST_ID in said) == (4, True, True)
    assert in_use(run) == FIRST_ID


def test_a_clock_that_was_set_back_makes_nothing_valid_again(run, feed, tmp_path):
    (tmp_path / "machine" / "clock").write_text("2027-06-01\n", encoding="utf-8")
    assert run("data", "import", feed)[0] == 4
    assert run("data", "settings", "--clock-is-right")[0] == 0
    assert run("data", "import", feed)[0] == 0
