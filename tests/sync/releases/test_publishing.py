"""What publishers do, with the release that is shipped, and stations that follow them."""

from __future__ import annotations

import os
import shutil
import stat
from datetime import UTC, datetime, timedelta

import pytest

from gigdesk.domain.errors import InputError, RefusedError
from gigdesk.store import paths
from gigdesk.sync.fetch import FolderFetcher
from gigdesk.sync.mirror import mirror
from gigdesk.sync.publishing.ceremony import Terms, Threshold, init, rotate
from gigdesk.sync.publishing.drafts import add, sign_drafts
from gigdesk.sync.publishing.ground import Ground
from gigdesk.sync.publishing.keys import given
from gigdesk.sync.publishing.publish import parts, publish, writes
from gigdesk.sync.repository import Repository, verified

RELEASE = paths.resources() / "release"
DAYS = 120


class Office:
    """Those who publish: their repository, their keys, and a station beside them."""

    def __init__(self, folder, now):
        self.folder, self.now = folder, now
        self.dir, self.keys = folder / "feed", folder / "keys"

    @property
    def public(self):
        return self.dir / "public"

    @property
    def root(self):
        return (self.public / "metadata" / "1.root.json").read_bytes()

    def key(self, name):
        return given(str(self.keys / f"{name}.pem"), self.dir, {})

    def sign(self, *names):
        return sign_drafts(self.dir, [self.key(name) for name in names], None)

    def publish(self, *names, now=None):
        keys = [self.key(name) for name in names or ["online-1"]]
        return publish(self.dir, keys, now or self.now, DAYS, None)

    def rotate(self, name):
        return rotate(self.dir, name, self.keys, self.now, Terms())

    def sync(self, station="station", public=None, now=None):
        """What a station has after a sync: the metadata that prove it, and the release where it was new."""
        copy = self.folder / station
        reuse = [copy / "release"] if copy.is_dir() else []
        fetcher = FolderFetcher(public or self.public)
        with Repository(copy / "trust", self.root, fetcher, "folder://public", now or self.now) as repository:
            found = repository.fetch(reuse, lambda *_: None, lambda: False)
            if found:
                shutil.copytree(found.release, copy / "release", dirs_exist_ok=True)
            shutil.copytree(repository.proof().metadata, copy / "metadata", dirs_exist_ok=True)
        assert verified(copy / "metadata", copy / "release", self.root, now or self.now).sound
        return copy


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    """A repository with the shipped release added, which takes some time and is done once."""
    office = Office(tmp_path_factory.mktemp("office"), datetime(2026, 11, 24, 12, tzinfo=UTC))
    init(office.dir, office.keys, office.now, Terms())
    add(office.dir, RELEASE, office.now, DAYS)
    return office


@pytest.fixture
def office(prepared, tmp_path):
    """A copy of it for one test."""
    shutil.copytree(prepared.folder, tmp_path / "office")
    return Office(tmp_path / "office", prepared.now)


@pytest.fixture
def published(office):
    """The same, signed and published."""
    office.sign("targets-1", "targets-2")
    office.publish()
    return office


def test_the_keys_of_a_new_repository_are_files_of_their_owner_and_lie_outside_it(prepared):
    assert {path.name for path in prepared.keys.iterdir()} == {
        f"{name}.pem" for name in ("root-1", "root-2", "root-3", "targets-1", "targets-2", "online-1")
    }
    assert {stat.S_IMODE(path.stat().st_mode) for path in prepared.keys.iterdir()} == {0o600}
    assert stat.S_IMODE(prepared.keys.stat().st_mode) == 0o700
    assert not any(b"PRIVATE" in path.read_bytes() for path in prepared.dir.rglob("*") if path.is_file())


def test_keys_are_made_neither_in_the_repository_nor_in_a_working_tree(tmp_path, now):
    (tmp_path / "tree" / ".git").mkdir(parents=True)
    for keys in (tmp_path / "feed", tmp_path / "feed" / "keys", tmp_path / "tree", tmp_path / "tree" / "deep" / "keys"):
        with pytest.raises(InputError) as refused:
            init(tmp_path / "feed", keys, now, Terms())
        assert refused.value.field == "--keys"
    assert not (tmp_path / "feed").exists()


