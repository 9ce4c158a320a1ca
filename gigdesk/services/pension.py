"""The pension job: contribution, retirement age, estimate; determination forms replayed, corrected and explained."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from gigdesk.domain.errors import InputError, Phrase
from gigdesk.domain.law import NATIONAL, Law, YearValue
from gigdesk.domain.money import UseYear, YearMonth
from gigdesk.domain.pension import contribution as paying
from gigdesk.domain.pension.account import AccountYear, grow
from gigdesk.domain.pension.benefit import Benefit, benefit
from gigdesk.domain.pension.case import Case
from gigdesk.domain.pension.cell import Circumstances
from gigdesk.domain.pension.compare import Axes, Column, Comparison, compare, shifts, side_by_side
from gigdesk.domain.pension.contribution import Choice
from gigdesk.domain.pension.correction import Correction, correct
from gigdesk.domain.pension.estimate import Estimate, estimate
from gigdesk.domain.pension.gap.model import Figures, Gap, Official
from gigdesk.domain.pension.gap.search import find_gap
from gigdesk.domain.pension.index import HistoryIndex, Period, average_index, history_index
from gigdesk.domain.pension.projection import ASSUMED, roads
from gigdesk.domain.pension.resident import Resident, ResidentCase, resident
from gigdesk.domain.pension.retirement import Retirement, retirement
from gigdesk.domain.pension.rhythm import PaidYear, Schedule, paid_year
from gigdesk.domain.pension.subsidy import Claim
from gigdesk.domain.pension.transfer import Place, Stay, Transfer, TransferCase, paying_place, transfer
from gigdesk.domain.working import Working
from gigdesk.services.account_input import AccountRecord
from gigdesk.services.answer import Answer, answered
from gigdesk.services.bounds import Payable, Preset
from gigdesk.services.forms import FormFigures, as_printed
from gigdesk.services.history.reading import read_history
from gigdesk.services.history.result import ReadHistory
from gigdesk.store.reference import Reference
from gigdesk.store.sheets import Sheet

EVERY_MONTH = Schedule()
CATEGORIES_OF = {"male": ("male60",), "female": ("female55", "female50")}


@dataclass(frozen=True)
class Move:
    """What becomes of the two schemes; and the province that pays, where the stays are known."""

    transfer: Transfer
    place: Place | None


@dataclass(frozen=True)
class Pension:
    """Questions about pensions, answered from one release."""

    reference: Reference

    def contribution(
        self, region: str, year: int, choice: Choice, today: date, schedule: Schedule = EVERY_MONTH
    ) -> Answer[PaidYear]:
        """A month's contribution in a year, what its months come to, and with a rhythm what is due each time."""
        working = Working()
        law = self._law(region, date(year, 12, 31))
        if year < today.year:
            working.warn("past-year", year=year)
        month = paying.contribution(law, UseYear(year), choice, working)
        found = paid_year(month, schedule, law, working)
        return answered(found, self.reference, today, working)

    def payable(self, region: str, today: date) -> Answer[Payable]:
        """Between what amounts a month may be paid this year."""
        working = Working()
        law = self._law(region, today)
        low, high = (
            paying.contribution(law, UseYear(today.year), Choice(Decimal(percent)), working)
            for percent in (paying.LOWEST_PERCENT, paying.HIGHEST_PERCENT)
        )
        found = Payable(low.monthly, high.monthly, law.number("pension.contribution_rate"))
        return answered(found, self.reference, today, working)

    def retirement_age(self, birth: YearMonth, category: str, today: date, shift_months: int = 0) -> Answer[Retirement]:
        """When somebody may retire, and how many months it takes."""
        working = Working()
        found = retirement(birth, category, self._law(NATIONAL, today), working, shift_months)
        return answered(found, self.reference, today, working)

    def estimate(
        self,
        region: str,
        case: Case,
        today: date,
        history: Sequence[Period] = (),
        claim: Claim | None = None,
    ) -> Answer[Estimate]:
        """What a plan costs and brings. A contribution history takes the place of paid months and index."""
        working = Working()
        law = self._law(region, case.as_of.first_day())
        if history:
            _refuse_late(history, case.as_of)
            _refuse_impossible(case, sum(period.months for period in history))
            months, index = average_index(history, law, working)
            case = replace(case, record=replace(case.record, paid_months=months, average_index=index))
        return answered(estimate(case, law, working, claim), self.reference, today, working)

    def read_history(self, region: str, sheets: Sequence[Sheet], today: date) -> Answer[ReadHistory]:
        """What a contribution record that somebody brought says of the months before this one."""
        working = Working()
        found = read_history(sheets, YearMonth.of(today), self._law(region, today), working)
        return answered(found, self.reference, today, working)

    def history(self, region: str, history: Sequence[Period], today: date) -> Answer[HistoryIndex]:
        """The months of a history that lies before this month, and its index, year by year."""
        working = Working()
        _refuse_late(history, YearMonth.of(today))
        found = history_index(history, self._law(region, today), working)
        return answered(found, self.reference, today, working)

    def compare(
        self, region: str, plans: Mapping[str, Case], around: Circumstances, today: date
    ) -> dict[str, Answer[Column]]:
        """Several plans of one person side by side, each with its working."""
        law = self._law(region, next(iter(plans.values())).as_of.first_day())
        columns = side_by_side(plans, around, law)
        return {column.name: answered(column, self.reference, today, column.working) for column in columns}

    def grid(self, region: str, case: Case, axes: Axes, around: Circumstances, today: date) -> Answer[Comparison]:
        """Every tier at every age with every stop. The working of a cell is that of the estimate of its case."""
        working = Working()
        law = self._law(region, case.as_of.first_day())
        found = compare(case, axes, around, law, working)
        return answered(found, self.reference, today, working, [value.source for value in law.citations])

    def shifts(self, region: str, case: Case) -> tuple[int, ...]:
        """The ages that a person may compare, in months earlier or later than the statutory month."""
        return shifts(case, self._law(region, case.as_of.first_day()))

    def assumptions(self, region: str, today: date) -> Answer[Preset]:
        """The roads as they are assumed, with what each figure rests on."""
        law = self._law(region, today)
        found = {name: law.value(f"pension.assumption.{name}") for name in ASSUMED}
        preset = Preset(
            roads(law, None),
            {name: value.status for name, value in found.items()},
            {name: value.source for name, value in found.items()},
        )
        return answered(preset, self.reference, today, cited=preset.sources.values())

    def resident(self, region: str, case: ResidentCase, today: date) -> Answer[Resident]:
        """What the residents' scheme costs and brings."""
        working = Working()
        found = resident(case, self._law(region, case.as_of.first_day()), working)
        return answered(found, self.reference, today, working)

    def account(self, record: AccountRecord, today: date) -> Answer[tuple[AccountYear, ...]]:
        """How an account grew, year by year, by both ways of crediting interest."""
        working = Working()
        law = self._law(record.region, today)
        rows = grow(record.balance, record.paid, law, working, record.assumed_rate)
        return answered(rows, self.reference, today, working)

    def transfer(
        self, region: str, case: TransferCase, today: date, stays: Sequence[Stay] = (), registered: str = ""
    ) -> Answer[Move]:
        """How to move between the two schemes; and which province pays, where the registered place is known."""
        working = Working()
        law = self._law(region, case.as_of.first_day())
        moved = transfer(case, law, working)
        place = paying_place(stays, registered, law, working) if registered else None
        return answered(Move(moved, place), self.reference, today, working)

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


def _refuse_late(history: Sequence[Period], as_of: YearMonth) -> None:
    late = max((period.month_to for period in history), default=None)
    if late is not None and late >= as_of:
        raise InputError("record.history", late, f"< {as_of} (as_of)")


def _refuse_impossible(case: Case, months: int) -> None:
    """Nobody has paid longer than he has lived, nor before his account for longer than at all."""
    record, lived = case.record, case.as_of - case.birth
    paid = months + record.deemed_months
    if paid > lived:
        raise InputError("record.history", paid, Phrase.of("with-deemed", most=lived))
    if record.months_before_account > paid:
        raise InputError("record.months_before_account", record.months_before_account, f"0..{paid}")


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
