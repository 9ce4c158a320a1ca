"""The virtual environment of this checkout: made once, filled from the locked requirements, then left alone."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parents[1]
REQUIREMENTS = ROOT / "build" / "requirements"
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
VERSION = "{}.{}".format(*sys.version_info)
TESTS = ("-m", "pytest", "-n", "auto", "--dist", "worksteal")
"""One test process for each core; `-n 0` after it asks for one alone."""

# Each set of requirements holds everything of the one before it.
SETS = {"run": ("project", "runtime"), "dev": ("dev",)}


def say(message: str) -> None:
    """Tell what happens, on standard error: standard output belongs to the program that is started."""
    print(f"dev.py: {message}", file=sys.stderr, flush=True)


def needed_packages() -> tuple[str, ...]:
    """What Debian keeps in a package of its own and a virtual environment needs."""
    importlib.invalidate_caches()
    return () if importlib.util.find_spec("ensurepip") else (f"python{VERSION}-venv",)


def prepare(kind: str) -> None:
    """Make `.venv` ready for the requirement set `kind`. Does nothing where that was done before."""
    stamp = _stamp_file(kind)
    if PYTHON.exists() and stamp.is_file() and stamp.read_text() == fingerprint(kind):
        return
    for each in SETS:  # an interrupted installation must not look finished
        _stamp_file(each).unlink(missing_ok=True)
    _make()
    for name in SETS[kind]:
        install(name)
    say("installing GigDesk from the source tree")
    pip("--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    for done in list(SETS)[: list(SETS).index(kind) + 1]:
        _stamp_file(done).write_text(fingerprint(done))


def fingerprint(kind: str) -> str:
    """What the environment was made from. Another checkout, Python or lock gives another fingerprint."""
    digest = hashlib.sha256(f"{ROOT} {VERSION}".encode())
    for path in (ROOT / "pyproject.toml", *(REQUIREMENTS / f"{name}.txt" for name in SETS[kind])):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def install(name: str) -> None:
    """Install one locked requirement file."""
    say(f"installing build/requirements/{name}.txt")
    pip("--require-hashes", "--requirement", str(REQUIREMENTS / f"{name}.txt"))


def pip(*arguments: str) -> None:
    """Run `pip install` in the environment."""
    command = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "install", "--quiet", *arguments]
    if subprocess.run(command, stdout=sys.stderr, check=False).returncode:
        sys.exit("dev.py: pip failed, see above")


def become(*command: str | Path, **variables: str) -> NoReturn:
    """Replace this process by `command`, with `variables` set where the caller had not set them."""
    words, environment = [str(word) for word in command], {**variables, **os.environ}
    if os.name == "nt":  # there exec starts a second process and returns at once
        sys.exit(subprocess.run(words, env=environment, check=False).returncode)
    os.execve(words[0], words, environment)


def _make() -> None:
    made_by = VENV / "pyvenv.cfg"
    whole = PYTHON.exists() and shutil.which("pip", path=BIN) is not None and made_by.is_file()
    if whole and f"version = {VERSION}." in made_by.read_text():
        return
    if needed_packages():
        sys.exit("dev.py: this Python has no ensurepip, and without it .venv cannot be made")
    say(f"making .venv with Python {VERSION}")
    if subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], stdout=sys.stderr, check=False).returncode:
        sys.exit("dev.py: .venv could not be made, see above")


def _stamp_file(kind: str) -> Path:
    return VENV / f"gigdesk-{kind}.stamp"
