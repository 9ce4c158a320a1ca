"""A zip of XML parts, as Excel and Word write them: measured before it is unpacked, and read piece by piece."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from xml.parsers import expat

from gigdesk.domain.errors import RefusedError
from gigdesk.store.sheets.room import Room

ZIPPED = b"PK\x03\x04"
MOST_PARTS = 2000
READ = (".xml", ".rels")
"""The parts that are read; pictures and programs are left in the zip."""
PIECE = 1 << 20
DEEPEST = 1000
"""So many elements may be open at once."""
_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Data = Callable[[str], None]


class Package:
    """The parts of a file by their names."""

    def __init__(self, packed: zipfile.ZipFile, room: Room) -> None:
        found = packed.infolist()
        if len(found) > MOST_PARTS:
            raise RefusedError("sheet-many", file=room.name, most=MOST_PARTS)
        room.sized(sum(part.file_size for part in found), room.limits.unpacked)
        self._packed, self._room = packed, room
        self._parts = {part.filename: part for part in found if part.filename.endswith(READ)}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the parts that are read."""
        return tuple(self._parts)

    def read(self, name: str) -> bytes:
        """A part, unpacked.

        Raises:
            ValueError: it is packed in a way that no office program uses.
        """
        part = self._parts[name]
        self._room.in_time()
        if part.compress_type not in _PACKINGS:
            raise ValueError(name)
        return self._packed.read(part)


@contextmanager
def unzipped(data: bytes, room: Room) -> Iterator[Package]:
    """Open a zip; whatever shows that it or a part of it is damaged is refused.

    Raises:
        RefusedError: it is damaged or beyond the limits.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            yield Package(packed, room)
    except _DAMAGED:
        raise RefusedError("sheet-damaged", file=room.name) from None


def feed(xml: bytes, room: Room, start: Start, data: Data | None = None, end: End | None = None) -> None:
    """Read XML that has no document type, and so no entities that grow, and that is not deep without end.

    Each element is called by its namespace and its name with a blank between them.

    Raises:
        ValueError: it is no such XML.
        RefusedError: it takes too long.
    """
    depth = 0

    def begin(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise ValueError(tag)
        start(tag, attributes)

    def finish(tag: str) -> None:
        nonlocal depth
        depth -= 1
        if end:
            end(tag)

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = begin, finish, data
    parser.StartDoctypeDeclHandler = _refuse
    parser.buffer_text = True
    try:
        for at in range(0, len(xml), PIECE):
            parser.Parse(xml[at : at + PIECE], False)  # noqa: FBT003 - not the last piece
            room.in_time()
        parser.Parse(b"", True)  # noqa: FBT003
    except (expat.ExpatError, LookupError) as error:  # damaged, or in an encoding that nobody knows
        raise ValueError(str(error)) from None


def _refuse(*_: object) -> None:
    raise ValueError("a document type")
