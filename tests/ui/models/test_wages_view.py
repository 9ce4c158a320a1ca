"""The wage result in words, over the shipped release and over a city's notice, in both languages."""

from decimal import Decimal

import pytest

from gigdesk.ui.models.ask import UNSURE
from gigdesk.ui.models.wages import WagesJob
from gigdesk.ui.screenshots import SAMPLES


def result(session, **changes):
    job = WagesJob(session)
    while not job.asking.finished:
        ask = job.asking.current.id
        job.asking.answers[ask] = {**SAMPLES["wages"], **changes}.get(ask, UNSURE)
        job.forward()
    return job.result()


@pytest.mark.usefixtures("in_each_language")
def test_the_design_is_told_with_the_figures_of_a_citys_notice(notice):
    view = result(notice)
    t = notice.texts
    assert view.title == t(
        "wages.title.both",
        first=t("wages.title.less.p50", who=t("wages.who.net"), amount="500"),
        second=t("wages.title.above-minimum"),
    )
    assert [figure for _, figure in view.levels[0].figures] == ["4,200", "5,300", "6,800", "8,600", "10,800"]
    assert view.place_in_ten == 5
    assert view.levels[0].who == t("population.surveyed_enterprise_employees.who")
    assert view.levels[0].rule == t("wages.rule.year-month")


def test_the_chips_say_the_year_of_the_data_of_publication_the_sample_and_the_source(notice):
    view = result(notice)
    assert [chip.text for chip in view.chips] == [
        "2024 年数据 · 2025 年公布",
        "样本数：没有公布",
        "2024年济南工资价位 ·\u00a0转引",
    ]


def test_a_wider_place_is_said_in_the_line_below_the_title(session):
    assert result(session).subtitle == "网约配送员 4-10-08-01 · 济南 · 用的是全国 2025 年的数"


def test_where_only_a_mean_is_published_it_is_said_what_a_mean_is_and_nobody_is_ranked(in_each_language):
    view = result(in_each_language)
    assert view.place_in_ten is None
    assert view.position == in_each_language.texts("wages.position.only-mean")
    assert [figure for _, figure in view.levels[0].figures] == ["7,496"]


def test_close_to_a_mean_is_said_as_close(session):
    assert result(session, earned=Decimal(8300)).title.startswith("您到手跟平均数差不多")


@pytest.mark.parametrize(
    ("occupation", "population", "figure"),
    [
        ("4-03-02-05", "enterprises_above_designated_size", "4,334.83"),  # 52,018 a year: NBS 2025, H, service posts
        ("4-10-08-01", "rural_migrant_workers", "5,795"),  # NBS 2025, transport
    ],
)
def test_published_figures_are_seen_to_the_fen_with_whose_they_are(in_each_language, occupation, population, figure):
    t = in_each_language.texts
    lines = {line.population: line for line in result(in_each_language, occupation=occupation).levels}
    line = lines[t(f"population.{population}")]
    assert line.figures == ((t("statistic.mean"), figure),)
    assert line.who == t(f"population.{population}.who")


@pytest.mark.usefixtures("in_each_language")
def test_this_or_more_is_said_and_marked(notice):
    view = result(notice, occupation="4-02-02-01")
    assert view.levels[0].figures[-1][1] == notice.texts("wages.or-more", amount="14,000")
    assert view.figures.flags["p90"] == "top"


@pytest.mark.usefixtures("in_each_language")
def test_what_is_published_as_not_available_is_said_so(notice):
    figures = [figure for _, figure in result(notice, occupation="4-10-01-06").levels[0].figures]
    assert figures == [
        "4,000",
        notice.texts("wages.not-published"),
        "5,500",
        notice.texts("wages.not-published"),
        "6,000",
    ]


@pytest.mark.usefixtures("in_each_language")
def test_a_figure_of_few_people_is_not_shown_and_that_is_said(notice):
    view = result(notice, city="370200")
    assert not any("6,800" in figure for line in view.levels for _, figure in line.figures)
    (said,) = [one for one in view.notices if "12" in one and "30" in one]
    assert notice.services.data.reference.regions["370200"].names[notice.texts.language] in said


def test_a_loss_is_a_figure_like_any_other(session):
    view = result(session, earned=Decimal(500), costs=Decimal(2500))
    assert view.figures.net == -2000
    assert "低于最低工资" in view.title


def test_each_population_of_the_release_says_whose_figures_it_has(texts, release):
    populations = {level.population for level in release.levels}
    assert [one for one in populations if f"population.{one}.who" not in texts] == []
