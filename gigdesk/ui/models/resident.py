"""The residents' job: what the residents' scheme brings, and the ways between it and the employees' scheme."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from gigdesk.domain.law import Law
from gigdesk.domain.pension.estimate import Estimate
from gigdesk.domain.pension.resident import Missing, Resident
from gigdesk.domain.pension.transfer import Transfer
from gigdesk.reports.slip.common import Occasion
from gigdesk.reports.slip.document import Slip
from gigdesk.reports.slip.schemes import resident_slip, transfer_slip
from gigdesk.services import Services, commands, explain, words
from gigdesk.services.answer import Answer
from gigdesk.services.commands import Command
from gigdesk.services.explain import Explanation
from gigdesk.services.resident_input import read_resident
from gigdesk.services.transfer_input import Moving, read_transfer
from gigdesk.services.transfer_words import WayLine, way_lines
from gigdesk.services.words import Chip
from gigdesk.store.texts import Texts
from gigdesk.ui.models.ask import Answers, Ask
from gigdesk.ui.models.job import Job
from gigdesk.ui.models.recalled import Recall
from gigdesk.ui.models.recalled.pension import moving, resident
from gigdesk.ui.models.recalled.places import at_place
from gigdesk.ui.models.resident_case import LATER, Given, asks, law_of
from gigdesk.ui.models.resident_ways import Other, Scheme, at_50, beside, other_scheme, too_late
from gigdesk.ui.models.session import Session

SAID = ("local-not-known", "local-stands-in", "resident-years-short", "resident-basic-of-today")
"""Warnings that the page says in its own places."""
CHIPS = ("resident-basic", "resident-account-pension", "transfer-merge", "transfer-keep-paying", "transfer-convert")


@dataclass(frozen=True)
class Part:
    """An amount a month, what it is called and where it comes from."""

    label: str
    value: str
    note: str


@dataclass(frozen=True)
class ResidentView:
    """The result page. `parts` add up to the pension a month, or say why the employees' scheme pays."""

    title: str
    line: str
    parts: tuple[Part, ...]
    short: tuple[str, ...]
    ways_title: str
    ways: tuple[WayLine, ...]
    ways_notes: tuple[str, ...]
    schemes: tuple[Scheme, ...]
    schemes_note: str
    lacking: tuple[tuple[str, str], ...]
    notices: tuple[str, ...]
    chips: tuple[Chip, ...]
    workings: tuple[tuple[str, Explanation], ...]


class ResidentJob(Job[ResidentView]):
    """Asks eight questions at most, of both schemes."""

    id = "resident"
    sign = "pension"
    has_slip = True

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.asking.more = self._more

    def plan(self, services: Services, answers: Answers) -> list[Ask]:
        """Place and person; what was and is paid as a resident; the months in the employees' scheme."""
        return asks(services, self.session, answers)

    def view(self, services: Services, answers: Answers) -> ResidentView:
        """The residents' pension alone; then what the other scheme has to do with it."""
        law, given, alone, other = self._found(services, answers)
        made = self._made(services, law, given, alone)
        return _Page(given, alone.result, made, other, law, self.session.texts).view()

    def slip(self, services: Services, answers: Answers, asked: Occasion) -> Slip:
        """The residents' scheme on paper, or what becomes of the two."""
        law, given, alone, other = self._found(services, answers)
        if other.move and other.settled:
            return transfer_slip(other.move, asked)
        return resident_slip(self._made(services, law, given, alone), asked, other.move)

    def command(self, services: Services, answers: Answers) -> Command:
        """`pension resident`; where the employees' scheme pays, `pension transfer`."""
        law, given, alone, other = self._found(services, answers)
        if other.settled:
            return commands.schemes.transfer_command(Moving(given.region, given.transfer(answers, alone.result)))
        case = given.made_up() if _makes_up(alone.result, law) else given.resident()
        return commands.schemes.resident_command(given.region, case)

    def recall(self, services: Services, command: Command) -> Recall:
        """What was told of the schemes that the command speaks of; it stands there even before it is asked."""
        regions, today = services.data.reference.regions, self.session.today()
        if command.name == commands.schemes.TRANSFER:
            found = read_transfer(command.input, today, regions)
            region, known = found.region, moving(found.case)
        else:
            region, case = read_resident(command.input, today)
            known = resident(case)
        self.asking.answers.update({name: answer for name, answer in known.items() if answer is not None})
        return at_place(region, known)

    def _found(self, services: Services, answers: Answers) -> tuple[Law, Given, Answer[Resident], Other]:
        """The law of the place, the case, the residents' scheme alone, and the other scheme."""
        today = self.session.today()
        law = law_of(services, answers, today)
        given = Given.of(answers, today, law)
        alone = services.pension.resident(given.region, given.resident(), today)
        return law, given, alone, other_scheme(services, self.session, given, answers, alone.result)

    def _made(self, services: Services, law: Law, given: Given, alone: Answer[Resident]) -> Answer[Resident]:
        """The same with the missing years paid at once, where that is possible."""
        if not _makes_up(alone.result, law):
            return alone
        return services.pension.resident(given.region, given.made_up(), self.session.today())

    def _more(self) -> int:
        return 0 if "birth" in self.asking.answers else LATER


