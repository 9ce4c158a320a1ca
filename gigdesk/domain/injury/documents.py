"""Which papers a claim takes, by route and by facts."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from gigdesk.domain.decision import Answers
from gigdesk.domain.injury.facts import DEATH, may_be_in_traffic
from gigdesk.domain.injury.limits import AREAS
from gigdesk.domain.law import Law

OF_DEATH = {"application_death", "death_certificate", "rescue_record", "kinship_proof"}
OF_LIFE = {"application_disability", "application_appraisal"}
OF_TRAFFIC = {"traffic_certificate"}
OF_LATE_CLAIMS = {"late_statement"}


class Need(StrEnum):
    """How much depends on a paper, the most first."""

    MUST = "must"
    STRONG = "strong"
    LATER = "later"
    OPTIONAL = "optional"
    CONDITIONAL = "conditional"


class Group(StrEnum):
    """How papers are shown: what disappears first, then what there must be, what helps, and what depends."""

    KEEP_FIRST = "keep_first"
    MUST = "must"
    BETTER = "better"
    DEPENDS = "depends"


GROUPS = {Need.MUST: Group.MUST, Need.STRONG: Group.BETTER}


@dataclass(frozen=True)
class Document:
    """A paper, the routes that ask for it, and whether it disappears unless it is secured at once."""

    id: str
    need: Need
    routes: tuple[str, ...]
    vanishes: bool
    sources: tuple[str, ...]

    @property
    def group(self) -> Group:
        """The group it is shown in."""
        return Group.KEEP_FIRST if self.vanishes else GROUPS.get(self.need, Group.DEPENDS)


def documents(routes: Collection[str], answers: Answers, law: Law, *, late: bool = False) -> tuple[Document, ...]:
    """The papers of some routes: what disappears first, then by need. One that two routes ask for stands once.

    A `late` claim must bring the statement of why.
    """
    found: dict[str, Document] = {}
    for listed in _listed(routes, law):
        one = replace(listed, need=Need.MUST) if late and listed.id in OF_LATE_CLAIMS else listed
        if _applies(one.id, answers):
            earlier = found.get(one.id)
            found[one.id] = _merged(earlier, one) if earlier else one
    return tuple(sorted(found.values(), key=lambda one: (not one.vanishes, _rank(one.need))))


def _listed(routes: Collection[str], law: Law) -> Iterator[Document]:
    vanishing = law.codes("injury.papers.vanishing")
    for route in (route for route in AREAS if route in routes):
        for need in (need for need in Need if law.has(f"{AREAS[route]}.papers.{need}")):
            listed = law.value(f"{AREAS[route]}.papers.{need}")
            for id_ in law.codes(listed.name):
                yield Document(id_, need, (route,), id_ in vanishing, (listed.source,))


def _merged(one: Document, other: Document) -> Document:
    need = min(one.need, other.need, key=_rank)
    sources = tuple(dict.fromkeys((*one.sources, *other.sources)))
    return replace(one, need=need, routes=(*one.routes, *other.routes), sources=sources)


def _rank(need: Need) -> int:
    return list(Need).index(need)


def _applies(id_: str, answers: Answers) -> bool:
    """Papers of a death only after one; the certificate of the police unless it was certainly no traffic accident."""
    died = answers.given.get(DEATH.id) is True
    if id_ in OF_TRAFFIC:
        return may_be_in_traffic(answers)
    return id_ not in (OF_LIFE if died else OF_DEATH)
