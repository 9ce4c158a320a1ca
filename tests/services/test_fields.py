from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigdesk.domain.errors import GigDeskError, InputError
from gigdesk.services import Services
from gigdesk.services.fields import Fields
from gigdesk.services.form_input import read_form
from gigdesk.services.injury_input import read_accident
from gigdesk.services.pension_input import read_request

TODAY = date(2026, 11, 24)
CASE = {
    "region": "370000",
    "as_of": "2026-11",
    "person": {"sex": "male", "birth": "1985-06", "category": "male60"},
    "record": {"paid_months": 96, "average_index": "0.6", "account_balance": "25012.34"},
    "plan": {"base_percent": "60", "months_per_year": 12, "stop": "retirement"},
}
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=8,
)


def status_of(read):
    try:
        read()
    except GigDeskError as error:
        return error.exit_status
    return 0


def refused(read, *given_):
    with pytest.raises(InputError) as caught:
        read(*given_)
    return caught.value


def changed(path, value):
    *inner, last = path.split(".")
    case = {name: dict(part) if isinstance(part, dict) else part for name, part in CASE.items()}
    target = case
    for name in inner:
        target = target[name]
    target[last] = value
    return case


def test_the_case_of_the_contract_is_read():
    request = read_request(CASE, TODAY)
    assert (request.region, len(request.cases), request.cases[0].record.paid_months) == ("370000", 1, 96)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("person.birth", "1985-13"), ("person.birth", 1985), ("person.sex", "other"), ("person.category", "female55"),
        ("record.paid_months", -1), ("record.paid_months", "96.5"), ("record.paid_months", "ninety"),
        ("record.paid_months", True), ("record.average_index", "NaN"), ("record.account_balance", "1e99"),
        ("plan.base_percent", 59), ("plan.base_percent", 301), ("plan.stop", "never"), ("plan.months_per_year", 13),
        ("as_of", "now"), ("region", 370000), ("person", "a man"), ("record", []),
    ],
)  # fmt: skip
def test_a_wrong_value_is_refused_by_its_field(path, value):
    error = refused(read_request, changed(path, value), TODAY)
    assert error.field == path
    assert error.details["accepts"]


@pytest.mark.parametrize("path", ["sexx", "person.sexx", "record.paid_month", "plan.tier"])
def test_a_misspelt_field_is_refused_by_name(path):
    assert refused(read_request, changed(path, 1), TODAY).field == path


def test_a_woman_without_a_category_is_read_as_both():
    request = read_request({**CASE, "person": {"sex": "female", "birth": "1985-06"}}, TODAY)
    assert [case.category for case in request.cases] == ["female55", "female50"]


def test_a_history_and_its_sums_may_not_both_be_given():
    history = [{"month_from": "2025-01", "month_to": "2025-12", "base": "4504"}]
    assert refused(read_request, changed("record.history", history), TODAY).field == "record.history"


def test_a_history_backwards_is_refused():
    record = {"history": [{"month_from": "2025-12", "month_to": "2025-01", "base": "4504"}]}
    assert refused(read_request, {**CASE, "record": record}, TODAY).field == "record.history[0].month_to"


HISTORY = {"month_from": "2024-01", "month_to": "2024-12", "base": "4416"}


@pytest.mark.parametrize("base", ["0", "-4416", "1e12", "1000000.01"])
def test_a_month_without_a_base_or_on_an_absurd_one_is_not_paid(base):
    record = {"history": [{**HISTORY, "base": base}]}
    assert refused(read_request, {**CASE, "record": record}, TODAY).field == "record.history[0].base"


