"""The case of moving between the schemes, read exactly; what is absent or null is not known."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from gigdesk.domain.errors import NOTHING, InputError, Phrase
from gigdesk.domain.law import NATIONAL
from gigdesk.domain.money import YearMonth
from gigdesk.domain.pension.retirement import CATEGORIES
from gigdesk.domain.pension.transfer import DRAWING, Stay, TransferCase
from gigdesk.services.fields import Fields
from gigdesk.services.pension_input import MOST_MONTHS, whole_or_0
from gigdesk.services.resident_input import MOST_YEARS


@dataclass(frozen=True)
class Moving:
    """A case, and the stays, oldest first, with the registered place where they are known."""

    region: str
    case: TransferCase
    stays: tuple[Stay, ...] = ()
    registered: str = ""


def read_transfer(found: object, today: date, regions: Collection[str]) -> Moving:
    """Read the input of `pension transfer`; `regions` are the codes there are.

    Raises:
        InputError: naming the field, what it got and what it accepts.
    """
    top = Fields(found)
    region = top.text("region")
    case = TransferCase(
        as_of=top.month("as_of") if top.has("as_of") else YearMonth.of(today),
        birth=top.month("birth"),
        category=top.one_of("category", CATEGORIES),
        employee_months=top.whole("employee_months", 0, MOST_MONTHS),
        resident_years=top.whole("resident_years", 0, MOST_YEARS),
        double_months=whole_or_0(top, "double_months"),
        extra_months=whole_or_0(top, "extra_months"),
        insured_since=top.month("insured_since") if top.has("insured_since") else None,
        drawing=top.one_of("drawing", DRAWING) if top.has("drawing") else DRAWING[0],
        from_now=top.flag("from_now") if top.has("from_now") else False,
    )
    if top.has("stays") != top.has("registered"):
        raise InputError(
            "registered" if top.has("stays") else "stays",
            NOTHING,
            Phrase.of("together", one="stays", other="registered"),
        )
    stays = tuple(_stay(stay, regions) for stay in top.several("stays"))
    registered = _region(top, "registered", regions) if top.has("registered") else ""
    top.done()
    if sum(stay.months for stay in stays) > case.employee_months:
        got = " + ".join(str(stay.months) for stay in stays)
        raise InputError("stays", got, f"0..{case.employee_months} (employee_months)")
    return Moving(region, case, stays, registered)


def _stay(stay: Fields, regions: Collection[str]) -> Stay:
    read = Stay(
        _region(stay, "region", regions),
        stay.whole("months", 0, MOST_MONTHS),
        stay.flag("temporary") if stay.has("temporary") else False,
    )
    stay.done()
    return read


def _region(fields: Fields, field: str, regions: Collection[str]) -> str:
    code = fields.text(field)
    if code not in regions or code == NATIONAL:
        raise InputError(fields.name(field), code, "GB/T 2260: 370100, 370000, …")
    return code
