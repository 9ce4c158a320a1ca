from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from gigdesk.domain.law import LawBook
from gigdesk.domain.money import UseYear, YearMonth
from gigdesk.domain.pension.benefit import divisor
from gigdesk.domain.pension.contribution import Choice, contribution
from gigdesk.domain.pension.retirement import retirement
from gigdesk.domain.working import Working
from gigdesk.services import Services
from gigdesk.services.form_input import read_form

CASES = Path(__file__).parent / "cases" / "pension"
TODAY = date(2026, 11, 24)


def load(name):
    return yaml.safe_load((CASES / name).read_text(encoding="utf-8"))


def expected(case, found, names):
    return {name: case[name] for name in names if name in case} == {
        name: str(getattr(found, name)) for name in names if name in case
    }


@pytest.mark.parametrize("case", load("contribution.yaml"), ids=lambda case: case["name"])
def test_a_contribution_comes_out_to_the_fen(case, book: LawBook):
    choice = Choice(
        percent=Decimal(case["percent"]) if "percent" in case else None,
        amount=Decimal(case["base_chosen"]) if "base_chosen" in case else None,
    )
    working = Working()
    found = contribution(book.on(TODAY, case["region"]), UseYear(case["year"]), choice, working)
    assert expected(case, found, ("base", "monthly", "to_account", "to_pool"))
    assert found.to_account + found.to_pool == found.monthly
    assert ("provisional-base" in [warned.code for warned in working.warnings]) is case.get("provisional", False)


@pytest.mark.parametrize("case", load("retirement.yaml")["rows"], ids=lambda row: f"{row['category']}-{row['birth']}")
def test_the_statutory_month_follows_the_reform(case, book: LawBook):
    found = retirement(YearMonth.parse(case["birth"]), case["category"], book.on(TODAY, "370000"), Working())
    assert expected(case, found, ("statutory_month", "statutory_age"))
    assert found.statutory_month - found.original_month == case["delay"]


@pytest.mark.parametrize("case", load("retirement.yaml")["choices"], ids=lambda case: case["name"])
def test_the_months_needed_follow_the_choice(case, book: LawBook):
    law = book.on(TODAY, "370000")
    found = retirement(YearMonth.parse(case["birth"]), case["category"], law, Working(), case["shift"])
    assert (str(found.earliest_month), found.required_months) == (case["earliest"], case["required"])


@pytest.mark.parametrize(("age", "row"), load("divisor.yaml").items())
def test_the_divisor_of_each_month(age, row, book: LawBook):
    law = book.on(date(2025, 1, 1), "370000")
    assert [str(divisor(age * 12 + month, law, Working())) for month in range(12)] == row


def test_before_2025_the_whole_age_counted(book: LawBook):
    assert divisor(60 * 12 + 2, book.on(date(2024, 12, 31), "370000"), Working()) == 139


@pytest.mark.parametrize("case", load("replay.yaml"), ids=lambda case: case["name"])
def test_a_determination_form_replays(case, services: Services):
    parts = ("basic", "account", "transitional", "total")
    given = {name: value for name, value in case.items() if name not in (*parts, "name")}
    found = services.pension.replay(read_form(given, services.pension, TODAY), TODAY).result
    assert expected(case, found, parts)


def test_all_shandong_forms_of_the_proof_bank_replay_to_the_fen(services: Services):
    forms = services.data.doctor(TODAY).result.forms
    shandong = [form for form in forms if form.form.region == "370000"]
    assert [form.whole for form in shandong] == [True] * 4


def test_the_proof_bank_replays(services: Services):
    health = services.data.doctor(TODAY).result
    assert (len(health.forms), health.exact) == (31, 31)
