"""A report of a result: what stands in it, what does not, that it comes out again, and what is refused."""

from __future__ import annotations

import json
import platform
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
import yaml
from fuzz.injury import Chance
from hypothesis import given, settings
from hypothesis import strategies as st

from gigdesk.domain.decision import Answers
from gigdesk.domain.errors import GigDeskError, InputError, RefusedError
from gigdesk.domain.money import YearMonth
from gigdesk.domain.pension.benefit import Entitlement
from gigdesk.domain.pension.gap.model import Official
from gigdesk.domain.pension.resident import ResidentCase
from gigdesk.domain.wages.own_pay import Earnings
from gigdesk.services import commands
from gigdesk.services.forms import FormFigures
from gigdesk.services.plain import plain
from gigdesk.services.report import (
    ABOUT,
    MOST_LETTERS,
    Remark,
    answer_case,
    case_text,
    make,
    one_line,
    read,
    read_file,
    replay,
    text,
    write,
)
from gigdesk.services.wages import Query

TODAY = date(2026, 11, 23)
FORM = FormFigures(
    "370000",
    YearMonth(2026, 1),
    Entitlement(Decimal(7831), Decimal("1.735"), 289, Decimal("160413.01"), Decimal(168), None, 29),
)
REMARK = Remark(("number", "unlike_office"), "窗口说 3,902.25")


def asked(services):
    """One command of each job."""
    earned = Earnings(Decimal(7200), hours_logged=Decimal(260))
    return [
        commands.wages.command(Query(("外卖",), ("370100",), earnings=earned), services.wages),
        commands.forms.replay_command(FORM),
        commands.forms.gap_command(FORM, Official(Decimal("3902.25"))),
        commands.schemes.resident_command("370100", ResidentCase(YearMonth(2026, 11), YearMonth(1970, 5), 10)),
        commands.injury.command(Answers({"region": "370100", "harm": "accident"}), TODAY),
        commands.entitlements.command(Answers({"birth": YearMonth(1985, 6)}), "370100", TODAY),
    ]


@pytest.fixture(scope="module")
def reports(services):
    return [make(command, services, TODAY, "zh", REMARK) for command in asked(services)]


@pytest.fixture(scope="module")
def report(reports):
    return reports[1]


def changed(report, **fields):
    """The file with other fields."""
    return json.dumps({**json.loads(text(report)), **fields}, ensure_ascii=False).encode()


def status(content, services):
    """What the command line would end with."""
    try:
        replay(read(content), services)
    except GigDeskError as error:
        return error.exit_status
    return 0


def test_a_report_is_read_back_as_it_was_made_and_comes_out_the_same(reports, services):
    for report in reports:
        again = read(text(report).encode())
        assert again == report
        found = replay(again, services)
        assert found.same
        assert found.same_data


@settings(deadline=None, max_examples=15)
@given(seed=st.integers(0, 10_000), about=st.sets(st.sampled_from(ABOUT)), words=st.text(max_size=60))
def test_whatever_was_told_and_said_a_report_is_read_back_and_comes_out_the_same(seed, about, words, services, book):
    chance = Chance(book, seed)
    command = commands.injury.command(Answers(chance.facts()), TODAY, chance.claim())
    report = make(command, services, TODAY, "zh", Remark(tuple(sorted(about)), words))
    again = read(text(report).encode())
    assert again == report
    assert replay(again, services).same


def test_nothing_in_a_report_says_who_where_or_at_what_time(services, book):
    chance = Chance(book, 5)
    names = {platform.node(), services.data.reference.path.as_posix(), str(services.data.reference.path.parent)}
    for _ in range(10):
        file = text(make(commands.injury.command(Answers(chance.facts()), TODAY), services, TODAY, "zh"))
        assert not [name for name in names if name and name in file]
        assert set(re.findall(r"T(\d\d:\d\d:\d\d)", file)) <= {"08:00:00", "12:00:00", "16:00:00"}
        assert set(json.loads(file)) == {
            *("gigdesk_report", "program", "data", "language", "day", "command"),
            *("input", "options", "outcome", "steps", "remark"),
        }


def test_money_and_months_are_texts_as_in_the_contract(reports):
    found = json.loads(text(reports[1]))
    assert found["input"]["account_balance"] == "160413.01"
    assert found["input"]["retired"] == "2026-01"
    assert found["outcome"]["benefit"]["total"] == "3960.98"
    assert [step["id"] for step in found["steps"]][-1] == "total"
    assert all(step["sources"] or step["inputs"] for step in found["steps"])


def test_a_remark_is_one_line_of_letters_that_can_be_seen():
    assert one_line("  数不对\n第二行\t\x1b[31m红\u3000。 ") == "数不对 第二行 [31m红 。"
    assert len(one_line("长" * 900)) == MOST_LETTERS


def test_a_failure_that_was_foreseen_is_an_outcome_like_any_other(services):
    command = commands.schemes.resident_command("990000", ResidentCase(YearMonth(2026, 11), YearMonth(1970, 5)))
    report = make(command, services, TODAY, "zh")
    assert report.outcome["error"] == "input"
    assert report.outcome["field"] == "region"
    assert replay(read(text(report).encode()), services).same


