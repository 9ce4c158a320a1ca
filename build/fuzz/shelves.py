"""What is done to the installed releases of a data folder, to be killed meanwhile."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from gigdesk.domain.errors import RefusedError
from gigdesk.services.releases import Releases
from gigdesk.store import paths
from gigdesk.store.kept import FILES, METADATA
from gigdesk.store.origin import Origin
from gigdesk.store.shelf import Shelf
from gigdesk.sync.publishing.ceremony import Terms, init
from gigdesk.sync.publishing.drafts import add, sign_drafts
from gigdesk.sync.publishing.keys import Given
from gigdesk.sync.publishing.publish import publish

DAY, NOON = date(2026, 11, 28), datetime(2026, 11, 28, 12, tzinfo=UTC)
VALID = 120
TRUST = "trust"


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

    @property
    def signed(self) -> Releases:
        """As the program looks for newer ones."""
        root = _served(self.published[-1]) / "metadata" / "1.root.json"
        return Releases(self.shelf, self.data / TRUST, root)


Action = Callable[[Scene, random.Random], object]


def install(scene: Scene, chance: random.Random) -> None:
    """One of the published releases, with what its signatures were verified by."""
    release = chance.choice(scene.published[1:])
    origin = Origin("network", "https://example.org", scene.now, 2, 2, DAY)
    scene.shelf.install(release, origin, release.parent / METADATA)


def sync(scene: Scene, chance: random.Random) -> None:
    """From what is served once one of the releases is published, which may be older than what is known already."""
    try:
        scene.signed.bring(_served(chance.choice(scene.published[1:])), scene.now)
    except RefusedError as error:
        if error.code != "signed-version":
            raise


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
    "install": (install, 4),
    "sync": (sync, 4),
    "update": (update, 2),
    "start": (start, 1),
    "roll back": (roll_back, 1),
}
"""What is killed, and how often of twelve. Whatever else changes the installed releases belongs here."""


def published(folder: Path, count: int) -> Iterator[Path]:
    """So many releases, of as many days; the first is the shipped one, and the oldest. The others are signed too."""
    shipped, repository = paths.resources() / "release", folder / "repository"
    yield shipped
    init(repository, folder / "keys", NOON, Terms())
    for at in range(1, count):
        day, place = DAY + timedelta(days=at), folder / str(at)
        release, metadata = place / FILES, place / METADATA
        shutil.copytree(shipped, release)
        about = release / "release.toml"
        text = re.sub(r"(?m)^id = .*$", f'id = "{day}"', about.read_text(encoding="utf-8"), count=1)
        about.write_text(re.sub(r"(?m)^released = .*$", f"released = {day}", text), encoding="utf-8")
        add(repository, release, NOON, VALID)
        sign_drafts(repository, _keys(folder, "targets-1", "targets-2"), None)
        publish(repository, _keys(folder, "online-1"), NOON, VALID, None)
        shutil.copytree(repository / "public", _served(release))
        metadata.mkdir()
        newest = _served(release) / METADATA
        for path in (newest / "1.root.json", newest / "timestamp.json", *newest.glob(f"{at}.*.json")):
            shutil.copyfile(path, metadata / path.name.removeprefix(f"{at}.").removeprefix("1."))
        yield release


def _keys(folder: Path, *names: str) -> list[Given]:
    return [Given(name, (folder / "keys" / f"{name}.pem").read_bytes()) for name in names]


def _served(release: Path) -> Path:
    return release.parent / "served"
