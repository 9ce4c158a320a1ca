"""What is asked about a determination form, line by line as it is printed, and the figures that the answers make."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from gigdesk.domain.errors import GigDeskError, InputError, MissingDataError
from gigdesk.domain.law import YearValue, number_of
from gigdesk.domain.money import YearMonth
from gigdesk.domain.pension import rounding
from gigdesk.domain.pension.benefit import Entitlement
from gigdesk.domain.pension.gap.model import Official
from gigdesk.services import Services
from gigdesk.services.forms import FormFigures
from gigdesk.services.pension_input import MOST_MONTHS
from gigdesk.services.words import MOST_YEARS, YEARS_OR_MONTHS
from gigdesk.ui.models.ask import UNSURE, Answers, Ask
from gigdesk.ui.models.pension_case import MOST_BALANCE, birth_ask, month
from gigdesk.ui.models.places import place, place_asks
from gigdesk.ui.models.session import Session

FIRST_YEAR = 2006
"""The formula is that of 国发〔2005〕38号."""

LEAST_DIVISOR, MOST_DIVISOR = 56, 233
LEAST_BASE, MOST_BASE = 1_000, 50_000
MOST_INDEX = 6
MOST_PENSION = 100_000
PARTS = ("basic", "account")
"""Those that are asked for where the total differs; the transitional part is what is left."""


def asks(services: Services, session: Session, answers: Answers) -> list[Ask]:
    """The lines of the form; its parts only where the total is not what comes out."""
    today = session.today()
    found = [
        *place_asks(services, session.texts.language, answers),
        Ask("retired", kind="month", low=FIRST_YEAR, high=today.year, start=today.year),
        Ask("total_months", kind="amount", unit=YEARS_OR_MONTHS, low=1, high=MOST_MONTHS),
        Ask("before", kind="amount", unit="months", high=MOST_MONTHS, decimals=False, unsure=True),
        Ask("index", kind="amount", unit="index", high=MOST_INDEX, unsure=True),
        Ask("balance", kind="amount", unit="CNY", high=MOST_BALANCE, unsure=True),
        Ask("divisor", kind="amount", unit="months", low=LEAST_DIVISOR, high=MOST_DIVISOR, unsure=True),
    ]
    for name in ("index", "balance"):
        if answers.get(name) is UNSURE:  # nothing can be worked out: that is said at once
            return found[: 1 + [ask.id for ask in found].index(name)]
    if answers.get("divisor") is UNSURE:
        found.append(birth_ask(today))
    found.append(_amount("benefit_base", LEAST_BASE, MOST_BASE, unsure=True))
    found.append(_amount("printed_total", 1, MOST_PENSION))
    if all(ask.id in answers for ask in found) and _apart(services, answers, today):
        found += [_amount(f"printed_{part}", 0, MOST_PENSION, unsure=True) for part in PARTS]
    return found


def _amount(name: str, low: int, high: int, *, unsure: bool = False) -> Ask:
    return Ask(name, kind="amount", unit="CNY/month", low=low, high=high, unsure=unsure)


def figures(services: Services, answers: Answers) -> FormFigures:
    """The form that the answers describe.

    Raises:
        MissingDataError: something is not known that nothing stands in for.
        InputError: figures that cannot all be true.
    """
    for name in ("index", "balance"):
        if answers[name] is UNSURE:
            raise MissingDataError(f"form-{name}")
    region, retired = place(answers), month(answers["retired"])
    total, before = _months(services, answers), _number(answers["before"])
    if before > total:
        raise InputError("before", int(before), f"0..{total}", "form-before")
    by_age = answers["divisor"] is UNSURE
    return FormFigures(
        region,
        retired,
        Entitlement(
            benefit_base=benefit_base(services, answers),
            index=_number(answers["index"]),
            total_months=total,
            account_balance=_number(answers["balance"]),
            divisor=Decimal(1) if by_age else _number(answers["divisor"]),
            transitional_months=int(before),
        ),
        retired - month(answers["birth"]) if by_age else None,
    )


def official(answers: Answers) -> Official:
    """What the form prints."""
    basic, account = (answers.get(f"printed_{part}") for part in PARTS)
    return Official(_number(answers["printed_total"]), _known(basic), _known(account))


def benefit_base(services: Services, answers: Answers) -> Decimal:
    """The base that the form prints, else the one published for its month.

    Raises:
        MissingDataError: it is not printed, and none that is verified is known.
    """
    printed = answers["benefit_base"]
    if isinstance(printed, Decimal):
        return printed
    retired = month(answers["retired"])
    return number_of(services.pension.benefit_base(place(answers), retired).value, retired)


def published_base(services: Services, region: str, retired: YearMonth) -> YearValue | None:
    """The base published for a month, if it is known and verified."""
    try:
        found = services.pension.benefit_base(region, retired)
        number_of(found.value, retired)
    except MissingDataError:
        return None
    return found


def _apart(services: Services, answers: Answers, today: date) -> bool:
    """Whether the total is known not to be what comes out. Where nothing comes out the parts would not help."""
    try:
        total = services.pension.replay(figures(services, answers), today).result.total
    except GigDeskError:
        return False
    return total != official(answers).total


def _months(services: Services, answers: Answers) -> int:
    """Months, or years as the province prints them: nobody has so few months, nor so many years."""
    found = _number(answers["total_months"])
    try:
        if found <= MOST_YEARS:
            rule = services.pension.year_rule(place(answers), month(answers["retired"]).first_day())
            return rounding.months(rule, found)
        if found == int(found):
            return int(found)
    except ValueError:
        pass
    raise InputError("total_months", found, "289, 24.08", "form-months")


def _known(answer: object) -> Decimal | None:
    return answer if isinstance(answer, Decimal) else None


def _number(answer: object) -> Decimal:
    """An amount; one not known that is asked for here is none."""
    return answer if isinstance(answer, Decimal) else Decimal(0)
