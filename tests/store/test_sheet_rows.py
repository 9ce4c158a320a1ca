"""A very large CSV, row by row: every row with its line, in flat memory, and what is damaged is said with its line."""

import csv
import io
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigdesk.domain.errors import InputError, RefusedError
from gigdesk.store.sheets import Limits, open_rows

ROWS = [["职业", "2024", "值"], ["a, b", 'he said "x"', "两\r\n行"], [], ["北 京", "1.0", " 5 "]]


def file(tmp_path, data):
    path = tmp_path / "rows.csv"
    path.write_bytes(data)
    return path


def read(path, **limits):
    with open_rows(path, Limits(**{"rows": 5_000_000, **limits})) as rows:
        return [(rows.line, row) for row in rows]


def refused(path, **limits):
    with pytest.raises(RefusedError) as caught:
        read(path, **limits)
    return caught.value.code, caught.value.details.get("line")


def written(rows, delimiter=",", end="\r\n"):
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator=end).writerows(rows)
    return text.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_rows_come_back_as_they_were_written_each_with_its_line(tmp_path, encoding, delimiter, end):
    found = read(file(tmp_path, written(ROWS, delimiter, end).encode(encoding)))
    assert [row for _, row in found] == ROWS
    assert [line for line, _ in found] == [1, 2, 4, 5]


def test_the_encoding_is_that_of_the_whole_file_and_not_of_its_beginning(tmp_path):
    late = "a,b\n" * 300_000 + "合计,职业"
    for encoding in ("utf-8", "gb18030"):
        path = file(tmp_path, late.encode(encoding))
        assert read(path)[-1] == (300_001, ["合计", "职业"])
    assert read(file(tmp_path, ("列,b\n" + "一\n" * 700_000).encode()))[-1] == (700_001, ["一"])


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ('a,b\n1,"2"3\n4,5\n', "sheet-quotes", "2"),
        ('a,b\n1,2\n"3,4\n5,6\n' * 1, "sheet-quotes", "3"),
        ('a,b\n"1\n2",3\n4,"' + "5,6\n" * 400_000, "sheet-quotes", "4"),
    ],
)
def test_a_damaged_quotation_is_said_with_the_line_on_which_its_row_begins(tmp_path, text, code, line):
    assert refused(file(tmp_path, text.encode())) == (code, line)


def test_signs_that_are_none_are_said_with_their_line(tmp_path):
    code, line = refused(file(tmp_path, b"a,b\n" * 50_000 + b"\xff\xff,\x80\n"))
    assert code == "sheet-signs"
    assert 40_000 < int(line) <= 50_001


@pytest.mark.parametrize(
    ("data", "limits", "code"),
    [
        (b"a\0b,c\n", {}, "sheet-kind"),
        (b"\xff\xfe" + b"\x00\xd8" * 10, {}, "sheet-kind"),
        (b"a,b\n" * 20, {"rows": 10}, "sheet-shape"),
        (b"a,b\n" * 20, {"size": 40}, "sheet-size"),
        (b"x" * 2_200_000, {}, "sheet-line"),
    ],
)
def test_what_is_no_such_text_or_beyond_the_limits_is_refused(tmp_path, data, limits, code):
    assert refused(file(tmp_path, data), **limits)[0] == code


def test_a_file_that_is_not_there_is_named_and_an_empty_one_has_no_rows(tmp_path):
    for path in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(InputError), open_rows(path):
            pass
    assert read(file(tmp_path, b"")) == []
    assert read(file(tmp_path, b"\xef\xbb\xbf")) == []


def test_what_goes_wrong_in_the_hands_of_the_reader_is_its_own(tmp_path):
    def stumble():
        with open_rows(file(tmp_path, b"a,b\n1,2\n")):
            raise OSError("mine")

    with pytest.raises(OSError, match="mine"):
        stumble()


def test_memory_does_not_grow_with_the_file(tmp_path):
    path = tmp_path / "large.csv"
    with path.open("w", encoding="utf-8") as out:
        for at in range(60):
            out.write(f"{at},职业,2024,12345.00,\n" * 10_000)
    program = (
        "import resource, sys\nfrom pathlib import Path\nfrom gigdesk.store.sheets import open_rows\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "with open_rows(Path(sys.argv[1])) as rows:\n    count = sum(1 for _ in rows)\n"
        "print(count, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(path)], capture_output=True, text=True, timeout=60, check=True
    )
    count, grown = map(int, done.stdout.split())
    assert count == 600_000
    assert grown < 12_000  # kilobytes; the file has 14 MB


@given(
    st.lists(
        st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=5), min_size=2), max_size=9
    )
)
def test_any_table_comes_back(tmp_path_factory, table):
    text = written([["头", "尾"]] * 20 + table)
    found = read(file(tmp_path_factory.mktemp("rows"), text.encode("utf-8-sig")))
    assert [row for _, row in found][20:] == table
