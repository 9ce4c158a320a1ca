"""Where the reading of a list of orders writes down what it found, and what it has to say of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gigdesk.services.history.ledger import Line
from gigdesk.services.history.result import Remark
from gigdesk.services.orders.result import Order

_Kind = tuple[str, tuple[tuple[str, object], ...]]


class Findings:
    """Orders, problems, and notes; notes of one kind are gathered with all their rows."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.orders: list[Order] = []
        self.problems: list[Remark] = []
        self._notes: dict[_Kind, list[str]] = {}
        self._numbers: dict[str, Order] = {}
        self._alike: dict[tuple[object, ...], str] = {}

    def note(self, code: str, line: Line | None = None, **details: object) -> None:
        """Something that does not stand in the way of a figure."""
        rows = self._notes.setdefault((code, tuple(details.items())), [])
        if line:
            rows.append(line.row)

    def notes(self) -> Iterator[Remark]:
        """All notes, each once."""
        for (code, details), rows in self._notes.items():
            yield Remark(code, tuple(rows), dict(details))

    def problem(self, code: str, line: Line, **details: object) -> None:
        """A row that is not counted, and why."""
        self.problems.append(Remark(code, (line.row,), {"says": line.says, **details}))

    def enter(self, order: Order, line: Line) -> None:
        """Count an order once: by its number, or without one by all that two files say of it."""
        before = self._numbers.get(order.number) if order.number else None
        if before is None and not order.number:
            alike = (order.day, order.start, order.end, order.earned, order.penalty, order.counts)
            elsewhere = self._alike.setdefault(alike, order.place) != order.place
            if elsewhere:
                self.note("doubled", line)
                return
        elif before is not None and before.counts == order.counts:
            same = (before.day, before.earned, before.penalty) == (order.day, order.earned, order.penalty)
            if same:
                self.note("doubled", line)
            else:
                self.problem("doubled-otherwise", line, number=order.number, first=before.row)
            return
        if order.number and before is None:
            self._numbers[order.number] = order
        self.orders.append(order)
