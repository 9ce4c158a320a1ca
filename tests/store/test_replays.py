"""The proof bank is replayed before a release is installed, and whenever one is checked."""

import shutil
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from gigdesk.domain.errors import RefusedError
from gigdesk.domain.law import LawBook
from gigdesk.services.series import check_series
from gigdesk.store import paths
from gigdesk.store.guard import check
from gigdesk.store.guard.replays import replays
from gigdesk.store.shelf import Shelf

SHIPPED = paths.resources() / "release"
FEN = Decimal("0.01")
SHANDONG = ["370000 form F01", "370000 form F02", "370000 form F03", "370000 form F04"]


def changed(book, region, name, edit):
    table = {since: edit(value) for since, value in book.regions[region][name].items()}
    return LawBook({**book.regions, region: {**book.regions[region], name: table}}, book.sources)


@pytest.fixture
def folder(tmp_path):
    """A copy of the release with one digit of a form copied wrongly."""
    copy = tmp_path / "release"
    shutil.copytree(SHIPPED, copy)
    forms = copy / "forms.csv"
    text = forms.read_text(encoding="utf-8")
    assert text.count("2578.70") == 1
    forms.write_text(text.replace("2578.70", "2578.10"), encoding="utf-8")
    return copy


def test_the_shipped_bank_replays(book, release):
    assert list(replays(book, release.forms)) == []


@pytest.mark.parametrize("part", ["basic", "account", "transitional", "total"])
def test_a_fen_in_any_printed_part_is_found_in_its_form(book, release, part):
    name, off = f"printed_{part}", set()
    for form in release.forms:
        printed = getattr(form, name)
        if printed is not None and (part != "total" or form.adds_up):
            (found,) = replays(book, [replace(form, **{name: printed + FEN})])
            assert found.off == "+0.01 CNY"
            assert found.what.startswith(part)
            off.add(found.place)
    assert len(off) == {"basic": 31, "account": 31, "transitional": 24, "total": 18}[part]


def test_another_coefficient_is_found_in_every_form_of_the_province(book, release):
    name = "pension.transitional_coefficient"
    spoiled = changed(book, "370000", name, lambda value: replace(value, content=Decimal("0.014")))
    found = [error.place for error in check(replace(release, book=spoiled))]
    assert found == [place for place in SHANDONG for _ in ("transitional", "total")]


def test_another_rounding_is_found(book, release):
    spoiled = changed(book, "370000", "pension.year_rounding", lambda value: replace(value, content="exact"))
    assert {finding.place for finding in replays(spoiled, release.forms)} <= set(SHANDONG)
    assert list(replays(spoiled, release.forms))


@pytest.mark.parametrize("content", [None, "no_such_rule"])
def test_a_form_that_cannot_be_replayed_is_named(book, release, content):
    rules = {name: table for name, table in book.regions["370000"].items() if name != "pension.year_rounding"}
    spoiled = LawBook({**book.regions, "370000": rules}, book.sources)
    if content:
        spoiled = changed(book, "370000", "pension.year_rounding", lambda value: replace(value, content=content))
    found = list(replays(spoiled, release.forms))
    assert [finding.place for finding in found] == SHANDONG
    assert all("cannot be replayed" in finding.what for finding in found)


def test_a_release_with_a_form_copied_wrongly_is_not_installed(tmp_path, folder):
    with pytest.raises(RefusedError) as caught:
        Shelf(tmp_path / "data", folder).open()
    assert caught.value.details["place"] == "370000 form F04"
    assert "2578.70" in caught.value.details["what"]
    assert [path.name for path in tmp_path.glob("data/releases/*")] == [".lock"]


def test_a_law_file_is_held_to_the_forms_before_it_goes_into_a_release(tmp_path, reference):
    file = tmp_path / "new.yaml"
    text = (SHIPPED / "law" / "shandong.yaml").read_text(encoding="utf-8")
    assert '"two_decimals"' in text
    file.write_text(text.replace('"two_decimals"', '"truncated_two_decimals"'), encoding="utf-8")
    errors = check_series(reference, date(2026, 11, 24), file).result.errors
    assert errors
    assert {error.place for error in errors} <= set(SHANDONG)
