"""gigdesk kiosk: whether this machine is a kiosk, the staff code, after how long it clears, whether it reads aloud."""

from __future__ import annotations

import argparse
import getpass
import os

from gigdesk.cli.context import Context, Output, Subparsers
from gigdesk.domain.errors import InputError, Phrase
from gigdesk.services.answer import answered
from gigdesk.services.speech import languages, speakers, told
from gigdesk.store.settings import ALOUD, Settings
from gigdesk.store.staff_code import accepted
from gigdesk.store.texts import Texts

CODE = "GIGDESK_STAFF_CODE"
"""The variable from which a script gives the code: never an argument, which every process can read."""


ON_OFF = ("on", "off")


def add(commands: Subparsers, t: Texts) -> None:
    """Declare the command."""
    command = commands.add_parser("kiosk", help=t("help.kiosk"))
    command.add_argument("--on", action="store_const", const=True, dest="on", help=t("help.kiosk.on"))
    command.add_argument("--off", action="store_const", const=False, dest="on", help=t("help.kiosk.off"))
    command.add_argument("--code", action="store_true", help=t("help.kiosk.code"))
    command.add_argument("--idle", type=int, metavar="60..600", help=t("help.kiosk.idle"))
    command.add_argument("--aloud", metavar="|".join(ALOUD["aloud"]), help=t("help.kiosk.aloud"))
    command.add_argument("--aloud-pace", metavar="|".join(ALOUD["aloud_pace"]), help=t("help.kiosk.aloud-pace"))
    command.add_argument("--short-codes", choices=ON_OFF, help=t("help.kiosk.short-codes"))
    command.set_defaults(run=_kiosk)


def _kiosk(args: argparse.Namespace, context: Context) -> Output:
    upkeep, t = context.services.upkeep, context.t
    asked = {
        "on": args.on,
        "code": _code(t) if args.code else None,
        "idle": args.idle,
        "short_codes": None if args.short_codes is None else args.short_codes == ON_OFF[0],
    }
    aloud = {key: getattr(args, key) for key in ALOUD}
    unasked = all(one is None for one in (*asked.values(), *aloud.values()))
    found = upkeep.settings() if unasked else upkeep.set_kiosk(**asked, aloud=aloud)
    voices = languages(speakers())
    lines = [
        t("kiosk.cli.on" if found.kiosk else "kiosk.cli.off"),
        t("kiosk.cli.code" if found.kiosk_code else "kiosk.cli.no-code"),
        t("kiosk.cli.idle", seconds=found.kiosk_idle),
        _aloud(found, voices, t),
        t("kiosk.cli.short-codes" if found.kiosk_short_codes else "kiosk.cli.no-short-codes"),
    ]
    body = {
        "kiosk": found.kiosk,
        "staff_code": bool(found.kiosk_code),
        "idle_seconds": found.kiosk_idle,
        "aloud": found.aloud,
        "aloud_pace": found.aloud_pace,
        "voices": voices,
        "short_codes": found.kiosk_short_codes,
    }
    return Output(body, lines, answered(found, context.services.data.reference, context.today))


def _aloud(found: Settings, voices: tuple[str, ...], t: Texts) -> str:
    return t("aloud.off") if found.aloud == "off" else f"{told(voices, t)} {t(f'aloud.pace.{found.aloud_pace}')}"


def _code(t: Texts) -> str:
    """The code, from the variable or typed twice without being shown."""
    given = os.environ.get(CODE)
    if given is not None:
        return given
    try:
        first, again = getpass.getpass(t("kiosk.cli.ask")), getpass.getpass(t("kiosk.cli.again"))
    except EOFError:
        raise InputError("--code", Phrase("nothing"), accepted()) from None
    if first != again:
        raise InputError("--code", Phrase("two-codes"), accepted())
    return first
