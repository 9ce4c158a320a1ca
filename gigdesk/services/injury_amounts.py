"""What an injury may bring, in words: three heads at a glance, and every head in the part "how much"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from gigdesk.domain.injury.benefits import WARNINGS, Benefit, Relation, Share, Why
from gigdesk.domain.injury.check import InjuryDecision
from gigdesk.services import explain, words
from gigdesk.services.answer import Answer
from gigdesk.services.words import Chip
from gigdesk.store.texts import Texts

AT_A_GLANCE = (
    *("medical_and_rehabilitation", "disability_grant", "paid_leave", "living_allowance"),
    *("death_lump_sum", "death_benefits", "funeral_grant", "dependants_allowance"),
)
"""Which heads stand first, where there are three cells."""
CELLS = 3
SAID_BY_THE_VALUE = {"by_receipts", "own_wage_unknown", "grade_not_known", "care_not_assessed", "not_found"}
"""Where the words in place of the amount say enough."""
MONTHS_OF = {
    **dict.fromkeys(("disability-grant", "disability-grant-range"), "own-wage"),
    **dict.fromkeys(("pilot-grant", "pilot-grant-range"), "pilot-base"),
    **dict.fromkeys(("funeral-grant", "subsidy", "subsidy-by-grade", "subsidy-near-retirement"), "local-wage"),
}
"""By the rule of a head, what one of its months comes to."""


@dataclass(frozen=True)
class BenefitLine:
    """A head of benefit: an amount, or in its place why there is none."""

    label: str
    value: str
    note: str


@dataclass(frozen=True)
class HeadLine:
    """A head in full: what it comes to, who pays it, how it is worked out, what it hangs on, and its source."""

    label: str
    value: str
    payer: str
    formula: str
    hangs_on: tuple[str, ...]
    chip: Chip


@dataclass(frozen=True)
class ClaimBasis:
    """One thing the amounts rest on; `ask` is the question that changes it."""

    label: str
    value: str
    ask: str
    told: bool


@dataclass(frozen=True)
class ClaimView:
    """The part "how much". `died` asks for quiet figures; `routes` are titles with the heads below them."""

    title: str
    line: str
    died: bool
    basis: tuple[ClaimBasis, ...]
    routes: tuple[tuple[str, tuple[HeadLine, ...]], ...]
    notices: tuple[str, ...]


def cells(benefits: Sequence[Benefit], t: Texts) -> tuple[BenefitLine, ...]:
    """Three heads for three cells; one that two routes bring stands once."""
    first = {benefit.id: benefit for benefit in reversed(benefits)}
    shown = [first[id_] for id_ in AT_A_GLANCE if id_ in first][:CELLS]
    return tuple(
        BenefitLine(t(f"benefit.{one.id}"), _value(one, t, short=True), t(f"payer.{one.payer}")) for one in shown
    )


def claim_view(
    answer: Answer[InjuryDecision], basis: tuple[ClaimBasis, ...], t: Texts, *, died: bool
) -> ClaimView | None:
    """Every head by route, with what can be told to work it out; None where there is nothing to claim."""
    found = answer.result.benefits
    if not found:
        return None
    routes = dict.fromkeys(benefit.route for benefit in found)
    heads = {route: tuple(head(one, t) for one in found if one.route == route) for route in routes}
    said = {warned.code for warned in answer.warnings} - set(WARNINGS)
    kind = "death" if died else "life"
    return ClaimView(
        title=t(f"injury.how-much.{kind}"),
        line=t("injury.how-much.line"),
        died=died,
        basis=basis,
        routes=tuple((t(f"injury.how-much.route.{route}"), lines) for route, lines in heads.items()),
        notices=tuple(explain.warnings(answer, t, *said)),
    )


def head(benefit: Benefit, t: Texts) -> HeadLine:
    """A head in words."""
    worked = benefit.worked
    hangs_on = [t(f"benefit-if.{worked.condition}")] if worked.condition else []
    if worked.why and worked.why.code not in SAID_BY_THE_VALUE:
        hangs_on.append(_why(worked.why, t))
    hangs_on += _shares(worked.shares, t)
    return HeadLine(
        label=t(f"benefit.{benefit.id}"),
        value=_value(benefit, t),
        payer=t(f"payer.{benefit.payer}"),
        formula=_formula(benefit, t),
        hangs_on=tuple(hangs_on),
        chip=words.named(t(f"article.{benefit.article}"), benefit.status, t),
    )


def _value(benefit: Benefit, t: Texts, *, short: bool = False) -> str:
    """The amount, or what it lies between; else the months, and of what; else, in a word, why there is none.

    In `short` it has room for a few words.
    """
    worked = benefit.worked
    if worked.amount is not None:
        return t(f"benefit.amount.{worked.unit}", amount=words.yuan(worked.amount))
    if worked.between:
        low, high = map(words.yuan, worked.between)
        return t("benefit.between", low=low, high=high)
    if worked.months:
        key = f"benefit.months.{MONTHS_OF[worked.rule]}"
        brief = f"{key}.short"
        return t(brief if short and brief in t else key, months=_months(*worked.months, t))
    return t.tell(f"why-no-amount.{worked.why.code}", worked.why.details) if worked.why else ""


def _months(least: int, most: int, t: Texts) -> str:
    return t("benefit.months", low=least, high=most) if least != most else t("benefit.month", months=least)


def _why(why: Why, t: Texts) -> str:
    return t.tell(
        f"why-no-amount.{why.code}.more", {name: explain.shown(found, t) for name, found in why.details.items()}
    )


def _formula(benefit: Benefit, t: Texts) -> str:
    worked = benefit.worked
    kind = "formula" if benefit.step else "rule"
    return t(f"{kind}.{worked.rule}", **{name: _figure(found) for name, found in worked.inputs.items()})


def _figure(found: object) -> str:
    return words.yuan(found) if isinstance(found, Decimal) else str(found)


def _shares(shares: Sequence[Share], t: Texts) -> list[str]:
    """What each gets; those who get the same in one line."""
    alike = Counter((_kin(share), words.yuan(share.amount)) for share in shares if share.amount is not None)
    return [t(f"benefit.share.{kin}", count=count, amount=amount) for (kin, amount), count in alike.items()]


def _kin(share: Share) -> str:
    if share.lone:
        return "lone"
    return "spouse" if share.relation is Relation.SPOUSE else "other"