def test_a_repository_is_made_once_and_no_key_is_written_over(office, now, tmp_path):
    with pytest.raises(InputError):
        init(office.dir, tmp_path / "other", now, Terms())
    before = (office.keys / "root-1.pem").read_bytes()
    with pytest.raises(InputError):
        init(tmp_path / "another", office.keys, now, Terms())
    assert (office.keys / "root-1.pem").read_bytes() == before


@pytest.mark.parametrize("threshold", [Threshold(2, 3), Threshold(1, 0), Threshold(12, 2)])
def test_a_threshold_that_cannot_be_met_is_refused(tmp_path, now, threshold):
    with pytest.raises(InputError):
        init(tmp_path / "feed", tmp_path / "keys", now, Terms(targets=threshold))
    assert not (tmp_path / "keys").exists()


def test_signatures_are_given_one_after_the_other_and_counted(office):
    assert [tally.signed for tally in office.sign()[0].tallies] == [()]
    (draft,) = office.sign("targets-2")
    assert (draft.tallies[0].signed, draft.tallies[0].needed, draft.complete) == (("targets-2",), 2, False)
    (draft,) = office.sign("targets-2")
    assert draft.tallies[0].signed == ("targets-2",)
    (draft,) = office.sign("targets-1")
    assert (draft.tallies[0].signed, draft.complete) == (("targets-1", "targets-2"), True)


def test_nothing_is_published_before_enough_have_signed(office):
    office.sign("targets-1")
    with pytest.raises(RefusedError) as refused:
        office.publish()
    assert refused.value.details == {"place": "targets", "signed": "1", "needed": "2"}
    assert not (office.public / "metadata" / "timestamp.json").exists()


def test_nothing_is_published_with_a_key_that_is_not_for_that(office):
    office.sign("targets-1", "targets-2")
    with pytest.raises(InputError) as refused:
        office.publish("targets-1")
    assert "online-1" in str(refused.value)
    assert not (office.public / "metadata" / "timestamp.json").exists()


def test_a_key_that_nothing_awaits_is_refused_by_name(office):
    with pytest.raises(InputError) as refused:
        office.sign("online-1")
    assert "targets-1, targets-2" in str(refused.value)


def test_a_change_to_the_draft_after_it_was_signed_takes_the_signatures_away(office):
    office.sign("targets-1", "targets-2")
    path = office.dir / "draft" / "targets.json"
    path.write_text(path.read_text().replace('"release.toml"', '"release2.toml"'))
    assert office.sign()[0].tallies[0].signed == ()


def test_a_key_may_come_from_the_environment_and_never_from_the_repository(office):
    pem = (office.keys / "targets-1.pem").read_bytes()
    assert given("env:KEY", office.dir, {"KEY": pem.decode()}).pem == pem
    (office.dir / "draft" / "key.pem").write_bytes(pem)
    for source in ("env:OTHER", str(office.dir / "draft" / "key.pem"), str(office.keys / "none.pem"), str(office.keys)):
        with pytest.raises(InputError):
            given(source, office.dir, {"KEY": ""})


@pytest.mark.parametrize("length", [0, 10, 50, 100])
def test_a_file_that_is_no_whole_private_key_is_refused(office, length, tmp_path):
    path = tmp_path / "some.pem"
    path.write_bytes((office.keys / "root-1.pem").read_bytes()[:length])
    with pytest.raises(InputError):
        sign_drafts(office.dir, [given(str(path), office.dir, {})], None)


def test_keys_with_a_password_sign_with_it_and_not_without(tmp_path, now):
    init(tmp_path / "feed", tmp_path / "keys", now, Terms(password=b"of the office"))
    rotate(tmp_path / "feed", None, None, now, Terms())
    key = given(str(tmp_path / "keys" / "root-1.pem"), tmp_path / "feed", {})
    assert b"ENCRYPTED" in key.pem
    for password in (None, b"another"):
        with pytest.raises(InputError):
            sign_drafts(tmp_path / "feed", [key], password)
    assert sign_drafts(tmp_path / "feed", [key], b"of the office")[0].tallies[0].signed == ("root-1",)


