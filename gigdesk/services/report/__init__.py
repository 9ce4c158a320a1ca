"""A result that looks wrong, as a file without a name: what was asked, what came out, by which data, and a remark.

A union collects such files, asks each again on its own data, and turns one into a golden case. Nothing in a file is
finer than a day, and nothing says who the person or where the machine is. `made` is what a report holds, `files` the
disk, `replay` asks again, `cases` are golden cases made of reports.
"""

from gigdesk.services.report.cases import answer_case, case_text
from gigdesk.services.report.files import read, read_file, write
from gigdesk.services.report.made import ABOUT, MOST_LETTERS, NOTHING_SAID, Remark, Report, make, one_line, text
from gigdesk.services.report.replay import Difference, Replayed, replay

__all__ = [
    "ABOUT",
    "MOST_LETTERS",
    "NOTHING_SAID",
    "Difference",
    "Remark",
    "Replayed",
    "Report",
    "answer_case",
    "case_text",
    "make",
    "one_line",
    "read",
    "read_file",
    "replay",
    "text",
    "write",
]
