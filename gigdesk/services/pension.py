"""The pension job: contribution, retirement age, estimate; determination forms replayed, corrected and explained."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from gigdesk.domain.errors import InputError
from gigdesk.domain.law import NATIONAL, Law, YearValue
from gigdesk.domain.money import UseYear, YearMonth
from gigdesk.domain.pension import contribution as paying
from gigdesk.domain.pension.benefit import Benefit, benefit
from gigdesk.domain.pension.case import Case
from gigdesk.domain.pension.cell import Circumstances
from gigdesk.domain.pension.compare import Column, side_by_side
from gigdesk.domain.pension.contribution import Choice, Contribution
from gigdesk.domain.pension.correction import Correction, correct
from gigdesk.domain.pension.estimate import Estimate, estimate
from gigdesk.domain.pension.gap.model import Figures, Gap, Official
from gigdesk.domain.pension.gap.search import find_gap
from gigdesk.domain.pension.index import Period, average_index
from gigdesk.domain.pension.resident import Resident, ResidentCase, resident
from gigdesk.domain.pension.retirement import Retirement, retirement
from gigdesk.domain.working import Working
from gigdesk.services.answer import Answer, answered
from gigdesk.services.forms import FormFigures, as_printed
from gigdesk.store.reference import Reference

CATEGORIES_OF = {"male": ("male60",), "female": ("female55", "female50")}


@dataclass(frozen=True)
class Pension:
    """Questions about pensions, answered from one release."""

    reference: Reference

    def contribution(self, region: str, year: int, choice: Choice, today: date) -> Answer[Contribution]:
        """A month's contribution in a year."""
        working = Working()
        law = self._law(region, date(year, 12, 31))
        found = paying.contribution(law, UseYear(year), choice, working)
        return answered(found, self.reference, today, working)

    def retirement_age(self, birth: YearMonth, category: str, today: date, shift_months: int = 0) -> Answer[Retirement]:
        """When somebody may retire, and how many months it takes."""
        working = Working()
        found = retirement(birth, category, self._law(NATIONAL, today), working, shift_months)
        return answered(found, self.reference, today, working)

    def estimate(self, region: str, case: Case, today: date, history: Sequence[Period] = ()) -> Answer[Estimate]:
        """What a plan costs and brings. A contribution history takes the place of paid months and index."""
        working = Working()
        law = self._law(region, case.as_of.first_day())
        if history:
            late = max(period.month_to for period in history)
            if late >= case.as_of:
                raise InputError("record.history", late, f"< {case.as_of} (as_of)")
            months, index = average_index(history, law, working)
            case = replace(case, record=replace(case.record, paid_months=months, average_index=index))
        return answered(estimate(case, law, working), self.reference, today, working)

    def compare(
        self, region: str, plans: Mapping[str, Case], net_income: Decimal | None, today: date
    ) -> dict[str, Answer[Column]]:
        """Several plans of one person side by side, each with its working."""
        law = self._law(region, next(iter(plans.values())).as_of.first_day())
        columns = side_by_side(plans, Circumstances(net_income=net_income), law)
        return {column.name: answered(column, self.reference, today, column.working) for column in columns}

    def resident(self, region: str, case: ResidentCase, today: date) -> Answer[Resident]:
        """What the residents' scheme costs and brings."""
        working = Working()
        found = resident(case, self._law(region, case.as_of.first_day()), working)
        return answered(found, self.reference, today, working)

    def replay(self, form: FormFigures, today: date) -> Answer[Benefit]:
        """The benefit by the figures of a determination form."""
        working = Working()
        law = self._law_of(form, today)
        found = benefit(form.earned(law, working), law, working)
        return answered(found, self.reference, today, working)

    def correction(self, form: FormFigures, final_base: Decimal, today: date) -> Answer[Correction]:
        """The same, and what changes once the benefit base of its year is out."""
        working = Working()
        law = self._law_of(form, today)
        found = correct(form.earned(law, working), final_base, form.months_drawn, law, working)
        return answered(found, self.reference, today, working)

    def gap(self, form: FormFigures, official: Official, today: date) -> Answer[Gap]:
        """Why the office's figure differs from that by the figures of a determination form."""
        working = Working()
        law = self._law_of(form, today)
        earned = form.earned(law, working)
        benefit(earned, law, working)
        figures = Figures(form.region, form.retired, earned, form.age_months)
        return self._gap(figures, official, today, working)

    def gap_of_estimate(
        self, region: str, case: Case, official: Official, today: date, history: Sequence[Period] = ()
    ) -> Answer[Gap]:
        """Why the office's figure differs from the benefit of an estimate, on the expected road.

        Raises:
            InputError: too few months are paid for a pension.
            UnverifiedError: the only benefit base known is not verified.
        """
        answer = self.estimate(region, case, today, history)
        working = Working(list(answer.steps), list(answer.warnings))
        figures = as_printed(region, case, answer.result, working)
        return self._gap(figures, official, today, working)

    def _gap(self, figures: Figures, official: Official, today: date, working: Working) -> Answer[Gap]:
        found = find_gap(figures, official, self.reference.book, today)
        cited = [source for candidate in found.candidates for source in candidate.sources]
        return answered(found, self.reference, today, working, cited)

    def benefit_base(self, region: str, retired: YearMonth) -> YearValue:
        """The benefit base of a month of retirement; provisional while that of its year is not out.

        Raises:
            NotInForceError: the series does not reach the year.
        """
        return self._law(region, retired.first_day()).for_year("pension.benefit_base", UseYear(retired.year))

    def year_rule(self, region: str, day: date) -> str:
        """The name of the rule by which a region's forms print months as years."""
        return self._law(region, day).text("pension.year_rounding")

    def _law_of(self, form: FormFigures, today: date) -> Law:
        return self._law(form.region, form.retired.first_day() if form.retired else today)

    def _law(self, region: str, day: date) -> Law:
        if region != NATIONAL:
            self.reference.region(region)
        return self.reference.book.on(day, region)


def categories(sex: str, category: str | None) -> tuple[str, ...]:
    """The categories a person may belong to: a woman who does not know hers is answered for both.

    Raises:
        InputError: the category does not go with the sex.
    """
    possible = CATEGORIES_OF[sex]
    if category is None:
        return possible
    if category not in possible:
        raise InputError("person.category", category, " | ".join(possible))
    return (category,)
