"""gigdesk data import FILE --as table, gigdesk data tables, gigdesk data remove."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from gigdesk.cli import feeds, releases
from gigdesk.cli.context import Context, Output, Subparsers
from gigdesk.cli.figures import as_body, as_line, findings
from gigdesk.domain.errors import InputError, RefusedError
from gigdesk.services.answer import answered
from gigdesk.services.feed_files import KINDS as FEEDS
from gigdesk.services.wage_tables import said
from gigdesk.services.wage_tables.account import Account
from gigdesk.services.wage_tables.brought import Brought
from gigdesk.services.wage_tables.map_file import map_text, read_map
from gigdesk.services.wage_tables.mapping import DIMENSIONS, PAY_CONCEPTS, POPULATIONS_OF_TABLES, UNITS
from gigdesk.services.wage_tables.proposal import Proposal
from gigdesk.services.wage_tables.service import Look
from gigdesk.store.imported import ImportedTable
from gigdesk.store.texts import Texts

TABLE = "table"
KINDS = (TABLE, *FEEDS)
END_OF_YAML = "..."
CHOICES = {"population": POPULATIONS_OF_TABLES, "pay_concept": PAY_CONCEPTS, "dimension": DIMENSIONS, "unit": UNITS}


def add(group: Subparsers, t: Texts) -> None:
    """Declare the commands."""
    command = group.add_parser(
        "import",
        help=t("help.data.import"),
        epilog=t("help.data.import.example"),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("file", metavar="FILE", help=t("help.data.import.file"))
    command.add_argument("--as", dest="kind", choices=KINDS, help=_kinds(t))
    command.add_argument("--map", metavar="MAP.yaml", help=t("help.data.import.map"))
    command.add_argument("--table", type=int, default=1, metavar="N", help=t("help.data.import.table"))
    command.add_argument("--dry-run", action="store_true", help=t("help.data.import.dry-run"))
    command.add_argument("--leave-out", action="store_true", help=t("help.data.import.leave-out"))
    command.set_defaults(run=_import)
    group.add_parser("tables", help=t("help.data.tables")).set_defaults(run=_tables)
    remove = group.add_parser("remove", help=t("help.data.remove"))
    remove.add_argument("id", metavar="ID", help=t("help.data.remove.id"))
    remove.set_defaults(run=_remove)


def _kinds(t: Texts) -> str:
    """What a file may be imported as."""
    feeds_said = (f"{kind}{t('list.colon')}{t(f'feed.{kind}')}" for kind in FEEDS)
    return t("list.and").join((t("help.data.import.as"), *feeds_said))


def _import(args: argparse.Namespace, context: Context) -> Output:
    if args.kind is None:
        return _release(args, context)
    if args.kind != TABLE:
        return feeds.run(args, context)
    brought = context.services.tables.bring(Path(args.file))
    if not args.map:
        return _propose(brought, args.table, context)
    mapping = read_map(Path(args.map))
    tables = context.services.tables
    if args.dry_run:
        look = tables.look(brought, mapping)
        return _output(context, look, 0 if look.clear else RefusedError.exit_status)
    look = tables.store(brought, mapping, context.today, leave_out=args.leave_out)
    return _output(context, look, 0 if look.stored else RefusedError.exit_status)


def _release(args: argparse.Namespace, context: Context) -> Output:
    """A folder is a release; what a file is has to be said."""
    path = Path(args.file)
    if path.is_file():
        raise InputError("--as", "-", " | ".join(KINDS))
    feeds.refuse_options(args, context.t("import.release"))
    return releases.bring(path, context)


def _propose(brought: Brought, number: int, context: Context) -> Output:
    """The mapping as YAML on standard output, ready to be kept; the rest stands in it as remarks."""
    if not brought.candidates:
        raise RefusedError("wage-table-none", file=brought.path.name)
    if not 1 <= number <= len(brought.candidates):
        raise InputError("--table", number, f"1..{len(brought.candidates)}")
    proposal = context.services.tables.propose(brought, brought.candidates[number - 1])
    text = map_text(proposal.mapping, dict(enumerate(proposal.candidate.names)))
    body = {
        "map": text,
        "open": list(proposal.open),
        "period_because": said.year_said(proposal, context.t) or None,
        "tables": [
            {"number": at, "sheet": one.sheet, "name": one.sheet_name, "header": one.header, "rows": one.figures}
            for at, one in enumerate(brought.candidates, start=1)
        ],
    }
    remarks = [f"# {line}" for line in _open_lines(proposal, brought, context.t)]
    lines = [*text.splitlines(), *remarks, END_OF_YAML]
    return Output(body, lines, answered(None, context.services.data.reference, context.today))


def _open_lines(proposal: Proposal, brought: Brought, t: Texts) -> Iterator[str]:
    """What is still to be said, with what may stand there; why this year; which other tables there are."""
    if len(brought.candidates) > 1:
        yield t("cli.tables.found", count=len(brought.candidates))
        for at, one in enumerate(brought.candidates, start=1):
            name = one.sheet_name or f"#{one.sheet}"
            yield t("cli.tables.candidate", number=at, name=name, row=one.header, rows=one.figures)
    year = said.year_said(proposal, t)
    if year:
        yield f"period: {year}"
    for name in proposal.open:
        yield t("cli.tables.open", name=name, what=t(f"wage-table.once.{name}"))
        yield from (f"  {key}: {t(f'{name}.{key}')}" for key in CHOICES.get(name, ()) if name != "unit")
        if name == "unit":
            yield f"  {' | '.join(UNITS)}"


def _output(context: Context, look: Look, status: int) -> Output:
    stored, t = look.stored, context.t
    lines = [*_shown(look, context), said.counts_said(look.account, t)]
    lines += [f"· {line}" for line in said.remarks_said(look.account, t)]
    lines += [f"! {said.problem_said(problem, t)}" for problem in look.account.problems]
    lines += [f"! {said.finding_said(finding, t)}" for finding in look.findings]
    if look.stands and not look.clear and not stored:
        lines.append(t("cli.tables.leave-out"))
    lines.append(t("cli.tables.stored", **_named(stored)) if stored else t("cli.tables.not-stored"))
    body = {
        "stored": _table(stored, t) if stored else None,
        "first": [as_body(line) for line in look.first],
        "rows": {"sheet": look.account.rows, **{str(kind): count for kind, count in look.account.counts.items()}},
        "figures": look.account.observations,
        "problems": _problems(look.account, t),
        "remarks": [{"code": code, "rows": rows} for code, rows in look.account.remarks.items()],
        "findings": findings(look.findings, t),
    }
    return Output(body, lines, answered(None, context.services.data.reference, context.today), status)


def _problems(account: Account, t: Texts) -> list[dict[str, object]]:
    return [{**vars(problem), "text": said.problem_said(problem, t)} for problem in account.problems]


def _shown(look: Look, context: Context) -> Iterator[str]:
    t, places = context.t, context.services.tables.known.places
    yield t("wage-table.first", unit=said.once_said(look.mapping, "unit", t, places))
    yield from (as_line(line, context) for line in look.first)


def _tables(_: argparse.Namespace, context: Context) -> Output:
    found, t = context.services.tables.tables(), context.t
    lines = [t("cli.tables.one", **_named(one)) for one in found] or [t("cli.tables.none")]
    body = {"tables": [_table(one, t) for one in found]}
    return Output(body, lines, answered(None, context.services.data.reference, context.today))


def _remove(args: argparse.Namespace, context: Context) -> Output:
    context.services.tables.remove(args.id)
    lines = [context.t("cli.tables.removed", id=args.id)]
    return Output({"removed": args.id}, lines, answered(None, context.services.data.reference, context.today))


def _named(one: ImportedTable) -> dict[str, object]:
    return {
        "id": one.id,
        "title": one.table.title,
        "publisher": one.table.publisher,
        "rows": one.rows,
        "file": one.file,
        "day": one.imported_on,
    }


def _table(one: ImportedTable, t: Texts) -> dict[str, object]:
    return {
        "id": one.id,
        **vars(one.table),
        "population_label": t(f"population.{one.table.population}"),
        "file": one.file,
        "sha256": one.sha256,
        "imported_on": one.imported_on,
        "rows": one.rows,
    }
