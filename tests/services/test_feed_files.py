"""Files of public feeds beside what the release holds already."""

from datetime import date
from decimal import Decimal

import pytest

from gigdesk.domain.wages.widening import Asked
from gigdesk.domain.working import Working
from gigdesk.services.feed_files import FeedFiles
from gigdesk.services.wages_published import Published
from gigdesk.store.imported import Imported
from gigdesk.store.live import Live

HEAD = '"ref_area","source","indicator","sex","classif1","time","obs_value","obs_status"\n'
ROW = '"CHN","FX:216","EAR_EMTA_SEX_CUR_NB","SEX_T","CUR_TYPE_LCU","{}",{},\n'
TO_ILO = "urban_units_as_told_to_ilo"


@pytest.fixture
def fetched(tmp_path):
    """A function: imports a file of ILOSTAT with figures for China by year."""
    imported = Imported(tmp_path / "data", dict)
    files = FeedFiles(imported, Live(imported))

    def bring(name, figures):
        path = tmp_path / name
        path.write_text(HEAD + "".join(ROW.format(*one) for one in figures.items()), encoding="utf-8")
        look = files.store(path, "ilostat", date(2026, 11, 28))
        assert look.clear
        return files.imported

    return bring


def told(reference, imported):
    """What is told to the ILO for China, by year."""
    levels = Published(reference, imported).levels(Asked("4-02-07-08", "370100"), Working())
    there = [level for level in levels if level.population == TO_ILO]
    assert len(there) == len({level.period for level in there})
    return {level.period: (level.statistics["mean"], level.source.partition("-")[0]) for level in there}


def test_a_figure_that_the_release_has_too_is_shown_once_and_as_it_was_imported(reference, fetched):
    """Figures of 2021 and 2022 as ILOSTAT has them; that of 2023 is made up."""
    found = told(reference, fetched("now.csv", {2021: "5240.333", 2022: "5436", 2023: "5600"}))
    assert {year: found[year][1] for year in ("2020", "2021", "2023")} == {
        "2020": "ilostat", "2021": "imported", "2023": "imported",
    }  # fmt: skip


def test_of_two_imports_the_later_one_holds(reference, fetched):
    """Made up: the second file revises the first."""
    fetched("first.csv", {2022: "5436", 2023: "5600"})
    found = told(reference, fetched("second.csv", {2021: "5240.333", 2022: "5500"}))
    assert [found[year][0] for year in ("2021", "2022", "2023")] == [Decimal("5240.33"), 5500, 5600]
