"""One question a page: what is asked, what was answered, where the person is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from gigdesk.store.texts import Texts


class _Unsure:
    """The answer "not sure". It is an answer, not the lack of one."""

    def __repr__(self) -> str:
        return "UNSURE"


UNSURE: Final = _Unsure()
UNSURE_KEY = "unsure"


@dataclass(frozen=True)
class Option:
    """One choice. `group` is the column it stands in, for questions whose choices follow one another in time."""

    key: str
    icon: str = ""
    group: int = 0
    label: str = ""


@dataclass(frozen=True)
class Ask:
    """A question. `kind` is "choice", "amount", "month", "moment" or "occupation".

    `low` and `high` bound an amount; `unit` is the key of its unit; texts are found under `ask.<job>.<id>`.
    """

    id: str
    kind: str = "choice"
    options: tuple[Option, ...] = ()
    columns: int = 1
    grouped: bool = False
    unsure: bool = False
    unit: str = ""
    low: int = 0
    high: int = 0
    decimals: bool = True
    phone: bool = False


Answers = Mapping[str, object]
Plan = Callable[[Answers], Sequence[Ask]]


@dataclass
class Asking:
    """The questions of one job. `plan` says which questions the answers so far leave to ask, in order."""

    job: str
    t: Texts
    plan: Plan
    answers: dict[str, object] = field(default_factory=dict)
    position: int = 0
    message: str = ""
    changing: bool = False

    @property
    def asks(self) -> Sequence[Ask]:
        """The questions, given the answers so far."""
        return self.plan(self.answers)

    @property
    def current(self) -> Ask:
        """The question on the page."""
        return self.asks[min(self.position, len(self.asks) - 1)]

    @property
    def finished(self) -> bool:
        """Whether each question is answered."""
        return self.position >= len(self.asks)

    @property
    def progress(self) -> tuple[int, int]:
        """Which question this is, and how many there are at the most."""
        return self.position + 1, len(self.asks)

    def title(self, ask: Ask) -> str:
        """The question itself."""
        return self.t(f"ask.{self.job}.{ask.id}")

    def short(self, ask: Ask) -> str:
        """The question in a few words, for the list of answers."""
        return self.t(f"ask.{self.job}.{ask.id}.short")

    def hint(self, ask: Ask) -> str:
        """How to answer."""
        return self.t(f"ask.{self.job}.{ask.id}.hint")

    def why(self, ask: Ask) -> str:
        """Why it is asked, and where to look it up."""
        return self.t(f"ask.{self.job}.{ask.id}.why")

    def label(self, ask: Ask, key: object) -> str:
        """An answer in words."""
        if key is UNSURE or key == UNSURE_KEY:
            return self.t("ask.unsure")
        option = next((option for option in ask.options if option.key == key), None)
        if option is None:
            return str(key)
        return option.label or self.t(f"ask.{self.job}.{ask.id}.{option.key}")

    def answer(self, value: object) -> None:
        """Note an answer to the question on the page."""
        self.answers[self.current.id] = value
        self.message = ""

    def forward(self) -> bool:
        """Go on to the next question that has no answer yet; without an answer say what is missing."""
        if self.current.id not in self.answers:
            self.message = self.t("ask.choose-first")
            return False
        self.position += 1
        while self.changing and not self.finished and self.current.id in self.answers:
            self.position += 1
        return True

    def back(self) -> bool:
        """Go one question back; False at the first."""
        self.message = ""
        if self.position == 0:
            return False
        self.position -= 1
        return True

    def change(self, ask_id: str) -> None:
        """Go to a question to answer it anew; those after it that are answered are then passed over."""
        self.position = next(number for number, ask in enumerate(self.asks) if ask.id == ask_id)
        self.changing = True

    def clear(self) -> None:
        """Forget everything."""
        self.answers.clear()
        self.position = 0
        self.message = ""
        self.changing = False
