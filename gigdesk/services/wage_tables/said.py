"""What became of the rows of a table, and what is to be said of it, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from gigdesk.domain.wages.levels import STATISTICS, Flag
from gigdesk.services.wage_tables.account import Account, Kind, Problem
from gigdesk.services.wage_tables.figures import HUNDREDTHS
from gigdesk.services.wage_tables.mapping import Column, TableMap
from gigdesk.services.wage_tables.places import Places
from gigdesk.services.wage_tables.proposal import Proposal
from gigdesk.services.wage_tables.service import Line
from gigdesk.store.guard import Finding
from gigdesk.store.texts import Texts

MOST_ROWS = 12


def counts_said(account: Account, t: Texts) -> str:
    """How many rows of the sheet are what: "140 read, 2 cannot be read, 1 heading"; they add up to the sheet."""
    parts = [t(f"wage-table.rows.{kind}", count=account.counts[kind]) for kind in Kind if account.counts[kind]]
    return t("wage-table.rows", rows=account.rows, parts=t("list.comma").join(parts))


def problem_said(problem: Problem, t: Texts) -> str:
    """Where, what stands there, why it cannot be read."""
    why = t(f"wage-table.why.{problem.why}")
    return t("wage-table.problem", row=problem.row, cell=problem.cell or "-", got=problem.got or "-", why=why)


def finding_said(finding: Finding, t: Texts) -> str:
    """What the guard found, with its row."""
    if finding.said is None:
        return f"{finding.place}: {finding.what}"
    return t(f"phrase.{finding.said.key}", **finding.said.blanks)


def remarks_said(account: Account, t: Texts) -> Iterator[str]:
    """What was done besides reading, with the rows."""
    for code, rows in account.remarks.items():
        if rows:
            yield t(f"wage-table.remark.{code}", count=len(rows), rows=rows_said(rows))


def rows_said(rows: Sequence[int]) -> str:
    """The numbers of rows, the first of very many."""
    shown = ", ".join(str(row) for row in rows[:MOST_ROWS])
    return f"{shown} …" if len(rows) > MOST_ROWS else shown


def column_said(column: Column, t: Texts) -> str:
    """What a column holds."""
    name = t(f"wage-table.field.{column.field}") if column.field else ""
    besides = [t("wage-table.all-posts") if column.post == "all" else column.post, column.period]
    return " · ".join(part for part in (name, *besides) if part)


def year_said(proposal: Proposal, t: Texts) -> str:
    """Why this year is proposed; "" where none is."""
    year = proposal.year
    return t(f"wage-table.year.{year.why}", year=year.year, printed=year.printed) if year else ""


def once_said(mapping: TableMap, name: str, t: Texts, places: Places) -> str:
    """What is said once of a table, in words; "" where it is not said."""
    value = getattr(mapping, name)
    if not value:
        return ""
    if name in {"population", "pay_concept", "dimension"}:
        return t(f"{name}.{value}")
    if name == "unit":
        return unit_said(mapping.currency, value, t)
    return places.name(value, t.language) if name == "region" else str(value)


def unit_said(currency: str, unit: str, t: Texts) -> str:
    """The unit of pay: a currency by the hour, the month or the year."""
    key = f"unit.{currency}/{unit}"
    return t(key) if key in t else t(f"wage-table.unit.{unit}", currency=currency)


def figure_said(figure: tuple[int | None, str], t: Texts) -> str:
    """A figure as it will be stored."""
    value, flag = figure
    amount = "" if value is None else f"{Decimal(value) / HUNDREDTHS:,.2f}".removesuffix(".00")
    if flag == Flag.TOP:
        return t("wage-table.top", amount=amount) if amount else t("wage-table.top-open")
    return amount or t("wage-table.missing")


def measures_of(lines: Sequence[Line]) -> tuple[str, ...]:
    """The statistics that some line holds, in their usual order."""
    there = {name for line in lines for name in line.figures}
    return tuple(name for name in STATISTICS if name in there)
