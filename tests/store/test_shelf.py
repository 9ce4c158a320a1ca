import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from gigdesk.domain.errors import GigDeskError, InputError, MissingDataError, RefusedError
from gigdesk.store import paths
from gigdesk.store.digest import digest
from gigdesk.store.kept import COMPILED, readable
from gigdesk.store.lock import locked
from gigdesk.store.origin import Origin
from gigdesk.store.records import Release
from gigdesk.store.reference import Reference
from gigdesk.store.shelf import Shelf

SHIPPED = paths.resources() / "release"
NOW = datetime(2026, 11, 28, 9, 30, tzinfo=UTC)
posix = pytest.mark.skipif(os.name != "posix", reason="POSIX only")


def published(folder: Path, day: str, content: str = "") -> Path:
    """A release folder as publishers make it, of a day; its id is the day."""
    shutil.copytree(SHIPPED, folder)
    edit(folder / "release.toml", 'id = "2026.11.23-1"', f'id = "{day}"')
    edit(folder / "release.toml", "released = 2026-11-23", f"released = {day}")
    if content:
        edit(folder / "release.toml", 'oldest_program = "0.1.0"', content)
    return folder


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def from_network(day: str) -> Origin:
    """The origin of a release installed at noon of a day."""
    at = datetime.fromisoformat(f"{day}T12:00:00+00:00")
    return Origin("network", "https://example.org/gigdesk", at, 2, 2, at.date() + timedelta(days=30))


def opened(shelf: Shelf) -> tuple[str, list[str]]:
    """The id of the release that a start opens, and what it said of its progress."""
    steps: list[str] = []
    reference = shelf.open(steps.append, NOW)
    found = reference.about.id
    reference.close()
    return found, steps


def alter(compiled: Path, *statements: str) -> None:
    """Write into an installed file, as somebody with a database browser would."""
    compiled.chmod(0o644)
    connection = sqlite3.connect(compiled)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """A data folder in which the shipped release is installed."""
    folder = tmp_path_factory.mktemp("installed")
    opened(Shelf(folder, SHIPPED))
    return folder


@pytest.fixture
def shelf(tmp_path, installed):
    """A shelf with the shipped release on it."""
    shutil.copytree(installed, tmp_path / "data")
    return Shelf(tmp_path / "data", SHIPPED)


@pytest.fixture(scope="module")
def days(tmp_path_factory):
    """Four releases of four days, each newer than the shipped one."""
    folder = tmp_path_factory.mktemp("published")
    return {day: published(folder / day, day) for day in ("2026-12-01", "2026-12-02", "2026-12-03", "2026-12-04")}


def test_compiling_and_reading_back_gives_the_same_release(release: Release, reference: Reference):
    assert reference.release() == release


def test_the_first_start_installs_and_the_second_only_opens(tmp_path):
    shelf = Shelf(tmp_path, SHIPPED)
    assert opened(shelf) == ("2026.11.23-1", ["installing"])
    assert opened(shelf) == ("2026.11.23-1", [])
    only = shelf.current()
    assert (only.origin, only.current, only.path.name) == (Origin.program(NOW), True, digest(SHIPPED))
    assert shelf.releases() == (only,)


def test_without_a_time_the_shipped_release_counts_as_installed_on_its_own_day(tmp_path):
    Shelf(tmp_path, SHIPPED).open().close()
    assert Shelf(tmp_path, SHIPPED).current().origin.installed_at == datetime(2026, 11, 23, tzinfo=UTC)


def test_the_installed_file_is_read_only(shelf):
    reference = shelf.open()
    assert not reference.path.stat().st_mode & 0o222
    with pytest.raises(Exception, match="readonly"):
        reference._connection.execute("DELETE FROM law")  # noqa: SLF001
    reference.close()


def test_nothing_half_done_and_no_lock_is_left_behind(tmp_path):
    opened(Shelf(tmp_path, SHIPPED))
    hidden = list(tmp_path.rglob(".*"))
    assert [path.name for path in hidden] == [".lock"]
    assert hidden[0].stat().st_size == 0
    with locked(hidden[0], 0):
        pass


@pytest.mark.parametrize("damage", [None, b"", b"garbage" * 1000, 4096, 200_000])
def test_a_file_that_is_gone_or_damaged_is_made_anew(shelf, damage):
    compiled = shelf.current().path / COMPILED
    content = compiled.read_bytes()
    compiled.chmod(0o644)
    compiled.unlink()
    if damage is not None:
        compiled.write_bytes(content[:damage] if isinstance(damage, int) else damage)
    assert opened(shelf) == ("2026.11.23-1", ["installing"])
    assert compiled.read_bytes() == content
    assert opened(shelf)[1] == []


