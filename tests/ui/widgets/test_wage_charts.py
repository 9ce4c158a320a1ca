"""The charts of wages side by side and over the years, and the pictures that are taken away."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from gigdesk.ui.widgets.charts.legend import Entry
from gigdesk.ui.widgets.charts.percentile_strip import PercentileChart, PercentileStrip, StripWords
from gigdesk.ui.widgets.charts.picture import MARGIN, SHARP, WIDTH, Picture, Section, png, svg
from gigdesk.ui.widgets.charts.strip_marks import Levels, Mark
from gigdesk.ui.widgets.charts.strips import StripRow, Strips, StripsChart
from gigdesk.ui.widgets.charts.years import Year, Years, YearsChart

FULL = Levels(4200.0, 5300.0, 6800.0, 8600.0, 10800.0)
LONG = "一个名字很长很长的职业" * 6


def painted(widget, width, theme):
    """The colours that are drawn, each with where it is drawn."""
    height = widget.heightForWidth(width)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(theme.colour("surface"))
    painter = QPainter(image)
    widget.draw(painter, QRectF(0, 0, width, height))
    painter.end()
    found = {}
    for x in range(0, width, 2):
        for y in range(0, height, 3):
            found.setdefault(image.pixel(x, y), []).append((x, y))
    return found


def strip(levels, net=6300.0, floor=2400.0):
    marks = [Mark(value, "您", "1 元") if value is not None else None for value in (net, None, floor)]
    return PercentileStrip(levels, StripWords("工资", "元/月", "中间", "一半", (), beyond="（图外）"), *marks)


def strips(*levels, own=6300.0):
    rows = tuple(StripRow("网约配送员", "全国", one, "6,800") for one in levels)
    return Strips("工资", "元/月", rows, (Entry("median", "正中间"),), Mark(own, "您到手", "6,300 元"))


def years(*periods):
    return Years("历年", "元/月", periods, "口径变了", (Entry("disc.median", "公布的数"),))


def test_equal_percentiles_are_still_seen(qtbot, theme):
    chart = PercentileChart(strip(Levels(6800.0, 6800.0, 6800.0, 6800.0, 6800.0)), theme)
    qtbot.addWidget(chart)
    assert theme.chart("median").rgb() in painted(chart, theme.px(1100), theme)


def test_a_figure_of_this_or_more_is_drawn_further_than_its_value(qtbot, theme):
    ends = {}
    for tops in (frozenset(), frozenset({"p90"})):
        chart = PercentileChart(strip(Levels(4200.0, 5300.0, 6800.0, 8600.0, 10800.0, tops=tops)), theme)
        qtbot.addWidget(chart)
        ends[bool(tops)] = max(x for x, _ in painted(chart, theme.px(1100), theme)[theme.chart("p10p90").rgb()])
    assert ends[True] > ends[False] + theme.px(10)


@pytest.mark.parametrize(("net", "beyond"), [(6300.0, False), (90_000.0, True), (-9e6, True)])
def test_own_pay_far_away_does_not_squeeze_what_is_published_and_is_said_to_be_off_the_chart(theme, net, beyond):
    shown = strip(FULL, net=net)
    low, *_, high = shown.ticks()
    assert (low <= net <= high) is not beyond
    assert high - low <= 3 * 10_800
    assert len(shown.labels(theme)) == 2


def test_a_loss_lies_on_the_axis():
    ticks = strip(FULL, net=-500.0).ticks()
    assert ticks[0] <= -500


def test_all_rows_share_one_scale_that_holds_them_all():
    ticks = strips(FULL, Levels(mean=14_000.0), own=2000.0).ticks()
    assert ticks[0] <= 2000
    assert ticks[-1] >= 14_000


def test_each_row_draws_what_it_has_and_one_without_figures_says_so(qtbot, theme):
    chart = StripsChart(strips(FULL, Levels(mean=6100.0), Levels()), theme)
    qtbot.addWidget(chart)
    drawn = painted(chart, theme.px(1100), theme)
    assert {theme.chart(name).rgb() for name in ("p10p90", "p25p75", "median", "mean", "own")} <= set(drawn)
    assert chart.heightForWidth(theme.px(1100)) > StripsChart(strips(FULL), theme).heightForWidth(theme.px(1100))


@pytest.mark.parametrize("width", [480, 900, 1700])
def test_long_names_wrap_and_are_never_cut(qtbot, theme, width):
    rows = (StripRow(LONG, LONG, FULL, "6,800"),)
    chart = StripsChart(Strips("工资", "元/月", rows, ()), theme)
    qtbot.addWidget(chart)
    drawn = painted(chart, theme.px(width), theme)
    ink = drawn[theme.colour("ink").rgb()]
    assert max(x for x, _ in ink) < theme.px(width)


def test_a_break_and_a_missing_year_are_gaps():
    shown = years(
        Year("2018", 2018, FULL),
        Year("2019", 2019, FULL),
        Year("2020", 2020, FULL, breaks=True),
        Year("2023", 2023, FULL),
    )
    assert [(one.label, other.label) for one, other in shown.runs()] == [("2018", "2019")]


def test_years_draw_what_is_published_and_the_other_prices(qtbot, theme):
    mean = [
        Year(str(at), at, Levels(mean=2600.0 + 200 * (at - 2013)), real=3000.0 + at - 2013) for at in range(2013, 2026)
    ]
    chart = YearsChart(years(*mean), theme)
    qtbot.addWidget(chart)
    drawn = painted(chart, theme.px(1000), theme)
    assert {theme.chart("mean").rgb(), theme.chart("axis").rgb()} <= set(drawn)
    broken = YearsChart(years(Year("2008", 2008, FULL), Year("2009", 2009, FULL, breaks=True)), theme)
    qtbot.addWidget(broken)
    assert theme.chart("minimumWage").rgb() in painted(broken, theme.px(1000), theme)


@pytest.mark.parametrize("levels", [FULL, Levels(mean=5774.0), Levels()])
def test_one_year_alone_is_drawn(qtbot, theme, levels):
    chart = YearsChart(years(Year("2025", 2025, levels)), theme)
    qtbot.addWidget(chart)
    assert painted(chart, theme.px(900), theme)


def test_a_picture_is_light_and_sharp_whatever_the_page_looks_like(theme):
    picture = Picture(
        "**标题**", "第二行", (Section("组", lambda look: StripsChart(strips(FULL), look), ("说明",)),), ("来源",)
    )
    image = QImage.fromData(png(picture, theme))
    assert image.width() == WIDTH * SHARP
    assert image.pixelColor(MARGIN // 2, MARGIN // 2).name() == "#ffffff"


def test_the_words_of_a_drawing_stay_words(theme):
    picture = Picture("标题 & <b>", "", (Section("组", lambda look: StripsChart(strips(FULL), look)),), ("来源",))
    root = ET.fromstring(svg(picture, theme))  # noqa: S314 - our own
    said = "".join(text for one in root.iter("{http://www.w3.org/2000/svg}text") for text in one.itertext())
    assert "标题 & <b>" in said
    assert "网约配送员" in said
    assert "6,800" in said
