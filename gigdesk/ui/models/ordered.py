"""A job in which a list of orders can fill in what was earned, the time with an order, and the penalties."""

from __future__ import annotations

from decimal import Decimal
from typing import TypeVar

from gigdesk.domain.wages.costs import Cost
from gigdesk.ui.models.costs import Costs
from gigdesk.ui.models.job import Job, Stage
from gigdesk.ui.models.orders import OrderList
from gigdesk.ui.models.session import Session
from gigdesk.ui.models.wages_questions import ORDERS

V = TypeVar("V")
PENALTIES = "penalties"


class OrderedJob(Job[V]):
    """Asks what was earned, or takes it from a list of orders that is pasted or read from a file."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.orders = OrderList(session)

    @property
    def at_orders(self) -> bool:
        """Whether the page is that of the list."""
        return self.stage is Stage.DETAIL and self.detail == ORDERS

    def take_orders(self) -> None:
        """Fill in what the list says of a month; each question it answers is shown with that answer, or passed over."""
        total = self.orders.take()
        if total:
            answers, finished = self.asking.answers, self.asking.finished
            self.asking.per.clear()
            answers["earned"] = total.earned
            answers["days"] = Decimal(max(total.days, 1))
            if total.hours:
                answers["hours_order"] = total.hours
            if total.penalties:
                answers["costs"] = _with_penalties(answers.get("costs"), total.penalties)
            self.detail = ""
            if not finished and self.asking.current.id == "earned":
                self.asking.forward()
        self.show()

    def restart(self) -> None:
        """Forget the person and the list."""
        super().restart()
        self.orders.clear()


def _with_penalties(noted: object, penalties: Decimal) -> object:
    """The costs with the penalties of the list; a total has them in it."""
    if isinstance(noted, Decimal):
        return noted
    others = [cost for cost in noted.costs if cost.kind != PENALTIES] if isinstance(noted, Costs) else []
    return Costs((*others, Cost(PENALTIES, penalties)))
