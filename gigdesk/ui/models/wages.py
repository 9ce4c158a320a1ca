"""The wage job: what is asked, and one's own pay beside the published levels."""

from __future__ import annotations

from gigdesk.domain.law import NATIONAL
from gigdesk.reports.slip.common import Occasion
from gigdesk.reports.slip.document import Slip
from gigdesk.reports.slip.wages import wages_slip
from gigdesk.services import Services, commands
from gigdesk.services.commands import Command
from gigdesk.services.pay_lines import pay_lines
from gigdesk.services.wages import Query
from gigdesk.services.wages_view import WagesView, wages_view
from gigdesk.ui.models.ask import Answers, Ask, Option
from gigdesk.ui.models.occupations import Offer, first_alias, name, offer
from gigdesk.ui.models.ordered import OrderedJob
from gigdesk.ui.models.places import place_asks, place_notices
from gigdesk.ui.models.recalled import Recall
from gigdesk.ui.models.recalled.places import at_place
from gigdesk.ui.models.recalled.wages import compared
from gigdesk.ui.models.wages_parts import WagesParts
from gigdesk.ui.models.wages_questions import pay_asks, query_of

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


class WagesJob(WagesParts, OrderedJob[WagesView]):
    """Asks what work, where, for how much, in how many hours and at what cost."""

    id = "wages"
    has_slip = True

    def plan(self, services: Services, answers: Answers) -> list[Ask]:
        """Place, occupation, money and time by the month."""
        return [
            *place_asks(services, self.session.texts.language, answers),
            self.occupation_ask(services),
            *pay_asks(services, self.session.today(), answers, self.session.texts),
        ]

    def occupation_ask(self, services: Services) -> Ask:
        """The common ones as choices, and a word."""
        common = tuple(Option(code, icon, label=self._name(services, code)) for code, icon in COMMON)
        return Ask("occupation", kind="occupation", options=common, columns=2)

    def query(self, answers: Answers) -> Query:
        """The answers as the service takes them."""
        return query_of(answers)

    def search(self, word: str) -> Offer:
        """Occupations that a word may mean, as choices."""
        services = self.session.services
        return offer(word, services.wages, self.session.texts, self.session.today()) if services else Offer()

    def view(self, services: Services, answers: Answers) -> WagesView:
        """Compare, and put it into words."""
        t = self.session.texts
        answer = services.wages.compare(query_of(answers), self.session.today())
        found = answer.result
        pay = tuple(pay_lines(found.own, found.minimum_wage, t)) if found.own else ()
        return wages_view(answer, services.data.reference.regions, t, pay, place_notices(answers, t))

    def slip(self, services: Services, answers: Answers, asked: Occasion) -> Slip:
        """The comparison on paper."""
        answer = services.wages.compare(query_of(answers), asked.day)
        return wages_slip(answer, services.data.reference.regions, asked, place_notices(answers, asked.t))

    def command(self, services: Services, answers: Answers) -> Command:
        """`wages compare` with one's own pay."""
        return commands.wages.command(query_of(answers), services.wages)

    def recall(self, services: Services, command: Command) -> Recall:
        """What was told of the work and the pay."""
        query = commands.wages.read_query(command.options)
        region = query.regions[0] if query.regions else NATIONAL
        found = services.data.reference.regions.get(region)
        return at_place(region, compared(query, preset=bool(found and found.minimum_wage_tier)))

    def _name(self, services: Services, code: str) -> str:
        occupation, t = services.data.reference.occupations[code], self.session.texts
        return name(occupation, t, first_alias(occupation, t))
