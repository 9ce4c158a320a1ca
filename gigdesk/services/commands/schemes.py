"""`pension resident` and `pension transfer`, written as their input and asked again."""

from __future__ import annotations

from datetime import date

from gigdesk.domain.pension.resident import Resident, ResidentCase
from gigdesk.services import Services
from gigdesk.services.commands.command import Command, Found, codes, told
from gigdesk.services.resident_input import read_resident
from gigdesk.services.transfer_input import Moving, read_transfer

RESIDENT, TRANSFER = "pension resident", "pension transfer"


def resident_command(region: str, case: ResidentCase) -> Command:
    """A resident's case as it stands in the input."""
    return Command(RESIDENT, told(region=region, **vars(case)))


def transfer_command(moving: Moving) -> Command:
    """A case of both schemes as it stands in the input."""
    stays = {"stays": moving.stays, "registered": moving.registered} if moving.registered else {}
    return Command(TRANSFER, told(region=moving.region, **vars(moving.case), **stays))


def resident_again(asked: Command, services: Services, today: date) -> Found:
    """Work it out again."""
    region, case = read_resident(asked.input, today)
    answer = services.pension.resident(region, case, today)
    return Found(_outcome(answer.result), answer.steps)


def transfer_again(asked: Command, services: Services, today: date) -> Found:
    """Decide again."""
    moving = read_transfer(asked.input, today, services.data.reference.regions)
    answer = services.pension.transfer(moving.region, moving.case, today, moving.stays, moving.registered)
    return Found(codes(transfer=answer.result.transfer, place=answer.result.place), answer.steps)


def _outcome(found: Resident) -> dict[str, object]:
    return codes(
        outcome=found.outcome,
        begins=found.begins,
        years=found.years,
        years_short=found.years_short,
        made_up=found.made_up,
        account=found.account,
        pension=found.pension,
        missing=[one.parameter for one in found.missing],
    )