def test_a_release_that_does_not_pass_the_checks_is_not_drafted(published, tmp_path, now):
    broken = tmp_path / "release"
    shutil.copytree(RELEASE, broken)
    (broken / "regions.csv").write_text("code\n")
    with pytest.raises(RefusedError):
        add(published.dir, broken, now, DAYS)
    shutil.copytree(RELEASE, broken, dirs_exist_ok=True)
    (broken / ".DS_Store").write_bytes(b"")
    with pytest.raises(RefusedError) as refused:
        add(published.dir, broken, now, DAYS)
    assert refused.value.code == "signed-name"
    assert published.sign() == ()


def test_a_station_gets_what_was_published(published):
    copy = published.sync()
    for path in RELEASE.rglob("*"):
        if path.is_file():
            assert (copy / "release" / path.relative_to(RELEASE)).read_bytes() == path.read_bytes()


def test_publishing_again_without_anything_new_vouches_for_longer(published, now):
    published.sync()
    later = now + timedelta(100)
    found = published.publish(now=later)
    assert (found.targets, found.snapshot, found.timestamp) == (1, 2, 2)
    assert found.expires == now + timedelta(DAYS)  # the release itself is to be signed again before that
    published.sync(now=later)


def test_a_release_that_has_expired_is_not_vouched_for_again(published, now):
    with pytest.raises(RefusedError) as refused:
        published.publish(now=now + timedelta(DAYS + 1))
    assert refused.value.code == "signed-expired"


def test_an_unfinished_publication_can_be_done_again(office):
    office.sign("targets-1", "targets-2")
    shutil.copytree(office.dir / "draft", office.folder / "draft")
    office.publish()
    shutil.copytree(office.folder / "draft", office.dir / "draft")
    assert office.sign() == ()
    assert office.publish().targets == 1
    office.sync()


@pytest.fixture
def next_release(tmp_path):
    """The shipped release with one file changed."""
    folder = tmp_path / "next"
    shutil.copytree(RELEASE, folder)
    text = (folder / "release.toml").read_text(encoding="utf-8")
    (folder / "release.toml").write_text(f"{text}\n# the next one\n", encoding="utf-8")
    return folder


def steps(office, *keys):
    """Publish write by write, and let stations in between."""
    ground = Ground(office.dir)
    for path, content in list(writes(ground, parts(ground, [office.key(one) for one in keys], office.now, DAYS, None))):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        yield path.relative_to(office.public).as_posix()
    ground.clear()


def test_a_reader_in_the_middle_of_a_publication_always_meets_a_whole_repository(published, next_release):
    published.sync("old")
    add(published.dir, next_release, published.now, DAYS)
    published.sign("targets-1", "targets-2")
    names = []
    for at, name in enumerate(steps(published, "online-1")):
        names.append(name)
        published.sync(f"new-{at}")
        published.sync("old")
    assert names[-1] == "metadata/timestamp.json"
    assert (published.sync("old") / "release" / "release.toml").read_bytes() == (
        next_release / "release.toml"
    ).read_bytes()


@pytest.mark.parametrize("name", ["root-2", "targets-1", "online-1"])
def test_a_reader_in_the_middle_of_an_exchange_of_keys_is_served_where_the_old_key_signs_too(published, name):
    published.sync("old")
    published.rotate(name)
    role, new = name.partition("-")[0], {"root-2": "root-4", "targets-1": "targets-3", "online-1": "online-2"}[name]
    published.sign("root-1", "root-3", *({"root": [new], "targets": [name, new, "targets-2"]}.get(role, [])))
    online = [name, new] if role == "online" else ["online-1"]
    for at, _ in enumerate(steps(published, *online)):
        published.sync(f"new-{at}")
        published.sync("old")
    assert Ground(published.dir).root().signed.version == 2
    assert published.sync("old")


def test_a_stolen_key_is_shut_out_at_once(published):
    published.sync("old")
    published.rotate("online-1")
    published.sign("root-1", "root-2")
    with pytest.raises(InputError):
        published.publish("online-1")
    assert list(steps(published, "online-2"))[-2:] == ["metadata/2.root.json", "metadata/timestamp.json"]
    published.sync("old")
    published.sync("new")


def test_an_exchange_of_the_key_of_a_release_has_the_release_signed_anew(published):
    published.rotate("targets-2")
    root, targets = published.sign("root-1", "root-2", "targets-1")
    assert root.complete
    assert not targets.complete
    with pytest.raises(RefusedError):
        published.publish()
    published.sign("targets-3")
    published.publish()
    published.sync()


