"""The releases of the reference data: by network, stick or mirror; checked, installed, gone back from."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from pathlib import Path

from gigdesk.domain.errors import GigDeskError, InputError, MissingDataError, Phrase, RefusedError
from gigdesk.services.standing import seen_later
from gigdesk.store.clock import newest_day
from gigdesk.store.guard import Finding
from gigdesk.store.origin import Origin
from gigdesk.store.settings import check_address
from gigdesk.store.shelf import Progress, Shelf, Shelved
from gigdesk.sync.fetch import Fetcher, FolderFetcher, HttpFetcher, never, unreachable
from gigdesk.sync.mirror import mirror
from gigdesk.sync.repository import Fetched, Proof, Repository
from gigdesk.sync.verified import Checked, verified

NETWORK, FOLDER = "network", "folder"
STICK = "folder://stick/"
NEWEST = Path("metadata", "timestamp.json")
PUBLIC = ("", "public", "gigdesk")
"""Where in a folder a release may lie: a mirror, what a publisher's folder serves, a mirror among other things."""


def _silent(*_: object) -> None:
    """Say nothing."""


@dataclass(frozen=True)
class Watch:
    """Who watches while data comes: told the steps by name and the bytes (there, in all), asked whether to stop."""

    step: Progress = _silent
    bytes: Callable[[int, int], None] = _silent
    cancelled: Callable[[], bool] = never


UNWATCHED = Watch()


@dataclass(frozen=True)
class Synced:
    """What came of looking for new data at a place.

    `shelved` is the release that is now in use, None where nothing was new; `bytes` is what was fetched for it.
    """

    place: str
    shelved: Shelved | None
    bytes: int


@dataclass(frozen=True)
class Looked:
    """What a place has: whether it is new here, how many signed it of how many it takes, and until when it holds."""

    place: str
    new: bool
    signatures: int
    needed: int
    expires: date


@dataclass(frozen=True)
class Verified:
    """What is found of the release in use: in its files, and in its signatures where somebody signed it."""

    shelved: Shelved
    findings: tuple[Finding, ...]
    checked: Checked | None

    @property
    def well(self) -> bool:
        """Whether all of it is as it was signed. That it is expired is no fault of the copy."""
        return not self.findings and (self.checked is None or self.checked.sound)


