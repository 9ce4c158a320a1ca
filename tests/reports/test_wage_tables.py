"""Wage tables to take away, over the shipped release: figures of the National Bureau of Statistics, 2025."""

from datetime import date
from decimal import Decimal

from gigdesk.domain.wages.own_pay import Earnings
from gigdesk.reports.wages import compared, over_years
from gigdesk.services import Services
from gigdesk.services.wages import Query
from gigdesk.store.texts import Texts

TODAY = date(2026, 11, 28)


def rows(taken):
    return [dict(zip(taken.table.heads, row, strict=True)) for row in taken.table.rows]


def test_service_posts_in_catering_and_migrants_in_transport_stand_with_their_published_figures(
    services: Services, texts: Texts
):
    query = Query(("4-03-02-05", "4-10-08-01"), ("370100",), earnings=Earnings(Decimal(7200), costs=Decimal(900)))
    taken = compared(services.wages.compare(query, TODAY), services.data.reference.regions, texts)
    t = texts
    found = {(row[t("table.code")], row[t("table.population")]): row for row in rows(taken)}
    catering = found["4-03-02-05", t("population.enterprises_above_designated_size")]
    assert catering[t("statistic.mean")] == Decimal("4334.83")  # 52,018 a year
    migrants = found["4-10-08-01", t("population.rural_migrant_workers")]
    assert migrants[t("statistic.mean")] == 5795
    assert {row[t("wages.own-net")] for row in rows(taken)} == {6300}
    assert t("wages.rule.year-month") in taken.notes
    ids = {row[0] for row in taken.sources.rows}
    assert {row[t("table.source")] for row in rows(taken)} <= ids


def test_rows_of_one_population_stand_together(services: Services, texts: Texts):
    query = Query(("4-10-08-01", "4-02-02-01", "4-10-01-06"), ("370100",))
    taken = compared(services.wages.compare(query, TODAY), services.data.reference.regions, texts)
    populations = [row[texts("table.population")] for row in rows(taken)]
    assert len(dict.fromkeys(populations)) == sum(a != b for a, b in zip(populations, ["", *populations], strict=False))
    assert texts("wages.own-net") not in taken.table.heads


def test_the_years_stand_as_published_and_in_constant_prices(services: Services, texts: Texts):
    wages = services.wages
    answer = wages.series("4-10-08-01", "370100", "monthly", TODAY)
    occupation = wages.occupation("4-10-08-01")
    taken = over_years(answer, occupation, "monthly", services.data.reference.regions, texts)
    t = texts
    mean, real = t("statistic.mean"), t("table.real", statistic=t("statistic.mean"))
    migrants = {
        row[t("table.period")]: row
        for row in rows(taken)
        if row[t("table.population")] == t("population.rural_migrant_workers")
    }
    newest = migrants["2025"]
    assert newest[mean] == newest[real]
    assert newest[t("table.prices-of")] == "2025"
