"""Everything a developer does with GigDesk, by one command. It needs Python 3.11 or newer and nothing else.

python3 build/dev.py run [ARGUMENTS]        start GigDesk: the window, or the command line with ARGUMENTS
python3 build/dev.py test [ARGUMENTS]       run the tests; ARGUMENTS go to pytest
python3 build/dev.py check [--no-tests]     every gate: format, lint, types, imports, tests
python3 build/dev.py screenshots FOLDER     draw every page into FOLDER
python3 build/dev.py package [--smoke]      freeze the program into dist/gigdesk; --smoke also starts it
python3 build/dev.py font                   make the fonts in resources/fonts again
python3 build/dev.py public-days            write the public days off of each year into the release again
python3 build/dev.py pinyin                 write how the names of occupations are read into the release again

Each makes .venv and installs the locked requirements first, where that was not done before.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from typing import NoReturn

import debian
import environment
from environment import PYTHON, ROOT, become, say

BUILD = ROOT / "build"
NO_SCREEN = {"QT_QPA_PLATFORM": "offscreen"}
WRONG_INPUT = 2


def run(arguments: list[str]) -> NoReturn:
    """Start GigDesk in the caller's folder."""
    if not arguments and not has_display(sys.platform, os.environ):
        say(
            "there is no display here, so no window. The command line works without one, for example: "
            "python3 build/dev.py run pension retirement-age --birth 1985-06 --category male60"
        )
        sys.exit(WRONG_INPUT)
    make_ready("run", *debian.QT)
    become(PYTHON, "-m", "gigdesk", *arguments)


def test(arguments: list[str]) -> NoReturn:
    """Run the tests, without a screen."""
    make_ready("dev", *debian.QT)
    os.chdir(ROOT)
    become(PYTHON, *environment.TESTS, *arguments, **NO_SCREEN)


def check(arguments: list[str]) -> NoReturn:
    """Run every gate."""
    make_ready("dev", *debian.QT)
    become(PYTHON, BUILD / "check.py", *arguments, **NO_SCREEN)


def screenshots(arguments: list[str]) -> NoReturn:
    """Draw every page, without a screen."""
    make_ready("run", *debian.QT)
    become(PYTHON, "-m", "gigdesk.ui.screens_draw", *arguments, **NO_SCREEN)


def package(arguments: list[str]) -> NoReturn:
    """Freeze the program."""
    screen = debian.VIRTUAL_SCREEN if "--smoke" in arguments else ()
    shared_python = (f"libpython{environment.VERSION}",) if sys.base_prefix == "/usr" else ()
    make_ready("dev", *debian.FREEZING, *shared_python, *screen)
    become(PYTHON, BUILD / "package.py", *arguments)


def font(arguments: list[str]) -> NoReturn:
    """Make the fonts."""
    make_ready("dev")
    environment.install("font")
    become(PYTHON, BUILD / "font.py", *arguments)


def public_days(arguments: list[str]) -> NoReturn:
    """Write the calendar of the release."""
    make_ready("dev")
    environment.install("public-days")
    become(PYTHON, BUILD / "public_days.py", *arguments)


def pinyin(arguments: list[str]) -> NoReturn:
    """Write the readings of the release."""
    make_ready("dev")
    environment.install("pinyin")
    become(PYTHON, BUILD / "pinyin.py", *arguments)


COMMANDS: dict[str, Callable[[list[str]], NoReturn]] = {
    "run": run,
    "test": test,
    "check": check,
    "screenshots": screenshots,
    "package": package,
    "font": font,
    "public-days": public_days,
    "pinyin": pinyin,
}


def make_ready(kind: str, *packages: str) -> None:
    """See to the system packages and to `.venv`."""
    debian.need(*environment.needed_packages(), *packages, say=say)
    environment.prepare(kind)


def has_display(platform: str, variables: Mapping[str, str]) -> bool:
    """Whether a window can open: on Linux something must name the screen."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return platform != "linux" or any(variables.get(name) for name in names)


def split(words: list[str]) -> tuple[str, list[str]]:
    """The command and what is passed on untouched; one leading `--` may stand between them."""
    command, *arguments = words or ["--help"]
    return command, arguments[1:] if arguments[:1] == ["--"] else arguments


def main(words: list[str]) -> int:
    """Do what the words of the command line say."""
    command, arguments = split(words)
    if command in {"-h", "--help"}:
        print(__doc__)
        return 0
    if command not in COMMANDS:
        say(f"there is no command {command!r}; there are: {', '.join(COMMANDS)}")
        return WRONG_INPUT
    if sys.version_info < (3, 11):  # noqa: UP036 - here the Python is whatever the machine has
        say("GigDesk needs Python 3.11 or newer")
        return WRONG_INPUT
    return COMMANDS[command](arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