@pytest.mark.parametrize("content", [
    "{}", "[" * 100_000, '{"kind": "network", "place": "", "installed_at": "0001-01-01T00:00:00+14:00"}',
])  # fmt: skip
def test_an_installed_release_that_does_not_say_where_it_came_from_is_made_anew(shelf, content):
    (shelf.current().path / "origin.json").write_text(content)
    assert opened(shelf) == ("2026.11.23-1", ["installing"])
    assert shelf.current().origin == Origin.program(NOW)


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"", b"nothing", b"../../etc", b"0" * 64])
def test_a_pointer_that_points_nowhere_is_mended(shelf, tmp_path, content):
    (tmp_path / "data" / "current").write_bytes(content)
    assert opened(shelf) == ("2026.11.23-1", [])
    assert shelf.current().about.id == "2026.11.23-1"


def test_a_relative_data_folder_works(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIGDESK_DATA", "here")
    assert paths.data_folder() == tmp_path / "here"


def test_what_an_older_program_had_installed_is_swept_away(tmp_path):
    releases = tmp_path / "releases"
    releases.mkdir()
    name = f"{'a' * 64}.5.sqlite"
    for left in (releases / name, releases / f".{name}.123", tmp_path / ".current.123"):
        left.write_bytes(b"")
        left.chmod(0o444)
    (tmp_path / "current").write_text(f"{name}\n")
    shelf = Shelf(tmp_path, SHIPPED)
    assert opened(shelf) == ("2026.11.23-1", ["installing"])
    assert sorted(path.name for path in releases.iterdir()) == [".lock", shelf.current().path.name]
    assert not (tmp_path / ".current.123").exists()


def test_a_release_is_installed_with_its_files_its_origin_and_what_its_signatures_were_verified_by(
    shelf, days, tmp_path
):
    metadata = tmp_path / "metadata"
    metadata.mkdir()
    (metadata / "root.json").write_text("{}")
    origin = from_network("2026-12-01")
    found = shelf.install(days["2026-12-01"], origin, metadata, lambda _: None)
    assert (found.about.id, found.origin, found.current) == ("2026-12-01", origin, True)
    assert digest(found.path / "release") == digest(days["2026-12-01"]) == found.path.name
    assert (found.path / "metadata" / "root.json").read_text() == "{}"
    assert opened(shelf) == ("2026-12-01", [])
    assert shelf.verify("2026-12-01") == ()


def test_the_same_release_vouched_for_anew_keeps_its_files_and_takes_the_new_metadata(shelf, days, tmp_path):
    for day in ("2026-12-01", "2026-12-05"):
        metadata = tmp_path / day
        metadata.mkdir()
        (metadata / f"{day}.json").write_text(day)
        found = shelf.install(days["2026-12-01"], from_network(day), metadata)
        assert [path.name for path in (found.path / "metadata").iterdir()] == [f"{day}.json"]
        assert found.origin == from_network(day)
    assert len(shelf.releases()) == 2
    assert not list((tmp_path / "data" / "releases").rglob(".*aside*"))


def test_the_last_three_are_kept(shelf, days):
    for day, folder in days.items():
        shelf.install(folder, from_network(day))
    assert [one.about.id for one in shelf.releases()] == ["2026-12-04", "2026-12-03", "2026-12-02"]
    assert [one.current for one in shelf.releases()] == [True, False, False]


def test_the_one_in_use_is_kept_though_others_were_installed_later(shelf, days):
    later = dict(zip(days, ("2026-12-04", "2026-12-03", "2026-12-02", "2026-12-01"), strict=True))
    for day, folder in days.items():
        shelf.install(folder, from_network(later[day]))
    assert [one.about.id for one in shelf.releases() if one.current] == ["2026-12-04"]
    assert [one.about.id for one in shelf.releases()] == ["2026-12-01", "2026-12-02", "2026-12-04"]


def test_a_roll_back_holds_over_the_next_start(shelf, days):
    shelf.install(days["2026-12-01"], from_network("2026-12-01"))
    assert shelf.roll_back("2026.11.23-1").about.id == "2026.11.23-1"
    assert opened(shelf) == ("2026.11.23-1", [])
    assert shelf.roll_back("2026-12-01").current
    assert opened(shelf) == ("2026-12-01", [])


def test_a_program_that_ships_something_newer_than_all_ends_a_roll_back(shelf, days, tmp_path):
    data = tmp_path / "data"
    shelf.install(days["2026-12-02"], from_network("2026-12-02"))
    shelf.roll_back("2026.11.23-1")
    older, newer = Shelf(data, days["2026-12-01"]), Shelf(data, days["2026-12-03"])
    assert opened(older) == ("2026.11.23-1", [])
    assert opened(newer) == ("2026-12-03", ["installing"])
    assert newer.current().origin.kind == "program"
    newer.roll_back("2026-12-02")
    assert opened(newer) == ("2026-12-02", [])


def test_an_installed_release_newer_than_the_shipped_one_stays(tmp_path, days):
    opened(Shelf(tmp_path, days["2026-12-01"]))
    assert opened(Shelf(tmp_path, SHIPPED)) == ("2026-12-01", [])


def test_only_what_is_kept_can_be_opened_or_rolled_back_to(shelf, days):
    shelf.install(days["2026-12-01"], from_network("2026-12-01"))
    found = shelf.find("2026.11.23-1")
    assert found.about.released == date(2026, 11, 23)
    found.close()
    for ask in (shelf.find, shelf.roll_back, shelf.verify):
        with pytest.raises(InputError) as caught:
            ask("2020-01-01")
        assert caught.value.accepts == "2026-12-01 | 2026.11.23-1"


def test_without_a_release_there_is_no_current_one(tmp_path):
    with pytest.raises(MissingDataError):
        Shelf(tmp_path, SHIPPED).current()


def compiled_by_another(shelf: Shelf, release_id: str) -> None:
    """As another program leaves it: under the number of its own format."""
    reference = shelf.find(release_id)
    reference.close()
    reference.path.rename(reference.path.with_name("reference.0.sqlite"))


def test_after_an_update_of_the_program_the_release_in_use_is_compiled_again(shelf, days):
    shelf.install(days["2026-12-01"], from_network("2026-12-01"))
    compiled_by_another(shelf, "2026-12-01")
    assert opened(shelf) == ("2026-12-01", ["installing"])
    assert [path.name for path in shelf.current().path.glob("*.sqlite")] == [COMPILED]
    compiled_by_another(shelf, "2026.11.23-1")
    assert shelf.roll_back("2026.11.23-1").current


def test_one_that_cannot_be_compiled_again_gives_way_to_the_next_that_is_whole(shelf, days):
    for day in ("2026-12-01", "2026-12-02"):
        shelf.install(days[day], from_network(day))
    for day in ("2026-12-02", "2026-12-01"):
        shelf.roll_back(day)
        folder = shelf.current().path
        (folder / COMPILED).unlink()
        edit(folder / "release" / "regions.csv", "370100", "370199")
    assert opened(shelf) == ("2026.11.23-1", ["installing"] * 2)
    assert opened(shelf) == ("2026.11.23-1", [])


def test_a_release_that_fails_the_guard_is_refused_and_changes_nothing(shelf, days, tmp_path):
    spoiled = tmp_path / "release"
    shutil.copytree(days["2026-12-01"], spoiled)
    edit(spoiled / "law" / "shandong.yaml", "low: 4573", "low: 9999")
    with pytest.raises(RefusedError) as caught:
        shelf.install(spoiled, from_network("2026-12-01"))
    assert caught.value.code == "guard"
    assert opened(shelf) == ("2026.11.23-1", [])
    assert [path.name for path in shelf.current().path.parent.iterdir() if path.name.startswith(".")] == [".lock"]
    assert opened(Shelf(tmp_path / "data", spoiled))[0] == "2026.11.23-1", "the shipped one is refused, the other stays"
    with pytest.raises(RefusedError):
        opened(Shelf(tmp_path / "elsewhere", spoiled))


def test_a_release_with_a_file_missing_is_refused(shelf, days, tmp_path):
    spoiled = tmp_path / "release"
    shutil.copytree(days["2026-12-01"], spoiled)
    (spoiled / "forms.csv").unlink()
    with pytest.raises(RefusedError) as caught:
        shelf.install(spoiled, from_network("2026-12-01"))
    assert caught.value.details["file"] == "forms.csv"


def test_a_release_for_a_newer_program_is_refused_in_words(shelf, tmp_path, texts):
    folder = published(tmp_path / "release", "2027-01-01", 'oldest_program = "99.1"')
    with pytest.raises(RefusedError) as caught:
        shelf.install(folder, from_network("2027-01-01"))
    assert caught.value.code == "program-too-old"
    assert "99.1" in texts.tell("error.program-too-old", caught.value.details)


@pytest.mark.parametrize(
    ("oldest", "program", "expected"),
    [("0.1.0", "0.1.0", True), ("0.1", "0.1.0", True), ("0.1.1", "0.1.0", False), ("0.9", "0.10", True),
     ("1", "0.9.9", False), ("0.1.0", "0.1.0.dev1", True)],
)  # fmt: skip
def test_versions_compare_number_by_number(release, oldest, program, expected):
    assert readable(replace(release.about, oldest_program=oldest), program) is expected


def test_an_oldest_program_that_is_no_version_is_refused(shelf, tmp_path):
    folder = published(tmp_path / "release", "2027-01-01", 'oldest_program = "soon"')
    with pytest.raises(RefusedError):
        shelf.install(folder, from_network("2027-01-01"))


def test_an_altered_file_is_found_and_the_next_start_makes_it_anew(shelf):
    compiled = shelf.current().path / COMPILED
    alter(compiled, "UPDATE law SET content = '1' WHERE name = 'pension.year_rounding' AND region = '370000'")
    assert opened(shelf)[1] == []
    (found,) = shelf.verify("2026.11.23-1")
    assert found.place.startswith("book regions 370000 pension.year_rounding ")
    assert found.what == "1 in the compiled file, two_decimals in the plain files"
    assert opened(shelf) == ("2026.11.23-1", ["installing"])
    assert shelf.verify("2026.11.23-1") == ()


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM wage WHERE row = 2",
        "UPDATE wage SET p50 = p50 + 1 WHERE p50 IS NOT NULL",
        "UPDATE source SET url = 'https://example.org'",
        "UPDATE law SET status = 'official' WHERE name = 'pension.base_limits'",
        "UPDATE occupation SET label = 'x' WHERE gig = 1",
        "UPDATE about SET value = '2020-01-01' WHERE key = 'released'",
        "UPDATE form SET status = 'x'" if False else "UPDATE law SET status = 'x'",
        "DROP TABLE form",
    ],
)
def test_whatever_is_altered_is_found(shelf, statement):
    alter(shelf.current().path / COMPILED, statement)
    assert shelf.verify(digest(SHIPPED))
    assert opened(shelf)[1] == ["installing"]


