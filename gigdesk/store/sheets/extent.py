"""How far the cells of a worksheet reach, from its XML, before anything makes room for them."""

from __future__ import annotations

import re
from functools import cache
from typing import Self

from gigdesk.store.sheets.room import Room
from gigdesk.store.sheets.zipped import feed

LETTERS = 26
VALUES = ("v", "is")
SHARED = "s"
MOST_CLAIMED = 1_000_000
"""The library makes room for as many texts as are claimed; some programs claim more than there are."""
SHARED_TEXTS = b"sst"
PLAIN = re.compile(rb"<(?![?]xml)|<[?]xml[^>]*encoding=.UTF-8.", re.IGNORECASE)
ESCAPES = (b"<!", b"&#", b"\0")
"""What can hide a cell or its place: comments, unparsed text, signs by their numbers, another encoding."""
_ANY_CELL = re.compile(rb"[<:]c[\s/>]")
_WHOLE_CELL = re.compile(rb'<c r="[A-Z]{1,3}([0-9]{1,7})"(?: (?!r=)[a-z]+="[^"<>= ]*")* ?/?>')
_LETTERS = re.compile(rb'<c r="([A-Z]{1,3})')
_PLACE = re.compile("([A-Z]{1,3})([0-9]{1,7})")


class Extent:
    """`rows` and `columns` of the rectangle from the first cell to the last that has a value.

    `references` are the cells that name a text of the whole workbook by its number, `texts` the lengths of such texts.
    """

    def __init__(self, size: int) -> None:
        self.rows = self.columns = self.references = 0
        self.texts: list[int] = []
        self._row = self._column = 0
        self._size = size

    @classmethod
    def of(cls, xml: bytes, room: Room) -> Self:
        """Measure a part of a workbook.

        Raises:
            ValueError: it is not the XML of a workbook.
            RefusedError: it takes too long.
        """
        found = cls(len(xml))
        if found._plain(xml, room):
            return found
        feed(xml, room, found._start, found._text if SHARED_TEXTS in xml else None)
        return found

    def _plain(self, xml: bytes, room: Room) -> bool:
        """Measure XML as most programs write it by its bytes alone, cells without a value among the others.

        That takes a fourth of the time. It is enough where even so all is within the limits, and where no cell can be
        hidden: none has a prefix, each begins with its place and has its attributes in plain double quotes.
        """
        if not PLAIN.match(xml) or any(mark in xml for mark in (*ESCAPES, SHARED_TEXTS)):
            return False
        places = _WHOLE_CELL.findall(xml)
        if len(places) != len(_ANY_CELL.findall(xml)):
            return False
        rows = max(map(int, set(places)), default=0)
        columns = max((_column(letters.decode()) for letters in set(_LETTERS.findall(xml))), default=0)
        if rows > room.limits.rows or columns > room.limits.columns or rows * columns > room.limits.cells:
            return False
        self.rows, self.columns, self.references = rows, columns, xml.count(b' t="s"')
        return True

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(" ")[2]
        if name in VALUES:
            self.rows, self.columns = max(self.rows, self._row), max(self.columns, self._column)
        elif name == "c":
            self._cell(attributes)
        elif name == "row":
            place = attributes.get("r")
            self._row = int(place) if place else self._row + 1
            self._column = 0
        elif name == "si":
            self.texts.append(0)
        elif name == "sst" and _number(attributes.get("uniqueCount", "")) > max(self._size, MOST_CLAIMED):
            raise ValueError(attributes)

    def _cell(self, attributes: dict[str, str]) -> None:
        place = attributes.get("r")
        if place:
            found = _PLACE.fullmatch(place)
            if not found:
                raise ValueError(place)
            self._row, self._column = int(found[2]), _column(found[1])
        else:
            self._column += 1
        self.references += attributes.get("t") == SHARED

    def _text(self, data: str) -> None:
        if self.texts:
            self.texts[-1] += len(data)


def _number(text: str) -> int:
    return int(text) if re.fullmatch("[0-9]{1,40}", text.strip()) else 0


@cache
def _column(letters: str) -> int:
    found = 0
    for letter in letters:
        found = found * LETTERS + ord(letter) - ord("A") + 1
    return found
