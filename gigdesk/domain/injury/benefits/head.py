"""A head of benefit: what comes out, from what, and who pays it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from gigdesk.domain.injury.benefits.claim import Relation
from gigdesk.domain.law import Status
from gigdesk.domain.working import WorkingStep

Range = tuple[Decimal, Decimal]


@dataclass(frozen=True)
class Why:
    """Why there is no amount. Its texts are `why-no-amount.<code>` and, longer, `why-no-amount.<code>.more`."""

    code: str
    details: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Share:
    """What one dependant gets a month: by law a share of the wage, and that in yuan as far as the sum allows."""

    relation: Relation
    lone: bool
    share: Decimal
    amount: Decimal | None = None


@dataclass(frozen=True)
class Worked:
    """What came out of a head. Its formula is the text `formula.<rule>` with the inputs, in words `rule.<rule>`.

    `months` is the range of months that a sum stands for, `between` that of the sum while it hangs on the grade.
    `condition` names what must be so for the head to be paid at all, as long as it is not known.
    """

    rule: str
    inputs: Mapping[str, object] = field(default_factory=dict)
    amount: Decimal | None = None
    between: Range | None = None
    why: Why | None = None
    unit: str = "CNY"
    months: tuple[int, int] | None = None
    condition: str = ""
    shares: tuple[Share, ...] = ()
    status: Status | None = None


@dataclass(frozen=True)
class Benefit:
    """One head on one route: what came out and who pays it (fund, employer, unconfirmed).

    `article` names the text it stands in (`article.<article>`); `step` is the line of the working behind an amount;
    `status` is that of the weakest value read.
    """

    id: str
    route: str
    payer: str
    article: str
    worked: Worked
    step: WorkingStep | None
    sources: tuple[str, ...]
    status: Status
