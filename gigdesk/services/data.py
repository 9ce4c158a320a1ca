"""The state of the data: what is installed, how old it is, when new figures are due, and whether all of it is sound."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from gigdesk.domain.errors import MissingDataError
from gigdesk.domain.law import Source
from gigdesk.domain.pension.replay import ProofBank, Replayed, replay
from gigdesk.domain.working import Working
from gigdesk.services.answer import Answer, answered
from gigdesk.services.freshness import Freshness, freshness, newest
from gigdesk.store.guard import Finding, check
from gigdesk.store.kept import UNREADABLE
from gigdesk.store.records import Dataset
from gigdesk.store.reference import Reference
from gigdesk.store.shelf import Shelf


@dataclass(frozen=True)
class DatasetState:
    """One part of the release. `newest` is the newest figure's own period, `published` the day of its source."""

    dataset: Dataset
    newest: str
    published: str
    age_days: int | None
    freshness: Freshness
    rows: int
    source: Source


@dataclass(frozen=True)
class DataStatus:
    """What is installed."""

    title: str
    datasets: tuple[DatasetState, ...]
    rows: dict[str, int]


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

    def status(self, today: date, language: str = "zh") -> Answer[DataStatus]:
        """Each part of the release with its age."""
        about = self.reference.about
        states = tuple(self._state(dataset, today) for dataset in about.datasets)
        found = DataStatus(about.titles[language], states, self.reference.counts())
        return answered(found, self.reference, today, cited=[state.source.id for state in states])

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

    def _state(self, dataset: Dataset, today: date) -> DatasetState:
        found = newest(dataset, self.reference, today)
        source = self.reference.book.sources[found.source]
        age = _age(source.published, today)
        return DatasetState(
            dataset, found.period, source.published, age, freshness(dataset, found, today), found.rows, source
        )


def _age(published: str, today: date) -> int | None:
    """Days since a publication; one known only by month or year counts from its first day."""
    readers: Sequence[Callable[[], date]] = (
        lambda: date.fromisoformat(published),
        lambda: date.fromisoformat(f"{published}-01"),
        lambda: date.fromisoformat(f"{published}-01-01"),
    )
    for read in readers:
        try:
            return (today - read()).days
        except ValueError:
            continue
    return None
