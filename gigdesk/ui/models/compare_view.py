"""The comparison in words: heads, cells, what is hardly different, and the cell that is looked at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from gigdesk.domain.money import MONTHS_A_YEAR
from gigdesk.domain.pension.cell import Cell
from gigdesk.domain.pension.compare import Flat
from gigdesk.services import words
from gigdesk.store.texts import Texts
from gigdesk.ui.models.compare import OWN_TIER, Comparing, Table
from gigdesk.ui.models.compare_panel import Panel, panel

LOWEST, HIGHEST = "60", "300"
TENS = Decimal(10)


@dataclass(frozen=True)
class Head:
    """The head of a row or a column: its key for the program, its words, what stands beside or below them."""

    key: str
    label: str
    note: str


@dataclass(frozen=True)
class Box:
    """A cell in words: `figure` where there is an amount, `alike` where it is worth much the same as the chosen one."""

    text: str
    sentence: str
    figure: bool
    alike: bool


@dataclass(frozen=True)
class CompareView:
    """The table of one way to stop. `chosen` is row and column; `alike` says what is hardly different from it."""

    stop: str
    stops: tuple[Head, ...]
    tiers: tuple[Head, ...]
    ages: tuple[Head, ...]
    boxes: tuple[tuple[Box, ...], ...]
    chosen: tuple[int, int]
    alike: tuple[str, ...]
    panel: Panel


def compare_view(comparing: Comparing, table: Table, usual: str, income: Decimal | None, t: Texts) -> CompareView:
    """A table in words, with the cell that is looked at."""
    chosen = comparing.looked_at(table, usual)
    cell = table.cell(*chosen)
    runs = alike(table, table.place(*chosen))
    marked = {place for run in runs for place in run.cells} - {table.place(*chosen)}
    tiers = tuple(tier_head(key, table.cell(row, 0), t) for row, key in enumerate(table.tiers))
    ages = tuple(age_head(table.cell(0, column), t) for column in range(len(table.axes.shifts)))
    boxes = tuple(
        tuple(
            _box(table.cell(row, column), (tiers[row], ages[column]), alike=table.place(row, column) in marked, t=t)
            for column in range(len(ages))
        )
        for row in range(len(tiers))
    )
    stops = tuple(Head(stop, stop_name(stop, t), "") for stop in comparing.stops)
    return CompareView(
        stop=comparing.stop,
        stops=stops,
        tiers=tiers,
        ages=ages,
        boxes=boxes,
        chosen=chosen,
        alike=tuple(_flat(run, table, ages, t) for run in runs) or _none_alike(table, chosen, t),
        panel=panel(cell, (tiers[chosen[0]].label, stop_name(comparing.stop, t, "until")), income, t),
    )


def named_cells(stop: str, table: Table, t: Texts) -> Mapping[str, Cell]:
    """Every cell by its name: the tier, the age, and the way to stop, which all have in common."""
    found = {}
    for row, key in enumerate(table.tiers):
        for column in range(len(table.axes.shifts)):
            cell = table.cell(row, column)
            age = words.age(cell.retirement.chosen_age_months, t)
            plan = t("compare.panel.title", tier=tier_head(key, cell, t).label, age=age)
            found[t("list.comma").join((plan, stop_name(stop, t, "until")))] = cell
    return found


def alike(table: Table, place: int) -> list[Flat]:
    """The longest run in each direction that the cell stands in."""
    found = []
    for axis in ("tier", "age"):
        runs = [flat for flat in table.answer.result.flats if flat.axis == axis and place in flat.cells]
        found += sorted(runs, key=lambda flat: (-len(flat.cells), flat.amount))[:1]
    return found


def stop_name(stop: str, t: Texts, kind: str = "stop") -> str:
    """A way to stop in words: its name, or within a sentence."""
    return t(f"compare.{kind}.years", years=stop) if stop.isdigit() else t(f"compare.{kind}.{stop}")


def tier_head(key: str, cell: Cell, t: Texts) -> Head:
    """A tier and what it costs a month."""
    name = {LOWEST: "compare.tier.lowest", HIGHEST: "compare.tier.highest", OWN_TIER: "compare.tier.own"}
    paid = cell.paying.contribution
    return Head(key, t(name.get(key, "compare.tier"), percent=key), words.fen(paid.monthly) if paid else "")


def _tier_name(key: str, t: Texts) -> str:
    """A tier without a word for lowest or highest."""
    return t("compare.tier.own") if key == OWN_TIER else t("compare.tier", percent=key)


def age_head(cell: Cell, t: Texts) -> Head:
    """An age, and how much earlier or later than the rule it is."""
    shift, (years, months) = cell.case.shift_months, divmod(cell.retirement.chosen_age_months, MONTHS_A_YEAR)
    label = t("compare.age.months" if months else "compare.age", years=years, months=months)
    if shift == 0:
        paying_on = cell.retirement.chosen_month > cell.retirement.statutory_month
        return Head("0", label, t("compare.once-enough" if paying_on else "compare.by-rule"))
    long = abs(shift)
    key = "compare.time.months" if long % MONTHS_A_YEAR else "compare.time.years"
    time = t(key, months=long, years=long // MONTHS_A_YEAR)
    return Head(str(shift), label, t("compare.earlier" if shift < 0 else "compare.later", time=time))


def _box(cell: Cell, heads: tuple[Head, Head], *, alike: bool, t: Texts) -> Box:
    tier, age = heads
    said = {"tier": tier.label, "monthly": tier.note, "age": age.label}
    if cell.drawing:
        text = words.about(cell.drawing.expected)
        sentence = t("compare.box", amount=text, **said)
        return Box(text, sentence + (t("compare.box.alike") if alike else ""), figure=True, alike=alike)
    short = cell.retirement.months_short
    text = t("compare.short", months=short) if short else t("state.cannot-say")
    return Box(text, t("compare.box.none", text=text, **said), figure=False, alike=False)


def _flat(run: Flat, table: Table, ages: tuple[Head, ...], t: Texts) -> str:
    """Between which choices less than a round sum a month is lost; the sum is always above the amount."""
    places = [table.at(place) for place in run.cells]
    labels = [_tier_name(table.tiers[row], t) if run.axis == "tier" else ages[column].label for row, column in places]
    ends = {"first": labels[0], "last": labels[-1]}
    if not run.amount:
        return t("compare.alike.same", **ends)
    return t("compare.alike", amount=(run.amount // TENS + 1) * TENS, **ends)


def _none_alike(table: Table, chosen: tuple[int, int], t: Texts) -> tuple[str, ...]:
    """Said only where every neighbour has a pension to compare with."""
    row, column = chosen
    near = [(row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1), chosen]
    there = [(r, c) for r, c in near if 0 <= r < len(table.tiers) and 0 <= c < len(table.axes.shifts)]
    if any(table.cell(r, c).drawing is None for r, c in there):
        return ()
    return (t("compare.alike.none", amount=table.axes.flat_below),)
