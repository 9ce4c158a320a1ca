"""The wage job: what is asked, and one's own pay beside the published levels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from gigdesk.domain.money import half_up
from gigdesk.domain.wages.levels import PERCENTILES, Position
from gigdesk.domain.wages.own_pay import OwnPay
from gigdesk.services import Services, commands
from gigdesk.services.answer import Answer
from gigdesk.services.commands import Command
from gigdesk.services.wages import Comparison, Row
from gigdesk.services.wages_minimum import MinimumWage
from gigdesk.services.wages_words import called
from gigdesk.store.texts import Texts
from gigdesk.ui.models import explain, words
from gigdesk.ui.models.ask import Answers, Ask, Option
from gigdesk.ui.models.explain import Explanation
from gigdesk.ui.models.ordered import OrderedJob
from gigdesk.ui.models.places import place, place_asks, place_notices
from gigdesk.ui.models.wages_pay import PayLine, loss, pay_lines, who
from gigdesk.ui.models.wages_questions import pay_asks, query_of
from gigdesk.ui.models.words import Chip

COMMON = (
    ("4-10-08-01", "bike"),
    ("4-02-02-01", "car"),
    ("4-02-02-02", "van"),
    ("4-02-07-08", "bag"),
    ("4-10-01-06", "home"),
    ("4-09-08-01", "store"),
    ("4-07-05-01", "user"),
    ("4-02-05-01", "doc"),
)
CLOSE = Decimal("0.03")
TEN = 10


@dataclass(frozen=True)
class Figures:
    """What the strip draws, yuan a month. Percentiles may be missing, then the mean stands alone."""

    statistics: Mapping[str, Decimal]
    net: Decimal
    gross: Decimal
    minimum: Decimal | None


@dataclass(frozen=True)
class LevelLine:
    """One row of the table: what population, which year, and its figures in words."""

    who: str
    what: str
    period: str
    figures: tuple[tuple[str, str], ...]
    chip: Chip


@dataclass(frozen=True)
class WagesView:
    """The result page."""

    title: str
    subtitle: str
    figures: Figures
    levels: tuple[LevelLine, ...]
    place_in_ten: int | None
    position: str
    pay: tuple[PayLine, ...]
    limit: str
    notices: tuple[str, ...]
    chips: tuple[Chip, ...]
    explanation: Explanation


class WagesJob(OrderedJob[WagesView]):
    """Asks what work, where, for how much, in how many hours and at what cost."""

    id = "wages"

    def plan(self, services: Services, answers: Answers) -> list[Ask]:
        """Place, occupation, money and time by the month."""
        common = tuple(Option(code, icon, label=self._name(services, code)) for code, icon in COMMON)
        return [
            *place_asks(services, self.session.texts.language, answers),
            Ask("occupation", kind="occupation", options=common, columns=2),
            *pay_asks(services, self.session.today(), answers, self.session.texts),
        ]

    def search(self, word: str) -> list[Option]:
        """Occupations that a word may mean, as choices."""
        if not self.session.services or not word.strip():
            return []
        found = self.session.services.wages.search(word, self.session.today()).result
        return [Option(match.code, label=self._label(match.label, match.matched)) for match in found[:8]]

    def view(self, services: Services, answers: Answers) -> WagesView:
        """Compare, and put it into words."""
        t, today = self.session.texts, self.session.today()
        region = place(answers)
        answer = services.wages.compare(query_of(answers), today)
        found = answer.result
        if found.own is None or found.position is None:
            msg = "own earnings were given"
            raise AssertionError(msg)
        first = found.rows[0]
        return WagesView(
            title=_title(found.own, found.position, found.minimum_wage, first, t),
            subtitle=self._subtitle(services, first, region),
            figures=Figures(
                first.statistics, found.own.net_monthly, found.own.gross_monthly, _monthly(found.minimum_wage)
            ),
            levels=tuple(self._level(row, answer, services) for row in found.rows),
            place_in_ten=_place_in_ten(found.position),
            position=_position(found.position, t),
            pay=tuple(pay_lines(found.own, found.minimum_wage, t)),
            limit=t("wages.limit"),
            notices=(*place_notices(answers, t), *explain.warnings(answer, t)),
            chips=_chips(first, answer, t),
            explanation=explain.explanation(answer, t),
        )

    def command(self, services: Services, answers: Answers) -> Command:
        """`wages compare` with one's own pay."""
        return commands.wages.command(query_of(answers), services.wages)

    def _name(self, services: Services, code: str) -> str:
        occupation = services.data.reference.occupations[code]
        english = self.session.texts.language == "en" and occupation.label_en
        return self._label(occupation.label_en if english else occupation.label, next(iter(occupation.aliases), ""))

    def _label(self, label: str, matched: str) -> str:
        if self.session.texts.language == "en" or not matched or matched == label:
            return label
        return self.session.texts("wages.called", label=label, matched=matched)

    def _subtitle(self, services: Services, row: Row, region: str) -> str:
        language = self.session.texts.language
        occupation = row.occupation
        label = occupation.label_en if language == "en" and occupation.label_en else occupation.label
        there = services.data.reference.regions[region].names[language]
        said = self.session.texts(
            "wages.population", who=self.session.texts(f"population.{row.found.level.population}")
        )
        return f"{label} {occupation.code} · {there} · {said}"

    def _level(self, row: Row, answer: Answer[Comparison], services: Services) -> LevelLine:
        t, level = self.session.texts, row.found.level
        figures = tuple(
            (t(f"statistic.{name}"), words.yuan(half_up(row.statistics[name], Decimal(1))))
            for name in (*PERCENTILES, "mean")
            if name in row.statistics
        )
        step = "part" if row.found.is_part else row.found.step
        own = t.language == "en" and step == "occupation" and row.occupation.label_en
        what = t(f"wages.speaks-of.{step}", label=row.occupation.label_en if own else called(level.label, t))
        if "region" in row.found.widened:
            what = f"{what} · {services.data.reference.regions[level.region].names[t.language]}"
        chip = words.chip(answer.sources[level.source], t, level.status)
        return LevelLine(t(f"population.{level.population}"), what, level.period, figures, chip)


