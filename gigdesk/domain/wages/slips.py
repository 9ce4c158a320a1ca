"""One slip of the hand: a sign wrong, missing, too many, or two of them swapped."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_lowercase


def one_slip(one: str, other: str) -> bool:
    """Whether a single slip, or none, makes the one of the other."""
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > 1:
        return False
    at = next((place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    if len(one) < len(other):
        return one[at:] == other[at + 1 :]
    swapped = one[at : at + 2] == other[at : at + 2][::-1]
    return one[at + 1 :] == other[at + 1 :] or (swapped and one[at + 2 :] == other[at + 2 :])


def begun_with_a_slip(typed: str, name: str) -> bool:
    """Whether a name begins with what was typed, but for one slip."""
    return any(one_slip(typed, name[:length]) for length in range(len(typed) - 1, len(typed) + 2))


def mended(typed: str) -> Iterator[str]:
    """What Latin letters may have been meant for, if one of them is a slip."""
    for at in range(len(typed) + 1):
        before, after = typed[:at], typed[at:]
        if after:
            yield before + after[1:]
            yield from (before + letter + after[1:] for letter in ascii_lowercase)
        if after[1:]:
            yield before + after[1] + after[0] + after[2:]
        yield from (before + letter + after for letter in ascii_lowercase)