def _makes_up(alone: Resident, law: Law) -> bool:
    """Whether the years that are missing can be paid at once."""
    return alone.outcome == "short" and law.flag("resident.make_up")


@dataclass(frozen=True)
class _Page:
    """What was found, put into words. `made` is the same as `alone` but for years that are missing, paid at once."""

    given: Given
    alone: Resident
    made: Answer[Resident]
    other: Other
    law: Law
    t: Texts

    def view(self) -> ResidentView:
        t, move, settled = self.t, self.other.transfer, self.other.settled
        estimate = None if settled else self.other.estimate
        return ResidentView(
            title=self._title(),
            line=self._line(),
            parts=tuple(self._parts() if not move or not settled else self._settled(move)),
            short=() if settled else tuple(self._short()),
            ways_title=t("resident.working.ways") if settled or not move else t(f"transfer.outcome.{move.outcome}"),
            ways=way_lines(move, t) if move else (),
            ways_notes=tuple(self._ways_notes()),
            schemes=beside(self.given, self.alone, self.made.result, estimate.result, t) if estimate else (),
            schemes_note=self._beside_note(estimate.result) if estimate else "",
            lacking=() if settled else tuple(self._lacks(missing) for missing in self.made.result.missing),
            notices=tuple(self._notices()),
            chips=self._chips(),
            workings=tuple(self._workings()),
        )

    def _title(self) -> str:
        """With months in the employees' scheme it is said that the residents' stands alone."""
        t, move, alone = self.t, self.other.transfer, self.alone
        if move and self.other.settled:
            month = words.month(max(move.apply_from, self.given.as_of), t)
            return t(f"resident.title.{move.outcome}", month=month)
        of_two = ".alone" if self.given.months else ""
        if alone.pension is None:
            return t(f"resident.title.short{of_two}", short=alone.years_short)
        key = "later" if alone.begins > self.given.as_of else "now"
        amount = words.about(alone.pension.total)
        return t(f"resident.title.{key}{of_two}", month=words.month(alone.begins, t), amount=amount)

    def _line(self) -> str:
        move = self.other.transfer
        if move and self.other.settled:
            return self.t(f"resident.line.{move.outcome}")
        if self.given.months:
            return self.t("resident.line.choose", months=self.given.months)
        drawn = self.alone.pension and self.alone.begins == self.given.as_of
        return self.t("resident.line.now" if drawn else "resident.line")

    def _settled(self, move: Transfer) -> Iterator[Part]:
        """Why the employees' scheme pays."""
        t = self.t
        unit = t("unit.months")
        yield Part(t("resident.part.paid"), f"{self.given.months} {unit}", "")
        yield Part(t("resident.part.required"), f"{move.required_months} {unit}", "")
        yield Part(t("resident.part.statutory"), words.month(move.apply_from, t), "")

    def _parts(self) -> Iterator[Part]:
        """What adds up to a month's pension, to the fen."""
        t, found = self.t, self.made.result
        if found.pension is None:
            return
        entered = self.given.basic is not None
        basic = t("resident.part.basic.entered" if entered else "resident.part.basic.least")
        divisor = self.law.number("resident.divisor")
        account = t("resident.part.account.note", account=words.fen(found.account), divisor=divisor)
        total = t("resident.part.total.made-up" if found.outcome == "made-up" else "resident.part.total.note")
        yield Part(t("resident.part.basic"), words.fen(found.pension.basic), basic)
        yield Part(t("resident.part.account"), words.fen(found.pension.account), account)
        yield Part(t("resident.part.total"), words.fen(found.pension.total), total)

    def _short(self) -> Iterator[str]:
        """The years short, and what paying them at once means."""
        t, alone, made = self.t, self.alone, self.made.result
        if alone.pension:
            return
        least = self.law.whole("resident.minimum_years")
        yield t("resident.short", years=alone.years, least=least, short=alone.years_short)
        if made.outcome == "made-up":
            cost = words.yuan(made.made_up)
            yield t("resident.short.made-up", short=alone.years_short, tier=words.yuan(self.given.tier), cost=cost)
        else:
            yield t("resident.short.closed")
        if self.given.months:
            yield t("resident.short.convert", months=self.given.months)

    def _ways_notes(self) -> Iterator[str]:
        move, t = self.other.move, self.t
        if not move:
            return
        yield from explain.warnings(move, t)
        if move.result.transfer.outcome == "choose":
            yield t("resident.ways.assumed")
        if self.other.at_50:
            yield at_50(self.other.at_50.result.transfer, t)

    def _beside_note(self, found: Estimate) -> str:
        """What to know of the comparison, or why there is none; empty where there is nothing to say."""
        if not found.range:
            return too_late(found, self.t)
        notes = ["resident.beside.note"]
        notes += ["resident.beside.note.account"] if self.given.months else []
        notes += ["resident.beside.note.woman"] if self.given.woman else []
        return "".join(map(self.t, notes))

    def _lacks(self, missing: Missing) -> tuple[str, str]:
        """What the place decides, and what is done without it."""
        t = self.t
        used = "" if missing.stands_in is None else words.yuan(missing.stands_in)
        return t(f"parameter.{missing.parameter}"), t(f"resident.lacks.{missing.parameter}", used=used)

    def _notices(self) -> Iterator[str]:
        t, given = self.t, self.given
        if self.other.refused:
            yield self.other.refused
        if given.months is None:
            yield t("resident.months-not-known")
        if self.other.settled:
            return
        if given.years is None:
            yield t("resident.years-not-known")
        if not given.yearly_known:
            yield t("resident.yearly-not-known", tier=words.yuan(given.tier))
        yield from explain.warnings(self.made, t, *SAID)

    def _chips(self) -> tuple[Chip, ...]:
        answers: list[Answer[Any]] = [each for each in (self.other.move,) if each]
        if not self.other.settled:
            answers.insert(0, self.made)
        shown = [
            words.chip(answer.sources[source], self.t, step.status)
            for answer in answers
            for step in answer.steps
            if step.id in CHIPS
            for source in step.sources[:1]
        ]
        return tuple(dict.fromkeys(shown))

    def _workings(self) -> Iterator[tuple[str, Explanation]]:
        t, other = self.t, self.other
        if not other.settled:
            yield t("resident.working"), explain.explanation(self.made, t)
        if other.move:
            yield t("resident.working.ways"), explain.explanation(other.move, t)
        if other.estimate and not other.settled and self._beside_note(other.estimate.result):
            yield t("resident.working.employees"), explain.explanation(other.estimate, t)
