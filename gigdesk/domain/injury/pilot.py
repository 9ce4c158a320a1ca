"""The pilot: occupational-injury cover of platform workers, which goes with the order and not with a contract."""

from __future__ import annotations

from datetime import date

from gigdesk.domain.decision import Answers, Rule, otherwise, unless, when
from gigdesk.domain.injury.common import Conditions
from gigdesk.domain.injury.facts import (
    CAUSE,
    FAULT,
    HARM,
    JOURNEY,
    ORDER_STATE,
    PLATFORM,
    SECTOR,
    SEVERAL,
    WORK_INJURY_INSURANCE_PAID,
)
from gigdesk.domain.injury.outcome import Outcome
from gigdesk.domain.law import Law

COMMON = Conditions("injury")


def pilot_runs_here(_: Answers, law: Law) -> bool:
    """The province takes part on the day. Before that it cites the entry with which it begins, not another answer."""
    begins = min(law.parameters["injury.pilot"])
    return law.at(max(begins, law.day)).flag("injury.pilot") and law.day >= begins


def sector_takes_part(answers: Answers, law: Law) -> bool:
    """The work belongs to a sector of the pilot; parcel networks, for one, do not."""
    sectors = law.codes("injury.sectors")
    return answers[SECTOR] in sectors


def platform_takes_part(answers: Answers, law: Law) -> bool:
    """The platform is on the list of its sector; of two apps at once, either may be."""
    lists = {sector: law.codes(f"injury.platforms.{sector}") for sector in law.codes("injury.sectors")}
    platform = answers[PLATFORM]
    if platform == SEVERAL:
        return True
    offering = [sector for sector, platforms in lists.items() if platform in platforms]
    return bool(offering) and answers[SECTOR] in offering


def is_insured_as_employee(answers: Answers, law: Law) -> bool:
    """Ordinary work-injury insurance is paid for him, and so it is the one that answers."""
    leads = law.flag("injury.insurance_leads")
    return leads and answers[WORK_INJURY_INSURANCE_PAID]


def harm_was_an_illness(answers: Answers, law: Law) -> bool:
    """It was a sudden illness, as heat stroke and poisoning are not."""
    illnesses = law.codes("injury.illness_harms")
    return answers[HARM] in illnesses


def harm_may_be_an_injury(answers: Answers, law: Law) -> bool:
    """It was heat stroke or poisoning, which come from outside: whether as an injury, no text read says."""
    undecided = law.codes("injury.undecided_harms")
    return answers[HARM] in undecided


def outlived_the_hours(answers: Answers, law: Law) -> bool:
    """He is alive, or died later than the hours that make an illness count."""
    return not COMMON.died_in_time(answers, law)


def order_was_active(answers: Answers, law: Law) -> bool:
    """An order was accepted and not yet completed."""
    active = law.codes("injury.order_active_states")
    return answers[ORDER_STATE] in active


def order_may_have_been_active(answers: Answers, law: Law) -> bool:
    """The order was cancelled or on its way back to the shop: no text read says whether it still counts."""
    undecided = law.codes("injury.order_undecided_states")
    return answers[ORDER_STATE] in undecided


def orders_were_of_several_platforms(answers: Answers, law: Law) -> bool:
    """Orders of two apps were carried at once: no text read says whose answers."""
    undecided = law.codes("injury.platforms_undecided")
    return answers[PLATFORM] in undecided


def own_fault_does_not_matter(answers: Answers, law: Law) -> bool:
    """While an order is carried out, fault in traffic is no bar."""
    matters = law.flag("injury.fault_matters_on_order")
    forgiven = law.codes("injury.travel_faults")
    return not matters or answers[CAUSE] != "traffic" or answers[FAULT] in forgiven


def was_waiting_online(answers: Answers, law: Law) -> bool:
    """He was on-line without an order, the moments after a completed one included."""
    online = law.codes("injury.online_states")
    return answers[ORDER_STATE] in online


def was_on_the_way(answers: Answers, law: Law) -> bool:
    """He was on the way to the day's first order, or straight home from the last."""
    ways = law.codes("injury.ways")
    return answers[JOURNEY] in ways


def accident_was_in_traffic(answers: Answers, law: Law) -> bool:
    """It was a traffic accident."""
    causes = law.codes("injury.travel_causes")
    return answers[HARM] == "accident" and answers[CAUSE] in causes


def was_not_mainly_at_fault(answers: Answers, law: Law) -> bool:
    """On the way he was not the one mainly to blame, as he is for a fall without anybody else."""
    forgiven = law.codes("injury.travel_faults")
    alone = law.codes("injury.own_causes")
    if answers[HARM] != "accident":
        return True
    return answers[CAUSE] not in alone and (answers[CAUSE] != "traffic" or answers[FAULT] in forgiven)


PILOT: dict[date, Rule[Outcome]] = {
    # The law itself says that there was no pilot before it began, so the rule can be asked about any day.
    date(2004, 1, 1): (
        unless(Outcome.OUT_OF_SCOPE, pilot_runs_here, article="pilot-notice"),
        unless(Outcome.OUT_OF_SCOPE, sector_takes_part, platform_takes_part, article="pilot-list"),
        when(Outcome.ROUTE_GSBX, is_insured_as_employee, article="pilot-scope", quiet=True),
        unless(Outcome.NOT_COVERED_LIKELY, COMMON.somebody_was_hurt, article="pilot-10", quiet=True),
        unless(Outcome.NOT_COVERED_LIKELY, *COMMON.nothing_excludes, article="pilot-exclusions", quiet=True),
        when(Outcome.NOT_COVERED_LIKELY, harm_was_an_illness, outlived_the_hours, article="pilot-10-4"),
        when(
            Outcome.NEEDS_DECISION,
            order_was_active,
            orders_were_of_several_platforms,
            article="pilot-10",
            quiet=True,
        ),
        when(
            Outcome.COVERED_LIKELY,
            order_was_active,
            COMMON.harm_was_an_accident,
            COMMON.served_the_work,
            own_fault_does_not_matter,
            article="pilot-10-1",
        ),
        when(
            Outcome.COVERED_LIKELY,
            order_was_active,
            COMMON.harm_came_from_the_body,
            COMMON.died_in_time,
            article="pilot-10-4",
            quiet=True,
        ),
        when(Outcome.NEEDS_DECISION, order_was_active, harm_may_be_an_injury, article="pilot-10"),
        when(Outcome.NEEDS_DECISION, order_was_active, COMMON.harm_was_an_accident, article="pilot-10-1"),
        when(Outcome.NEEDS_DECISION, order_may_have_been_active, article="pilot-10"),
        when(Outcome.NOT_COVERED_LIKELY, harm_was_an_illness, article="pilot-10-4"),
        when(
            Outcome.NEEDS_DECISION,
            COMMON.was_ordered_to_a_place,
            accident_was_in_traffic,
            was_not_mainly_at_fault,
            article="pilot-10-3",
        ),
        when(Outcome.NOT_COVERED_LIKELY, COMMON.was_ordered_to_a_place, article="pilot-10-3"),
        when(Outcome.NEEDS_DECISION, was_waiting_online, article="pilot-10"),
        when(Outcome.NEEDS_DECISION, was_on_the_way, was_not_mainly_at_fault, article="pilot-10-3"),
        when(Outcome.NOT_COVERED_LIKELY, was_on_the_way, article="pilot-10-3"),
        when(Outcome.NEEDS_DECISION, COMMON.was_rescuing, article="pilot-10-5"),
        otherwise(Outcome.NOT_COVERED_LIKELY),
    ),
}
