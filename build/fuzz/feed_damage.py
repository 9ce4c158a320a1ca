"""Ways in which an answer of a feed can be damaged: byte by byte, and where its format gives it members and cells."""

from __future__ import annotations

import csv
import io
import json
import random
import re
import zipfile
from copy import deepcopy
from typing import Any

from fuzz.feed_seeds import SURVEY, workbook

Damaged = tuple[bytes, int]
"""What came of it, and how many bytes, members or cells were changed."""

PIECES = (
    b"null", b"[]", b"{}", b'"', b"''", b"-1", b"1e999", b"9" * 40, b"NaN", b"true", b"\n", b"\r", b"\0", b"\xff\xfe",
    b"\xef\xbb\xbf", b",", b";", b"\t", b"<html>", b"PK\x03\x04", b"\xe5\xb9\xb4", b": ", b"0.", b"1E-400", b"\\ud800",
)  # fmt: skip
ODD: tuple[Any, ...] = (
    None, True, False, 0, -1, 10**40, 1.5, -0.0, 1e308, "", " ", "0", "-", "*", "**", "#", ":", "..", "x", "NaN",
    "1e999", "9" * 400, "1_000", "１２", "٣", "2022", "2022Q1", "202213", "2022YY", "000000000000", "D", "B", "U",
    "\ud800", "é\0", "A: B: C", "=1+1", [], {}, [[]], [None], {"": None}, {"id": {}}, ["a"] * 300,
)  # fmt: skip
_CELL = re.compile(rb">([^<>]*)<")
_TAG = re.compile(rb"</?[a-z]+[^<>]*>")
CHANGES = (1, 1, 2, 4, 16)


def bytes_hurt(data: bytes, chance: random.Random) -> Damaged:
    """Bytes turn into others, are lost, come twice or come from elsewhere; in a zip half of it within its parts."""
    if data.startswith(b"PK") and chance.random() < 0.7:  # noqa: PLR2004
        return _in_zip(data, chance)
    count = 0
    for _ in range(chance.choice(CHANGES)):
        data, changed = chance.choice((_flip, _flip, _cut, _repeat, _put, _move))(data, chance)
        count += changed
    return data, count


def structure_hurt(data: bytes, chance: random.Random) -> Damaged:
    """Members of JSON, cells of a table, tags and cells of a page, cells of a workbook: changed, and written again."""
    if data.startswith(b"PK"):
        return _of_workbook(chance)
    if data.startswith(b"<"):
        return _of_page(data, chance)
    return (_of_json if data[:1] in b"[{" else _of_table)(data, chance)


def _flip(data: bytes, chance: random.Random) -> Damaged:
    found, count = bytearray(data), chance.choice((1, 1, 3, 20))
    for _ in range(count if found else 0):
        found[chance.randrange(len(found))] = chance.randrange(256)
    return bytes(found), count


def _piece(data: bytes, chance: random.Random) -> tuple[int, int]:
    first = chance.randrange(len(data) + 1)
    return first, min(first + chance.choice((1, 2, 5, 20, 100)), len(data))


def _cut(data: bytes, chance: random.Random) -> Damaged:
    first, last = _piece(data, chance)
    return data[:first] + data[last:], last - first


def _repeat(data: bytes, chance: random.Random) -> Damaged:
    first, last = _piece(data, chance)
    times = chance.choice((1, 2, 30))
    return data[:last] + data[first:last] * times + data[last:], (last - first) * times


def _put(data: bytes, chance: random.Random) -> Damaged:
    first, piece = chance.randrange(len(data) + 1), chance.choice(PIECES)
    over = chance.choice((0, len(piece)))
    return data[:first] + piece + data[first + over :], len(piece)


def _move(data: bytes, chance: random.Random) -> Damaged:
    (first, last), (place, _) = _piece(data, chance), _piece(data, chance)
    return data[:place] + data[first:last] + data[place + last - first :], last - first


