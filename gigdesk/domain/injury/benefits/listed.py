"""The heads that the law lists for a route and a payer, as far as they fit the facts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace

from gigdesk.domain.errors import NotInForceError
from gigdesk.domain.injury.benefits import death, dependants, disability, pilot_heads, recovery
from gigdesk.domain.injury.benefits.case import Case
from gigdesk.domain.injury.benefits.head import Benefit, Why, Worked
from gigdesk.domain.injury.benefits.own_wage import explain, own_wage
from gigdesk.domain.injury.benefits.subsidies import subsidy
from gigdesk.domain.injury.limits import AREAS
from gigdesk.domain.law import Status, Value
from gigdesk.domain.working import WorkingStep, weakest

Work = Callable[[Case], Worked | None]

PAYERS = ("fund", "employer", "unconfirmed")
UNINSURED = "ordinary.employer_pays_uninsured"
OF_DEATH = {"medical_before_death", "death_benefits", "death_lump_sum", "funeral_grant", "dependants_allowance"}
BOTH: Mapping[str, Work] = {
    "medical_and_rehabilitation": recovery.by_receipts,
    "medical_before_death": recovery.by_receipts,
    "assistive_devices": recovery.by_receipts,
}
HEADS: Mapping[str, Mapping[str, Work]] = {
    "ordinary": {
        **BOTH,
        "medical_and_rehabilitation": recovery.treatment,
        "paid_leave": recovery.paid_leave,
        "living_care": recovery.living_care,
        "disability_grant": disability.grant,
        "disability_allowance": disability.allowance,
        "employer_allowance": disability.employer_allowance,
        "medical_subsidy": subsidy("ordinary.medical_subsidy_months"),
        "employment_subsidy": subsidy("ordinary.employment_subsidy_months"),
        "death_lump_sum": death.lump_sum,
        "funeral_grant": death.funeral,
        "dependants_allowance": dependants.allowance,
    },
    "pilot": {
        **BOTH,
        "disability_grant": pilot_heads.grant,
        "death_benefits": pilot_heads.death_benefits,
        "death_lump_sum": pilot_heads.death_lump_sum,
        "living_allowance": pilot_heads.not_found,
        "disability_allowance": pilot_heads.allowance,
        "medical_subsidy": pilot_heads.subsidy,
        "employment_subsidy": pilot_heads.subsidy,
    },
}
ARTICLES = {
    "medical_and_rehabilitation": "gsbx-30",
    "medical_before_death": "gsbx-30",
    "assistive_devices": "gsbx-32",
    "paid_leave": "gsbx-33",
    "living_care": "gsbx-34",
    "disability_grant": "gsbx-35-37",
    "disability_allowance": "gsbx-35",
    "employer_allowance": "gsbx-36",
    "medical_subsidy": "gsbx-36-37",
    "employment_subsidy": "gsbx-36-37",
    "death_lump_sum": "gsbx-39",
    "funeral_grant": "gsbx-39",
    "dependants_allowance": "gsbx-39",
}
PILOT_TEXT = "pilot-scope"
WARNINGS = (
    *("own-wage-lifted", "own-wage-capped", "own-wage-not-bounded"),
    *("provisional-average-wage", "unverified-used", "employer-pays-if-uninsured", "benefits-may-stop"),
)
"""The warnings that speak about amounts only."""


def benefits(routes: Collection[str], case: Case) -> tuple[Benefit, ...]:
    """The heads of some routes. The lines and the warnings behind their amounts go into the case's own working."""
    if "ordinary" in routes:
        _explain_own_wage(case.fresh())
    found = tuple(benefit for route in AREAS if route in routes for benefit in _of_route(route, case))
    case.working.steps.extend(benefit.step for benefit in found if benefit.step)
    if any(benefit.route == "ordinary" for benefit in found):
        _warn_of_work_injury_insurance(case)
    return found


def _warn_of_work_injury_insurance(case: Case) -> None:
    """Who pays where nobody was insured (条例, article 62), and when payment stops (article 42)."""
    if case.insured is None:
        case.working.warn("employer-pays-if-uninsured")
    if not case.died:
        case.working.warn("benefits-may-stop")


def _explain_own_wage(case: Case) -> None:
    wage = own_wage(case) if case.law.has("ordinary.own_wage_bounds") else None
    if wage:
        explain(wage, case)


def _of_route(route: str, case: Case) -> Iterator[Benefit]:
    for payer in PAYERS:
        if case.law.has(f"{AREAS[route]}.benefits.{payer}"):
            listed = case.law.value(f"{AREAS[route]}.benefits.{payer}")
            for id_ in case.law.codes(listed.name):
                if (id_ in OF_DEATH) is case.died:
                    yield from _head(id_, route, listed, case.fresh())


def _head(id_: str, route: str, listed: Value, case: Case) -> Iterator[Benefit]:
    """One head with who pays it and the law it was worked out from, or nothing where it does not apply."""
    work = HEADS[route][id_]
    try:
        worked = work(case)
    except NotInForceError as error:
        worked = Worked("not-in-data", why=Why("not_in_data", {"name": error.details["name"]}))
    if worked is None:
        return
    read = tuple(case.law.citations)
    worked = _settled(worked, (listed, *read), case)
    payer, by = _payer(route, listed, case)
    yield Benefit(
        id=id_,
        route=route,
        payer=payer,
        article=ARTICLES[id_] if route == "ordinary" else PILOT_TEXT,
        worked=worked,
        step=_step(id_, worked, read),
        sources=tuple(dict.fromkeys(value.source for value in (listed, *read, *by))),
        status=_weakest(worked, (listed, *read)),
    )


def _settled(worked: Worked, law: Collection[Value], case: Case) -> Worked:
    """An amount that rests on an unverified value is withheld, unless the person asked for such amounts."""
    unverified = [value for value in law if value.status is Status.UNVERIFIED]
    if not unverified or (worked.amount is None and worked.between is None):
        return worked
    if not case.claim.accept_unverified:
        shares = tuple(replace(share, amount=None) for share in worked.shares)
        return replace(worked, amount=None, between=None, shares=shares, why=Why("unverified"))
    for value in unverified:
        case.working.warn("unverified-used", name=value.name)
    return worked


def _payer(route: str, listed: Value, case: Case) -> tuple[str, tuple[Value, ...]]:
    """The payer of the list; but an employer who never insured the worker pays everything himself."""
    if route == "ordinary" and case.insured is False and case.law.has(UNINSURED):
        return "employer", (case.law.value(UNINSURED),)
    return listed.name.rpartition(".")[2], ()


def _step(id_: str, worked: Worked, read: tuple[Value, ...]) -> WorkingStep | None:
    value: object = worked.amount
    if worked.between:
        value = "–".join(f"{amount:f}" for amount in worked.between)
    if value is None:
        return None
    sources = tuple(dict.fromkeys(used.source for used in read))
    status = _weakest(worked, read)
    return WorkingStep(id_.replace("_", "-"), worked.inputs, value, worked.unit, sources, status, worked.rule)


def _weakest(worked: Worked, law: Collection[Value]) -> Status:
    own = [worked.status] if worked.status else []
    return weakest([*own, *(value.status for value in law)]) or Status.UNVERIFIED
