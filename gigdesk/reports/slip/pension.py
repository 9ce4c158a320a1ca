"""The slip of `pension estimate`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from gigdesk.domain.pension.case import Case
from gigdesk.domain.pension.estimate import Estimate
from gigdesk.domain.pension.projection import ASSUMED, ROADS
from gigdesk.reports.slip.common import Body, Head, Occasion, slip_of
from gigdesk.reports.slip.document import Line, Mark, Slip, Titled
from gigdesk.services import explain, pension_words, words
from gigdesk.services.answer import Answer
from gigdesk.store.texts import Texts


def pension_slip(answers: Mapping[str, Answer[Estimate]], case: Case, asked: Occasion) -> Slip:
    """An estimate to take home: that of the first category, and what the others come to.

    Args:
        answers: by category; of a person who may belong to several, the first is shown whole.
        case: that of the first.
        asked: what was asked.
    """
    t = asked.t
    answer, *others = answers.values()
    found = answer.result
    amount = t("pension.a-month", amount=words.about(found.range.expected)) if found.range else ""
    line = pension_words.subtitle(found, t) if found.range else t("slip.pension.no-figure")
    head = Head("figure", pension_words.title(answer, tier(case, t), t), line, amount)
    body = Body(
        because=Titled(t("pension.basis"), tuple(_basis(answer, case, t))),
        amounts=Titled(t("slip.amounts"), (*_amounts(found, t), *(_other(one.result, t) for one in others))),
        steps=Titled(t("slip.steps"), tuple(_steps(found, t))),
        assumptions=Titled(t("assume.title"), tuple(_assumptions(found, t))),
        notices=(*([t("pension.decides-50-55")] if others else []), *explain.warnings(answer, t)),
    )
    return slip_of("pension", head, body, answer, asked)


def tier(case: Case, t: Texts) -> str:
    """What is paid on, in words."""
    choice = case.plan.choice if case.plan else None
    if choice is None:
        return t("slip.pension.no-plan")
    if choice.percent is None:
        return t("slip.pension.base", base=words.yuan(choice.amount or Decimal(0)))
    shown = f"{choice.percent.normalize():f}"
    key = f"pension.tier.{shown}"
    return t(key) if key in t else t("percent", percent=shown)


def _basis(answer: Answer[Estimate], case: Case, t: Texts) -> Iterator[Line]:
    when = answer.result.retirement
    month = words.month(when.chosen_month, t)
    retired = t("pension.basis.retired", month=month, age=words.age(when.chosen_age_months, t))
    yield Line(t("pension.basis.birth.label"), end=words.month(case.birth, t))
    yield Line(t("slip.pension.category"), end=t(f"category.{when.category}"))
    yield Line(t("pension.basis.retired.label"), end=retired)
    paid = case.record.paid_months + case.record.deemed_months
    if case.record.months_known:
        yield Line(t("slip.pension.paid"), end=t("slip.months", months=paid))
    yield Line(t("slip.pension.then"), end=t("slip.months", months=when.paid_months_then))
    if when.required_months is not None:
        yield Line(t("slip.pension.required"), end=t("slip.months", months=when.required_months))
    if case.record.average_index is not None:
        yield Line(t("slip.pension.index"), end=f"{case.record.average_index:f}")
    if case.record.account_balance is not None:
        shown = t("pension.basis.balance", amount=words.fen(case.record.account_balance))
        yield Line(t("pension.basis.balance.label"), end=shown)
    base = next((step for step in answer.steps if step.id == "benefit-base"), None)
    if base:
        published = explain.shown(base.inputs["published"], t)
        shown = t("pension.basis.base", base=published, year=base.inputs["of_year"])
        yield Line(t("pension.basis.base.label"), end=shown)


def _amounts(found: Estimate, t: Texts) -> Iterator[Line]:
    if found.range:
        for road in ROADS:
            growth = words.percent(found.assumptions[road].wage_growth)
            amount = t("slip.about-a-month", amount=words.about(getattr(found.range, road)))
            assumed = t("pension.road.assumption", percent=growth)
            yield Line(t(f"pension.road.{road}"), assumed, amount, strong=road == "expected")
    else:
        yield Line(t("slip.pension.month"), end=t("state.cannot-say"), strong=True)
    if found.contribution:
        pay = t("slip.a-month", amount=words.fen(found.contribution.monthly))
        yield Line(t("slip.pension.pay"), t("pension.base", base=words.yuan(found.contribution.base)), pay)
    ahead = found.expected.projection
    if ahead.months:
        months = t("slip.months", months=ahead.months)
        yield Line(t("step.future-total"), months, t("wages.yuan", amount=words.about(ahead.cost_today)))
    if found.subsidy and found.subsidy.entitled and found.subsidy.monthly is not None:
        yield Line(t("slip.pension.subsidy"), end=t("slip.a-month", amount=words.fen(found.subsidy.monthly)))
    if found.breakeven_months:
        yield Line(t("slip.pension.payback"), end=words.duration(found.breakeven_months, t))


def _other(found: Estimate, t: Texts) -> Line:
    """What another category would come to."""
    when = found.retirement
    retired = t(
        "pension.basis.retired", month=words.month(when.chosen_month, t), age=words.age(when.chosen_age_months, t)
    )
    end = t("slip.about-a-month", amount=words.about(found.range.expected)) if found.range else t("state.cannot-say")
    return Line(t("slip.pension.if", category=t(f"category.{when.category}")), retired, end)


def _steps(found: Estimate, t: Texts) -> Iterator[Line]:
    when, ahead = found.retirement, found.expected.projection
    if ahead.months:
        yield Line(t("slip.pension.go-on", months=ahead.months), mark=Mark.BOX, strong=True)
    if when.months_short:
        yield Line(t("slip.pension.short", months=when.months_short), mark=Mark.BOX, strong=True)
    earliest, statutory = (words.month(month, t) for month in (when.earliest_month, when.statutory_month))
    yield Line(t("slip.pension.check"), t("slip.pension.check.note"), mark=Mark.BOX, strong=True)
    yield Line(t("slip.pension.earliest"), t("slip.pension.earliest.note"), earliest, Mark.BOX, strong=True)
    yield Line(t("slip.pension.statutory"), "", statutory, Mark.BOX, strong=True)


def _assumptions(found: Estimate, t: Texts) -> Iterator[Line]:
    """The shares on the three roads."""
    for name in ASSUMED:
        low, expected, high = (
            t("percent", percent=words.percent(getattr(found.assumptions[road], name))) for road in ROADS
        )
        yield Line(t(f"assume.{name}"), end=t("slip.three", low=low, expected=expected, high=high))
