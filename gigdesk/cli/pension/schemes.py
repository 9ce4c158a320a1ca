"""gigdesk pension resident | transfer: the residents' scheme, and the way between it and the employees'."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence

from gigdesk.cli.context import Context, Output, Subparsers, add_report, add_with_input, read_input
from gigdesk.cli.slip import add_slip
from gigdesk.domain.pension.transfer import Place, Transfer, Way
from gigdesk.reports.slip.schemes import resident_slip, transfer_slip
from gigdesk.services import commands
from gigdesk.services.resident_input import read_resident
from gigdesk.services.transfer_input import read_transfer
from gigdesk.store.records import Region
from gigdesk.store.texts import Texts


def add(group: Subparsers, t: Texts) -> None:
    """Declare the commands."""
    for name, run in (("resident", _resident), ("transfer", _transfer)):
        command = add_with_input(group, t, f"pension.{name}", run)
        add_report(command, t)
        add_slip(command, t)


def _resident(args: argparse.Namespace, context: Context) -> Output:
    region, case = read_resident(read_input(args.input), context.today)
    answer = context.services.pension.resident(region, case, context.today)
    found, t = answer.result, context.t
    lines = [t(f"cli.resident.{found.outcome}", begins=found.begins, years=found.years, short=found.years_short)]
    if found.pension:
        lines.append(t("cli.resident.month", **vars(found.pension)))
    command = commands.schemes.resident_command(region, case)
    return Output(vars(found), lines, answer, command=command, slip=lambda asked: resident_slip(answer, asked))


def _transfer(args: argparse.Namespace, context: Context) -> Output:
    pension, t = context.services.pension, context.t
    regions = pension.reference.regions
    asked = read_transfer(read_input(args.input), context.today, regions)
    answer = pension.transfer(asked.region, asked.case, context.today, asked.stays, asked.registered)
    found = answer.result
    body = {**transfer_body(found.transfer, t), "paying_place": _place_body(found.place, regions, t)}
    lines = list(_transfer_lines(found.transfer, t))
    if found.place:
        lines.append(t("cli.transfer.place", **_named(found.place, regions, t)))
    command = commands.schemes.transfer_command(asked)
    return Output(body, lines, answer, command=command, slip=lambda asked: transfer_slip(answer, asked))


def transfer_body(found: Transfer, t: Texts) -> dict[str, object]:
    """The answer of `pension transfer` without the paying place."""
    ways = [
        {
            "id": way.id,
            "label": t(f"transfer.way.{way.id}"),
            **vars(way),
            "kept": _labelled("part", way.kept, t),
            "lost": _labelled("part", way.lost, t),
            "needs": _labelled("need", way.needs, t),
        }
        for way in found.ways
    ]
    return {**vars(found), "outcome_text": t(f"transfer.outcome.{found.outcome}"), "ways": ways}


def _labelled(kind: str, ids: Sequence[str], t: Texts) -> list[dict[str, str]]:
    return [{"id": each, "label": t(f"transfer.{kind}.{each}")} for each in ids]


def _place_body(found: Place | None, regions: Mapping[str, Region], t: Texts) -> dict[str, object] | None:
    if found is None:
        return None
    named = _named(found, regions, t)
    return {**vars(found), "name": named["name"], "reason_text": named["reason"]}


def _named(found: Place, regions: Mapping[str, Region], t: Texts) -> dict[str, str]:
    return {"name": regions[found.region].names[t.language], "reason": t(f"transfer.place.{found.reason}")}


def _transfer_lines(found: Transfer, t: Texts) -> Iterator[str]:
    yield t(f"transfer.outcome.{found.outcome}")
    if found.required_months is not None and found.outcome not in ("resident-alone", "no-transfer"):
        yield t("cli.transfer.months", **vars(found))
    for way in found.ways:
        payment = t(f"transfer.payment.{way.payment}", **vars(way))
        yield t("cli.transfer.way", label=t(f"transfer.way.{way.id}"), begins=way.begins, payment=payment)
        yield from _way_lines(way, t)
    if found.refund_months:
        yield t("cli.transfer.refund", months=found.refund_months)


def _way_lines(way: Way, t: Texts) -> Iterator[str]:
    for line, kind, ids in (("kept", "part", way.kept), ("lost", "part", way.lost), ("needs", "need", way.needs)):
        if ids:
            parts = t("transfer.and").join(t(f"transfer.{kind}.{each}") for each in ids)
            yield t(f"cli.transfer.{line}", parts=parts)
