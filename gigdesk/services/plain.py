"""Values as JSON can say them, exactly, and JSON read back exactly."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from gigdesk.domain.money import YearMonth

LINE = 170
"""Letters of a line that people read."""


def plain(value: object) -> object:
    """What JSON can say: exact numbers and dates as strings, dataclasses as objects."""
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, YearMonth | date):
        return value.isoformat() if isinstance(value, date) else str(value)
    if is_dataclass(value) and not isinstance(value, type):
        return plain({field.name: getattr(value, field.name) for field in fields(value)})
    return _several(value)


def exact_json(text: str, whole: Callable[[str], object] = Decimal) -> object:
    """The value of a JSON text. Numbers are read without binary rounding; no name may stand twice.

    Args:
        text: the JSON.
        whole: what becomes of a whole number.

    Raises:
        ValueError, ArithmeticError, RecursionError: not JSON, or not of that kind.
    """
    return json.loads(text, parse_float=Decimal, parse_int=whole, parse_constant=_refuse, object_pairs_hook=_each_once)


def laid_out(value: object) -> str:
    """A JSON text to be read by people too: whatever goes into a line stands in one."""
    return f"{_laid_out(plain(value), '')}\n"


def _laid_out(value: object, indent: str) -> str:
    compact = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, dict | list) or len(indent) + len(compact) <= LINE:
        return compact
    deeper, ends = f"{indent} ", "[]" if isinstance(value, list) else "{}"
    if isinstance(value, list):
        lines = [_laid_out(one, deeper) for one in value]
    else:
        lines = [f"{json.dumps(name, ensure_ascii=False)}: {_laid_out(one, deeper)}" for name, one in value.items()]
    return f"{ends[0]}\n{deeper}" + f",\n{deeper}".join(lines) + f"\n{indent}{ends[1]}"


def _several(value: object) -> object:
    if isinstance(value, Mapping):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, Iterable) and not isinstance(value, str):
        return [plain(inner) for inner in value]
    return value


def _each_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        msg = "twice: " + ", ".join(sorted({name for name in names if names.count(name) > 1}))
        raise ValueError(msg)
    return found


def _refuse(name: str) -> object:
    msg = f"{name} is not a number"
    raise ValueError(msg)
