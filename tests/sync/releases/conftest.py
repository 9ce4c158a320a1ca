"""A publisher of signed releases that can be made hostile, and a station that keeps a copy, both without a network."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest
from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import Metadata, MetaFile, Role, Root, Snapshot, TargetFile, Targets, Timestamp

from gigdesk.domain.errors import RefusedError
from gigdesk.sync.fetch import Reply
from gigdesk.sync.repository import Repository, verified

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
PIECE = 4096
BASE = "https://releases.invalid/gigdesk/"
ROLES = {"root": (3, 2), "targets": (3, 2), "snapshot": (1, 1), "timestamp": (1, 1)}
FIRST = {"release.toml": b"one", "law/shandong.yaml": b"4573.00\n", "wages/observations.csv": b"x" * 10_000}
SECOND = {**FIRST, "release.toml": b"two", "law/hunan.yaml": b"4271.00\n"}


class Publisher:
    """Signs and serves releases. What it serves is open to whoever wants to change it."""

    def __init__(self, days=120):
        self.keys = {
            role: [CryptoSigner.generate_ed25519() for _ in range(count)] for role, (count, _) in ROLES.items()
        }
        self.days, self.served, self.versions = days, {}, dict.fromkeys(("targets", "snapshot", "timestamp"), 0)
        self.asked, self.sent, self.answer, self.ranges = [], 0, None, True
        self.root = Root(consistent_snapshot=True, expires=NOW + timedelta(365))
        self.root.version = 0
        self.first_root = self.new_root()

    def new_root(self, *exchanged, signers=None, days=365):
        """The next root; all keys of the roles named are new in it."""
        before = self.keys["root"]
        self.keys |= {role: [CryptoSigner.generate_ed25519() for _ in self.keys[role]] for role in exchanged}
        self.root.version += 1
        self.root.expires = NOW + timedelta(days)
        self.root.keys = {one.public_key.keyid: one.public_key for each in self.keys.values() for one in each}
        self.root.roles = {
            role: Role([one.public_key.keyid for one in self.keys[role]], ROLES[role][1]) for role in ROLES
        }
        signers = signers or [*before[:2], *(one for one in self.keys["root"][:2] if one not in before)]
        return self.put(f"{self.root.version}.root.json", self.root, signers)

    def put(self, name, signed, signers):
        """Serve metadata, signed by some."""
        metadata = Metadata(signed)
        for signer in signers:
            metadata.sign(signer, append=True)
        self.served[f"metadata/{name}"] = metadata.to_bytes()
        return self.served[f"metadata/{name}"]

    def release(self, files, *, targets_by=None, online=None, other="", **versions):
        """Publish a release; where asked by other signers, of other versions, or with `other` called one newer."""
        for role, version in self.versions.items():
            self.versions[role] = versions.get(role, version + 1)
        targets, snapshot, timestamp = (self.versions[role] for role in ("targets", "snapshot", "timestamp"))
        described = {name: TargetFile.from_data(name, content) for name, content in files.items()}
        for name, content in files.items():
            self.served[f"targets/{described[name].get_prefixed_paths()[0]}"] = content
        expires = NOW + timedelta(self.days)
        data = self.put(
            f"{targets}.targets.json",
            Targets(version=targets, expires=expires, targets=described),
            targets_by or self.keys["targets"][:2],
        )
        meta = {"targets.json": MetaFile.from_data(targets + (other == "targets"), data, ["sha256"])}
        signed = Snapshot(version=snapshot, expires=expires, meta=meta)
        data = self.put(f"{snapshot}.snapshot.json", signed, online or self.keys["snapshot"])
        link = MetaFile.from_data(snapshot + (other == "snapshot"), data, ["sha256"])
        signed = Timestamp(version=timestamp, expires=expires, snapshot_meta=link)
        self.put("timestamp.json", signed, online or self.keys["timestamp"])

    def place(self, content):
        """The name under which a file of this content is served."""
        return next(name for name, served in self.served.items() if name.startswith("targets/") and served == content)

    @contextmanager
    def fetch(self, request):
        """Serve, as a Fetcher does; `answer` may answer first, with a status and pieces."""
        name = request.url.removeprefix(BASE)
        self.asked.append(name)
        found = self.answer(name) if self.answer else None
        if found is None:
            found = (200, [self.served[name]]) if name in self.served else (404, [])
        status, pieces = found
        headers = {}
        start = int(request.headers.get("Range", "bytes=0-").removeprefix("bytes=").rstrip("-"))
        if start and self.ranges and status == 200:
            content = b"".join(pieces)
            status, pieces = 206, [content[start:]]
            headers["content-range"] = f"bytes {start}-{len(content) - 1}/{len(content)}"
        yield Reply(request.url, status, headers, self._sent(pieces, request))

    def _sent(self, pieces, request):
        size = 0
        for whole in pieces:
            for at in range(0, len(whole), PIECE):
                piece = whole[at : at + PIECE]
                size += len(piece)
                self.sent += len(piece)
                if size > request.most:
                    raise RefusedError("answer-size", place=request.url, most=request.most)
                yield piece


class Station:
    """A machine with what it trusts and the copy that it uses."""

    def __init__(self, folder, publisher):
        self.state, self.copy, self.root = folder / "trust", folder / "copy", publisher.first_root
        self.publisher = publisher
        self.told = []

    @property
    def release(self):
        return self.copy / "release"

    @property
    def metadata(self):
        return self.copy / "metadata"

    def repository(self, fetcher=None, now=NOW, base=BASE, copies=()):
        return Repository(self.state, self.root, fetcher or self.publisher, base, now, copies)

    def sync(self, fetcher=None, now=NOW, base=BASE, cancelled=lambda: False):
        """Take over what is newest, as an installation does; None where nothing is new."""
        reuse = [self.release] if self.release.is_dir() else []
        with self.repository(fetcher, now, base) as repository:
            fetched = repository.fetch(reuse, lambda done, total: self.told.append((done, total)), cancelled)
            if fetched:
                shutil.rmtree(self.copy, ignore_errors=True)
                shutil.copytree(fetched.release, self.release)
                shutil.copytree(fetched.metadata, self.metadata)
            return fetched

    def files(self):
        """What the copy says."""
        found = (path for path in self.release.rglob("*") if path.is_file())
        return {path.relative_to(self.release).as_posix(): path.read_bytes() for path in found}

    def check(self, now=NOW):
        return verified(self.metadata, self.release, self.root, now)

    def refuses(self, code, place, **how):
        """A sync is refused for a reason and a place, and the copy is what it was and still proves itself."""
        before = self.files()
        with pytest.raises(RefusedError) as refused:
            self.sync(**how)
        assert refused.value.code == code
        assert place in refused.value.details["place"]
        assert refused.value.exit_status == 4
        assert self.files() == before
        assert self.check().sound


@pytest.fixture
def now():
    """The time at which the tests ask."""
    return NOW


@pytest.fixture
def first():
    """The files of a release."""
    return dict(FIRST)


@pytest.fixture
def second():
    """The files of the next release: one changed, one new, the others as they were."""
    return dict(SECOND)


@pytest.fixture
def publisher():
    """A publisher of one release."""
    found = Publisher()
    found.release(FIRST)
    return found


@pytest.fixture
def stranger():
    """Somebody else who publishes by the same ways, with other keys."""
    found = Publisher()
    found.release(FIRST)
    return found


@pytest.fixture
def station(tmp_path, publisher):
    """A station that has that release."""
    found = Station(tmp_path, publisher)
    assert found.sync()
    return found


@pytest.fixture
def new_station(tmp_path, publisher):
    """A station that has nothing yet."""
    return Station(tmp_path / "new", publisher)
