"""A case asked again on the data at hand: whether the data changed what comes out, and which change of it did."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from gigdesk.domain.errors import GigDeskError
from gigdesk.domain.law import LawBook, Value, chain
from gigdesk.services import Services
from gigdesk.services.carry.case import Carried, head_of, mark_of
from gigdesk.services.changes import LIMITS, LOWEST_TIER, Change
from gigdesk.services.report.made import answered


@dataclass(frozen=True)
class Since:
    """What became of a case: seen on its own day, so that only the data can make it another.

    `changes` are those of the data that it rests on; None where the release it was made by is no longer kept.
    """

    release: str
    same_data: bool
    same_result: bool
    head: str
    outcome: Mapping[str, object]
    changes: tuple[Change, ...] | None


def since(case: Carried, services: Services) -> Since:
    """Ask again on the data at hand."""
    about = services.data.reference.about
    found = answered(case.command, services, case.day)
    same_data = about.digest.startswith(case.digest)
    same_result = mark_of(found.outcome) == case.mark
    cited = {source for step in found.steps for source in step.sources}
    changes: tuple[Change, ...] | None = ()
    if not same_data and not same_result:
        changes = _changes(case, services, cited)
    return Since(about.id, same_data, same_result, head_of(case.command.name, found.outcome), found.outcome, changes)


def _changes(case: Carried, services: Services, cited: Iterable[str]) -> tuple[Change, ...] | None:
    """The changes between both releases, as far as the answer goes by them."""
    reference = services.data.reference
    try:
        found = services.data.changes(case.release, reference.about.id)
    except GigDeskError:
        return None
    places = {code for region in _regions(case.command.input, case.command.options) for code in chain(region)}
    return tuple(change for change in found if _matters(change, reference.book, places, set(cited)))


def _matters(change: Change, book: LawBook, places: set[str], cited: set[str]) -> bool:
    """Whether a change is of a place the case lies in, and of a value whose source the working names."""
    if change.region not in places:
        return False
    name = LIMITS if change.name == LOWEST_TIER else change.name
    values = book.regions.get(change.region, {}).get(name, {}).values()
    return any(value.source in cited and _of(change, value) for value in values)


def _of(change: Change, value: Value) -> bool:
    return change.period in (str(value.use_year), str(value.since))


def _regions(*given: Mapping[str, object]) -> Iterator[str]:
    for one in given:
        told = one.get("region")
        yield from [told] if isinstance(told, str) else told if isinstance(told, list) else []
