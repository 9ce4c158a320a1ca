"""The calendar of publications: read, kept in the compiled release, and guarded."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from gigdesk.domain.errors import RefusedError
from gigdesk.store.guard.publication import publication
from gigdesk.store.publication import read_publication


def findings(release, **changed):
    notice = replace(release.book.calendar[0], **changed)
    return [one.what for one in publication(replace(release, book=replace(release.book, calendar=(notice,))))]


def with_rule(release, **changed):
    first, *rest = release.about.datasets
    datasets = (replace(first, rule=replace(first.rule, **changed)), *rest)
    return [one.what for one in publication(replace(release, about=replace(release.about, datasets=datasets)))]


def test_the_shipped_calendar_stands(release):
    assert not list(publication(release))


def test_the_compiled_release_says_what_the_file_says(release, reference):
    assert reference.book.calendar == release.book.calendar
    assert reference.about.datasets == release.about.datasets


def test_a_notice_for_a_year_that_has_its_figure_is_refused(release):
    assert findings(release, year=2025) == ["has its figure: the notice goes"]


@pytest.mark.parametrize(
    ("changed", "what"),
    [
        ({"name": "pension.nothing"}, "unknown parameter 'pension.nothing'"),
        ({"region": "379900"}, "not in regions.csv"),
        ({"source": "nowhere"}, "unknown source 'nowhere'"),
        ({"year": 2031}, "nothing stands in: the year before has no figure either"),
        ({"texts": {"zh": "还没公布", "en": " "}}, "says nothing"),
    ],
)
def test_a_notice_names_what_the_release_knows(release, changed, what):
    assert findings(release, **changed) == [what]


def test_nobody_looked_after_the_release(release):
    later = release.about.released + timedelta(days=1)
    assert findings(release, checked_on=later) == [f"looked at on {later}, after the release"]


@pytest.mark.parametrize(
    ("changed", "what"),
    [
        ({"every": "decade"}, "every 'decade', not year | quarter | change"),
        ({"months": ()}, "names no month"),
        ({"every": "change"}, "names months although it has none"),
        ({"months": (13,)}, "months [13]"),
        ({"source": "nowhere"}, "unknown source 'nowhere'"),
    ],
)
def test_a_rule_is_one_of_the_known_kinds(release, changed, what):
    assert with_rule(release, **changed) == [what]


def test_a_part_follows_something_that_is_there(release):
    first, *rest = release.about.datasets
    off = [replace(first, parameter="pension.nothing"), replace(first, parameter="", series="nothing")]
    about = replace(release.about, datasets=(*off, *rest))
    assert [one.what for one in publication(replace(release, about=about))] == [
        "unknown parameter 'pension.nothing' of 370000",
        "unknown series 'nothing'",
    ]


SAID = 'source = "s"\nstatus = "secondary"\nzh = "。"\nen = "."\n'
RULE = f'[[rules]]\ndataset = "wages"\nevery = "year"\nmonths = [5]\n{SAID}'
NOTICE = (
    '[[unpublished]]\nregion = "370000"\nparameter = "pension.benefit_base"\nyear = 2026\n'
    f"checked_on = 2026-11-23\n{SAID}"
)


def read(folder, text):
    (folder / "calendar.toml").write_text(text, encoding="utf-8")
    return read_publication(folder)


def test_a_calendar_is_read(tmp_path):
    found = read(tmp_path, RULE + NOTICE)
    assert found.rules["wages"].months == (5,)
    assert found.unpublished[0].checked_on == date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("rules = ", "-"),
        (RULE + RULE, "rule wages"),
        (NOTICE + NOTICE, "370000 pension.benefit_base 2026"),
        (RULE.replace("secondary", "certain"), "rule wages"),
        (RULE + 'who = "me"\n', "rule wages"),
        (RULE.replace('en = "."\n', ""), "rule wages"),
        (NOTICE.replace("2026-11-23", '"soon"'), "370000 pension.benefit_base 2026"),
    ],
)
def test_what_cannot_be_understood_is_refused_by_entry(tmp_path, text, place):
    with pytest.raises(RefusedError) as refused:
        read(tmp_path, text)
    assert refused.value.details["file"] == "calendar.toml"
    assert refused.value.details["place"] == place


def test_a_release_without_a_calendar_is_refused(tmp_path):
    with pytest.raises(RefusedError):
        read_publication(tmp_path)
