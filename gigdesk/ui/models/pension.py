"""The pension job: what is asked, and the result beside three tiers and three roads."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from gigdesk.domain.errors import GigDeskError
from gigdesk.domain.pension.estimate import Estimate, Range
from gigdesk.services import Services
from gigdesk.services.answer import Answer
from gigdesk.ui.models import explain, words
from gigdesk.ui.models.asking import Answers, Ask
from gigdesk.ui.models.explain import Explanation
from gigdesk.ui.models.job import Job
from gigdesk.ui.models.pension_case import TIERS, asks, case, either, month
from gigdesk.ui.models.places import place
from gigdesk.ui.models.words import Chip

SCALE_STEP = 250


@dataclass(frozen=True)
class Basis:
    """One thing the estimate rests on; `ask` is the question that changes it."""

    label: str
    value: str
    ask: str = ""


@dataclass(frozen=True)
class Tier:
    """One row of the comparison: amounts in words, and the same in yuan for the strip."""

    percent: int
    name: str
    base: str
    monthly: str
    in_all: str
    low: str
    expected: str
    high: str
    payback: str
    range: Range | None


@dataclass(frozen=True)
class Road:
    """One of the three roads."""

    id: str
    amount: str
    name: str
    assumption: str


@dataclass(frozen=True)
class PensionView:
    """The result page. Without `roads` the title says why: no figure, or nothing left to pay (then no `tiers`)."""

    title: str
    amount: str
    subtitle: str
    roads: tuple[Road, ...]
    basis: tuple[Basis, ...]
    notices: tuple[str, ...]
    tiers: tuple[Tier, ...]
    chosen: int
    scale: tuple[int, int]
    chips: tuple[Chip, ...]
    assumptions: tuple[str, ...]
    explanation: Explanation
    depends: tuple[str, ...] = ()


class PensionJob(Job[PensionView]):
    """Asks six or seven questions and compares three tiers."""

    id = "pension"
    tier = TIERS[0]

    def plan(self, services: Services, answers: Answers) -> list[Ask]:
        """Region, sex (and for a woman the kind of post), birth, months paid, on what, and the account."""
        return asks(services, self.session, answers)

    def choose(self, percent: int) -> None:
        """Show another tier as the chosen one."""
        self.tier = percent
        self.show()

    def restart(self) -> None:
        """Forget the person and the tier."""
        super().restart()
        self.tier = TIERS[0]

    def view(self, services: Services, answers: Answers) -> PensionView:
        """Estimate each tier; the chosen one is shown whole."""
        today = self.session.today()
        region = place(answers)
        estimates = {tier: services.pension.estimate(region, case(answers, today, tier), today) for tier in TIERS}
        chosen = estimates[self.tier]
        t = self.session.texts
        found = chosen.result
        ranges = [answer.result.range for answer in estimates.values() if answer.result.range]
        return PensionView(
            title=self._title(found),
            amount=t("pension.a-month", amount=words.about(found.range.expected)) if found.range else "",
            subtitle=t(_subtitle(found)),
            roads=self._roads(found),
            basis=tuple(self._basis(found, answers)),
            notices=tuple(explain.warnings(chosen, t)),
            tiers=tuple(
                self._tier(tier, answer.result) for tier, answer in estimates.items() if not _begins_now(answer.result)
            ),
            chosen=self.tier,
            scale=_scale(ranges),
            chips=self._chips(chosen),
            assumptions=self._assumptions(found),
            explanation=explain.explanation(chosen, t),
            depends=self._depends(services, answers, region) if either(answers) else (),
        )

    def _depends(self, services: Services, answers: Answers, region: str) -> tuple[str, str]:
        """For a woman who does not know whether 50 or 55 counts: what decides, and the answer at 50."""
        t = self.session.texts
        today = self.session.today()
        at_50 = case({**answers, "worker": "worker"}, today, self.tier)
        try:
            found = services.pension.estimate(region, at_50, today).result
        except GigDeskError as error:
            other = t("pension.at-50.none", why=self.session.error(error))
        else:
            blank = t("state.cannot-say")
            amount = t("pension.a-month", amount=words.about(found.range.expected)) if found.range else blank
            other = t("pension.at-50", retired=self._retired(found), amount=amount.strip("* "))
        return t("pension.shown-55", decides=t("pension.decides-50-55")), other

    def _title(self, found: Estimate) -> str:
        t, when = self.session.texts, found.retirement
        name = t(f"pension.tier.{self.tier}")
        if _begins_now(found):
            return t("pension.title.now")
        if found.range:
            return t("pension.title", tier=name, age=words.age(when.chosen_age_months, t))
        if when.months_short:
            return t("pension.title.short", tier=name, short=when.months_short)
        return t("pension.title.none")

    def _roads(self, found: Estimate) -> tuple[Road, ...]:
        t = self.session.texts
        if not found.range or _begins_now(found):
            return ()
        return tuple(
            Road(
                road,
                words.about(getattr(found.range, road)),
                t(f"pension.road.{road}"),
                t(
                    "pension.road.assumption",
                    percent=_percent(found.assumptions[road].wage_growth),
                ),
            )
            for road in ("high", "expected", "low")
        )

    def _basis(self, found: Estimate, answers: Answers) -> list[Basis]:
        t, when = self.session.texts, found.retirement
        sex = t(f"ask.pension.sex.{answers['sex']}")
        birth = t("pension.basis.birth", month=words.month(month(answers["birth"]), t), sex=sex)
        paid = t("pension.basis.paid", paid=answers["paid_months"], then=when.paid_months_then)
        rows = [
            Basis(t("pension.basis.birth.label"), birth, "birth"),
            Basis(
                t("pension.basis.retired.label"), self._retired(found), "worker" if answers["sex"] == "female" else ""
            ),
            Basis(t("pension.basis.paid.label"), paid, "paid_months"),
        ]
        balance = answers.get("balance")
        if balance is not None:
            known = words.fen(balance) if isinstance(balance, Decimal) else t("state.not-known")
            rows.append(Basis(t("pension.basis.balance.label"), known, "balance"))
        return rows

    def _retired(self, found: Estimate) -> str:
        t, when = self.session.texts, found.retirement
        age = words.age(when.chosen_age_months, t)
        return t("pension.basis.retired", month=words.month(when.chosen_month, t), age=age)

    def _tier(self, tier: int, found: Estimate) -> Tier:
        t = self.session.texts
        pay, span = found.contribution, found.range
        blank = t("state.cannot-say")
        return Tier(
            percent=tier,
            name=t(f"pension.tier.{tier}.name"),
            base=t("pension.base", base=words.yuan(pay.base)) if pay else "",
            monthly=words.fen(pay.monthly) if pay else "",
            in_all=words.wan(found.expected.projection.cost_today),
            low=words.about(span.low) if span else blank,
            expected=words.about(span.expected) if span else blank,
            high=words.about(span.high) if span else blank,
            payback=words.duration(found.breakeven_months, t) if found.breakeven_months else blank,
            range=span,
        )

    def _assumptions(self, found: Estimate) -> tuple[str, ...]:
        t = self.session.texts
        return tuple(
            t(
                "pension.assumption",
                road=t(f"pension.road.{road}"),
                **{name: _percent(share) for name, share in vars(assumed).items()},
            )
            for road, assumed in found.assumptions.items()
        )

    def _chips(self, chosen: Answer[Estimate]) -> tuple[Chip, ...]:
        wanted = ("contribution-base", "benefit-base")
        steps = [step for step in chosen.steps if step.id in wanted]
        return tuple(
            words.chip(chosen.sources[source], self.session.texts, step.status)
            for step in steps
            for source in step.sources[:1]
        )


def _begins_now(found: Estimate) -> bool:
    """Whether there is a pension and nothing left to pay for it: then there are no roads and no tiers to compare."""
    return found.range is not None and not found.expected.projection.months


def _subtitle(found: Estimate) -> str:
    if not found.range:
        return "pension.no-figure"
    return "pension.subtitle.now" if _begins_now(found) else "pension.subtitle"


def _percent(share: Decimal) -> str:
    return f"{(share * 100).normalize():f}"


def _scale(ranges: list[Range]) -> tuple[int, int]:
    """One scale for all rows, in steps of 250 yuan."""
    if not ranges:
        return 0, SCALE_STEP
    low = int(min(span.low for span in ranges)) // SCALE_STEP * SCALE_STEP
    high = -(-int(max(span.high for span in ranges)) // SCALE_STEP) * SCALE_STEP
    return low, high
