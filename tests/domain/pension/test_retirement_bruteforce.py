"""Every birth month of 1955 to 2010, by walking the calendar month by month as the rule is written, without a formula.

From 2025-01 on, who would reach the original age in one of four months in a row (women of 50: of two) retires one month
later than those of the group before, until 63, 58 and 55. From 2030 on each January adds six months to the fifteen
years of payment, up to twenty. Early: at most three years, not below the original age. Late: at most three years.

Where the month lies before the months of payment were law, the data has none, and that is said.
"""

from datetime import date

import pytest

from gigdesk.domain.errors import InputError
from gigdesk.domain.law import LawBook
from gigdesk.domain.money import YearMonth
from gigdesk.domain.pension.retirement import delay_months, retirement
from gigdesk.domain.working import Working

# the original and the last age in years, and the months of a group
RULES = {"male60": (60, 63, 4), "female55": (55, 58, 4), "female50": (50, 55, 2)}
BIRTH_YEARS = range(1955, 2011)
FIRST_LAW_MONTH = (2011, 7)  # the months of payment are law since then


@pytest.fixture(scope="module")
def law(book: LawBook):
    return book.on(date(2026, 11, 24), "370000")


def next_month(month):
    year, number = month
    return (year + 1, 1) if number == 12 else (year, number + 1)


def month_before(month):
    year, number = month
    return (year - 1, 12) if number == 1 else (year, number - 1)


def later_by(month, count):
    for _ in range(count):
        month = next_month(month)
    return month


def extra_months_by_calendar():
    """For each category, the extra months of those who reach the original age in a month, 2025-01 to 2079-12."""
    found = {}
    for category, (original, last, group) in RULES.items():
        extra, waited, month = 0, group, (2025, 1)
        found[category] = {}
        while month < (2080, 1):
            if waited == group and original * 12 + extra < last * 12:
                extra, waited = extra + 1, 0
            waited = min(waited + 1, group)
            found[category][month] = extra
            month = next_month(month)
    return found


def months_needed_by_year():
    found, months = {}, 180
    for year in range(2011, 2090):
        if year >= 2030 and months < 240:
            months += 6
        found[year] = months
    return found


EXTRA = extra_months_by_calendar()
NEEDED = months_needed_by_year()


def walked(category, birth):
    """The months in which the original and the statutory age are reached, and the earliest that may be chosen."""
    original_age = RULES[category][0]
    original = later_by(birth, original_age * 12)
    extra = EXTRA[category].get(original, 0)
    statutory = later_by(original, extra)
    earliest, back = statutory, 0
    while back < 36 and earliest > original:
        earliest, back = month_before(earliest), back + 1
    return original, extra, statutory, earliest, back


def births():
    return [(category, year) for category in RULES for year in BIRTH_YEARS]


def pair(month):
    return (month.year, month.month)


@pytest.mark.parametrize(("category", "year"), births())
def test_each_birth_month_retires_when_the_walk_says(category, year, law):
    for number in range(1, 13):
        birth = YearMonth(year, number)
        original, extra, statutory, earliest, _ = walked(category, (year, number))
        assert delay_months(YearMonth(*original), category, law) == extra
        working = Working()
        found = retirement(birth, category, law, working)
        age = RULES[category][0] * 12 + extra
        assert pair(found.original_month) == original
        assert pair(found.statutory_month) == pair(found.chosen_month) == statutory
        assert found.statutory_age == f"{age // 12}y{age % 12}m"
        assert found.chosen_age_months == age
        assert pair(found.earliest_month) == earliest
        known = statutory >= FIRST_LAW_MONTH
        assert found.required_months == (NEEDED[statutory[0]] if known else None)
        assert [warned.code for warned in working.warnings] == ([] if known else ["required-months-not-known"])


@pytest.mark.parametrize(("category", "year"), births())
def test_early_and_late_end_where_the_walk_ends(category, year, law):
    for number in range(1, 13):
        birth = YearMonth(year, number)
        _, _, statutory, earliest, back = walked(category, (year, number))
        if earliest < FIRST_LAW_MONTH:
            continue
        early = retirement(birth, category, law, Working(), -back)
        assert pair(early.chosen_month) == earliest
        assert early.required_months == NEEDED[earliest[0]]
        late = retirement(birth, category, law, Working(), 36)
        assert pair(late.chosen_month) == later_by(statutory, 36)
        assert late.required_months == NEEDED[statutory[0]]
        for beyond in (-back - 1, 37):
            with pytest.raises(InputError):
                retirement(birth, category, law, Working(), beyond)


@pytest.mark.parametrize("category", RULES)
@pytest.mark.parametrize("birth", [(1970, 1), (1976, 7), (1978, 3), (1980, 10), (1984, 11)])
def test_each_month_in_between_may_be_chosen(category, birth, law):
    _, _, statutory, month, back = walked(category, birth)
    for shift in range(-back, 37):
        found = retirement(YearMonth(*birth), category, law, Working(), shift)
        assert pair(found.chosen_month) == month
        assert found.required_months == NEEDED[min(month, statutory)[0]]
        month = next_month(month)


@pytest.mark.parametrize("year", range(2030, 2040))
def test_each_january_from_2030_to_2039_adds_half_a_year(year):
    assert NEEDED[year] - NEEDED[year - 1] == 6


def test_the_walk_itself_knows_the_ends_of_the_reform():
    """First births that are affected, and first births at the full age, by the facts and not by the walk."""
    assert [walked(category, birth)[1] for category, birth in (("male60", (1964, 12)), ("male60", (1965, 1)))] == [0, 1]
    assert walked("male60", (1976, 8))[1:3] == (35, (2039, 7))
    assert walked("male60", (1976, 9))[1:3] == (36, (2039, 9))
    assert walked("female55", (1981, 9))[1:3] == (36, (2039, 9))
    assert walked("female50", (1984, 10))[1:3] == (59, (2039, 9))
    assert walked("female50", (1984, 11))[1:3] == (60, (2039, 11))
    assert (NEEDED[2029], NEEDED[2030], NEEDED[2038], NEEDED[2039], NEEDED[2060]) == (180, 186, 234, 240, 240)


def test_the_original_age_holds_women_of_50_born_by_1980_10_the_three_years_those_after():
    """Of those born in the two months between, both: their three years end at the original age."""
    found = [walked("female50", birth) for birth in ((1980, 10), (1980, 11), (1980, 12), (1981, 1))]
    assert [back for *_, back in found] == [35, 36, 36, 36]
    assert [earliest == original for original, _, _, earliest, _ in found] == [True, True, True, False]
