"""The names that occupations are found by: cut into signs, and each with its reading and what it stands for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum

from gigdesk.domain.wages.occupations import Occupation, SaidWord

LONGEST = 60
"""Signs that are read of what was typed: a line of an advertisement."""
SIGN = re.compile(r"[a-z0-9]+|[^\W_]")
CHINESE = re.compile("[一-鿿]+")
ADVERTISED = re.compile(
    r"兼职|全职|专职|日结|周结|月结|小时工|临时工|长期工|短期工|暑假工|寒假工|招聘|诚聘|急聘|高薪|急招|急需|直招|招工|招人"
    r"|包吃包住|包吃住|包吃|包住|管吃住|五险一金|双休|长白班|白班|夜班|男女不限|无需经验|有无经验|熟手|附近|若干"
    r"|月薪|日薪|时薪|底薪|\d+(?:元|块|k|w|千|万)?(?:一|每)?(?:个?小时|天|个?月|单|名|人|岁|以上|起)?"
)
"""What stands around the work in an advertisement for a job."""


class Kind(IntEnum):
    """What a name is, the one that counts most first."""

    CODE = 0
    TITLE = 1
    ALIAS = 2
    WORK_TYPE = 3
    ENGLISH = 4


@dataclass(frozen=True, slots=True)
class Name:
    """A name, as it is compared, and the occupations it stands for, best first; its reading, syllables with blanks."""

    text: str
    plain: str
    reading: str
    kind: Kind
    codes: tuple[str, ...]
    gig: bool

    @property
    def signs(self) -> tuple[str, ...]:
        """Its signs."""
        return signs(self.text)

    @property
    def syllables(self) -> list[str]:
        """A syllable for each sign; none where it has no reading."""
        return self.reading.split()

    @property
    def initials(self) -> str:
        """The first letters of its syllables; letters and figures of its own stay."""
        pairs = zip(self.signs, self.syllables, strict=False)  # a name may lack its reading
        return "".join(syllable if sign == syllable else syllable[0] for sign, syllable in pairs)


def signs(text: str) -> tuple[str, ...]:
    """What counts in a text: Chinese signs, and runs of letters and figures; half-width, lower case, without tones."""
    if CHINESE.fullmatch(text):
        return tuple(text)
    folded = unicodedata.normalize("NFKC", text).casefold().replace("ü", "v")
    bare = "".join(sign for sign in unicodedata.normalize("NFD", folded) if not unicodedata.combining(sign))
    return tuple(SIGN.findall(unicodedata.normalize("NFC", bare)))


def plain(text: str) -> str:
    """A text as it is compared with others: its signs, close together."""
    return text if CHINESE.fullmatch(text) else "".join(signs(text))


def without_advertising(typed: str) -> str:
    """What is left of a plain text without the words of advertisements for jobs; "" where it is made of them."""
    return ADVERTISED.sub("", typed) if is_chinese(typed) else typed


def is_chinese(text: str) -> bool:
    """Whether a Chinese sign stands in it, so that it has a reading."""
    return CHINESE.search(text) is not None


def names_of(
    occupations: Collection[Occupation], said: Iterable[SaidWord], readings: Mapping[str, str]
) -> tuple[Name, ...]:
    """Every name once, in the order in which equals are given: gig work first, then titles, then the shorter ones.

    A word that is said of several occupations stands for these, whoever has it among his names.
    """
    own = [(kind, text, (one.code,)) for one in occupations for kind, text in called(one)]
    told = [(_kind(word.word), word.word, word.codes) for word in said]
    gigs = {one.code for one in occupations if one.gig}
    found: dict[str, Name] = {}
    for kind, text, codes in (*told, *sorted(own)):
        compared = plain(text)
        if compared not in found:
            gig = not gigs.isdisjoint(codes)
            found[compared] = Name(text, compared, readings.get(text, ""), kind, codes, gig)
    return tuple(sorted(found.values(), key=lambda name: (not name.gig, name.kind, len(name.plain), name.codes)))


def called(occupation: Occupation) -> Iterator[tuple[Kind, str]]:
    """The names of an occupation."""
    yield Kind.CODE, occupation.code
    yield Kind.TITLE, occupation.label
    yield from ((Kind.ALIAS, alias) for alias in occupation.aliases)
    yield from ((Kind.WORK_TYPE, work_type) for work_type in occupation.work_types)
    if occupation.label_en:
        yield Kind.ENGLISH, occupation.label_en


def searched(occupations: Iterable[Occupation], said: Iterable[SaidWord]) -> tuple[str, ...]:
    """Every distinct name that has a reading, in the order of the release."""
    own = (text for occupation in occupations for _, text in called(occupation))
    return tuple(dict.fromkeys(text for text in (*own, *(word.word for word in said)) if is_chinese(text)))


def _kind(word: str) -> Kind:
    return Kind.ALIAS if is_chinese(word) else Kind.ENGLISH
