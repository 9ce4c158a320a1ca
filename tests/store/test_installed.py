import os
import shutil
import subprocess
import sys

import pytest

from gigdesk.domain.errors import GigDeskError, RefusedError
from gigdesk.store import paths
from gigdesk.store.installed import FORMAT, open_reference
from gigdesk.store.records import Release
from gigdesk.store.reference import Reference

SHIPPED = paths.resources() / "release"


def install(folder, shipped=SHIPPED):
    steps = []
    return open_reference(folder, shipped, steps.append), steps


def test_compiling_and_reading_back_gives_the_same_release(release: Release, reference: Reference):
    found = reference.release()
    assert found.book.regions == release.book.regions
    assert found.book.sources == release.book.sources
    for part in ("about", "regions", "occupations", "retired_codes", "levels", "pairings", "prices", "forms"):
        assert getattr(found, part) == getattr(release, part), part


def test_the_first_start_installs_and_the_second_only_opens(tmp_path):
    first, steps = install(tmp_path)
    assert steps == ["installing"]
    first.close()
    second, steps = install(tmp_path)
    assert steps == []
    second.close()


def test_the_installed_file_is_read_only(tmp_path):
    reference, _ = install(tmp_path)
    assert not reference.path.stat().st_mode & 0o222
    with pytest.raises(Exception, match="readonly"):
        reference._connection.execute("DELETE FROM law")  # noqa: SLF001
    reference.close()


def test_nothing_half_done_is_left_behind(tmp_path):
    install(tmp_path)[0].close()
    assert [path.name for path in tmp_path.rglob(".*")] == []


@pytest.mark.parametrize("damage", [None, b"", b"garbage" * 1000, 4096, 200_000])
def test_a_file_that_is_gone_or_damaged_is_made_anew(tmp_path, damage):
    reference, _ = install(tmp_path)
    reference.close()
    content = reference.path.read_bytes()
    reference.path.chmod(0o644)
    reference.path.unlink()
    if damage is not None:
        reference.path.write_bytes(content[:damage] if isinstance(damage, int) else damage)
    again, steps = install(tmp_path)
    assert steps == ["installing"]
    assert again.counts()["form"] == 31
    again.close()


def test_a_pointer_that_is_no_text_is_mended(tmp_path):
    install(tmp_path)[0].close()
    (tmp_path / "current").write_bytes(b"\xff\xfe\x00")
    reference, _ = install(tmp_path)
    assert reference.about.id
    reference.close()


def test_a_relative_data_folder_works(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIGDESK_DATA", "here")
    assert paths.data_folder() == tmp_path / "here"


def test_a_pointer_that_points_nowhere_is_mended(tmp_path):
    install(tmp_path)[0].close()
    (tmp_path / "current").write_text(f"nothing.{FORMAT}.sqlite\n")
    reference, _ = install(tmp_path)
    assert reference.about.id
    reference.close()


def test_a_release_that_fails_the_guard_is_refused_and_changes_nothing(tmp_path):
    install(tmp_path / "data")[0].close()
    before = (tmp_path / "data" / "current").read_text()
    spoiled = tmp_path / "release"
    shutil.copytree(SHIPPED, spoiled)
    law = spoiled / "law" / "shandong.yaml"
    law.write_text(law.read_text(encoding="utf-8").replace("low: 4573", "low: 9999", 1), encoding="utf-8")
    with pytest.raises(RefusedError):
        install(tmp_path / "data", spoiled)
    assert (tmp_path / "data" / "current").read_text() == before


def test_an_installed_release_newer_than_the_shipped_one_stays(tmp_path):
    newer = tmp_path / "newer"
    shutil.copytree(SHIPPED, newer)
    about = newer / "release.toml"
    about.write_text(
        about.read_text(encoding="utf-8").replace("released = 2026", "released = 2027", 1), encoding="utf-8"
    )
    install(tmp_path / "data", newer)[0].close()
    reference, steps = install(tmp_path / "data")
    assert (reference.about.released.year, steps) == (2027, [])
    reference.close()


def test_a_data_folder_that_cannot_be_written_is_said(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    with pytest.raises(GigDeskError) as caught:
        install(blocked)
    assert (caught.value.code, caught.value.exit_status) == ("data-folder", 3)


def test_two_first_starts_at_once_both_work(tmp_path):
    command = [sys.executable, "-m", "gigdesk", "data", "status", "--json"]
    environment = {**os.environ, "GIGDESK_DATA": str(tmp_path)}
    both = [subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for _ in "ab"]
    for process in both:
        process.communicate()
    assert [process.returncode for process in both] == [0, 0]
