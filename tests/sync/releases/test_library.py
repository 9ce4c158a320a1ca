"""The signature library: loaded only where something is fetched or signed, and in words where its part is missing."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from gigdesk.domain.errors import RefusedError
from gigdesk.store import paths
from gigdesk.store.texts import Texts
from gigdesk.sync import judging

ROOT = paths.PACKAGE.parent


def python(code, *arguments, folder):
    """Run code in a process of its own; its status, output and messages."""
    found = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), "GIGDESK_DATA": str(folder), "PYTHONIOENCODING": "utf-8"},
    )
    return found.returncode, found.stdout, found.stderr


@pytest.mark.parametrize(
    "start",
    [
        "from gigdesk.cli.main import main; main(['doctor'])",
        "from gigdesk.cli.main import main; main(['data', 'status', '--json'])",
        "import gigdesk.ui.window",
        "import gigdesk.sync.repository, gigdesk.sync.verified, gigdesk.sync.mirror",
    ],
)
def test_nothing_that_does_not_sync_loads_the_signature_library_or_requests(start, tmp_path):
    code = f"import sys; {start}; print('loaded:', {{'tuf', 'securesystemslib', 'requests'}} & set(sys.modules))"
    status, said, messages = python(code, folder=tmp_path)
    assert (status, said.splitlines()[-1]) == (0, "loaded: set()"), messages


def test_without_the_part_that_signs_that_is_said_in_words(tmp_path):
    code = (
        "import sys; sys.modules['cryptography'] = None; from gigdesk.cli.main import main;"
        "sys.exit(main(['data', 'feed', 'init', sys.argv[1], '--keys', sys.argv[2], '--lang', 'en']))"
    )
    status, said, messages = python(code, tmp_path / "feed", tmp_path / "keys", folder=tmp_path / "data")
    assert (status, said) == (3, "")
    assert "gigdesk[publish]" in messages.splitlines()[-1]
    assert not (tmp_path / "keys").exists()


def test_a_copy_is_verified_without_the_part_that_signs(station, tmp_path):
    (tmp_path / "1.root.json").write_bytes(station.root)
    code = (
        "import sys; sys.modules['cryptography'] = None\n"
        "from datetime import UTC, datetime; from pathlib import Path; from gigdesk.sync.repository import verified\n"
        "root = Path(sys.argv[3]).read_bytes()\n"
        "found = verified(Path(sys.argv[1]), Path(sys.argv[2]), root, datetime(2026, 11, 24, tzinfo=UTC))\n"
        "print(found.sound, found.signatures, found.wrong)"
    )
    arguments = (station.metadata, station.release, tmp_path / "1.root.json")
    assert python(code, *arguments, folder=tmp_path)[1] == "True 2 ()\n"
    (station.release / "release.toml").write_bytes(b"two")
    assert python(code, *arguments, folder=tmp_path)[1].startswith("False 2 ")


def test_each_refusal_has_a_text(texts: Texts):
    codes = {code for _, code in judging.CODES} | {judging.UNREADABLE, "cancelled"}
    assert sorted(code for code in codes if f"error.{code}" not in texts) == []


@pytest.mark.parametrize(
    "error",
    [ValueError("x"), TypeError(), KeyError("targets.json"), RecursionError(), OverflowError(), ZeroDivisionError()],
)
def test_whatever_the_library_stumbles_over_is_refused(error):
    with pytest.raises(RefusedError) as refused, judging.judged(lambda: "2.targets.json"):
        raise error
    assert (refused.value.code, refused.value.details["place"]) == ("signed-unreadable", "2.targets.json")
