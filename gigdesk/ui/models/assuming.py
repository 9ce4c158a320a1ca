"""What a person assumes of the years to come, in the place of the preset. It holds for the whole job."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from gigdesk.domain.money import half_up
from gigdesk.domain.pension.projection import ASSUMED, ROADS, Assumptions
from gigdesk.services import words
from gigdesk.services.answer import Answer
from gigdesk.services.bounds import Preset
from gigdesk.services.source_words import title
from gigdesk.store.texts import Texts

STEP = Decimal("0.005")
LOWEST, HIGHEST = -4, 16
"""In steps of half a percent: from -2 to 8 %."""


@dataclass(frozen=True)
class Assumption:
    """One share on the three roads, in words; `steps` is the expected one as it is counted by the stepper.

    The source is that of the preset; the person's own has none.
    """

    name: str
    label: str
    note: str
    low: str
    expected: str
    high: str
    steps: int
    preset: Decimal
    own: bool
    status: words.Chip
    source: str

    def at(self, steps: int) -> str:
        """A step in percent, without the sign."""
        return words.percent(share_at(steps, self.preset))


class Assuming:
    """The person's own assumptions; `own` is None as long as they are those of the preset."""

    def __init__(self) -> None:
        self.own: Assumptions | None = None

    def change(self, preset: Preset, name: str, steps: int) -> None:
        """Assume another share for the expected road."""
        usual = preset.roads["expected"]
        changed = replace(self.own or usual, **{name: share_at(steps, getattr(usual, name))})
        self.own = None if changed == usual else changed

    def clear(self) -> None:
        """Back to the preset."""
        self.own = None


def share_at(steps: int, preset: Decimal) -> Decimal:
    """The share of a step. The preset stays what it is, even where it lies between two steps."""
    return preset if steps == steps_of(preset) else steps * STEP


def steps_of(share: Decimal) -> int:
    """The nearest step."""
    return int(half_up(share / STEP, Decimal(1)))


def assumptions(found: Mapping[str, Assumptions], answer: Answer[Preset], t: Texts) -> tuple[Assumption, ...]:
    """The four shares on the roads of an estimate, each with what it rests on."""
    return tuple(_assumption(name, found, answer, t) for name in ASSUMED)


def _assumption(name: str, found: Mapping[str, Assumptions], answer: Answer[Preset], t: Texts) -> Assumption:
    low, expected, high = (getattr(found[road], name) for road in ROADS)
    preset = answer.result
    usual = getattr(preset.roads["expected"], name)
    own = expected != usual
    source, status = answer.sources[preset.sources[name]], preset.statuses[name]
    return Assumption(
        name=name,
        label=t(f"assume.{name}"),
        note=t(f"assume.{name}.note"),
        low=t("percent", percent=words.percent(low)),
        expected=t("percent", percent=words.percent(expected)),
        high=t("percent", percent=words.percent(high)),
        steps=steps_of(expected),
        preset=usual,
        own=own,
        status=words.Chip(t("assume.own"), "sample") if own else words.Chip(t(f"status.{status}"), status),
        source="" if own else title(source, t),
    )
