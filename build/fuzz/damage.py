"""Ways in which a file can be damaged: by chance, and where it hurts most."""

from __future__ import annotations

import io
import random
import re
import zipfile

from fuzz.old_excel import compound

SIZES = (0, 1, 0x7F, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFE, 0xFFFFFFFF)
NUMBERS = ("0", "-1", "1", "255", "65536", "1048577", "2147483648", "99999999999999999999", "1e308", "NaN", "")
ENCODINGS = ("utf-8", "utf-16", "utf-32", "gb18030", "big5", "latin-1", "cp037")
HALF, WELL_FORMED = 0.5, 0.7
STREAM_AT, FOLDER = 512, 512
_NUMBER = re.compile(rb"(?<![0-9])[0-9]{1,7}(?![0-9])")
_QUOTED = re.compile(rb'(?<==)"[^"<>]{0,80}"')
_NAME = re.compile(rb"(?<=<)[A-Za-z:]{1,20}(?=[^<>]*/>)")
_TAG = re.compile(rb"<[^<>]{1,80}>")


def damaged(data: bytes, format_: str, chance: random.Random) -> bytes:
    """A damaged file; half of those in a shell are damaged within it, so that the shell is whole."""
    if format_ in {"xlsx", "docx"} and chance.random() < HALF * 1.5:
        return _in_zip(data, chance)
    if format_ == "xls" and chance.random() < HALF * 1.5:
        return compound(_hurt(_stream(data), chance, text=False))
    return _hurt(data, chance, text=format_ in {"csv", "html", "pdf", "json", "xml"})


def _hurt(data: bytes, chance: random.Random, *, text: bool) -> bytes:
    for _ in range(chance.choice((1, 1, 2, 5))):
        ways = [_bits, _cut, _splice, _repeat, _size]
        ways += [_number, _number, _tag, _tag, _encoding] if text else []
        data = chance.choice(ways)(data, chance) or data
    return data


def _hurt_well_formed(data: bytes, chance: random.Random) -> bytes:
    """XML that is still XML: other numbers, and words that stood elsewhere."""
    for _ in range(chance.choice((1, 2, 5))):
        data = chance.choice((_number, _word))(data, chance)
    return data


def _place(data: bytes, chance: random.Random) -> tuple[int, int]:
    first = chance.randrange(len(data) or 1)
    return first, min(first + chance.choice((1, 4, 16, 100, 1000)), len(data))


def _bits(data: bytes, chance: random.Random) -> bytes:
    found = bytearray(data)
    for _ in range(chance.choice((1, 2, 8, 40)) if found else 0):
        found[chance.randrange(len(found))] ^= 1 << chance.randrange(8)
    return bytes(found)


def _cut(data: bytes, chance: random.Random) -> bytes:
    first, last = _place(data, chance)
    return data[:first] if chance.random() < HALF else data[:first] + data[last:]


def _splice(data: bytes, chance: random.Random) -> bytes:
    first, last = _place(data, chance)
    to, end = _place(data, chance)
    return data[:to] + data[first:last] + data[end if chance.random() < HALF else to :]


def _repeat(data: bytes, chance: random.Random) -> bytes:
    first, last = _place(data, chance)
    return data[:first] + data[first:last] * chance.choice((2, 10, 60)) + data[last:]


def _size(data: bytes, chance: random.Random) -> bytes:
    width = chance.choice((1, 2, 4))
    at = chance.randrange(max(len(data) - width, 1))
    value = chance.choice(SIZES) & ((1 << 8 * width) - 1)
    return data[:at] + value.to_bytes(width, chance.choice(("little", "big"))) + data[at + width :]


def _number(data: bytes, chance: random.Random) -> bytes:
    """Another number where one stands as text: a span, a count, a place."""
    return _swapped(data, _NUMBER, chance.choice(NUMBERS).encode(), chance)


def _tag(data: bytes, chance: random.Random) -> bytes:
    """A tag is lost, doubled, or stands where another stood."""
    tags = _TAG.findall(data)
    if not tags:
        return data
    new = chance.choice((b"", chance.choice(tags), chance.choice(tags) * chance.choice((2, 50)), b"<!--", b"<![CDATA["))
    return _swapped(data, _TAG, new, chance)


def _word(data: bytes, chance: random.Random) -> bytes:
    """What stands in quotation marks, or a name, stands where another stood."""
    pattern = chance.choice((_QUOTED, _NAME))
    words = pattern.findall(data)
    return _swapped(data, pattern, chance.choice(words), chance) if words else data


def _swapped(data: bytes, old: re.Pattern[bytes], new: bytes, chance: random.Random) -> bytes:
    places = [match.span() for match in old.finditer(data)]
    if not places:
        return data
    first, last = chance.choice(places)
    return data[:first] + new + data[last:]


def _encoding(data: bytes, chance: random.Random) -> bytes:
    """Read in one encoding, written in another."""
    text = data.decode(chance.choice(ENCODINGS), errors="replace")
    return text.encode(chance.choice(ENCODINGS), errors="ignore")


def _in_zip(data: bytes, chance: random.Random) -> bytes:
    """One or two parts are damaged, and all are packed anew."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    for name in chance.sample(sorted(parts), min(len(parts), chance.choice((1, 1, 2)))):
        well_formed = chance.random() < WELL_FORMED
        body = parts[name]
        parts[name] = _hurt_well_formed(body, chance) if well_formed else _hurt(body, chance, text=True)
    found = io.BytesIO()
    with zipfile.ZipFile(found, "w", chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))) as anew:
        for name, body in parts.items():
            anew.writestr(zipfile.ZipInfo(name), body, anew.compression)
    return found.getvalue()


def _stream(data: bytes) -> bytes:
    """The stream of a compound file that holds one, as fuzz.old_excel writes it."""
    sectors = int.from_bytes(data[48:52], "little")
    return data[STREAM_AT : STREAM_AT + sectors * FOLDER]
