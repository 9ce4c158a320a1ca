"""The pension job: what is asked, and the result beside three tiers and three roads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from decimal import Decimal

from gigdesk.domain.errors import GigDeskError
from gigdesk.domain.pension.estimate import Estimate, Range
from gigdesk.domain.working import WorkingStep
from gigdesk.reports.slip.common import Occasion
from gigdesk.reports.slip.document import Slip
from gigdesk.reports.slip.pension import pension_slip
from gigdesk.services import Services, commands, explain, pension_words, words
from gigdesk.services.answer import Answer
from gigdesk.services.commands import Command
from gigdesk.services.explain import Explanation
from gigdesk.services.pension_input import Request, read_request
from gigdesk.services.pension_words import begins_now
from gigdesk.services.words import Chip
from gigdesk.ui.models.ask import UNSURE, Answers, Ask
from gigdesk.ui.models.assuming import Assumption, assumptions
from gigdesk.ui.models.pension_case import TIERS, asks, category, month, others, paid_so_far, periods
from gigdesk.ui.models.pension_extra import extra_asks
from gigdesk.ui.models.places import place, place_notices
from gigdesk.ui.models.recalled import Recall
from gigdesk.ui.models.recalled.pension import estimated, tier_of
from gigdesk.ui.models.recalled.places import at_place
from gigdesk.ui.models.recorded import HISTORY
from gigdesk.ui.models.weighing import Weighing

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
    assumed: tuple[Assumption, ...]
    explanation: Explanation
    depends: tuple[str, ...] = ()

    @property
    def own_assumptions(self) -> bool:
        """Whether the person assumes something else than the preset."""
        return any(assumption.own for assumption in self.assumed)


class PensionJob(Weighing[PensionView]):
    """Asks six or seven questions and compares three tiers."""

    id = "pension"
    has_slip = True

    def plan(self, services: Services, answers: Answers) -> list[Ask]:
        """Region, sex (and for a woman the kind of post), birth, months paid, on what, and the account."""
        extra = extra_asks(services, self.session.today(), answers, self.extra)
        return asks(services, self.session, answers) + extra

    def offers(self, found: PensionView) -> Mapping[str, tuple[str, str]]:
        """Other ways to pay, for those who still pay."""
        return {"compare": ("pension.compare", "columns")} if found.tiers else {}

    def choose(self, percent: int) -> None:
        """Show another tier as the chosen one."""
        self.tier = percent
        self.show()

    def view(self, services: Services, answers: Answers) -> PensionView:
        """Estimate each tier; the chosen one is shown whole."""
        today = self.session.today()
        region, answers = place(answers), self.measured(answers)
        past = periods(answers)
        estimates = {tier: services.pension.estimate(region, self.person(answers, tier), today, past) for tier in TIERS}
        chosen = estimates[self.tier]
        t = self.session.texts
        found = chosen.result
        ranges = [answer.result.range for answer in estimates.values() if answer.result.range]
        return PensionView(
            title=pension_words.title(chosen, t(f"pension.tier.{self.tier}"), t),
            amount=t("pension.a-month", amount=words.about(found.range.expected)) if found.range else "",
            subtitle=pension_words.subtitle(found, t),
            roads=self._roads(found),
            basis=tuple(self._basis(found, answers, chosen.steps)),
            notices=(*place_notices(answers, t), *explain.warnings(chosen, t)),
            tiers=tuple(
                self._tier(tier, answer.result) for tier, answer in estimates.items() if not begins_now(answer.result)
            ),
            chosen=self.tier,
            scale=_scale(ranges),
            chips=self._chips(chosen),
            assumed=assumptions(found.assumptions, services.pension.assumptions(region, today), t),
            explanation=explain.explanation(chosen, t),
            depends=self._depends(services, answers, region),
        )

    def slip(self, services: Services, answers: Answers, asked: Occasion) -> Slip:
        """The estimate of the tier shown on paper, and what it comes to in each other category that is possible."""
        region, measured = place(answers), self.measured(answers)
        case = self.person(measured, self.tier)
        estimates = {case.category: services.pension.estimate(region, case, asked.day, periods(measured))}
        for at in others(measured):
            with suppress(GigDeskError):
                estimates[at] = services.pension.estimate(region, replace(case, category=at), asked.day)
        return pension_slip(estimates, case, asked)

    def command(self, _: Services, answers: Answers) -> Command:
        """`pension estimate` of the tier shown."""
        measured = self.measured(answers)
        case = self.person(measured, self.tier)
        return commands.estimate.command(Request(place(answers), case.as_of, (case,), periods(measured)))

    def recall(self, _: Services, command: Command) -> Recall:
        """What was told of the person, with the tier shown and what was assumed."""
        request = read_request(command.input, self.session.today())
        self.tier, self.assuming.own = tier_of(request), request.cases[0].assumptions
        if request.history:
            self.record.periods = request.history
            self.asking.answers[HISTORY] = self.record.measured(request.history, request.region)
        return at_place(request.region, estimated(request))

    def _depends(self, services: Services, answers: Answers, region: str) -> tuple[str, ...]:
        """Where the category is not known: what decides, and the answer for each other one."""
        possible, t = others(answers), self.session.texts
        if not possible:
            return ()
        return (
            t(f"pension.shown.{category(answers)}", decides=t("pension.decides-50-55")),
            *(self._other(services, answers, region, at) for at in possible),
        )

    def _other(self, services: Services, answers: Answers, region: str, at: str) -> str:
        t, today = self.session.texts, self.session.today()
        one = replace(self.person(answers, self.tier), category=at)
        try:
            found = services.pension.estimate(region, one, today).result
        except GigDeskError as error:
            return t("pension.at.none", category=t(f"category.{at}"), why=self.session.error(error))
        who = {"category": t(f"category.{at}"), "retired": self._retired(found)}
        if found.range:
            return t("pension.at", amount=t("pension.a-month", amount=words.about(found.range.expected)), **who)
        short = found.retirement.months_short
        why = t("pension.at.no-amount.short", short=short) if short else t("pension.at.no-amount.other")
        return t("pension.at.no-amount", why=why, **who)

    def _roads(self, found: Estimate) -> tuple[Road, ...]:
        t = self.session.texts
        if not found.range or begins_now(found):
            return ()
        return tuple(
            Road(
                road,
                words.about(getattr(found.range, road)),
                t(f"pension.road.{road}"),
                t(
                    "pension.road.assumption",
                    percent=words.percent(found.assumptions[road].wage_growth),
                ),
            )
            for road in ("high", "expected", "low")
        )

    def _basis(self, found: Estimate, answers: Answers, steps: Sequence[WorkingStep]) -> list[Basis]:
        t, when = self.session.texts, found.retirement
        sex = t("pension.basis.sex-open") if answers["sex"] is UNSURE else t(f"ask.pension.sex.{answers['sex']}")
        birth = t("pension.basis.birth", month=words.month(month(answers["birth"]), t), sex=sex)
        rows = [
            Basis(t("pension.basis.birth.label"), birth, "birth"),
            Basis(
                t("pension.basis.retired.label"), self._retired(found), "worker" if answers["sex"] == "female" else ""
            ),
            Basis(*paid_so_far(answers, when.paid_months_then, t)),
        ]
        balance = answers.get("balance")
        if balance is not None:
            shown = words.fen(balance) if isinstance(balance, Decimal) else ""
            known = t("pension.basis.balance", amount=shown) if shown else t("state.not-known")
            rows.append(Basis(t("pension.basis.balance.label"), known, "balance"))
        base = next((step for step in steps if step.id == "benefit-base"), None)
        if base:
            published = words.yuan(Decimal(str(base.inputs["published"])))
            rows.append(
                Basis(
                    t("pension.basis.base.label"),
                    t("pension.basis.base", base=published, year=base.inputs["of_year"]),
                )
            )
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

    def _chips(self, chosen: Answer[Estimate]) -> tuple[Chip, ...]:
        wanted = ("contribution-base", "benefit-base")
        steps = [step for step in chosen.steps if step.id in wanted]
        return tuple(
            words.chip(chosen.sources[source], self.session.texts, step.status)
            for step in steps
            for source in step.sources[:1]
        )


def _scale(ranges: list[Range]) -> tuple[int, int]:
    """One scale for all rows, in steps of 250 yuan."""
    if not ranges:
        return 0, SCALE_STEP
    low = int(min(span.low for span in ranges)) // SCALE_STEP * SCALE_STEP
    high = -(-int(max(span.high for span in ranges)) // SCALE_STEP) * SCALE_STEP
    return low, high
