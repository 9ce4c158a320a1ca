"""The form job: a determination form beside what its own figures give, and what could explain a difference."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from gigdesk.domain.errors import GigDeskError
from gigdesk.domain.law import number_of
from gigdesk.domain.money import YearMonth
from gigdesk.domain.pension.gap.model import Gap, Verdict
from gigdesk.reports.slip.common import Occasion
from gigdesk.reports.slip.document import Slip
from gigdesk.reports.slip.forms import gap_slip
from gigdesk.services import Services, commands, explain, words
from gigdesk.services.answer import Answer
from gigdesk.services.commands import Command
from gigdesk.services.explain import Explanation
from gigdesk.services.form_input import read_form
from gigdesk.services.forms import FormFigures
from gigdesk.services.gap_view import CandidateLine, PartLine, candidate_lines, line, part_lines
from gigdesk.services.gap_words import note_words, verdict_words
from gigdesk.services.words import Chip
from gigdesk.store.texts import Texts
from gigdesk.ui.models.ask import UNSURE, Answers, Ask
from gigdesk.ui.models.form_case import asks, figures, official, published_base
from gigdesk.ui.models.job import Job
from gigdesk.ui.models.pension_case import month
from gigdesk.ui.models.places import place
from gigdesk.ui.models.recalled import Recall
from gigdesk.ui.models.recalled.pension import printed
from gigdesk.ui.models.recalled.places import at_place

MOST_SHOWN = 3


@dataclass(frozen=True)
class Used:
    """One figure that went in; `ask` is the question that changes it."""

    label: str
    value: str
    ask: str


@dataclass(frozen=True)
class FormView:
    """The result page."""

    verdict: Verdict
    title: str
    line: str
    parts: tuple[PartLine, ...]
    candidates: tuple[CandidateLine, ...]
    used: tuple[Used, ...]
    later: str
    notices: tuple[str, ...]
    chips: tuple[Chip, ...]
    explanation: Explanation

    @property
    def others(self) -> int:
        """How many candidates are not on the first page."""
        return max(len(self.candidates) - MOST_SHOWN, 0)


class FormJob(Job[FormView]):
    """Asks for the lines of a determination form, at most ten of them for most people."""

    id = "form"
    sign = "pension"
    has_slip = True

    def plan(self, services: Services, answers: Answers) -> list[Ask]:
        """The lines of the form, in its order."""
        return asks(services, self.session, answers)

    def view(self, services: Services, answers: Answers) -> FormView:
        """Replay the form, and search for what could explain a difference."""
        t, today = self.session.texts, self.session.today()
        form, told = figures(services, answers), official(answers)
        answer = services.pension.gap(form, told, today)
        found = answer.result
        regions = services.data.reference.regions
        return FormView(
            verdict=found.verdict,
            title=verdict_words(found, t),
            line=line(found, told, t),
            parts=tuple(part_lines(found, told, t)),
            candidates=candidate_lines(answer, regions, t),
            used=tuple(self._used(form, answer, answers)),
            later=self._later(services, form),
            notices=tuple(self._notices(services, answer, answers)),
            chips=_chips(answer, t),
            explanation=explain.explanation(answer, t),
        )

    def slip(self, services: Services, answers: Answers, asked: Occasion) -> Slip:
        """The form and its explanations on paper."""
        form, told = figures(services, answers), official(answers)
        answer = services.pension.gap(form, told, asked.day)
        later = self._later(services, form)
        return gap_slip(answer, told, services.data.reference.regions, asked, [later] if later else [])

    def command(self, services: Services, answers: Answers) -> Command:
        """`pension gap` of the form."""
        return commands.forms.gap_command(figures(services, answers), official(answers))

    def recall(self, services: Services, command: Command) -> Recall:
        """The lines of the form, and of `pension gap` what the office printed."""
        if command.name == commands.forms.REPLAY:
            form, told = read_form(command.input, services.pension, self.session.today()), None
        else:
            form = read_form(command.input, services.pension, self.session.today(), correction=False)
            told = commands.forms.official_of(command)
        return at_place(form.region, printed(form, told))

    def _used(self, form: FormFigures, answer: Answer[Gap], answers: Answers) -> Iterable[Used]:
        t, earned = self.session.texts, form.entitlement
        divisor = next((step.value for step in answer.steps if step.id == "divisor"), earned.divisor)
        shown = f"{divisor.normalize():f}" if isinstance(divisor, Decimal) else divisor
        unsure = {
            "before": t("gap.months", months=earned.transitional_months),
            "divisor": t("form.by-age", divisor=shown, age=words.age(form.age_months or 0, t)),
            "benefit_base": words.quantity(earned.benefit_base, "CNY/month", t),
            "total_months": t("gap.months", months=earned.total_months),
        }
        for ask in self.asking.asks:
            if ask.id.startswith("printed_"):
                continue
            given = answers[ask.id]
            worked_out = given is UNSURE or ask.id == "total_months"
            yield Used(self.asking.short(ask), unsure[ask.id] if worked_out else self.asking.label(ask, given), ask.id)

    def _later(self, services: Services, form: FormFigures) -> str:
        """What is still to come, or has come since, of a pension paid on a provisional base."""
        t, retired, base = self.session.texts, form.retired, form.entitlement.benefit_base
        own = published_base(services, form.region, retired) if retired else None
        if retired is None or own is None:
            return ""
        now = number_of(own.value, retired)
        if own.provisional:
            shown = {"year": retired.year, "stands_in": own.value.use_year, "base": words.yuan(now)}
            said = own.unpublished.texts[t.language] if own.unpublished else t("form.later", **shown)
            return said if base == now else ""
        before = published_base(services, form.region, YearMonth(retired.year - 1, 12))
        if base == now or before is None or base != number_of(before.value, retired):
            return ""
        return self._corrected(services, form, now)

    def _corrected(self, services: Services, form: FormFigures, final_base: Decimal) -> str:
        """The base of the year is out by now: what the pension comes to on it."""
        t = self.session.texts
        try:
            found = services.pension.correction(form, final_base, self.session.today()).result
        except GigDeskError:
            return ""
        if not found.difference or found.difference < 0 or found.final.total is None or form.retired is None:
            return ""
        shown = {"old": words.yuan(form.entitlement.benefit_base), "base": words.yuan(final_base)}
        return t(
            "form.corrected",
            **shown,
            year=form.retired.year,
            final=words.fen(found.final.total),
            more=words.fen(found.difference),
        )

    def _notices(self, services: Services, answer: Answer[Gap], answers: Answers) -> Iterable[str]:
        t = self.session.texts
        if answers["before"] is UNSURE:
            yield t("form.before-unsure")
        if answers["benefit_base"] is UNSURE:
            value = services.pension.benefit_base(place(answers), month(answers["retired"])).value
            source = services.data.reference.book.sources[value.source]
            yield t("form.base-unsure", source=words.chip(source, t, value.status).text)
        yield from explain.warnings(answer, t)
        yield from (note for note in note_words(answer.result, t) if note != t("gap.implied"))


def _chips(answer: Answer[Gap], t: Texts) -> tuple[Chip, ...]:
    """What the formula and the rounding rest on."""
    steps = [step for step in answer.steps if step.id == "basic"]
    return tuple(words.chip(answer.sources[source], t) for step in steps for source in step.sources)