@dataclass(frozen=True)
class Releases:
    """The releases on a machine.

    `trust` is the folder of what is known of the publishers, `root` the file of the keys that are trusted first.
    """

    shelf: Shelf
    trust: Path
    root: Path
    http: Callable[[], HttpFetcher] = HttpFetcher

    def sync(self, address: str, now: datetime, watch: Watch = UNWATCHED) -> Synced:
        """Look for a newer release at an address, and install it.

        Raises:
            InputError: that is no address.
            MissingDataError: nobody answers there, or the data folder cannot be written to.
            RefusedError: what is there does not pass the checks; what is installed stays.
            CancelledError: stopped; what came so far is kept.
        """
        check_address(address)
        with closing(self.http()) as fetcher:
            return self._taken(fetcher, address, Origin(NETWORK, address, now, 0, 0, None), watch)

    def look(self, address: str, now: datetime) -> Looked:
        """Whether an address has what is not here; nothing is installed. Raises as `sync` does."""
        check_address(address)
        with (
            closing(self.http()) as fetcher,
            self._repository(fetcher, address, now) as repository,
        ):
            proof = repository.proof()
            held = repository.held([one.files for one in self.shelf.releases() if one.files])
            return Looked(address, held is None, proof.signatures, proof.needed, proof.expires)

    def bring(self, folder: Path, now: datetime, watch: Watch = UNWATCHED) -> Synced:
        """The same from a folder: a memory stick, a mirror.

        Raises:
            InputError: there is no release in that folder.
            MissingDataError, RefusedError, CancelledError: as `sync`.
        """
        try:
            found = next((folder / below for below in PUBLIC if (folder / below / NEWEST).is_file()), None)
        except OSError as error:
            raise unreachable(folder, error) from None
        if found is None:
            raise InputError("folder", folder, Phrase.of("mirror"), "no-release")
        name = folder.resolve().name or str(folder)
        try:
            return self._taken(FolderFetcher(found), STICK, Origin(FOLDER, name, now, 0, 0, None), watch)
        except GigDeskError as error:
            raise _on_the_stick(error, found) from None

    def mirror(self, target: Path) -> tuple[Shelved, int]:
        """Write a copy of the release in use that another machine can bring, or a web server serve; and its files.

        Raises:
            MissingDataError: nobody signed the release in use, for it came with the program; or it cannot be written.
            RefusedError: the release in use is no longer as it was signed.
        """
        current = self.shelf.current()
        if current.metadata is None or current.files is None:
            raise MissingDataError("not-signed", release=current.about.id)
        return current, mirror(current.metadata, current.files, self._root(), target)

    def verify(self, now: datetime) -> Verified:
        """Check the release in use from the ground up: what was compiled, its files, its signatures.

        Raises:
            MissingDataError: there is none.
        """
        current = self.shelf.current()
        findings = self.shelf.verify(current.path.name)
        if current.metadata is None:
            return Verified(current, findings, None)
        if current.files is None:
            return Verified(current, findings, Checked((RefusedError("files-gone", release=current.about.id),)))
        return Verified(current, findings, verified(current.metadata, current.files, self._root(), now))

    def releases(self) -> tuple[Shelved, ...]:
        """What is installed, newest install first."""
        return self.shelf.releases()

    def current(self) -> Shelved:
        """What is in use.

        Raises:
            MissingDataError: there is none.
        """
        return self.shelf.current()

    def roll_back(self, release: str) -> Shelved:
        """Go back to another release that is kept.

        Raises:
            InputError: there is no such one.
            RefusedError: it is damaged.
        """
        return self.shelf.roll_back(release)

    def _taken(self, fetcher: Fetcher, base: str, origin: Origin, watch: Watch) -> Synced:
        """What the source has, if it is new: installed; or only vouched for anew."""
        kept = {one.files: one for one in self.shelf.releases() if one.files}
        with self._repository(fetcher, base, origin.installed_at) as repository:
            watch.step("looking")
            repository.refresh(watch.cancelled)
            held = repository.held(list(kept))
            if held:
                return self._here_already(kept[held], held, repository.proof(), origin, watch)
            fetched = repository.fetch(list(kept), watch.bytes, watch.cancelled)
            if fetched is None:
                return Synced(origin.place, None, 0)
            return self._installed(fetched.release, fetched.metadata, _proven(origin, fetched), fetched.bytes, watch)

    def _here_already(self, one: Shelved, files: Path, proof: Proof, origin: Origin, watch: Watch) -> Synced:
        """A release that is here: taken into use where it was published anew, else its proof kept where that is newer.

        Who went back to an older release is not brought forward again by a source that says the same as before.
        """
        if one.metadata and _same(one.metadata, proof.metadata, "targets.json"):
            if not _same(one.metadata, proof.metadata, "timestamp.json"):
                self.shelf.vouch(one, _proven(one.origin, proof), proof.metadata)
            return Synced(origin.place, None, 0)
        return self._installed(files, proof.metadata, _proven(origin, proof), 0, watch)

    def _installed(self, files: Path, metadata: Path, origin: Origin, size: int, watch: Watch) -> Synced:
        """A release taken into use, unless the program itself brings a newer one: else an old stick would undo that."""
        from gigdesk.store.release import read_about

        found, own = read_about(files), self.shelf.shipped()
        if found.released < own.released:
            raise RefusedError("release-older", release=found.id, own=own.id)
        return Synced(origin.place, self.shelf.install(files, origin, metadata, watch.step), size)

    def _repository(self, fetcher: Fetcher, base: str, now: datetime) -> Repository:
        """The source, judged by the newest day that this machine has seen where its clock shows an earlier one."""
        copies = [one.metadata for one in self.shelf.releases() if one.metadata]
        seen = seen_later(now.astimezone().date(), newest_day(self.trust.parent))
        noon = datetime.combine(seen, time(12), UTC) if seen else now
        return Repository(self.trust, self._root(), fetcher, base, noon, copies)

    def _root(self) -> bytes:
        try:
            return self.root.read_bytes()
        except OSError as error:
            raise MissingDataError("no-root", path=self.root, reason=error.strerror) from None


def _on_the_stick(error: GigDeskError, folder: Path) -> GigDeskError:
    """The same error; a file is called by where it lies."""
    for name, detail in error.details.items():
        if isinstance(detail, str) and detail.startswith(STICK):
            error.details[name] = str(folder / detail.removeprefix(STICK))
    return error


def _proven(origin: Origin, proof: Proof | Fetched) -> Origin:
    return replace(origin, signatures=proof.signatures, needed=proof.needed, expires=proof.expires)


def _same(one: Path, other: Path, name: str) -> bool:
    """One that was lost is not the same."""
    with suppress(OSError):
        return (one / name).read_bytes() == (other / name).read_bytes()
    return False