def test_altered_plain_files_are_found_and_another_release_is_taken(shelf, days):
    found = shelf.install(days["2026-12-01"], from_network("2026-12-01"))
    edit(found.path / "release" / "wages" / "cpi.csv", "2025", "2026")
    (finding,) = shelf.verify("2026-12-01")
    assert "not the files that were installed" in finding.what
    assert opened(shelf)[0] == "2026.11.23-1"
    shelf.install(days["2026-12-01"], from_network("2026-12-01"))
    assert shelf.verify("2026-12-01") == ()


def test_a_release_that_an_earlier_program_shipped_is_checked_as_far_as_it_can_be(days, tmp_path):
    opened(Shelf(tmp_path, SHIPPED))
    later = Shelf(tmp_path, days["2026-12-01"])
    opened(later)
    assert later.verify("2026.11.23-1") == ()
    assert later.roll_back("2026.11.23-1").current


def test_left_overs_are_swept_by_the_next_who_installs(shelf, days, tmp_path):
    releases = tmp_path / "data" / "releases"
    (releases / ".building" / "release").mkdir(parents=True)
    (releases / ".building" / "origin.json").write_text("{}")
    (tmp_path / "data" / ".current.part").write_text("")
    (releases / ("f" * 64)).mkdir()
    shelf.install(days["2026-12-01"], from_network("2026-12-01"))
    assert len(list(releases.iterdir())) == 3
    assert sorted(path.name for path in (tmp_path / "data").iterdir()) == ["current", "releases"]


