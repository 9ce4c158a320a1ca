"""The limits there are: on which routes, who has to act, between which events they matter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

AREAS = {"pilot": "injury", "ordinary": "ordinary"}
ACTS = {"pilot": "decision", "ordinary": "decision"}
TRAFFIC = dict.fromkeys(("pilot", "ordinary", "third_party"), "traffic")


class Event(StrEnum):
    """From what a limit runs. `today` is the day of the question: what is to be done at once runs from it."""

    ACCIDENT = "accident"
    TODAY = "today"
    KNOWING = "knowing"
    INVESTIGATION = "investigation"
    CERTIFICATE = "certificate"
    DIAGNOSIS = "diagnosis"
    REPORT = "report"
    FILING = "filing"
    ACCEPTANCE = "acceptance"
    DECISION = "decision"
    RECONSIDERATION = "reconsideration"
    APPRAISAL_REQUEST = "appraisal_request"
    APPRAISAL = "appraisal"


class Who(StrEnum):
    """Who has to act."""

    WORKER = "worker"
    PLATFORM = "platform"
    EMPLOYER = "employer"
    OFFICE = "office"
    POLICE = "police"
    COMMITTEE = "committee"


class Only(StrEnum):
    """Facts without which a limit is of no interest."""

    ALWAYS = ""
    NO_CERTIFICATE = "no certificate of the police yet"
    TRAFFIC = "a traffic accident"
    EMPLOYMENT_TO_PROVE = "an employment relationship that is not on paper"


@dataclass(frozen=True)
class Limit:
    """A limit. Its parameter is `<area>.deadline.<id>`, the area by its route.

    It matters once `since` has happened and until `until` has. One that `opens` is no last day: the right begins then.
    """

    id: str
    areas: Mapping[str, str]
    who: Who
    until: Event | None = None
    since: Event | None = None
    only: Only = Only.ALWAYS
    opens: bool = False


PILOT, ORDINARY = {"pilot": "injury"}, {"ordinary": "ordinary"}

LIMITS = (
    Limit("report", PILOT, Who.WORKER, until=Event.REPORT),
    Limit("platform_claim", PILOT, Who.PLATFORM, until=Event.FILING),
    Limit("worker_claim", PILOT, Who.WORKER, until=Event.FILING),
    Limit("review", PILOT, Who.OFFICE, until=Event.DECISION),
    Limit("confirmation", PILOT, Who.OFFICE, until=Event.DECISION),
    Limit("employer_claim", ORDINARY, Who.EMPLOYER, until=Event.FILING),
    Limit("own_claim", ORDINARY, Who.WORKER, until=Event.FILING),
    Limit("acceptance", ORDINARY, Who.OFFICE, until=Event.DECISION),
    Limit("clear_decision", ORDINARY, Who.OFFICE, until=Event.DECISION),
    Limit("decision", ORDINARY, Who.OFFICE, until=Event.DECISION),
    Limit("reconsideration", ACTS, Who.WORKER, since=Event.DECISION),
    Limit("lawsuit", ACTS, Who.WORKER, since=Event.DECISION),
    Limit("lawsuit_after_reconsideration", ACTS, Who.WORKER, since=Event.DECISION),
    Limit("appraisal", AREAS, Who.COMMITTEE, since=Event.DECISION, until=Event.APPRAISAL),
    Limit("appraisal_again", AREAS, Who.WORKER, since=Event.DECISION),
    Limit("appraisal_review", AREAS, Who.WORKER, since=Event.DECISION, opens=True),
    Limit("certificate", TRAFFIC, Who.POLICE, only=Only.NO_CERTIFICATE),
    Limit("certificate_review", TRAFFIC, Who.WORKER, only=Only.TRAFFIC),
    Limit("arbitration", {"ordinary": "labour"}, Who.WORKER, only=Only.EMPLOYMENT_TO_PROVE),
    Limit("liability_claim", {"third_party": "third_party"}, Who.WORKER),
)
