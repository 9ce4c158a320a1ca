"""Causes planted into the forms of the proof bank: the office's figure is worked out with one or two things changed.

The rates by cause are logged: `pytest tests/domain/pension/test_gap.py --log-cli-level=INFO`.
"""

import logging
from collections import defaultdict
from dataclasses import fields, replace
from datetime import date
from decimal import ROUND_DOWN, Decimal
from itertools import cycle, islice
from time import perf_counter

import pytest

from gigdesk.domain.errors import NotInForceError
from gigdesk.domain.law import LawBook, Status
from gigdesk.domain.money import YearMonth, half_up
from gigdesk.domain.pension import rounding
from gigdesk.domain.pension.benefit import Entitlement, benefit, divisor
from gigdesk.domain.pension.gap.causes import CHECKS, Cause
from gigdesk.domain.pension.gap.model import Figures, Match, Official, Verdict
from gigdesk.domain.pension.gap.reckon import Setting
from gigdesk.domain.pension.gap.search import find_gap
from gigdesk.domain.working import Working

LOG = logging.getLogger(__name__)
TODAY = date(2026, 11, 24)
BASES = {2022: Decimal("7182.5"), 2023: Decimal(7468), 2024: Decimal(7678), 2025: Decimal(7831)}
HEZE, JIANGSU = Decimal(7506), {2023: Decimal(8613), 2024: Decimal(8785), 2025: Decimal(8917)}
NAMES = {field.name for field in fields(Setting)}
EARNED = {field.name for field in fields(Entitlement)}
FIRST, LEAST = 3, 0.8
BOTH_WAYS = {
    Cause.MONTHS,
    Cause.MONTHS_BEFORE_ACCOUNT,
    Cause.TRANSITIONAL_MONTHS,
    Cause.PROVISIONAL_BASE,
    Cause.MONTH_DIVISOR,
    Cause.INDEX_DIGIT,
    Cause.IMPLIED_BALANCE,
}
PAIRED = [
    (Cause.PROVISIONAL_BASE, Cause.MONTHS),
    (Cause.PROVISIONAL_BASE, Cause.MONTH_DIVISOR),
    (Cause.MONTHS, Cause.MONTH_DIVISOR),
    (Cause.MONTHS, Cause.INDEX_ROUNDED),
    (Cause.MONTHS, Cause.TRANSITIONAL_MONTHS),
    (Cause.MONTHS, Cause.SUPPLEMENT),
    (Cause.MONTH_DIVISOR, Cause.TRANSITIONAL_MONTHS),
    (Cause.MONTH_DIVISOR, Cause.YEAR_ROUNDING),
    (Cause.CATEGORY, Cause.MONTHS),
]


@pytest.fixture(scope="module")
def bank(release):
    """The forms that add up, and all of Shandong."""
    return [form for form in release.forms if form.printed_total and (form.adds_up or form.region == "370000")]


@pytest.fixture(scope="module")
def shandong(bank):
    """Jinan, 2026-01, on the base of 2025."""
    return next(form for form in bank if form.id == "F04")


def changed_in(form, changed):
    earned = {name: value for name, value in changed.items() if name in EARNED}
    return Figures(form.region, form.retired, replace(form.entitlement, **earned))


def office(form, changed, book: LawBook):
    """The office's figures with something changed, by the one formula; no total where no coefficient is known."""
    figures = changed_in(form, changed)
    law = book.on(form.retired.first_day() if form.retired else TODAY, form.region)
    for rule in {"year_rounding", "amount_rounding"} & changed.keys():
        value = law.value(f"pension.{rule}")
        law.parameters[value.name] = {law.day: replace(value, content=changed[rule])}
    found = benefit(figures.entitlement, law, Working())
    if found.total is None:
        return None
    beside = half_up(found.total * changed.get("supplement", 0)) + changed.get("beside", 0)
    return Official(found.total + beside), replace(Official(found.total + beside), account=found.account)


def month_divisor(age, book):
    return divisor(age, book.on(TODAY, "000000"), Working())


def months_planted(form, _):
    for by in (-24, -7, -2, -1, 1, 3, 12, 24):
        yield Cause.MONTHS, {"total_months": form.entitlement.total_months + by}