@pytest.mark.parametrize(
    ("record", "field"),
    [
        ({"history": [{**HISTORY, "month_from": "1980-01"}]}, "record.history"),
        ({"history": [HISTORY], "deemed_months": 486}, "record.history"),
        ({"history": [HISTORY], "months_before_account": 13}, "record.months_before_account"),
    ],
    ids=["before birth", "longer than a life", "longer before the account than at all"],
)
def test_a_history_is_as_plausible_as_its_sums_must_be(services: Services, record, field):
    request = read_request({**CASE, "record": record}, TODAY)
    given_ = (request.region, request.cases[0], TODAY, request.history)
    assert refused(services.pension.estimate, *given_).field == field


def test_a_shift_and_a_month_in_place_of_the_rules_may_not_both_be_given():
    case = {**CASE, "retirement": {"shift_months": -6}, "override": {"retirement_month": "2048-01"}}
    error = refused(read_request, case, TODAY)
    assert (error.field, error.details["got"]) == ("override.retirement_month", "2048-01")


@given(json_values)
def test_whatever_is_typed_is_read_or_refused_by_name(services: Services, found):
    for read in (lambda: read_request(found, TODAY), lambda: read_form(found, services.pension, TODAY)):
        assert status_of(read) in (0, 2)


@given(st.dictionaries(st.sampled_from(["region", "when", "platform", "facts", "harm_result", "x"]), json_values))
def test_whatever_is_typed_about_an_accident_is_read_or_refused(services: Services, found):
    assert status_of(lambda: read_accident(found, services.injury, TODAY)) in (0, 2, 3)


def test_numbers_are_read_from_their_text_and_never_as_binary():
    assert Fields({"a": "0.1"}).number("a", 0) == Decimal("0.1")
    assert refused(Fields({"a": 0.1}).number, "a", 0).field == "a"


FORM = {"region": "370000", "benefit_base": 7831, "index": "1.735", "account_balance": 1, "divisor": 168}


@pytest.mark.parametrize(
    ("region", "years", "accepts"),
    [("370000", "24.03", "24 | 24.08"), ("620000", "30.68", "30.66 | 30.75"), ("310000", "15.62", "15.581 | 15.664")],
)
def test_years_that_no_whole_month_gives_are_refused_between_their_neighbours(services, region, years, accepts):
    error = refused(read_form, {**FORM, "region": region, "years": years}, services.pension, TODAY)
    assert (error.field, error.details["accepts"]) == ("years", accepts)


@pytest.mark.parametrize(
    ("region", "years", "months"),
    [
        ("370000", "24", 288),
        ("370000", "24.1", 289),
        ("370000", "24.08", 289),
        ("370100", "24.08", 289),
        ("620000", "30.66", 368),
        ("310000", "15.581", 187),
        ("340000", "30.7", 367),
        ("340000", "30", 360),
        ("340000", "30.0", 360),
        ("340000", "30.1", 361),
        ("340000", "30.10", 370),
        ("340000", Decimal("30.10"), 370),
        ("340000", "30.11", 371),
    ],
)
def test_the_years_of_a_form_are_read_as_its_province_writes_them(services: Services, region, years, months):
    """Anhui's 30.7 is 30 years and 7 months; it was read as 30 years and 8.4 tenths of a year."""
    form = {**FORM, "region": region, "years": years, "pre_account_years": years}
    earned = read_form(form, services.pension, TODAY).entitlement
    assert (earned.total_months, earned.transitional_months) == (months, months)


@pytest.mark.parametrize("years", ["30.12", "30.70", "30.5.1", "61.0", "-1"])
def test_years_that_anhui_does_not_write_are_refused(services: Services, years):
    error = refused(read_form, {**FORM, "region": "340000", "years": years}, services.pension, TODAY)
    assert error.field == "years"


def test_an_unknown_region_is_refused_before_its_years_are_read(services: Services):
    form = {**FORM, "region": "000001", "years": "30.7"}
    assert refused(read_form, form, services.pension, TODAY).field == "region"


def test_a_form_needs_a_divisor_or_an_age(services: Services):
    form = {name: value for name, value in FORM.items() if name != "divisor"} | {"years": "24.08"}
    assert refused(read_form, form, services.pension, TODAY).field == "divisor"
