"""The system libraries that Qt and the tools need on Debian and Ubuntu; elsewhere there is nothing to do here."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable

# Enough to import Qt and to draw without a screen.
OFFSCREEN = ("libgl1", "libegl1", "libxkbcommon0", "libdbus-1-3", "libfontconfig1", "libglib2.0-0")
# What a real screen needs on top.
SCREEN = (
    "libxcb-cursor0",
    "libxkbcommon-x11-0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
    "libx11-xcb1",
)
QT = OFFSCREEN + SCREEN
FREEZING = (*QT, "binutils")
VIRTUAL_SCREEN = ("xvfb", "xauth")


def need(*packages: str, say: Callable[[str], None]) -> None:
    """Install those of `packages` that are missing, or say the one line to type."""
    if not shutil.which("dpkg-query") or not (absent := missing(packages)):
        return
    if not may_install():
        say(f"system packages are missing; type: {line(*absent)}")
        return
    say(f"installing system packages: {' '.join(absent)}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "--yes", "--no-install-recommends", *absent]):
        apt = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300", *command]
        done = subprocess.run(apt, env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            say(f"apt-get {command[0]} failed, going on without:\n{done.stdout}{done.stderr}")


def missing(packages: tuple[str, ...]) -> list[str]:
    """Those of `packages` that are not installed."""
    # Newer releases call libglib2.0-0 libglib2.0-0t64.
    names = [name for package in packages for name in (package, f"{package}t64")]
    query = ["dpkg-query", "--show", "--showformat", "${db:Status-Status} ${Package}\n", *names]
    answer = subprocess.run(query, capture_output=True, text=True, check=False).stdout
    return absent(packages, answer)


def absent(packages: tuple[str, ...], answer: str) -> list[str]:
    """Those of `packages` that an answer of dpkg-query, lines of status and name, does not call installed."""
    rows = (row.split() for row in answer.splitlines())
    installed = {name.removesuffix("t64") for status, name in rows if status == "installed"}
    return [package for package in packages if package not in installed]


def may_install() -> bool:
    """Whether this user may install system packages."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def line(*packages: str) -> str:
    """The line that installs `packages`."""
    return f"sudo apt-get install --no-install-recommends {' '.join(packages)}"
