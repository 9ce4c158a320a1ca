"""JSON and XML as open-data portals hand them out: a list of records becomes a table whose heads are their fields."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterable, Mapping, Sequence

from gigdesk.domain.errors import RefusedError
from gigdesk.store.sheets.room import Room
from gigdesk.store.sheets.shape import Row, Sheet, tidy
from gigdesk.store.sheets.zipped import feed

ENDS = {"{": "}", "[": "]"}
_ROOT = re.compile(r"<\?xml\b|<([^\s<>/!?=\"']+)[^<>]*>")
_DECLARED = re.compile(r"\s*<\?xml[^<>]*\?>")

Record = Mapping[str, str]


def is_records(text: str) -> bool:
    """Whether a text is JSON or XML from its first sign to its last."""
    text = text.strip("\ufeff \t\r\n")
    if text[:1] in ENDS:
        return text.endswith(ENDS[text[0]])
    root = _ROOT.match(text)
    return root is not None and text.endswith(f"</{root[1]}>" if root[1] else ">")


def records_sheet(text: str, room: Room) -> Sheet | None:
    """The longest list of records as a table; None where the text is neither JSON nor XML after all.

    Raises:
        RefusedError: there are no records in it, or it is beyond the limits.
    """
    text = text.strip("\ufeff \t\r\n")
    try:
        found = _of_json(text) if text[:1] in ENDS else _of_xml(text, room)
    except (ValueError, RecursionError):
        return None
    if not found:
        raise RefusedError("sheet-no-table", file=room.name)
    room.in_time()
    heads = list(dict.fromkeys(name for record in found for name in record))
    room.fits(len(found) + 1, len(heads))
    return room.sheet("", [tidy(row) for row in _rows(heads, found)])


def _rows(heads: Sequence[str], found: Iterable[Record]) -> Iterable[Row]:
    yield tuple(heads)
    for record in found:
        yield tuple(record.get(name, "") for name in heads)


def _whole(text: str) -> str:
    """Without halves of signs, which JSON can escape and nobody can write."""
    return text.encode("utf-8", "replace").decode()


def _of_json(text: str) -> list[Record]:
    """Numbers stay as they are written."""
    waiting, longest = deque([json.loads(text, parse_float=str, parse_int=str)]), list[dict[str, object]]()
    while waiting:
        found = waiting.popleft()
        inside = list(found.values()) if isinstance(found, dict) else found if isinstance(found, list) else []
        records = [one for one in inside if isinstance(one, dict)] if isinstance(found, list) else []
        if len(records) > len(longest):
            longest = records
        else:
            waiting.extend(one for one in inside if isinstance(one, dict | list))
    return [{_whole(name): _whole(_told(value)) for name, value in record.items()} for record in longest]


def _told(value: object) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    return json.dumps(value, ensure_ascii=False)


class _Elements:
    """Follows the elements; one with fields, which hold nothing but text, is a record."""

    def __init__(self) -> None:
        self.records: dict[tuple[str, ...], list[Record]] = {}
        self._open: list[tuple[str, dict[str, str]]] = []
        self._text: list[str] = []
        self._is_field = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins; its attributes are fields too."""
        self._open.append((tag.rpartition(" ")[2], dict(attributes)))
        self._text, self._is_field = [], True

    def data(self, text: str) -> None:
        """What stands in it."""
        self._text.append(text)

    def end(self, _: str) -> None:
        """It ends: a field of the one around it, or a record."""
        name, fields = self._open.pop()
        if self._is_field and not fields:
            if self._open:
                self._open[-1][1].setdefault(name, "".join(self._text).strip())
        elif fields:
            path = (*(tag for tag, _ in self._open), name)
            self.records.setdefault(path, []).append(fields)
        self._text, self._is_field = [], False


def _of_xml(text: str, room: Room) -> list[Record]:
    """What it declares to be encoded in is over: it is text by now."""
    elements = _Elements()
    text = _DECLARED.sub("", text, count=1)
    feed(text.encode("utf-8", "replace"), room, elements.start, elements.data, elements.end)
    return max(elements.records.values(), key=len, default=[])
