"""gigdesk pension contribution | retirement-age: what a month costs, and from when it is drawn."""

from __future__ import annotations

import argparse

from gigdesk.cli.context import Context, Output, Subparsers, number
from gigdesk.domain.errors import InputError
from gigdesk.domain.pension.contribution import Choice, Contribution
from gigdesk.domain.pension.retirement import CATEGORIES, Retirement
from gigdesk.services.fields import FIRST_YEAR, LAST_YEAR, month
from gigdesk.store.texts import Texts


def add(group: Subparsers, t: Texts) -> None:
    """Declare the commands."""
    cost = group.add_parser("contribution", help=t("help.pension.contribution"))
    cost.add_argument("--region", required=True, help=t("help.region"))
    cost.add_argument("--year", type=int, help=t("help.pension.year"))
    base = cost.add_mutually_exclusive_group()
    base.add_argument("--base-percent", type=number, metavar="60..300", help=t("help.pension.base-percent"))
    base.add_argument("--base", type=number, metavar="YUAN", help=t("help.pension.base"))
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
    answer = context.services.pension.contribution(args.region, year, choice, context.today)
    return Output(
        contribution_body(answer.result), [context.t("cli.contribution", year=year, **vars(answer.result))], answer
    )


def _retirement_age(args: argparse.Namespace, context: Context) -> Output:
    try:
        birth = month(args.birth)
    except ValueError:
        raise InputError("--birth", args.birth, f"YYYY-MM ({FIRST_YEAR}..{LAST_YEAR})") from None
    answer = context.services.pension.retirement_age(birth, args.category, context.today, args.shift_months)
    return Output(retirement_body(answer.result), [retirement_line(answer.result, context.t)], answer)


def contribution_body(found: Contribution) -> dict[str, object]:
    """The `contribution` object of the contract."""
    return dict(vars(found))


def retirement_body(found: Retirement) -> dict[str, object]:
    """The `retirement` object of the contract."""
    return {name: value for name, value in vars(found).items() if name not in ("category", "chosen_age_months")}


def retirement_line(found: Retirement, t: Texts) -> str:
    """When somebody may retire, in words."""
    key = "cli.retirement" if found.required_months is not None else "cli.retirement.months-not-known"
    return t(key, **vars(found))
