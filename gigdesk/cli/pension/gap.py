"""What the search for a difference found, as JSON and as lines for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from gigdesk.domain.law import Status
from gigdesk.domain.pension.gap.model import Candidate, Gap, Official
from gigdesk.domain.pension.replay import PARTS
from gigdesk.services.gap_words import (
    cause_words,
    changes_words,
    check_words,
    match_words,
    note_words,
    verdict_words,
)
from gigdesk.store.records import Region
from gigdesk.store.texts import Texts

Regions = Mapping[str, Region]


def gap_body(found: Gap, official: Official, t: Texts, regions: Regions) -> dict[str, object]:
    """The answer of `pension gap`."""
    return {
        "ours": found.ours,
        "official": official,
        "difference": found.difference,
        "verdict": found.verdict,
        "says": verdict_words(found, t),
        "candidates": [_candidate(each, t, regions) for each in found.candidates],
        "exact_pairs": found.exact_pairs,
        "notes": note_words(found, t),
    }


def _candidate(found: Candidate, t: Texts, regions: Regions) -> dict[str, object]:
    return {
        "causes": [{"id": cause, "label": t(f"gap.cause.{cause}")} for cause in found.causes],
        "changes": [
            {"name": one.name, "label": t(f"gap.change.{one.name}"), "before": one.before, "after": one.after}
            for one in found.changes
        ],
        "says": changes_words(found, t, regions),
        "gives": found.gives,
        "remaining": found.remaining,
        "match": found.match,
        "implied": found.implied,
        "status": found.status,
        "sources": found.sources,
        "checks": check_words(found, t),
    }


def gap_lines(found: Gap, official: Official, t: Texts, regions: Regions) -> list[str]:
    """The sentence, the figures side by side, the candidates with how to check them."""
    parts = (_part_line(part, getattr(found.ours, part), getattr(official, part, None), t) for part in PARTS)
    candidates = (
        line
        for number, candidate in enumerate(found.candidates, start=1)
        for line in _candidate_lines(number, candidate, t, regions)
    )
    return [verdict_words(found, t), *parts, *candidates, *note_words(found, t)]


def _part_line(part: str, ours: Decimal | None, official: Decimal | None, t: Texts) -> str:
    shown = {
        "part": t(f"step.{part}"),
        "ours": t("state.cannot-say") if ours is None else ours,
        "official": t("cli.not-given") if official is None else official,
    }
    if ours is None or official is None:
        return t("cli.gap.part", **shown)
    return t("cli.gap.part.apart", **shown, difference=official - ours)


def _candidate_lines(number: int, found: Candidate, t: Texts, regions: Regions) -> Iterator[str]:
    yield t("cli.gap.candidate", number=number, cause=cause_words(found, t), match=match_words(found, t))
    total = t("state.cannot-say") if found.gives.total is None else found.gives.total
    yield t("cli.gap.changes", changes=changes_words(found, t, regions), total=total)
    yield from (t("cli.gap.check", check=check) for check in check_words(found, t))
    if found.status is Status.UNVERIFIED:
        yield t("cli.gap.note", note=t("gap.unverified"))
