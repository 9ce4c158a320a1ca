"""Importing a published wage table, for staff: choose the file, look at each step, confirm. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

from gigdesk.domain.errors import GigDeskError
from gigdesk.domain.wages.levels import STATISTICS
from gigdesk.domain.wages.periods import period_of
from gigdesk.services.wage_tables.brought import Brought
from gigdesk.services.wage_tables.heads import FIELDS, IGNORE
from gigdesk.services.wage_tables.mapping import MAY_BE_EMPTY, Column, TableMap, check
from gigdesk.services.wage_tables.proposal import Proposal
from gigdesk.services.wage_tables.service import Look, WageTables
from gigdesk.store.imported import ImportedTable
from gigdesk.ui.models.importing_steps import BACK, LONGEST, ONE_FIGURE_A_ROW, Step
from gigdesk.ui.models.session import Session

T = TypeVar("T")


@dataclass(frozen=True)
class Work:
    """A file on its way in: what was found in it, and the mapping as it now stands."""

    brought: Brought
    proposal: Proposal
    mapping: TableMap


class ImportingModel:
    """One step a page; `show` is set by the window. Nothing is stored before `confirm`, and nothing of it is kept."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.show: Callable[[], None] = lambda: None
        self._ticket = 0
        self.restart()

    def restart(self) -> None:
        """Forget the file; what is still being read is not waited for."""
        self._ticket += 1
        self.step, self.message, self.about = Step.START, "", ""
        self.brought: Brought | None = None
        self.work: Work | None = None
        self.look: Look | None = None
        self.removed = self.typed = ""

    @property
    def tables(self) -> WageTables | None:
        """The service, once the store is open."""
        return self.session.services.tables if self.session.services else None

    def imported(self) -> tuple[ImportedTable, ...]:
        """What was imported on this machine."""
        try:
            return self.tables.tables() if self.tables else ()
        except GigDeskError as error:
            self.message = self.session.error(error)
            return ()

    def open(self, path: Path) -> None:
        """Read a file, out of the way of the window."""
        tables = self.tables
        if tables:
            self.restart()
            self._behind(lambda: tables.bring(path), self._brought, Step.START)

    def pick(self, number: int) -> None:
        """Take one of the tables found, counted from 0."""
        if self.tables and self.brought:
            proposal = self.tables.propose(self.brought, self.brought.candidates[number])
            self.work = Work(self.brought, proposal, proposal.mapping)
            self._go(Step.COLUMNS)

    def change(self, at: int) -> None:
        """Say anew what a column holds."""
        self._go(Step.COLUMN, str(at))

    @property
    def column(self) -> int:
        """The column that is being said anew."""
        return int(self.about)

    @property
    def fields(self) -> tuple[str, ...]:
        """What a column may hold: where each row is a whole line of statistics, those, else their measure and value."""
        mapping = self.work.mapping if self.work else TableMap()
        return tuple(
            field
            for field in FIELDS
            if field == IGNORE or (field not in STATISTICS if mapping.is_long else field not in ONE_FIGURE_A_ROW)
        )

    def set_column(self, field: str) -> None:
        """A column holds this; another that held the same no longer counts."""
        if self.work:
            columns = dict(self.work.mapping.columns)
            before = columns.get(self.column, Column(IGNORE))
            column = replace(before, field=field) if field in STATISTICS else Column(field)
            for at, other in columns.items():
                if other == column and field != IGNORE:
                    columns[at] = Column(IGNORE)
            columns[self.column] = column
            self._map(replace(self.work.mapping, columns=columns))
        self._go(Step.COLUMNS)

    def to_once(self) -> None:
        """Go on to what is said once; the columns must say what a row is, and a figure."""
        if self.work and "columns" in self.work.mapping.open():
            self.message = self.session.texts("importing.columns-first")
            self.show()
        else:
            self._go(Step.ONCE)

    def say(self, name: str) -> None:
        """Say one thing of the table."""
        self._go(Step.SAY, name)

    def said(self, value: str) -> None:
        """Note it, or say why it cannot be so."""
        name, text = self.about, " ".join(value.split())[:LONGEST]
        self.typed = text
        if not self.work:
            return
        if not text and name not in MAY_BE_EMPTY:
            self._refuse("importing.say-something")
        elif name == "region":
            found = self.tables.known.places.region(text) if self.tables else None
            self._note(name, found, "importing.no-region")
        elif name == "period":
            self._note(name, period_of(text), "importing.no-period")
        else:
            self._note(name, Decimal(text) if name == "factor" else text, "")

    def to_look(self) -> None:
        """Read the whole table and look at what would be stored."""
        tables, work = self.tables, self.work
        if not tables or not work:
            return
        missing = work.mapping.open()
        if missing:
            names = [self.session.texts(f"wage-table.once.{name}") for name in missing]
            self.message = self.session.texts("importing.say-first", names=self._listed(names))
            self.show()
            return
        self._behind(lambda: tables.look(work.brought, work.mapping), self._looked, Step.ONCE)

    def confirm(self) -> None:
        """Store the table; rows that cannot be read, which the person has seen, are left out."""
        tables, work, day = self.tables, self.work, self.session.today()
        if tables and work:
            self._behind(lambda: tables.store(work.brought, work.mapping, day, leave_out=True), self._done, Step.LOOK)

    def ask_remove(self, id_: str) -> None:
        """Ask once more before a table goes."""
        self._go(Step.REMOVE, id_)

    def remove(self) -> None:
        """Take it out."""
        try:
            if self.tables:
                self.tables.remove(self.about)
            self.restart()
            self.removed = self.session.texts("importing.removed")
        except GigDeskError as error:
            self.restart()
            self.message = self.session.error(error)
        self.show()

    def back(self) -> bool:
        """A step back; False at the start, from where the page is left."""
        if self.step is Step.START:
            return False
        if self.step in (Step.BUSY, Step.DONE):
            self.restart()
        elif self.step is Step.COLUMNS:
            several = self.brought is not None and len(self.brought.candidates) > 1
            self.step = Step.TABLES if several else Step.START
        else:
            self.step = BACK[self.step]
        self.message = ""
        self.show()
        return True

    def _map(self, mapping: TableMap) -> None:
        if self.work:
            self.work = replace(self.work, mapping=mapping)

    def _note(self, name: str, value: object, otherwise: str) -> None:
        if value is None:
            self._refuse(otherwise)
            return
        if self.work:
            try:
                self._map(check(replace(self.work.mapping, **{name: value})))  # type: ignore[arg-type]
            except GigDeskError:
                self._refuse(f"importing.no-{name}")
                return
        self._go(Step.ONCE)

    def _refuse(self, key: str) -> None:
        self.message = self.session.texts(key)
        self.show()

    def _go(self, step: Step, about: str = "") -> None:
        self.step, self.about, self.message, self.removed, self.typed = step, about, "", "", ""
        self.show()

    def _behind(self, work: Callable[[], T], done: Callable[[T], None], otherwise: Step) -> None:
        """Work behind the page; where the person has left it meanwhile, what comes of it is dropped."""
        self._ticket += 1
        ticket = self._ticket

        def finished(result: T) -> None:
            if ticket == self._ticket:
                done(result)

        def failed(error: GigDeskError) -> None:
            if ticket == self._ticket:
                self._go(otherwise)
                self.message = self.session.error(error)
                self.show()

        self._go(Step.BUSY)
        self.session.run(work, finished, failed)

    def _brought(self, brought: Brought) -> None:
        self.brought = brought
        if not brought.candidates:
            error = GigDeskError("wage-table-none", file=brought.path.name)
            self._go(Step.START)
            self.message = self.session.error(error)
            self.show()
        elif len(brought.candidates) == 1:
            self.pick(0)
        else:
            self._go(Step.TABLES)

    def _looked(self, look: Look) -> None:
        self.look = look
        self._go(Step.LOOK)

    def _done(self, look: Look) -> None:
        """What another has stored since may stand against it: then it is a look again."""
        self.look = look
        self._go(Step.DONE if look.stored else Step.LOOK)

    def _listed(self, names: list[str]) -> str:
        return self.session.texts("list.comma").join(names)
