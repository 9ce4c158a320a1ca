"""`pension replay` and `pension gap`, written as their input and asked again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from gigdesk.domain.pension.gap.model import Candidate, Gap, Official
from gigdesk.services import Services
from gigdesk.services.answer import Answer
from gigdesk.services.commands import estimate
from gigdesk.services.commands.command import Command, Found, codes, told
from gigdesk.services.fields import Fields
from gigdesk.services.form_input import MOST_A_MONTH, read_form, read_official
from gigdesk.services.forms import FormFigures
from gigdesk.services.pension import Pension
from gigdesk.services.pension_input import Request, only_case

REPLAY, GAP = "pension replay", "pension gap"


def replay_command(form: FormFigures) -> Command:
    """A determination form as it stands in the input."""
    return Command(REPLAY, _form(form))


def gap_command(asked: FormFigures | Request, official: Official) -> Command:
    """A form, or a case of `pension estimate`, and the office's figures beside it."""
    options = {"official": official.total, "official-basic": official.basic, "official-account": official.account}
    written = _form(asked) if isinstance(asked, FormFigures) else estimate.written(asked)
    return Command(GAP, written, told(**options))


def replay_again(asked: Command, services: Services, today: date) -> Found:
    """Replay again; with a later benefit base also what that changes."""
    form = read_form(asked.input, services.pension, today)
    if form.final_base is None:
        answer = services.pension.replay(form, today)
        return Found(codes(benefit=answer.result), answer.steps)
    corrected = services.pension.correction(form, form.final_base, today)
    return Found(codes(benefit=corrected.result.provisional, correction=corrected.result), corrected.steps)


def gap_again(asked: Command, services: Services, today: date) -> Found:
    """Search again."""
    official = official_of(asked)
    answer = explained(read_case(asked.input, services.pension, today), official, services.pension, today)
    return Found(_outcome(answer.result), answer.steps)


def read_case(found: object, pension: Pension, today: date) -> FormFigures | Request:
    """A case of `pension estimate` is told from a form by its person.

    Raises:
        InputError: naming the field, what it got and what it accepts.
    """
    if isinstance(found, Mapping) and "person" in found:
        return only_case(found, today)
    return read_form(found, pension, today, correction=False)


def explained(asked: FormFigures | Request, official: Official, pension: Pension, today: date) -> Answer[Gap]:
    """Why the office's figure differs from that of a form or of an estimate."""
    if isinstance(asked, FormFigures):
        return pension.gap(asked, official, today)
    return pension.gap_of_estimate(asked.region, asked.cases[0], official, today, asked.history)


def official_of(asked: Command) -> Official:
    """The office's figures as the options say them.

    Raises:
        InputError: naming the option, what it got and what it accepts.
    """
    options = Fields(asked.options, "options")

    def part(name: str) -> Decimal | None:
        return options.number(name, 0, MOST_A_MONTH) if options.has(name) else None

    total, basic, account = (
        options.number("official", 0, MOST_A_MONTH),
        part("official-basic"),
        part("official-account"),
    )
    options.done()
    return read_official(total, basic, account)


def _form(form: FormFigures) -> dict[str, object]:
    earned, by_age = form.entitlement, form.age_months is not None
    return told(
        region=form.region,
        retired=form.retired,
        benefit_base=earned.benefit_base,
        index=earned.index,
        transitional_index=earned.transitional_index,
        total_months=earned.total_months,
        months_before_account=earned.transitional_months,
        account_balance=earned.account_balance,
        divisor=None if by_age else earned.divisor,
        age_months=form.age_months,
        final_benefit_base=form.final_base,
        months_drawn=form.months_drawn,
    )


def _outcome(found: Gap) -> dict[str, object]:
    return codes(
        ours=found.ours,
        difference=found.difference,
        verdict=found.verdict,
        candidates=[_candidate(each) for each in found.candidates],
        exact_pairs=found.exact_pairs,
    )


def _candidate(found: Candidate) -> dict[str, object]:
    changes = {change.name: change.after for change in found.changes}
    return codes(causes=found.causes, changes=changes, gives=found.gives, remaining=found.remaining, match=found.match)
