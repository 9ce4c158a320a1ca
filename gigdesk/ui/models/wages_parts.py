"""The parts of the wage result that are pages of their own: the comparison, the years, taking it away. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from gigdesk.domain.errors import GigDeskError
from gigdesk.domain.wages.series import Series
from gigdesk.reports.tables import Taken
from gigdesk.reports.wages import compared, over_years
from gigdesk.services import Services
from gigdesk.services.answer import Answer
from gigdesk.services.wages import Comparison, Query
from gigdesk.services.wages_view import WagesView
from gigdesk.services.wages_words import occupation_name
from gigdesk.ui.models.ask import Answers, Ask
from gigdesk.ui.models.asking import Asking
from gigdesk.ui.models.job import Job
from gigdesk.ui.models.places import place, place_asks
from gigdesk.ui.models.session import Session
from gigdesk.ui.models.taking import Taking
from gigdesk.ui.models.wages_compare import CompareView, Comparing, compare_view
from gigdesk.ui.models.wages_years import Asked, YearsView, years_view

COMPARE, YEARS = "compare", "years"
TAKE = {"take": "", "take-compare": COMPARE, "take-years": YEARS}
"""The parts in which something is taken away, and the part it is taken from: none is the result itself."""
ADD = {"add-occupation": "occupation", "add-region": "region"}
ABOVE = {**{part: whole for part, whole in TAKE.items() if whole}, **dict.fromkeys(ADD, COMPARE)}
OTHER = "other_"


class WagesParts(Job[WagesView]):
    """What one looks at from the wage result. A job says how its answers are put as a query."""

    above = ABOVE

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.comparing, self.taking, self.population = Comparing(), Taking(session), 0
        self.adding = Asking(self.id, session, self._adding, self.id)

    def query(self, answers: Answers) -> Query:
        """The answers as the service takes them."""
        raise NotImplementedError

    def occupation_ask(self, services: Services) -> Ask:
        """The question for an occupation."""
        raise NotImplementedError

    def offers(self, _found: WagesView) -> Mapping[str, tuple[str, str]]:
        """Taking the result away stands in the bar, where a file can be saved."""
        return {} if self.session.locked else {"take": ("take.title", "usb")}

    def restart(self) -> None:
        """Forget what was compared and where it was saved, too."""
        super().restart()
        self.comparing.clear()
        self.adding.clear()
        self.taking.begin()
        self.population = 0

    def look(self, detail: str) -> None:
        """Of what was saved before nothing is said any more."""
        self.taking.begin()
        super().look(detail)

    def compared(self) -> CompareView | str:
        """The comparison, or in words why there is none."""
        try:
            services, query, answer = self._comparison()
            return compare_view(answer, query, services.data.reference.regions, self._called, self.session.texts)
        except GigDeskError as error:
            return self.session.error(error)

    def years(self) -> YearsView | str:
        """The years of the population looked at, or in words why there are none."""
        t = self.session.texts
        try:
            services, asked, answer = self._series()
        except GigDeskError as error:
            return self.session.error(error)
        if not answer.result:
            return t("wages.years.none")
        return years_view(answer, self.population, asked, services.data.reference.regions, t)

    def look_at(self, population: int) -> None:
        """Look at the years of another population."""
        self.population = population
        self.show()

    def show_by(self, measure: str) -> None:
        """Compare by the year, the month or the hour."""
        self.comparing.show_by(measure)
        self.show()

    def remove(self, kind: str, code: str) -> None:
        """Take an occupation or a place out of the comparison."""
        self.comparing.remove(kind, code)
        self.show()

    def add(self, part: str) -> None:
        """Ask for one more; where there is no room for it, say so at once."""
        own, t = self.query(self.asking.given), self.session.texts
        self.adding.clear()
        if self.comparing.has_room(ADD[part], own, t):
            self.look(part)
        else:
            self.show()

    def forward_adding(self) -> None:
        """Go on with what is to be added; after the last question it stands in the comparison, or why not."""
        self.adding.forward()
        if self.adding.finished:
            given, own = self.adding.given, self.query(self.asking.given)
            kind = ADD[self.detail]
            code = str(given[f"{OTHER}occupation"]) if kind == "occupation" else _place(given)
            self.comparing.add(kind, code, own, self.session.texts)
            self.adding.clear()
            self.detail = COMPARE
        self.show()

    def back(self) -> bool:
        """Within what is to be added, first to its question before."""
        if self.detail in ADD and self.adding.back():
            self.show()
            return True
        return super().back()

    def taken(self) -> Taken:
        """The table of the part looked at.

        Raises:
            GigDeskError: there is none.
        """
        part, t = TAKE[self.detail], self.session.texts
        if part == YEARS:
            services, asked, series = self._series()
            return over_years(series, asked.occupation, asked.measure, services.data.reference.regions, t)
        services, _, answer = self._comparison() if part == COMPARE else self._alone()
        return compared(answer, services.data.reference.regions, t)

    def _comparison(self) -> tuple[Services, Query, Answer[Comparison]]:
        services, own = self._asked()
        query = self.comparing.query(own)
        return services, query, services.wages.compare(query, self.session.today())

    def _alone(self) -> tuple[Services, Query, Answer[Comparison]]:
        services, own = self._asked()
        return services, own, services.wages.compare(own, self.session.today())

    def _series(self) -> tuple[Services, Asked, Answer[tuple[Series, ...]]]:
        services, own = self._asked()
        asked = Asked(services.wages.occupation(own.occupations[0]), own.measure)
        answer = services.wages.series(asked.occupation.code, own.regions[0], asked.measure, self.session.today())
        return services, asked, answer

    def _asked(self) -> tuple[Services, Query]:
        if self.session.services is None:
            msg = "a result was looked at"
            raise AssertionError(msg)
        return self.session.services, self.query(self.asking.given)

    def _called(self, code: str) -> str:
        services, _ = self._asked()
        return occupation_name(services.data.reference.occupations[code], self.session.texts)

    def _adding(self, answers: Answers) -> list[Ask]:
        """The job's own questions, asked of others: what is answered to them is not said of the person."""
        services = self.session.services
        if services is None or self.detail not in ADD:
            return []
        if ADD[self.detail] == "occupation":
            asks = [self.occupation_ask(services)]
        else:
            asks = place_asks(services, self.session.texts.language, _as_own(answers))
        return [replace(ask, id=f"{OTHER}{ask.id}", name=f"{OTHER}{ask.texts}", unsure=False) for ask in asks]


def _as_own(answers: Answers) -> dict[str, object]:
    return {name.removeprefix(OTHER): answer for name, answer in answers.items()}


def _place(answers: Answers) -> str:
    return place(_as_own(answers))
