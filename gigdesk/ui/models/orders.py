"""A list of orders at the kiosk: pasted, or read from a file; a month of it is used. No Qt here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from gigdesk.domain.errors import GigDeskError
from gigdesk.domain.money import YearMonth
from gigdesk.services import words
from gigdesk.services.orders.reading import File
from gigdesk.services.orders.result import DayTotal, MonthTotal, ReadOrders
from gigdesk.services.orders.said import said
from gigdesk.store.sheets import Limits, Sheet, read_file, read_text
from gigdesk.store.texts import Texts
from gigdesk.ui.models.session import Session

MEGABYTE = 1_000_000
LIMITS = Limits(size=5 * MEGABYTE, unpacked=50 * MEGABYTE, rows=10_000, columns=100, cells=400_000)
"""Far more than the orders of some months; at a kiosk nobody waits for more."""


@dataclass(frozen=True)
class DayLine:
    """A day in words: which, what was done, what it brought; `span` is only a help to remember."""

    day: str
    done: str
    earned: str
    span: str


@dataclass(frozen=True)
class MonthChoice:
    """A month that may be meant, in words."""

    month: YearMonth
    words: str
    chosen: bool


@dataclass(frozen=True)
class OrdersView:
    """The page: the days of a month, what they come to, the months to choose from, and what is to be known."""

    lines: tuple[DayLine, ...]
    facts: tuple[tuple[str, str], ...]
    months: tuple[MonthChoice, ...]
    problems: tuple[str, ...]
    notes: tuple[str, ...]
    message: str
    tone: str


class OrderList:
    """The list while it is looked at. Nothing of it is kept once it is used or left."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.clear()

    def clear(self) -> None:
        """Forget everything."""
        self._files: list[File] = []
        self.found: ReadOrders | None = None
        self.month: YearMonth | None = None
        self.message = ""
        self._asked_back = False

    def paste(self, text: str) -> None:
        """Add what a copied text says."""
        if not text.strip():
            self.message = self._session.texts("orders.nothing-copied")
            return
        name = self._session.texts("record.pasted")
        self._take_in(name, lambda: read_text(text, name, LIMITS))

    def read(self, path: Path) -> None:
        """Add what a file says."""
        self._take_in(path.name, lambda: read_file(path, LIMITS))

    def choose(self, month: YearMonth) -> None:
        """Say which month is meant."""
        self.month, self.message, self._asked_back = month, "", False

    def take(self) -> MonthTotal | None:
        """The month to use; None, and a message, where something must be done first.

        Rows that could not be read are asked back once: the person may go on without them.
        """
        t, found = self._session.texts, self.found
        if found is None or not found.months:
            self.message = t("orders.empty")
        elif self.month is None:
            self.message = t("orders.choose-first")
        elif found.problems and not self._asked_back:
            self._asked_back = True
            self.message = t("orders.without", count=len(found.problems))
        else:
            return found.month(self.month)
        return None

    def view(self) -> OrdersView:
        """The page in words."""
        t, found = self._session.texts, self.found
        days = [one for one in found.days if YearMonth.of(one.day) == self.month] if found else []
        total = found.month(self.month) if found and self.month else None
        return OrdersView(
            lines=tuple(_line(one, t) for one in days),
            facts=tuple(_facts(total, t)) if total else (),
            months=tuple(self._choice(one) for one in found.months) if found and len(found.months) > 1 else (),
            problems=tuple(said(problem, t, self._day) for problem in found.problems) if found else (),
            notes=tuple(said(note, t, self._day) for note in found.notes) if found else (),
            message=self.message,
            tone="warn" if self._asked_back else "error",
        )

    def _take_in(self, name: str, sheets: Callable[[], Sequence[Sheet]]) -> None:
        """Read everything anew, so that an order that two files have counts once."""
        services, self.message, self._asked_back = self._session.services, "", False
        if not services:
            return
        try:
            files = [*self._files, (name, sheets())]
            found = services.wages.read_orders(files, self._session.today()).result
        except GigDeskError as error:
            self.message = self._session.error(error)
            return
        self._files, self.found = files, found
        known = [one.month for one in found.months]
        if self.month not in known:
            self.month = known[0] if len(known) == 1 else None

    def _choice(self, one: MonthTotal) -> MonthChoice:
        t = self._session.texts
        count = t("orders.count", orders=one.orders)
        return MonthChoice(one.month, f"{words.month(one.month, t)} · {count}", one.month == self.month)

    def _day(self, day: date) -> str:
        return words.day(day, self._session.texts)


def _line(one: DayTotal, t: Texts) -> DayLine:
    done = [t("orders.count", orders=one.orders)]
    done += [t("orders.hours", hours=_plain(one.hours))] if one.hours is not None else []
    done += [t("orders.penalties", amount=words.yuan(one.penalties))] if one.penalties else []
    span = ""
    if one.first and one.last and one.span is not None:
        clocks = {"first": f"{one.first:%H:%M}", "last": f"{one.last:%H:%M}"}
        span = t("orders.span", span=_plain(one.span), **clocks)
    earned = t("wages.yuan", amount=words.yuan(one.earned))
    return DayLine(words.day(one.day, t, one.day), " · ".join(done), earned, span)


def _facts(total: MonthTotal, t: Texts) -> list[tuple[str, str]]:
    hours = t("orders.hours.unknown") if total.hours is None else words.quantity(total.hours.normalize(), "hours", t)
    return [
        (t("orders.fact.earned"), t("wages.yuan", amount=words.yuan(total.earned))),
        (t("orders.fact.orders"), t("orders.count-days", orders=total.orders, days=total.days)),
        (t("orders.fact.hours"), hours),
        (t("orders.fact.penalties"), t("wages.yuan", amount=words.yuan(total.penalties))),
    ]


def _plain(hours: Decimal) -> str:
    return f"{hours.normalize():f}"
