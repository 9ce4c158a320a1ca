"""The steps of a search, best first: each gives groups of names, and the first that finds anything answers.

A group is how it was found and the numbers of its names in a `Lookup`, the best first; the first group is what may
have been meant, the later ones are shown after it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum

from gigdesk.domain.wages.keys import NOWHERE
from gigdesk.domain.wages.lookup import Lookup
from gigdesk.domain.wages.names import is_chinese
from gigdesk.domain.wages.slips import begun_with_a_slip, mended, one_slip


class How(StrEnum):
    """How a name was found, the surest first."""

    EXACT = "exact"
    PINYIN = "pinyin"
    INITIALS = "initials"
    PINYIN_BEGINS = "pinyin-begins"
    BEGINS = "begins"
    HOLDS = "holds"
    PINYIN_HOLDS = "pinyin-holds"
    INITIALS_BEGINS = "initials-begin"
    SPELT = "spelt"  # signs, syllables and initials mixed
    INSIDE = "inside"  # the name stands in what was typed
    SOUND = "sound"  # other signs, read the same
    SLIP = "slip"  # one sign wrong, missing, too many, or two swapped
    PIECE = "piece"  # a part of the name stands in what was typed


WHOLE = {How.EXACT, How.PINYIN, How.INITIALS, How.INSIDE}
"""What was typed holds a whole word: where it means several occupations, that is asked."""
GUESSED = {How.SOUND, How.SLIP, How.PIECE}

Groups = Iterable[tuple[How, Sequence[int]]]
Step = Callable[[str, Lookup], Groups]

INITIALS_FROM = 2
SPELT_FROM = 3
SLIP_FROM, SLIP_FROM_LETTERS = 3, 5
SLIP_ANYWHERE_FROM = 4
"""Shorter than this the first sign is right: 送水工 is no slip for 防水工."""
INSIDE_FROM, INSIDE_FROM_LETTERS = 2, 4
PIECE_FROM, PIECE_ANYWHERE_FROM, PIECE_FROM_LETTERS = 2, 3, 5
LONGEST_PIECE = 12
SAYS_NOTHING = 25
"""A piece that stands in the names of more occupations than this tells none of them."""


def named(typed: str, lookup: Lookup) -> Groups:
    """Names that are what was typed, begin with it or hold it, by sign, by sound or by initials."""
    text = lookup.texts.having(typed)
    sound = lookup.readings.having(typed) if typed.isascii() else NOWHERE
    initials = lookup.initials.having(typed) if typed.isascii() and len(typed) >= INITIALS_FROM else NOWHERE
    found = {
        How.EXACT: text.whole,
        How.PINYIN: sound.whole,
        How.INITIALS: initials.whole,
        How.PINYIN_BEGINS: sound.begin,
        How.BEGINS: text.begin,
        How.HOLDS: text.end | text.between,
        How.PINYIN_HOLDS: sound.end | sound.between,
        How.INITIALS_BEGINS: initials.begin,
    }
    return ((how, sorted(names)) for how, names in found.items())


def spelt(typed: str, lookup: Lookup) -> Groups:
    """Names that begin with signs, syllables and beginnings of syllables as they were typed: 外mai, waimqs."""
    if len(typed) < (SPELT_FROM if typed.isascii() else INITIALS_FROM) or typed.isdigit():
        return
    candidates = ((at, lookup.names[at]) for at in lookup.begun.get(typed[0], ()))
    yield How.SPELT, [at for at, name in candidates if _spells(typed, name.signs, name.syllables)]


def inside(typed: str, lookup: Lookup) -> Groups:
    """Names that stand in what was typed, the longest first; of equals the one that stands last."""
    found: dict[int, dict[int, None]] = {}
    for start in range(len(typed), -1, -1):
        for end in range(start + INSIDE_FROM, len(typed) + 1):
            part = typed[start:end]
            if part in lookup.whole and _stands_alone(typed, start, end):
                found.setdefault(len(part), {}).update(dict.fromkeys(lookup.whole[part]))
    for length in sorted(found, reverse=True):
        yield from _told(typed, list(found[length]), lookup)
        yield How.INSIDE, list(found[length])


def sounded(typed: str, lookup: Lookup) -> Groups:
    """Names that are read like what was typed, as other signs of the same sound are picked from a list."""
    if len(typed) < INSIDE_FROM:
        return
    hits = [lookup.readings.having(sound) for sound in lookup.read(typed)]
    yield How.SOUND, sorted({name for hit in hits for name in hit.whole})
    yield How.SOUND, sorted({name for hit in hits for name in hit.begin})


def slipped(typed: str, lookup: Lookup) -> Groups:
    """Names that are or begin with what was typed but for one slip. A figure is never taken for a slip."""
    if typed.isascii():
        yield from _slipped_letters(typed, lookup) if len(typed) >= SLIP_FROM_LETTERS and typed.isalpha() else ()
    elif len(typed) >= SLIP_FROM:
        shared = Counter(at for sign in set(typed) for at in lookup.having.get(sign, ()))
        close = (at for at, signs in shared.items() if signs >= len(set(typed)) - 1)
        first = "" if len(typed) >= SLIP_ANYWHERE_FROM else typed[0]
        near = sorted(at for at in close if lookup.names[at].plain.startswith(first))
        yield How.SLIP, [at for at in near if one_slip(typed, lookup.names[at].plain)]
        yield How.SLIP, [at for at in near if begun_with_a_slip(typed, lookup.names[at].plain)]


def shared_piece(typed: str, lookup: Lookup) -> Groups:
    """Names with which what was typed shares its longest piece, where that piece tells something."""
    shortest = PIECE_FROM_LETTERS if typed.isascii() else PIECE_FROM
    for piece in _pieces(typed, shortest):
        names = _telling(piece, lookup)
        if names:
            yield How.PIECE, names
            return


STEPS: Sequence[Step] = (spelt, inside, sounded, slipped, shared_piece)
"""What is tried in this order where no name has what was typed."""
STEPS_OF_LETTERS: Sequence[Step] = (spelt, slipped, inside, shared_piece)
"""The same for pinyin and English, where short names stand by chance in what was mistyped."""


def _spells(typed: str, signs: Sequence[str], reading: Sequence[str]) -> bool:
    """Whether what was typed can be laid out over the signs from the first on, some of each."""
    if not typed or not signs:
        return not typed
    sign, syllable = signs[0], reading[0]
    taken = {len(sign)} if typed.startswith(sign) else set()
    taken |= {length for length in range(1, len(syllable) + 1) if typed.startswith(syllable[:length])}
    return any(_spells(typed[length:], signs[1:], reading[1:]) for length in taken)


def _stands_alone(typed: str, start: int, end: int) -> bool:
    """Letters are a word from some length on; figures are a code only where no more of them stand beside it."""
    part = typed[start:end]
    beside = typed[max(start - 1, 0) : start] + typed[end : end + 1]
    if part.isdigit():
        return not any(sign.isdigit() for sign in beside)
    return not part.isascii() or len(part) >= INSIDE_FROM_LETTERS


def _told(typed: str, vague: Sequence[int], lookup: Lookup) -> Groups:
    """A word of several meanings is told by what stands beside it: the 货拉拉 in 货拉拉面包车司机."""
    for at in vague:
        word = lookup.names[at]
        if len(word.codes) == 1:
            continue
        for piece in _pieces(typed.replace(word.plain, " "), PIECE_FROM):
            names = lookup.texts.having(piece).every if is_chinese(piece) else set()
            telling = [one for one in sorted(names) if set(lookup.names[one].codes) <= set(word.codes)]
            if telling:
                yield How.INSIDE, telling
                return


def _slipped_letters(typed: str, lookup: Lookup) -> Groups:
    hits = [keys.having(meant) for meant in mended(typed) for keys in (lookup.texts, lookup.readings)]
    found = [hit for hit in hits if hit is not NOWHERE]
    for names in zip(*found, strict=True):
        yield How.SLIP, sorted(set().union(*names))


def _pieces(typed: str, shortest: int) -> Iterator[str]:
    for length in range(min(len(typed), LONGEST_PIECE), shortest - 1, -1):
        pieces = (typed[start : start + length] for start in range(len(typed) - length + 1))
        yield from (piece for piece in pieces if piece.isalpha())


def _telling(piece: str, lookup: Lookup) -> list[int]:
    anywhere = len(piece) >= PIECE_ANYWHERE_FROM and is_chinese(piece)
    hits = lookup.texts.having(piece)
    names = hits.every if anywhere else hits.whole | hits.begin
    codes = {code for at in names for code in lookup.names[at].codes}
    return sorted(names) if len(codes) <= SAYS_NOTHING else []
