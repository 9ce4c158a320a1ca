"""Finding the nearest published figure where the one asked for is not published."""

from decimal import Decimal

import pytest

from gigdesk.domain.law import Status
from gigdesk.domain.wages.levels import WageLevel
from gigdesk.domain.wages.widening import POSTS, Asked, industry, nearest, subjects

RIDER = "4-10-08-01"


def level(**given):
    usual = {
        "series": "s", "publisher": "p", "population": "employees", "pay_concept": "gross", "region": "000000",
        "dimension": "all", "subject": "all", "label": "", "period": "2024",
        "statistics": {"mean": Decimal(72000)}, "unit": "year", "source": "x", "status": Status.SECONDARY,
    }  # fmt: skip
    return WageLevel(**{**usual, **given})


@pytest.mark.parametrize(
    ("occupation", "post"),
    [("2-02-10-03", "专业技术人员"), ("3-01-02-01", "办事人员和有关人员"), ("4-10-08-01", "社会生产服务和生活服务人员"),
     ("6-25-04-07", "生产制造及有关人员")],
)  # fmt: skip
def test_each_major_group_gets_the_figure_of_its_own_post(occupation, post):
    levels = [level(subject=f"X|{name}") for name in ("中层及以上管理人员", *POSTS.values())]
    (found,) = nearest(Asked(occupation, "370000"), levels, {occupation[0]: "X"})
    assert (found.step, found.level.subject) == ("industry-post", f"X|{post}")


@pytest.mark.parametrize("occupation", ["1-02-01-01", "5-01-01-01"])
def test_a_major_group_without_a_post_gets_none(occupation):
    levels = [level(subject="X|社会生产服务和生活服务人员")]
    assert nearest(Asked(occupation, "370000"), levels, {occupation[0]: "X"}) == []


def test_the_steps_are_occupation_small_group_middle_group_post_industry_and_all():
    assert list(subjects(RIDER, {"4-10-08": "G"}).items()) == [
        ("occupation", "4-10-08-01"), ("small-group", "4-10-08"), ("middle-group", "4-10"),
        ("industry-post", "G|社会生产服务和生活服务人员"), ("industry", "G"), ("all", "all"),
    ]  # fmt: skip


@pytest.mark.parametrize("gone", range(6))
def test_each_step_is_taken_only_where_no_nearer_one_is_published(gone):
    steps = list(subjects(RIDER, {"4": "G"}).items())[gone:]
    (found,) = nearest(Asked(RIDER, "000000"), [level(subject=subject) for _, subject in steps], {"4": "G"})
    assert (found.step, found.level.subject) == steps[0]
    assert found.widened == (() if steps[0][0] == "occupation" else ("occupation",))


def test_the_occupation_widens_before_the_region_and_the_region_before_the_year():
    asked = Asked(RIDER, "370100", "2025")
    places = [(subject, region, period) for period in ("2025", "2024", "2022")
              for region in ("370100", "370000", "000000")
              for subject in subjects(RIDER, {"4": "G"}).values()]  # fmt: skip
    left = [level(subject=subject, region=region, period=period) for subject, region, period in places]
    for place in places:
        (found,) = nearest(asked, left, {"4": "G"})
        assert (found.level.subject, found.level.region, found.level.period) == place
        left.remove(found.level)


def test_a_cell_of_too_few_people_is_passed_over_and_named():
    few = level(subject=RIDER, sample=29)
    (found,) = nearest(Asked(RIDER, "000000"), [few, level(sample=30)], {})
    assert (found.step, found.passed_over) == ("all", (few,))


def test_the_publishers_own_minimum_counts_before_the_usual_one():
    few, enough = level(subject=RIDER, sample=49, least_sample=50), level(subject=RIDER, sample=10, least_sample=10)
    assert nearest(Asked(RIDER, "000000"), [few], {}) == []
    assert nearest(Asked(RIDER, "000000"), [enough], {})[0].level == enough


def test_a_cell_published_as_not_available_is_passed_over_and_named():
    none = level(subject=RIDER, statistics={}, flags={"mean": "missing"})
    (found,) = nearest(Asked(RIDER, "000000"), [none, level()], {})
    assert (found.step, found.passed_over) == ("all", (none,))


def test_all_parts_of_an_occupation_are_given_and_none_stands_first():
    parts = [
        level(population="riders", subject=RIDER, label=label, period="2024-06")
        for label in ("a|一线", "b|一线", "a|三线及以下")
    ]
    old = level(population="riders", subject=RIDER, label="a|一线", period="2023-06")
    found = nearest(Asked(RIDER, "371700"), [old, *parts, level()], {})
    assert [(one.step, one.is_part) for one in found] == [("all", False), *[("occupation", True)] * 3]
    assert [one.level for one in found[1:]] == parts


def test_the_nearest_figure_says_what_was_widened():
    levels = [
        level(region="370000"),
        level(subject="G", period="2023"),
        level(subject="G", period="2024"),
        level(population="riders", pay_concept="survey", subject=RIDER, period="2024"),
    ]
    riders, employees = nearest(Asked(RIDER, "370100"), levels, {"4": "X", "4-10-08": "G"})
    assert (riders.step, riders.widened) == ("occupation", ("region",))
    assert (employees.step, employees.level.region, employees.widened) == ("all", "370000", ("occupation", "region"))


def test_within_a_region_the_industry_comes_before_all_and_the_newest_year_first():
    levels = [level(), level(subject="G", period="2023"), level(subject="G", period="2024")]
    (found,) = nearest(Asked(RIDER, "370100"), levels, {"4-10-08": "G"})
    assert (found.step, found.level.period, found.widened) == ("industry", "2024", ("occupation", "region"))


def test_a_year_asked_for_is_never_answered_with_a_later_one():
    levels = [level(period="2024"), level(period="2022")]
    (found,) = nearest(Asked(RIDER, "000000", "2023"), levels, {})
    assert (found.level.period, found.widened) == ("2022", ("occupation", "period"))


def test_the_longest_prefix_names_the_industry():
    assert industry("4-10-08-01", {"4": "X", "4-10": "O", "4-10-08": "G"}) == "G"
    assert industry("7-00", {"4": "X"}) is None


def test_of_equally_near_subjects_the_nearer_place_stands_first():
    levels = [
        level(series="a", population="survey", subject=RIDER),
        level(series="b", subject=RIDER, region="370100"),
    ]
    found = nearest(Asked(RIDER, "370100"), levels, {})
    assert [one.level.region for one in found] == ["370100", "000000"]


def test_the_first_names_what_of_other_populations_is_not_shown():
    few = level(population="survey", subject=RIDER, region="370100", sample=12)
    older = level(population="survey", subject=RIDER, region="370100", sample=11, period="2022")
    (found,) = nearest(Asked(RIDER, "370100"), [older, few, level()], {})
    assert found.passed_over == (few,)
