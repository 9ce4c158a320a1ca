"""Walk through every state of every page in looks, text sizes, windows and languages, and say what is not accessible.

Usage: python build/walk.py [--looks A,B] [--sizes A,B] [--windows A,B] [--texts A,B] [--shard 1/2] [--only WORD]
       [--keys] [--in-turn]

A text with a + is a third longer; --keys also goes through each page by keyboard, which takes most of the time;
--in-turn takes each look, size and language once, the windows and the longer texts in turn.
Prints each finding with the places it was seen in, what was walked and how long it took; the exit status is 1 if
there is a finding.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from access.combination import TEXTS, WINDOWS, Combination, combinations, in_turn
from access.everything import findings, settle
from access.finding import Finding
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gigdesk.services import Services
from gigdesk.store import paths
from gigdesk.store.style import LOOKS, TEXT_SIZES
from gigdesk.store.texts import LANGUAGES
from gigdesk.ui.screenshots import sample_window, states

_SHOWN = 3
Seen = dict[Finding, list[str]]


def main() -> int:
    """Walk as the arguments say; returns the exit status."""
    said = _arguments()
    app = QApplication.instance() or QApplication([])
    part, parts = (int(each) for each in said.shard.split("/"))
    every = list(in_turn() if said.in_turn else combinations(said.looks, said.sizes, said.windows, said.texts))
    seen: Seen = defaultdict(list)
    begun, walked, places = time.monotonic(), 0, set[str]()
    with tempfile.TemporaryDirectory() as data:
        services = Services.open(Path(data), paths.resources()).warm()
        for combination in every[part - 1 :: parts]:
            names = _walk(services, combination, seen, said)
            walked += len(names)
            places |= set(names)
            sys.stderr.write(f"{combination}: {len(names)} states, {time.monotonic() - begun:.0f} s\n")
        services.data.reference.close()
    _tell(seen)
    taken = time.monotonic() - begun
    sys.stdout.write(f"{len(places)} states, {walked} times looked at in {taken:.0f} s: {len(seen)} findings\n")
    del app
    return 1 if seen else 0


def _walk(services: Services, combination: Combination, seen: Seen, said: argparse.Namespace) -> list[str]:
    """Go through all states in one combination, and note what is found; returns their names."""
    window = sample_window(services, LANGUAGES[0])
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    combination.dress(window)
    names = []
    for name in states(window):
        if said.only not in name:
            continue
        settle()
        if window.session.style != window.session.usual:
            raise AssertionError(f"{name} is not seen in {combination}")
        names.append(name)
        for finding in findings(window, by_keys=said.keys):
            seen[finding].append(f"{name} {combination}")
    window.close()
    window.deleteLater()
    return names


def _tell(seen: Seen) -> None:
    for finding, places in sorted(seen.items(), key=lambda item: str(item[0])):
        more = f" and {len(places) - _SHOWN} more" if len(places) > _SHOWN else ""
        sys.stdout.write(f"{finding}\n    in {', '.join(places[:_SHOWN])}{more}\n")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Walk through every state of every page.")
    for name, every in (("looks", LOOKS), ("sizes", tuple(TEXT_SIZES)), ("windows", tuple(WINDOWS)), ("texts", TEXTS)):
        parser.add_argument(f"--{name}", type=lambda text: tuple(text.split(",")), default=every)
    parser.add_argument("--shard", default="1/1")
    parser.add_argument("--only", default="")
    parser.add_argument("--keys", action="store_true")
    parser.add_argument("--in-turn", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
