"""Reading a table by its mapping: the figures of row after row, and an account of every row of the sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from gigdesk.domain.wages.table import Cell
from gigdesk.services.wage_tables.account import Account, Kind
from gigdesk.services.wage_tables.known import Known
from gigdesk.services.wage_tables.long import LongReader
from gigdesk.services.wage_tables.mapping import TableMap
from gigdesk.services.wage_tables.wide import WideReader
from gigdesk.store.sheets import Row


@dataclass
class Reading:
    """One pass over the rows of a sheet. The account is whole once the cells have been taken."""

    mapping: TableMap
    known: Known
    rows: Iterable[Row]
    account: Account = field(default_factory=Account)

    def cells(self) -> Iterator[Cell]:
        """The figures of each subject, in the order of the rows; a row is only asked for when it is its turn."""
        mapping, account = self.mapping, self.account
        source = iter(self.rows)
        above = list(islice(source, mapping.header - 1))
        account.add(Kind.ABOVE, len(above))
        header = list(islice(source, mapping.header_rows))
        account.add(Kind.HEADER, len(header))
        body = source if mapping.last is None else islice(source, max(mapping.last - mapping.first + 1, 0))
        if mapping.is_long:
            yield from LongReader(mapping, self.known, account).read(body, mapping.first)
        else:
            reader = WideReader(mapping, self.known, account, header)
            yield from reader.read(enumerate(body, mapping.first))
        account.add(Kind.BELOW, sum(1 for _ in source))
