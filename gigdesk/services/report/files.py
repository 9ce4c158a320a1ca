"""Reports on the disk: written whole or not at all, and read with care, for anybody may have made them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from gigdesk.domain.errors import InputError, Phrase, RefusedError
from gigdesk.services.commands import COMMANDS, Command
from gigdesk.services.fields import Fields
from gigdesk.services.plain import exact_json
from gigdesk.services.report.made import ABOUT, FORMAT, MARK, Remark, Report
from gigdesk.store.texts import LANGUAGES
from gigdesk.store.whole import write_whole

MOST_BYTES, MOST_DEPTH = 1_000_000, 12


def write(path: Path, content: str, *, over: bool = False) -> None:
    """Write a file whole or not at all; `over` one that is there only where that was asked.

    Raises:
        OSError: it cannot be written, or is there already.
    """
    write_whole(path, content.encode(), over=over)


def read_file(path: Path) -> Report:
    """The report in a file.

    Raises:
        InputError: it cannot be read, or a field of it is wrong.
        RefusedError: it is no report, or none that this program reads.
    """
    try:
        with path.open("rb") as file:
            return read(file.read(MOST_BYTES + 1))
    except OSError as error:
        raise InputError("FILE", path, Phrase.of("readable-file", reason=error.strerror)) from None


def read(content: bytes) -> Report:
    """The report in the bytes of a file.

    Raises:
        InputError: a field is wrong, naming it.
        RefusedError: it is no report, or none that this program reads.
    """
    top = Fields(_found(content))
    if not top.has(MARK):
        raise RefusedError("report-unknown")
    if top.number(MARK, 0) != FORMAT:
        raise RefusedError("report-format", got=top.number(MARK, 0), accepts=FORMAT)
    data, remark = top.inner("data"), top.inner("remark")
    read_ = Report(
        program=top.text("program"),
        release=data.text("release"),
        digest=data.text("digest"),
        language=top.one_of("language", LANGUAGES),
        day=top.day("day"),
        command=read_command(top),
        outcome=top.inner("outcome").fields(),
        steps=[_with_id(step) for step in top.several("steps")],
        remark=Remark(
            tuple(Fields({"about": one}, "remark").one_of("about", ABOUT) for _, one in remark.entries("about")),
            remark.text("text") if remark.has("text") else "",
        ),
    )
    for each in (data, remark, top):
        each.done()
    return read_


def read_command(fields: Fields) -> Command:
    """The command that a report or a case names, with what it was given.

    Raises:
        InputError: there is no such command, or what it was given is not an object.
    """
    named = fields.one_of("command", tuple(COMMANDS))
    return Command(named, fields.inner("input").fields(), fields.inner("options").fields())


def _with_id(step: Fields) -> Mapping[str, object]:
    step.text("id")
    return step.fields()


def _found(content: bytes) -> object:
    """The JSON of a file, in which every text can be seen and nothing lies deeper than a report does."""
    if len(content) > MOST_BYTES:
        raise RefusedError("report-size", most=f"{MOST_BYTES:,}")
    try:
        found = exact_json(content.decode("utf-8-sig"), int)
    except (ValueError, ArithmeticError, RecursionError) as error:
        raise RefusedError("report-json", problem=str(error)[:100]) from None
    check_texts(found)
    return found


def check_texts(found: object, depth: int = 0) -> None:
    """Refuse what may come from anybody where a text of it cannot be seen, or it lies deeper than any report.

    Raises:
        RefusedError: it does.
    """
    if depth > MOST_DEPTH:
        raise RefusedError("report-unknown")
    inside: Sequence[object] = ()
    if isinstance(found, Mapping):
        inside = [*found.keys(), *found.values()]
    elif isinstance(found, list):
        inside = found
    elif isinstance(found, str) and not found.isprintable():
        raise RefusedError("report-signs", got=ascii(found)[:60])
    for one in inside:
        check_texts(one, depth + 1)
