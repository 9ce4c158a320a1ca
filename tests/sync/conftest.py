"""Answers of feeds: rows that stand in public sources word for word, and those that are made up, which say so."""

from pathlib import Path

import pytest

from gigdesk.sync.feeds import ALL

FACTS = Path(__file__).resolve().parents[3] / "shared" / "facts" / "data"

ILO_HEAD = (
    '"ref_area","source","indicator","sex","classif1","time","obs_value","obs_status","note_classif","note_indicator",'
    '"note_source"\n'
)
NOTES = ',,"T8:127_T9:133_T10:138_T12:146_T33:396_T30:118","S4:31_S7:57"\n'


@pytest.fixture(scope="session")
def fact():
    """A function: the bytes of a file of the research data, which lies outside the project."""

    def read(name):
        path = FACTS / name
        if not path.is_file():
            pytest.skip(f"{path} is not here")
        return path.read_bytes()

    return read


@pytest.fixture(scope="session")
def parse():
    """A function: an answer read by a feed; the counts of what is read and left out add up to it."""

    def reading(feed, answer):
        found = ALL[feed].parse(answer.encode() if isinstance(answer, str) else answer)
        assert found.rows == found.figures + sum(found.left_out.values())
        return found

    return reading


@pytest.fixture(scope="session")
def ilo():
    """A function: a file of ILOSTAT of lines of area, source, indicator, sex, class, time, value, status."""

    def lines(*rows, head=ILO_HEAD):
        return head + "".join(",".join(f'"{cell}"' if at != 6 else cell for at, cell in enumerate(row)) + NOTES
                              for row in rows)  # fmt: skip

    return lines


@pytest.fixture(scope="session")
def cells_of():
    """A function: the cells of what was read, as place, code, period, the figures that there are, and flags."""

    def cells(found):
        return [
            (cell[1], cell[2], cell[4], [fen for fen in cell[5:11] if fen is not None], cell[11])
            for table in found.tables
            for cell in table.cells
        ]

    return cells
