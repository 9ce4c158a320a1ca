"""The code that lets staff out of kiosk mode: only a salted hash of it is ever kept."""

from __future__ import annotations

import hashlib
import hmac
import os
import re

from gigdesk.domain.errors import InputError, Phrase

LEAST, MOST = 6, 12
_DIGITS = re.compile(rf"[0-9]{{{LEAST},{MOST}}}")
_KEPT = re.compile(r"scrypt:([0-9a-f]{32}):([0-9a-f]{64})")
_COST, _BLOCK, _MEMORY = 2**14, 8, 64 * 2**20
"""Some 16 MB and a twentieth of a second for each try."""


def hashed(code: str, salt: bytes | None = None) -> str:
    """What is kept of a code: "scrypt:salt:hash", both in hexadecimal.

    Raises:
        InputError: not 6 to 12 digits, which is what the pad on the screen types. The code itself is not repeated.
    """
    if not _DIGITS.fullmatch(code):
        raise InputError("staff code", Phrase.of("letters", count=len(code)), accepted())
    salt = os.urandom(16) if salt is None else salt
    return f"scrypt:{salt.hex()}:{_hash(code, salt).hex()}"


def is_kept(kept: object) -> bool:
    """Whether this is what `hashed` gives."""
    return isinstance(kept, str) and _KEPT.fullmatch(kept) is not None


def fits(code: str, kept: str) -> bool:
    """Whether it is the code of which that was kept; no code fits where none was."""
    found = _KEPT.fullmatch(kept)
    if not found or not code:
        return False
    return hmac.compare_digest(_hash(code, bytes.fromhex(found[1])), bytes.fromhex(found[2]))


def accepted() -> Phrase:
    """What a code is, in words."""
    return Phrase.of("staff-code", least=LEAST, most=MOST)


def _hash(code: str, salt: bytes) -> bytes:
    return hashlib.scrypt(code.encode(), salt=salt, n=_COST, r=_BLOCK, p=1, maxmem=_MEMORY, dklen=32)
