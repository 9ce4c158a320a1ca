"""law/**/*.yaml and sources/*.yaml become the law book. The loader is the schema; it knows no floats."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import yaml

from gigdesk.domain.errors import RefusedError
from gigdesk.domain.law import Content, LawBook, Source, Status, Value
from gigdesk.domain.money import StatisticalYear, UseYear

T = TypeVar("T")

VALUE_KEYS = {"value", "source", "status", "note", "use_year", "statistical_year"}
PARAMETER_KEYS = {"unit", "checked_on", "values"}


class _Loader(yaml.CSafeLoader):
    """Numbers are exact decimals; a key that stands twice is refused."""


def _decimal(loader: _Loader, node: yaml.ScalarNode) -> Decimal:
    return Decimal(loader.construct_scalar(node).replace("_", ""))


def _mapping(loader: _Loader, node: yaml.MappingNode) -> dict[Any, Any]:
    keys = [loader.construct_object(key, deep=True) for key, _ in node.value]
    twice = next((key for key in keys if keys.count(key) > 1), None)
    if twice is not None:
        raise yaml.constructor.ConstructorError(problem=f"{twice} stands twice", problem_mark=node.start_mark)
    return {key: loader.construct_object(value, deep=True) for key, (_, value) in zip(keys, node.value, strict=True)}


_Loader.add_constructor("tag:yaml.org,2002:float", _decimal)
_Loader.add_constructor("tag:yaml.org,2002:int", _decimal)
_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)


def read_lawbook(folder: Path) -> LawBook:
    """Read all law and all sources of a release folder.

    Raises:
        RefusedError: naming the file, the place in it and the reason.
    """
    sources: dict[str, Source] = {}
    for path in sorted((folder / "sources").glob("*.yaml")):
        for id_, about in _load(path).items():
            if id_ in sources:
                raise RefusedError("release", file=path.name, place=id_, reason="stands twice")
            sources[id_] = _guarded(path, id_, partial(_source, id_, about))
    regions: dict[str, dict[str, dict[date, Value]]] = {}
    for path in sorted((folder / "law").rglob("*.yaml")):
        add_law(path, regions, sources)
    return LawBook(regions, sources)


def add_law(path: Path, regions: dict[str, dict[str, dict[date, Value]]], sources: Mapping[str, Source]) -> None:
    """Read one law file into the parameters by region.

    Raises:
        RefusedError: naming the file, the place in it and the reason.
    """
    law = _load(path)
    region = _guarded(path, "region", lambda: str(law["region"]))
    parameters = regions.setdefault(region, {})
    for name, about in _guarded(path, "parameters", partial(_items, law, "parameters")):
        if name in parameters:
            raise RefusedError("release", file=path.name, place=name, reason="stands twice")
        _refuse_unknown(path, name, about, PARAMETER_KEYS)
        parameters[name] = _guarded(path, name, partial(_history, _Parameter(path, name, region, about), sources))


@dataclass(frozen=True)
class _Parameter:
    """A parameter as it stands in its file."""

    path: Path
    name: str
    region: str
    about: Mapping[str, Any]


def _items(found: Mapping[str, Any], key: str) -> list[tuple[str, Any]]:
    return list(found[key].items())


def _history(parameter: _Parameter, sources: Mapping[str, Source]) -> dict[date, Value]:
    return {
        since: _guarded(parameter.path, f"{parameter.name} {since}", partial(_value, parameter, since, entry, sources))
        for since, entry in parameter.about["values"].items()
    }


def _value(parameter: _Parameter, since: object, entry: Mapping[str, Any], sources: Mapping[str, Source]) -> Value:
    unknown = set(entry) - VALUE_KEYS
    if unknown:
        raise ValueError(f"unknown: {', '.join(sorted(unknown))}")
    if type(since) is not date:
        raise ValueError("does not begin on a day")
    source = sources.get(entry["source"])
    if source is None:
        raise ValueError(f"unknown source {entry['source']}")
    use, statistical = entry.get("use_year"), entry.get("statistical_year")
    return Value(
        name=parameter.name,
        region=parameter.region,
        since=since,
        content=_content(entry["value"]),
        unit=str(parameter.about["unit"]),
        source=source.id,
        status=Status(entry.get("status", source.status)),
        checked_on=parameter.about["checked_on"],
        statistical_year=None if statistical is None else StatisticalYear(int(statistical)),
        use_year=None if use is None else UseYear(int(use)),
        note=str(entry.get("note", "")),
    )


def _content(found: object) -> Content:
    if isinstance(found, dict):
        return {str(key): _number(value) for key, value in found.items()}
    if isinstance(found, list):
        return tuple(str(code) for code in found)
    if isinstance(found, bool | str | Decimal):
        return found
    msg = f"neither number, switch, word, list nor table: {found!r}"
    raise TypeError(msg)


def _number(found: object) -> Decimal:
    if not isinstance(found, Decimal):
        msg = f"not a number: {found!r}"
        raise TypeError(msg)
    return found


def _source(id_: str, about: Mapping[str, Any]) -> Source:
    names = ("title", "document", "publisher", "url", "published", "period", "retrieved")
    return Source(id=id_, status=Status(about["status"]), **{name: str(about.get(name) or "") for name in names})


def _load(path: Path) -> dict[str, Any]:
    try:
        found = yaml.load(path.read_text(encoding="utf-8"), _Loader)  # noqa: S506 - a safe loader
    except (OSError, UnicodeError, yaml.YAMLError) as error:
        raise RefusedError("release", file=path.name, place="-", reason=error) from error
    if not isinstance(found, dict):
        raise RefusedError("release", file=path.name, place="-", reason="not a mapping")
    return found


def _refuse_unknown(path: Path, place: str, found: Mapping[str, Any], known: set[str]) -> None:
    unknown = set(found) - known
    if unknown:
        raise RefusedError("release", file=path.name, place=place, reason=f"unknown: {', '.join(sorted(unknown))}")


def _guarded(path: Path, place: str, read: Callable[[], T]) -> T:
    """Turn whatever goes wrong while reading one entry into a refusal that names it."""
    try:
        return read()
    except (KeyError, TypeError, ValueError, ArithmeticError, AttributeError) as error:
        raise RefusedError("release", file=path.name, place=place, reason=error) from error
