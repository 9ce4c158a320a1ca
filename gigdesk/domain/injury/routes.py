"""The ways to a payment, each with its own prospect."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from gigdesk.domain.injury.outcome import Outcome
from gigdesk.domain.injury.reasons import because
from gigdesk.domain.injury.rulings import ANSWERED_ELSEWHERE, Rulings
from gigdesk.domain.reasons import Reason

LEADS_ON = {Outcome.COVERED_LIKELY, Outcome.NEEDS_DECISION}
LEADS_ON_FOR_EMPLOYEES = {Outcome.ROUTE_GSBX, Outcome.NEEDS_DECISION}


@dataclass(frozen=True)
class Route:
    """A way to a payment; `open` is None while that hangs on a missing fact."""

    id: str
    outcome: Outcome
    open: bool | None
    because: tuple[Reason, ...]


def routes(rulings: Rulings, *, hurt: bool) -> tuple[Route, ...]:
    """All that were considered, open ones first; a private policy is one where nothing else answers."""
    found = [
        Route(id_, ruling.outcome or Outcome.NEEDS_FACTS, open_, because(ruling))
        for id_, ruling, open_ in (
            ("pilot", rulings.pilot, _open(rulings.pilot.possible, LEADS_ON)),
            ("ordinary", rulings.ordinary, _open(rulings.ordinary.possible, LEADS_ON_FOR_EMPLOYEES)),
            ("third_party", rulings.third_party, _open(rulings.third_party.possible, LEADS_ON)),
        )
    ]
    private = _open(rulings.possible, [outcome for outcome in Outcome if outcome.is_no]) if hurt else False
    found.insert(2, Route("private", Outcome.COMMERCIAL_ONLY, private, ()))
    return tuple(sorted(found, key=lambda route: (route.open is not True, route.open is False)))


def concerned(rulings: Rulings, *, hurt: bool) -> frozenset[str]:
    """The routes on which a claim can at least be made: a likely no is still for the office to decide."""
    if not hurt:
        return frozenset()
    outside = {
        "pilot": (rulings.pilot, ANSWERED_ELSEWHERE),
        "ordinary": (rulings.ordinary, {Outcome.OUT_OF_SCOPE}),
        "third_party": (rulings.third_party, {Outcome.OUT_OF_SCOPE}),
    }
    return frozenset(id_ for id_, (ruling, out) in outside.items() if set(ruling.possible) - out)


def leading(ways: Collection[Route], where: Collection[str]) -> str:
    """The insurance to try first: the first of the routes on which a claim can be made, in their order."""
    insurances = [way.id for way in ways if way.id in ("pilot", "ordinary") and way.id in where]
    return insurances[0] if insurances else ""


def _open(possible: Collection[Outcome], opening: Collection[Outcome]) -> bool | None:
    """Whether a route leads on: yes or no where all possible outcomes agree."""
    found = {outcome in opening for outcome in possible}
    return found.pop() if len(found) == 1 else None
