"""The pension job beyond its result: other ways to pay, other assumptions, and what is asked only on request."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypeVar

from gigdesk.domain.errors import GigDeskError
from gigdesk.domain.pension.case import Case
from gigdesk.reports.pension import plans
from gigdesk.reports.tables import Taken
from gigdesk.services import Services, explain, words
from gigdesk.services.explain import Explanation
from gigdesk.ui.models.ask import Answers
from gigdesk.ui.models.assuming import Assuming
from gigdesk.ui.models.compare import Asked, Comparing
from gigdesk.ui.models.compare_view import CompareView, compare_view, named_cells
from gigdesk.ui.models.job import Stage
from gigdesk.ui.models.pension_case import TIERS, case, category, others, periods
from gigdesk.ui.models.pension_extra import OWN, around, own_choice, payable
from gigdesk.ui.models.places import place
from gigdesk.ui.models.recorded import RecordedJob
from gigdesk.ui.models.session import Session

V = TypeVar("V")


@dataclass(frozen=True)
class CellWorking:
    """How one way to pay is worked out, and what must be known of it."""

    title: str
    explanation: Explanation
    notices: tuple[str, ...]


@dataclass(frozen=True)
class OwnPayment:
    """The question about a payment of the person's own, its link, and why the one entered is left out."""

    ask: str
    link: str
    outside: str = ""


class Weighing(RecordedJob[V]):
    """What is compared and assumed holds until the person leaves."""

    tier = TIERS[0]
    above: Mapping[str, str] = {"compare-working": "compare"}

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.assuming, self.comparing = Assuming(), Comparing()
        self.extra: set[str] = set()

    def restart(self) -> None:
        """Forget the person, and all that was compared, assumed and asked besides."""
        super().restart()
        self.tier = TIERS[0]
        self.assuming.clear()
        self.comparing.clear()
        self.extra.clear()

    def fill_in(self, ask_id: str) -> None:
        """Ask one thing more, and come back to where that was wanted."""
        self.extra.add(ask_id)
        self.change(ask_id)

    def back(self) -> bool:
        """From a question asked besides, back to where it was wanted; without an answer it is asked no more."""
        if self.stage is not Stage.ASKING or self.asking.current.id not in self.extra:
            return super().back()
        if self.asking.current.id not in self.asking.answers:
            self.extra.discard(self.asking.current.id)
        self.asking.leave()
        self.detail, self._return = self._return, ""
        self.show()
        return True

    def person(self, answers: Answers, tier: int) -> Case:
        """The case of the answers on a tier, with what the person assumes."""
        return replace(case(answers, self.session.today(), tier), assumptions=self.assuming.own)

    def assume(self, name: str, steps: int) -> None:
        """Assume another share of the expected road. Nothing is drawn anew: the key may still be held down."""
        if self.session.services:
            region = place(self.asking.given)
            preset = self.session.services.pension.assumptions(region, self.session.today()).result
            self.assuming.change(preset, name, steps)

    def assume_usual(self) -> None:
        """Back to the assumptions of the preset."""
        self.assuming.clear()
        self.show()

    def look_at(self, tier: str, shift: int) -> None:
        """Look closely at another cell of the comparison."""
        self.comparing.tier, self.comparing.shift = tier, shift

    def stop_at(self, stop: str) -> None:
        """Compare another way to stop."""
        self.comparing.stop = stop

    def compared(self) -> CompareView | str:
        """The comparison in words, or why there is none."""
        services, given = self.session.services, self.asking.given
        if not services:
            return self.session.texts("state.preparing")
        try:
            asked = self._asked(services, given)
            table = self.comparing.table(services.pension, asked)
        except GigDeskError as error:
            return self.session.error(error)
        income = asked.around.net_income
        return compare_view(self.comparing, table, str(self.tier), income, self.session.texts)

    def table(self, services: Services, answers: Answers) -> Taken:
        """The ways to pay that are compared, as a table."""
        found = self.comparing.table(services.pension, self._asked(services, answers))
        return plans(named_cells(self.comparing.stop, found, self.session.texts), found.answer, self.session.texts)

    def compared_working(self) -> CellWorking | str:
        """How the cell that is looked at is worked out: the estimate of its case."""
        services, given, t = self.session.services, self.asking.given, self.session.texts
        view = self.compared()
        if isinstance(view, str):
            return view
        if not services:
            return t("state.preparing")
        asked = self._asked(services, given)
        table = self.comparing.table(services.pension, asked)
        case = table.cell(*view.chosen).case
        past, claim = periods(self.measured(given)), asked.around.claim
        answer = services.pension.estimate(asked.region, case, asked.today, past, claim)
        title = t("compare.working.title", cell=view.panel.title, plan=view.panel.subtitle)
        return CellWorking(title, explain.explanation(answer, t), tuple(explain.warnings(answer, t)))

    def own_payment(self) -> OwnPayment | None:
        """The way to a payment of the person's own; None where the place has no limits."""
        services, given, t = self.session.services, self.asking.given, self.session.texts
        bounds = payable(services, given, self.session.today()) if services else None
        if bounds is None:
            return None
        paid = given.get(OWN)
        if not isinstance(paid, Decimal):
            return OwnPayment(OWN, t("compare.own.set"))
        if own_choice(bounds, given):
            return OwnPayment(OWN, t("compare.own.change"))
        ends = {"low": words.yuan(bounds.low), "high": words.yuan(bounds.high)}
        outside = t("compare.own.outside", amount=words.yuan(paid), **ends)
        return OwnPayment(OWN, t("compare.own.change"), outside)

    def compare_notes(self) -> list[str]:
        """What must be said of the whole comparison: which category it is for, and what was left out."""
        given, t, own = self.asking.given, self.session.texts, self.own_payment()
        shown = t(f"pension.shown.{category(given)}", decides=t("pension.decides-50-55"))
        return [*([shown] if others(given) else []), *([own.outside] if own and own.outside else [])]

    def _asked(self, services: Services, given: Answers) -> Asked:
        today = self.session.today()
        person = replace(self.person(self.measured(given), self.tier), plan=None)
        bounds = payable(services, given, today) if OWN in given else None
        return Asked(place(given), person, around(given), own_choice(bounds, given), today)
