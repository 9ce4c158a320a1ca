"""`wages series`."""

from datetime import date
from decimal import Decimal

import pytest

from gigdesk.domain.wages.table import Observation, WageTable, gathered
from gigdesk.services import Services
from gigdesk.store import paths

SERIES = ["wages", "series", "--occupation", "4-10-08-01", "--region", "370100"]


def test_the_years_come_with_prices_breaks_and_sources(answer):
    found = answer(*SERIES)
    told = next(one for one in found["series"] if one["population"] == "urban_units_as_told_to_ilo")
    points = {point["period"]: point for point in told["points"]}
    assert (told["unit"], told["real_in_prices_of"]) == ("CNY/monthly", 2025)
    assert points["2022"]["statistic"] == {"mean": "5436.00"}
    assert points["2022"]["real"] == {"mean": "5457.77"}
    assert points["2008"]["real"] is None
    assert [period for period, point in points.items() if point["break_before"]] == ["2009"]
    assert {point["source"] for one in found["series"] for point in one["points"]} <= set(found["sources"])


def test_the_break_and_the_prices_are_said_in_words(run):
    status, out, _ = run(*SERIES, "--lang", "en")
    assert status == 0
    assert "2009  average 1516.58  [counted in another way" in out
    assert "2022  average 5436.00  in prices of 2025: average 5457.77" in out


def test_the_years_go_into_a_file(run, tmp_path):
    status, _, err = run(*SERIES, "--out", str(tmp_path / "years.csv"))
    assert (status, "years.csv" in err) == (0, True)
    assert "5457.77" in (tmp_path / "years.csv").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(
    ("changed", "status"), [({"--occupation": "司机"}, 2), ({"--region": "999999"}, 2), ({"--out": "years.doc"}, 2)]
)
def test_what_cannot_be_asked_is_said(run, changed, status):
    words = [*SERIES, *(word for pair in changed.items() for word in pair)]
    found, out, err = run(*words)
    assert (found, out) == (status, "")
    assert "Traceback" not in err


def test_a_comparison_uses_an_imported_table_and_names_what_it_passed_over(tmp_path):
    services = Services.open(tmp_path, paths.resources())
    table = WageTable("2025年工资价位", "某市", "", "", "surveyed_enterprise_employees", "gross_wage_employees",
                      "occupation_cn", "year")  # fmt: skip
    of_few = Observation(2, "370100", "4-10-08-01", "网约配送员", "2025", "p50", 7_000_000, "", 12)
    of_group = Observation(3, "370100", "4-10-08", "生活服务人员", "2025", "p50", 6_600_000, "", 120)
    notice = tmp_path / "notice.csv"
    notice.write_text("the notice")
    imported = services.wages.imported
    added = imported.add(table, gathered([of_few, of_group]), notice, date(2026, 11, 28))
    (found,) = [
        one.found
        for one in services.wages.compare(query("370100"), date(2026, 11, 28)).result.rows
        if one.found.level.population == "surveyed_enterprise_employees"
    ]
    assert (found.step, found.level.statistics) == ("small-group", {"p50": Decimal(66000)})
    assert [level.sample for level in found.passed_over] == [12]
    answer = services.wages.compare(query("370100"), date(2026, 11, 28))
    assert answer.sources[f"imported-{added.id}"].title == "2025年工资价位"
    imported.path.write_bytes(b"damaged" * 1000)
    answer = services.wages.compare(query("370100"), date(2026, 11, 28))
    assert "imported-tables" in [warned.code for warned in answer.warnings]


def query(region):
    from gigdesk.services.wages import Query

    return Query(("4-10-08-01",), (region,))
