"""`pension estimate`, written as its input and asked again."""

from __future__ import annotations

from datetime import date

from gigdesk.domain.errors import InputError
from gigdesk.domain.pension.case import Record
from gigdesk.domain.pension.estimate import Estimate
from gigdesk.domain.pension.index import Period
from gigdesk.domain.pension.projection import Plan
from gigdesk.domain.pension.subsidy import Claim, Terms
from gigdesk.domain.working import WorkingStep
from gigdesk.services import Services
from gigdesk.services.commands.command import Command, Found, codes, told
from gigdesk.services.pension import CATEGORIES_OF
from gigdesk.services.pension_input import Request, read_request

NAME = "pension estimate"


def command(request: Request) -> Command:
    """A case as it stands in the input; of a person who may belong to several categories without one."""
    return Command(NAME, written(request))


def written(request: Request) -> dict[str, object]:
    """The input of a case."""
    case = request.cases[0]
    sex = next(sex for sex, possible in CATEGORIES_OF.items() if case.category in possible)
    category = case.category if len(request.cases) == 1 else None
    return told(
        region=request.region,
        as_of=request.as_of,
        person=told(sex=sex, birth=case.birth, category=category),
        record=_record(case.record, request.history),
        plan=_plan(case.plan, to_minimum=case.to_minimum) if case.plan else None,
        retirement={"shift_months": case.shift_months} if case.shift_months else None,
        assumptions=case.assumptions,
        override=told(**vars(case.override)) or None,
        subsidy=_claim(request.claim) if request.claim else None,
    )


def ask_again(asked: Command, services: Services, today: date) -> Found:
    """Estimate again, and say for each category what came of it."""
    request = read_request(asked.input, today)
    steps: list[WorkingStep] = []
    outcome: dict[str, object] = {}
    for case in request.cases:
        try:
            answer = services.pension.estimate(request.region, case, today, request.history, request.claim)
        except InputError as error:
            if len(request.cases) == 1:
                raise
            outcome[case.category] = {"error": error.code}
        else:
            steps += answer.steps
            outcome[case.category] = _outcome(answer.result)
    return Found(outcome, tuple(steps))


def _outcome(found: Estimate) -> dict[str, object]:
    return codes(
        retirement=found.retirement,
        contribution=found.contribution,
        future_total=found.expected.projection.cost,
        benefit=found.expected.benefit,
        total_todays_money=found.expected.todays_money,
        range=found.range,
        breakeven_months=found.breakeven_months,
        subsidy=found.subsidy,
    )


def _record(record: Record, history: tuple[Period, ...]) -> dict[str, object]:
    """Paid months and index follow from the history, where there is one."""
    fields = dict(vars(record))
    if not fields.pop("months_known"):
        fields["paid_months"] = None
    if history:
        fields |= {"paid_months": None, "average_index": None, "history": history}
    return told(**fields)


def _plan(plan: Plan, *, to_minimum: bool) -> dict[str, object]:
    stop = "minimum" if to_minimum else "retirement" if plan.stop_before is None else plan.stop_before + -1
    choice = plan.choice
    return told(base_percent=choice.percent, base=choice.amount, months_per_year=plan.months_per_year, stop=stop)


def _claim(claim: Claim) -> dict[str, object]:
    terms = _terms(claim.terms) if claim.terms else None
    return told(group=claim.group, first_approved=claim.first_approved, drawn_months=claim.drawn_months, terms=terms)


def _terms(terms: Terms) -> dict[str, object]:
    return told(
        rate=str(terms.share),
        reference=terms.reference,
        cap_month=terms.cap,
        max_months=terms.max_months,
        near_retirement_months=terms.near_months,
    )
