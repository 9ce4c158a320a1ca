"""The real workbooks of the US survey of May 2024, read whole. They lie outside the project: without them, skipped."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from gigdesk.services.wage_tables.account import Kind

FOLDER = Path(__file__).resolve().parents[4] / "shared" / "facts" / "data" / "oews"
SECTORS, NATION = "natsector_M2024_dl.xlsx", "national_M2024_dl.xlsx"

PUBLISHED = """
00-0000 29990 36730 49500 78810 125720
43-5021 29880 35130 38340 44630 50590
53-3031 21760 29120 37130 47590 59730
53-3033 29580 36670 44140 52460 79630
53-3032 38640 47230 57440 65520 78800
53-3053 27490 31460 36670 44510 52910
53-3054 27280 31320 36220 40630 61920
37-2011 27570 30830 35930 41650 49040
37-2012 26800 29630 34660 38510 47590
33-9032 29800 35100 38370 46660 59580
31-1120 25600 30370 34900 37980 44190
39-9011 22900 28000 32050 36960 44560
35-3031 18500 25690 33760 45350 62510
35-3023 22620 27150 30480 35440 38800
53-7062 30810 35410 38940 46370 53180
53-7064 27050 31470 35580 40960 46260
53-7065 29850 33710 37090 43140 49200
43-4051 30690 35970 42830 50140 62730
47-2061 34200 38100 46730 58910 77530
45-2092 32260 34280 35690 38950 46370
"""
"""The levels of facts C.5, in USD a year: P10, P25, P50, P75, P90."""


@pytest.fixture(scope="module")
def looked(services):
    """A function: a workbook by the mapping proposed for it, with what a person must say."""

    @cache
    def look(name):
        path = FOLDER / name
        if not path.is_file():
            pytest.skip(f"{path} is not here")
        brought = services.tables.bring(path)
        proposal = services.tables.propose(brought, brought.candidates[0])
        said = {"publisher": "BLS", "published": "2025-04", "region": "US", "period": "2024"}
        mapping = replace(proposal.mapping, **said)
        rows = brought.sheets[mapping.sheet - 1].rows
        return proposal, services.tables.look(brought, mapping), rows, mapping

    return look


@pytest.fixture(scope="module")
def cells(services):
    from gigdesk.services.wage_tables.reading import Reading

    def read(mapping, rows):
        return {cell[2]: cell for cell in Reading(mapping, services.tables.known, rows).cells()}

    return read


def test_every_row_of_the_sector_file_is_read(looked, cells):
    proposal, look, rows, mapping = looked(SECTORS)
    assert proposal.open == ("publisher", "published", "region")
    assert (mapping.currency, mapping.unit, mapping.top, mapping.dimension) == (
        "USD", "year", 239_200, "occupation_soc_x_industry",
    )  # fmt: skip
    counts = look.account.counts
    assert counts[Kind.READ] + counts[Kind.REPEATED] == 16_434
    assert (counts[Kind.UNREAD], look.account.rows) == (0, 16_435)
    assert look.findings == ()
    found = cells(mapping, rows)
    marked = {mark: sum(row[at] == mark for row in rows[1:] for at in (18, *range(25, 30)) if at < len(row))
              for mark in ("*", "#")}  # fmt: skip
    repeated = [rows[number - 1] for number in look.account.remarks["repeated"]]
    again = {mark: sum(row[at] == mark for row in repeated for at in (18, *range(25, 30)) if at < len(row))
             for mark in ("*", "#")}  # fmt: skip
    flags = " ".join(cell[11] for cell in found.values())
    assert flags.count(":missing") == marked["*"] - again["*"] > 0
    assert flags.count(":top") == marked["#"] - again["#"] > 0
    tops = [fen for cell in found.values() for fen, name in zip(cell[5:11], ("p10", "p25", "p50", "p75", "p90", "mean"),
            strict=True) if f"{name}:top" in cell[11]]  # fmt: skip
    assert set(tops) == {23_920_000}


def test_a_row_that_is_printed_for_a_group_and_for_its_one_occupation_is_stored_once(looked):
    _, look, rows, _ = looked(SECTORS)
    titles = {(row[4], row[8]): [] for row in rows[1:]}
    for row in rows[1:]:
        titles[row[4], row[8]].append(row[10])
    twice = [levels for levels in titles.values() if len(levels) > 1]
    assert len(twice) == look.account.counts[Kind.REPEATED]


def test_the_national_levels_are_those_published(looked, cells):
    _, look, rows, mapping = looked(NATION)
    assert look.clear
    assert look.account.counts[Kind.READ] == 854
    found = cells(mapping, rows)
    for line in PUBLISHED.split("\n")[1:-1]:
        code, *levels = line.split()
        cell = found[f"{'' if code == '00-0000' else code}|000000"]
        assert [fen // 100 for fen in cell[5:10]] == list(map(int, levels)), code
