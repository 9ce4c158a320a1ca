"""Benefit bases against what the offices printed on their forms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gigdesk.domain.law import LawBook
from gigdesk.domain.pension.replay import Form
from gigdesk.store.guard.cities import copied
from gigdesk.store.guard.finding import Finding, money
from gigdesk.store.guard.table import BASES, Table


def on_forms(book: LawBook, forms: Iterable[Form]) -> Iterator[Finding]:
    """A form prints the base of its year, or that of the year before while it is not out, of its province or a city."""
    for form in forms:
        if form.retired is not None:
            codes = [code for code in sorted(book.regions) if code[:2] == form.region[:2] and not copied(book, code)]
            tables = [table for table in (Table.of(book, code, BASES) for code in codes) if table.rows]
            yield from _printed(form, form.retired.year, tables)


def _printed(form: Form, retired: int, tables: list[Table]) -> Iterator[Finding]:
    printed = form.entitlement.benefit_base
    entries = [
        (abs(amount - printed), year, amount, table.place(year))
        for table in tables
        for year, amount in table.amounts().items()
    ]
    near = [entry for entry in entries if entry[1] in {retired, retired - 1}]
    if not entries or (near and not min(near)[0]):
        return
    off, year, amount, place = min(entries)
    if not off:
        what = f"form {form.id} of {form.retired} prints {printed}, the table has it under {year}"
        yield Finding(place, what, f"{year - retired:+d} y")
    elif near and all(min(table.rows) < retired <= max(table.rows) + 1 for table in tables):
        off, _, amount, place = min(near)
        what = f"form {form.id} of {form.retired} prints {printed}, the table has {amount}"
        yield Finding(place, what, money(amount - printed))
