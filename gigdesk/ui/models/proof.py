"""The proof page: every issued form of the release worked out again, part by part."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from gigdesk.domain.pension.replay import PARTS, Compared, ProofBank, Replayed
from gigdesk.services import Services, explain, words
from gigdesk.services.explain import Explanation
from gigdesk.store.texts import Texts
from gigdesk.ui.models.places import HOME_PROVINCE
from gigdesk.ui.models.session import Session


@dataclass(frozen=True)
class PartCell:
    """One part of a form: what comes out, and what the form prints or why the two are not compared."""

    ours: str
    printed: str
    off: bool


@dataclass(frozen=True)
class FormLine:
    """One form. `note` says what is odd about it."""

    id: str
    month: str
    cells: tuple[PartCell, ...]
    note: str


@dataclass(frozen=True)
class Group:
    """The forms of a province."""

    place: str
    lines: tuple[FormLine, ...]


@dataclass(frozen=True)
class ProofView:
    """The page. `heads` are the parts in the order of the cells."""

    well: bool
    title: str
    line: str
    explains: str
    heads: tuple[str, ...]
    groups: tuple[Group, ...]
    explanation: Explanation


class ProofModel:
    """The forms of the release, in words."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def restart(self) -> None:
        """Nothing of a person is kept here."""

    def view(self) -> ProofView | str:
        """The page, or in words why there is none yet."""
        session = self.session
        if session.failure:
            return session.error(session.failure)
        if not session.services:
            return session.texts("state.preparing")
        return self._view(session.services, session.texts)

    def _view(self, services: Services, t: Texts) -> ProofView:
        answer = services.data.proof(self.session.today())
        bank = answer.result
        groups = tuple(self._groups(bank, services, t))
        off = len(bank.forms) - bank.exact
        return ProofView(
            well=not off,
            title=t("proof.title.off" if off else "proof.title", forms=len(bank.forms), off=off),
            line=t("proof.line", places=len(groups), parts=t("list.comma").join(_tallies(bank, t))),
            explains=t("proof.explains"),
            heads=tuple(t(f"step.{part}") for part in PARTS),
            groups=groups,
            explanation=explain.explanation(answer, t),
        )

    @staticmethod
    def _groups(bank: ProofBank, services: Services, t: Texts) -> Iterable[Group]:
        regions = services.data.reference.regions
        order = sorted(bank.forms, key=lambda form: (_province(form) != HOME_PROVINCE, _province(form), form.form.id))
        for province, forms in groupby(order, key=_province):
            yield Group(regions[province].names[t.language], tuple(_line(form, t) for form in forms))


def _province(replayed: Replayed) -> str:
    return f"{replayed.form.region[:2]}0000"


def _tallies(bank: ProofBank, t: Texts) -> Iterable[str]:
    for part in PARTS:
        compared, exact = bank.tally(part)
        yield t("proof.tally", part=t(f"step.{part}"), exact=exact, compared=compared)


def _line(replayed: Replayed, t: Texts) -> FormLine:
    form = replayed.form
    month = words.month(form.retired, t) if form.retired else t("proof.no-month")
    return FormLine(form.id, month, tuple(_cell(part, t) for part in replayed.parts), form.notes[t.language])


def _cell(part: Compared, t: Texts) -> PartCell:
    ours = t("proof.ours", amount=words.fen(part.ours)) if part.ours is not None else t("state.cannot-say")
    printed = words.fen(part.printed) if part.printed is not None else ""
    if part.why_not:
        return PartCell(ours, t(f"proof.why.{part.why_not}", printed=printed), off=False)
    key = "proof.printed" if part.exact else "proof.printed.off"
    return PartCell(ours, t(key, printed=printed, difference=f"{part.difference:+,.2f}"), off=not part.exact)
