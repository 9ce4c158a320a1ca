"""Random tables, each written in one of the formats, and what must come back of it."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from fuzz import documents
from fuzz.documents import Table
from gigdesk.store.sheets.shape import Area, Sheet

FORMATS = {"csv": 20, "html": 18, "xlsx": 17, "docx": 17, "xls": 14, "pdf": 6, "json": 4, "xml": 4}
"""How often each is drawn, in a hundred: a PDF takes ten times as long as any other."""
RECORDS = ("json", "xml")
ALONE = ("csv", *RECORDS)
"""Formats of one table."""
WORDS = (
    "网约配送员", "中位数", "高位数", "北 京", "其中：深圳", "4-04-05-02", "2020-03", "98,800", "*", "#", "-", "..",
    'the "best" one', "a, b", "x < y & z", "万元", "①", "Ünïcode", "R&D", "𠮷野家", "0012", "1e5", "TRUE", "<b>",
)  # fmt: skip
DRAWN = tuple(word for word in WORDS if " " not in word and (word.isascii() or "中" <= word[0] <= "网"))
"""Those without blanks that the signs of Adobe-GB1 can draw."""
ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "utf-16")
MARKUP = ("utf-8", "utf-8-sig", "gb18030")
MOST_ROWS, MOST_COLUMNS = 12, 7
BLANK, SOME, MERGED, HALF = 0.05, 0.3, 0.4, 0.5
SIGNS = "网约货运快递家政保洁员司机"


@dataclass(frozen=True)
class Written:
    """A file, its format, and the tables that it was written from."""

    format: str
    data: bytes
    tables: tuple[Table, ...]

    def missing(self, sheets: Sequence[Sheet]) -> str:
        """In words: which cell did not come back in its place; "" where all did."""
        if len(sheets) != len(self.tables):
            return f"{len(self.tables)} tables written, {len(sheets)} read"
        for table, sheet in zip(self.tables, sheets, strict=True):
            if sheet.name not in {table.name, ""}:
                return f"the title {table.name!r} was read as {sheet.name!r}"
            if sheet.rows != table.rows:
                return f"{table.rows!r} was read as {sheet.rows!r}"
            if self.format != "csv" and sorted(sheet.merged) != sorted(table.merged):
                return f"merged {table.merged!r} was read as {sheet.merged!r}"
        return ""


class Seed:
    """Writes random tables, the same ones for the same chance."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance

    def written(self) -> Written:
        """One file."""
        (format_,) = self._chance.choices(list(FORMATS), list(FORMATS.values()))
        alone = format_ in ALONE
        tables = tuple(self._table(at, format_) for at in range(1 if alone else self._chance.choice((1, 1, 2, 3))))
        if format_ == "pdf":
            ruled = self._chance.random() < HALF
            tables = tables if ruled else tuple(map(_full, tables))
            parted = not any(table.merged for table in tables) and self._chance.random() < SOME
            rows = 5 if parted else 30  # no page ends within a merged cell
            return Written(format_, documents.pdf(tables, ruled=ruled, rows_a_page=rows), tables)
        return Written(format_, self._data(format_, tables), tables)

    def _data(self, format_: str, tables: tuple[Table, ...]) -> bytes:
        chance = self._chance
        if format_ == "csv":
            text = documents.csv_text(tables[0], chance.choice(",,,;\t"), chance.choice(("\r\n", "\n")))
            return text.encode(chance.choice(ENCODINGS))
        if format_ in RECORDS:
            write = documents.json_text if format_ == "json" else documents.xml_text
            return write(tables[0], chance).encode(chance.choice(ENCODINGS))
        if format_ == "html":
            captions, twice = chance.random() < SOME, chance.random() < SOME
            page = documents.web_page(tables, chance, captions=captions, twice=twice)
            return page.encode(chance.choice(MARKUP))
        if format_ == "docx":
            return documents.document(tables, chance)
        return documents.workbook(tables) if format_ == "xlsx" else documents.old_book(tables)

    def _table(self, at: int, format_: str) -> Table:
        chance = self._chance
        height, width = chance.randint(2, MOST_ROWS), chance.randint(2, MOST_COLUMNS)
        grid = [[self._cell(format_) for _ in range(width)] for _ in range(height)]
        if format_ != "pdf":
            for row in grid[1:-1]:
                if chance.random() < BLANK:
                    row[:] = [""] * width
        merged = (
            self._merge(grid, 1 if format_ == "pdf" else 2) if format_ not in ALONE and chance.random() < MERGED else ()
        )
        if format_ in RECORDS:
            grid[0] = [f"列{column}" for column in range(width)]
        for cells in (grid[0], grid[-1]):
            cells[:2] = [cells[0] or "甲", cells[1] or "乙"]
        if merged:  # what an area covers is empty again
            _clear(grid, merged)
        return Table(f"表{at + 1} 工资价位{chance.randint(1, 99)}", tuple(map(_tidied, grid)), merged)

    def _cell(self, format_: str) -> str:
        chance = self._chance
        (kind,) = chance.choices(("", "word", "whole", "broken", "made up"), (10, 30, 30, 20, 10))
        if kind == "word":
            return chance.choice(DRAWN if format_ == "pdf" else WORDS)
        if kind == "whole":
            return str(chance.randint(0, 200_000))
        if kind == "broken":
            return f"{chance.randint(0, 99_999)}.{chance.randint(1, 9)}"
        return "".join(chance.choices(SIGNS, k=chance.randint(1, 8))) if kind else ""

    def _merge(self, grid: list[list[str]], most: int) -> tuple[Area, ...]:
        """Up to two areas that do not touch the same columns. In a PDF a row that they cover all of cannot be seen."""
        chance, width = self._chance, len(grid[0])
        found: list[Area] = []
        for left in (0, width // 2)[:most]:
            columns = chance.randint(1, max(width // 2, 1))
            row = chance.randrange(len(grid) - 1)
            rows = chance.randint(1, min(3, len(grid) - 1 - row))
            if rows * columns > 1:
                found.append(Area(row, left, rows, columns))
                grid[row][left] = grid[row][left] or "合并"
        return tuple(found)


def _clear(grid: list[list[str]], merged: tuple[Area, ...]) -> None:
    for area in merged:
        held = grid[area.row][area.column] or "合并"
        for row in grid[area.row : area.row + area.rows]:
            row[area.column : area.column + area.columns] = [""] * area.columns
        grid[area.row][area.column] = held


def _full(table: Table) -> Table:
    """Without empty or merged cells: where nothing is drawn around them, nobody sees where an empty one is."""
    rows = tuple(
        tuple(table.cell(row, column) or "0" for column in range(table.columns)) for row in range(len(table.rows))
    )
    return Table(table.name, rows)


def _tidied(row: list[str]) -> tuple[str, ...]:
    while row and not row[-1]:
        row = row[:-1]
    return tuple(row)
