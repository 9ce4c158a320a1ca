"""The steps of an import in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gigdesk.domain.wages.codes import ALL
from gigdesk.services.wage_tables import said
from gigdesk.services.wage_tables.account import Kind
from gigdesk.services.wage_tables.heads import IGNORE
from gigdesk.services.wage_tables.mapping import MAY_BE_EMPTY, Column, letter
from gigdesk.services.wage_tables.places import Places
from gigdesk.services.wage_tables.service import Line, Look
from gigdesk.services.wage_tables.titles import title_of
from gigdesk.store.imported import ImportedTable
from gigdesk.store.texts import Texts
from gigdesk.ui.models.importing import ImportingModel, Work
from gigdesk.ui.models.importing_steps import CHOICES, ONCE

CELLS = 3
"""How many rows are shown under the head of a column."""
MOST_NAMED = 12
MOST_CELL = 40


@dataclass(frozen=True)
class TableLine:
    """An imported table, or one found in a file."""

    key: str
    title: str
    detail: str


@dataclass(frozen=True)
class ColumnView:
    """A column: its letter, what it holds, its head as printed, and the cells of the first rows."""

    at: int
    letter: str
    held: str
    used: bool
    head: str
    cells: tuple[str, ...]


@dataclass(frozen=True)
class OnceLine:
    """One thing said of the whole table; `open` where it is still to be said."""

    name: str
    label: str
    value: str
    open: bool


@dataclass(frozen=True)
class StoredRow:
    """A row as it will be stored."""

    row: str
    what: str
    where: str
    figures: tuple[str, ...]


@dataclass(frozen=True)
class LookView:
    """What would be stored. `state` is "fresh", "provisional" or "refused"; `go` the words of the button, or ""."""

    state: str
    title: str
    line: str
    unit: str
    heads: tuple[str, ...]
    rows: tuple[StoredRow, ...]
    problems: tuple[str, ...]
    more_problems: str
    notes: tuple[str, ...]
    go: str


def imported_lines(model: ImportingModel) -> tuple[TableLine, ...]:
    """The tables imported so far, the newest first."""
    t = model.session.texts
    return tuple(TableLine(one.id, one.table.title, table_said(one, t)) for one in model.imported())


def table_said(one: ImportedTable, t: Texts) -> str:
    """Who published it, how many figures, from which file, since when."""
    return t(
        "importing.imported",
        publisher=one.table.publisher,
        rows=f"{one.rows:,}",
        file=one.file,
        day=one.imported_on,
    )


def found_lines(model: ImportingModel) -> tuple[TableLine, ...]:
    """The tables found in the file, the likeliest first."""
    t, brought = model.session.texts, model.brought
    found = []
    for at, one in enumerate(brought.candidates if brought else ()):
        heads = t("list.comma").join(dict.fromkeys(" ".join(name.split()) for name in one.names if name))
        name = title_of(one.above) or one.sheet_name or t("importing.sheet", number=one.sheet)
        where = t("importing.found", row=one.header, rows=one.figures)
        found.append(TableLine(str(at), name, f"{where}\n{_short(heads, 3 * MOST_CELL)}"))
    return tuple(found)


def columns(work: Work, t: Texts) -> tuple[ColumnView, ...]:
    """Each column with what it is taken to hold."""
    rows = work.brought.sheets[work.mapping.sheet - 1].rows
    below = [row for row in rows[work.mapping.first - 1 : work.mapping.last] if sum(map(bool, row)) > 1][:CELLS]
    found = []
    for at, head in enumerate(work.proposal.candidate.names):
        column = work.mapping.columns.get(at, Column(IGNORE))
        cells = tuple(_short(row[at], MOST_CELL) if at < len(row) and row[at] else "·" for row in below)
        held = said.column_said(column if not column.post else Column("", column.post, column.period), t)
        used = column.field != IGNORE
        found.append(ColumnView(at, letter(at), held, used, _short(" ".join(head.split()), MOST_CELL) or "·", cells))
    return tuple(found)


def once(model: ImportingModel, work: Work) -> Iterator[OnceLine]:
    """What is said once of the table."""
    t = model.session.texts
    missing = work.mapping.open()
    for name in ONCE:
        yield OnceLine(name, t(f"wage-table.once.{name}"), _once_value(model, work, name), name in missing)


def _once_value(model: ImportingModel, work: Work, name: str) -> str:
    t, mapping = model.session.texts, work.mapping
    if name == "factor":
        return (
            t(f"importing.factor.{int(mapping.factor)}")
            if str(int(mapping.factor)) in CHOICES["factor"]
            else (str(mapping.factor))
        )
    if name in {"region", "period"} and mapping.at(name) is not None:
        return t("importing.in-column", column=letter(mapping.at(name) or 0))
    if name == "period" and not mapping.period and name not in mapping.open():
        return t("importing.in-heads")
    value = said.once_said(mapping, name, t, model.tables.known.places) if model.tables else ""
    return value or t("importing.not-said" if name not in MAY_BE_EMPTY else "importing.may-be-empty")


def is_fixed(work: Work, name: str) -> bool:
    """Whether the table itself says it, in a column or in its heads."""
    mapping = work.mapping
    in_column = name in {"region", "period"} and mapping.at(name) is not None
    return in_column or (name == "period" and not mapping.period and name not in mapping.open())


def choice_label(name: str, key: str, t: Texts) -> str:
    """A choice in words."""
    if name in {"unit", "factor"}:
        return t(f"importing.{name}.{key}")
    return t(f"{name}.{key}")


def look_view(model: ImportingModel, look: Look) -> LookView:
    """What would be stored, what cannot be read, and what is off."""
    t, account = model.session.texts, look.account
    unread, stands = account.counts[Kind.UNREAD], look.stands
    findings = [said.finding_said(finding, t) for finding in look.findings]
    problems = [*findings, *(said.problem_said(problem, t) for problem in account.problems)]
    more = len(findings) + unread - MOST_NAMED
    measures = said.measures_of(look.first)
    return LookView(
        state="refused" if not stands else "provisional" if unread else "fresh",
        title=_look_title(look, t),
        line=said.counts_said(account, t),
        unit=t("wage-table.first", unit=said.once_said(look.mapping, "unit", t, _places(model))),
        heads=tuple(t(f"statistic.{name}") for name in measures),
        rows=tuple(_row(model, line, measures) for line in look.first),
        problems=tuple(problems[:MOST_NAMED]),
        more_problems=t("importing.more", count=f"{more:,}") if more > 0 else "",
        notes=tuple(said.remarks_said(account, t)),
        go="" if not stands else t("importing.go-without", count=f"{unread:,}") if unread else t("importing.go"),
    )


def _look_title(look: Look, t: Texts) -> str:
    account = look.account
    unread = account.counts[Kind.UNREAD]
    if look.findings:
        return t("importing.look.refused", count=f"{len(look.findings):,}")
    if not account.observations:
        return t("importing.look.nothing")
    figures, rows = f"{account.observations:,}", f"{account.counts[Kind.READ]:,}"
    if unread:
        return t("importing.look.unread", figures=figures, rows=rows, count=f"{unread:,}")
    return t("importing.look.clear", figures=figures, rows=rows)


def _row(model: ImportingModel, line: Line, measures: tuple[str, ...]) -> StoredRow:
    t = model.session.texts
    figures = tuple(said.figure_said(line.figures[name], t) if name in line.figures else "" for name in measures)
    where = f"{_places(model).name(line.region, t.language)} · {line.period}"
    what = f"**{line.label}**" if line.code == ALL else f"**{line.code or t('importing.no-code')}** {line.label}"
    return StoredRow(str(line.row), what, where, figures)


def _places(model: ImportingModel) -> Places:
    if model.tables is None:
        raise LookupError
    return model.tables.known.places


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
