"""Whether a compiled release says exactly what its plain files say."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from contextlib import suppress
from dataclasses import fields, is_dataclass
from typing import Any

from gigdesk.domain.errors import RefusedError
from gigdesk.store.digest import digest
from gigdesk.store.guard.finding import Finding
from gigdesk.store.kept import ALTERED, COMPILED, FILES, UNREADABLE, Kept
from gigdesk.store.records import Release
from gigdesk.store.reference import Reference
from gigdesk.store.release import read_release

NOTHING = "nothing"


def differences(kept: Kept) -> Iterator[Finding]:
    """What is off: in the plain files, in the compiled file, and in each part of the release the first difference.

    A release that an earlier program shipped has no plain files any more; of that only the file is checked.
    """
    files = kept.files
    compiled = yield from _compiled(kept)
    if files is None:
        return
    found = digest(files)
    if found != kept.name:
        yield Finding(FILES, f"not the files that were installed: SHA-256 {found[:12]}…, not {kept.name[:12]}…")
        return
    try:
        plain = read_release(files)
    except RefusedError as error:
        yield Finding(FILES, str(error))
        return
    if compiled:
        yield from _compared(compiled, plain)


def mark(kept: Kept) -> None:
    """Let the next start know."""
    with suppress(OSError):
        (kept.path / ALTERED).touch()


def _compiled(kept: Kept) -> Generator[Finding, None, Release | None]:
    reference = None
    try:
        reference = Reference(kept.compiled)
        check = reference.quick_check()
        if check != "ok":
            yield Finding(COMPILED, check)
            return None
        return reference.release()
    except UNREADABLE as error:
        yield Finding(COMPILED, repr(error))
        return None
    finally:
        if reference:
            reference.close()


def _compared(compiled: Release, plain: Release) -> Iterator[Finding]:
    for part in fields(Release):
        found = first_difference(getattr(compiled, part.name), getattr(plain, part.name))
        if found:
            place, ours, theirs = found
            yield Finding(f"{part.name} {place}".rstrip(), f"{ours} in the compiled file, {theirs} in the plain files")


def first_difference(ours: Any, theirs: Any, place: str = "") -> tuple[str, object, object] | None:  # noqa: ANN401 - anything
    """Where two things of the same shape differ first, and what each has there; None where they are equal."""
    if ours == theirs:
        return None
    children, others = _children(ours), _children(theirs)
    for key in {**children, **others} if type(ours) is type(theirs) else ():
        found = first_difference(children.get(key, NOTHING), others.get(key, NOTHING), f"{place} {key}".lstrip())
        if found:
            return found
    return place, ours, theirs


def _children(thing: object) -> Mapping[object, object]:
    if is_dataclass(thing):
        return {field.name: getattr(thing, field.name) for field in fields(thing)}
    if isinstance(thing, Mapping):
        return thing
    return dict(enumerate(thing)) if isinstance(thing, tuple | list) else {}
