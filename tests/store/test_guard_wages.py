"""The guard over published wages: a planted error of each kind is refused with its row."""

from decimal import Decimal

import pytest

from gigdesk.domain.wages.table import Observation, WageTable, gathered
from gigdesk.store.imported import Imported

TABLE = WageTable(
    "t", "p", "", "2025", "surveyed_enterprise_employees", "gross_wage_employees", "occupation_cn", "year"
)
MEASURES = ("p10", "p25", "p50", "p75", "p90")
LEVELS = (40_000, 50_000, 65_000, 80_000, 100_000)


def rows(period="2024", first=2, count=20):
    """A sound table: twenty occupations, each a little above the one before."""
    return [
        Observation(first + at, "370100", f"4-02-07-{at:02d}", f"职业{at}", period, measure, (value + at * 500) * 100)
        for at in range(count)
        for measure, value in zip(MEASURES, LEVELS, strict=True)
    ]


def changed(at, /, **given):
    return [one._replace(**{name: new(one) for name, new in given.items()}) if one.row == at else one for one in rows()]


def only(row, measure, value):
    return [one._replace(value=value) if (one.row, one.measure) == (row, measure) else one for one in rows()]


def found(tmp_path, figures, table=TABLE):
    imported = Imported(tmp_path, lambda: {2023: Decimal(1820)})
    return [(finding.place, finding.what) for finding in imported.trial(table, gathered(figures))]


def test_a_sound_table_passes(tmp_path):
    assert found(tmp_path, rows()) == []


PLANTED = {
    "a median below the lower quartile": (only(9, "p50", 4_500_000), "row 9", "percentiles fall"),
    "the upper and the lower end exchanged": (
        [*only(12, "p10", 10_500_000)], "row 12", "percentiles fall"),
    "a figure of nothing": (only(5, "p10", 0), "row 5", "not above zero"),
    "a figure below nothing": (only(6, "p10", -100), "row 6", "not above zero"),
    "a row in ten thousands of yuan": (changed(7, value=lambda one: one.value // 10_000), "row 7", "far from"),
    "a row by the month": (changed(8, value=lambda one: one.value // 12), "row 8", "far from"),
    "a row twelve times": (changed(10, value=lambda one: one.value * 12), "row 10", "far from"),
    "a row that stands twice": ([*rows(), *changed(3, row=lambda _: 99)[5:10]], "row 99", "stands in row 3 already"),
    "a sample below nothing": (changed(4, sample=lambda _: -1), "row 4", "sample"),
}  # fmt: skip


@pytest.mark.parametrize("kind", PLANTED)
def test_a_planted_error_is_refused_with_its_row(tmp_path, kind):
    figures, row, what = PLANTED[kind]
    places = found(tmp_path, figures)
    assert places, kind
    assert {place for place, _ in places} == {row}
    assert any(what in said for _, said in places)


@pytest.mark.parametrize(("unit", "factor"), [("month", 1), ("year", Decimal(1) / 10_000), ("year", Decimal(1) / 12)])
def test_a_whole_table_in_the_wrong_unit_is_refused(tmp_path, unit, factor):
    figures = [one._replace(value=int(one.value * factor)) for one in rows()]
    places = found(tmp_path, figures, WageTable(**{**vars(TABLE), "unit": unit}))
    assert [place for place, _ in places] == ["unit"]


@pytest.mark.parametrize("currency", ["", "RMB¥", "cny"])
def test_a_currency_that_is_none_is_refused(tmp_path, currency):
    places = found(tmp_path, rows(), WageTable(**{**vars(TABLE), "currency": currency}))
    assert ("currency", f"{currency!r} is no code of ISO 4217") in places


def test_a_figure_of_china_in_dollars_is_refused_and_one_of_america_is_not(tmp_path):
    dollars = WageTable(**{**vars(TABLE), "currency": "USD"})
    assert found(tmp_path, rows(), dollars) == [("row 2", "a figure of China in USD")]
    assert found(tmp_path, [one._replace(region="US") for one in rows()], dollars) == []


def test_a_year_that_leaps_is_refused_and_a_break_may(tmp_path):
    earlier = [one for one in rows("2023", first=40) if one.row != 45]
    leap = [one._replace(value=one.value // 3) for one in rows("2023", first=40) if one.row == 45]
    places = found(tmp_path, [*rows(), *earlier, *leap])
    assert [place for place, _ in places] == ["row 7"]
    marked = [one._replace(flag="break") if one.row == 7 else one for one in rows()]
    assert found(tmp_path, [*marked, *earlier, *leap]) == []


def test_figures_from_before_any_minimum_wage_known_are_not_measured_by_one(tmp_path):
    old = [one._replace(value=one.value // 20) for one in rows("2001")]
    assert found(tmp_path, old) == []


def test_equal_percentiles_pass(tmp_path):
    assert found(tmp_path, only(9, "p75", (65_000 + 7 * 500) * 100)) == []


def test_the_shipped_wages_pass(reference):
    assert reference.wage_findings() == ()
