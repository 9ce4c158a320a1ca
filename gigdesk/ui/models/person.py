"""The questions about a person as they are put at a kiosk, and what each answer says about the facts.

Which question comes next follows from the rules; here is only how it is put, and that some facts are asked together.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from gigdesk.domain.decision import Answers, Kind, Question
from gigdesk.domain.entitlements import facts
from gigdesk.domain.entitlements.facts import QUESTIONS, told_by_platform
from gigdesk.domain.entitlements.pension_base import lowest
from gigdesk.domain.injury.facts import SEVERAL as SEVERAL_AT_ONCE
from gigdesk.domain.law import Law
from gigdesk.domain.money import YearMonth
from gigdesk.services import words
from gigdesk.services.platforms import platform_names
from gigdesk.store.texts import Texts
from gigdesk.ui.models.ask import UNSURE, Ask, Option

Facts = Mapping[str, object]

SEVERAL = ("plans", "standing", "insurance", "business", "driving_record", "hardship")
STUDY = ("graduate", "final_year", "school_leaver")
LICENCES = {"c1_long": "c1_or_above", "c1_short": "c1_or_above", "c2_long": "c2", "c2_short": "c2", "none": facts.NONE}
GRANT, PERMIT = "entitlements.startup_grant.", "entitlements.ride_hailing_permit."
BOUNDS = {
    facts.PREMIUM: ("CNY/year", 10_000),
    facts.ACCIDENT_GOT: ("CNY", 1_000),
    facts.PENSION_PAID: ("CNY/month", 10_000),
    facts.HIRES: ("people", 1_000),
    facts.STAFF: ("people", 10_000),
}
SCHOOL_AGE = 10
"""Nobody asks at a kiosk before that age, and nobody leaves school."""
MANY = 8
"""More choices than these stand in three columns."""
USUAL: Facts = {
    "birth": YearMonth(1985, 6),
    "retired": "no",
    "platform": "meituan",
    "sector": "express_parcel",
    "pilot_cover": "no",
    "plans": (),
    "study": "none",
    "left_school": YearMonth(2015, 6),
    "level": "college",
    "standing": (),
    "insurance": ("registered_flexible", "pays_pension"),
    "premium": Decimal(100),
    "accident_got": Decimal(0),
    "income_reaches_base": "yes",
    "pension_paid": Decimal(900),
    "business": ("first_business",),
    "hires": Decimal(0),
    "staff": Decimal(1),
    "licence": "c1_long",
    "driving_record": (),
    "hardship": (),
    "has_home": "no",
}
"""The answers of many people by the names of the questions, for telling about how many are to come."""


@dataclass(frozen=True)
class Put:
    """A question as it is put, and the facts that are settled by it, as far as they can be."""

    ask: Ask
    covers: tuple[Question[object], ...]


def put(question: Question[object], known: Facts, law: Law, t: Texts, today: date) -> Put:
    """How a question of the rules is put."""
    together = tuple(other for other in QUESTIONS if other.group == question.group) if question.group else (question,)
    if question.group == "insurance":
        together += (facts.ACCIDENT_GOT,)
    if question.group in SEVERAL:
        return Put(_several(together, known, law, t), together)
    if question.group == "study":
        return Put(Ask("study", options=tuple(map(Option, (*STUDY, "none"))), columns=2, unsure=True), together)
    if question.group == "licence":
        years = f"{law.number(f'{PERMIT}years'):f}"
        options = [Option(key, label=t(f"ask.entitlements.licence.{key}", years=years)) for key in LICENCES]
        return Put(Ask("licence", options=tuple(options), columns=2, unsure=True), together)
    return Put(_single(question, known, law, t, today), together)


def said(asked: Put, answer: object, law: Law, known: Facts) -> Facts:
    """What an answer says about the facts. Not sure says nothing."""
    if answer is UNSURE or answer is None:
        return {}
    if isinstance(answer, tuple):
        return {name: fact for one in asked.covers for name, fact in _chosen(one, answer, law, known).items()}
    if asked.ask.id == "study":
        return {name: answer == name for name in STUDY}
    if asked.ask.id == "licence":
        return _licence(str(answer), law)
    (question,) = asked.covers
    if question == facts.PLATFORM:
        return {question.id: answer, **told_by_platform(str(answer), law)}
    return {question.id: answer == "yes" if question.kind is Kind.FLAG else answer}


def settled(asked: Put, answer: object) -> set[str]:
    """The facts that need not be asked again; who had a subsidy before is asked how much."""
    had = isinstance(answer, tuple) and facts.ACCIDENT_GOT.id in answer
    return {one.id for one in asked.covers if not (had and one == facts.ACCIDENT_GOT)}


def as_answers(known: Facts) -> Answers:
    """The facts as the rules read them."""
    return Answers({name: fact for name, fact in known.items() if fact is not None})


def _several(together: tuple[Question[object], ...], known: Facts, law: Law, t: Texts) -> Ask:
    """Several at once. What is asked against a limit carries the limit in its name: another one is asked anew."""
    group = together[0].group
    if group == "business":
        limits: dict[Question[object], Decimal | None] = {
            facts.BUSINESS_MONTHS: _business_months(law),
            facts.OWN_INSURED_MONTHS: _insured_months(known, law),
        }
        options = [_limited(one, limits.get(one), t) for one in together if one not in limits or limits[one]]
        id_ = ":".join((group, *(f"{limit}" for limit in limits.values())))
        return Ask(id_, "several", tuple(options), columns=2, unsure=True, name=group)
    kinds = (facts.SOLE_TRADER, facts.SMALL_FIRM)
    keys = [key for one in together for key in (kinds if one == facts.BUSINESS else (one.id,))]
    return Ask(group, "several", tuple(map(Option, keys)), columns=3 if len(keys) > MANY else 2, unsure=True)


def _limited(question: Question[object], limit: Decimal | None, t: Texts) -> Option:
    if limit is None:
        return Option(question.id)
    return Option(question.id, label=t(f"ask.entitlements.business.{question.id}", months=f"{limit:f}"))


def _business_months(law: Law) -> Decimal | None:
    return law.number(f"{GRANT}business_months") if law.has(f"{GRANT}business_months") else None


def _insured_months(known: Facts, law: Law) -> Decimal | None:
    months = law.table(f"{GRANT}insured_months") if law.has(f"{GRANT}insured_months") else {}
    return months.get(str(known.get(facts.BUSINESS.id)))


def _chosen(question: Question[object], answer: tuple[str, ...], law: Law, known: Facts) -> Facts:
    """What the choices say about one fact: of a number, that it reaches its limit or that it does not."""
    chosen = question.id in answer
    if question == facts.BUSINESS:
        kinds = [kind for kind in (facts.SMALL_FIRM, facts.SOLE_TRADER) if kind in answer]
        return {question.id: kinds[0] if kinds else facts.NONE}
    if question == facts.ACCIDENT_GOT:
        return {} if chosen else {question.id: Decimal(0)}
    if question.kind is Kind.NUMBER:
        limit = _business_months(law) if question == facts.BUSINESS_MONTHS else _insured_months(known, law)
        return {} if limit is None else {question.id: limit if chosen else limit - 1}
    return {question.id: chosen}


def _licence(answer: str, law: Law) -> Facts:
    years = law.number(f"{PERMIT}years")
    return {"licence": LICENCES[answer], "driving_years": years if answer.endswith("long") else years - 1}


def _single(question: Question[object], known: Facts, law: Law, t: Texts, today: date) -> Ask:
    if question == facts.INCOME_REACHES_BASE:
        return _income(law, t)
    if question.kind is Kind.MONTH:
        birth = known.get(facts.BIRTH.id)
        first = birth.year + SCHOOL_AGE if isinstance(birth, YearMonth) else today.year - 50
        low, high = (1940, today.year - SCHOOL_AGE) if question == facts.BIRTH else (min(first, today.year), today.year)
        return Ask(question.id, kind="month", low=low, high=high, unsure=True)
    if question in BOUNDS:
        unit, high = BOUNDS[question]  # type: ignore[index]
        return Ask(question.id, kind="amount", unit=unit, high=high, decimals=unit != "people", unsure=True)
    if question == facts.PLATFORM:
        other = t("ask.entitlements.platform.other")
        names = {**platform_names(law, t), "other": other}
        del names[SEVERAL_AT_ONCE]
        options = tuple(Option(code, label=names[code]) for code in names)
        return Ask(question.id, options=options, columns=4, unsure=True, indexed=True)
    if question.kind is Kind.FLAG:
        return Ask(question.id, options=(Option("yes"), Option("no")), unsure=True)
    choices = tuple(Option(str(choice)) for choice in question.options(law))
    return Ask(question.id, options=choices, columns=2, unsure=True)


def _income(law: Law, t: Texts) -> Ask:
    """With the figure that has to be reached, where the place has one."""
    found = lowest(law)
    if found is None:
        return Ask(facts.INCOME_REACHES_BASE.id, options=(Option("yes"), Option("no")), unsure=True)
    base = words.yuan(found.base)
    options = tuple(
        Option(key, label=t(f"ask.entitlements.income_reaches_base.{key}.of", base=base)) for key in ("yes", "no")
    )
    return Ask(facts.INCOME_REACHES_BASE.id, options=options, unsure=True)