@pytest.mark.parametrize("kept", [False, True])
def test_a_release_that_was_never_switched_to_is_none_that_was_installed(shelf, days, tmp_path, kept):
    """Or a later sync would find it here already, and leave it unused for good."""
    if kept:
        shelf.install(days["2026-12-01"], from_network("2026-12-01"))
        shelf.roll_back("2026.11.23-1")
    pointer = tmp_path / "data" / "current"
    content = pointer.read_bytes()
    pointer.unlink()
    pointer.mkdir()
    with pytest.raises(MissingDataError):
        shelf.install(days["2026-12-01"], from_network("2026-12-02"))
    pointer.rmdir()
    pointer.write_bytes(content)
    assert [one.about.id for one in shelf.releases()] == ["2026.11.23-1"]
    for day in ("2026-12-01", "2026-12-02"):
        shelf.install(days[day], from_network(day))
    assert [one.about.id for one in shelf.releases()] == ["2026-12-02", "2026-12-01", "2026.11.23-1"]


def test_metadata_that_was_being_replaced_is_put_back(shelf, days, tmp_path):
    metadata = tmp_path / "metadata"
    metadata.mkdir()
    (metadata / "root.json").write_text("{}")
    folder = shelf.install(days["2026-12-01"], from_network("2026-12-01"), metadata).path
    (folder / "metadata").rename(folder / ".metadata.aside")
    shelf.install(days["2026-12-02"], from_network("2026-12-02"))
    assert [path.name for path in (folder / "metadata").iterdir()] == ["root.json"]