def before_account_planted(form, _):
    before, every = form.entitlement.transitional_months, form.entitlement.total_months
    for by in (-12, -3, -1, 1, 5, 12):
        if before + by > 0:
            yield Cause.TRANSITIONAL_MONTHS, {"transitional_months": before + by}
            yield Cause.MONTHS_BEFORE_ACCOUNT, {"transitional_months": before + by, "total_months": every + by}
    yield Cause.TRANSITIONAL_LEFT_OUT, {"transitional_months": 0}
    yield Cause.DEEMED_ONLY, {"transitional_months": before // 2}


def index_planted(form, _):
    index = form.entitlement.index
    unit = Decimal(1).scaleb(index.as_tuple().exponent)
    for places in ("0.001", "0.01"):
        yield Cause.INDEX_ROUNDED, {"index": half_up(index, Decimal(places))}
        yield Cause.INDEX_ROUNDED, {"index": index.quantize(Decimal(places), ROUND_DOWN)}
    last = int(index / unit) % 10
    for digit in ({last - 1, last + 1, 9 - last} - {last}) & set(range(10)):
        yield Cause.INDEX_DIGIT, {"index": index + (digit - last) * unit}
    for digit in (-4, 3):
        yield Cause.INDEX_MORE_DIGITS, {"index": index + digit * unit / 10}
    yield Cause.INDEX_SHARED, {"transitional_index": index}


def bases_planted(form, _):
    years = {base: year for year, base in BASES.items() if form.region == "370000"}
    year = years.get(form.entitlement.benefit_base)
    if year is None:
        return
    for other, base in BASES.items():
        yield Cause.PROVISIONAL_BASE if abs(other - year) == 1 else Cause.OTHER_YEAR_BASE, {"benefit_base": base}
    yield Cause.OTHER_REGION_BASE, {"benefit_base": JIANGSU[year]}
    if year == 2025:
        yield Cause.LOCAL_BASE, {"benefit_base": HEZE}


def divisors_planted(form, book):
    age = next(age for age in range(480, 840) if month_divisor(age, book) == form.entitlement.divisor)
    yield Cause.WHOLE_AGE_DIVISOR, {"divisor": month_divisor(age - age % 12, book)}
    for by in (-3, -1, 1, 2):
        yield Cause.MONTH_DIVISOR, {"divisor": month_divisor(age + by, book)}
    for years in {50, 55, 60} - {age // 12}:
        yield Cause.CATEGORY, {"divisor": month_divisor(years * 12, book)}


def amounts_planted(form, _):
    for share in ("0.015", "-0.01"):
        balance = half_up(form.entitlement.account_balance * (1 + Decimal(share)))
        yield Cause.IMPLIED_BALANCE, {"account_balance": balance}
    yield Cause.SUPPLEMENT, {"supplement": Decimal("0.05")}
    yield Cause.AMOUNT_BESIDE, {"beside": Decimal(31)}
    yield Cause.AMOUNT_BESIDE, {"beside": half_up(Decimal(1700) / 12)}
    for rule in rounding.YEARS:
        yield Cause.YEAR_ROUNDING, {"year_rounding": rule}
    yield Cause.AMOUNT_ROUNDING, {"amount_rounding": "jiao"}


PLANTS = (months_planted, before_account_planted, index_planted, bases_planted, divisors_planted, amounts_planted)


def planted(form, book):
    """Each cause that can be planted in a form, with what it changes there: name -> new value."""
    for plant in PLANTS:
        for cause, changed in plant(form, book):
            if any(getattr(form.entitlement, name, None) != value for name, value in changed.items()):
                yield cause, changed


def alike(name, wanted, found):
    """An account part stands for all balances within a fen of it."""
    return abs(wanted - found) <= 2 if name == "account_balance" else wanted == found


def is_first(gap, changed):
    """Whether a candidate that changes just this is among the first."""
    for candidate in gap.candidates[:FIRST]:
        figures = {change.name: change.after for change in candidate.changes if change.name in NAMES}
        same = figures.keys() == changed.keys() and all(alike(n, changed[n], figures[n]) for n in changed)
        if same and candidate.match is Match.EXACT:
            return True
    return False


class Tally:
    """Which planted causes were found, and how long that took."""

    def __init__(self, book):
        self.book, self.found, self.seconds = book, defaultdict(list), []

    def ask(self, name, figures, official, changed):
        begun = perf_counter()
        gap = find_gap(figures, official, self.book, TODAY)
        self.seconds.append(perf_counter() - begun)
        if gap.verdict is not Verdict.AGREES:
            self.found[name].append(is_first(gap, changed))

    def told(self):
        return {name: f"{sum(found)}/{len(found)}" for name, found in sorted(self.found.items())}

    def check(self):
        LOG.info("%s", self.told())
        mean, most = sum(self.seconds) / len(self.seconds), max(self.seconds)
        LOG.info("%d searches, %.1f ms each, at most %.1f ms", len(self.seconds), mean * 1e3, most * 1e3)
        assert all(sum(found) >= LEAST * len(found) for found in self.found.values()), self.told()


def test_a_planted_cause_is_among_the_first_three(bank, book):
    tally = Tally(book)
    for number, form in enumerate(bank):
        for cause, changed in planted(form, book):
            if (
                number % 2 and cause is not Cause.LOCAL_BASE
            ):  # a search takes a tenth of a second; few can have this one
                continue
            figures = replace(changed_in(form, {}), deemed_months=form.entitlement.transitional_months // 2)
            if official := office(form, changed, book):
                tally.ask(str(cause), figures, official[0], changed)
    tally.check()
    assert tally.found.keys() == {str(cause) for cause in Cause} - {"implied-base"}


def test_a_cause_in_ones_own_figures_is_among_the_first_three(bank, book):
    tally = Tally(book)
    for form in bank:
        for cause, changed in planted(form, book):
            if cause in BOTH_WAYS and office(form, changed, book):
                back = {name: getattr(form.entitlement, name) for name in changed}
                tally.ask(str(cause), changed_in(form, changed), Official(form.printed_total), back)
    tally.check()


@pytest.mark.parametrize("with_account", [False, True], ids=["total", "total and account part"])
def test_two_planted_causes_are_among_the_first_three(bank, book, with_account):
    tally = Tally(book)
    for form in bank[:: FIRST if with_account else 1]:
        by_cause = defaultdict(list)
        for cause, changed in planted(form, book):
            by_cause[cause].append(changed)
        for one, other in PAIRED:
            if not by_cause[one]:
                continue
            for first, second in islice(zip(by_cause[one], cycle(by_cause[other][::-1])), 1, 2):
                changed = first | second
                if official := office(form, changed, book):
                    tally.ask(f"{one} + {other}", changed_in(form, {}), official[with_account], changed)
    tally.check()


def test_figures_that_agree_have_no_candidates(bank, book):
    for form in bank:
        gap = find_gap(changed_in(form, {}), Official(form.printed_total), book, TODAY)
        assert (gap.verdict, gap.difference, gap.candidates) == (Verdict.AGREES, 0, ())


def test_a_supplement_seen_on_forms_is_found_and_called_unverified(release, book):
    for form in (form for form in release.forms if form.id in {"F25", "F26"}):
        gap = find_gap(changed_in(form, {}), Official(form.printed_total), book, TODAY)
        assert (gap.verdict, gap.candidates[0].causes) == (Verdict.EXPLAINED, (Cause.SUPPLEMENT,))
        assert gap.candidates[0].status is Status.UNVERIFIED


@pytest.mark.parametrize("retired", [YearMonth(2025, 11), YearMonth(2026, 1)], ids=str)
def test_the_own_base_of_a_city_is_no_neighbouring_year_of_the_provinces(shandong, book, retired):
    official, _ = office(shandong, {"benefit_base": HEZE}, book)
    figures = replace(changed_in(shandong, {}), region="371700", retired=retired)
    (first, *_) = find_gap(figures, official, book, TODAY).candidates
    assert (first.causes[0], first.match) == (Cause.LOCAL_BASE, Match.EXACT)


def test_the_base_of_heze_is_told_from_the_province_and_called_unverified(shandong, book):
    official, _ = office(shandong, {"benefit_base": HEZE}, book)
    best = find_gap(changed_in(shandong, {}), official, book, TODAY).candidates[0]
    assert (best.causes, best.status, best.checks) == ((Cause.LOCAL_BASE,), Status.UNVERIFIED, ("base-region",))
    shown = {change.name: (change.before, change.after) for change in best.changes}
    assert shown == {"benefit_base": (7831, 7506), "region": ("370000", "371700"), "use_year": (2025, 2025)}


def test_the_whole_year_of_age_is_shown_with_the_ages_behind_it(shandong, book):
    official, _ = office(shandong, {"divisor": Decimal(170)}, book)
    best = find_gap(changed_in(shandong, {}), official, book, TODAY).candidates[0]
    assert best.causes == (Cause.WHOLE_AGE_DIVISOR,)
    assert [(change.name, change.before, change.after) for change in best.changes] == [
        ("divisor", 168, 170),
        ("age_months", 55 * 12 + 4, 55 * 12),
    ]


def test_another_category_is_shown_by_name(shandong, book):
    figures = replace(changed_in(shandong, {}), age_months=55 * 12 + 4, category="female55")
    official, _ = office(shandong, {"divisor": Decimal(195)}, book)
    best = find_gap(figures, official, book, TODAY).candidates[0]
    assert best.causes == (Cause.CATEGORY,)
    assert ("category", "female55", "female50") in [(c.name, c.before, c.after) for c in best.changes]


def without(book, region, name):
    """The book as it would be if a region did not have a parameter."""
    law = {other: history for other, history in book.regions[region].items() if other != name}
    return LawBook({**book.regions, region: law}, book.sources)


def test_without_a_series_of_bases_the_base_is_solved_and_proves_nothing(bank, book):
    form = next(form for form in bank if form.region == "120000")
    book = without(book, "120000", "pension.benefit_base")
    official, _ = office(form, {"benefit_base": Decimal(9232)}, book)
    gap = find_gap(changed_in(form, {}), official, book, TODAY)
    solved = next(found for found in gap.candidates if found.causes == (Cause.IMPLIED_BASE,))
    assert solved.implied
    assert solved.changes[0].after == 9232


def test_the_account_part_alone_gives_the_balance_beside_another_cause(shandong, book):
    changed = {"total_months": 286, "account_balance": Decimal("158000.00")}
    official, known = office(shandong, changed, book)
    assert is_first(find_gap(changed_in(shandong, {}), known, book, TODAY), changed)
    assert not is_first(find_gap(changed_in(shandong, {}), official, book, TODAY), changed)


def test_a_part_must_be_explained_too(shandong, book):
    official, _ = office(shandong, {"total_months": 292}, book)
    gap = find_gap(changed_in(shandong, {}), replace(official, basic=shandong.printed_basic), book, TODAY)
    assert all(found.gives.basic == shandong.printed_basic for found in gap.candidates if found.match is Match.EXACT)


@pytest.mark.parametrize("total", ["-5", "0", "0.01", "1", "2500", "4070.17", "99999999", "1e40"])
def test_what_nothing_explains_is_answered_honestly(bank, book, total):
    for form in bank:
        gap = find_gap(changed_in(form, {}), Official(Decimal(total)), book, TODAY)
        apart = [abs(Decimal(total) - found.gives.total) for found in gap.candidates]
        assert [abs(found.remaining) for found in gap.candidates] == apart
        for found, left in zip(gap.candidates, apart, strict=True):
            assert (found.match is Match.EXACT) == (left == 0)
            assert (found.match is Match.NEAR) == (0 < left <= Decimal("0.05"))
            assert left <= abs(gap.difference) / 2
        exact = [found for found in gap.candidates if found.match is Match.EXACT]
        assert (gap.verdict is Verdict.EXPLAINED) == any(not found.implied for found in exact)
        assert not exact or gap.verdict is not Verdict.UNEXPLAINED


def test_a_pair_that_is_merely_near_is_shown_but_explains_nothing(bank, book):
    form = next(form for form in bank if form.id == "F02")
    totals = [form.printed_total + Decimal(fen) / 100 for fen in range(12001, 12061)]
    gaps = [find_gap(changed_in(form, {}), Official(total), book, TODAY) for total in totals]
    near = [gap for gap in gaps if gap.candidates and gap.candidates[0].match is Match.NEAR]
    assert near
    assert all((gap.verdict is Verdict.NEAR) == (len(gap.candidates[0].causes) == 1) for gap in near)


def test_fitting_candidates_come_in_their_order(bank, book):
    for form in bank:
        for total in (form.printed_total + Decimal("0.37"), form.printed_total - Decimal("23.11")):
            gap = find_gap(changed_in(form, {}), Official(total), book, TODAY)
            fitting = [found for found in gap.candidates if found.match is not Match.CLOSER and not found.implied]
            ranks = [(list(Match).index(found.match), len(found.causes)) for found in fitting]
            assert ranks == sorted(ranks)
            assert len(gap.candidates) <= 10


def test_without_a_known_total_only_the_parts_are_compared(release, book):
    form = next(form for form in release.forms if form.id == "F11")
    figures = changed_in(form, {})
    assert find_gap(figures, Official(Decimal(3500)), book, TODAY).verdict is Verdict.NOT_COMPARABLE
    both = Official(Decimal(3500), form.printed_basic, form.printed_account)
    assert find_gap(figures, both, book, TODAY).verdict is Verdict.AGREES
    late = replace(figures.entitlement, total_months=490)
    gap = find_gap(replace(figures, entitlement=late), both, book, TODAY)
    assert gap.candidates[0].causes == (Cause.MONTHS,)


def test_odd_figures_of_ones_own_are_taken(book):
    odd = Entitlement(Decimal(1), Decimal(0), 0, Decimal(0), Decimal(1))
    gap = find_gap(Figures("370000", YearMonth(2026, 1), odd, 0, "nobody"), Official(Decimal(3000)), book, TODAY)
    assert gap.verdict is Verdict.UNEXPLAINED
    huge = Entitlement(Decimal("1e7"), Decimal(6), 720, Decimal("1e9"), Decimal(400), Decimal(6), 720)
    assert find_gap(Figures("370000", None, huge), Official(Decimal(3000)), book, TODAY).difference < 0


def test_a_province_without_a_rounding_rule_is_said(shandong, book):
    book = without(book, "370000", "pension.year_rounding")
    with pytest.raises(NotInForceError):
        find_gap(changed_in(shandong, {}), Official(Decimal(3000)), book, TODAY)


def test_each_cause_says_how_to_check_it():
    assert set(CHECKS) == set(Cause)
