"""JSON-stat, versions 1 and 2: a cube of figures in one list, whose places are counted over its dimensions."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from gigdesk.sync.wire import FeedError, member, text_in, wrong

MOST_CELLS = 5_000_000
"""Beyond so many Eurostat itself answers no more."""
DATASET = "dataset"


@dataclass(frozen=True)
class Dimension:
    """A dimension: its codes in their order, and what they are called."""

    id: str
    label: str
    codes: tuple[str, ...]
    labels: Mapping[str, str]


@dataclass(frozen=True)
class Cube:
    """A data set. `values` and `status` are by the place in the list; the last dimension runs fastest."""

    label: str
    source: str
    updated: str
    dimensions: tuple[Dimension, ...]
    values: Mapping[int, object]
    status: Mapping[int, str]

    @property
    def size(self) -> int:
        """How many cells it has, with a figure or without."""
        return math.prod(len(one.codes) for one in self.dimensions)

    def cells(self) -> Iterator[tuple[int, Mapping[str, str]]]:
        """The cells of which something is said: their places, and their codes by dimension."""
        for place in sorted({*self.values, *self.status}):
            yield place, self.codes(place)

    def codes(self, place: int) -> Mapping[str, str]:
        """The codes of a place."""
        found = {}
        for one in reversed(self.dimensions):
            place, at = divmod(place, len(one.codes))
            found[one.id] = one.codes[at]
        return found


def read(answer: object) -> Cube:
    """The one data set of an answer.

    Raises:
        FeedError: it is a list of links, a mere dimension, several data sets, or none at all.
    """
    found = cubes(answer)
    if len(found) != 1:
        raise wrong("dataset", len(found), "1")
    return found[0]


def cubes(answer: object) -> tuple[Cube, ...]:
    """The data sets of an answer. Version 1 has them one level down, under any name, and may have several.

    Raises:
        FeedError: it is a list of links, a mere dimension, or no answer in JSON-stat.
    """
    found = member({"answer": answer}, "answer", dict)
    kind = found.get("class", DATASET)
    if kind != DATASET:
        raise FeedError("feed-jsonstat", kind=kind)
    if "dimension" in found:
        return (_cube(found),)
    return tuple(_cube(one) for one in found.values() if isinstance(one, dict) and "dimension" in one)


def _cube(found: Mapping[str, object]) -> Cube:
    inside = member(found, "dimension", dict)
    outer = found if "id" in found else inside  # version 1 has them within
    names = member(outer, "id", list)
    dimensions = tuple(_dimension(str(name), member(inside, str(name), dict)) for name in names)
    sizes = [len(one.codes) for one in dimensions]
    said = member(outer, "size", list)
    if _without_ones(said) != _without_ones(sizes) or len(set(names)) < len(names):
        raise wrong("size", said, str(sizes))
    cells = math.prod(sizes)
    if cells > MOST_CELLS:
        raise wrong("size", cells, f"<= {MOST_CELLS}")
    if "value" not in found:
        raise wrong("value", "-", "list | dict")
    values = {place: value for place, value in _placed(found["value"], cells, "value") if value is not None}
    status = {place: str(one) for place, one in _status(found.get("status"), values, cells) if one}
    label, source, updated = (text_in(found, name, "dataset") for name in ("label", "source", "updated"))
    return Cube(label, source, updated, dimensions, values, status)


def _without_ones(sizes: Sequence[object]) -> list[object]:
    """Dimensions of one category move no place, and some publishers leave their sizes out."""
    return [one for one in sizes if one != 1]


def _dimension(name: str, said: Mapping[str, object]) -> Dimension:
    category = member(said, "category", dict, name)
    labels = category.get("label", {})
    index = category.get("index", labels)
    if not isinstance(labels, dict):
        raise wrong(f"{name}.label", labels, "dict")
    codes = _in_order(name, index or labels)
    if not codes or len(set(codes)) < len(codes):
        raise wrong(f"{name}.index", codes[:5], f"{name}.index")
    return Dimension(name, str(said.get("label", name)), codes, {key: str(text) for key, text in labels.items()})


def _in_order(name: str, index: object) -> tuple[str, ...]:
    """The codes of a dimension: a list of them, places by code, or the one that has a label."""
    if isinstance(index, list):
        return tuple(map(str, index))
    if not isinstance(index, dict):
        raise wrong(f"{name}.index", index, "list | dict")
    if len(index) == 1:
        return tuple(index)
    if sorted(map(repr, index.values())) != sorted(map(repr, range(len(index)))):
        raise wrong(f"{name}.index", list(index.values())[:5], f"0..{len(index) - 1}")
    return tuple(sorted(index, key=lambda code: int(index[code])))


def _status(said: object, values: Mapping[int, object], cells: int) -> Iterable[tuple[int, object]]:
    """By place; one alone is that of each figure."""
    if said is None:
        return ()
    if isinstance(said, list) and len(said) == 1:
        (said,) = said
    if isinstance(said, str):
        return ((place, said) for place in values)
    return _placed(said, cells, "status")


def _placed(said: object, cells: int, name: str) -> Iterator[tuple[int, object]]:
    """What stands at which place: all in a list, or some by their places."""
    if isinstance(said, list):
        _fits(said, cells, name)
        yield from enumerate(said)
    elif isinstance(said, dict):
        for place, one in said.items():
            if not (place.isascii() and place.isdigit() and len(place) < 10 and int(place) < cells):  # noqa: PLR2004
                raise wrong(f"{name}.{place}", place, f"0..{cells - 1}")
            yield int(place), one
    elif said is not None:
        raise wrong(name, said, "list | dict")


def _fits(said: Sequence[object], cells: int, name: str) -> None:
    if len(said) != cells:
        raise wrong(name, len(said), str(cells))
