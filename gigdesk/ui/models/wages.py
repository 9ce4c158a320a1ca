"""The wage job: what is asked, and one's own pay beside the published levels."""

from __future__ import annotations

from decimal import Decimal

from gigdesk.domain.wages.own_pay import Earnings, OwnPay
from gigdesk.services import Services, commands
from gigdesk.services.commands import Command
from gigdesk.services.wages import Query
from gigdesk.services.wages_minimum import MinimumWage
from gigdesk.store.texts import Texts
from gigdesk.ui.models import words
from gigdesk.ui.models.ask import Answers, Ask, Option
from gigdesk.ui.models.occupations import Offer, first_alias, name, offer
from gigdesk.ui.models.places import place, place_asks, place_notices
from gigdesk.ui.models.wages_parts import WagesParts
from gigdesk.ui.models.wages_view import PayLine, WagesView, wages_view

COMMON = (
    ("4-10-08-01", "bike"),
    ("4-02-02-01", "car"),
    ("4-02-02-02", "van"),
    ("4-02-07-08", "bag"),
    ("4-10-01-06", "home"),
    ("4-09-08-01", "store"),
    ("4-07-05-01", "user"),
    ("4-02-05-01", "doc"),
)
MOST_YUAN = 200_000
MOST_HOURS = 744


class WagesJob(WagesParts):
    """Asks what work, where, for how much, in how many hours and at what cost."""

    id = "wages"

    def plan(self, services: Services, answers: Answers) -> list[Ask]:
        """Place, occupation, money and time by the month."""
        return [
            *place_asks(services, self.session.texts.language, answers),
            self.occupation_ask(services),
            Ask("earned", kind="amount", unit="CNY", high=MOST_YUAN),
            Ask("costs", kind="amount", unit="CNY", high=MOST_YUAN, unsure=True),
            Ask("hours_logged", kind="amount", unit="hours", low=1, high=MOST_HOURS, unsure=True),
            Ask("hours_order", kind="amount", unit="hours", low=1, high=MOST_HOURS, unsure=True),
        ]

    def occupation_ask(self, services: Services) -> Ask:
        """The common ones as choices, and a word."""
        common = tuple(Option(code, icon, label=self._name(services, code)) for code, icon in COMMON)
        return Ask("occupation", kind="occupation", options=common, columns=2)

    def query(self, answers: Answers) -> Query:
        """The answers as the service takes them."""
        return _query(answers)

    def search(self, word: str) -> Offer:
        """Occupations that a word may mean, as choices."""
        services = self.session.services
        return offer(word, services.wages, self.session.texts, self.session.today()) if services else Offer()

    def view(self, services: Services, answers: Answers) -> WagesView:
        """Compare, and put it into words."""
        t = self.session.texts
        answer = services.wages.compare(_query(answers), self.session.today())
        found = answer.result
        pay = tuple(_pay(found.own, found.minimum_wage, answers, t)) if found.own else ()
        return wages_view(answer, services.data.reference.regions, t, pay, place_notices(answers, t))

    def command(self, services: Services, answers: Answers) -> Command:
        """`wages compare` with one's own pay."""
        return commands.wages.command(_query(answers), services.wages)

    def _name(self, services: Services, code: str) -> str:
        occupation, t = services.data.reference.occupations[code], self.session.texts
        return name(occupation, t, first_alias(occupation, t))


def _query(answers: Answers) -> Query:
    return Query((str(answers["occupation"]),), (place(answers),), earnings=_earnings(answers))


def _earnings(answers: Answers) -> Earnings:
    numbers = {name: found for name, found in answers.items() if isinstance(found, Decimal)}
    return Earnings(
        numbers["earned"],
        costs=numbers.get("costs"),
        hours_logged=numbers.get("hours_logged"),
        hours_order=numbers.get("hours_order"),
    )


def _pay(own: OwnPay, minimum: MinimumWage | None, answers: Answers, t: Texts) -> list[PayLine]:
    lines = [PayLine(t("wages.pay.gross"), _a_month(own.gross_monthly, t))]
    if own.costs_monthly is not None:
        lines.append(PayLine(t("wages.pay.costs"), t("wages.minus", amount=words.yuan(own.costs_monthly))))
    net = "wages.pay.net" if own.costs_monthly is not None else "wages.pay.before-costs"
    lines.append(PayLine(t(net), _a_month(own.net_monthly, t), strong=True))
    if own.net_hour_logged is not None:
        label = t("wages.pay.logged", hours=answers["hours_logged"])
        lines.append(PayLine(label, _an_hour(own.net_hour_logged, t), strong=True, tone="wage"))
    if own.net_hour_order is not None:
        lines.append(PayLine(t("wages.pay.order", hours=answers["hours_order"]), _an_hour(own.net_hour_order, t)))
    if minimum and minimum.hourly is not None:
        lines.append(PayLine(t("wages.pay.minimum", tier=t(f"tier.{minimum.tier}")), _an_hour(minimum.hourly, t)))
    return lines


def _a_month(amount: Decimal, t: Texts) -> str:
    return t("wages.yuan", amount=words.yuan(amount))


def _an_hour(amount: Decimal, t: Texts) -> str:
    return t("wages.an-hour", amount=words.fen(amount))
