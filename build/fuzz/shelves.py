"""What is done to the installed releases of a data folder, to be killed meanwhile."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from gigdesk.store import paths
from gigdesk.store.kept import FILES, METADATA
from gigdesk.store.origin import Origin
from gigdesk.store.shelf import Shelf

DAY, NOON = date(2026, 11, 28), datetime(2026, 11, 28, 12, tzinfo=UTC)
RELEASES = 5


@dataclass(frozen=True)
class Scene:
    """A data folder, the releases that are published (the first is the one shipped), and when it all happens."""

    data: Path
    published: tuple[Path, ...]
    now: datetime = NOON

    @property
    def shelf(self) -> Shelf:
        """As the program opens it."""
        return Shelf(self.data, self.published[0])


Action = Callable[[Scene, random.Random], object]


def install(scene: Scene, chance: random.Random) -> None:
    """One of the published releases, with what its signatures were verified by."""
    release = chance.choice(scene.published[1:])
    origin = Origin("network", "https://example.org", scene.now, 2, 2, DAY)
    scene.shelf.install(release, origin, release.parent / METADATA)


def start(scene: Scene, _: random.Random) -> None:
    """What every start does; in an empty folder it installs."""
    scene.shelf.open(now=scene.now).close()


def update(scene: Scene, chance: random.Random) -> None:
    """The first start of a program that ships another release."""
    Shelf(scene.data, chance.choice(scene.published)).open(now=scene.now).close()


def roll_back(scene: Scene, chance: random.Random) -> None:
    """To any release that is kept."""
    kept = scene.shelf.releases()
    if kept:
        scene.shelf.roll_back(chance.choice(kept).about.id)


Actions = Mapping[str, tuple[Action, int]]
ACTIONS: Actions = {
    "install": (install, 6),
    "update": (update, 2),
    "start": (start, 1),
    "roll back": (roll_back, 1),
}
"""What is killed, and how often of ten. Whatever else changes the installed releases belongs here."""


def published(folder: Path) -> Iterator[Path]:
    """Releases of so many days; the first is the shipped one, and the oldest."""
    shipped = paths.resources() / "release"
    yield shipped
    for at in range(1, RELEASES):
        day, place = DAY + timedelta(days=at), folder / str(at)
        release, metadata = place / FILES, place / METADATA
        shutil.copytree(shipped, release)
        about = release / "release.toml"
        text = re.sub(r"(?m)^id = .*$", f'id = "{day}"', about.read_text(encoding="utf-8"), count=1)
        about.write_text(re.sub(r"(?m)^released = .*$", f"released = {day}", text), encoding="utf-8")
        metadata.mkdir()
        for name in ("root", "timestamp", "snapshot", "targets"):
            (metadata / f"{name}.json").write_text(f'{{"of": "{day}"}}', encoding="utf-8")
        yield release
