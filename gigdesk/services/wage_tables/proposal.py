"""The mapping that a table seems to want, and why: a person looks at it before anything is read by it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from gigdesk.domain.wages.codes import plain
from gigdesk.domain.wages.levels import STATISTICS
from gigdesk.services.wage_tables.codes import soc_code
from gigdesk.services.wage_tables.finding import Candidate
from gigdesk.services.wage_tables.heads import IGNORE, Head
from gigdesk.services.wage_tables.known import Known
from gigdesk.services.wage_tables.mapping import Column, TableMap
from gigdesk.services.wage_tables.titles import (
    Year,
    currency_of,
    marks_of,
    population_of,
    published_of,
    publisher_of,
    title_of,
    top_of,
    unit_said,
    year_of,
)
from gigdesk.store.sheets import Row, Sheet

_SAMPLE = 200
_NOTES = 60
_LONGEST_TITLE = 60
_HEADS = {"industry_gbt4754": "行业", "post_level": "岗位等级|职级", "job_title": "job|岗位|职位"}
DEFAULT_ORDER = ("year", "month", "hour")


@dataclass(frozen=True)
class Proposal:
    """A mapping with the reasons for what was not printed in so many words. `year` is why this period."""

    candidate: Candidate
    mapping: TableMap
    year: Year | None

    @property
    def open(self) -> tuple[str, ...]:
        """What is still to be said."""
        return self.mapping.open()


def propose(sheets: Sequence[Sheet], candidate: Candidate, known: Known) -> Proposal:
    """The mapping of a table found in a file."""
    rows = sheets[candidate.sheet - 1].rows[candidate.header - 1 + candidate.header_rows : candidate.last]
    sample = [row for row in rows[:_SAMPLE] if row]
    around = _around(sheets, candidate, rows)
    title = title_of(candidate.above) or _title_elsewhere(candidate.sheet_name, around)
    unit, factor = _unit(candidate, around)
    columns = _columns(candidate, unit, sample, known)
    published = published_of(around)
    year = year_of(title, around, published)
    population, concept = population_of((title, *candidate.names, *around))
    fields = {column.field for column in columns.values()}
    mapping = TableMap(
        sheet=candidate.sheet,
        header=candidate.header,
        header_rows=candidate.header_rows,
        last=candidate.last,
        columns=columns,
        factor=factor,
        marks=marks_of(around),
        top=top_of(around, unit),
        title=title,
        publisher=publisher_of((title, *around)),
        published=published,
        population=population,
        pay_concept=concept,
        dimension=_dimension(candidate, columns, sample),
        unit=unit,
        currency=currency_of((title, *around)),
        region="" if "region" in fields else known.places.named_in(title) or "",
        period="" if "period" in fields or not year else year.year,
    )
    return Proposal(
        candidate, mapping if "period" not in mapping.open() or not year else replace(mapping, period=year.year), year
    )


def _around(sheets: Sequence[Sheet], candidate: Candidate, rows: Sequence[Row]) -> tuple[str, ...]:
    """The texts that may explain the table: above it, below it, and on sheets that hold nothing but texts."""
    below = [cell for row in rows[-_NOTES:] if sum(map(bool, row)) == 1 for cell in row if cell]
    others = [
        cell
        for number, sheet in enumerate(sheets, start=1)
        if number != candidate.sheet
        for row in sheet.rows[:_NOTES]
        if sum(map(bool, row)) == 1
        for cell in row
        if cell
    ]
    return (*([candidate.sheet_name] if candidate.sheet_name else []), *candidate.above, *below, *others)


def _title_elsewhere(sheet: str, around: Sequence[str]) -> str:
    """The sheet's own name, unless only a text beside the table has a year: a workbook may say what it is elsewhere."""
    named = title_of([sheet])
    dated = (text for text in (named, *around) if len(text) < _LONGEST_TITLE and year_of(text, ()))
    return next(dated, named)


def _unit(candidate: Candidate, around: Sequence[str]) -> tuple[str, Decimal]:
    """By year, month or hour, and 元 or 万元: as the heads say, else as the texts around do."""
    figures = [head for head in candidate.heads if head and head.field in STATISTICS]
    counted = Counter(head.unit for head in figures if head.unit)
    said, factor = unit_said(around[:_NOTES])
    unit = min(counted, key=lambda name: (-counted[name], DEFAULT_ORDER.index(name))) if counted else said
    factors = [head.factor for head in figures if head.factor is not None and head.unit in ("", unit)]
    return unit, factors[0] if factors else factor if factor is not None else Decimal(1)


def _columns(candidate: Candidate, unit: str, sample: Sequence[Row], known: Known) -> dict[int, Column]:
    """Each column's field; of two that hold the same the first, and none in another unit than the table's."""
    found: dict[int, Column] = {}
    taken: set[Column] = set()
    dated = _is_dated(candidate.heads)
    for at, head in enumerate(candidate.heads):
        column = _column(head, unit, dated=dated)
        if column.field == "region" and not _are_regions(at, sample, known):
            column = Column("label" if _is_only_name(candidate) else IGNORE)
        if column.field != IGNORE and column in taken:
            column = Column(IGNORE)
        taken.add(column)
        found[at] = column
    return found


def _column(head: Head | None, unit: str, *, dated: bool) -> Column:
    if head is None or (head.unit and head.unit != unit and head.field in STATISTICS):
        return Column(IGNORE)
    if head.field not in STATISTICS:
        return Column(head.field)
    return Column(head.field, head.post, head.period if dated else "")


def _is_dated(found: Sequence[Head | None]) -> bool:
    """Whether columns differ by their years."""
    return len({head.period for head in found if head and head.period}) > 1


def _are_regions(at: int, sample: Sequence[Row], known: Known) -> bool:
    cells = [row[at] for row in sample if at < len(row) and row[at]]
    return bool(cells) and sum(known.places.region(cell) is not None for cell in cells) * 2 >= len(cells)


def _is_only_name(candidate: Candidate) -> bool:
    return not any(head and head.field in {"label", "code"} for head in candidate.heads)


def _dimension(candidate: Candidate, columns: dict[int, Column], sample: Sequence[Row]) -> str:
    by_field = {column.field: at for at, column in columns.items()}
    posts = any(column.post for column in columns.values())
    label = plain(candidate.names[by_field["label"]]) if "label" in by_field else ""
    if posts:
        return "post" if "region" in by_field and not label else "industry_x_post"
    if "code" in by_field:
        codes = [row[by_field["code"]] for row in sample if by_field["code"] < len(row)]
        if sum(soc_code(code.partition("|")[0]) is not None for code in codes) * 2 > len(codes):
            return "occupation_soc_x_industry" if "industry" in by_field else "occupation_soc"
        return "industry_gbt4754" if "行业" in label else "occupation_cn"
    if not label:
        return "all" if "region" in by_field else ""
    return next((name for name, pattern in _HEADS.items() if re.search(pattern, label)), "occupation_cn")
