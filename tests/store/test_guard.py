import shutil
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from gigdesk.domain.errors import RefusedError
from gigdesk.domain.law import LawBook
from gigdesk.services.series import check_series
from gigdesk.store import paths
from gigdesk.store.guard import Severity, check, check_book
from gigdesk.store.guard.file import check_file

AVERAGE, LIMITS, BASE = "pension.average_wage", "pension.base_limits", "pension.benefit_base"
RATE, DIVISORS, MINIMUM = "pension.account_rate", "pension.divisors", "pension.minimum_months"
MONTHLY, HOURLY = "wages.minimum_monthly", "wages.minimum_hourly"
ANNEX = "2006-01-01"


def key(value):
    return value.use_year or value.since.isoformat()


# Each edit takes a table's entries by year (or first day) and returns them spoiled.
def put(year, number):
    return lambda rows: {**rows, year: replace(rows[year], content=Decimal(str(number)))}


def part(year, **numbers):
    changed = {name.strip("_"): Decimal(str(number)) for name, number in numbers.items()}
    return lambda rows: {**rows, year: replace(rows[year], content={**rows[year].content, **changed})}


def ages(months):
    changed = {str(age): Decimal(number) for age, number in months.items()}
    return lambda rows: {**rows, ANNEX: replace(rows[ANNEX], content={**rows[ANNEX].content, **changed})}


def times(factor, *years):
    def edit(rows):
        scaled = dict(rows)
        for year in years or rows:
            content = rows[year].content
            pairs = {name: number * factor for name, number in content.items()} if isinstance(content, dict) else {}
            scaled[year] = replace(rows[year], content=pairs or content * factor)
        return scaled

    return edit


def shift(first, last, by):
    """Each year gets the figure of the year `by` later; where there is none it keeps its own."""
    return lambda rows: {
        year: replace(value, content=rows.get(year + by, value).content) if first <= year <= last else value
        for year, value in rows.items()
    }


def relabel(first, last, by):
    """The entries move to another year with all that they say of themselves, over those that stand there."""

    def edit(rows):
        stay = {year: value for year, value in rows.items() if not first <= year <= last}
        return stay | {year + by: moved(value, by) for year, value in rows.items() if first <= year <= last}

    return edit


def moved(value, by):
    statistic = value.statistical_year and value.statistical_year + by
    since = value.since.replace(year=value.since.year + by)
    return replace(value, since=since, use_year=value.use_year + by, statistical_year=statistic)


def say(year, **fields):
    return lambda rows: {**rows, year: replace(rows[year], **fields)}


def exchange(one, other):
    return lambda rows: {
        **rows,
        one: replace(rows[one], content=rows[other].content),
        other: replace(rows[other], content=rows[one].content),
    }


def drop(year):
    return lambda rows: {other: value for other, value in rows.items() if other != year}


def spoiled(book, region, name, edit):
    rows = edit({key(value): value for value in book.regions[region][name].values()})
    table = {value.since: value for _, value in sorted(rows.items())}
    return LawBook({**book.regions, region: {**book.regions[region], name: table}}, book.sources)


SD, BJ, SH, JS, ZJ, GD, HE = "370000", "110000", "310000", "320000", "330000", "440000", "130000"
HEZE, SHENZHEN, NATION = "371700", "440300", "000000"

