"""The formula over and over, fast: a part is worked out anew only when something it depends on has changed."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from decimal import Decimal

from gigdesk.domain.law import Law
from gigdesk.domain.money import half_up
from gigdesk.domain.pension.benefit import Entitlement, benefit
from gigdesk.domain.pension.gap.model import Change, Parts
from gigdesk.domain.working import Working

NOTHING = Decimal("0.00")


@dataclass(frozen=True)
class Setting(Entitlement):
    """All that a cause may change: the figures, the names of the two rounding rules, and what is paid beside.

    `supplement` is a share of the three parts, `beside` an amount in yuan a month.
    """

    year_rounding: str = ""
    amount_rounding: str = ""
    supplement: Decimal = NOTHING
    beside: Decimal = NOTHING

    @classmethod
    def of(cls, earned: Entitlement, law: Law) -> Setting:
        """The figures under the region's own rules.

        Raises:
            NotInForceError: the region's rounding rule is not known.
        """
        years, amounts = law.text("pension.year_rounding"), law.text("pension.amount_rounding")
        return cls(**vars(earned), year_rounding=years, amount_rounding=amounts)


NAMES = tuple(f.name for f in fields(Setting))


def touched(before: Setting, after: Setting) -> frozenset[str]:
    """The names of the figures that differ."""
    return frozenset(name for name in NAMES if getattr(before, name) != getattr(after, name))


def changes(before: Setting, after: Setting) -> tuple[Change, ...]:
    """What differs, in the order of the figures."""
    names = touched(before, after)
    return tuple(Change(name, getattr(before, name), getattr(after, name)) for name in NAMES if name in names)


def merged(one: Setting, other: Setting, names: frozenset[str]) -> Setting:
    """One setting with some figures of another."""
    taken = {name: getattr(other, name) for name in names}
    return Setting(**(vars(one) | taken))  # by the thousand in a search: replace() asks each field


class _Unwritten(Working):
    """The working of thousands of trials, which nobody reads: writing it would take half the time."""

    def step(self, *_: object, **__: object) -> None:
        """Write nothing."""


Key = tuple[object, ...]


@dataclass
class Reckoner:
    """One region's formula. All amounts come from `benefit`; only repetition is saved."""

    law: Law
    _basic: dict[Key, Decimal] = field(default_factory=dict, repr=False)
    _account: dict[Key, Decimal] = field(default_factory=dict, repr=False)
    _transitional: dict[Key, Decimal | None] = field(default_factory=dict, repr=False)
    _laws: dict[Key, Law] = field(default_factory=dict, repr=False)

    def parts(self, of: Setting) -> Parts:
        """The pension of a setting."""
        rules = (of.year_rounding, of.amount_rounding)
        basic = (of.benefit_base, of.index, of.total_months, rules)
        account = (of.account_balance, of.divisor, rules)
        index = of.index if of.transitional_index is None else of.transitional_index
        transitional = (of.benefit_base, index, of.transitional_months, rules)
        if not (basic in self._basic and account in self._account and transitional in self._transitional):
            found = benefit(of, self._ruled(rules), _Unwritten())
            self._basic[basic] = found.basic
            self._account[account] = found.account
            self._transitional[transitional] = found.transitional
        return _summed(self._basic[basic], self._account[account], self._transitional[transitional], of)

    def _ruled(self, rules: tuple[str, str]) -> Law:
        """The law with its rounding rules replaced by others, by name."""
        if rules not in self._laws:
            parameters = dict(self.law.parameters)
            for name, rule in zip(("pension.year_rounding", "pension.amount_rounding"), rules, strict=True):
                parameters[name] = {self.law.day: replace(self.law.value(name), content=rule)}
            self._laws[rules] = replace(self.law, parameters=parameters)
        law = self._laws[rules]
        law.citations.clear()  # nobody reads them here
        return law


def _summed(basic: Decimal, account: Decimal, transitional: Decimal | None, of: Setting) -> Parts:
    if transitional is None:
        return Parts(basic, account, None, of.beside, None)
    three = basic + account + transitional
    beside = of.beside + half_up(three * of.supplement) if of.supplement else of.beside
    return Parts(basic, account, transitional, beside, three + beside)