def _title(own: OwnPay, where: Position, minimum: MinimumWage | None, row: Row, t: Texts) -> str:
    """The sentence first: above or below the middle, and the minimum wage. Close to a mean is said as close."""
    first = loss(own, t) or _beside_the_middle(where, row, who(own, t), t)
    second = _beside_the_minimum(own, minimum)
    return t("wages.title.both", first=first, second=t(f"wages.title.{second}")) if second else first


def _beside_the_minimum(own: OwnPay, minimum: MinimumWage | None) -> str:
    """By the month, and by the hour logged in where that is known and says something else."""
    if minimum is None:
        return ""
    month = _side(own.net_monthly, minimum.monthly)
    hour = _side(own.net_hour_logged, minimum.hourly)
    if not month or not hour:
        return f"{month}-minimum" if month else hour and f"hour-{hour}-minimum"
    return f"{month}-minimum" if month == hour else f"{month}-minimum-hour-{hour}"


def _side(amount: Decimal | None, minimum: Decimal | None) -> str:
    if amount is None or minimum is None:
        return ""
    return "above" if amount >= minimum else "below"


def _beside_the_middle(where: Position, row: Row, kept: str, t: Texts) -> str:
    if where.middle is None or where.difference is None:
        return t("wages.title.no-middle")
    if abs(where.difference) <= row.statistics[where.middle] * CLOSE:
        return t(f"wages.title.close.{where.middle}", who=kept)
    side = "more" if where.difference > 0 else "less"
    return t(f"wages.title.{side}.{where.middle}", who=kept, amount=words.about(abs(where.difference)))


def _monthly(minimum: MinimumWage | None) -> Decimal | None:
    return minimum.monthly if minimum else None


def _place_in_ten(where: Position) -> int | None:
    return None if where.percentile is None else min(where.percentile // TEN + 1, TEN)


def _position(where: Position, t: Texts) -> str:
    tenth = _place_in_ten(where)
    if tenth is None:
        return t(f"wages.position.{where.reason}")
    return t("wages.position", tenth=tenth, fewer=tenth - 1, more=TEN - tenth)


def _chips(row: Row, answer: Answer[Comparison], t: Texts) -> tuple[Chip, ...]:
    level = row.found.level
    source = words.chip(answer.sources[level.source], t, level.status)
    sample = t("wages.sample.none") if level.sample is None else t("wages.sample", count=level.sample)
    return (Chip(t("wages.period", period=level.period), "official"), Chip(sample, "official"), source)
