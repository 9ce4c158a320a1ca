"""settings.toml of the data folder: where new releases are looked for, and when. Written by people and by GigDesk."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit

from gigdesk.domain.errors import InputError, MissingDataError, Phrase
from gigdesk.store.whole import write_whole

FILE = "settings.toml"
SCHEMES = ("https", "http")


class Sync(StrEnum):
    """When GigDesk looks for new data by itself."""

    OFF = "off"
    MANUAL = "manual"
    DAILY = "daily"


@dataclass(frozen=True)
class Settings:
    """`source` is the address of a publisher or of a mirror, "" where none is known."""

    source: str = ""
    sync: Sync = Sync.MANUAL


def read_settings(folder: Path) -> Settings:
    """The settings of a data folder; the usual ones where it has none.

    Raises:
        InputError: naming the key that is off and what it accepts. The file stays as it is.
    """
    return _as_kept(_text(folder / FILE))


def write_settings(folder: Path, source: str | None = None, sync: str | None = None) -> Settings:
    """Change settings; whatever else stands in the file stays, comments too.

    Raises:
        InputError: what is given, or what stands in the file, is not accepted; nothing is written.
        MissingDataError: the file cannot be written.
    """
    path = folder / FILE
    text = _text(path)
    _as_kept(text)
    for key, value in (("source", source), ("sync", sync)):
        if value is not None:
            text = _with(text, key, value)
    found = _settings(text)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(path, text.encode(), over=True)
    except OSError as error:
        raise MissingDataError("data-folder", path=folder, reason=error) from error
    return found


def _as_kept(text: str) -> Settings:
    """What stands in the file; what is off is named with the file."""
    try:
        return _settings(text)
    except InputError as error:
        raise error.called(FILE if error.field == FILE else f"{FILE} {error.field}") from None


def _settings(text: str) -> Settings:
    try:
        found = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise InputError(FILE, error, Phrase.of("toml")) from None
    unknown = sorted(found.keys() - {"source", "sync"})
    if unknown:
        raise InputError(FILE, ", ".join(unknown), "source, sync")
    return Settings(_source(found), _sync(found))


def _source(found: Mapping[str, object]) -> str:
    source = found.get("source", "")
    if source == "":
        return ""
    check_address(source)
    return str(source)


def check_address(source: object) -> None:
    """Refuse what is no address that releases can lie under.

    A name and password in it would be shown on the screen and kept with what comes from there; names of files are put
    behind it, which a question in it would swallow.

    Raises:
        InputError: naming the address without what stands before its host.
    """
    if not isinstance(source, str) or not _is_address(source):
        _, at, rest = str(source).rpartition("@")
        raise InputError("source", f"…@{rest}" if at else rest or "-", Phrase.of("web-address"))


def _is_address(source: str) -> bool:
    try:
        parts = urlsplit(source)
    except ValueError:
        return False
    whole = parts.scheme in SCHEMES and bool(parts.hostname) and "@" not in parts.netloc
    return whole and source.isprintable() and not set(" ?#") & set(source)


def _sync(found: Mapping[str, object]) -> Sync:
    told = found.get("sync", Sync.MANUAL)
    if told not in tuple(Sync):
        raise InputError("sync", told, " | ".join(Sync))
    return Sync(str(told))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeError) as error:
        raise InputError(FILE, path, Phrase.of("readable", problem=error)) from None


def _with(text: str, key: str, value: str) -> str:
    """The text with another value of a key, in its own line or in a new one at the end."""
    line = f"{key} = {json.dumps(value, ensure_ascii=False)}"
    changed, times = re.subn(rf"^{key}\s*=.*$", lambda _: line, text, flags=re.MULTILINE)
    if times:
        return changed
    return f"{text}{'' if not text or text.endswith(chr(10)) else chr(10)}{line}\n"
