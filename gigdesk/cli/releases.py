"""gigdesk data sync, releases, rollback, verify, mirror; a folder given to data import."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from gigdesk.cli import live
from gigdesk.cli.context import Context, Output, Subparsers
from gigdesk.domain.errors import InputError, MissingDataError, Phrase, RefusedError
from gigdesk.services.answer import answered
from gigdesk.services.releases import Looked, Synced, Verified, Watch
from gigdesk.store.origin import Origin
from gigdesk.store.shelf import Shelved
from gigdesk.store.texts import Texts

TENTHS = 10


def add(group: Subparsers, t: Texts) -> None:
    """Declare the commands."""
    sync = group.add_parser("sync", help=t("help.data.sync"))
    sync.add_argument("--source", metavar="URL", help=t("help.data.sync.source"))
    live.declare(sync, t)
    sync.set_defaults(run=_sync)
    group.add_parser("releases", help=t("help.data.releases")).set_defaults(run=_releases)
    back = group.add_parser("rollback", help=t("help.data.rollback"))
    back.add_argument("release", metavar="RELEASE", help=t("help.data.rollback.release"))
    back.set_defaults(run=_roll_back)
    group.add_parser("verify", help=t("help.data.verify")).set_defaults(run=_verify)
    mirror = group.add_parser("mirror", help=t("help.data.mirror"))
    mirror.add_argument("dir", metavar="DIR", help=t("help.data.mirror.dir"))
    mirror.set_defaults(run=_mirror)


def bring(folder: Path, context: Context) -> Output:
    """A release from a folder."""
    return _synced(context.services.releases.bring(folder, context.now, _watch(context.t)), context)


def _sync(args: argparse.Namespace, context: Context) -> Output:
    if args.feeds:
        return live.run(args, context)
    source = args.source or context.services.upkeep.settings().source
    if not source:
        raise MissingDataError("no-source")
    if args.dry_run:
        return _looked(context.services.releases.look(source, context.now), context)
    return _synced(context.services.releases.sync(source, context.now, _watch(context.t)), context)


def _watch(t: Texts) -> Watch:
    """Steps and bytes on standard error: each tenth of the way one line."""
    told = -1

    def bytes_there(there: int, total: int) -> None:
        nonlocal told
        tenth = there * TENTHS // total if total else 0
        if total and tenth != told:
            told = tenth
            _say(t("progress.bytes", there=_kilobytes(there), total=_kilobytes(total)))

    return Watch(lambda step: _say(t(f"progress.{step}")), bytes_there)


def _say(line: str) -> None:
    print(line, file=sys.stderr)


def _kilobytes(count: int) -> str:
    return f"{count / 1000:,.1f}"


def _synced(found: Synced, context: Context) -> Output:
    t, new = context.t, found.shelved
    in_use = new or context.services.releases.current()
    said = "cli.release.new" if new else "cli.release.nothing-new"
    lines = [t(said, place=found.place, bytes=_kilobytes(found.bytes), release=in_use.about.id)]
    lines.append(_line(in_use, t))
    body = {"place": found.place, "changed": new is not None, "bytes": found.bytes, "release": _body(in_use)}
    return _output(body, lines, context)


def _looked(found: Looked, context: Context) -> Output:
    t, proof = context.t, {"signatures": found.signatures, "needed": found.needed}
    release = context.services.releases.current().about.id
    said = "cli.release.would" if found.new else "cli.release.nothing-new"
    body = {"place": found.place, "new": found.new, **proof, "expires": found.expires}
    return _output(body, [t(said, place=found.place, release=release, **proof)], context)


def _releases(_: argparse.Namespace, context: Context) -> Output:
    found = context.services.releases.releases()
    return _output({"releases": [_body(one) for one in found]}, [_line(one, context.t) for one in found], context)


def _roll_back(args: argparse.Namespace, context: Context) -> Output:
    found, t = context.services.releases.roll_back(args.release), context.t
    return _output({"release": _body(found)}, [t("cli.release.back", release=found.about.id), _line(found, t)], context)


def _mirror(args: argparse.Namespace, context: Context) -> Output:
    if not args.dir.strip():
        raise InputError("DIR", args.dir or "-", Phrase.of("mirror-folder"))
    found, files = context.services.releases.mirror(Path(args.dir))
    lines = [context.t("cli.release.mirrored", release=found.about.id, files=files, folder=args.dir)]
    return _output({"release": found.about.id, "files": files, "folder": args.dir}, lines, context)


def _verify(_: argparse.Namespace, context: Context) -> Output:
    found, t = context.services.releases.verify(context.now), context.t
    body = {
        "well": found.well,
        "release": _body(found.shelved),
        "signed": found.checked is not None,
        "expired": found.checked.expired if found.checked else None,
        "findings": [f"{finding.place}: {finding.what}" for finding in found.findings],
        "wrong": [t.tell(f"error.{wrong.code}", wrong.details) for wrong in _wrong(found)],
    }
    lines = [_line(found.shelved, t), *_verified_lines(found, t)]
    return _output(body, lines, context, 0 if found.well else RefusedError.exit_status)


def _wrong(found: Verified) -> Sequence[RefusedError]:
    return found.checked.wrong if found.checked else ()


def _verified_lines(found: Verified, t: Texts) -> Iterator[str]:
    yield from (f"! {finding.place}: {finding.what}" for finding in found.findings)
    yield from (f"! {t.tell(f'error.{wrong.code}', wrong.details)}" for wrong in _wrong(found))
    if not found.well:
        yield t("cli.release.ill")
    elif found.checked is None:
        yield t("cli.release.program-well")
    else:
        yield t("cli.release.well", signatures=found.checked.signatures, needed=found.checked.needed)
        if found.checked.expired:
            yield f"! {t('cli.release.expired', day=found.checked.expired)}"


def came(origin: Origin | None, t: Texts) -> Iterator[str]:
    """How a release came here and who vouches for it, in words."""
    if origin is None:
        yield t("origin.program")
        return
    yield t(f"origin.{origin.kind}", place=origin.place)
    yield t("cli.release.installed", day=origin.installed_at.date())
    if origin.needed:
        yield t("cli.release.signed", signatures=origin.signatures, needed=origin.needed)


def _line(one: Shelved, t: Texts) -> str:
    """One release for people: in use or not, its id and day, where it came from, who signed it."""
    parts = [t("cli.release.one", release=one.about.id, released=one.about.released), *came(one.origin, t)]
    return f"{'→' if one.current else ' '} {' · '.join(parts)}"


def _body(one: Shelved) -> Mapping[str, object]:
    origin = one.origin
    return {
        "id": one.about.id,
        "released": one.about.released,
        "digest": one.about.digest,
        "current": one.current,
        "from": origin.kind,
        "place": origin.place or None,
        "installed_at": origin.installed_at,
        "signatures": origin.signatures,
        "needed": origin.needed,
        "expires": origin.expires,
    }


def _output(body: Mapping[str, object], lines: Sequence[str], context: Context, status: int = 0) -> Output:
    """The answer over the release that is in use by now."""
    services = context.services
    reference = services.releases.shelf.open()
    services.upkeep.look_at_origin(reference)
    reference.seen_later = services.data.reference.seen_later
    try:
        return Output(body, lines, answered(None, reference, context.today), status)
    finally:
        reference.close()
