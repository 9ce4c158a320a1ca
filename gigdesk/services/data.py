"""The state of the data: what is installed, how old it is, when new figures are due, and whether all of it is sound."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from datetime import date

from gigdesk.domain.errors import MissingDataError
from gigdesk.domain.law import Source, Unpublished
from gigdesk.domain.pension.replay import ProofBank, Replayed, replay
from gigdesk.domain.working import Working
from gigdesk.services.answer import Answer, answered
from gigdesk.services.changes import Change, changes
from gigdesk.services.freshness import Age, age, newest
from gigdesk.store.guard import Finding, check
from gigdesk.store.imported import Imported, ImportedTable
from gigdesk.store.kept import UNREADABLE
from gigdesk.store.origin import Origin
from gigdesk.store.records import Dataset
from gigdesk.store.reference import Reference
from gigdesk.store.shelf import Shelf


@dataclass(frozen=True)
class DatasetState:
    """One part of the release. `newest` is the newest figure's own period, `published` the day of its source.

    `unpublished`: what the release says of a newer figure that is not out.
    """

    dataset: Dataset
    newest: str
    published: str
    age: Age
    rows: int
    source: Source
    unpublished: Unpublished | None = None


@dataclass(frozen=True)
class DataStatus:
    """What is installed: the release with where it came from, its parts, and the tables imported beside it.

    `seen_later`: a day this machine has seen that lies after the one its clock shows. `tables` is None where they
    cannot be read.
    """

    title: str
    origin: Origin | None
    seen_later: date | None
    datasets: tuple[DatasetState, ...]
    rows: dict[str, int]
    tables: tuple[ImportedTable, ...] | None


@dataclass(frozen=True)
class Health:
    """The self-check. It is well when nothing is found and each form that adds up replays to the fen.

    `findings` are those of the guard, `differences` those between the file in use and the plain files it was made from.
    """

    file_check: str
    findings: tuple[Finding, ...]
    bank: ProofBank
    differences: tuple[Finding, ...] = ()

    @property
    def forms(self) -> tuple[Replayed, ...]:
        """The proof bank, form by form."""
        return self.bank.forms

    @property
    def exact(self) -> int:
        """How many forms replay to the fen in every part they print and whose rule is known."""
        return self.bank.exact

    @property
    def well(self) -> bool:
        """Whether nothing is off."""
        found = self.findings or self.differences
        return self.file_check == "ok" and not found and self.exact == len(self.forms)


@dataclass(frozen=True)
class Data:
    """Questions about the data itself."""

    reference: Reference
    shelf: Shelf
    imported: Imported

    def status(self, today: date, language: str = "zh") -> Answer[DataStatus]:
        """Each part of the release with its age."""
        about, reference = self.reference.about, self.reference
        states = tuple(self._state(dataset, today) for dataset in about.datasets)
        found = DataStatus(
            title=about.titles[language],
            origin=reference.origin,
            seen_later=reference.seen_later,
            datasets=states,
            rows=reference.counts(),
            tables=self._tables(),
        )
        return answered(found, reference, today, cited=[state.source.id for state in states])

    def doctor(self, today: date) -> Answer[Health]:
        """Check the file, hold it against its plain files, run the guard over it, and replay the proof bank.

        Raises:
            MissingDataError: the file was altered so that it cannot be read at all.
        """
        differences = self.shelf.verify(self.reference.path.parent.name)
        try:
            findings = (*check(self.reference.release()), *self.reference.wage_findings())
            found = Health(self.reference.quick_check(), findings, self._bank(today, Working()), differences)
            return answered(found, self.reference, today)
        except UNREADABLE as error:
            if not differences:
                raise
            first = differences[0]
            raise MissingDataError("data-altered", place=first.place, what=first.what) from error

    def changes(self, old: str, new: str) -> tuple[Change, ...]:
        """What changed from one release that is kept to another, each by its id.

        Raises:
            InputError: there is no such one.
            RefusedError: it is damaged.
            MissingDataError: the data folder cannot be read.
        """
        with closing(self.shelf.find(old)) as before, closing(self.shelf.find(new)) as after:
            return changes(before, after)

    def proof(self, today: date) -> Answer[ProofBank]:
        """Each issued form of the release beside what the formula gives, with what that rests on."""
        working = Working()
        found = self._bank(today, working)
        cited = [form.form.source for form in found.forms]
        cited += [source for step in working.steps for source in step.sources]
        return answered(found, self.reference, today, cited=cited)

    def _bank(self, today: date, working: Working) -> ProofBank:
        book = self.reference.book
        return ProofBank(tuple(replay(form, book, today, working) for form in self.reference.forms()))

    def _tables(self) -> tuple[ImportedTable, ...] | None:
        try:
            return self.imported.tables()
        except MissingDataError:
            return None

    def _state(self, dataset: Dataset, today: date) -> DatasetState:
        found = newest(dataset, self.reference, today)
        source = self.reference.book.sources[found.source]
        stands = age(dataset.rule, found, today)
        return DatasetState(dataset, found.period, found.published, stands, found.rows, source, found.unpublished)