# What is planted, where, how, and the year under which the table itself (or the one named) must be found.
PLANTED = [
    ("averages of 2020-2023 a year late", SD, AVERAGE, shift(2021, 2024, -1), 2023, LIMITS),
    ("averages of 2020-2023 a year early", SD, AVERAGE, shift(2021, 2024, 1), 2022, LIMITS),
    ("all averages a year late", SD, AVERAGE, shift(1996, 2026, -1), 2026, LIMITS),
    ("all averages a year early", SD, AVERAGE, shift(1996, 2026, 1), 2021, LIMITS),
    ("old averages a year late", SD, AVERAGE, shift(2001, 2005, -1), 2001),
    ("old averages a year early", SD, AVERAGE, shift(2010, 2014, 1), 2015),
    ("the oldest averages a year late", SD, AVERAGE, shift(1996, 2000, 1), 2001),
    ("all averages under another year", SD, AVERAGE, relabel(1996, 2026, 1), 2024, LIMITS),
    ("the oldest averages under another year", SD, AVERAGE, relabel(1996, 1999, 1), 1996),
    ("averages a year late, Beijing", BJ, AVERAGE, shift(2023, 2025, -1), 2024, LIMITS),
    ("averages a year early, Shanghai", SH, AVERAGE, shift(2022, 2026, 1), 2023, LIMITS),
    ("averages a year late, Zhejiang", ZJ, AVERAGE, shift(2023, 2025, -1), 2025, LIMITS),
    ("a ten-fold average", SD, AVERAGE, times(10, 2003), 2003),
    ("an average in yuan a year", SD, AVERAGE, times(12, 2012), 2012),
    ("all averages in yuan a year, Jiangsu", JS, AVERAGE, times(12), 2025),
    ("a repeated average", SD, AVERAGE, put(2009, "1903.67"), 2009),
    ("a digit pair of an old average", SD, AVERAGE, put(2012, "3616.00"), 2012),
    ("a digit pair of the first average of all units", SD, AVERAGE, put(2020, "5716.33"), 2020),
    ("digits swapped across the point", SD, AVERAGE, put(1999, "513.00"), 1999),
    ("fen that no yearly average gives", SD, AVERAGE, put(2004, "949.20"), 2004),
    ("two averages exchanged", SD, AVERAGE, exchange(2006, 2007), 2007),
    ("no average of a year", SD, AVERAGE, drop(2002), 2002),
    ("a wrong statistical year", SD, AVERAGE, say(2017, statistical_year=2015), 2017),
    ("the statistic of the year itself, Beijing", BJ, AVERAGE, say(2025, statistical_year=2025), 2025),
    ("an average that begins in another year", SD, AVERAGE, say(2014, since=date(2015, 1, 2)), 2014),
    ("an average in another unit", SD, AVERAGE, say(2016, unit="CNY/year"), 2016),
    ("another year's source", SD, AVERAGE, say(2024, source="sd-limits-2025"), 2024),
    ("limits a year late", SD, LIMITS, shift(2021, 2026, -1), 2026),
    ("some limits a year early", SD, LIMITS, shift(2022, 2024, 1), 2023),
    ("limits under another year, Beijing", BJ, LIMITS, relabel(2021, 2026, -1), 2024),
    ("limits a year late, Jiangsu", JS, LIMITS, shift(2024, 2025, -1), 2025),
    ("limits of 2026 under 2025, Hebei", HE, LIMITS, relabel(2026, 2026, -1), 2025),
    ("limits exchanged", SD, LIMITS, part(2023, low=21207, high=4242), 2023),
    ("limits exchanged, Shanghai", SH, LIMITS, part(2024, low=36921, high=7384), 2024),
    ("a digit pair of a lower limit", SD, LIMITS, part(2025, low=4540), 2025),
    ("a digit pair of an upper limit", SD, LIMITS, part(2022, high=19989), 2022),
    ("a digit pair of an upper limit, Beijing", BJ, LIMITS, part(2025, high=35181), 2025),
    ("a digit pair of the only lower limit, Hebei", HE, LIMITS, part(2026, low=4067), 2026),
    ("a lower limit that no longer lags a year, Zhejiang", ZJ, LIMITS, part(2025, low=4968), 2025),
    ("a lower limit that falls back, Shanghai", SH, LIMITS, part(2025, low=7046), 2025),
    ("a ten-fold upper limit", SD, LIMITS, times(10, 2024), 2024),
    ("limits in yuan a year, Hebei", HE, LIMITS, times(12), 2026),
    ("no limits of a year, Beijing", BJ, LIMITS, drop(2023), 2023),
    ("limits that begin in another year", SD, LIMITS, say(2022, since=date(2023, 7, 1)), 2022),
    ("limits that begin in July, unlike the others", SD, LIMITS, say(2024, since=date(2024, 7, 1)), 2024),
    ("limits on the statistic of the same year, Zhejiang", ZJ, LIMITS, say(2024, statistical_year=2024), 2024),
    ("one limit only", SD, LIMITS, lambda rows: say(2025, content={"low": rows[2025].content["low"]})(rows), 2025),
    ("benefit bases a year late", SD, BASE, shift(2020, 2025, -1), 2021),
    ("benefit bases a year early", SD, BASE, shift(2020, 2025, 1), 2025),
    ("some benefit bases a year early", SD, BASE, shift(2021, 2023, 1), 2024),
    ("benefit bases under another year", SD, BASE, relabel(2020, 2025, 1), 2026),
    ("benefit bases a year late, Beijing", BJ, BASE, shift(2022, 2025, -1), 2023),
    ("benefit bases a year late, Shanghai", SH, BASE, shift(2022, 2026, -1), 2025),
    ("benefit bases a year early, Jiangsu", JS, BASE, shift(2022, 2025, 1), 2025),
    ("benefit bases under another year, Zhejiang", ZJ, BASE, relabel(2022, 2025, 1), 2024),
    ("benefit bases a year late, Guangdong", GD, BASE, shift(2022, 2025, -1), 2023),
    ("benefit bases a year late, Shenzhen", SHENZHEN, BASE, shift(2024, 2025, -1), 2024),
    ("the average in place of the benefit base", SD, BASE, put(2025, 7621), 2025),
    ("a digit pair of a benefit base on forms", SD, BASE, put(2024, 7687), 2024),
    ("a digit pair of a benefit base that Heze shares", SD, BASE, put(2021, 6983), 2021),
    ("a digit pair of a benefit base, Zhejiang", ZJ, BASE, put(2024, 8130), 2024),
    ("a ten-fold benefit base", SD, BASE, times(10, 2022), 2022),
    ("benefit bases in yuan a year, Guangdong", GD, BASE, times(12), 2023),
    ("a repeated benefit base, Jiangsu", JS, BASE, put(2024, 8613), 2024),
    ("no benefit base of a year, Shanghai", SH, BASE, drop(2024), 2024),
    ("a city's table that ends too early", HEZE, BASE, drop(2025), 2025),
    ("a ten-fold bookkeeping rate", NATION, RATE, times(10, 2024), 2024),
    ("a bookkeeping rate in percent", NATION, RATE, put(2016, "8.31"), 2016),
    ("a bookkeeping rate that jumps", NATION, RATE, put(2025, "0.0810"), 2025),
    ("the known 5.35 for 6.69", NATION, RATE, put(2021, "0.0535"), 2021),
    ("rates a year late", NATION, RATE, shift(2017, 2022, -1), 2017),
    ("rates under another year", NATION, RATE, relabel(2016, 2026, -1), 2020),
    ("no rate of a year", NATION, RATE, drop(2016), 2016),
    ("207 at age 47", NATION, DIVISORS, ages({47: 207}), 47),
    ("the invented divisors from 66 on", NATION, DIVISORS, ages({66: 94, 67: 87, 68: 80, 69: 73, 70: 67}), 66),
    ("a divisor one month off where the table bends", NATION, DIVISORS, ages({50: 194}), 50),
    ("two divisors exchanged", NATION, DIVISORS, ages({60: 132, 61: 139}), 61),
    ("no divisor of an age", NATION, DIVISORS, lambda rows: without_age(rows, "70"), 70),
    ("minimum months by five", NATION, MINIMUM, put("2031-01-01", 191), 2031),
    ("minimum months a year early", NATION, MINIMUM, put("2030-01-01", 192), 2030),
    ("no minimum months of a year", NATION, MINIMUM, drop("2035-01-01"), 2035),
    ("a minimum below fifteen years", NATION, MINIMUM, put("2011-07-01", 120), 2011),
    ("tiers exchanged", SD, MONTHLY, part("2023-10-01", _1=2010, _2=2200), "2023-10-01"),
    ("a ten-fold minimum wage, Beijing", BJ, MONTHLY, times(10, "2025-09-01"), "2025-09-01"),
    ("a minimum wage in yuan a year, Shanghai", SH, MONTHLY, times(12), "2025-07-01"),
    ("a minimum wage that falls, Zhejiang", ZJ, MONTHLY, part("2026-01-01", _1=2260), "2026-01-01"),
    ("an hour's wage of another tier", SD, HOURLY, part("2026-01-01", _3=22), "2026-01-01"),
    ("an hour's wage in jiao, Hebei", HE, HOURLY, times(10, "2026-01-01"), "2026-01-01"),
    ("minimum wages of the time before", HE, MONTHLY, exchange("2025-07-01", "2026-01-01"), "2026-01-01"),
    ("an assumption upside down", NATION, "pension.assumption.wage_growth", part(ANNEX, low="0.04"), 2006),
    ("an assumption in percent", NATION, "pension.assumption.inflation", part(ANNEX, high=1), 2006),
]


