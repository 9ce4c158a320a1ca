"""A mapping as a YAML file that a person keeps beside the table, for this year's and the next."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import fields
from decimal import Decimal
from pathlib import Path
from typing import Any

from gigdesk.domain.errors import InputError, Phrase
from gigdesk.domain.wages.levels import STATISTICS, Flag
from gigdesk.services.amounts import read_amount
from gigdesk.services.wage_tables.heads import FIELDS
from gigdesk.services.wage_tables.mapping import Column, TableMap, check, letter, place

MOST_BYTES = 100_000
MARKS = tuple(flag.value for flag in Flag)
_LETTERS = re.compile("[A-Za-z]{1,3}")
_COLUMN = re.compile(r"^  ([A-Z]{1,3}):")


def read_map(path: Path) -> TableMap:
    """The mapping of a file.

    Raises:
        InputError: there is no such file, it is no YAML, or says what is not known here; the error names it.
    """
    try:
        with path.open("rb") as file:
            text = file.read(MOST_BYTES + 1).decode("utf-8-sig")
    except (OSError, ValueError) as error:
        raise InputError("--map", path, Phrase.of("readable", problem=error)) from None
    return parse_map(text)


def parse_map(text: str) -> TableMap:
    """The mapping that a text is, up to where YAML says that it ends.

    Every scalar is read as it stands: 000000 is a region and no number.

    Raises:
        InputError: it is no YAML, or says what is not known here.
    """
    import yaml

    try:
        said = next(iter(yaml.load_all(text[:MOST_BYTES], Loader=yaml.BaseLoader)), None)
    except (yaml.YAMLError, RecursionError) as error:
        raise InputError("--map", " ".join(str(error).split()), "YAML") from None
    if not isinstance(said, dict):
        raise InputError("--map", type(said).__name__, "sheet: | header: | columns: | …")
    known = {field.name for field in fields(TableMap)}
    for name in said:
        if name not in known:
            raise InputError(str(name), Phrase("unknown-field"), " | ".join(field.name for field in fields(TableMap)))
    return check(TableMap(**{name: _READERS.get(name, _text)(name, value) for name, value in said.items()}))


def map_text(mapping: TableMap, heads: Mapping[int, str]) -> str:
    """The mapping as YAML, with the table's own heads beside its columns."""
    import yaml

    said: dict[str, Any] = {
        "sheet": mapping.sheet,
        "header": mapping.header,
        "header_rows": mapping.header_rows,
        **({"last": mapping.last} if mapping.last else {}),
        "columns": {letter(at): _column_said(column) for at, column in sorted(mapping.columns.items())},
        "factor": int(mapping.factor) if mapping.factor == int(mapping.factor) else str(mapping.factor),
        **({"marks": {mark: flag.value for mark, flag in mapping.marks.items()}} if mapping.marks else {}),
        **({"top": str(mapping.top)} if mapping.top is not None else {}),
        **{name: getattr(mapping, name) for name in _WORDS},
        "least_sample": mapping.least_sample,
    }
    lines = yaml.safe_dump(said, allow_unicode=True, sort_keys=False, width=10_000, default_flow_style=False)
    return "\n".join(_with_head(line, heads) for line in lines.splitlines()) + "\n"


_WORDS = (
    "title",
    "publisher",
    "published",
    "url",
    "population",
    "pay_concept",
    "dimension",
    "unit",
    "currency",
    "region",
    "period",
)


def _with_head(line: str, heads: Mapping[int, str]) -> str:
    found = _COLUMN.match(line)
    head = heads.get(place(found[1]), "") if found else ""
    return f"{line}  # {' '.join(head.split())}" if head else line


def _column_said(column: Column) -> object:
    if not column.post and not column.period:
        return column.field
    said = {"field": column.field, "post": column.post, "period": column.period}
    return {name: value for name, value in said.items() if value}


def _columns(name: str, value: object) -> dict[int, Column]:
    if not isinstance(value, dict):
        raise InputError(name, value, "{A: code, B: label, …}")
    return {_place(at): _column(f"{name}.{at}", said) for at, said in value.items()}


def _place(at: object) -> int:
    if not isinstance(at, str) or not _LETTERS.fullmatch(at):
        raise InputError("columns", at, "A | B | …")
    return place(at)


def _column(name: str, said: object) -> Column:
    parts = said if isinstance(said, dict) else {"field": said}
    for part in parts:
        if part not in {"field", "post", "period"}:
            raise InputError(f"{name}.{part}", Phrase("unknown-field"), "field | post | period")
    field = parts.get("field")
    if field not in FIELDS:
        raise InputError(name, field, " | ".join(FIELDS))
    column = Column(*(str(parts.get(part, "")) for part in ("field", "post", "period")))
    if (column.post or column.period) and field not in STATISTICS:
        raise InputError(name, field, " | ".join(STATISTICS))
    return column


def _text(name: str, value: object) -> str:
    if not isinstance(value, str):
        raise InputError(name, value, Phrase("text"))
    return value.strip()


def _count(name: str, value: object) -> int:
    if not isinstance(value, str) or not re.fullmatch("[0-9]{1,7}", value) or not int(value):
        raise InputError(name, value, "1, 2, 3 …")
    return int(value)


def _amount(name: str, value: object) -> Decimal:
    found = read_amount(value) if isinstance(value, str) else None
    if not found:
        raise InputError(name, value, "1 | 10000 | …")
    return Decimal(found)


def _marks(name: str, value: object) -> dict[str, Flag]:
    if not isinstance(value, dict) or any(flag not in MARKS for flag in value.values()):
        raise InputError(name, value, "{'*': missing, '#': top}")
    return {mark: Flag(flag) for mark, flag in value.items()}


_READERS: Mapping[str, Callable[[str, object], Any]] = {
    "sheet": _count,
    "header": _count,
    "header_rows": _count,
    "last": _count,
    "least_sample": _count,
    "columns": _columns,
    "factor": _amount,
    "top": _amount,
    "marks": _marks,
}
