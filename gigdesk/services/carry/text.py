"""A case as one or two texts, in signs that a QR code packs densely and that come through a clipboard unharmed."""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Iterable

from gigdesk.domain.errors import RefusedError
from gigdesk.services.carry.case import Carried
from gigdesk.services.carry.packed import FORMAT, pack, unpack

SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ$%*+-./"
"""Those of a QR code's alphanumeric mode, but for the space, which gets lost, and the colon, which parts."""
NAME = "GIGDESK"
MARK = f"{NAME}{FORMAT}:"
ONE, HALF = 221, 426
"""The most letters of one code and of each of two: a QR code of level Q in version 10 and in version 15."""
SET_SIGNS = 3
MOST_LETTERS = 20_000
"""Of what somebody pastes."""
_PART = re.compile(r"(?:([12])/2:([^:]{3}):)?([^:]*)")


def texts(case: Carried) -> tuple[str, ...]:
    """One text, or the two halves of one that is too long for one code.

    Raises:
        RefusedError: it is too long for two.
    """
    body = _written(pack(case))
    if len(MARK) + len(body) <= ONE:
        return (MARK + body,)
    middle = -(-len(body) // 2)
    heads = [f"{MARK}{part}/2:{_set(body)}:" for part in (1, 2)]
    found = (heads[0] + body[:middle], heads[1] + body[middle:])
    if max(map(len, found)) > HALF:
        raise RefusedError("carry-too-long")
    return found


def read(pieces: Iterable[str]) -> Carried:
    """The case in one text, or in the two halves of one in either order; there may be other texts besides.

    Raises:
        RefusedError: no slip's text, of a newer program, damaged, only half of one, or halves of two slips.
        InputError: it names no command of this program.
    """
    parts = dict.fromkeys(part for piece in pieces for part in _parts(piece))
    if not parts:
        raise RefusedError("carry-unknown", accepts=MARK)
    return unpack(_read(_joined(list(parts))))


def _parts(piece: str) -> list[tuple[str, str, str]]:
    """Each text in what was pasted or seen: its number of two, the sign of its set, its body."""
    seen = unicodedata.normalize("NFKC", piece[:MOST_LETTERS]).upper()
    _, *found = re.split(rf"{NAME}(?=[0-9])", re.sub(r"\s", "", seen))
    return [_part(one) for one in found]


def _part(piece: str) -> tuple[str, str, str]:
    number, colon, rest = piece.partition(":")
    if number != str(FORMAT) and number.isdecimal():
        raise RefusedError("carry-newer", got=number, accepts=FORMAT)
    told = _PART.fullmatch(rest)
    if not colon or told is None:
        raise RefusedError("carry-damaged")
    return told[1] or "", told[2] or "", told[3]


def _joined(parts: list[tuple[str, str, str]]) -> str:
    if len({part[1] for part in parts}) > 1 or (not parts[0][0] and len(parts) > 1):
        raise RefusedError("carry-several")
    numbers = sorted(part[0] for part in parts)
    if numbers in (["1"], ["2"]):
        raise RefusedError("carry-half", got=numbers[0])
    if numbers not in ([""], ["1", "2"]):
        raise RefusedError("carry-damaged")
    body = "".join(part[2] for part in sorted(parts))
    if parts[0][1] and parts[0][1] != _set(body):
        raise RefusedError("carry-damaged")
    return body


def _set(body: str) -> str:
    """A few signs that both halves of a text carry, and hardly those of another."""
    return _digits(zlib.crc32(body.encode()))[-SET_SIGNS:]


def _written(packed: bytes) -> str:
    """The bytes as one large number; the 1 before them keeps those that are 0."""
    return _digits(int.from_bytes(b"\x01" + packed))


def _digits(number: int) -> str:
    found = ""
    while number:
        number, place = divmod(number, len(SIGNS))
        found = SIGNS[place] + found
    return found.rjust(SET_SIGNS, SIGNS[0])


def _read(body: str) -> bytes:
    number = 0
    for at, sign in enumerate(body, start=1):
        if sign not in SIGNS:
            raise RefusedError("carry-sign", sign=ascii(sign), place=at)
        number = number * len(SIGNS) + SIGNS.index(sign)
    packed = number.to_bytes(-(-number.bit_length() // 8))
    if packed[:1] != b"\x01":
        raise RefusedError("carry-damaged")
    return packed[1:]