def without_age(rows, age):
    content = {key: number for key, number in rows[ANNEX].content.items() if key != age}
    return {ANNEX: replace(rows[ANNEX], content=content)}


@pytest.mark.parametrize("planted", [pytest.param(planted, id=what) for what, *planted in PLANTED])
def test_what_is_planted_is_found_in_its_place(release, planted):
    region, name, edit, year, *found_in = planted
    errors = check(replace(release, book=spoiled(release.book, region, name, edit)))
    assert f"{region} {(found_in or [name])[0]} {year}" in {error.place for error in errors}
    assert {error.place[:2] for error in errors} == {region[:2]}


def errors_in(findings):
    return [finding for finding in findings if finding.severity is Severity.ERROR]


def test_the_true_tables_have_no_error_and_the_lagging_limits_are_noticed(release, reference):
    found = check_book(release.book, release.forms)
    assert errors_in(found) == []
    lag = [(BJ, 2021), (BJ, 2022), (BJ, 2023), (BJ, 2024), (SH, 2022), (GD, 2025)]
    assert {finding.place for finding in found} >= {f"{region} {LIMITS} {year}" for region, year in lag}
    assert check_series(reference, date(2026, 11, 24)).result.notices == tuple(found)
    assert check(reference.release()) == []


def shandong(book, averages):
    law = {name: book.regions[SD][name] for name in (LIMITS, BASE, "pension.guard_limits")}
    return LawBook({SD: {**law, AVERAGE: {value.since: value for value in averages.values()}}}, book.sources)


