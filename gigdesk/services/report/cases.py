"""A report turned into a golden case: a YAML file that people can read, with the outcome now expected."""

from __future__ import annotations

from collections.abc import Mapping

from gigdesk.services import Services
from gigdesk.services.commands import Found
from gigdesk.services.fields import Fields
from gigdesk.services.plain import plain
from gigdesk.services.report.files import read_command
from gigdesk.services.report.made import answered
from gigdesk.services.report.replay import Replayed

HEAD = """\
# A result that looked wrong to somebody, as a case: `expect` is what the program answers now. Whoever takes it in
# reads the remark, corrects `expect` where the answer is wrong, and mends the program until it agrees.
"""


def case_text(replayed: Replayed) -> str:
    """The file of the case."""
    import yaml

    report = replayed.report
    said = [*report.remark.about, *([report.remark.text] if report.remark.text else [])]
    case = {
        "name": f"{report.command.name}, {report.day}: {', '.join(said) or 'no remark'}",
        "remark": {"about": report.remark.about, "text": report.remark.text},
        "reported": {
            "day": report.day,
            "release": report.release,
            "program": report.program,
            "came_out_alike": replayed.same,
        },
        "today": report.day,
        "command": report.command.name,
        "input": report.command.input,
        "options": report.command.options,
        "expect": replayed.now,
    }
    return HEAD + yaml.safe_dump(plain(case), allow_unicode=True, sort_keys=False, width=110)


def answer_case(case: Mapping[str, object], services: Services) -> Found:
    """What the program answers to a case.

    Raises:
        InputError: a field is wrong, naming it.
    """
    fields = Fields(case)
    return answered(read_command(fields), services, fields.day("today"))
