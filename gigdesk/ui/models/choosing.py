"""Help to choose a job: at most three small questions, and the job they lead to. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from gigdesk.ui.models.ask import UNSURE_KEY
from gigdesk.ui.models.home import ENTRIES
from gigdesk.ui.models.session import Session

QUESTIONS: Mapping[str, Mapping[str, str]] = {
    "happened": {"hurt": "medical", "paper": "doc", "age": "calendar", "slow": "wait", "nothing": "minus-square"},
    "want": {"earn": "bars", "later": "umbrella", "help": "checklist"},
    "who": {"platform": "mobile", "employer": "store", "myself": "user", "nobody": "minus-square"},
}
"""Each question with its answers and their icons; not sure is an answer to each."""
AT_ONCE: Mapping[tuple[str, str], str] = {
    ("happened", "hurt"): "injury",
    ("happened", "paper"): "form",
    ("happened", "age"): "pension",
    ("happened", "slow"): "entitlements",
    ("want", "earn"): "wages",
    ("want", "help"): "entitlements",
}
"""Answers after which nothing more need be asked."""
BY_WHO_PAYS: Mapping[tuple[str, str], str] = {
    ("later", "platform"): "pension",
    ("later", "employer"): "pension",
    ("later", "myself"): "pension",
    ("later", "nobody"): "resident",
    ("later", UNSURE_KEY): "pension",
    (UNSURE_KEY, "platform"): "wages",
    (UNSURE_KEY, "employer"): "wages",
    (UNSURE_KEY, "myself"): "entitlements",
    (UNSURE_KEY, "nobody"): "entitlements",
    (UNSURE_KEY, UNSURE_KEY): "entitlements",
}
"""The job by what somebody wants to know and who pays them."""


@dataclass(frozen=True)
class Lead:
    """The job to begin with, under the sign of a slip of the home page; the text `choose.why.<why>` says why."""

    job: str
    why: str

    @property
    def sign(self) -> str:
        """What belongs to a pension stands under its sign."""
        return self.job if self.job in ENTRIES else "pension"

    @property
    def number(self) -> int:
        """The number of that slip."""
        return ENTRIES.index(self.sign) + 1


class ChoosingModel:
    """The answers so far, in the order of the questions."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.answers: list[str] = []

    @property
    def question(self) -> str:
        """The question that is asked, "" once it is known where to go."""
        return "" if self.lead() else tuple(QUESTIONS)[len(self.answers)]

    def answer(self, key: str) -> None:
        """Answer the question that is asked; what is no answer to it is let be."""
        if self.question and key in (*QUESTIONS[self.question], UNSURE_KEY):
            self.answers.append(key)

    def back(self) -> bool:
        """Take the last answer back; False where there is none."""
        return bool(self.answers) and bool(self.answers.pop())

    def lead(self) -> Lead | None:
        """Where the answers lead, as soon as they do."""
        for name, key in zip(QUESTIONS, self.answers, strict=False):
            if job := AT_ONCE.get((name, key)):
                return Lead(job, key)
        if len(self.answers) < len(QUESTIONS):
            return None
        _, want, who = self.answers
        return Lead(BY_WHO_PAYS[want, who], f"{want}-{who}")

    def restart(self) -> None:
        """Forget the answers."""
        self.answers.clear()
