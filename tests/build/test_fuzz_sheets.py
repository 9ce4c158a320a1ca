"""The short form of the long run over damaged files, and that it would notice what is wrong."""

from __future__ import annotations

import multiprocessing
import random
from dataclasses import replace

import pytest
from fuzz import damage, seeds, sheets


def test_damaged_files_raise_nothing_and_whole_ones_come_back_cell_by_cell(tmp_path):
    """In this process; the long run reads them in one of its own."""
    tally = sheets.Tally()
    for number in range(1, 400):
        tally.add(*sheets.tried(number, 5, tmp_path))
    assert tally.wrong == []
    assert {name.partition(" ")[0] for name in tally.outcomes} == set(seeds.FORMATS)
    assert {name.partition(" ")[2] for name in tally.outcomes} >= {"read", "sheet-damaged"}


@pytest.mark.parametrize("number", range(60))
def test_a_whole_file_of_any_format_loses_nothing(number, tmp_path):
    written = seeds.Seed(random.Random(f"whole/{number}")).written()  # noqa: S311 - the same files each time
    assert written.missing(sheets.read(written.format, written.data, tmp_path)) == ""


def test_a_cell_that_moved_a_row_that_is_gone_and_another_title_would_be_noticed(tmp_path):
    written = seeds.Seed(random.Random(1)).written()  # noqa: S311
    found = sheets.read(written.format, written.data, tmp_path)
    first = found[0]
    for other in (
        (),
        (replace(first, rows=first.rows[1:]), *found[1:]),
        (replace(first, rows=(("", *first.rows[0]), *first.rows[1:])), *found[1:]),
        (replace(first, name="另一张"), *found[1:]),
    ):
        assert written.missing(other)


def test_the_same_seed_gives_the_same_files():
    one, other, third = (sheets.file_of(9, seed)[2] for seed in (1, 1, 2))
    assert one == other
    assert one != third


@pytest.mark.parametrize("format_", seeds.FORMATS)
def test_damage_is_done(format_):
    chance = random.Random(4)  # noqa: S311
    files = (seeds.Seed(chance).written() for _ in range(200))
    data = next(written.data for written in files if written.format == format_)
    assert sum(damage.damaged(data, format_, chance) != data for _ in range(20)) > 10


def test_when_a_worker_is_ended_another_goes_on_behind_it():
    def end_it(number, _):
        if number == 3:
            for child in multiprocessing.active_children():
                child.kill()

    tally = sheets.run(120, 2, end_it)
    assert tally.outcomes.total() == 120
    assert len(tally.wrong) <= 1
    assert all("ended the process" in wrong for wrong in tally.wrong)
