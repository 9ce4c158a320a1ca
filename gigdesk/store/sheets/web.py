"""The tables of a web page, or of the XML that Excel wrote in 2003: offices hand out both under the name .xls."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from gigdesk.domain.errors import RefusedError
from gigdesk.store.sheets.room import Room
from gigdesk.store.sheets.shape import Sheet
from gigdesk.store.sheets.tables import Tables
from gigdesk.store.sheets.titles import LONGEST

ROWS = ("tr", "row")
CELLS = ("td", "th", "cell")
UNSEEN = ("script", "style", "title", "template", "comment")
"""Not "head": its end may be left out. A comment is what hangs on a cell of Excel."""
LINES = re.compile(
    "address|article|aside|blockquote|br|center|dd|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav"
    "|ol|p|pre|section|ul"
)
PIECE = 1 << 16
_TABLE = re.compile(r"<(?:table|(?:\w+:)?worksheet)\b", re.IGNORECASE)
_PAGE = re.compile(r"<(?:!doctype html|html|head|body)\b", re.IGNORECASE)
_HEAD = 2000


def is_markup(text: str) -> bool:
    """Whether the text is a page, or holds a table of one."""
    start = text.lstrip("\ufeff \t\r\n")
    return start.startswith("<") and bool(_PAGE.search(start, 0, _HEAD) or _TABLE.search(start))


def markup_sheets(text: str, room: Room) -> tuple[Sheet, ...]:
    """The tables of a page. One that the page holds a second time, for small screens, is read once.

    Raises:
        RefusedError: there is none, it is beyond the limits, or what should be a page is none.
    """
    page = _Page(room)
    try:
        for at in range(0, len(text), PIECE):
            page.feed(text[at : at + PIECE])
            room.in_time()
        page.close()
    except (ValueError, AssertionError):  # the parser's own way to say that it is lost
        raise RefusedError("sheet-kind", file=room.name) from None
    if not page.sheets:
        raise RefusedError("sheet-no-table", file=room.name)
    return page.sheets


class _Page(HTMLParser):
    """Follows the tags; what the page says outside of tables names them."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        self._tables = Tables(room)
        self._hidden = 0
        self._worksheet = ""
        self._caption: list[str] | None = None

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """The tables in the order in which they begin, each once."""
        return tuple({(sheet.name, sheet.rows): sheet for sheet in self._tables.sheets}.values())

    def close(self) -> None:
        """The page ends, and with it what is open."""
        super().close()
        while self._tables.top:
            self._tables.end()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a table, a row, a cell or a line."""
        self._room.step()
        tag = tag.rpartition(":")[2]
        said = {key.rpartition(":")[2]: value or "" for key, value in attrs}
        if tag in ROWS or tag in CELLS:
            self._place(tag, said)
        elif tag in {"table", "body"}:
            self._hidden = 0
            if tag == "table":
                self._tables.begin(self._worksheet)
        elif tag == "worksheet":
            self._worksheet = said.get("name", "")
        elif tag == "caption":
            self._caption = []
        elif tag in UNSEEN:
            self._hidden += 1
        elif LINES.fullmatch(tag):
            self._tables.line()

    def handle_endtag(self, tag: str) -> None:
        """End a table, a cell or a line."""
        self._room.step()
        tag = tag.rpartition(":")[2]
        grid = self._tables.top
        if tag == "table":
            self._tables.end(continues=not self._worksheet)
        elif tag in CELLS or tag in ROWS:
            if grid:
                grid.close()
        elif tag == "caption":
            self._name()
        elif tag in UNSEEN:
            self._hidden = max(self._hidden - 1, 0)
        elif LINES.fullmatch(tag):
            self._tables.line()

    def handle_data(self, data: str) -> None:
        """Add to the cell, the caption or the line that is open.

        What only looks like a tag comes here too, and the parser looks for its end through all that follows.
        """
        self._room.step()
        if self._hidden:
            return
        if self._caption is not None:
            self._caption.append(data)
        else:
            self._tables.write(data)

    def _place(self, tag: str, said: dict[str, str]) -> None:
        self._name()
        grid = self._tables.top or self._tables.begin()
        if tag in ROWS:
            grid.row(_count(said, "index"))
            return
        if not grid.begun:
            grid.row()
        across = max(_count(said, "colspan"), _count(said, "mergeacross") + 1)
        grid.cell(across, max(_count(said, "rowspan"), _count(said, "mergedown") + 1), _count(said, "index"))

    def _name(self) -> None:
        """The caption is the name of its table."""
        name = " ".join("".join(self._caption or ()).split())[:LONGEST]
        self._caption = None
        if name and self._tables.top:
            self._tables.top.name = name


def _count(said: dict[str, str], key: str) -> int:
    text = said.get(key, "").strip()
    return int(text) if re.fullmatch("[0-9]{1,6}", text) else 0
