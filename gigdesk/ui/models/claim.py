"""What follows an answer about an accident, in words: the limits, the papers, the places, and how far the claim is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from gigdesk.domain.injury.deadlines import Deadline
from gigdesk.domain.injury.documents import Document, Group
from gigdesk.domain.injury.facts import APPRAISED_AT, DECIDED_AT, FILED_AT, REPORTED_AT
from gigdesk.domain.injury.limits import Who
from gigdesk.domain.injury.places import APP, HOTLINE, LAWYER, OFFICE, UNION, Place
from gigdesk.domain.law import Source, Status
from gigdesk.services import injury_words, words
from gigdesk.services.words import Chip
from gigdesk.store.texts import Texts
from gigdesk.ui.models.ask import Answers, Ask, Option

AT_A_GLANCE = 3
SOON_DAYS = 7
PROGRESS, PROGRESS_DAY, NOT_YET = "progress", "progress_day", "none"
STAGES = tuple(question.id for question in (REPORTED_AT, FILED_AT, DECIDED_AT, APPRAISED_AT))
PAPER_ICONS = {
    "order_screenshots": "mobile",
    "scene_recordings": "search",
    "diagnosis": "medical",
    "receipts": "receipt",
    "traffic_certificate": "police",
    "identity_and_bank": "idcard",
}
PLACE_ICONS = {APP: "mobile", HOTLINE: "phone", OFFICE: "store", UNION: "users", LAWYER: "phone"}


@dataclass(frozen=True)
class StepLine:
    """A limit in three lines: what, whose turn and by when; `passed` and `soon` stand out."""

    title: str
    detail: str
    due: str
    left: str
    soon: bool
    passed: bool


@dataclass(frozen=True)
class LimitLine:
    """A limit in full: its day, how it is counted, what to do, what to know, how sure it is."""

    title: str
    due: str
    counted: str
    to_do: str
    notes: tuple[str, ...]
    chip: Chip
    soon: bool


@dataclass(frozen=True)
class LimitGroup:
    """Limits that run, that have passed, or that do not run yet."""

    title: str
    lines: tuple[LimitLine, ...]


@dataclass(frozen=True)
class Paper:
    """A paper to keep or bring; `form` is its official name, `about` says when it disappears or is needed."""

    icon: str
    name: str
    form: str
    about: str


@dataclass(frozen=True)
class PaperGroup:
    """Papers of one group."""

    title: str
    papers: tuple[Paper, ...]


@dataclass(frozen=True)
class PlaceLine:
    """Where to go or to call."""

    icon: str
    name: str
    notes: tuple[str, ...]
    chip: Chip | None


def progress_asks(answers: Answers, happened: date) -> list[Ask]:
    """How far the claim is, asked on demand, and since when."""
    asks = [Ask(PROGRESS, options=tuple(map(Option, (NOT_YET, *STAGES))))]
    if answers.get(PROGRESS) in STAGES:
        asks.append(Ask(PROGRESS_DAY, kind="day", first=happened))
    return asks


def so_far(answers: Answers) -> Mapping[str, object]:
    """What the answers say of how far the claim is."""
    stage, day = answers.get(PROGRESS), answers.get(PROGRESS_DAY)
    return {str(stage): day} if stage in STAGES and day is not None else {}


def at_a_glance(found: Sequence[Deadline], route: str, today: date, t: Texts) -> tuple[StepLine, ...]:
    """The few that matter most: to report, then one's own that have passed, then the nearest, `route` first."""
    waited_for = (Who.POLICE, Who.COMMITTEE)
    running = [one for one in found if one.by and not one.opens and not (one.passed and one.who in waited_for)]
    running.sort(
        key=lambda one: (
            one.id != "report",
            not (one.passed and one.who is Who.WORKER),
            one.passed,
            one.route != route or one.who in waited_for,
            one.by,
        )
    )
    return tuple(_step(one, today, t) for one in running[:AT_A_GLANCE])


def limit_groups(
    found: Iterable[Deadline], sources: Mapping[str, Source], today: date, t: Texts
) -> tuple[LimitGroup, ...]:
    """Every limit, in groups."""
    groups: dict[str, list[LimitLine]] = {"now": [], "passed": [], "later": []}
    for one in found:
        name = "later" if one.by is None or one.opens else "passed" if one.passed else "now"
        groups[name].append(_limit(one, sources, today, t))
    return tuple(
        LimitGroup(t(f"injury.stage.{name}", day=words.day(today, t)), tuple(lines))
        for name, lines in groups.items()
        if lines
    )


def paper_groups(found: Sequence[Document], t: Texts) -> tuple[PaperGroup, ...]:
    """Every paper, in groups: what disappears first."""
    groups = [(group, tuple(_paper(one, t) for one in found if one.group is group)) for group in Group]
    return tuple(PaperGroup(t(f"group.{group}"), papers) for group, papers in groups if papers)


def place_lines(found: Iterable[Place], sources: Mapping[str, Source], t: Texts) -> tuple[PlaceLine, ...]:
    """Where to go."""
    return tuple(
        PlaceLine(
            PLACE_ICONS[one.kind],
            injury_words.place_name(one, t),
            tuple(injury_words.place_notes(one, t)),
            words.chip(sources[one.point.source], t, one.point.status) if one.point else None,
        )
        for one in found
    )


def _step(one: Deadline, today: date, t: Texts) -> StepLine:
    left, by = one.days_left or 0, one.by or today
    detail = injury_words.to_do(one, t) if one.passed or not left else injury_words.counted(one, t)
    if one.passed:
        due, told = t("injury.passed", days=-left), words.day(by, t, today)
    elif left == 0:
        due, told = t("deadline.today"), ""
    else:
        due, told = words.day(by, t, today), t("injury.left", days=left)
    status = "" if one.limit.status is Status.OFFICIAL else t(f"status.{one.limit.status}")
    return StepLine(
        t(f"deadline.{one.id}"),
        detail,
        due,
        " · ".join(part for part in (told, status) if part),
        soon=0 < left <= SOON_DAYS,
        passed=one.passed,
    )


def _limit(one: Deadline, sources: Mapping[str, Source], today: date, t: Texts) -> LimitLine:
    def day(when: date) -> str:
        return words.day(when, t, today)

    left = one.days_left
    return LimitLine(
        t(f"deadline.{one.id}"),
        injury_words.when(one, t, day),
        injury_words.counted(one, t),
        injury_words.to_do(one, t),
        tuple(injury_words.notes(one, t, day)),
        words.chip(sources[one.limit.source], t, one.limit.status),
        soon=left is not None and not one.opens and left <= SOON_DAYS,
    )


def _paper(one: Document, t: Texts) -> Paper:
    name = t(f"document.{one.id}")
    form = injury_words.form(one, t)
    return Paper(PAPER_ICONS.get(one.id, "doc"), name, "" if form == name else form, injury_words.about(one, t))
