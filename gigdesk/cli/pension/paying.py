"""gigdesk pension contribution | retirement-age: what a month costs, and from when it is drawn."""

from __future__ import annotations

import argparse
from typing import Any

from gigdesk.cli.context import Context, Output, Subparsers, number
from gigdesk.domain.errors import InputError
from gigdesk.domain.money import MONTHS_A_YEAR
from gigdesk.domain.pension.contribution import Choice, Contribution
from gigdesk.domain.pension.retirement import CATEGORIES, Retirement
from gigdesk.domain.pension.rhythm import RHYTHMS, Schedule
from gigdesk.domain.pension.subsidy import Subsidy
from gigdesk.services.answer import Answer
from gigdesk.services.fields import FIRST_YEAR, LAST_YEAR, month, named
from gigdesk.store.texts import Texts


def add(group: Subparsers, t: Texts) -> None:
    """Declare the commands."""
    cost = group.add_parser("contribution", help=t("help.pension.contribution"))
    cost.add_argument("--region", required=True, help=t("help.region"))
    cost.add_argument("--year", type=int, help=t("help.pension.year"))
    base = cost.add_mutually_exclusive_group()
    base.add_argument("--base-percent", type=number, metavar="60..300", help=t("help.pension.base-percent"))
    base.add_argument("--base", type=number, metavar="YUAN", help=t("help.pension.base"))
    cost.add_argument("--months", type=int, default=MONTHS_A_YEAR, metavar="1..12", help=t("help.pension.months"))
    cost.add_argument("--rhythm", choices=RHYTHMS, help=t("help.pension.rhythm"))
    cost.set_defaults(run=_contribution)
    age = group.add_parser("retirement-age", help=t("help.pension.retirement-age"))
    age.add_argument("--birth", required=True, metavar="YYYY-MM", help=t("help.pension.birth"))
    age.add_argument("--category", required=True, choices=CATEGORIES, help=t("help.pension.category"))
    age.add_argument("--shift-months", type=int, default=0, metavar="-36..36", help=t("help.pension.shift"))
    age.set_defaults(run=_retirement_age)


def _contribution(args: argparse.Namespace, context: Context) -> Output:
    year = context.today.year if args.year is None else args.year
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise InputError("--year", year, f"{FIRST_YEAR}..{LAST_YEAR}")
    choice = Choice(percent=args.base_percent, amount=args.base)
    schedule = Schedule(args.months, args.rhythm)
    with named({name: f"--{name.replace('_', '-')}" for name in ("base", "base_percent", "months", "rhythm")}):
        answer = context.services.pension.contribution(args.region, year, choice, context.today, schedule)
    found, t = answer.result, context.t
    lines = [
        t("cli.contribution", year=year, **vars(found.contribution)),
        t("cli.contribution.year", year_total=found.year_total, months=found.months),
    ]
    body = {**contribution_body(found.contribution), "months": found.months, "year_total": found.year_total}
    if found.rhythm:
        lines.append(t("cli.contribution.payment", rhythm=t(f"rhythm.{found.rhythm}"), payment=found.payment))
        body |= {"rhythm": found.rhythm, "payment": found.payment}
    return Output(body, lines, answer)


def _retirement_age(args: argparse.Namespace, context: Context) -> Output:
    try:
        birth = month(args.birth)
    except ValueError:
        raise InputError("--birth", args.birth, f"YYYY-MM ({FIRST_YEAR}..{LAST_YEAR})") from None
    with named({"shift_months": "--shift-months"}):
        answer = context.services.pension.retirement_age(birth, args.category, context.today, args.shift_months)
    return Output(retirement_body(answer.result), [retirement_line(answer, answer.result, context.t)], answer)


def contribution_body(found: Contribution) -> dict[str, object]:
    """The `contribution` object of the contract."""
    return dict(vars(found))


def paid_body(found: Contribution, back: Subsidy | None) -> dict[str, object]:
    """The same, with what comes back of a month: null where nothing is claimed or the terms are not known."""
    return {**contribution_body(found), "subsidy": back.monthly if back else None}


def retirement_body(found: Retirement) -> dict[str, object]:
    """The `retirement` object of the contract."""
    return {name: value for name, value in vars(found).items() if name not in ("category", "chosen_age_months")}


def retirement_line(answer: Answer[Any], found: Retirement, t: Texts) -> str:
    """When somebody may retire, in words; and the month that the answer reckons with, where it is another one."""
    key = "cli.retirement" if found.required_months is not None else "cli.retirement.months-not-known"
    other = "paying-on" if any(step.id == "paying-on" for step in answer.steps) else "chosen"
    differs = found.chosen_month != found.statutory_month
    return t(
        key,
        **vars(found),
        age=_age(found.chosen_age_months - (found.chosen_month - found.statutory_month), t),
        other=t(f"cli.retirement.{other}", month=found.chosen_month) if differs else "",
    )


def _age(months: int, t: Texts) -> str:
    years, rest = divmod(months, MONTHS_A_YEAR)
    return t("cli.age.months", years=years, months=rest) if rest else t("cli.age", years=years)


def subsidy_lines(back: Subsidy | None, t: Texts) -> list[str]:
    """What comes back, in words, where the amount is known."""
    known = back is not None and back.entitled
    return [t("cli.subsidy", **vars(back))] if known else []
