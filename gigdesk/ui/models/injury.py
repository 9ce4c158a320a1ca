"""The injury job: the questions that the rules ask for, and the result with reasons, steps and papers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gigdesk.domain.decision import Question
from gigdesk.domain.injury.benefits import Benefit
from gigdesk.domain.injury.deadlines import Deadline
from gigdesk.domain.injury.facts import day_of
from gigdesk.domain.injury.rulings import judge
from gigdesk.domain.law import Law, Status
from gigdesk.domain.reasons import Reason, State
from gigdesk.services import Services
from gigdesk.ui.models import accident, explain, words
from gigdesk.ui.models.asking import Answers, Ask
from gigdesk.ui.models.explain import Explanation
from gigdesk.ui.models.job import Job
from gigdesk.ui.models.places import place_asks, place_notices
from gigdesk.ui.models.platforms import platform_names
from gigdesk.ui.models.session import Session
from gigdesk.ui.models.words import Chip

MOST_QUESTIONS = 15
USUAL_QUESTIONS = 6
AT_A_GLANCE = 3
UNTOLD = {"sector_takes_part", "harm_was_an_accident", "served_the_work"}
"""Where these hold they are a matter of course; they stand in the working."""
PAPER_ICONS = {
    "order_screenshots": "mobile",
    "scene_recordings": "search",
    "diagnosis": "medical",
    "receipts": "receipt",
    "traffic_certificate": "police",
    "identity_and_bank": "idcard",
}
SOON_DAYS = 7


@dataclass(frozen=True)
class ReasonLine:
    """A reason in words, with how it stands and its source."""

    state: str
    text: str
    chip: Chip | None


@dataclass(frozen=True)
class StepLine:
    """What to do and by when."""

    title: str
    detail: str
    due: str
    left: str
    soon: bool


@dataclass(frozen=True)
class BenefitLine:
    """A head of benefit: an amount, or in its place why there is none."""

    label: str
    value: str
    note: str


@dataclass(frozen=True)
class Paper:
    """A paper to keep or bring."""

    icon: str
    name: str
    need: str


@dataclass(frozen=True)
class InjuryView:
    """The result page."""

    outcome: str
    title: str
    line: str
    reasons: tuple[ReasonLine, ...]
    benefits: tuple[BenefitLine, ...]
    next_step: str
    today: str
    steps: tuple[StepLine, ...]
    later: tuple[StepLine, ...]
    papers: tuple[Paper, ...]
    missing: tuple[tuple[str, str], ...]
    routes: tuple[tuple[str, str], ...]
    changes: tuple[str, ...]
    notices: tuple[str, ...]
    explanation: Explanation


class InjuryJob(Job[InjuryView]):
    """Asks until the rules have what they need, then shows the decision."""

    id = "injury"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.asking.more = self._more

    def plan(self, services: Services, answers: Answers) -> list[Ask]:
        """Place and day first; then what the rules ask for, given the answers so far."""
        asks = place_asks(services, self.session.texts.language, answers)
        asks.append(Ask("when", kind="day"))
        if any(ask.id not in answers for ask in asks):
            return asks
        return [*asks, *(ask for _, ask in self._asked(services, answers))]

    def view(self, services: Services, answers: Answers) -> InjuryView:
        """Decide, and put it into words."""
        t, today = self.session.texts, self.session.today()
        known = dict(accident.first_facts(answers))
        law = self._law(services, known)
        unsure: list[Question[object]] = []
        for question, ask in self._asked(services, answers):
            known.update(accident.said(question, answers[ask.id], law, known))
            unsure += accident.covered_by(question)
        answer = services.injury.check(accident.as_answers(known), today, unsure)
        found = answer.result
        return InjuryView(
            outcome=str(found.outcome),
            title=t(f"outcome.{found.outcome}"),
            line=t("injury.only-the-office"),
            reasons=tuple(self._reason(reason) for reason in found.because if not _untold(reason)),
            benefits=tuple(self._benefit(benefit) for benefit in _telling(found.benefits)),
            next_step="" if found.next_step == "report_in_app" else t(f"next-step.{found.next_step}"),
            today=t("injury.today", day=words.day(today, t)),
            steps=tuple(self._step(deadline, today) for deadline in found.deadlines[:AT_A_GLANCE]),
            later=tuple(self._step(deadline, today) for deadline in found.deadlines[AT_A_GLANCE:]),
            papers=tuple(
                Paper(PAPER_ICONS.get(paper.id, "doc"), t(f"document.{paper.id}"), t(f"need.{paper.need}"))
                for paper in found.documents
            ),
            missing=tuple((t(f"fact.{fact.id}"), t(f"fact.{fact.id}.how")) for fact in found.missing),
            routes=tuple(
                (t(f"route.{route.id}"), t(f"route.open.{route.open}"))
                for route in found.routes
                if route.open is not False
            ),
            changes=tuple(self._change(law, change.facts, str(change.outcome)) for change in found.would_change),
            notices=(*place_notices(answers, t), *explain.warnings(answer, t, "text-not-read")),
            explanation=explain.explanation(answer, t),
        )

    def _asked(self, services: Services, answers: Answers) -> list[tuple[Question[object], Ask]]:
        """The questions put so far and the next one, if the rules need one."""
        known = dict(accident.first_facts(answers))
        law = self._law(services, known)
        names = platform_names(law, self.session.texts)
        asked: list[tuple[Question[object], Ask]] = []
        done: set[str] = set()
        while len(asked) < MOST_QUESTIONS:
            open_ = [q for q in judge(accident.as_answers(known), law.fresh()).asks if q.id not in done]
            if not open_:
                break
            question = open_[0]
            ask = accident.ask_for(question, law, names)
            asked.append((question, ask))
            if ask.id not in answers:
                break
            known.update(accident.said(question, answers[ask.id], law, known))
            done.update(fact.id for fact in accident.covered_by(question))
        return asked

    def _more(self) -> int:
        """How many questions are to come if the rest is answered as most people answer it."""
        services, answers = self.session.services, self.asking.answers
        if services is None or "when" not in answers or "city" not in answers:
            return USUAL_QUESTIONS
        usual = [*self._asked(services, {**accident.USUAL, **answers})]
        return len(usual) - len(self._asked(services, answers))

    def _law(self, services: Services, known: dict[str, object]) -> Law:
        when = known["when"]
        return services.injury.law(str(known["region"]), day_of(when))  # type: ignore[arg-type]

    def _reason(self, reason: Reason) -> ReasonLine:
        t = self.session.texts
        state = str(reason.state)
        text = t(f"reason.{reason.condition}.{state}")
        if not reason.citations:
            return ReasonLine(state, text, None)
        weakest = max((value.status for value in reason.citations), key=list(Status).index)
        name = t(f"article.{reason.article}")
        shown = name if weakest is Status.OFFICIAL else t("chip", name=name, status=t(f"status.{weakest}"))
        return ReasonLine(state, text, Chip(shown, str(weakest)))

    def _benefit(self, benefit: Benefit) -> BenefitLine:
        t = self.session.texts
        value = t(f"why-no-amount.{benefit.why_no_amount}")
        if benefit.months:
            low, high = benefit.months
            value = t("benefit.months", low=low, high=high) if low != high else t("benefit.month", months=low)
        note = t(f"payer.{benefit.payer}")
        return BenefitLine(t(f"benefit.{benefit.id}"), value, note)

    def _step(self, deadline: Deadline, today: date) -> StepLine:
        t = self.session.texts
        title, detail = t(f"deadline.{deadline.id}"), t(f"deadline.{deadline.id}.detail")
        if deadline.by is None or deadline.days_left is None:
            return StepLine(title, detail, t("injury.no-day"), "", soon=False)
        left = deadline.days_left
        due = t("injury.due-today") if left == 0 else words.day(deadline.by, t, today)
        parts = [t("injury.passed" if left < 0 else "injury.left", days=abs(left))] if left else []
        if deadline.limit.status is not Status.OFFICIAL:
            parts.append(t(f"status.{deadline.limit.status}"))
        return StepLine(title, detail, due, " · ".join(parts), soon=0 < left <= SOON_DAYS)

    def _change(self, law: Law, facts: object, outcome: str) -> str:
        t = self.session.texts
        names = platform_names(law, t)
        told = [
            t("injury.change.fact", fact=t(f"fact.{name}"), value=self._value(name, value, names))
            for name, value in dict(facts).items()  # type: ignore[call-overload]
        ]
        return t("injury.change", facts=t("injury.change.and").join(told), outcome=t(f"outcome.{outcome}"))

    def _value(self, name: str, value: object, names: dict[str, str]) -> str:
        t = self.session.texts
        if name == "platform":
            return names[str(value)]
        return t(f"value.{value}") if isinstance(value, bool) else t(f"value.{name}.{value}")


def _untold(reason: Reason) -> bool:
    return reason.condition in UNTOLD and reason.state is State.MET


def _telling(heads: Sequence[Benefit]) -> list[Benefit]:
    """Three heads for three cells: one by receipts, then those that are money."""
    by_receipts = [head for head in heads if head.why_no_amount == "by_receipts"]
    money = [head for head in heads if head.why_no_amount != "by_receipts"]
    return [*by_receipts[:1], *money][:AT_A_GLANCE]
