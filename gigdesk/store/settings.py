"""settings.toml of the data folder: where and when new releases are looked for, whether this is a kiosk, how it looks.

Written by people and by GigDesk.
"""

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
from gigdesk.store.staff_code import is_kept
from gigdesk.store.style import FACTORY, STYLES, Style
from gigdesk.store.whole import write_whole

FILE = "settings.toml"
SCHEMES = ("https", "http")
ALOUD: Mapping[str, tuple[str, ...]] = {"aloud": ("on", "off"), "aloud_pace": ("slow", "normal", "fast")}
"""Whether the machine reads aloud where it has a voice, and how fast."""
KEYS = ("source", "sync", "kiosk", "kiosk_code", "kiosk_idle", "kiosk_short_codes", *STYLES, *ALOUD)
LEAST_IDLE, MOST_IDLE = 60, 600
_SAYS_KIOSK = re.compile(r"^\s*kiosk\s*=\s*true\b", re.MULTILINE)


class Sync(StrEnum):
    """When GigDesk looks for new data by itself."""

    OFF = "off"
    MANUAL = "manual"
    DAILY = "daily"


@dataclass(frozen=True)
class Settings:
    """`source` is the address of a publisher or of a mirror, "" where none is known.

    `kiosk_code` is what is kept of the staff code, "" where none was set; `kiosk_idle` counts seconds.
    `kiosk_short_codes`: whether the slips of a day are opened again by their code on the machine that made them.
    `style` is for a window that is no kiosk.
    """

    source: str = ""
    sync: Sync = Sync.MANUAL
    kiosk: bool = False
    kiosk_code: str = ""
    kiosk_idle: int = 90
    style: Style = FACTORY
    aloud: str = "on"
    aloud_pace: str = "normal"
    kiosk_short_codes: bool = False


def read_settings(folder: Path) -> Settings:
    """The settings of a data folder; the usual ones where it has none.

    Raises:
        InputError: naming the key that is off and what it accepts. The file stays as it is.
    """
    return _as_kept(_text(folder / FILE))


def kiosk_settings(folder: Path) -> Settings:
    """The settings of a window that is about to open: a file that is off must not open a way out of a kiosk.

    Where it cannot be read, it is a kiosk if a line of it says so, and no code opens it.
    """
    try:
        return read_settings(folder)
    except InputError:
        pass
    try:
        told = _SAYS_KIOSK.search((folder / FILE).read_text(encoding="utf-8-sig", errors="replace"))
    except OSError:
        return Settings(kiosk=True)
    return Settings(kiosk=bool(told))


def write_settings(folder: Path, changes: Mapping[str, str | int | None]) -> Settings:
    """Change settings by their keys; None leaves one as it is, and all else in the file stays, comments too.

    Raises:
        InputError: what is given, or what stands in the file, is not accepted; nothing is written.
        MissingDataError: the file cannot be written.
    """
    path = folder / FILE
    text = _text(path)
    _as_kept(text)
    for key, value in changes.items():
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
    unknown = sorted(found.keys() - set(KEYS))
    if unknown:
        raise InputError(FILE, ", ".join(unknown), ", ".join(KEYS))
    style = Style(**_chosen(found, STYLES))
    kiosk = _flag(found, "kiosk"), _kiosk_code(found), _kiosk_idle(found)
    aloud = {"aloud": Settings.aloud, "aloud_pace": Settings.aloud_pace} | _chosen(found, ALOUD)
    short_codes = _flag(found, "kiosk_short_codes")
    return Settings(_source(found), _sync(found), *kiosk, style, aloud["aloud"], aloud["aloud_pace"], short_codes)


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


def _flag(found: Mapping[str, object], key: str) -> bool:
    told = found.get(key, False)
    if not isinstance(told, bool):
        raise InputError(key, told, "true | false")
    return told


def _kiosk_code(found: Mapping[str, object]) -> str:
    told = found.get("kiosk_code", "")
    if told and not is_kept(told):
        raise InputError("kiosk_code", Phrase.of("text"), "gigdesk kiosk --code")
    return str(told or "")


def _kiosk_idle(found: Mapping[str, object]) -> int:
    told = found.get("kiosk_idle", Settings.kiosk_idle)
    if not isinstance(told, int) or isinstance(told, bool) or not LEAST_IDLE <= told <= MOST_IDLE:
        raise InputError("kiosk_idle", told, Phrase.of("whole", low=LEAST_IDLE, high=MOST_IDLE))
    return told


def _chosen(found: Mapping[str, object], choices: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """What is set of settings that have a few values each."""
    told = {key: found[key] for key in choices if key in found}
    for key, value in told.items():
        if value not in choices[key]:
            raise InputError(key, value, " | ".join(choices[key]))
    return {key: str(value) for key, value in told.items()}


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeError) as error:
        raise InputError(FILE, path, Phrase.of("readable", problem=error)) from None


def _with(text: str, key: str, value: str | int) -> str:
    """The text with another value of a key, in its own line or in a new one at the end."""
    line = f"{key} = {json.dumps(value, ensure_ascii=False)}"
    changed, times = re.subn(rf"^{key}\s*=.*$", lambda _: line, text, flags=re.MULTILINE)
    if times:
        return changed
    return f"{text}{'' if not text or text.endswith(chr(10)) else chr(10)}{line}\n"
