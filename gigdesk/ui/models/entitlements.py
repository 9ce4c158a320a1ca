"""The entitlements job: the questions that the rules ask for, and every entitlement as a slip, by outcome."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from gigdesk.domain.decision import Answers as Facts
from gigdesk.domain.decision import Question
from gigdesk.domain.entitlements.check import EntitlementsDecision, amount_questions, open_questions
from gigdesk.domain.entitlements.judged import judge_all
from gigdesk.domain.entitlements.outcome import Outcome
from gigdesk.domain.law import Law
from gigdesk.reports.entitlements import claims
from gigdesk.reports.slip.common import Occasion
from gigdesk.reports.slip.document import Slip
from gigdesk.reports.slip.entitlements import entitlements_slip
from gigdesk.reports.tables import Taken
from gigdesk.services import Services, commands, explain
from gigdesk.services.answer import Answer
from gigdesk.services.claim_view import ClaimView, SlipLine, claim, headline
from gigdesk.services.commands import Command
from gigdesk.services.entitlements_input import read_person
from gigdesk.services.explain import Explanation
from gigdesk.ui.models import person
from gigdesk.ui.models.ask import UNSURE, Answers, Ask, Option
from gigdesk.ui.models.job import Job
from gigdesk.ui.models.person import Put
from gigdesk.ui.models.places import place, place_asks, place_notices
from gigdesk.ui.models.recalled import Recall
from gigdesk.ui.models.recalled.facts import answer_by_facts
from gigdesk.ui.models.recalled.places import PLACES, place_recalled
from gigdesk.ui.models.session import Session

MOST_QUESTIONS = 24
USUAL_QUESTIONS = 8
OTHER_COUNTY = "other_county"
NOTHING: Answers = {}


@dataclass(frozen=True)
class Group:
    """The slips of one outcome."""

    outcome: str
    title: str
    line: str
    slips: tuple[SlipLine, ...]


@dataclass(frozen=True)
class EntitlementsView:
    """The result page: `place` is what to say of the place, `notices` of the rules; `claims` is each one in full."""

    title: str
    line: str
    groups: tuple[Group, ...]
    not_assessed: tuple[tuple[str, str], ...]
    place: tuple[str, ...]
    notices: tuple[str, ...]
    claims: Mapping[str, ClaimView]
    explanation: Explanation


class EntitlementsJob(Job[EntitlementsView]):
    """Asks only what can still change something, then shows everything there may be to claim."""

    id = "entitlements"
    has_slip = True

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._tried: dict[tuple[object, ...], tuple[Question[object], ...]] = {}
        self.asking.more = self._more

    def plan(self, services: Services, answers: Answers) -> list[Ask]:
        """The place first; then what the rules ask for, given the answers so far."""
        asks = self._places(services, answers)
        if any(ask.id not in answers for ask in asks):
            return asks
        return [*asks, *(asked.ask for asked in self._asked(services, answers))]

    def restart(self) -> None:
        """Forget the person, and what was tried for them."""
        super().restart()
        self._tried.clear()

    def view(self, services: Services, answers: Answers) -> EntitlementsView:
        """Assess, and put it into words."""
        t, today, law = self.session.texts, self.session.today(), self._law(services, answers)
        facts, unsure = self._facts(services, answers, law)
        answer = services.entitlements.check(facts, law.region, today, unsure)
        found = answer.result
        full = {one.id: claim(one, answer, t) for one in found.assessed}
        groups = tuple(self._groups([one.slip for one in full.values()]))
        title, line = headline([one.outcome for one in found.assessed], t)
        return EntitlementsView(
            title=title,
            line=line,
            groups=groups,
            not_assessed=tuple(
                (t(f"entitlement.{one.id}"), t(f"not-assessed.{one.why}")) for one in found.not_assessed
            ),
            place=tuple(place_notices(answers, t)),
            notices=tuple(explain.warnings(answer, t, "rules-not-confirmed")),
            claims=full,
            explanation=explain.explanation(answer, t),
        )

    def slip(self, services: Services, answers: Answers, asked: Occasion) -> Slip:
        """The entitlements on paper."""
        answer = self._checked(services, answers, asked.day)
        return entitlements_slip(answer, asked, place_notices(answers, asked.t))

    def table(self, services: Services, answers: Answers) -> Taken:
        """The entitlements as a table."""
        return claims(self._checked(services, answers, self.session.today()), self.session.texts)

    def _checked(self, services: Services, answers: Answers, day: date) -> Answer[EntitlementsDecision]:
        law = self._law(services, answers)
        facts, unsure = self._facts(services, answers, law)
        return services.entitlements.check(facts, law.region, day, unsure)

    def command(self, services: Services, answers: Answers) -> Command:
        """`entitlements check` with the facts as told."""
        law = self._law(services, answers)
        return commands.entitlements.command(self._facts(services, answers, law)[0], law.region, self.session.today())

    def recall(self, services: Services, command: Command) -> Recall:
        """What was told of the person."""
        found = read_person(command.input, services.entitlements, self.session.today())
        told = found.answers.given
        law = services.entitlements.law(found.region, self.session.today())

        def recalled(ask: Ask, answers: Answers) -> object | None:
            if ask.id in PLACES:
                return place_recalled(ask, found.region)
            put = next((each for each in self._asked(services, answers) if each.ask.id == ask.id), None)
            if put is None:
                return None
            about = [fact.id for fact in put.covers]
            return answer_by_facts(ask, lambda answer: person.said(put, answer, law, told), told, about)

        return recalled

    def _facts(self, services: Services, answers: Answers, law: Law) -> tuple[Facts, list[Question[object]]]:
        """All that was told, as the rules read it, and what was asked for."""
        known: dict[str, object] = {}
        unsure: list[Question[object]] = []
        for asked in self._asked(services, answers):
            known.update(person.said(asked, answers[asked.ask.id], law, known))
            unsure += asked.covers
        return person.as_answers(known), unsure

    def _places(self, services: Services, answers: Answers) -> list[Ask]:
        """Where; and which county-level city, where one of them has rules of its own."""
        regions, language = services.data.reference.regions.values(), self.session.texts.language
        city = answers.get("city")
        counties = [Option(r.code, label=r.names[language]) for r in regions if (r.parent, r.level) == (city, "county")]
        asks = place_asks(services, language, answers)
        return (
            [*asks, Ask("county", options=(*counties, Option(OTHER_COUNTY)), unsure=True, indexed=True)]
            if counties
            else asks
        )

    def _asked(self, services: Services, answers: Answers, usual: Answers = NOTHING) -> list[Put]:
        """The questions put so far and the next one, if the rules need one; `usual` answers what is not answered."""
        law, t, today = self._law(services, answers), self.session.texts, self.session.today()
        known: dict[str, object] = {}
        asked: list[Put] = []
        done: set[str] = set()
        while len(asked) < MOST_QUESTIONS:
            open_ = next((question for question in self._open(known, law) if question.id not in done), None)
            if open_ is None:
                break
            asked.append(person.put(open_, known, law, t, today))
            answer = answers.get(asked[-1].ask.id, usual.get(asked[-1].ask.texts))
            if answer is None:
                break
            known.update(person.said(asked[-1], answer, law, known))
            done |= person.settled(asked[-1], answer)
        return asked

    def _more(self) -> int:
        """How many questions are to come if the rest is answered as many people answer it."""
        services, answers = self.session.services, self.asking.answers
        if services is None or any(ask.id not in answers for ask in self._places(services, answers)):
            return USUAL_QUESTIONS
        usual = self._asked(services, answers, person.USUAL)
        return len(usual) - len(self._asked(services, answers))

    def _law(self, services: Services, answers: Answers) -> Law:
        county = answers.get("county")
        region = place(answers) if county in (None, UNSURE, OTHER_COUNTY) else str(county)
        return services.entitlements.law(region, self.session.today())

    def _groups(self, slips: list[SlipLine]) -> Iterator[Group]:
        t = self.session.texts
        for outcome in Outcome:
            those = tuple(slip for slip in slips if slip.outcome == outcome)
            if those:
                yield Group(str(outcome), t(f"claim.{outcome}"), t(f"claim.{outcome}.line"), those)

    def _open(self, known: Mapping[str, object], law: Law) -> tuple[Question[object], ...]:
        """What can still change an outcome and, once nothing can, what makes an amount exact. Each is tried once."""
        key = (law.region, law.day, *known.items())
        if key not in self._tried:
            answers, fresh = person.as_answers(known), law.fresh()
            judged = judge_all(answers, fresh)
            self._tried[key] = (*open_questions(judged), *amount_questions(judged, answers, fresh))
        return self._tried[key]
