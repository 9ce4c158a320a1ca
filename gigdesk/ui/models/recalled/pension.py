"""An estimate of a pension, a determination form, a resident: what was answered."""

from __future__ import annotations

from decimal import Decimal

from gigdesk.domain.pension.case import Record
from gigdesk.domain.pension.gap.model import Official
from gigdesk.domain.pension.resident import ResidentCase
from gigdesk.domain.pension.transfer import TransferCase
from gigdesk.services.forms import FormFigures
from gigdesk.services.pension_input import Request
from gigdesk.ui.models.ask import UNSURE
from gigdesk.ui.models.pension_case import TIERS
from gigdesk.ui.models.recalled import Known

HUNDRED = 100


def estimated(request: Request) -> Known:
    """The answers behind a case; of a woman of 55 that she never was a worker."""
    case = request.cases[0]
    return {**_sex(case.category), "birth": case.birth, **_paid(case.record)}


def tier_of(request: Request) -> int:
    """The tier that was shown."""
    plan = request.cases[0].plan
    percent = plan.choice.percent if plan else None
    return next((tier for tier in TIERS if percent == tier), TIERS[0])


def printed(form: FormFigures, official: Official | None) -> Known:
    """The lines of a form; without the office's figures those are asked for."""
    earned, by_age = form.entitlement, form.age_months
    known: dict[str, object | None] = {
        "retired": form.retired,
        "total_months": Decimal(earned.total_months),
        "before": Decimal(earned.transitional_months),
        "index": earned.index,
        "balance": earned.account_balance,
        "divisor": earned.divisor if by_age is None else UNSURE,
        "benefit_base": earned.benefit_base,
    }
    if by_age is not None and form.retired:
        known["birth"] = form.retired + -by_age
    if official:
        known |= {"printed_total": official.total, "printed_basic": _or_unsure(official.basic)}
        known["printed_account"] = _or_unsure(official.account)
    return known


def resident(case: ResidentCase) -> Known:
    """The residents' scheme; sex and the months of the other scheme are no part of it."""
    return {
        "birth": case.birth,
        "resident_years": Decimal(case.paid_years),
        "yearly": case.yearly or Decimal(0),
        "resident_balance": _or_unsure(case.account_balance),
        "local_basic": _or_unsure(case.local_basic),
    }


def moving(case: TransferCase) -> Known:
    """Both schemes; what is paid as a resident is no part of it."""
    return {**_sex(case.category), "birth": case.birth, "paid_months": Decimal(case.employee_months)}


def _sex(category: str) -> Known:
    if category == "male60":
        return {"sex": "male"}
    return {"sex": "female", "worker": "worker" if category == "female50" else "never"}


def _paid(record: Record) -> Known:
    index = record.average_index
    tier = next((str(one) for one in TIERS if index is not None and index * HUNDRED == one), None)
    return {
        "paid_months": Decimal(record.paid_months) if record.months_known else UNSURE,
        "tier_so_far": UNSURE if index is None else tier,
        "balance": _or_unsure(record.account_balance),
    }


def _or_unsure(amount: Decimal | None) -> object:
    return UNSURE if amount is None else amount
