"""Where to go: the app of the platform, the hot lines and the offices of the place, in the order of their use."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Self

from gigdesk.domain.decision import Answers
from gigdesk.domain.injury.facts import PLATFORM, SEVERAL
from gigdesk.domain.injury.routes import Route
from gigdesk.domain.law import Status

APP = "platform_app"
HOTLINE, OFFICE, UNION, LAWYER = "hrss_hotline", "hrss_office", "union_hotline", "legal_aid"
KINDS = (HOTLINE, OFFICE, UNION, LAWYER)
NO_APP = ("", "other", SEVERAL)
IN_THE_APP = ("report_in_app", "report_and_find_out", "see_platform_files")


@dataclass(frozen=True)
class ServicePoint:
    """A place of the directory. What is not known of it is "": an address is never made up."""

    region: str
    kind: str
    names: Mapping[str, str]
    phone: str
    area_code: str
    address: str
    hours: str
    source: str
    status: Status

    @classmethod
    def of(cls, row: Mapping[str, str]) -> Self:
        """A point from a row of the release's file or of the table, which have the same columns."""
        given = {name: row[name] for name in ("region", "kind", "phone", "area_code", "address", "hours", "source")}
        return cls(names={"zh": row["name_zh"], "en": row["name_en"]}, status=Status(row["status"]), **given)


@dataclass(frozen=True)
class Place:
    """Where to go. An app has the code of its platform, "" where that is not one; everything else a point."""

    kind: str
    platform: str = ""
    point: ServicePoint | None = None


def places(
    step: str, ways: Collection[Route], answers: Answers, directory: Collection[ServicePoint]
) -> tuple[Place, ...]:
    """The places for the ways that are open: what the next step asks for first."""
    if step == "nothing_to_claim":
        return ()
    routes = {way.id for way in ways if way.open is not False}
    kinds = [HOTLINE, OFFICE]
    if "ordinary" in routes:
        kinds.append(UNION)
    if routes & {"ordinary", "third_party"}:
        kinds.append(LAWYER)
    points = {point.kind: point for point in directory}
    found = [Place(kind, point=points[kind]) for kind in kinds if kind in points]
    if "pilot" not in routes:
        return tuple(found)
    given = str(answers.given.get(PLATFORM.id) or "")
    app = Place(APP, platform="" if given in NO_APP else given)
    return (app, *found) if step in IN_THE_APP else (*found[:2], app, *found[2:])