def test_a_root_takes_the_old_and_the_new_threshold(published):
    published.rotate("root-1")
    published.rotate("root-2")
    (draft,) = published.sign("root-1", "root-2")
    assert [tally.signed for tally in draft.tallies] == [("root-1", "root-2"), ()]
    (draft,) = published.sign("root-4", "root-5")
    assert draft.complete
    published.publish()
    published.sync()


def test_stations_follow_three_exchanges_that_they_missed(published):
    published.sync("old")
    for gone, come, signers in (
        ("root-1", "root-4", ("root-1", "root-2", "root-4")),
        ("root-2", "root-5", ("root-2", "root-3", "root-4")),
        ("online-1", "online-2", ("root-3", "root-4")),
    ):
        published.rotate(gone)
        published.sign(*signers)
        published.publish("online-1", *([come] if come.startswith("online") else []))
    published.sync("old")
    assert Ground(published.dir).root().signed.version == 4


def test_a_root_can_be_renewed_without_another_key(published, now):
    (draft,) = rotate(published.dir, None, None, now + timedelta(300), Terms())
    assert draft.expires == (now + timedelta(665)).date()
    published.sign("root-1", "root-3")
    published.publish()
    published.sync()


def test_a_key_of_no_name_is_not_exchanged(published):
    with pytest.raises(InputError) as refused:
        published.rotate("root-9")
    assert "online-1 | root-1" in str(refused.value)
    assert not (published.dir / "draft" / "root.json").exists()


def test_a_folder_that_is_no_repository_is_said(tmp_path, now):
    with pytest.raises(InputError) as refused:
        add(tmp_path, RELEASE, now, DAYS)
    assert refused.value.field == "DIR"


def test_a_damaged_repository_is_said_by_its_file(published):
    (published.public / "metadata" / "timestamp.json").write_bytes(b"<html>")
    with pytest.raises(RefusedError) as refused:
        published.publish()
    assert refused.value.details["place"] == "timestamp.json"


def test_a_mirror_serves_what_the_publisher_serves(published, tmp_path):
    copy = published.sync()
    mirror(copy / "metadata", copy / "release", published.root, tmp_path / "stick")
    published.sync("by-stick", tmp_path / "stick")
    stick = {path.relative_to(tmp_path / "stick") for path in (tmp_path / "stick").rglob("*.json")}
    assert stick <= {path.relative_to(published.public) for path in published.public.rglob("*.json")}


def test_a_mirror_carries_the_roots_in_between(published, tmp_path):
    published.sync("far")
    for name, signers in (("root-1", ("root-1", "root-2", "root-4")), ("root-2", ("root-2", "root-3", "root-4"))):
        published.rotate(name)
        published.sign(*signers)
        published.publish()
    copy = published.sync()
    mirror(copy / "metadata", copy / "release", published.root, tmp_path / "stick")
    published.sync("far", tmp_path / "stick")
    published.sync("new", tmp_path / "stick")


def test_a_mirror_of_a_damaged_copy_is_not_made(published, tmp_path):
    copy = published.sync()
    (copy / "release" / "release.toml").write_bytes(b"")
    with pytest.raises(RefusedError) as refused:
        mirror(copy / "metadata", copy / "release", published.root, tmp_path / "stick")
    assert refused.value.code == "signed-otherwise"
    assert not (tmp_path / "stick").exists()


def test_a_mirror_with_newer_data_is_left_alone(published, tmp_path):
    old = published.sync("old")
    shutil.copytree(old, tmp_path / "old")
    published.publish()
    copy = published.sync("new")
    mirror(copy / "metadata", copy / "release", published.root, tmp_path / "stick")
    with pytest.raises(RefusedError) as refused:
        mirror(tmp_path / "old" / "metadata", tmp_path / "old" / "release", published.root, tmp_path / "stick")
    assert refused.value.code == "mirror-newer"
    published.sync("new", tmp_path / "stick")


@pytest.mark.skipif(os.name != "posix", reason="rights of files")
def test_what_is_public_can_be_read_by_a_web_server(published):
    umask = os.umask(0)
    os.umask(umask)
    for path in published.public.rglob("*"):
        if path.is_file():
            assert stat.S_IMODE(path.stat().st_mode) == 0o666 & ~umask
