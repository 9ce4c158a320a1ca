"""gigdesk glossary: what the words mean."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from gigdesk.cli.context import Context, Output, Subparsers
from gigdesk.services.answer import answered
from gigdesk.services.glossary import Term, glossary, looked_up
from gigdesk.store.texts import Texts


def add(commands: Subparsers, t: Texts) -> None:
    """Declare the command."""
    command = commands.add_parser("glossary", help=t("help.glossary"))
    command.add_argument("word", nargs="?", default="", metavar="WORD", help=t("help.glossary.word"))
    command.set_defaults(run=_glossary)


def _glossary(args: argparse.Namespace, context: Context) -> Output:
    t = context.t
    found, every = looked_up(args.word, t), glossary(t)
    lines = [] if found else [t("glossary.nothing", count=len(every))]
    body = {"word": args.word, "terms": [vars(term) for term in found]}
    answer = answered(found, context.services.data.reference, context.today)
    return Output(body, [*lines, *_lines(found or every, t)], answer)


def _lines(terms: tuple[Term, ...], t: Texts) -> Iterator[str]:
    for term in terms:
        yield t("glossary.line", **vars(term))
