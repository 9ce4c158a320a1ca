"""What the pension job asks only of those who want to know: net income, a payment of their own, a subsidy."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from decimal import Decimal

from gigdesk.domain.errors import GigDeskError
from gigdesk.domain.pension.cell import Circumstances
from gigdesk.domain.pension.contribution import Choice
from gigdesk.domain.pension.subsidy import KINDS, Claim
from gigdesk.services import Services
from gigdesk.services.bounds import Payable
from gigdesk.ui.models.ask import Answers, Ask, Option
from gigdesk.ui.models.places import place, placed

INCOME, OWN, GROUP = ("net_income", "own_payment", "subsidy_group")
NO_GROUP = "neither"
MOST_INCOME = 200_000


def extra_asks(services: Services, today: date, answers: Answers, wanted: Collection[str]) -> list[Ask]:
    """The questions that were asked for, in a fixed order; none that this place gives no bounds for."""
    found = [
        Ask(INCOME, kind="amount", unit="CNY", low=1, high=MOST_INCOME, unsure=True),
        Ask(GROUP, options=(*(Option(kind) for kind in KINDS), Option(NO_GROUP)), unsure=True),
    ]
    bounds = payable(services, answers, today) if OWN in wanted else None
    if bounds:
        found.append(Ask(OWN, kind="amount", unit="CNY/month", low=bounds.low, high=bounds.high, unsure=True))
    return [ask for ask in found if ask.id in wanted]


def payable(services: Services, answers: Answers, today: date) -> Payable | None:
    """What may be paid a month where the person works; None where the place is still asked, or has no limits."""
    if not placed(answers):
        return None
    try:
        return services.pension.payable(place(answers), today).result
    except GigDeskError:
        return None


def own_choice(bounds: Payable | None, answers: Answers) -> Choice | None:
    """The base behind a payment of the person's own; None where there is none, or not within the limits."""
    paid = answers.get(OWN)
    if bounds is None or not isinstance(paid, Decimal) or not bounds.low <= paid <= bounds.high:
        return None
    return Choice(amount=bounds.base_of(paid))


def around(answers: Answers) -> Circumstances:
    """What a comparison may know besides the case."""
    income, group = answers.get(INCOME), answers.get(GROUP)
    return Circumstances(
        net_income=income if isinstance(income, Decimal) else None,
        claim=Claim(group) if isinstance(group, str) and group in KINDS else None,
    )
