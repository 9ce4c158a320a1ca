"""The injury job: the questions that the rules ask for, and the result with reasons, steps and papers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from gigdesk.domain.decision import Answers as Facts
from gigdesk.domain.decision import Question
from gigdesk.domain.injury.benefits import WARNINGS
from gigdesk.domain.injury.check import InjuryDecision
from gigdesk.domain.injury.facts import day_of
from gigdesk.domain.injury.rulings import judge
from gigdesk.domain.law import Law
from gigdesk.reports.injury import benefits
from gigdesk.reports.slip.common import Occasion
from gigdesk.reports.slip.document import Slip
from gigdesk.reports.slip.injury import injury_slip
from gigdesk.reports.tables import Taken
from gigdesk.services import Services, commands, explain, words
from gigdesk.services.answer import Answer
from gigdesk.services.commands import Command
from gigdesk.services.explain import Explanation
from gigdesk.services.injury_amounts import BenefitLine, ClaimBasis, ClaimView, cells, claim_view
from gigdesk.services.injury_input import read_accident
from gigdesk.services.injury_reasons import change, reasons
from gigdesk.services.platforms import platform_names
from gigdesk.services.words import ReasonLine
from gigdesk.ui.models import accident, claim, injury_claim
from gigdesk.ui.models.ask import UNSURE, Answers, Ask
from gigdesk.ui.models.claim import LimitGroup, PaperGroup, PlaceLine, StepLine
from gigdesk.ui.models.job import Job, Stage
from gigdesk.ui.models.places import place_asks, place_notices, placed
from gigdesk.ui.models.recalled import Recall
from gigdesk.ui.models.recalled.facts import answer_by_facts
from gigdesk.ui.models.recalled.injury import beside
from gigdesk.ui.models.recalled.places import PLACES, place_recalled
from gigdesk.ui.models.session import Session

MOST_QUESTIONS = 15
USUAL_QUESTIONS = 4
"""Besides where and when."""
Asked = Sequence[tuple[Question[object], Ask]]
SAID_ELSEWHERE = ("text-not-read", "deadline-passed", "deadline-not-verified", "report-day-not-known", *WARNINGS)
"""By the marks of the reasons, with the steps, and with the amounts."""


@dataclass(frozen=True)
class InjuryView:
    """The result page."""

    outcome: str
    title: str
    line: str
    reasons: tuple[ReasonLine, ...]
    benefits: tuple[BenefitLine, ...]
    claim: ClaimView | None
    next_step: str
    today: str
    steps: tuple[StepLine, ...]
    limits: tuple[LimitGroup, ...]
    papers: tuple[PaperGroup, ...]
    where: tuple[PlaceLine, ...]
    missing: tuple[tuple[str, str], ...]
    routes: tuple[tuple[str, str], ...]
    changes: tuple[str, ...]
    notices: tuple[str, ...]
    explanation: Explanation


class InjuryJob(Job[InjuryView]):
    """Asks until the rules have what they need, then shows the decision."""

    id = "injury"
    has_slip = True

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._tried: dict[tuple[object, ...], tuple[Question[object], ...]] = {}
        self.asking.more = self._more
        self._wanted: set[str] = set()

    def plan(self, services: Services, answers: Answers) -> list[Ask]:
        """Place and day first; then what the rules ask for, given the answers so far; then what was asked for."""
        asks = place_asks(services, self.session.texts.language, answers)
        asks.append(Ask("when", kind="day"))
        if any(ask.id not in answers for ask in asks):
            return asks
        asked = self._asked(services, answers)
        asks += [ask for _, ask in asked]
        if any(ask.id not in answers for ask in asks):
            return asks
        put = {ask.id for ask in asks}
        wanted = [ask for ask in self._claim_asks(answers, asked) if ask.id in self._wanted - put]
        progress = claim.progress_asks(answers, _day(answers["when"])) if claim.PROGRESS in self._wanted else []
        return [*asks, *progress, *wanted]

    def view(self, services: Services, answers: Answers) -> InjuryView:
        """Decide, and put it into words."""
        t, today = self.session.texts, self.session.today()
        asked = self._asked(services, answers)
        facts, unsure = self._facts(services, answers, asked)
        law = self._law(services, dict(facts.given))
        answer = services.injury.check(facts, today, unsure, injury_claim.claim(answers))
        found = answer.result
        return InjuryView(
            outcome=str(found.outcome),
            title=t(f"outcome.{found.outcome}"),
            line=t("injury.settled" if found.outcome.is_no else "injury.only-the-office"),
            reasons=reasons(found, t),
            benefits=cells(found.benefits, t),
            claim=self._claim(asked, answers, answer),
            next_step="" if found.next_step == "report_in_app" else t(f"next-step.{found.next_step}"),
            today=t("injury.today", day=words.day(today, t)),
            steps=claim.at_a_glance(found.deadlines, _insurance(found), today, t),
            limits=claim.limit_groups(found.deadlines, answer.sources, today, t),
            papers=claim.paper_groups(found.documents, t),
            where=claim.place_lines(found.where, answer.sources, t),
            missing=tuple((t(f"fact.{fact.id}"), t(f"fact.{fact.id}.how")) for fact in found.missing),
            routes=tuple(
                (t(f"route.{route.id}"), t(f"route.open.{route.open}"))
                for route in found.routes
                if route.open is not False
            ),
            changes=tuple(change(one, platform_names(law, t), t) for one in found.would_change),
            notices=(*place_notices(answers, t), *explain.warnings(answer, t, *SAID_ELSEWHERE)),
            explanation=explain.explanation(answer, t),
        )

    def slip(self, services: Services, answers: Answers, asked: Occasion) -> Slip:
        """The decision on paper."""
        facts, _ = self._facts(services, answers, self._asked(services, answers))
        names = platform_names(self._law(services, dict(facts.given)), asked.t)
        return injury_slip(self._checked(services, answers, asked.day), names, asked)

    def table(self, services: Services, answers: Answers) -> Taken | None:
        """The benefits as a table; None where there are none."""
        answer = self._checked(services, answers, self.session.today())
        return benefits(answer, self.session.texts) if answer.result.benefits else None

    def _checked(self, services: Services, answers: Answers, day: date) -> Answer[InjuryDecision]:
        facts, unsure = self._facts(services, answers, self._asked(services, answers))
        return services.injury.check(facts, day, unsure, injury_claim.claim(answers))

    def command(self, services: Services, answers: Answers) -> Command:
        """`injury check` with the facts as told."""
        facts, _ = self._facts(services, answers, self._asked(services, answers))
        return commands.injury.command(facts, self.session.today(), injury_claim.claim(answers))

    def recall(self, services: Services, command: Command) -> Recall:
        """What was told of the accident; what was asked on request is asked for again, as far as it was answered."""
        found = read_accident(command.input, services.injury, self.session.today())
        told = found.answers.given
        law, region = self._law(services, dict(told)), str(told["region"])
        known = beside(found, law.whole("ordinary.illness_hours"))
        self._wanted.update(name for name in known if name not in ("when", accident.DEATH))

        def recalled(ask: Ask, answers: Answers) -> object | None:
            if ask.id in PLACES:
                return place_recalled(ask, region)
            if ask.id in known:
                return known[ask.id]
            put = next((each for each in self._asked(services, answers) if each[1].id == ask.id), None)
            if put is None:
                return UNSURE if ask.unsure else None
            about = [fact.id for fact in accident.covered_by(ask, put[0], ())]
            answer = answer_by_facts(ask, lambda one: accident.said(put[0], one, law, told), told, about)
            return UNSURE if answer is None and ask.id == accident.CIRCUMSTANCES else answer

        return recalled

    def ask_progress(self) -> None:
        """Ask, because somebody wants to tell it, how far the claim is."""
        self.ask(claim.PROGRESS)

    def ask(self, ask_id: str) -> None:
        """Ask for something on request, and come back to where it was asked. A family is asked about together."""
        self._wanted.update(injury_claim.FAMILY if ask_id in injury_claim.FAMILY else (ask_id,))
        self.change(ask_id)

    def back(self) -> bool:
        """From a question asked on request back to where it was asked, without an answer."""
        if self.stage is not Stage.ASKING or self.asking.current.id not in self._wanted:
            return super().back()
        self._wanted &= set(self.asking.answers)
        self.asking.leave()
        self.detail, self._return = self._return, ""
        self.show()
        return True

    def restart(self) -> None:
        """Forget the answers, what was tried for them, and what was asked for."""
        super().restart()
        self._tried.clear()
        self._wanted.clear()

    def _facts(self, services: Services, answers: Answers, asked: Asked) -> tuple[Facts, list[Question[object]]]:
        """All that was told, as the rules read it, and what was asked for."""
        known = dict(accident.first_facts(answers))
        law = self._law(services, known)
        unsure: list[Question[object]] = []
        for question, ask in asked:
            known.update(accident.said(question, answers[ask.id], law, known))
            unsure += accident.covered_by(ask, question, answers[ask.id])
        return accident.as_answers({**injury_claim.facts(answers), **known, **claim.so_far(answers)}), unsure

    def _claim(self, asked: Asked, answers: Answers, answer: Answer[InjuryDecision]) -> ClaimView | None:
        """The part "how much", with what it rests on as far as the open routes go by it."""
        asks = self._claim_asks(answers, asked)
        if all(benefit.route != "ordinary" for benefit in answer.result.benefits):
            asks = [ask for ask in asks if ask.id not in injury_claim.OF_WORK_INJURY]
        basis = tuple(self._basis(ask, answers.get(ask.id)) for ask in asks)
        return claim_view(answer, basis, self.session.texts, died=injury_claim.died(answers))

    def _basis(self, ask: Ask, answer: object) -> ClaimBasis:
        told = answer is not None and answer is not UNSURE
        shown = self.asking.label(ask, answer) if told else self.session.texts("injury.how-much.not-told")
        return ClaimBasis(self.asking.short(ask), shown, ask.id, told)

    def _claim_asks(self, answers: Answers, asked: Asked) -> list[Ask]:
        """What the amounts depend on: how the person is, by the question of the rules where they put one, and more."""
        alive = [ask for _, ask in asked if ask.id == accident.DEATH] or [injury_claim.ALIVE]
        told = {name: answer for name, answer in answers.items() if name not in (accident.DEATH, injury_claim.ALIVE.id)}
        told |= {ask.id: answers[ask.id] for ask in alive if ask.id in answers}
        return [*alive, *injury_claim.asks(told, self.session.texts)]

    def _asked(self, services: Services, answers: Answers) -> list[tuple[Question[object], Ask]]:
        """The questions put so far and the next one, if the rules need one."""
        known = dict(accident.first_facts(answers))
        law = self._law(services, known)
        names = platform_names(law, self.session.texts)
        asked: list[tuple[Question[object], Ask]] = []
        done: set[str] = set()
        while len(asked) < MOST_QUESTIONS:
            question = next((open_ for open_ in self._open(known, law) if open_.id not in done), None)
            if question is None:
                break
            ask = accident.ask_for(question, law, names, apart=_put(accident.CIRCUMSTANCES, asked))
            asked.append((question, ask))
            if ask.id not in answers:
                break
            known.update(accident.said(question, answers[ask.id], law, known))
            done.update(fact.id for fact in accident.covered_by(ask, question, answers[ask.id]))
        return asked

    def _open(self, known: Mapping[str, object], law: Law) -> tuple[Question[object], ...]:
        """What the rules still ask for. Each is tried once: the questions are planned again at every step."""
        key = (law.region, law.day, *known.items())
        if key not in self._tried:
            self._tried[key] = tuple(judge(accident.as_answers(known), law.fresh()).asks)
        return self._tried[key]

    def _more(self) -> int:
        """How many questions are to come if the rest is answered as most people answer it."""
        services, answers = self.session.services, self.asking.answers
        if services is None or not placed(answers) or "when" not in answers:
            return USUAL_QUESTIONS
        usual = [*self._asked(services, {**accident.USUAL, **answers})]
        return len(usual) - len(self._asked(services, answers))

    def _law(self, services: Services, known: dict[str, object]) -> Law:
        when = known["when"]
        return services.injury.law(str(known["region"]), day_of(when))  # type: ignore[arg-type]


def _put(ask_id: str, asked: Asked) -> bool:
    return any(ask.id == ask_id for _, ask in asked)


def _insurance(found: InjuryDecision) -> str:
    """The insurance to try first."""
    return next((route.id for route in found.routes if route.id in ("pilot", "ordinary")), "")


def _day(when: object) -> date:
    if not isinstance(when, date):
        raise TypeError("not a day")
    return when
