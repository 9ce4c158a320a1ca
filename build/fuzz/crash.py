"""Processes killed at random moments while they change the installed releases: one whole release must always be left.

Usage: python build/fuzz/crash.py [KILLS [SEED]]

Each run forks a process that does one of `shelves.ACTIONS` in a data folder, or two at once, and kills it: at a random
moment of its time, or at a random one of the events in which it touches the system. In some runs the disk is full: no
file may grow beyond a size, or, where a small disk may be mounted, there is no room on it. After each run the release
in use must open without being mended, `doctor` must find all well, nobody may hold the lock, and one undisturbed
installation must leave nothing but whole releases; every tenth time `gigdesk doctor` looks as a process of its own.
Prints what was killed and what was wrong; the exit status is 1 if anything was. POSIX only.
"""

from __future__ import annotations

import logging
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # started as a script, it would not find the modules beside it

from fuzz import killed
from fuzz.killed import Death, Ended
from fuzz.shelves import ACTIONS, DAY, NOON, Actions, Scene, install, published, start
from gigdesk.domain.errors import GigDeskError
from gigdesk.services.data import Data
from gigdesk.store import paths
from gigdesk.store.digest import digest
from gigdesk.store.imported import Imported
from gigdesk.store.kept import COMPILED, FILES, METADATA
from gigdesk.store.lock import locked
from gigdesk.store.origin import FILE
from gigdesk.store.pointer import POINTER
from gigdesk.store.shelf import KEPT, LOCK

KILLS = 200
TWO, FULL, ANEW, BY_CLOCK = 0.3, 0.25, 0.1, 0.5
"""How often two processes run at once, the disk is full, the folder is empty, the clock says when to kill."""
LARGEST, ROOM = 1_400_000, 3_000_000
"""A full disk takes files of less than a compiled release, or has less room than a release takes."""
SMALL_DISK = "24m"
AS_PROCESS = 10
RELEASES = 5
SHOWN = 20


@dataclass
class Tally:
    """How many were killed in which way, how many ended before, and what was wrong."""

    killed: Counter[str] = field(default_factory=Counter)
    ended: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    @property
    def kills(self) -> int:
        """All that were killed."""
        return self.killed.total()


@dataclass(frozen=True)
class Run:
    """Runs over data folders, each of which may lie on a small disk of its own; `notes` is what processes leave."""

    seed: int
    published: tuple[Path, ...]
    notes: Path
    actions: Actions = field(default_factory=lambda: ACTIONS)
    _lengths: dict[str, tuple[float, int]] = field(default_factory=dict)
    """How many seconds an action takes, and how many events."""

    def once(self, number: int, data: Path, tally: Tally, *, small: bool = False, told: bool = False) -> None:
        """Begin, kill, look. `small`: the folder lies on a disk that may be filled; `told`: `gigdesk doctor` looks."""
        chance = random.Random(f"{self.seed}/{number}")  # noqa: S311 - the same run each time
        scene = Scene(data, self.published, NOON + timedelta(minutes=number))
        if chance.random() < ANEW:
            _empty(data)
        full = chance.random() < FULL
        room = int(ROOM * chance.random()) if full and small else None
        self.tried(number, scene, self._plans(chance, full=full and not small), tally, room=room, told=told)

    def tried(  # noqa: PLR0913 - what a run is made of
        self,
        number: int,
        scene: Scene,
        plans: list[tuple[str, Death]],
        tally: Tally,
        *,
        room: int | None = None,
        told: bool = False,
    ) -> None:
        """Let processes do and die what is planned, and look. `room`: what is left on the disk meanwhile, in bytes."""
        whole, before = (scene.data / POINTER).exists(), _names(scene)
        full = room is not None or any(death.largest is not None for _, death in plans)
        works = [
            (partial(self.actions[name][0], scene, random.Random(f"{self.seed}/{number}/{at}")), death)  # noqa: S311
            for at, (name, death) in enumerate(plans)
        ]
        with _filled(scene.data, room):
            ended = killed.run(works, self.notes)
            wrong = [*_of_processes(ended, full=full), *(_of_folder(scene, whole=True) if whole else ())]
        if not whole:
            wrong += _of_folder(scene, whole=False)
        wrong += _of_doctor(scene.data) if told else []
        wrong += [
            f"{name} is here and was never in use" for name in _names(scene, used=False) - before if not plans[1:]
        ]
        wrong += _of_next(scene)
        for (name, death), end in zip(plans, ended, strict=True):
            how = _in_words(name, death, full=full, two=len(plans) > 1)
            (tally.killed if end.status == killed.KILLED else tally.ended)[how] += 1
        tally.wrong += [f"run {number}, {', '.join(name for name, _ in plans)}: {one}" for one in wrong]

    def _plans(self, chance: random.Random, *, full: bool) -> list[tuple[str, Death]]:
        often = [often for _, often in self.actions.values()]
        names = chance.choices(list(self.actions), often, k=1 + (chance.random() < TWO))
        return [(name, self._death(name, chance, full=full)) for name in names]

    def _death(self, name: str, chance: random.Random, *, full: bool) -> Death:
        seconds, events = self._length(name)
        largest = int(LARGEST * chance.random()) if full else None
        if chance.random() < BY_CLOCK:
            return Death(seconds=seconds * chance.random(), largest=largest)
        return Death(events=chance.randint(1, events), largest=largest)

    def _length(self, name: str) -> tuple[float, int]:
        """Measured once, where something is installed already."""
        if name not in self._lengths:
            scene, chance = Scene(self.notes / "length", self.published), random.Random(1)  # noqa: S311
            start(scene, chance)
            begun = time.perf_counter()
            (ended,) = killed.run([(partial(self.actions[name][0], scene, chance), Death())], self.notes)
            if ended.status != killed.DONE:
                raise RuntimeError(ended.raised)
            self._lengths[name] = time.perf_counter() - begun, ended.events
            shutil.rmtree(scene.data)
        return self._lengths[name]


