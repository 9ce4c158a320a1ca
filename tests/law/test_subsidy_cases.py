from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from gigdesk.domain.law import LawBook, Status
from gigdesk.domain.money import UseYear, half_up
from gigdesk.domain.pension.contribution import Choice, contribution
from gigdesk.domain.pension.subsidy import PREFIX, Terms, terms
from gigdesk.domain.working import Working
from gigdesk.store.records import Release

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "pension" / "subsidy_terms.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES["known"], ids=lambda case: case["name"])
def test_a_month_of_the_subsidy_by_the_terms_of_the_release(case, book: LawBook):
    found = terms(book.on(date.fromisoformat(case["day"]), case["region"]), case["group"])
    assert isinstance(found, Terms)
    percent, amount = case.get("percent"), case.get("base_chosen")
    law = book.on(date(case["year"], 12, 31), case["region"])
    now = contribution(
        law, UseYear(case["year"]), Choice(percent and Decimal(percent), amount and Decimal(amount)), Working()
    )
    lowest = half_up(now.base_low * law.number("pension.contribution_rate"))
    assert str(found.monthly(now.monthly, lowest)) == case["monthly"]
    assert [found.max_months, found.near_months] == case["months"]


@pytest.mark.parametrize("case", CASES["missing"], ids=lambda case: case["name"])
def test_what_was_not_read_is_named_and_nothing_takes_its_place(case, book: LawBook):
    found = terms(book.on(date.fromisoformat(case["day"]), case["region"]), case["group"])
    assert found == tuple(f"{PREFIX}{name}" for name in case["missing"])


def test_no_term_of_a_city_is_official_and_each_has_its_source(release: Release):
    """None was read in the original; what is not verified is never used."""
    for law in release.book.regions.values():
        for name in (name for name in law if name.startswith(PREFIX)):
            for value in law[name].values():
                assert value.status in (Status.SECONDARY, Status.UNVERIFIED)
                assert release.book.sources[value.source].title
