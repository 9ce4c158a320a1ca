"""gigdesk data status, diff and settings; a clock that was set back."""

import json
import shutil

import pytest

from gigdesk.store import paths

RELEASE = "2026.11.23-1"


@pytest.fixture
def run(run, tmp_path, monkeypatch):
    """Run a command on a machine of this test's own."""
    shutil.copytree(paths.data_folder(), tmp_path / "machine")
    monkeypatch.setenv("GIGDESK_DATA", str(tmp_path / "machine"))
    return run


def found(result):
    status, out, err = result
    assert status == 0, err
    return json.loads(out)


def test_the_status_says_of_each_part_how_old_it_is_and_what_is_not_out(run):
    body = found(run("data", "status", "--json", "--today", "2026-11-24"))
    parts = {part["id"]: part for part in body["datasets"]}
    limits, base = parts["contribution-base"], parts["benefit-base"]
    assert (limits["published"], limits["age_days"], limits["next_expected"]) == ("2026-08-14", 102, "2027-08")
    assert (limits["share"], limits["state"], limits["publisher"]) == ("0.29", "fresh", "山东省人力资源和社会保障厅")
    assert (base["state"], base["age_days"]) == ("provisional", None)
    assert "7,831" in base["unpublished"]
    release = body["release"]
    assert (release["kind"], release["signatures"], release["needed"], release["expired"]) == ("program", 0, 0, False)
    assert body["tables"] == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_status_can_be_read(run, language):
    status, out, _ = run("data", "status", "--today", "2026-11-24", "--lang", language)
    assert status == 0
    assert "7,831" in out
    assert "2027-08" in out


def test_a_release_is_compared_with_itself_and_one_that_is_not_there_is_named(run):
    body = found(run("data", "diff", RELEASE, RELEASE, "--json"))
    assert (body["changes"], body["words"]) == ([], [])
    status, out, _ = run("data", "diff", RELEASE, RELEASE)
    assert (status, "两版的内容一样" in out) == (0, True)
    status, _, said = run("data", "diff", "2020.1.1-1", RELEASE)
    assert (status, "2020.1.1-1" in said) == (2, True)


def test_settings_are_kept_and_what_is_not_accepted_is_refused(run):
    assert found(run("data", "settings", "--json"))["sync"] == "manual"
    body = found(run("data", "settings", "--source", "https://example.org/", "--sync", "daily", "--json"))
    assert (body["source"], body["sync"]) == ("https://example.org/", "daily")
    status, _, said = run("data", "settings", "--sync", "hourly")
    assert (status, "off | manual | daily" in said) == (2, True)
    assert found(run("data", "settings", "--json"))["sync"] == "daily"


def test_a_clock_set_back_is_said_until_somebody_says_it_is_right(run):
    (paths.data_folder() / "clock").write_text("2090-01-01\n", encoding="utf-8")

    def warned():
        return [one["text"] for one in found(run("data", "status", "--json"))["warnings"] if "2090" in one["text"]]

    assert len(warned()) == 1
    assert found(run("data", "settings", "--clock-is-right", "--json"))
    assert warned() == []


def test_asking_as_of_another_day_leaves_the_clock_alone(run):
    found(run("data", "status", "--json", "--today", "2080-01-01"))
    assert "2080" not in str(found(run("data", "status", "--json"))["warnings"])