def test_what_differs_is_named_with_what_it_was_and_is(report, services):
    found = json.loads(text(report))
    found["outcome"]["benefit"]["total"] = "3902.25"
    found["steps"][-1]["value"] = "3902.25"
    found["steps"].append({"id": "another", "value": "1"})
    found["data"]["digest"] = "another"
    differs = replay(read(json.dumps(found).encode()), services)
    assert not differs.same
    assert not differs.same_data
    assert [(one.name, one.before, one.after) for one in differs.outcome] == [("benefit.total", "3902.25", "3960.98")]
    assert [one.name for one in differs.steps] == ["total", "another"]
    assert differs.steps[1].after is None


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", "report-json"),
        (b"\xff\xfe", "report-json"),
        (b"{", "report-json"),
        (b"[" * 100_000, "report-json"),
        (b"[" * 500 + b"]" * 500, "report-unknown"),
        (b'{"a": NaN}', "report-json"),
        (b'{"a": 1, "a": 2}', "report-json"),
        (b'{"a": 1' + b"0" * 5000 + b"}", "report-json"),
        (b'{"region": "370100"}', "report-unknown"),
        (b'{"gigdesk_report": 2}', "report-format"),
        (b'{"gigdesk_report": 1, "remark": "\\u001b[2J"}', "report-signs"),
        (b" " * 1_000_001, "report-size"),
    ],
    ids=range(12),
)
def test_what_is_no_report_is_refused(content, error):
    with pytest.raises(RefusedError) as raised:
        read(content)
    assert raised.value.code == error


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"gigdesk_report": "x"}, "gigdesk_report"),
        ({"command": "pension ruin"}, "command"),
        ({"command": None}, "command"),
        ({"language": "fr"}, "language"),
        ({"day": "yesterday"}, "day"),
        ({"input": []}, "input"),
        ({"options": 3}, "options"),
        ({"outcome": "good"}, "outcome"),
        ({"steps": {}}, "steps"),
        ({"steps": [1]}, "steps[0]"),
        ({"steps": [{"value": 1}]}, "steps[0].id"),
        ({"remark": {"about": ["weather"]}}, "remark.about"),
        ({"remark": {"text": 1}}, "remark.text"),
        ({"data": {"release": "x"}}, "data.digest"),
        ({"name": "who"}, "name"),
        ({"data": {"release": "x", "digest": "y", "machine": "z"}}, "data.machine"),
    ],
    ids=str,
)
def test_a_field_that_is_wrong_is_named(report, fields, named):
    with pytest.raises(InputError) as raised:
        read(changed(report, **fields))
    assert raised.value.field == named


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"input": {}}, "region"),
        ({"input": {"region": "370000", "typo": 1}}, "total_months"),
        ({"command": "wages compare", "options": {"speed": 1}}, "options.speed"),
        ({"command": "pension gap"}, "options.official"),
    ],
    ids=str,
)
def test_an_input_that_the_command_does_not_take_is_named(report, fields, named, services):
    with pytest.raises(InputError) as raised:
        replay(read(changed(report, **fields)), services)
    assert raised.value.field == named


@settings(deadline=None, max_examples=150)
@given(data=st.data())
def test_a_damaged_file_is_refused_and_nothing_else_happens(data, report, services):
    content = bytearray(text(report).encode())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at] = data.draw(st.integers(0, 255))
    assert status(bytes(content), services) in (0, 2, 4)


@settings(deadline=None, max_examples=100)
@given(data=st.data())
def test_any_json_in_any_field_is_refused_or_answered(data, report, services):
    anything = st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.floats(allow_nan=False),
        lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=5), inside, max_size=3),
        max_leaves=5,
    )
    found = json.loads(text(report))
    place = data.draw(st.sampled_from([found, found["input"], found["outcome"], found["steps"][0], found["remark"]]))
    place[data.draw(st.sampled_from(list(place)))] = data.draw(anything)
    assert status(json.dumps(found).encode(), services) in (0, 2, 4)


def test_a_huge_number_costs_nothing(report, services):
    content = changed(report, outcome={"benefit": "BIG"}).replace(b'"BIG"', b"1e999999999")
    assert not replay(read(content), services).same


def test_a_file_is_written_whole_and_none_is_put_in_the_place_of_another(report, tmp_path):
    path = tmp_path / "report.json"
    write(path, text(report))
    assert read_file(path) == report
    with pytest.raises(FileExistsError):
        write(path, "")
    write(path, "new", over=True)
    assert path.read_text(encoding="utf-8") == "new"
    assert [one.name for one in tmp_path.iterdir()] == ["report.json"]
    with pytest.raises(OSError, match="folder"):
        write(tmp_path / "no folder" / "report.json", "")


def test_a_file_that_cannot_be_read_is_named(tmp_path):
    with pytest.raises(InputError) as raised:
        read_file(tmp_path / "gone.json")
    assert raised.value.field == "FILE"


def test_a_case_holds_what_is_expected_now_whatever_came_out_then(reports, services):
    for report in reports:
        older = replace(report, outcome={"outcome": "something else"})
        case = yaml.safe_load(case_text(replay(older, services)))
        assert case["expect"] == plain(report.outcome)
        assert not case["reported"]["came_out_alike"]
        assert plain(answer_case(case, services).outcome) == case["expect"]
        assert case["remark"]["text"] == REMARK.text
