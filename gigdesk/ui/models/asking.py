"""One question a page: what is asked, what was answered, where the person is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from gigdesk.domain.money import YearMonth
from gigdesk.services import words
from gigdesk.store.texts import Texts
from gigdesk.ui.models.ask import MONTH, UNSURE, UNSURE_KEY, Answers, Ask, Bound, Per, Worded
from gigdesk.ui.models.entering import amount_entered
from gigdesk.ui.models.session import Session

SHARED = ("city", "province", "sex", "worker", "birth", "paid_months", "balance")
"""Questions that mean the same in every job that asks them."""
NOT_ABOVE = {
    "printed_basic": "printed_total",
    "printed_account": "printed_total",
    "lone": "others",
}
"""Amounts that cannot be above another answer: parts lie within their total."""
FEW = 2
"""More answers than these are counted below the question and not repeated."""
REPEATED = ("choice", "several", "occupation", "day", "month")
"""The kinds of question whose answer stands once more beside the button that goes on."""
MISSING = {
    ("choice", False): "ask.choose-one",
    ("choice", True): "ask.choose-first",
    ("costs", True): "ask.enter-amount-or-unsure",
    ("amount", False): "ask.enter-amount",
    ("amount", True): "ask.enter-amount-or-unsure",
    ("occupation", False): "ask.choose-occupation",
    ("month", False): "ask.choose-month",
    ("month", True): "ask.choose-month-or-unsure",
    ("day", False): "ask.choose-day",
    ("several", True): "ask.choose-several",
    ("several", False): "ask.choose-several",
}
"""What to do where there is no answer, by the kind of the question and whether one may be not sure."""

Plan = Callable[[Answers], Sequence[Ask]]


@dataclass
class Asking:
    """The questions of one job. `plan` says which questions the answers so far leave to ask, in order.

    `sign` is the sign over them, the job's own unless another is named.
    """

    job: str
    session: Session
    plan: Plan
    sign: str = ""
    answers: dict[str, object] = field(default_factory=dict)
    position: int = 0
    message: str = ""
    refused: str = ""
    changing: bool = False
    per: dict[str, str] = field(default_factory=dict)
    drafts: dict[str, object] = field(default_factory=dict)
    more: Callable[[], int] = lambda: 0
    noted: Callable[[str], None] = lambda _: None
    hushed: Callable[[], None] = lambda: None
    settled: Callable[[], None] = lambda: None
    """Told that one choice answers the question whole."""

    @property
    def t(self) -> Texts:
        """The texts of the language now chosen."""
        return self.session.texts

    @property
    def asks(self) -> Sequence[Ask]:
        """The questions, given the answers so far."""
        return self.plan(self.answers)

    @property
    def given(self) -> dict[str, object]:
        """The answers to the questions that are asked now; one that another answer made needless does not count."""
        return {ask.id: self.answers[ask.id] for ask in self.asks if ask.id in self.answers}

    @property
    def current(self) -> Ask:
        """The question on the page."""
        asks = self.asks
        return asks[min(self.position, len(asks) - 1)]

    @property
    def finished(self) -> bool:
        """Whether each question is answered."""
        return self.position >= len(self.asks)

    @property
    def progress(self) -> tuple[int, int]:
        """Which question this is, and about how many there are: an answer may make others needless."""
        at = self.position + 1
        asked = sum(not ask.preset for ask in self.asks)
        return at, max(at, asked + self.more())

    def title(self, ask: Ask) -> str:
        """The question itself."""
        return self.t(f"ask.{self.job}.{ask.texts}")

    def short(self, ask: Ask) -> str:
        """The question in a few words, for the list of answers."""
        return self.t(f"ask.{self.job}.{ask.texts}.short")

    def hint(self, ask: Ask) -> str:
        """How to answer; an amount may name its bounds."""
        return self.t(f"ask.{self.job}.{ask.texts}.hint", low=f"{ask.low:,}", high=f"{ask.high:,}")

    def why(self, ask: Ask) -> str:
        """Why it is asked, and where to look it up."""
        return self.t(f"ask.{self.job}.{ask.texts}.why")

    def label(self, ask: Ask, key: object) -> str:
        """An answer in words."""
        if key is UNSURE or key == UNSURE_KEY:
            return self.t("ask.unsure")
        if isinstance(key, tuple):
            return self.t("ask.and").join(self.label(ask, one) for one in key) or self.t("ask.none")
        option = next((option for option in ask.options if option.key == key), None)
        if option is None:
            return self.written(ask, key)
        return option.label or self.t(f"ask.{self.job}.{ask.texts}.{option.key}")

    def written(self, ask: Ask, value: object) -> str:
        """An answer that is not one of some choices, in words."""
        if isinstance(value, Worded):
            return value.in_words(self.t)
        if isinstance(value, Decimal):
            return words.quantity(value, ask.unit, self.t)
        if isinstance(value, YearMonth):
            return words.month(value, self.t)
        if isinstance(value, date):
            return words.day(value, self.t)
        return str(value)

    def shown(self, ask: Ask) -> object | None:
        """What stands in a question: its answer, or what was answered to the same question of another job."""
        known = self.session.known.get(ask.id)
        offered = {option.key for option in ask.options}
        usable = known if known is not UNSURE and (not offered or known in offered) else None
        return self.answers.get(ask.id, ask.preset if usable is None and ask.preset else usable)

    def bound(self, ask: Ask) -> Bound | None:
        """The unit in which an amount is said: the one chosen, else that of its answer, else the month."""
        noted = self.answers.get(ask.id)
        per = self.per.get(ask.id) or (noted.per if isinstance(noted, Per) else MONTH)
        return next((one for one in ask.units if one.per == per), None)

    def say_by(self, ask: Ask, per: str) -> None:
        """Say an amount by another unit."""
        self.per[ask.id] = per
        self.hush()

    def answer(self, value: object) -> None:
        """Note an answer to the question on the page."""
        self._note(self.current, value)
        self.message = self.refused = ""
        self._loosen()

    def choose(self, ask: Ask, value: object, *, whole: bool = True) -> None:
        """Note a choice; the page is told so that it can repeat the answer, or go on where it is the `whole` answer."""
        self._note(ask, value)
        self.hush()
        self.tell()
        if whole and ask.kind != "several":
            self.settled()

    def unchoose(self, ask: Ask) -> None:
        """Nothing is chosen any more."""
        self.answers.pop(ask.id, None)
        self.hush()
        self.noted("")

    def refuse(self, message: str) -> None:
        """Say why what stands in the question is no answer."""
        self.answers.pop(self.current.id, None)
        self.message = self.refused = message

    def hush(self) -> None:
        """Once something is chosen or typed, what was said about the answer before holds no longer."""
        self.message = self.refused = ""
        self.hushed()

    def tell(self) -> None:
        """Say which choice is noted, if one is."""
        ask = self.current
        shown = self.shown(ask)
        if isinstance(shown, tuple) and len(shown) > FEW:
            self.noted(self.t("ask.several-chosen", count=len(shown)))
        elif shown is not None and ask.kind in REPEATED:
            self.noted(self.label(ask, shown))

    def enter(self, text: str) -> None:
        """Note an amount as it was typed, if it is one and lies within its bounds; otherwise say what is accepted."""
        ask = self.current
        found = amount_entered(text, ask, self.bound(ask), self.highest(ask), self.t)
        if isinstance(found, str):
            self.refuse(found)
            self.refused = text
        else:
            self.answer(found)

    def highest(self, ask: Ask) -> Decimal:
        """The most that an amount may be: its own bound, that of its unit, or another answer that it is a part of."""
        bound = self.bound(ask)
        if bound:
            return bound.high
        whole = self.answers.get(NOT_ABOVE.get(ask.id, ""))
        return min(Decimal(ask.high), whole) if isinstance(whole, Decimal) else Decimal(ask.high)

    def _note(self, ask: Ask, value: object) -> None:
        self.answers[ask.id] = value
        if ask.id in SHARED:
            self.session.known[ask.id] = value

    def _loosen(self) -> None:
        """A part that is now above its whole is asked again."""
        for part, whole in NOT_ABOVE.items():
            least, most = self.answers.get(part), self.answers.get(whole)
            if isinstance(least, Decimal) and isinstance(most, Decimal) and least > most:
                del self.answers[part]
        for ask in self.asks:
            self._drop_above(ask)

    def _drop_above(self, ask: Ask) -> None:
        """An amount that is now above the most of its unit is asked again."""
        noted, bound = self.answers.get(ask.id), self.bound(ask)
        amount = noted.amount if isinstance(noted, Per) else noted
        if bound and isinstance(amount, Decimal) and amount > bound.high:
            del self.answers[ask.id]

    def forward(self) -> bool:
        """Go on to the next question that has no answer yet; without an answer say what is missing."""
        ask = self.current
        if ask.id not in self.answers and not self.refused and (known := self.shown(ask)) is not None:
            self._note(ask, known)
        if ask.id not in self.answers:
            self.message = self.message or self.t(MISSING.get((ask.kind, ask.unsure), "ask.choose-one"))
            return False
        self.message = self.refused = ""
        self.position += 1
        while not self.finished and self._passed_over(self.current):
            self.position += 1
        return True

    def _passed_over(self, ask: Ask) -> bool:
        """Whether a question needs no asking now: it has its answer, or one that holds until somebody changes it."""
        if ask.preset and ask.id not in self.answers:
            self._note(ask, ask.preset)
        return ask.id in self.answers and (self.changing or bool(ask.preset))

    def back(self) -> bool:
        """Go one question back; False at the first."""
        self.message = self.refused = ""
        if self.position == 0:
            return False
        self.position -= 1
        while self.position and self.current.preset:
            self.position -= 1
        return True

    def unchanged(self) -> bool:
        """Leave a question that was to be answered anew as it was; not where others still have no answer."""
        if not self.changing or self.finished or any(ask.id not in self.answers for ask in self.asks):
            return False
        self.leave()
        return True

    def resume(self) -> None:
        """Go to the first question that has no answer yet; those after it that are answered are then passed over."""
        asks = self.asks
        self.position = next((at for at, ask in enumerate(asks) if ask.id not in self.answers), len(asks))
        self.changing = self.position < len(asks)

    def leave(self) -> None:
        """Leave the question on the page without an answer, for what comes after the last one."""
        self.message = self.refused = ""
        self.position = len(self.asks)

    def change(self, ask_id: str) -> None:
        """Go to a question to answer it anew; those after it that are answered are then passed over."""
        at = [number for number, ask in enumerate(self.asks) if ask.id == ask_id]
        if at:
            self.message = self.refused = ""
            self.position = at[0]
            self.changing = True

    def clear(self) -> None:
        """Forget everything."""
        self.answers.clear()
        self.per.clear()
        self.drafts.clear()
        self.position = 0
        self.message = self.refused = ""
        self.changing = False