def _in_words(name: str, death: Death, *, full: bool, two: bool) -> str:
    moment = "by the clock" if death.events is None else "at an event"
    return f"{name}, {moment}{', two at once' if two else ''}{', disk full' if full else ''}"


def _of_processes(ended: list[Ended], *, full: bool) -> Iterator[str]:
    """A process is killed, or does what it is to do, or says that there is no room or that another is at it."""
    for end in ended:
        foreseen = full or (len(ended) > 1 and end.raised.startswith("data-busy"))
        if end.status not in {killed.KILLED, killed.DONE, *([killed.FORESEEN] if foreseen else [])}:
            yield f"a process ended with {end.status}: {end.raised}"


def _of_folder(scene: Scene, *, whole: bool) -> Iterator[str]:
    """There is no lock, and one whole release; it was never not there, if there was one before."""
    steps: list[str] = []
    try:
        (scene.data / "releases").mkdir(parents=True, exist_ok=True)
        with locked(scene.data / "releases" / LOCK, 0):
            pass
        reference = scene.shelf.open(steps.append, scene.now)
        health = Data(reference, scene.shelf, Imported(scene.data, dict)).doctor(DAY).result
        reference.close()
        if scene.shelf.current().origin.kind == "folder" and not scene.signed.verify(scene.now).well:
            yield "a release that was signed is not as it was signed"
    except (GigDeskError, OSError) as error:
        yield repr(error)
        return
    if whole and steps:
        yield "the release in use had to be mended"
    if not health.well:
        yield f"doctor: {health.file_check}, {health.differences}, {health.findings}"
    if reference.path.parent.name not in set(map(digest, scene.published)):
        yield f"{reference.path} was never published"


def _names(scene: Scene, *, used: bool = True) -> set[str]:
    """The releases that are here; with `used` false, those of them that are not in use."""
    return {one.path.name for one in scene.shelf.releases() if used or not one.current}


def _of_doctor(data: Path) -> list[str]:
    """What the program says in a process of its own."""
    command = [sys.executable, "-m", "gigdesk", "doctor", "--lang", "en"]
    root, environment = paths.PACKAGE.parent, {**os.environ, "GIGDESK_DATA": str(data)}
    found = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    return [] if found.returncode == 0 else [f"gigdesk doctor: {found.stdout} {found.stderr}"]