@pytest.mark.parametrize("by", [-1, 1])
@pytest.mark.parametrize("edit", [shift, relabel])
def test_any_three_years_or_more_of_shandongs_averages_shifted_by_one_are_found(book, edit, by):
    rows = {key(value): value for value in book.regions[SD][AVERAGE].values()}
    assert not check_book(shandong(book, rows))
    parts = [(first, last) for first in rows for last in rows if last - first >= 2]
    found = {part: check_book(shandong(book, edit(*part, by)(rows))) for part in parts}
    assert len(found) == 435
    assert [part for part in parts if not errors_in(found[part])] == []


@pytest.mark.parametrize("factor", [12, Decimal("0.1")])
@pytest.mark.parametrize("name", [AVERAGE, LIMITS, BASE, MONTHLY, HOURLY])
def test_the_newest_entry_of_any_table_in_another_unit_or_short_of_a_digit_is_found(book, name, factor):
    for region in [region for region, law in book.regions.items() if name in law]:
        for year in [key(value) for value in book.regions[region][name].values()][-1:]:
            found = check_book(spoiled(book, region, name, times(factor, year)))
            assert f"{region} {name} {year}" in {error.place for error in errors_in(found)}


@pytest.mark.parametrize("slip", [-2, -1, 1, 2])
def test_any_divisor_a_month_or_two_off_is_found_at_its_age(book, slip):
    (annex,) = book.regions[NATION][DIVISORS].values()
    book = LawBook({NATION: {DIVISORS: book.regions[NATION][DIVISORS]}}, book.sources)
    for age, months in annex.content.items():
        found = check_book(spoiled(book, NATION, DIVISORS, ages({age: months + slip})))
        assert f"{NATION} {DIVISORS} {age}" in {finding.place for finding in found}


def test_a_shift_says_so_and_how_far_off_it_is(book):
    found = check_book(spoiled(book, SD, AVERAGE, shift(2021, 2024, -1)))
    (high, low) = [finding for finding in found if finding.place == f"{SD} {LIMITS} 2023"]
    assert (high.off, low.off) == ("+1307.76 CNY", "+262.15 CNY")
    assert high.what == "high 21207 does not fit the average 6633.08; it fits that of 2023: off by a year"


def test_a_lower_limit_that_may_lag_is_a_notice_but_not_in_a_province_held_to_the_average(book):
    place = f"{JS} {LIMITS} 2024"
    severities = {f.place: f.severity for f in check_book(spoiled(book, JS, LIMITS, part(2024, low=4789)))}
    assert severities[place] is Severity.NOTICE
    held = book.regions[SD]["pension.guard_limits"]
    book = LawBook({**book.regions, JS: {**book.regions[JS], "pension.guard_limits": held}}, book.sources)
    severities = {f.place: f.severity for f in check_book(spoiled(book, JS, LIMITS, part(2024, low=4789)))}
    assert severities[place] is Severity.ERROR


def test_a_repeat_is_let_pass_where_the_note_says_that_it_is_meant(release):
    for note, errors in (("", 1), ("unchanged: announced so", 0)):
        book = spoiled(release.book, GD, BASE, say(2023, content=Decimal(8682), note=note))
        assert len(check(replace(release, book=book))) == errors


def test_a_file_is_checked_as_if_it_stood_in_the_release(tmp_path, book, reference, today):
    shipped = paths.resources() / "release"
    file = tmp_path / "new.yaml"
    shutil.copy(shipped / "law" / "jiangsu.yaml", file)
    assert errors_in(check_file(file, book)) == []
    file.write_text(file.read_text(encoding="utf-8").replace("high: 24762", "high: 27462"), encoding="utf-8")
    result = check_series(reference, today, file).result
    assert (result.file, result.well) == ("new.yaml", False)
    assert f"{JS} {LIMITS} 2025" in {error.place for error in result.errors}


def test_a_file_in_a_release_folder_is_checked_with_the_sources_beside_it(tmp_path, book):
    folder = tmp_path / "release"
    shutil.copytree(paths.resources() / "release", folder)
    file, sources = folder / "law" / "shandong.yaml", folder / "sources" / "pension.yaml"
    for path, old in ((file, "source: sd-limits-2026"), (sources, "sd-limits-2026:")):
        path.write_text(path.read_text(encoding="utf-8").replace(old, old.replace("2026", "new")), encoding="utf-8")
    assert {finding.severity for finding in check_file(file, book)} == {Severity.NOTICE}
    shutil.move(file, tmp_path / "alone.yaml")
    with pytest.raises(RefusedError) as caught:
        check_file(tmp_path / "alone.yaml", book)
    assert "sd-limits-new" in caught.value.details["reason"]
