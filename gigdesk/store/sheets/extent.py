"""How far the cells of a worksheet reach, from its XML, before anything makes room for them."""

from __future__ import annotations

import re
from typing import Self
from xml.parsers import expat

LETTERS = 26
VALUES = ("v", "is")
_PLACE = re.compile("([A-Z]{1,3})([0-9]{1,7})")


class Extent:
    """`rows` and `columns` of the rectangle from the first cell to the last that has a value."""

    def __init__(self) -> None:
        self.rows = self.columns = 0
        self._row = self._column = 0

    @classmethod
    def of(cls, xml: bytes) -> Self:
        """Measure a part of a workbook.

        Raises:
            ValueError: it is not the XML of a workbook.
        """
        found = cls()
        parser = expat.ParserCreate()
        parser.StartElementHandler = found._start
        parser.StartDoctypeDeclHandler = _refuse
        try:
            parser.Parse(xml, True)  # noqa: FBT003 - the last piece
        except expat.ExpatError as error:
            raise ValueError(str(error)) from None
        return found

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name, place = tag.rpartition(":")[2], attributes.get("r")
        if name == "row":
            self._row = int(place) if place else self._row + 1
            self._column = 0
        elif name == "c":
            self._row, self._column = _place(place) if place else (self._row, self._column + 1)
        elif name in VALUES:
            self.rows, self.columns = max(self.rows, self._row), max(self.columns, self._column)


def _place(text: str) -> tuple[int, int]:
    """Row and column of a reference such as B12."""
    found = _PLACE.fullmatch(text)
    if not found:
        raise ValueError(text)
    column = 0
    for letter in found[1]:
        column = column * LETTERS + ord(letter) - ord("A") + 1
    return int(found[2]), column


def _refuse(*_: object) -> None:
    raise ValueError("a document type")
