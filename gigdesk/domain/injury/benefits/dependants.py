"""What the dependants of a dead worker get each month, together at most his wage (条例, article 39)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from gigdesk.domain.injury.benefits.case import Case
from gigdesk.domain.injury.benefits.claim import Dependant, Relation
from gigdesk.domain.injury.benefits.head import Share, Why, Worked
from gigdesk.domain.injury.benefits.own_wage import NOT_KNOWN, own_wage
from gigdesk.domain.money import FEN, half_up, truncated

SHARES = "ordinary.dependants_shares"


def allowance(case: Case) -> Worked:
    """A share of his wage for each; where the shares come to more than the wage all are cut in proportion."""
    by_law, dependants = case.law.table(SHARES), case.claim.dependants
    inputs: dict[str, object] = {name: f"{share * 100:.0f}" for name, share in by_law.items()}
    shares = tuple(Share(one.relation, one.lone, share_of(one, by_law)) for one in dependants)
    rule = Worked("dependants-allowance", inputs, unit="CNY/month", shares=shares)
    if not shares:
        return replace(rule, why=Why("no_dependants"))
    wage = own_wage(case)
    if wage is None:
        return replace(rule, why=NOT_KNOWN)
    wanted = sum((share.share for share in shares), Decimal(0))
    paid = min(wanted, by_law["most"])
    total = half_up(wage.amount * paid)
    inputs |= {"wage": wage.amount, "wanted": f"{wanted * 100:.0f}", "percent": f"{paid * 100:.0f}"}
    amounts = in_proportion(total, [share.share for share in shares])
    paid_out = tuple(replace(share, amount=amount) for share, amount in zip(shares, amounts, strict=True))
    return replace(rule, amount=total, shares=paid_out)


def share_of(dependant: Dependant, by_law: Mapping[str, Decimal]) -> Decimal:
    """The share of one dependant, before all shares together are bounded."""
    own = by_law["spouse" if dependant.relation is Relation.SPOUSE else "other"]
    return own + (by_law["lone"] if dependant.lone else 0)


def in_proportion(total: Decimal, shares: Sequence[Decimal]) -> list[Decimal]:
    """Divide an amount to the fen: the fen left over go to the largest remainders, so that nothing is lost or added."""
    exact = [total * share / sum(shares) for share in shares]
    found = [truncated(amount) for amount in exact]
    left = int((total - sum(found)) / FEN)
    order = sorted(range(len(shares)), key=lambda at: found[at] - exact[at])
    for at in order[:left]:
        found[at] += FEN
    return found