def _in_zip(data: bytes, chance: random.Random) -> Damaged:
    """One part is damaged, and all are packed anew."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = {name: packed.read(name) for name in packed.namelist()}
    except (zipfile.BadZipFile, ValueError):
        return data, 0
    name = chance.choice(sorted(parts))
    parts[name], count = bytes_hurt(parts[name], chance)
    found = io.BytesIO()
    with zipfile.ZipFile(found, "w") as anew:
        for one, body in parts.items():
            anew.writestr(zipfile.ZipInfo(one), body)
    return found.getvalue(), count


def _of_json(data: bytes, chance: random.Random) -> Damaged:
    answer = json.loads(data)
    count = chance.choice(CHANGES)
    for _ in range(count):
        answer = _member_hurt(answer, chance)
    return json.dumps(answer, ensure_ascii=chance.random() < 0.9).encode("utf-8", "surrogatepass"), count  # noqa: PLR2004


def _member_hurt(answer: Any, chance: random.Random) -> Any:  # noqa: ANN401 - JSON is anything
    """Somewhere on the way down a member is another, is gone, comes twice, or has another name."""
    if not isinstance(answer, dict | list) or not answer or chance.random() < 0.1:  # noqa: PLR2004
        return chance.choice((deepcopy(chance.choice(ODD)), [answer], {"value": answer}))
    keys = list(answer) if isinstance(answer, dict) else range(len(answer))
    key = chance.choice(keys)
    if chance.random() < 0.7:  # noqa: PLR2004
        answer[key] = _member_hurt(answer[key], chance)
    elif isinstance(answer, list):
        chance.choice((lambda: answer.pop(key), lambda: answer.append(deepcopy(answer[key])), answer.reverse))()
    else:
        member = answer.pop(key)
        other = chance.choice((*keys, "", "id", "value", "0", "class"))
        if chance.random() < 0.5:  # noqa: PLR2004
            answer[other] = member
    return answer


def _of_table(data: bytes, chance: random.Random) -> Damaged:
    text = data.decode("utf-8-sig")
    separator = max(",;\t", key=text.partition("\n")[0].count)
    rows = [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator) if row]
    count = chance.choice(CHANGES)
    for _ in range(count):
        chance.choice((_cell_hurt, _cell_hurt, _cell_hurt, _cell_from_elsewhere, _row_hurt, _column_hurt))(rows, chance)
    found = io.StringIO()
    other = chance.choice((separator,) * 9 + (",", ";", "\t", "|"))
    csv.writer(found, delimiter=other, lineterminator=chance.choice(("\n", "\r\n"))).writerows(rows)
    return found.getvalue().encode("utf-8", "surrogatepass"), count


def _somewhere(rows: list[list[str]], chance: random.Random) -> tuple[list[str], int]:
    row = chance.choice(rows)
    row = row or [""]
    return row, chance.randrange(len(row))


def _cell_hurt(rows: list[list[str]], chance: random.Random) -> None:
    row, at = _somewhere(rows, chance)
    row[at] = chance.choice((str(chance.choice(ODD)), row[at] * 2, f" {row[at]} ", row[at][:-1], f"{row[at]}: Label"))


def _cell_from_elsewhere(rows: list[list[str]], chance: random.Random) -> None:
    (row, at), (other, there) = _somewhere(rows, chance), _somewhere(rows, chance)
    row[at] = other[there]


def _row_hurt(rows: list[list[str]], chance: random.Random) -> None:
    row = chance.choice(rows)
    chance.choice((lambda: rows.append(list(row)), lambda: row.append("x"), lambda: rows.insert(0, []), rows.reverse))()


def _column_hurt(rows: list[list[str]], chance: random.Random) -> None:
    at, to = chance.randrange(len(max(rows, key=len)) or 1), chance.randrange(len(max(rows, key=len)) or 1)
    for row in rows:
        if at < len(row):
            row.insert(to, row[at] if chance.random() < 0.5 else row.pop(at))  # noqa: PLR2004


def _of_page(data: bytes, chance: random.Random) -> Damaged:
    count = chance.choice(CHANGES)
    for _ in range(count):
        cells, tags = list(_CELL.finditer(data)), list(_TAG.finditer(data))
        if not cells or not tags:
            break
        if chance.random() < 0.6:  # noqa: PLR2004
            place = chance.choice(cells).span(1)
            new = str(chance.choice(ODD)).encode("utf-8", "surrogatepass")
        else:
            place = chance.choice(tags).span()
            new = chance.choice((
                b"",
                chance.choice(tags)[0] * chance.choice((1, 2, 40)),
                b"<!--",
                b'<td colspan="99999">',
            ))
        data = data[: place[0]] + new + data[place[1] :]
    return data, count


def _of_workbook(chance: random.Random) -> Damaged:
    rows: list[list[Any]] = [list(row) for row in SURVEY]
    count = chance.choice((1, 4, 40))
    for _ in range(count):
        (_row_hurt if chance.random() < 0.2 else _value_hurt)(rows, chance)  # noqa: PLR2004
    return workbook(rows), count


def _value_hurt(rows: list[list[Any]], chance: random.Random) -> None:
    row, at = _somewhere(rows if chance.random() < 0.1 else rows[1:] or rows, chance)  # noqa: PLR2004
    row[at] = chance.choice(ODD)
