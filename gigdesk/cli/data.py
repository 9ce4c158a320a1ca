"""gigdesk data, gigdesk doctor."""

from __future__ import annotations

import argparse

from gigdesk.cli import changes, data_status, publishing, releases, settings, tables
from gigdesk.cli.context import Context, Output, Subparsers
from gigdesk.domain.pension.replay import PARTS, ProofBank, Replayed
from gigdesk.services.speech import languages, speakers, told
from gigdesk.store.texts import Texts


def add(commands: Subparsers, t: Texts) -> None:
    """Declare the commands."""
    group = commands.add_parser("data", help=t("help.data")).add_subparsers(required=True, metavar="COMMAND")
    tables.add(group, t)
    releases.add(group, t)
    publishing.add(group, t)
    data_status.add(group, t)
    settings.add(group, t)
    changes.add(group, t)
    commands.add_parser("doctor", help=t("help.doctor")).set_defaults(run=_doctor)


def _doctor(_: argparse.Namespace, context: Context) -> Output:
    answer = context.services.data.doctor(context.today)
    health, t = answer.result, context.t
    voices = languages(speakers())
    lines = [
        t("doctor.file", result=health.file_check),
        t("doctor.compared", differences=len(health.differences)),
        *(f"  {finding.place}: {finding.what}" for finding in health.differences),
        t("doctor.guard", findings=len(health.findings)),
        *(f"  {finding.place}: {finding.what}" for finding in health.findings),
        t("doctor.forms", forms=len(health.forms), exact=health.exact, whole=health.bank.whole),
        *(_tally_line(health.bank, part, t) for part in PARTS),
        *(_form_line(form, t) for form in health.forms if not form.whole),
        told(voices, t),
        t("doctor.well" if health.well else "doctor.ill"),
    ]
    body = {
        "well": health.well,
        "file": health.file_check,
        "differences": health.differences,
        "findings": health.findings,
        "voices": voices,
        "forms": {
            "count": len(health.forms),
            "exact": health.exact,
            "exact_with_total": health.bank.whole,
            "parts": {part: dict(zip(("compared", "exact"), health.bank.tally(part), strict=True)) for part in PARTS},
            "list": [_form(form, t.language) for form in health.forms],
        },
    }
    return Output(body, lines, answer, 0 if health.well else 3)


def _form(replayed: Replayed, language: str) -> dict[str, object]:
    return {
        "form": replayed.form.id,
        "region": replayed.form.region,
        "retired": replayed.form.retired,
        "exact": replayed.exact,
        **{f"{part.part}_exact": part.exact for part in replayed.parts},
        "parts": {
            part.part: {
                "ours": part.ours,
                "printed": part.printed,
                "difference": part.difference,
                "why_not": part.why_not or None,
            }
            for part in replayed.parts
        },
        "adds_up": replayed.form.adds_up,
        "note": replayed.form.notes[language],
    }


def _tally_line(bank: ProofBank, part: str, t: Texts) -> str:
    compared, exact = bank.tally(part)
    return t("doctor.part", part=t(f"step.{part}"), exact=exact, compared=compared)


def _form_line(replayed: Replayed, t: Texts) -> str:
    key = "doctor.form-parts" if replayed.exact else "doctor.form-off"
    return f"  {replayed.form.id} {replayed.form.region}: {t(key)} {replayed.form.notes[t.language]}".rstrip()
