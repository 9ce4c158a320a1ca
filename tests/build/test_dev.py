from __future__ import annotations

import debian
import dev
import environment
import pytest


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["run"], ("run", [])),
        (["run", "--"], ("run", [])),
        (["run", "pension", "--json"], ("run", ["pension", "--json"])),
        (["run", "--", "pension", "--json"], ("run", ["pension", "--json"])),
        (["run", "--version"], ("run", ["--version"])),
        (["run", "wages", "--", "search"], ("run", ["wages", "--", "search"])),
        (["run", "--", "--", "x"], ("run", ["--", "x"])),
        (["test", "-k", "money"], ("test", ["-k", "money"])),
        ([], ("--help", [])),
    ],
)
def test_one_leading_double_dash_is_dropped_and_the_rest_is_passed_on(words, expected):
    assert dev.split(words) == expected


def test_an_unknown_command_is_wrong_input(capsys):
    assert dev.main(["fly"]) == 2
    answer = capsys.readouterr()
    assert answer.out == ""
    assert "'fly'" in answer.err


def test_the_help_names_every_command(capsys):
    assert dev.main([]) == 0
    answer = capsys.readouterr().out
    assert [name for name in dev.COMMANDS if f"build/dev.py {name} " not in answer] == []


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_on_linux_something_names_the_screen(name):
    assert dev.has_display("linux", {name: ":0"})
    assert not dev.has_display("linux", {name: ""})


def test_elsewhere_there_is_a_screen():
    assert dev.has_display("darwin", {})


def test_without_a_display_run_says_what_works(monkeypatch, capsys):
    monkeypatch.setattr(dev, "has_display", lambda *_: False)
    with pytest.raises(SystemExit) as ending:
        dev.run([])
    assert ending.value.code == 2
    answer = capsys.readouterr()
    assert answer.out == ""
    assert len(answer.err.splitlines()) == 1
    assert "run pension" in answer.err


def test_what_dpkg_does_not_call_installed_is_missing():
    answer = "installed libgl1\nnot-installed libegl1\nconfig-files libdbus-1-3\n"
    assert debian.absent(("libgl1", "libegl1", "libdbus-1-3"), answer) == ["libegl1", "libdbus-1-3"]


def test_a_library_under_its_newer_name_is_there():
    assert debian.absent(("libglib2.0-0",), "installed libglib2.0-0t64\n") == []


def test_no_package_is_named_twice():
    packages = debian.FREEZING + debian.VIRTUAL_SCREEN
    assert len(packages) == len(set(packages))


def test_a_changed_lock_changes_the_fingerprint(monkeypatch, tmp_path):
    for name in ("dev", "project", "runtime"):
        (tmp_path / f"{name}.txt").write_text("a==1\n")
    monkeypatch.setattr(environment, "REQUIREMENTS", tmp_path)
    before = {kind: environment.fingerprint(kind) for kind in environment.SETS}
    (tmp_path / "dev.txt").write_text("a==2\n")
    assert environment.fingerprint("dev") != before["dev"]
    assert environment.fingerprint("run") == before["run"]


def test_a_ready_environment_is_left_alone(monkeypatch, tmp_path):
    python = tmp_path / "python"
    python.touch()
    monkeypatch.setattr(environment, "PYTHON", python)
    monkeypatch.setattr(environment, "VENV", tmp_path)
    monkeypatch.setattr(environment, "_make", lambda: pytest.fail("made again"))
    (tmp_path / "gigdesk-run.stamp").write_text(environment.fingerprint("run"))
    environment.prepare("run")
