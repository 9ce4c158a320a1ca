"""What changed between two releases, in numbers and in sentences of both languages."""

from contextlib import closing
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from gigdesk.domain.law import Status
from gigdesk.services.changes import Change, Kind, changes
from gigdesk.services.changes_words import sentences
from gigdesk.store import paths
from gigdesk.store.compile import compile_release
from gigdesk.store.reference import Reference
from gigdesk.store.texts import Texts

SD, JINAN, NATION = "370000", "370100", "000000"
NEW_YEAR = date(2026, 1, 1)


@pytest.fixture
def compared(reference, tmp_path):
    """A function: what changed from a release to the shipped one."""

    def compare(before):
        path = tmp_path / "before.sqlite"
        compile_release(before, path)
        with closing(Reference(path)) as old:
            return changes(old, reference)

    return compare


def without(release, region, name, since):
    """The release as it was before an entry came."""
    return with_history(release, region, name, lambda history: history.pop(since))


def with_history(release, region, name, edit):
    law = release.book.regions
    history = dict(law[region][name])
    edit(history)
    book = replace(release.book, regions={**law, region: {**law[region], name: history}})
    return replace(release, book=book)


def test_a_release_compared_with_itself_says_nothing(release, compared):
    assert compared(release) == ()


def test_a_new_year_says_what_the_lowest_tier_was_and_is(release, compared, reference, texts):
    found = compared(without(release, SD, "pension.base_limits", NEW_YEAR))
    tier = found[0]
    assert (tier.name, tier.region, tier.old_period, tier.period) == ("pension.lowest_tier", SD, "2025", "2026")
    assert (tier.old, tier.new) == (Decimal("900.80"), Decimal("914.60"))
    said = sentences(found, reference.regions, texts)
    assert "900.80" in said[0]
    assert "914.60" in said[0]
    assert [(one.key, one.old, one.new) for one in found[1:]] == [
        ("low", Decimal(4504), Decimal(4573)), ("high", Decimal(22518), Decimal(22863)),
    ]  # fmt: skip


def test_a_lowest_tier_that_was_corrected_is_not_said_to_be_of_another_year(release, compared, reference):
    was = release.book.regions[SD]["pension.base_limits"][NEW_YEAR]
    lower = replace(was, content={"low": Decimal(4504), "high": Decimal(22518)})
    found = compared(
        with_history(release, SD, "pension.base_limits", lambda history: history.update({NEW_YEAR: lower}))
    )
    assert sentences(found, reference.regions, Texts(paths.resources() / "i18n", "zh"))[0] == (
        "山东最低一档（2026 年）：900.80 元/月改成了 914.60 元/月"
    )


def test_the_sentence_reads_as_people_speak(release, compared, reference):
    found = compared(without(release, SD, "pension.base_limits", NEW_YEAR))
    assert sentences(found, reference.regions, Texts(paths.resources() / "i18n", "zh"))[0] == (
        "山东最低一档从 900.80 元/月涨到 914.60 元/月（2025 年 → 2026 年）"
    )


def test_a_corrected_figure_is_said_with_what_it_was(release, compared, reference, texts):
    def wrong(history):
        history[date(2025, 1, 1)] = replace(history[date(2025, 1, 1)], content=Decimal(7813))

    (found,) = compared(with_history(release, SD, "pension.benefit_base", wrong))
    assert (found.kind, found.old, found.new, found.period) == (Kind.CHANGED, Decimal(7813), Decimal(7831), "2025")
    (said,) = sentences([found], reference.regions, texts)
    assert "7,813" in said
    assert "7,831" in said


def test_a_figure_that_is_surer_now_says_so(release, compared, reference, texts):
    def unsure(history):
        history[date(2025, 1, 1)] = replace(history[date(2025, 1, 1)], status=Status.UNVERIFIED)

    (found,) = compared(with_history(release, SD, "pension.benefit_base", unsure))
    assert (found.kind, found.old, found.new) == (Kind.STATUS, Status.UNVERIFIED, Status.SECONDARY)
    (said,) = sentences([found], reference.regions, texts)
    assert texts("status.unverified") in said


def test_a_figure_that_is_gone_is_named(release, compared, reference, texts):
    def more(history):
        history[date(2027, 1, 1)] = replace(history[date(2025, 1, 1)], since=date(2027, 1, 1), use_year=2027)

    (found,) = compared(with_history(release, SD, "pension.benefit_base", more))
    assert (found.kind, found.old, found.new) == (Kind.REMOVED, Decimal(7831), None)
    assert "7,831" in sentences([found], reference.regions, texts)[0]


def test_a_followed_series_says_its_newest_mean_and_the_one_before(release, compared, reference, texts):
    followed = "cn.nbs.nonprivate.total"
    levels = tuple(one for one in release.levels if (one.series, one.period) != (followed, "2025"))
    found = compared(replace(release, levels=levels))
    assert [one.kind for one in found] == [Kind.NEW, Kind.COUNT]
    assert (found[0].old_period, found[0].period) == ("2024", "2025")
    assert found[0].new > found[0].old
    assert f"{found[0].new:,.0f}" in sentences(found, reference.regions, texts)[0]
    assert (found[1].name, found[1].new, found[1].old) == ("wage", 1, 0)


def test_tables_are_counted(release, compared):
    _, *rest = release.occupations
    renamed = replace(rest[0], label="旧名")
    before = replace(release, occupations=(renamed, *rest[1:]), forms=release.forms[1:])
    assert compared(before) == (
        Change(Kind.COUNT, "occupation", old=0, new=1, changed=1),
        Change(Kind.COUNT, "form", old=0, new=1),
    )


def test_rules_without_a_name_of_their_own_are_told_by_topic_and_number(release, compared, reference, texts):
    name = "entitlements.startup_loan.graduate_years"
    found = compared(without(release, JINAN, name, date(2024, 2, 7)))
    assert {one.name for one in found} == {name}
    (said,) = sentences(found, reference.regions, texts)
    assert texts("change.topic.entitlements") in said


def test_every_change_there_can_be_is_said(release, compared, reference, texts):
    """Nothing in the law of Shandong before: each of its values is new, and each sentence is whole."""
    law = {**release.book.regions, SD: {}}
    found = compared(replace(release, book=replace(release.book, regions=law)))
    assert len(found) > 50
    for said in sentences(found, reference.regions, texts):
        assert said.strip()
        assert "{" not in said
