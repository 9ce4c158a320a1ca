"""The client of signed releases: what is newest, who vouches for it, and its files, of which only the new ones come."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Self

from gigdesk.domain.errors import MissingDataError
from gigdesk.store.lock import locked
from gigdesk.store.whole import flush, flush_names
from gigdesk.sync.downloads import Course, Downloads, Watched
from gigdesk.sync.fetch import Fetcher, never
from gigdesk.sync.verified import Checked, verified

if TYPE_CHECKING:
    from tuf.ngclient.updater import Updater

    from gigdesk.sync.chain import Vouched

__all__ = ["Checked", "Fetched", "Proof", "Repository", "verified"]

LOCK = ".lock"
CURRENT = ("timestamp.json", "snapshot.json", "targets.json")


@dataclass(frozen=True)
class Proof:
    """Metadata that vouch for the newest release, in a folder that is gone with the repository."""

    metadata: Path
    signatures: int
    needed: int
    expires: date


@dataclass(frozen=True)
class Fetched:
    """A new release and its proof, in folders that are gone with the repository; `bytes` came from the source."""

    release: Path
    metadata: Path
    signatures: int
    needed: int
    expires: date
    bytes: int


class Repository:
    """A source of signed releases. Held open by one process at a time: `with Repository(...) as repository`."""

    def __init__(  # noqa: PLR0913, PLR0917 - what decides whom to trust is said each time
        self, state: Path, root: bytes, fetcher: Fetcher, base: str, now: datetime, copies: Sequence[Path] = ()
    ) -> None:
        """See where releases come from.

        Args:
            state: the folder of what this machine trusts so far; nothing else writes there.
            root: the root that the program trusts.
            fetcher: what reaches the source.
            base: the address that `metadata/` and `targets/` lie under.
            now: with a time zone. What has expired by then is refused.
            copies: metadata of installed releases. Nothing older passes, though the state was lost.
        """
        self._state, self._root, self._now = state, root, now
        self._copies = copies
        self._base = base if base.endswith("/") else f"{base}/"
        self._fetcher = Watched(fetcher)
        self._held = ExitStack()
        self._vouched: Vouched | None = None

    def __enter__(self) -> Self:
        with self._writing():
            self._state.mkdir(parents=True, exist_ok=True)
            self._held.enter_context(locked(self._state / LOCK, seconds=0))
        return self

    def __exit__(self, *_: object) -> None:
        shutil.rmtree(self._state / "ready", ignore_errors=True)
        self._held.close()

    def refresh(self, cancelled: Callable[[], bool] = never) -> bool:
        """Learn what is newest. True where anything was signed since the last time, be it the same release again.

        Raises:
            RefusedError: what the source says does not pass.
            MissingDataError: nobody answers, or the state cannot be written.
            CancelledError: stopped.
        """
        self._fetcher.cancelled = cancelled
        with self._writing():
            before = self._signed()
            self._vouched = self._learnt()
            return self._signed() != before

    def proof(self) -> Proof:
        """Who vouches for the newest release, until when; raises as `refresh` does."""
        with self._writing():
            found = self._known()
        return Proof(self._metadata, found.signatures, found.needed, found.until.date())

    def held(self, folders: Sequence[Path]) -> Path | None:
        """The folder that holds the newest release already, whole and as it was signed; raises as `refresh` does."""
        from gigdesk.sync.assembly import holds

        with self._writing():
            files = self._known().files
            return next((folder for folder in folders if holds(folder, files)), None)

    def fetch(
        self, reuse: Sequence[Path], progress: Callable[[int, int], None], cancelled: Callable[[], bool]
    ) -> Fetched | None:
        """The newest release; None where one of the folders holds it already.

        Args:
            reuse: folders of releases; a file that lies in one of them unchanged is not fetched.
            progress: told the bytes that are there and those to be fetched in all.
            cancelled: asked again and again whether to stop.

        Raises:
            RefusedError: what the source says or sends does not pass.
            MissingDataError: nobody answers, or the disk cannot be written; what came is kept.
            CancelledError: stopped; what came is kept.
        """
        from gigdesk.sync.assembly import assemble

        self._fetcher.cancelled = cancelled
        with self._writing():
            found = self._known()
            incoming = self._state / "incoming"
            incoming.mkdir(exist_ok=True)
            downloads = Downloads(incoming, self._fetcher, f"{self._base}targets/")
            if self.held(reuse):
                downloads.keep_only(set())
                return None
            into = self._state / "ready" / "release"
            release = assemble(into, found.files, reuse, downloads, Course(0, progress))
            proof = self.proof()
            return Fetched(release, proof.metadata, proof.signatures, proof.needed, proof.expires, self._fetcher.bytes)

    @property
    def _metadata(self) -> Path:
        return self._state / "ready" / "metadata"

    def _known(self) -> Vouched:
        if self._vouched is None:
            self._vouched = self._learnt()
        return self._vouched

    def _learnt(self) -> Vouched:
        from gigdesk.sync.recall import recall

        for left_by_a_crash in self._state.glob("tmp*"):
            left_by_a_crash.unlink()
        recall(self._state, self._copies, self._root)
        self._update()
        return self._prove()

    def _update(self) -> None:
        from tuf.ngclient.config import UpdaterConfig
        from tuf.ngclient.updater import Updater

        from gigdesk.sync.adapter import Through
        from gigdesk.sync.judging import judged

        through = Through(self._fetcher)
        config = UpdaterConfig(
            root_max_length=100_000,
            timestamp_max_length=20_000,
            snapshot_max_length=100_000,
            targets_max_length=3_000_000,
        )
        with judged(lambda: through.last or "root.json"):
            updater = Updater(
                str(self._state), f"{self._base}metadata/", fetcher=through, config=config, bootstrap=self._root
            )
            _at(updater, self._now)
            updater.refresh()
        self._flush()

    def _prove(self) -> Vouched:
        """Lay out what was trusted just now as a copy keeps it, and check it as a copy is checked."""
        from gigdesk.sync.chain import vouched

        shutil.rmtree(self._state / "ready", ignore_errors=True)
        self._metadata.mkdir(parents=True)
        for path in (*(self._state / name for name in CURRENT), *self._roots(), self._state / "root.json"):
            shutil.copyfile(path, self._metadata / path.name)
        return vouched(self._metadata, self._root)

    def _roots(self) -> list[Path]:
        """The roots up to the newest that is trusted; what another program trusted may lie beside them."""
        from gigdesk.sync.judging import read
        from gigdesk.sync.signed import Root

        newest = read(Root, (self._state / "root.json").read_bytes()).signed.version
        roots = (self._state / "root_history" / f"{version}.root.json" for version in range(1, newest + 1))
        return [path for path in roots if path.is_file()]

    def _flush(self) -> None:
        """Bring what is trusted now to the disk: were it lost, older data could pass as new."""
        for path in (self._state / name for name in CURRENT):
            flush(path)
        flush_names(self._state)

    def _signed(self) -> dict[str, bytes]:
        paths = (*(self._state / "root_history").glob("*.root.json"), self._state / "timestamp.json")
        return {path.name: path.read_bytes() for path in paths if path.is_file()}

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            yield
        except (OSError, sqlite3.Error) as error:
            reason = getattr(error, "strerror", None) or error
            raise MissingDataError("data-folder", path=self._state, reason=reason) from None


def _at(updater: Updater, now: datetime) -> None:
    """Let the library judge by the time given to it.

    It takes the clock's and offers no way to say another, while a machine without a network may know better, and what
    is tested must not depend on the day. Should the library change, this fails here, and the tests of expiry fail.
    """
    trusted = updater._trusted_set  # noqa: SLF001 - see above
    if not isinstance(trusted.reference_time, datetime):
        raise TypeError
    trusted.reference_time = now
