"""The questions after an accident as they are put at a kiosk, and what each answer says about the facts.

Which question comes next follows from the rules; here is only how it is put, and that some facts are asked together.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from gigdesk.domain.decision import Answers, Kind, Question
from gigdesk.domain.injury import facts
from gigdesk.domain.injury.facts import CHINA
from gigdesk.domain.law import Law
from gigdesk.ui.models.ask import UNSURE, Ask, Option
from gigdesk.ui.models.places import place

Facts = Mapping[str, object]

STATES = (
    *(Option("offline_before", "power", 0), Option("online_idle", "wait", 0)),
    *(Option("to_pickup", "route", 1), Option("at_pickup", "store", 1)),
    *(Option("to_dropoff", "bag", 1), Option("at_dropoff", "door", 1)),
    *(Option("completed", "check", 2), Option("cancelled", "cancel", 2)),
    *(Option("returning", "back", 2), Option("offline_after", "home", 2)),
)
NOT_EXCLUDED: Facts = {
    "intentional_crime": False,
    "alcohol_mg_per_100ml": Decimal(0),
    "drugs": False,
    "self_harm": False,
}
EXCLUDING: Mapping[str, Facts] = {
    "some_alcohol": {"alcohol_mg_per_100ml": None},
    "alcohol": {"alcohol_mg_per_100ml": Decimal(80)},
    "drugs": {"drugs": True},
    "intentional_crime": {"intentional_crime": True},
    "self_harm": {"self_harm": True},
}
NOT_EMPLOYED: Facts = {
    "work_injury_insurance_paid": False,
    "employment_contract": False,
    "managed_like_employee": False,
}


@dataclass(frozen=True)
class Together:
    """Facts that one question asks for: for each of its choices, what it says."""

    id: str
    choices: Mapping[str, Facts]


EXCLUSIONS = Together(
    "exclusions",
    {
        "none": {**NOT_EXCLUDED, "private_purpose": False},
        "private_purpose": {**NOT_EXCLUDED, "private_purpose": True},
        **{name: {**NOT_EXCLUDED, **fact} for name, fact in EXCLUDING.items()},
    },
)
EMPLOYMENT = Together(
    "employment",
    {
        "none": NOT_EMPLOYED,
        "insured": {"work_injury_insurance_paid": True},
        "contract": {**NOT_EMPLOYED, "work_injury_insurance_paid": None, "employment_contract": True},
        "managed": {**NOT_EMPLOYED, "work_injury_insurance_paid": None, "managed_like_employee": True},
    },
)
TOGETHER = {"exclusions": EXCLUSIONS, "employment": EMPLOYMENT}
SIGNS: Mapping[str, Facts] = {
    "insured": {"work_injury_insurance_paid": True},
    "contract": {"employment_contract": True},
    "managed": {"managed_like_employee": True},
}
CIRCUMSTANCES = "circumstances"
"""One question for all that is not so with most people. Who is not sure is asked again in two parts."""
CIRCUMSTANCE: Mapping[str, Facts] = {
    **SIGNS,
    "private_purpose": {"private_purpose": True},
    "self_harm": EXCLUDING["self_harm"],
    **EXCLUDING,
}
PAGES = {
    "employment": facts.page(facts.EMPLOYMENT_CONTRACT),
    "exclusions": (*facts.page(facts.DRUGS), facts.PRIVATE_PURPOSE),
    "death": facts.page(facts.DEATH),
}
"""The facts that are asked for together."""
BESIDE = (*PAGES["employment"], *PAGES["exclusions"])
"""The facts that the circumstances settle."""
USUAL: Facts = {
    "platform": "meituan",
    "order_state": "to_dropoff",
    "harm": "accident",
    CIRCUMSTANCES: (),
}
"""The answers of most people, for telling about how many questions are to come."""
SURVIVED, WITHIN, LATER = "survived", "within", "later"
DEATH = "death"
"""The question how the person is now, where the rules need to know."""


def ask_for(question: Question[object], law: Law, names: Mapping[str, str], *, apart: bool = False) -> Ask:
    """How a question of the rules is put; `apart`: what is not so with most people is asked in two parts."""
    if question in BESIDE and not apart:
        return Ask(CIRCUMSTANCES, "several", tuple(map(Option, CIRCUMSTANCE)), columns=2, unsure=True)
    if _page(question) in TOGETHER:
        together = TOGETHER[_page(question)]
        return Ask(together.id, options=tuple(map(Option, together.choices)), columns=2, unsure=True)
    if _page(question) == DEATH:
        return Ask(DEATH, options=tuple(map(Option, (SURVIVED, WITHIN, LATER))), unsure=True)
    return _ask_alone(question, law, names)


def _ask_alone(question: Question[object], law: Law, names: Mapping[str, str]) -> Ask:
    if question == facts.ORDER_STATE:
        return Ask(question.id, options=STATES, grouped=True, unsure=True, phone=True)
    if question == facts.PLATFORM:
        platforms = tuple(Option(str(code), label=names.get(str(code), "")) for code in question.options(law))
        return Ask(question.id, options=platforms, columns=4, unsure=True, indexed=True)
    if question.kind is Kind.FLAG:
        return Ask(question.id, options=(Option("yes"), Option("no")), unsure=True)
    choices = tuple(Option(str(choice)) for choice in question.options(law) if choice != "unknown")
    return Ask(question.id, options=choices, columns=2 if len(choices) > 4 else 1, unsure=True)  # noqa: PLR2004


def covered_by(ask: Ask, question: Question[object], answer: object) -> tuple[Question[object], ...]:
    """The facts that are settled, as far as they can be, once a question was put and answered."""
    if ask.id == CIRCUMSTANCES:
        return () if answer is UNSURE else BESIDE
    return PAGES.get(_page(question), (question,))


def _page(question: Question[object]) -> str:
    """The page that asks for a fact together with others; "" where it is asked for by itself."""
    return next((page for page, together in PAGES.items() if question in together), "")


def said(question: Question[object], answer: object, law: Law, known: Facts) -> Facts:
    """What an answer says about the facts. Not sure says nothing."""
    if answer is UNSURE or answer is None:
        return {}
    if isinstance(answer, tuple):
        return _circumstances(answer)
    if _page(question) in TOGETHER:
        return TOGETHER[_page(question)].choices[str(answer)]
    if _page(question) == DEATH:
        return _death(str(answer), known, law)
    return _single(question, answer, law)


def _circumstances(chosen: tuple[str, ...]) -> Facts:
    """What is so; the rest is not, but beside one sign of employment it was not asked for the others."""
    employed = any(sign in chosen for sign in SIGNS)
    usual = {**({} if employed else NOT_EMPLOYED), **NOT_EXCLUDED, "private_purpose": False}
    return usual | {name: fact for one in CIRCUMSTANCE if one in chosen for name, fact in CIRCUMSTANCE[one].items()}


def _single(question: Question[object], answer: object, law: Law) -> Facts:
    if question == facts.PLATFORM:
        return {"platform": answer, **_only_sector(str(answer), law)}
    if question == facts.ORDER_STATE and answer == "offline_after":
        return {"order_state": answer, "journey": "home_after_last"}
    return {question.id: answer == "yes" if question.kind is Kind.FLAG else answer}


def first_facts(answers: Mapping[str, object]) -> Facts:
    """Place and day. Without an hour noon stands in: the law goes by the day."""
    day = answers["when"]
    if not isinstance(day, date):
        raise TypeError("not a day")
    return {"region": place(answers), "when": datetime.combine(day, time(12), CHINA)}


def _death(answer: str, known: Facts, law: Law) -> Facts:
    """Within the hours from the first diagnosis, or later: what counts is on which side of the limit."""
    if answer == SURVIVED:
        return {"death": False}
    when = known["when"]
    if not isinstance(when, datetime):
        raise TypeError("not a moment")
    hours = 0 if answer == WITHIN else law.whole("ordinary.illness_hours") + 1
    return {"death": True, "died_at": when + timedelta(hours=hours), "first_diagnosis_at": when}


def _only_sector(platform: str, law: Law) -> Facts:
    """A platform that takes part in one sector only needs no question about the sector."""
    sectors = law.codes("injury.sectors")
    found = [sector for sector in sectors if platform in law.codes(f"injury.platforms.{sector}")]
    return {"sector": found[0]} if len(found) == 1 else {}


def as_answers(known: Facts) -> Answers:
    """The facts as the rules read them."""
    return Answers({name: fact for name, fact in known.items() if fact is not None})
