from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from gigdesk.domain.errors import GigDeskError
from gigdesk.domain.law import LawBook
from gigdesk.domain.money import UseYear, YearMonth
from gigdesk.domain.pension.benefit import divisor
from gigdesk.domain.pension.contribution import Choice, contribution
from gigdesk.domain.pension.retirement import retirement
from gigdesk.domain.working import Working
from gigdesk.services import Services
from gigdesk.services.form_input import read_form
from gigdesk.store import paths
from gigdesk.store.texts import Texts

CASES = Path(__file__).parent / "cases" / "pension"
TODAY = date(2026, 11, 24)
ABOUT = ("name", "class", "source", "published", "tolerance")


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
    law = book.on(date(case["year"], 12, 31), case["region"])
    found = contribution(law, UseYear(case["year"]), choice, working)
    assert expected(case, found, ("base", "monthly", "to_account", "to_pool"))
    assert found.to_account + found.to_pool == found.monthly
    assert ("provisional-base" in [warned.code for warned in working.warnings]) is case.get("provisional", False)
    assert case.get("status") in {None, str(working.steps[0].status)}


def test_the_bases_of_jiangsu_and_no_others(book: LawBook):
    tiers = load("tiers.yaml")
    law = book.on(date(tiers["year"], 12, 31), tiers["region"])
    for base, monthly in tiers["monthly"].items():
        working = Working()
        assert str(contribution(law, UseYear(tiers["year"]), Choice(amount=Decimal(base)), working).monthly) == monthly
        assert working.warnings == []
    for base in tiers["between"]:
        working = Working()
        contribution(law, UseYear(tiers["year"]), Choice(amount=Decimal(base)), working)
        assert [warned.code for warned in working.warnings] == ["base-between-tiers"]


@pytest.mark.parametrize("case", load("not_answered.yaml"), ids=lambda case: case["name"])
def test_what_is_not_known_or_not_allowed_is_said(case, book: LawBook):
    amount, percent = case.get("base_chosen"), case.get("percent")
    choice = Choice(percent and Decimal(percent), amount and Decimal(amount))
    day = date.fromisoformat(case.get("day", f"{case['year']}-12-31"))
    with pytest.raises(GigDeskError) as caught:
        contribution(book.on(day, case["region"]), UseYear(case["year"]), choice, Working())
    assert caught.value.code == case["error"]
    english = Texts(paths.resources() / "i18n", "en")
    assert case["said"] in english.tell(f"error.{caught.value.code}", caught.value.details)


def in_words(law, parameter, status):
    if not law.has(parameter):
        return "-"
    value = law.value(parameter)
    words = " ".join(value.content) if isinstance(value.content, tuple) else str(value.content)
    return [words, str(value.status)] if status else words


@pytest.mark.parametrize("case", load("changes.yaml"), ids=lambda case: case["name"])
def test_the_law_before_and_after_each_change(case, book: LawBook):
    found = {
        day: in_words(book.on(day, case["region"]), case["parameter"], isinstance(expected, list))
        for day, expected in case["values"].items()
    }
    assert found == case["values"]


@pytest.mark.parametrize(("region", "bases"), load("benefit_base.yaml").items())
def test_the_benefit_base_of_each_year(region, bases, book: LawBook):
    law = book.on(TODAY, region)
    found = {year: law.for_year("pension.benefit_base", UseYear(year)) for year in bases}
    assert {year: str(value.value.content) for year, value in found.items()} == bases
    assert not any(value.provisional for value in found.values())
    assert law.for_year("pension.benefit_base", UseYear(max(bases) + 1)).provisional


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
    assert case.get("chosen") in {None, str(found.chosen_month)}
    assert case.get("age") in {None, found.chosen_age_months / 12}


@pytest.mark.parametrize(("age", "row"), load("divisor.yaml").items())
def test_the_divisor_of_each_month(age, row, book: LawBook):
    law = book.on(date(2025, 1, 1), "370000")
    assert [str(divisor(age * 12 + month, law, Working())) for month in range(12)] == row


@pytest.mark.parametrize(("age", "months"), load("divisor_annex.yaml").items())
def test_before_2025_the_whole_age_counted(age, months, book: LawBook):
    before, since = (book.on(day, "370000") for day in (date(2024, 12, 31), date(2025, 1, 1)))
    beyond = range(12) if age < 70 else range(1)
    assert {divisor(age * 12 + month, before, Working()) for month in beyond} == {months}
    assert divisor(age * 12, since, Working()) == months


@pytest.mark.parametrize("case", load("replay.yaml"), ids=lambda case: case["name"])
def test_a_determination_form_replays(case, services: Services):
    parts = ("basic", "account", "transitional", "total")
    given = {name: value for name, value in case.items() if name not in (*parts, *ABOUT)}
    found = services.pension.replay(read_form(given, services.pension, TODAY), TODAY).result
    assert expected(case, found, parts)
    assert case["class"] in ("A", "B", "D")
    for part, printed in case.get("published", {}).items():
        assert abs(getattr(found, part) - Decimal(printed)) <= Decimal(case["tolerance"])


def test_all_shandong_forms_of_the_proof_bank_replay_to_the_fen(services: Services):
    forms = services.data.doctor(TODAY).result.forms
    shandong = [form for form in forms if form.form.region == "370000"]
    assert [form.whole for form in shandong] == [True] * 4


def test_the_proof_bank_replays(services: Services):
    health = services.data.doctor(TODAY).result
    assert (len(health.forms), health.exact) == (31, 31)
