from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from gigdesk.domain.errors import InputError, NotInForceError
from gigdesk.domain.law import LawBook
from gigdesk.domain.money import YearMonth
from gigdesk.domain.pension.retirement import CATEGORIES
from gigdesk.domain.pension.transfer import (
    CITED,
    PAYING_ON,
    RULE,
    Stay,
    TransferCase,
    is_temporary,
    paying_place,
    transfer,
)
from gigdesk.domain.working import Working
from gigdesk.store.records import Release

CASES = yaml.safe_load(
    (Path(__file__).parents[2] / "law" / "cases" / "pension" / "transfer.yaml").read_text(encoding="utf-8")
)
DOCUMENTS = {
    "社会保险法": "social-insurance-law",
    "人社部令第13号": "mohrss-order-13",
    "人社部发〔2014〕17号": "mohrss-2014-17",
    "国办发〔2009〕66号": "guobanfa-2009-66",
}
NOW = YearMonth(2026, 11)
GIVEN = {"category", "employee_months", "resident_years", "double_months", "extra_months", "drawing", "from_now"}
CASE = TransferCase(NOW, YearMonth(1970, 1), "male60", employee_months=100, resident_years=8)
REGIONS = st.sampled_from(["110000", "370100", "370200", "410000", "440100"])


@pytest.fixture(scope="module")
def law(book: LawBook):
    return book.on(date(2026, 11, 24), "370000")


def read(case):
    since = YearMonth.parse(case["insured_since"]) if "insured_since" in case else None
    given = {name: case[name] for name in GIVEN if name in case}
    return TransferCase(as_of=NOW, birth=YearMonth.parse(case["birth"]), insured_since=since, **given)


def decided(case, law):
    working = Working()
    return transfer(case, law, working), working


def cited(case):
    """The sources of the articles of a case, written as a document and a number."""
    return {DOCUMENTS[article.split()[0]] for article in case["articles"]}


def way(found, id_):
    return next(way for way in found.ways if way.id == id_)


def codes(working):
    return [warned.code for warned in working.warnings]


@pytest.mark.parametrize("case", CASES["transfers"], ids=lambda case: case["name"])
def test_a_transfer_is_decided(case, law):
    found, working = decided(read(case), law)
    assert (found.outcome, found.months_short) == (case["outcome"], case["short"])
    assert {way.id: [str(way.begins), way.months_to_pay, way.months_at_once] for way in found.ways} == case["ways"]
    assert {way.id: list(way.needs) for way in found.ways if way.needs} == case.get("needs", {})
    assert found.refund_months == case.get("refund", 0)
    assert {step.id for step in working.steps} >= {f"transfer-{way.id}" for way in found.ways}
    assert {source for step in working.steps for source in step.sources} >= cited(case)


@pytest.mark.parametrize("case", CASES["places"], ids=lambda case: case["name"])
def test_the_province_that_pays(case, law):
    stays = [Stay(region, months, temporary=bool(rest)) for region, months, *rest in case["stays"]]
    working = Working()
    found = paying_place(stays, case["registered"], law, working)
    assert (found.region, found.reason, found.months) == (case["place"], case["reason"], case["months"])
    assert bool(working.warnings) is any(stay.temporary for stay in stays)
    assert set(working.steps[-1].sources) == cited(case)


def test_merging_keeps_the_account_and_loses_the_years(law):
    found, _ = decided(replace(CASE, employee_months=200), law)
    assert way(found, "merge").kept == ("employee-years", "employee-account", "resident-account")
    assert way(found, "merge").lost == ("resident-years", "resident-basic")


def test_resident_years_never_help_to_reach_the_employees_minimum(law):
    for years in (0, 1, 15, 40):
        found, _ = decided(replace(CASE, employee_months=191, resident_years=years), law)
        assert found.outcome == "choose"
        assert way(found, "keep-paying").months_to_pay == 1


def test_converting_keeps_the_years_and_loses_the_pool(law):
    found, _ = decided(CASE, law)
    assert way(found, "convert").kept == ("employee-account", "resident-account", "employee-years-as-resident")
    assert way(found, "convert").lost == ("employee-basic", "pool")


def test_without_resident_years_nothing_of_them_is_named(law):
    found, _ = decided(replace(CASE, resident_years=0), law)
    named = [key for way in found.ways for key in (*way.kept, *way.lost)]
    assert [key for key in named if key.startswith("resident-")] == []


def test_both_drawn_ends_the_residents_pension(law):
    found, working = decided(replace(CASE, drawing="both"), law)
    assert way(found, "end-resident").kept == ("employee-pension", "own-payments")
    assert way(found, "end-resident").lost == ("resident-pension", "resident-basic-drawn", "resident-subsidies")
    assert codes(working) == []


@pytest.mark.parametrize("drawing", ["employee", "resident"])
def test_who_draws_one_pension_moves_no_more(drawing, law):
    found, working = decided(replace(CASE, drawing=drawing), law)
    assert (found.outcome, found.ways) == ("no-transfer", ())
    assert codes(working) == ["transfer-drawing"]
    assert working.steps[-1].sources == ("mohrss-2014-17",)


