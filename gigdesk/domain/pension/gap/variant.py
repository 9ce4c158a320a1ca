"""One cause applied: the figures as they would then be. Every cause is a function from a ground to such variants."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from gigdesk.domain.law import Law, LawBook, Status
from gigdesk.domain.pension.gap.causes import Cause
from gigdesk.domain.pension.gap.model import Change, Figures, Official, Parts
from gigdesk.domain.pension.gap.reckon import Setting


@dataclass(frozen=True)
class Variant:
    """The figures with one cause applied. `size`, within a cause: smaller changes are likelier.

    `because` says what stands behind the change, `status` and `sources` how sure the law is that it takes and where
    that was read, `paired` whether it may be one of two causes, `implied` that it was solved from the office's figure.
    """

    cause: Cause
    setting: Setting
    size: Decimal = Decimal(0)
    because: tuple[Change, ...] = ()
    status: Status | None = None
    sources: tuple[str, ...] = ()
    paired: bool = True
    implied: bool = False


@dataclass(frozen=True)
class Ground:
    """What the causes start from. `law` is that of the month of retirement."""

    figures: Figures
    official: Official
    given: Setting
    ours: Parts
    law: Law
    book: LawBook
    today: date


CauseOf = Callable[[Ground], Iterable[Variant]]
