"""A report asked again: what comes out otherwise than it did."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from gigdesk.domain.errors import GigDeskError, InputError
from gigdesk.services import Services
from gigdesk.services.commands import COMMANDS
from gigdesk.services.report.made import Report, failed, plain_step


@dataclass(frozen=True)
class Difference:
    """One value of the outcome, or one step of the working by its id, then and now; None where there is none."""

    name: str
    before: str | None
    after: str | None


@dataclass(frozen=True)
class Replayed:
    """A report asked again: by the same data or not, and what came out otherwise."""

    report: Report
    same_data: bool
    outcome: tuple[Difference, ...]
    steps: tuple[Difference, ...]
    now: Mapping[str, object]
    """The whole outcome now."""

    @property
    def same(self) -> bool:
        """Whether everything came out as it did."""
        return not self.outcome and not self.steps


def replay(report: Report, services: Services) -> Replayed:
    """Ask again on the data at hand, as seen on the day of the report.

    Raises:
        InputError: the input of the report cannot be read, and did not fail then.
    """
    try:
        found = COMMANDS[report.command.name](report.command, services, report.day)
    except GigDeskError as error:
        if isinstance(error, InputError) and "error" not in report.outcome:
            raise
        found = failed(error)
    same_data = services.data.reference.about.digest == report.digest
    outcome = _differences(dict(_values(report.outcome)), dict(_values(found.outcome)))
    steps = _differences(_working(report.steps), _working([plain_step(step) for step in found.steps]))
    return Replayed(report, same_data, outcome, steps, found.outcome)


def _values(found: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Every value by its path, such as benefit.total."""
    inside: Mapping[str, object] = {}
    if isinstance(found, Mapping):
        inside = found
    elif isinstance(found, list | tuple):
        inside = {str(number): one for number, one in enumerate(found, start=1)}
    elif found is not None:
        yield path, str(found).lower() if isinstance(found, bool) else str(found)
    for name, one in inside.items():
        yield from _values(one, f"{path}.{name}" if path else str(name))


def _working(steps: Sequence[Mapping[str, object]]) -> dict[str, str]:
    """The value and the sources of each step; one that comes up again is counted: account, account 2."""
    found: dict[str, str] = {}
    counted: dict[str, int] = {}
    for step in steps:
        id_ = str(step["id"])
        counted[id_] = counted.get(id_, 0) + 1
        name = id_ if counted[id_] == 1 else f"{id_} {counted[id_]}"
        sources = step.get("sources")
        cited = f" [{', '.join(map(str, sources))}]" if isinstance(sources, list) else ""
        found[name] = f"{', '.join(value for _, value in _values(step.get('value')))}{cited}"
    return found


def _differences(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[Difference, ...]:
    names = dict.fromkeys((*before, *after))
    return tuple(
        Difference(name, before.get(name), after.get(name)) for name in names if before.get(name) != after.get(name)
    )
