"""A person's contribution record at the kiosk: typed span by span, pasted, or read from a file. No Qt here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from gigdesk.domain.errors import GigDeskError
from gigdesk.domain.money import YearMonth, half_up
from gigdesk.domain.pension.index import HistoryIndex, Period
from gigdesk.services import explain, words
from gigdesk.services.answer import Answer
from gigdesk.services.history.merge import Entry, merge
from gigdesk.services.history.result import Conflict, ReadHistory, Remark
from gigdesk.services.history.said import said, span_said
from gigdesk.store.sheets import Limits, Sheet, read_file, read_text
from gigdesk.store.texts import Texts
from gigdesk.ui.models.ask import Worded
from gigdesk.ui.models.session import Session
from gigdesk.ui.models.span import Draft, base_of, draft_of, next_draft, refusal

MEGABYTE = 1_000_000
LIMITS = Limits(size=5 * MEGABYTE, unpacked=50 * MEGABYTE, rows=5000, columns=100, cells=200_000)
"""Far more than a working life fills; at a kiosk nobody waits for more."""


@dataclass(frozen=True)
class Taken(Worded):
    """A history as an answer: it stands in the place of the months paid and of the tier so far."""

    periods: tuple[Period, ...]
    region: str
    months: int
    index: Decimal

    def in_words(self, t: Texts) -> str:
        """How many months, and their index."""
        return t("record.taken", months=self.months, index=self.index)


@dataclass(frozen=True)
class PeriodLine:
    """A period in words."""

    span: str
    paid: str


@dataclass(frozen=True)
class Choice:
    """Months with several bases: the question, and each base in words and as it is."""

    question: str
    bases: tuple[tuple[str, Decimal], ...]


@dataclass(frozen=True)
class HistoryView:
    """The page: the periods, what they come to, what is to be chosen, mended or known, and what was just refused.

    `touched` is the number of the period that was just entered, changed, or stood beside one that was removed.
    """

    lines: tuple[PeriodLine, ...]
    months: str
    index: str
    choices: tuple[Choice, ...]
    problems: tuple[str, ...]
    notes: tuple[str, ...]
    message: str
    tone: str
    touched: int | None


class ContributionHistory:
    """The record while it is entered. `region` says by whose averages it is measured; nothing of it is kept."""

    def __init__(self, session: Session, region: Callable[[], str]) -> None:
        self._session, self._region = session, region
        self.clear()

    def clear(self) -> None:
        """Forget everything."""
        self.periods: tuple[Period, ...] = ()
        self.conflicts: tuple[Conflict, ...] = ()
        self.draft: Draft | None = None
        self.message = ""
        self._touched: int | None = None
        self._notes: tuple[Remark, ...] = ()
        self._problems: tuple[Remark, ...] = ()
        self._asked_back = False

    @property
    def as_of(self) -> YearMonth:
        """This month: a history lies before it."""
        return YearMonth.of(self._session.today())

    def add(self) -> None:
        """Begin a new period."""
        self.draft, self.message = next_draft(self.periods, self.as_of), ""

    def change(self, at: int) -> None:
        """Enter a period anew."""
        self.draft, self.message = draft_of(self.periods, at), ""

    def remove(self, at: int) -> None:
        """Take a period out."""
        self.periods = (*self.periods[:at], *self.periods[at + 1 :])
        self.message = ""
        self._touched = min(at, len(self.periods) - 1) if self.periods else None

    def write(self, first: YearMonth, last: YearMonth, base: str) -> None:
        """Note what stands in the entry."""
        if self.draft:
            self.draft = replace(self.draft, first=first, last=last, base=base)

    def put(self) -> bool:
        """Put what stands in the entry among the periods; where it cannot be, say why and keep it."""
        draft = self.draft
        if draft is None:
            return False
        kept = [period for at, period in enumerate(self.periods) if at != draft.at]
        taken = [(each.month_from, each.month_to) for each in kept]
        taken += [(each.month_from, each.month_to) for each in self.conflicts]
        self.message = refusal(draft, taken, self.as_of, self._session.texts)
        base = base_of(draft)
        if self.message or base is None:
            return False
        self._merge([*_entries(kept), Entry("", draft.first, draft.last, half_up(base))])
        self._touched = next(at for at, each in enumerate(self.periods) if each.month_to >= draft.last)
        self.draft = None
        return True

    def cancel(self) -> None:
        """Leave the entry as if it had not been opened."""
        self._touched = self.draft.at if self.draft else None
        self.draft, self.message = None, ""

    def paste(self, text: str) -> None:
        """Add what a copied text says."""
        if text.strip():
            self._take_in(lambda: read_text(text, self._session.texts("record.pasted"), LIMITS))
        else:
            self.message = self._session.texts("record.nothing-copied")

    def read(self, path: Path) -> None:
        """Add what a file says."""
        self._take_in(lambda: read_file(path, LIMITS))

    def choose(self, at: int, base: Decimal) -> None:
        """Decide for one of several bases."""
        conflict = self.conflicts[at]
        chosen = Entry("", conflict.month_from, conflict.month_to, base)
        others = (each for number, each in enumerate(self.conflicts) if number != at)
        self._merge([*_entries(self.periods), chosen, *_disputed(others)])
        self.message, self._touched = "", None

    def take(self) -> Taken | None:
        """The record as an answer; None, and a message, where something must be done first.

        Rows that could not be read are asked back once: the person may go on without them.
        """
        t = self._session.texts
        if self.conflicts or not self.periods:
            self.message = t("record.choose-first" if self.conflicts else "record.empty")
        elif self._problems and not self._asked_back:
            self._asked_back = True
            self.message = t("record.without", count=len(self._problems))
        else:
            return self._indexed()
        return None

    def measured(self, periods: tuple[Period, ...], region: str) -> Taken:
        """Periods measured by the averages of a region.

        Raises:
            GigDeskError: the averages that it takes are not in the data.
        """
        if not self._session.services:
            raise GigDeskError("unforeseen")
        found = self._session.services.pension.history(region, periods, self._session.today()).result
        return Taken(periods, region, found.months, found.average_index)

    def view(self) -> HistoryView:
        """The page in words."""
        t, (figures, why) = self._session.texts, self._figures()
        warned = explain.warnings(figures, t) if figures else []
        problems = [said(problem, t, self._month) for problem in self._problems]
        return HistoryView(
            lines=tuple(self._line(period) for period in self.periods),
            months=t("record.months", months=sum(period.months for period in self.periods)) if self.periods else "",
            index=f"{figures.result.average_index}" if figures else "",
            choices=tuple(self._choice(conflict) for conflict in self.conflicts),
            problems=(*problems, *([why] if why else [])),
            notes=(*(said(note, t, self._month) for note in self._notes), *warned),
            message=self.message,
            tone="warn" if self._asked_back else "error",
            touched=self._touched,
        )

    def _take_in(self, sheets: Callable[[], Sequence[Sheet]]) -> None:
        """Add what is read to what is there; where both know a month, each base is put to the person."""
        services, self.message, self._asked_back, self._touched = self._session.services, "", False, None
        if not services:
            return
        try:
            found = services.pension.read_history(self._region(), sheets(), self._session.today()).result
        except GigDeskError as error:
            self.message = self._session.error(error)
            return
        self._notes, self._problems = found.notes, found.problems
        self._add(found)

    def _add(self, found: ReadHistory) -> None:
        disputed = _disputed((*self.conflicts, *found.conflicts))
        doubled = self._merge([*_entries(self.periods), *_entries(found.periods), *disputed])
        if doubled:
            months = sum(last - first + 1 for first, last in doubled)
            self._notes = (*self._notes, Remark("doubled", details={"months": months}, spans=doubled))

    def _merge(self, entries: Iterable[Entry]) -> tuple[tuple[YearMonth, YearMonth], ...]:
        merged = merge(entries)
        self.periods, self.conflicts = merged.periods, merged.conflicts
        return merged.doubled

    def _indexed(self) -> Taken | None:
        try:
            return self.measured(self.periods, self._region())
        except GigDeskError as error:
            self.message = self._session.error(error)
            return None

    def _figures(self) -> tuple[Answer[HistoryIndex] | None, str]:
        """The index so far, or why there is none."""
        services = self._session.services
        if not services or not self.periods:
            return None, ""
        try:
            return services.pension.history(self._region(), self.periods, self._session.today()), ""
        except GigDeskError as error:
            return None, self._session.error(error)

    def _month(self, month: YearMonth) -> str:
        return words.month(month, self._session.texts)

    def _line(self, period: Period) -> PeriodLine:
        t = self._session.texts
        span = span_said(period.month_from, period.month_to, t, self._month)
        return PeriodLine(span, t("record.paid", months=period.months, base=words.yuan(period.base)))

    def _choice(self, conflict: Conflict) -> Choice:
        t = self._session.texts
        span = span_said(conflict.month_from, conflict.month_to, t, self._month)
        bases = tuple((t("record.by-base", base=words.yuan(base)), base) for base in conflict.bases)
        return Choice(t("record.which-base", span=span), bases)


def _entries(periods: Iterable[Period]) -> list[Entry]:
    return [Entry("", period.month_from, period.month_to, period.base) for period in periods]


def _disputed(conflicts: Iterable[Conflict]) -> list[Entry]:
    return [Entry("", each.month_from, each.month_to, base) for each in conflicts for base in each.bases]
