"""Writes small tables in every format that GigDesk reads, each as a program would write it."""

from __future__ import annotations

import csv
import io
import json
import random
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape

from fuzz.old_excel import Tab, old_workbook
from gigdesk.store.sheets.shape import Area

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PAGES = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CREATED = datetime(2026, 1, 1)  # noqa: DTZ001 - a workbook knows no time zone
HALF = 0.5
SIZE, HEIGHT, WIDTH = 10, 20, 180
"""Of the letters, the rows and the columns of a PDF, in points."""


@dataclass(frozen=True)
class Table:
    """A table to be written: its title, its cells as they are to come back, and which of them are merged."""

    name: str
    rows: tuple[tuple[str, ...], ...]
    merged: tuple[Area, ...] = ()

    @property
    def columns(self) -> int:
        """The columns of its widest row."""
        return max(map(len, self.rows))

    def cell(self, row: int, column: int) -> str:
        """What stands in a place."""
        cells = self.rows[row]
        return cells[column] if column < len(cells) else ""

    def area(self, row: int, column: int) -> Area | None:
        """The merged area that covers a place."""
        for area in self.merged:
            if area.row <= row < area.row + area.rows and area.column <= column < area.column + area.columns:
                return area
        return None

    def begins(self, row: int, column: int) -> Area | None:
        """How far a cell that is written here reaches; None where another covers it."""
        area = self.area(row, column) or Area(row, column, 1, 1)
        return area if (area.row, area.column) == (row, column) else None


Tables = Sequence[Table]


def number(text: str) -> float | None:
    """The number that a spreadsheet would keep for a text; None where it would keep the text."""
    plain = text.replace(".", "", 1)
    if not (plain.isascii() and plain.isdigit()) or len(plain) > 15:  # noqa: PLR2004 - what a spreadsheet keeps
        return None
    found = float(text)
    return found if f"{found:.15g}" == text else None


def csv_text(table: Table, separator: str = ",", end: str = "\r\n") -> str:
    """Separated cells."""
    text = io.StringIO()
    csv.writer(text, delimiter=separator, lineterminator=end).writerows(table.rows)
    return text.getvalue()


def records(table: Table) -> list[dict[str, str]]:
    """The rows below the first by its heads, each with all of them."""
    return [
        {head: table.cell(row, column) for column, head in enumerate(table.rows[0])}
        for row in range(1, len(table.rows))
    ]


def json_text(table: Table, chance: random.Random) -> str:
    """A list of records, bare or within what a portal says around it."""
    found = records(table)
    around = chance.choice((found, {"code": 200, "data": found}, {"object": {"records": found, "total": len(found)}}))
    return json.dumps(around, ensure_ascii=chance.random() < HALF, indent=chance.choice((None, 1)))


def xml_text(table: Table, chance: random.Random) -> str:
    """Records as elements; what it says to be encoded in may not be so."""
    fields = ("".join(f"<{head}>{escape(cell)}</{head}>" for head, cell in row.items()) for row in records(table))
    declared = chance.choice((
        "",
        '<?xml version="1.0" encoding="UTF-8"?>',
        "<?xml version='1.0' encoding='GB2312'?>\n",
    ))
    return f"{declared}<rows><total>1</total>{''.join(f'<row>{one}</row>' for one in fields)}</rows>"


def web_page(tables: Tables, chance: random.Random, *, captions: bool = False, twice: bool = False) -> str:
    """A page: titles in paragraphs or captions, cells in pieces, all of it once more for small screens if asked."""
    parts = []
    for table in tables:
        caption = f"<caption>{escape(table.name)}</caption>" if captions else ""
        parts += ["" if captions else f"<p>　　{_spans(table.name, chance)}</p>", "<div><table>", caption]
        for row in range(len(table.rows)):
            parts += ["<tr>", *(_web_cell(table, row, column, chance) for column in range(table.columns)), "</tr>\n"]
        parts.append("</table></div>")
    body = "".join(parts)
    again = f'<div class="mobile-content">{body}</div>' if twice else ""
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>通知</title></head><body>{body}{again}</body></html>'
    )


def _web_cell(table: Table, row: int, column: int, chance: random.Random) -> str:
    area = table.begins(row, column)
    if not area:
        return ""
    spans = f' rowspan="{area.rows}"' * (area.rows > 1) + f" colspan={area.columns}" * (area.columns > 1)
    return f"<td{spans}>{_spans(table.cell(row, column), chance)}</td>"


def _spans(text: str, chance: random.Random) -> str:
    return "".join(f"<span>{escape(piece)}</span>" for piece in _pieces(text, chance))


def _pieces(text: str, chance: random.Random) -> list[str]:
    at = chance.randint(0, len(text))
    return [piece for piece in (text[:at], text[at:]) if piece]


def document(tables: Tables, chance: random.Random, body: Callable[[str], str] = str) -> bytes:
    """A Word document; `body` may add to what stands in it."""
    parts = []
    for table in tables:
        parts += [f"<w:p>{_runs(table.name, chance)}</w:p>", "<w:tbl><w:tblPr/>"]
        parts += [f"<w:tr>{_word_row(table, row, chance)}</w:tr>" for row in range(len(table.rows))]
        parts.append("</w:tbl>")
    inside = body("".join(parts))
    xml = f'<w:document xmlns:w="{WORD}"><w:body>{inside}<w:sectPr/></w:body></w:document>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return zipped({
        "[Content_Types].xml": f'<Types xmlns="{PAGES}/content-types"><Override PartName="/word/document.xml" '
        f'ContentType="{kind}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PAGES}/relationships"><Relationship Id="r1" '
        f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": xml,
    })


