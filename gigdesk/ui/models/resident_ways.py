"""What the employees' scheme has to do with a resident: the ways between the two, and one beside the other."""

from __future__ import annotations

from dataclasses import dataclass

from gigdesk.domain.errors import GigDeskError
from gigdesk.domain.money import MONTHS_A_YEAR
from gigdesk.domain.pension.estimate import Estimate
from gigdesk.domain.pension.resident import Resident
from gigdesk.domain.pension.transfer import Transfer
from gigdesk.services import Services, words
from gigdesk.services.answer import Answer
from gigdesk.services.pension import Move
from gigdesk.services.transfer_words import way_begins
from gigdesk.store.texts import Texts
from gigdesk.ui.models.ask import Answers
from gigdesk.ui.models.resident_case import Given
from gigdesk.ui.models.session import Session

SETTLED = ("merge", "employee-alone")
"""Outcomes in which the employees' scheme pays, so that there is no residents' pension of its own."""


@dataclass(frozen=True)
class Scheme:
    """One scheme beside the other: paid a year, for how long, drawn from, and a month of it."""

    name: str
    yearly: str
    still: str
    begins: str
    monthly: str


@dataclass(frozen=True)
class Other:
    """The employees' scheme: the decision where months were paid into it, and an estimate where one can be given.

    `at_50` is the decision for a woman who may belong to those of 50; `refused` says why there is no decision.
    """

    move: Answer[Move] | None = None
    at_50: Answer[Move] | None = None
    estimate: Answer[Estimate] | None = None
    refused: str = ""

    @property
    def transfer(self) -> Transfer | None:
        """The decision, where there is one."""
        return self.move.result.transfer if self.move else None

    @property
    def settled(self) -> bool:
        """Whether the employees' scheme pays."""
        return self.transfer is not None and self.transfer.outcome in SETTLED


def other_scheme(services: Services, session: Session, given: Given, answers: Answers, alone: Resident) -> Other:
    """Ask about the employees' scheme; nothing where it is not known how much was paid into it."""
    if given.months is None:
        return Other()
    estimate = _estimate(services, session, given, answers)
    if not given.months:
        return Other(estimate=estimate)
    today = session.today()
    at_50 = {**answers, "worker": "worker"}
    try:
        return Other(
            services.pension.transfer(given.region, given.transfer(answers, alone), today),
            services.pension.transfer(given.region, given.transfer(at_50, alone), today) if given.woman else None,
            estimate,
        )
    except GigDeskError as error:
        return Other(refused=session.error(error))


def at_50(found: Transfer, t: Texts) -> str:
    """What decides between 50 and 55, and the ways at 50."""
    told = [t("resident.at-50.way", way=t(f"transfer.way.{way.id}"), begins=way_begins(way, t)) for way in found.ways]
    ways = t("resident.at-50.and").join(told) or t(f"transfer.outcome.{found.outcome}")
    return t("resident.at-50", decides=t("pension.decides-50-55"), ways=ways)


def beside(given: Given, alone: Resident, made: Resident, found: Estimate, t: Texts) -> tuple[Scheme, ...]:
    """Both schemes by today's amounts: what they cost a year, for how long, and what they bring.

    Nothing where the employees' brings none: `too_late` says why.
    """
    if not found.range:
        return ()
    when, paid, months = found.retirement, found.contribution, found.expected.projection.months
    ahead = sum(1 for row in alone.ledger if row.paid)
    nothing, blank = t("resident.beside.nothing"), t("state.cannot-say")
    return (
        Scheme(
            name=t("resident.beside.resident"),
            yearly=words.yuan(given.yearly) if given.yearly and ahead else nothing,
            still=t("resident.beside.years", years=ahead),
            begins=words.month(alone.begins, t),
            monthly=words.about(made.pension.total) if made.pension else blank,
        ),
        Scheme(
            name=t("resident.beside.employees"),
            yearly=words.yuan(paid.monthly * MONTHS_A_YEAR) if paid and months else nothing,
            still=t("resident.beside.months", months=months),
            begins=words.month(when.chosen_month, t),
            monthly=words.about(found.range.expected),
        ),
    )


def too_late(found: Estimate, t: Texts) -> str:
    """Why paying on brings no figure: enough months only at an age without a divisor. Empty where it is not so."""
    when = found.retirement
    if found.range or when.months_short or when.chosen_month <= when.statutory_month:
        return ""
    month = words.month(when.chosen_month, t)
    return t("resident.beside.too-late", month=month, required=when.required_months)


def _estimate(services: Services, session: Session, given: Given, answers: Answers) -> Answer[Estimate] | None:
    """None where the place has no figures, and where the scheme can usually not be joined any more."""
    try:
        found = services.pension.estimate(given.region, given.employees(answers), session.today())
    except GigDeskError:
        return None
    of_age = found.result.retirement.statutory_month <= given.as_of
    return None if of_age and not given.months else found