def test_nothing_can_be_applied_for_before_the_statutory_month(law):
    found, working = decided(CASE, law)
    assert found.apply_from == YearMonth(2031, 5)
    assert codes(working) == ["transfer-not-yet"]
    _, later = decided(replace(CASE, birth=YearMonth(1964, 6)), law)
    assert codes(later) == []


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"double_months": 97}, "double_months"),
        ({"double_months": 101, "resident_years": 20}, "double_months"),
        ({"double_months": -1}, "double_months"),
        ({"employee_months": 737}, "employee_months"),  # 61 years and 4 months at 2031-05
        ({"resident_years": 62}, "resident_years"),
        ({"extra_months": 1}, "extra_months"),
        ({"birth": YearMonth(1964, 6), "extra_months": 31}, "extra_months"),
        ({"insured_since": YearMonth(1970, 1)}, "insured_since"),
        ({"insured_since": YearMonth(2031, 6)}, "insured_since"),
        ({"birth": NOW}, "birth"),
        ({"drawing": "neither"}, "drawing"),
        ({"category": "male63"}, "category"),
    ],
)
def test_what_cannot_be_is_refused(change, field, law):
    with pytest.raises(InputError) as caught:
        decided(replace(CASE, **change), law)
    assert caught.value.field == field


def test_as_much_as_a_life_allows_is_taken(law):
    most = replace(CASE, employee_months=736, resident_years=61, double_months=732, insured_since=YearMonth(1970, 2))
    assert decided(most, law)[0].outcome == "merge"


def test_before_the_months_were_law_only_who_draws_already_is_answered(law):
    old = replace(CASE, birth=YearMonth(1945, 1))
    found, _ = decided(replace(old, drawing="both"), law)
    assert (found.outcome, found.required_months, found.months_short) == ("end-resident", None, None)
    with pytest.raises(NotInForceError):
        decided(old, law)


def test_without_the_law_of_paying_on_there_is_only_converting(law):
    history = {day: replace(value, content=False) for day, value in law.parameters[PAYING_ON].items()}
    found, _ = decided(CASE, replace(law, parameters={**law.parameters, PAYING_ON: history}, citations=[]))
    assert [way.id for way in found.ways] == ["convert"]


def test_a_law_that_counted_the_years_would_say_so(law):
    """The text keys follow the law's switches, not the other way round."""
    changed = dict(law.parameters)
    for name in ("resident_years_count", "employee_years_count"):
        history = changed[RULE + name]
        changed[RULE + name] = {day: replace(value, content=not value.content) for day, value in history.items()}
    found, _ = decided(CASE, replace(law, parameters=changed, citations=[]))
    assert "resident-years" in way(found, "keep-paying").kept
    assert "employee-years" in way(found, "convert").lost
    assert way(found, "convert").months_at_once == 180 - 96


@pytest.mark.parametrize(
    ("sex", "started", "temporary"),
    [
        ("male", "2019-12", False),
        ("male", "2020-01", True),
        ("female", "2009-12", False),
        ("female", "2010-01", True),
    ],
)
def test_who_is_first_insured_elsewhere_at_50_or_40_has_a_temporary_account(sex, started, temporary, law):
    assert is_temporary(sex, YearMonth(1970, 1), YearMonth.parse(started), law) is temporary


def test_each_way_cites_a_source_of_the_release(law, release: Release):
    for name in {name for names in CITED.values() for name in names}:
        assert law.value(name).source in release.book.sources


@given(
    st.builds(
        TransferCase,
        st.just(NOW),
        st.builds(YearMonth, st.integers(1965, 2000), st.integers(1, 12)),
        st.sampled_from(CATEGORIES),
        st.integers(0, 300),
        st.integers(0, 30),
    ),
    st.integers(0, 300),
    st.booleans(),
)
def test_each_case_is_decided_and_no_way_begins_too_early(law, case, double, from_now):
    double = min(double, case.employee_months, case.resident_years * 12)
    case = replace(case, double_months=double, from_now=from_now)
    found, _ = decided(case, law)
    enough = 0 < found.required_months <= case.employee_months
    assert (found.outcome in {"merge", "employee-alone"}) is enough
    assert found.refund_months == double
    for one in found.ways:
        assert one.begins >= max(NOW, found.apply_from)
        assert not set(one.kept) & set(one.lost)
        if one.id in {"keep-paying", "one-off"}:
            assert one.months_to_pay + one.months_at_once == found.months_short
            start = NOW if from_now else max(NOW, found.apply_from)
            assert one.begins >= start + one.months_to_pay
            assert one.begins in (found.apply_from, start + one.months_to_pay)


@given(st.lists(st.builds(Stay, REGIONS, st.integers(0, 240), st.booleans()), max_size=6), REGIONS)
def test_the_paying_place_is_home_or_has_ten_years(law, stays, registered):
    found = paying_place(stays, registered, law, Working())
    home = registered[:2] + "0000"
    assert found.region == home or found.months >= 120
    lasting = [stay for stay in stays if not stay.temporary]
    assert found.months == sum(stay.months for stay in lasting if stay.region[:2] == found.region[:2])
    if lasting and lasting[-1].region[:2] == home[:2]:
        assert found.reason == "registered"
