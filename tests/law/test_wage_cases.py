"""Published wages, by cases that people can read."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from gigdesk.domain.wages.levels import STATISTICS
from gigdesk.services import Services
from gigdesk.services.wages import Query

TODAY = date(2026, 11, 28)
FOLDER = Path(__file__).parent / "cases" / "wages"
LEVELS, SERIES = (
    yaml.safe_load((FOLDER / name).read_text(encoding="utf-8")) for name in ("levels.yaml", "series.yaml")
)


@pytest.mark.parametrize("case", LEVELS, ids=lambda case: case["name"])
def test_a_published_level(case, services: Services):
    region = case.get("region", "000000")
    query = Query((case["occupation"],), (region,), case.get("asked"), case.get("measure", "annual"))
    rows = services.wages.compare(query, TODAY).result.rows
    (row,) = [row for row in rows if row.found.level.population == case["population"] and not row.found.is_part]
    expected = {name: Decimal(case[name]) for name in STATISTICS if name in case}
    assert row.statistics == expected
    assert row.found.step == case.get("step", row.found.step)
    assert row.found.level.period == case.get("period", row.found.level.period)
    assert row.found.level.region == case.get("speaks_of", region)


@pytest.mark.parametrize("case", SERIES, ids=lambda case: case["name"])
def test_a_published_series(case, services: Services):
    answer = services.wages.series(case["occupation"], "000000", case.get("measure", "annual"), TODAY)
    (series,) = [one for one in answer.result if one.level.population == case["population"]]
    assert series.prices_of == 2025
    points = {point.period: point for point in series.points}
    for year, expected in case["years"].items():
        assert str(points[year].statistics["mean"]) == expected["mean"]
        real = points[year].real
        assert (real and str(real["mean"])) == expected["real"]
    assert [point.period for point in series.points if point.break_before] == case.get("breaks", [])
    assert {point.source for point in series.points} <= set(answer.sources)
