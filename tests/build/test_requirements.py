"""The locks: everything pinned, everything hashed, no address of any place to download from."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

LOCKS = sorted((Path(__file__).parents[2] / "build" / "requirements").glob("*.txt"))
PIN = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>[a-z0-9.]+)( ; [^\\]+)?$")
HASH = re.compile(r"^--hash=sha256:[0-9a-f]{64}$")


def pins(lock: Path) -> dict[str, list[str]]:
    """The requirement lines of a lock, each with the lines that continue it."""
    text = re.sub(r"^\s*#.*\n", "", lock.read_text(encoding="utf-8"), flags=re.MULTILINE)
    lines = text.replace("\\\n", "\0").splitlines()
    parts = [[part.strip() for part in line.split("\0")] for line in lines]
    return {first: rest for first, *rest in parts}


def versions(lock: Path) -> dict[str, str]:
    found = (PIN.match(line) for line in pins(lock))
    return {match["name"]: match["version"] for match in found if match}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_every_line_is_pinned_and_hashed(lock):
    assert pins(lock)
    for line, hashes in pins(lock).items():
        assert PIN.match(line), line
        assert hashes, line
        assert all(HASH.match(each) for each in hashes), line


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_no_line_names_a_place(lock):
    text = lock.read_text(encoding="utf-8")
    assert not re.search(r"://|--(extra-)?index|--find-links|--trusted-host| @ |\s/", text)


def test_the_locks_agree():
    everything = versions(next(lock for lock in LOCKS if lock.stem == "dev"))
    for lock in LOCKS:
        if lock.stem not in {"font", "pinyin", "public-days"}:
            assert versions(lock).items() <= everything.items(), lock.name


def test_pyside_stays_below_the_version_that_ends_the_process():
    for lock in LOCKS:
        version = versions(lock).get("pyside6-essentials")
        assert version is None or version.startswith("6.11."), lock.name
