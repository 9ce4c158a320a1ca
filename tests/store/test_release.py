import shutil
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from gigdesk.domain.errors import RefusedError
from gigdesk.domain.law import Status
from gigdesk.domain.wages.levels import Flag
from gigdesk.store import paths
from gigdesk.store.guard import check
from gigdesk.store.records import Release
from gigdesk.store.release import read_release


@pytest.fixture
def folder(tmp_path):
    """A copy of the release that a test may spoil."""
    copy = tmp_path / "release"
    shutil.copytree(paths.resources() / "release", copy)
    return copy


def spoil(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def refusal(folder):
    with pytest.raises(RefusedError) as caught:
        read_release(folder)
    return caught.value.details


def test_the_shipped_release_passes_the_guard(release: Release):
    assert check(release) == []


def test_what_the_shipped_release_holds(release: Release):
    assert len(release.occupations) == 1676
    assert sum(occupation.gig for occupation in release.occupations) == 137
    assert len(release.forms) == 31
    assert sum(region.level == "province" for region in release.regions) == 31
    assert sum(region.parent == "370000" for region in release.regions) == 16


def test_nothing_in_it_claims_to_have_been_read_in_the_original(release: Release):
    values = [v for law in release.book.regions.values() for history in law.values() for v in history.values()]
    assert {source.status for source in release.book.sources.values()} <= {*Status} - {Status.OFFICIAL}
    assert Status.OFFICIAL not in {value.status for value in values}


def test_shandong_limits_and_averages_cover_their_years(release: Release):
    shandong = release.book.regions["370000"]
    assert sorted(v.use_year for v in shandong["pension.base_limits"].values()) == list(range(2019, 2027))
    assert sorted(v.statistical_year for v in shandong["pension.average_wage"].values()) == list(range(1995, 2026))
    assert sorted(v.use_year for v in shandong["pension.benefit_base"].values()) == list(range(2020, 2026))


def test_a_series_shifted_by_a_year_is_caught(release: Release):
    """The slip that once went unnoticed elsewhere with all sample cases passing."""
    shandong = dict(release.book.regions["370000"])
    averages = shandong["pension.average_wage"]
    shandong["pension.average_wage"] = {
        since: replace(value, statistical_year=value.statistical_year - 1) for since, value in averages.items()
    }
    book = replace(release.book, regions={**release.book.regions, "370000": shandong})
    findings = check(replace(release, book=book))
    assert {finding.place for finding in findings} == {
        f"370000 pension.base_limits {year}" for year in range(2019, 2027)
    }


def test_a_limit_that_does_not_fit_its_average_is_caught(folder):
    spoil(folder / "law" / "shandong.yaml", "low: 4573", "low: 4753")
    (finding,) = check(read_release(folder))
    assert "4753" in finding.what
    assert "2026" in finding.place


def test_a_missing_year_is_caught(folder):
    path = folder / "law" / "shandong.yaml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if "low: 4504" not in line), encoding="utf-8")
    assert any("no value for 2025" in finding.what for finding in check(read_release(folder)))


def test_a_step_of_more_than_40_percent_is_caught(folder):
    spoil(folder / "law" / "shandong.yaml", "value: 7831", "value: 17831")
    assert any("17831" in finding.what for finding in check(read_release(folder)))


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("source: sd-limits-2026", "source: nobody", "unknown source nobody"),
        ("low: 4573", "low: about 4573", "not a number"),
        ("use_year: 2026", "used_year: 2026", "unknown: used_year"),
        ("unit: CNY/order", "units: CNY/order", "units"),
        ("  injury.pilot:", "  injury.order_contribution:", "stands twice"),
    ],
)
def test_a_law_file_that_cannot_be_understood_is_refused_by_name(folder, old, new, reason):
    spoil(folder / "law" / "shandong.yaml", old, new)
    details = refusal(folder)
    assert details["file"] == "shandong.yaml"
    assert reason in details["reason"] + details["place"]


def test_a_number_keeps_every_digit(folder):
    spoil(folder / "law" / "shandong.yaml", "value: 7831", "value: 7831.10")
    law = read_release(folder).book.on(date(2025, 6, 1), "370000")
    assert str(law.number("pension.benefit_base")) == "7831.10"


@pytest.mark.parametrize("name", ["regions.csv", "forms.csv", "release.toml", "wages/observations.csv"])
def test_a_missing_file_is_named(folder, name):
    (folder / name).unlink()
    assert refusal(folder)["file"] == name.rpartition("/")[2]


def test_a_row_that_cannot_be_read_is_named_by_line(folder):
    spoil(folder / "forms.csv", "F02,370000", "F02,370000,")
    assert refusal(folder)["file"] == "forms.csv"
    shutil.copy(paths.resources() / "release" / "forms.csv", folder / "forms.csv")
    spoil(folder / "forms.csv", "0.6820", "o.6820")
    assert refusal(folder)["place"] == "line 3"


@pytest.mark.parametrize(
    ("figure", "reason"),
    [
        ("p50,98800.005,", "whole number of fen"),
        ("p50,,", "value ''"),
        ("p50,98800,missing", "flag <Flag.MISSING"),
        ("p51,98800,", "measure 'p51'"),
        ("p25,98800,", "stands twice"),
        ("p50,98800,odd", "'odd' is not a valid Flag"),
        ("p50,NaN,", "whole number of fen"),
        ("p50,1e30,", "InvalidOperation"),
    ],
)
def test_a_figure_that_cannot_be_is_named_by_its_line(folder, figure, reason):
    spoil(folder / "wages" / "observations.csv", "4-04-05-02,2025,p50,98800,,", f"4-04-05-02,2025,{figure},")
    details = refusal(folder)
    assert (details["file"], details["place"]) == ("observations.csv", "line 27")
    assert reason in details["reason"]


def test_an_anchor_in_a_law_file_is_read_and_one_that_holds_itself_is_refused(folder):
    path = folder / "law" / "jinan.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        f"{text}\n  test.list:\n    unit: code\n    checked_on: 2026-01-01\n    values: &v {{2020-01-01: *v}}\n"
    )
    assert refusal(folder)["file"] == "jinan.yaml"


def test_a_law_file_nested_too_deeply_is_refused(folder):
    (folder / "law" / "jinan.yaml").write_text("[" * 5000 + "]" * 5000)
    assert refusal(folder)["file"] == "jinan.yaml"


def test_cells_gather_their_percentiles(release: Release):
    testers = next(level for level in release.levels if level.subject == "4-04-05-02")
    assert testers.statistics == {"p25": Decimal(73900), "p50": Decimal(98800), "p75": Decimal(150500)}
    assert testers.row == 26


def test_what_is_said_of_a_figure_stays_with_its_cell(folder):
    path = folder / "wages" / "observations.csv"
    spoil(path, "4-04-05-02,2025,p50,98800,,", "4-04-05-02,2025,p50,,missing,")
    spoil(path, "4-04-05-02,2025,p75,150500,,", "4-04-05-02,2025,p75,150500,break,")
    testers = next(level for level in read_release(folder).levels if level.subject == "4-04-05-02")
    assert testers.statistics == {"p25": Decimal(73900), "p75": Decimal(150500)}
    assert (testers.flags, testers.break_before) == ({"p50": Flag.MISSING}, True)
