"""What the amounts of the benefits depend on, as the JSON contract writes it; all of it may be null or absent."""

from __future__ import annotations

from gigdesk.domain.errors import InputError, Phrase
from gigdesk.domain.injury.benefits import Care, Claim, Dependant, Relation
from gigdesk.services.fields import Fields

GRADES = (1, 10)
HIGHEST_WAGE = 1_000_000
MOST_MONTHS = 720
MOST_DEPENDANTS = 20


def read_claim(top: Fields, harm: Fields) -> Claim:
    """Read `wage` and `accept_unverified` at the top of the input, the rest from `harm_result`.

    Raises:
        InputError: naming the field, what it got and what it accepts.
    """
    return Claim(
        wage=top.number("wage", 0, HIGHEST_WAGE) if top.has("wage") else None,
        grade=harm.whole("disability_grade", *GRADES) if harm.has("disability_grade") else None,
        care=Care(harm.one_of("care", list(Care))) if harm.has("care") else None,
        dependants=_dependants(harm),
        relationship_ends=_flag(harm, "relationship_ends"),
        hard_to_place=_flag(harm, "hard_to_place"),
        months_to_retirement=_months_to_retirement(harm),
        accept_unverified=bool(_flag(top, "accept_unverified")),
    )


def _flag(found: Fields, field: str) -> bool | None:
    return found.flag(field) if found.has(field) else None


def _months_to_retirement(harm: Fields) -> int | None:
    return harm.whole("months_to_retirement", 0, MOST_MONTHS) if harm.has("months_to_retirement") else None


def _dependants(harm: Fields) -> tuple[Dependant, ...]:
    """Those who lived on the dead worker's wage; there is one spouse at most."""
    listed = harm.several("dependants")
    if len(listed) > MOST_DEPENDANTS:
        raise InputError(harm.name("dependants"), len(listed), Phrase.of("up-to", most=MOST_DEPENDANTS))
    found = tuple(_dependant(one) for one in listed)
    spouses = sum(one.relation is Relation.SPOUSE for one in found)
    if spouses > 1:
        raise InputError(harm.name("dependants"), f"{spouses} x spouse", Phrase("one-spouse"))
    return found


def _dependant(one: Fields) -> Dependant:
    relation = Relation(one.one_of("relation", list(Relation)))
    lone = bool(_flag(one, "lone_elderly_or_orphan"))
    one.done()
    return Dependant(relation, lone)
