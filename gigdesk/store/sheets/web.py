"""A table of a web page, or of the XML that Excel wrote in 2003: offices hand out both under the name .xls."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from gigdesk.domain.errors import RefusedError
from gigdesk.store.sheets.shape import Limits, Row, Sheet, tidy, within

ROWS = ("tr", "row")
CELLS = ("td", "th", "cell")
UNSEEN = ("script", "style", "head", "title")
_TABLE = re.compile(r"<(?:table|(?:\w+:)?worksheet)\b", re.IGNORECASE)
_HEAD = 20_000


def is_markup(text: str) -> bool:
    """Whether the text is a page with a table."""
    return text.lstrip("\ufeff \t\r\n").startswith("<") and _TABLE.search(text, 0, _HEAD) is not None


def markup_sheets(text: str, name: str, limits: Limits) -> tuple[Sheet, ...]:
    """The tables of a page, one below the other.

    Raises:
        RefusedError: there are too many rows or columns, or what should be a page is none.
    """
    page = _Page(name, limits)
    try:
        page.feed(text)
        page.close()
    except (ValueError, AssertionError):  # the parser's own way to say that it is lost
        raise RefusedError("sheet-kind", file=name) from None
    return (Sheet("", page.rows()),)


class _Page(HTMLParser):
    """Collects rows. A cell over several rows or columns keeps their places empty, so that no column moves."""

    def __init__(self, name: str, limits: Limits) -> None:
        super().__init__()
        self._name, self._limits = name, limits
        self._rows: list[list[str]] = []
        self._covered: dict[int, int] = {}
        self._at: int | None = None
        self._hidden = 0

    def rows(self) -> tuple[Row, ...]:
        """All rows so far."""
        return tuple(tidy(" ".join(cell.split()) for cell in row) for row in self._rows)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a row or a cell."""
        tag = tag.rpartition(":")[2]
        if tag in ROWS:
            self._rows.append([])
            self._at = None
        elif tag in CELLS and self._rows:
            self._begin({key.rpartition(":")[2]: value or "" for key, value in attrs})
        elif tag in UNSEEN:
            self._hidden += 1
        elif tag == "br":
            self.handle_data(" ")

    def handle_endtag(self, tag: str) -> None:
        """End a cell."""
        tag = tag.rpartition(":")[2]
        if tag in CELLS:
            self._at = None
        elif tag in UNSEEN:
            self._hidden = max(self._hidden - 1, 0)

    def handle_data(self, data: str) -> None:
        """Add to the cell that is open."""
        if self._at is not None and not self._hidden:
            self._rows[-1][self._at] += data

    def _begin(self, attrs: dict[str, str]) -> None:
        row, this = self._rows[-1], len(self._rows)
        while len(row) < _count(attrs, "index") - 1 or self._covered.get(len(row), 0) >= this:
            row.append("")
            within(this, len(row), self._name, self._limits)
        self._at = len(row)
        across = max(_count(attrs, "colspan"), _count(attrs, "mergeacross") + 1)
        down = max(_count(attrs, "rowspan") - 1, _count(attrs, "mergedown"))
        within(this, len(row) + across, self._name, self._limits)
        for place in range(len(row), len(row) + across):
            self._covered[place] = this + down
        row.extend([""] * across)


def _count(attrs: dict[str, str], key: str) -> int:
    text = attrs.get(key, "").strip()
    return int(text) if re.fullmatch("[0-9]{1,6}", text) else 0