def zipped(parts: dict[str, str]) -> bytes:
    """Parts of XML in a zip."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            about = zipfile.ZipInfo(name)  # without the time of day, so that the same seed gives the same file
            archive.writestr(about, f'<?xml version="1.0" encoding="UTF-8"?>{text}', zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _word_row(table: Table, row: int, chance: random.Random) -> str:
    cells, column = [], 0
    while column < table.columns:
        area = table.area(row, column) or Area(row, column, 1, 1)
        across = f'<w:gridSpan w:val="{area.columns}"/>' * (area.columns > 1)
        down = ('<w:vMerge w:val="restart"/>' if row == area.row else "<w:vMerge/>") * (area.rows > 1)
        text = _runs(table.cell(row, column), chance)
        cells.append(f"<w:tc><w:tcPr>{across}{down}</w:tcPr><w:p>{text}</w:p></w:tc>")
        column += area.columns
    return "".join(cells)


def _runs(text: str, chance: random.Random) -> str:
    return "".join(f'<w:r><w:t xml:space="preserve">{escape(piece)}</w:t></w:r>' for piece in _pieces(text, chance))


def workbook(tables: Tables) -> bytes:
    """A workbook of Excel since 2007."""
    import xlsxwriter

    found = io.BytesIO()
    with xlsxwriter.Workbook(found, {"in_memory": True}) as book:
        book.set_properties({"created": CREATED})
        for table in tables:
            sheet = book.add_worksheet(table.name)
            for area in table.merged:
                sheet.merge_range(area.row, area.column, area.row + area.rows - 1, area.column + area.columns - 1, "")
            for row, cells in enumerate(table.rows):
                for column, cell in enumerate(cells):
                    if cell:
                        value = number(cell)
                        sheet.write(row, column, cell if value is None else value)
    return found.getvalue()


def old_book(tables: Tables) -> bytes:
    """A workbook of Excel 97."""
    return old_workbook([
        Tab(table.name, [[_kept(cell) for cell in row] for row in table.rows], table.merged) for table in tables
    ])


def _kept(cell: str) -> str | float:
    value = number(cell)
    return cell if value is None else value


def pdf(tables: Tables, *, ruled: bool = True, rows_a_page: int = 30) -> bytes:
    """A PDF: each table under its title, on as many pages as it takes."""
    pages = []
    for table in tables:
        for first in range(0, len(table.rows), rows_a_page):
            last = min(first + rows_a_page, len(table.rows))
            pages.append(_page(table, first, last, ruled=ruled))
    width, height = WIDTH * max(table.columns for table in tables) + 80, HEIGHT * (rows_a_page + 4)
    return pdf_of(pages, width, height)


def _page(table: Table, first: int, last: int, *, ruled: bool) -> bytes:
    top = HEIGHT * (30 + 2)
    told = [drawn(table.name, 40, top + 1.5 * HEIGHT)] if not first else []
    for row in range(first, last):
        for column in range(table.columns):
            area = table.begins(row, column)
            if area:
                left, low = 40 + WIDTH * column, top - HEIGHT * (row - first + area.rows)
                box = f"{left} {low} {WIDTH * area.columns} {HEIGHT * area.rows} re S"
                told += [box] if ruled else []
                told.append(drawn(table.cell(row, column), left + 4, top - HEIGHT * (row - first + 1) + 6))
    return "\n".join(told).encode()


def drawn(text: str, x: float, y: float) -> str:
    """Text in a PDF, from so far to the right and up."""
    return f"BT /F1 {SIZE} Tf {x} {y} Td <{text.encode('utf-16-be').hex()}> Tj ET" if text else ""


def pdf_of(pages: Sequence[bytes], width: int = 600, height: int = 800, extra: str = "") -> bytes:
    """A PDF of pages by what is drawn on them; `extra` stands in its trailer."""
    font = len(pages) * 2 + 3
    kids = " ".join(f"{3 + 2 * at} 0 R" for at in range(len(pages)))
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>"]
    for at, drawn in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] /Contents {4 + 2 * at} 0 R "
            f"/Resources << /Font << /F1 {font} 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn.decode('latin-1')}\nendstream")
    inner = (
        "<< /Type /FontDescriptor /FontName /STSong /Flags 4 /FontBBox [0 -120 1000 880] /Ascent 880 /Descent -120 >>"
    )
    signs = "<< /Registry (Adobe) /Ordering (GB1) /Supplement 4 >>"
    name = "/BaseFont /STSong"
    objects += [
        f"<< /Type /Font /Subtype /Type0 {name} /Encoding /UniGB-UTF16-H /DescendantFonts [{font + 1} 0 R] >>",
        f"<< /Type /Font /Subtype /CIDFontType0 {name} /DW 1000 /FontDescriptor {inner} /CIDSystemInfo {signs} >>",
    ]
    found, places = b"%PDF-1.4\n", []
    for at, text in enumerate(objects, 1):
        places.append(len(found))
        found += f"{at} 0 obj\n{text}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    start = len(found)
    found += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    return found + f"trailer << /Size {len(objects) + 1} /Root 1 0 R {extra} >>\nstartxref\n{start}\n%%EOF".encode()
