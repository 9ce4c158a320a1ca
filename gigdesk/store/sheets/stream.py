"""A very large CSV, row by row: the memory it takes does not grow with the file."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from gigdesk.domain.errors import InputError, Phrase, RefusedError
from gigdesk.store.sheets.room import Room
from gigdesk.store.sheets.shape import MEGABYTE, Limits
from gigdesk.store.sheets.text import ENCODINGS, MARKS, WIDE, separator_of

STREAM_LIMITS = Limits(size=1000 * MEGABYTE, rows=5_000_000)
PIECE = 1 << 20
SAMPLE = 1 << 16


@dataclass
class Rows:
    """The rows of a file as csv.reader gives them: cells are not cleaned, an empty line is [].

    `line` is the line, counted from 1, on which the row begins that was given last.
    """

    separator: str
    encoding: str
    line: int
    file: TextIO
    name: str
    limits: Limits

    def __iter__(self) -> Iterator[list[str]]:
        """Each row once.

        Raises:
            RefusedError: a quotation mark or a sign on a line is damaged, or there are too many rows.
        """
        reader = csv.reader(self.file, delimiter=self.separator, strict=True)
        most = self.limits.rows
        self.line = 1
        try:
            for row in reader:
                if self.line > most:
                    raise RefusedError("sheet-shape", file=self.name, rows=most, columns=self.limits.columns)
                yield row
                self.line = reader.line_num + 1
        except csv.Error:
            raise RefusedError("sheet-quotes", file=self.name, line=self.line) from None
        except UnicodeError:
            raise RefusedError("sheet-signs", file=self.name, line=self.line) from None


@contextmanager
def open_rows(path: Path, limits: Limits = STREAM_LIMITS) -> Iterator[Rows]:
    """Open a text of rows separated by commas, semicolons, tabs or bars, in UTF-8, UTF-16 with its mark or GB 18030.

    Raises:
        InputError: the file cannot be opened.
        RefusedError: it is no text, or beyond the limits.
    """
    rows = _opened(path, limits)
    with rows.file:
        yield rows


def _opened(path: Path, limits: Limits) -> Rows:
    try:
        encoding = _encoding(path, Room(path.name, limits))
        file = path.open(encoding=encoding, newline="", buffering=PIECE)
        try:
            separator = separator_of(file.read(SAMPLE)) or ","
            file.seek(0)
        except BaseException:
            file.close()
            raise
    except UnicodeError:
        raise RefusedError("sheet-kind", file=path.name) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise InputError("file", path, Phrase.of("readable-file", reason=reason)) from None
    return Rows(separator, encoding, 1, file, path.name, limits)


def _encoding(path: Path, room: Room) -> str:
    """In what a text is written. The whole of it is looked at: two signs of GB 18030 can pass for one of UTF-8."""
    with path.open("rb") as file:
        start = file.read(4)
        marked = next((encoding for mark, encoding in MARKS.items() if start.startswith(mark)), "")
        file.seek(0)
        decoder = codecs.getincrementaldecoder(ENCODINGS[0])()
        found, size = marked or ENCODINGS[0], 0
        while piece := file.read(PIECE):
            size += len(piece)
            room.sized(size, room.limits.size)
            if marked != WIDE and b"\0" in piece:
                raise RefusedError("sheet-kind", file=room.name)
            if len(piece) == PIECE and b"\n" not in piece and b"\r" not in piece:
                raise RefusedError("sheet-line", file=room.name)
            if found == ENCODINGS[0] and not (piece.isascii() and not decoder.getstate()[0]):
                found = _still(decoder, piece)
        return found if found != ENCODINGS[0] else _still(decoder, b"", last=True)


def _still(decoder: codecs.IncrementalDecoder, piece: bytes, *, last: bool = False) -> str:
    """UTF-8, where the next piece can be that too."""
    try:
        decoder.decode(piece, last)
    except UnicodeError:
        return ENCODINGS[1]
    return ENCODINGS[0]