def test_a_data_folder_that_cannot_be_written_is_said(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    with pytest.raises(GigDeskError) as caught:
        opened(Shelf(blocked, SHIPPED))
    assert (caught.value.code, caught.value.exit_status) == ("data-folder", 3)


@pytest.mark.parametrize("room", [0, 10_000, 1_000_000])
def test_on_a_full_disk_the_old_release_stays(shelf, days, tmp_path, room):
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, before[1]))
    try:
        with pytest.raises(MissingDataError) as caught:
            shelf.install(days["2026-12-01"], from_network("2026-12-01"))
        assert opened(Shelf(tmp_path / "data", days["2026-12-01"]))[0] == "2026.11.23-1"
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert caught.value.code == "data-folder"
    assert opened(shelf) == ("2026.11.23-1", [])
    assert shelf.install(days["2026-12-01"], from_network("2026-12-01")).current


@pytest.fixture
def nobody():
    """A folder, and the right to write to it given up until the test ends."""
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)
        if os.geteuid() != os.getuid():
            os.seteuid(os.getuid())
        for path in (Path(name), *Path(name).rglob("*")):
            path.chmod(0o755)


def close(folder: Path) -> None:
    """Take away every right to write; the super-user becomes nobody, whom rights concern."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o555)
    if os.geteuid() == 0:
        os.seteuid(65534)


@posix
def test_a_read_only_folder_opens_and_says_what_it_cannot(nobody):
    newer = published(nobody / "release", "2026-12-01")
    shelf = Shelf(nobody / "data", SHIPPED)
    opened(shelf)
    close(nobody)
    assert opened(shelf) == ("2026.11.23-1", [])
    assert opened(Shelf(nobody / "data", newer))[0] == "2026.11.23-1", "newer, and cannot be installed"
    for attempt in (
        lambda: shelf.install(SHIPPED, from_network("2026-12-01")),
        lambda: shelf.roll_back("2026.11.23-1"),
    ):
        with pytest.raises(MissingDataError) as caught:
            attempt()
        assert caught.value.code == "data-folder"


@posix
def test_a_read_only_folder_without_a_release_is_said(nobody):
    close(nobody)
    with pytest.raises(MissingDataError) as caught:
        opened(Shelf(nobody, SHIPPED))
    assert caught.value.code == "data-folder"


def test_nobody_waits_for_an_installation_where_the_release_in_use_is_sound(shelf, days, tmp_path):
    lock = tmp_path / "data" / "releases" / ".lock"
    with locked(lock, 0):
        assert opened(shelf) == ("2026.11.23-1", [])
        assert opened(Shelf(tmp_path / "data", days["2026-12-01"])) == ("2026.11.23-1", [])
        with pytest.raises(MissingDataError) as caught, locked(lock, 0):
            pass
    assert (caught.value.code, caught.value.exit_status) == ("data-busy", 3)


@posix
def test_a_lock_ends_with_the_process_that_held_it(tmp_path):
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        with locked(tmp_path / "lock", 0):
            os.write(theirs, b".")
            signal.pause()
    assert os.read(ours, 1) == b"."
    with pytest.raises(MissingDataError), locked(tmp_path / "lock", 0):
        pass
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with locked(tmp_path / "lock", 0):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["lock"]


def test_two_first_starts_at_once_both_work(tmp_path):
    command = [sys.executable, "-m", "gigdesk", "data", "status", "--json"]
    environment = {**os.environ, "GIGDESK_DATA": str(tmp_path)}
    both = [subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for _ in "ab"]
    for process in both:
        process.communicate()
    assert [process.returncode for process in both] == [0, 0]


def test_a_shipped_release_that_was_signed_keeps_its_files_when_the_program_ships_another(days, tmp_path):
    shelf, metadata = Shelf(tmp_path / "data", SHIPPED), tmp_path / "metadata"
    opened(shelf)
    metadata.mkdir()
    (metadata / "root.json").write_text("{}")
    name = shelf.install(SHIPPED, from_network("2026-11-28"), metadata).path.name
    later = Shelf(tmp_path / "data", days["2026-12-01"])
    opened(later)
    (found,) = (one for one in later.releases() if one.path.name == name)
    assert found.files
    assert later.verify(name) == ()
