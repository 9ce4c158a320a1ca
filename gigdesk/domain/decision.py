"""Rules decided in three values: yes, no and open, with their reasons, their sources and what is still to be asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Generic, TypeVar, cast

from gigdesk.domain.law import Law, Value

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
Out = TypeVar("Out")


class Kind(StrEnum):
    """What an answer is: a code, True or False, a number, a moment with its offset, a day, a month, a region's code."""

    CHOICE = "choice"
    FLAG = "flag"
    NUMBER = "number"
    MOMENT = "moment"
    DAY = "day"
    MONTH = "month"
    REGION = "region"


@dataclass(frozen=True)
class Question(Generic[T_co]):
    """A fact to ask for. Questions of one `group` belong on one page; without a group it has a page to itself."""

    id: str
    kind: Kind
    choices: tuple[str, ...] = ()
    choices_from: str = ""
    group: str = ""

    def options(self, law: Law) -> tuple[T_co, ...]:
        """Every possible answer, where they can be listed. What the law lists is taken from the law."""
        listed: tuple[object, ...] = self.choices
        if self.kind is Kind.FLAG:
            listed = (True, False)
        elif self.choices_from:
            listed = law.codes(self.choices_from)
        return cast("tuple[T_co, ...]", listed)


def choice(id_: str, *choices: str, choices_from: str = "", group: str = "") -> Question[str]:
    """A question with listed answers, its own or those of a parameter of the law."""
    return Question(id_, Kind.CHOICE, choices, choices_from, group)


def flag(id_: str, group: str = "") -> Question[bool]:
    """A question of yes or no."""
    return Question(id_, Kind.FLAG, group=group)


def number(id_: str, group: str = "") -> Question[Decimal]:
    """A question for an amount or a count."""
    return Question(id_, Kind.NUMBER, group=group)


class UnansweredError(Exception):
    """A condition cannot be decided before one of these is answered. It never leaves this module."""

    def __init__(self, *questions: Question[object]) -> None:
        super().__init__(*(question.id for question in questions))
        self.questions = questions


@dataclass(frozen=True)
class Answers:
    """What is known, by question. A fact that is missing or None is not known. It notes each fact that is read."""

    given: Mapping[str, object] = field(default_factory=dict)
    read: list[str] = field(default_factory=list, compare=False, repr=False)

    def __getitem__(self, question: Question[T]) -> T:
        self.need(question)
        return cast("T", self.given[question.id])

    def need(self, *questions: Question[object]) -> None:
        """Insist on several facts at once, so that all that are missing are asked for.

        Raises:
            UnansweredError: naming those that are missing.
        """
        self.read.extend(question.id for question in questions)
        missing = [question for question in questions if not self.knows(question)]
        if missing:
            raise UnansweredError(*missing)

    def any_true(self, *questions: Question[bool]) -> bool:
        """Whether one of them is true: one that is settles it, whatever is unknown about the others."""
        if any(self.given.get(question.id) is True for question in questions):
            self.read.extend(question.id for question in questions if self.given.get(question.id))
            return True
        self.need(*questions)
        return False

    def knows(self, question: Question[object]) -> bool:
        """Whether it is answered."""
        return self.given.get(question.id) is not None

    def plus(self, facts: Mapping[str, object]) -> Answers:
        """The same with more or other facts."""
        return Answers({**self.given, **facts})

    def fresh(self) -> Answers:
        """The same facts with nothing read yet."""
        return Answers(self.given)


Condition = Callable[[Answers, Law], bool]
"""Reads the law first and then the answers, so that it cites its source even where the answer is missing."""


def either(*ways: Callable[[], bool]) -> bool:
    """Whether one of several ways is open: one that is settles it, whatever is unknown about the others.

    Raises:
        UnansweredError: none is known to be open; it names all that could still open one.
    """
    asked: list[Question[object]] = []
    for way in ways:
        try:
            if way():
                return True
        except UnansweredError as unanswered:
            asked += unanswered.questions
    if asked:
        raise UnansweredError(*dict.fromkeys(asked))
    return False


@dataclass(frozen=True)
class Clause(Generic[Out]):
    """An outcome and what brings it about: that all conditions hold or, where not `holding`, that one of them fails.

    A `quiet` clause is a matter of course: that it does not apply is no reason worth telling.
    """

    outcome: Out
    conditions: tuple[Condition, ...] = ()
    holding: bool = True
    article: str = ""
    quiet: bool = False


Rule = tuple[Clause[Out], ...]
"""Clauses in order: the first that applies settles the outcome. The last one applies always."""


def when(outcome: Out, *conditions: Condition, article: str = "", quiet: bool = False) -> Clause[Out]:
    """The outcome when all conditions hold."""
    return Clause(outcome, conditions, article=article, quiet=quiet)


def unless(outcome: Out, *requirements: Condition, article: str = "", quiet: bool = False) -> Clause[Out]:
    """The outcome as soon as one requirement fails."""
    return Clause(outcome, requirements, holding=False, article=article, quiet=quiet)


def otherwise(outcome: Out) -> Clause[Out]:
    """The outcome when no clause before applied."""
    return Clause(outcome)


@dataclass(frozen=True)
class Step:
    """A condition that was tried: what came out (None: open), what it asks, which facts and which law it read."""

    condition: str
    holds: bool | None
    asks: tuple[Question[object], ...]
    facts: tuple[str, ...]
    citations: tuple[Value, ...]


@dataclass(frozen=True)
class Tried(Generic[Out]):
    """A clause with all its steps."""

    clause: Clause[Out]
    steps: tuple[Step, ...]

    @property
    def applies(self) -> bool | None:
        """Whether the clause brings its outcome about; None while that is open."""
        found = {step.holds for step in self.steps}
        if False in found:
            return not self.clause.holding
        return None if None in found else self.clause.holding


@dataclass(frozen=True)
class Ruling(Generic[Out]):
    """How far a rule is decided: the clauses looked at, up to the first that applies."""

    tried: tuple[Tried[Out], ...]

    @property
    def possible(self) -> tuple[Out, ...]:
        """The outcomes that can still come out. More answers only ever take some away."""
        return tuple(dict.fromkeys(one.clause.outcome for one in self.tried if one.applies is not False))

    @property
    def outcome(self) -> Out | None:
        """The outcome, as soon as only one is possible."""
        return self.possible[0] if len(self.possible) == 1 else None

    @property
    def asks(self) -> tuple[Question[object], ...]:
        """What is open in the clauses that can still change the outcome."""
        asked = {}
        for at, one in enumerate(self.tried):
            if one.applies is None and set(Ruling(self.tried[at + 1 :]).possible) - {one.clause.outcome}:
                asked.update({question.id: question for step in one.steps for question in step.asks})
        return tuple(asked.values())


def decide(rule: Rule[Out], answers: Answers, law: Law) -> Ruling[Out]:
    """Try the clauses in order, every condition of each, until one applies."""
    tried = []
    for clause in rule:
        tried.append(Tried(clause, tuple(_try(condition, answers, law) for condition in clause.conditions)))
        if tried[-1].applies:
            break
    return Ruling(tuple(tried))


def _try(condition: Condition, answers: Answers, law: Law) -> Step:
    facts, read = answers.fresh(), law.fresh()
    holds: bool | None = None
    asks: tuple[Question[object], ...] = ()
    try:
        holds = condition(facts, read)
    except UnansweredError as unanswered:
        asks = unanswered.questions
    return Step(condition.__name__, holds, asks, tuple(dict.fromkeys(facts.read)), tuple(read.citations))