def _of_next(scene: Scene) -> list[str]:
    """One undisturbed installation leaves whole releases and nothing else."""
    try:
        install(scene, random.Random(0))  # noqa: S311
    except GigDeskError as error:
        return [repr(error)]
    kept, releases = scene.shelf.releases(), scene.data / "releases"
    expected = {releases / LOCK}
    for one in kept:
        expected |= {one.path, one.path / COMPILED, one.path / FILE}
    within = {FILES, METADATA}
    found = {path for path in releases.rglob("*") if not within & {path.name, *(one.name for one in path.parents)}}
    found |= set(scene.data.glob(".*"))
    wrong = [f"left over or gone: {path}" for path in found ^ expected]
    return wrong + ([f"{len(kept)} are kept"] if len(kept) > KEPT else [])


def _empty(folder: Path) -> None:
    for path in folder.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()


@contextmanager
def _filled(folder: Path, room: int | None) -> Iterator[None]:
    """The disk of a folder has room for so many bytes meanwhile."""
    ballast = folder.with_name("ballast")
    if room is not None:
        with ballast.open("wb") as file:
            os.posix_fallocate(file.fileno(), 0, max(shutil.disk_usage(folder.parent).free - room, 1))
    try:
        yield
    finally:
        ballast.unlink(missing_ok=True)


@contextmanager
def _small_disk(folder: Path) -> Iterator[Path | None]:
    """A disk of its own, where this system permits it."""
    disk = folder / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={SMALL_DISK}", "tmpfs", str(disk)]
    mounted = shutil.which("mount") and subprocess.run(command, capture_output=True, check=False).returncode == 0
    try:
        yield disk if mounted else None
    finally:
        if mounted:
            subprocess.run(["umount", str(disk)], check=True)


def run(
    kills: int, seed: int, *, told: Callable[[int, Tally], None] = lambda _, __: None, small_disk: bool = False
) -> Tally:
    """Run until so many processes were killed; with `small_disk` every other time on one that may be filled."""
    logging.disable(logging.WARNING)
    tally, number = Tally(), 0
    try:
        with tempfile.TemporaryDirectory(prefix="gigdesk-crash-") as name, ExitStack() as stack:
            disk = stack.enter_context(_small_disk(Path(name))) if small_disk else None
            folders = [place / "data" for place in (Path(name), disk) if place]
            for folder in folders:
                folder.mkdir()
            notes = Path(name) / "notes"
            notes.mkdir()
            runs = Run(seed, tuple(published(Path(name) / "published", RELEASES)), notes)
            while tally.kills < kills:
                number += 1
                at = number % len(folders)
                runs.once(number, folders[at], tally, small=at > 0, told=number % AS_PROCESS == 0)
                told(number, tally)
    finally:
        logging.disable(logging.NOTSET)
    return tally


def tell(number: int, tally: Tally) -> None:
    """A long run says how far it is."""
    for sentence in tally.wrong[-SHOWN:]:
        if sentence.startswith(f"run {number},"):
            print(sentence, file=sys.stderr, flush=True)
    if number % AS_PROCESS == 0:
        print(f"{number} runs, {tally.kills} killed, {len(tally.wrong)} wrong", file=sys.stderr, flush=True)


def main(kills: int, seed: int) -> int:
    """Kill so many processes and print what came out; returns the exit status."""
    begun = time.perf_counter()
    tally = run(kills, seed, told=tell, small_disk=True)
    print(f"{tally.kills} processes killed (seed {seed}), {tally.ended.total()} ended before, ", end="")
    print(f"in {time.perf_counter() - begun:.0f} s")
    for what, counts in (("killed", tally.killed), ("ended", tally.ended)):
        for how, count in sorted(counts.items()):
            print(f"{count:>6}  {what}: {how}")
    print(f"{len(tally.wrong):>6}  wrong")
    for sentence in tally.wrong[:SHOWN]:
        print(f"    {sentence}")
    return 1 if tally.wrong else 0


if __name__ == "__main__":
    given = [int(argument) for argument in sys.argv[1:]]
    sys.exit(main(*(given + [KILLS, 1][len(given) :])))
