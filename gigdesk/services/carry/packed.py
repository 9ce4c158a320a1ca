"""A case as few bytes: a number for the format, the fixed parts, the command without what is known, a check sum."""

from __future__ import annotations

import json
import re
import struct
import zlib
from collections.abc import Mapping
from datetime import date

from gigdesk.domain.errors import GigDeskError, RefusedError
from gigdesk.services.carry.case import DIGEST_BYTES, MARK_BYTES, Carried
from gigdesk.services.carry.known import KNOWN
from gigdesk.services.commands import Command
from gigdesk.services.fields import Fields
from gigdesk.services.plain import exact_json
from gigdesk.services.report.files import check_texts, read_command

FORMAT = 1
FIXED = struct.Struct(f">BI{DIGEST_BYTES}s{MARK_BYTES}s")
"""The format, the day, the beginning of the digest, the mark of the outcome."""
SUM = struct.Struct(">I")
MOST_BYTES = 20_000
"""Of a case that is spelled out; a whole working life month by month takes less."""
BARE = -zlib.MAX_WBITS
_PLAIN = re.compile(r"[A-Za-z0-9._-]{0,40}")
"""What is shown as it stands is no sentence of anybody's."""


def pack(case: Carried) -> bytes:
    """The bytes."""
    command = case.command
    said = [command.name, case.release, case.head, command.input, command.options]
    spelled = json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()
    squeeze = zlib.compressobj(9, wbits=BARE, zdict=KNOWN)
    fixed = FIXED.pack(FORMAT, case.day.toordinal(), bytes.fromhex(case.digest), bytes.fromhex(case.mark))
    whole = fixed + squeeze.compress(spelled) + squeeze.flush()
    return whole + SUM.pack(zlib.crc32(whole))


def unpack(packed: bytes) -> Carried:
    """The case in the bytes.

    Raises:
        RefusedError: something is missing or was altered, or it is of a newer format.
        InputError: it names no command of this program.
    """
    whole, told = packed[: -SUM.size], packed[-SUM.size :]
    if len(packed) <= FIXED.size + SUM.size or SUM.pack(zlib.crc32(whole)) != told:
        raise RefusedError("carry-damaged")
    number, days, digest, mark = FIXED.unpack_from(whole)
    if number != FORMAT:
        raise RefusedError("carry-newer", got=number, accepts=FORMAT)
    name, release, head, given, options = _spelled(whole[FIXED.size :])
    command = read_command(Fields({"command": name, "input": given, "options": options}))
    try:
        day = date.fromordinal(days)
    except (ValueError, OverflowError):
        raise RefusedError("carry-damaged") from None
    return Carried(Command(command.name, command.input, command.options), day, release, digest.hex(), mark.hex(), head)


def _spelled(squeezed: bytes) -> tuple[str, str, str, Mapping[str, object], Mapping[str, object]]:
    """What was squeezed. Whoever makes up a text with its check sum comes as far as here, and no further."""
    loosen = zlib.decompressobj(BARE, zdict=KNOWN)
    try:
        text = loosen.decompress(squeezed, MOST_BYTES)
        found = exact_json(text.decode(), int)
        check_texts(found)
    except (zlib.error, ValueError, ArithmeticError, RecursionError, GigDeskError):
        raise RefusedError("carry-damaged") from None
    match found:
        case [str(name), str(release), str(head), dict(given), dict(options)]:
            if loosen.eof and _is_plain(release, head):
                return name, release, head, given, options
    raise RefusedError("carry-damaged")


def _is_plain(*said: str) -> bool:
    return all(_PLAIN.fullmatch(one) for one in said)
