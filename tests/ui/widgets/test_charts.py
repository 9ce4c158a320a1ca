"""Charts: scales, labels that make room, what is drawn where little is known."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from gigdesk.ui.widgets.charts.axis import Axis, round_ticks, spread
from gigdesk.ui.widgets.charts.legend import Entry, Legend
from gigdesk.ui.widgets.charts.percentile_strip import Levels, Mark, PercentileStrip, StripWords, paint_percentile_strip
from gigdesk.ui.widgets.charts.range_arrows import RangeArrows, Road, Roads
from gigdesk.ui.widgets.charts.strip_marks import Label, fit, least_width, places

PUBLISHED = Levels(4200.0, 5300.0, 6800.0, 8600.0, 10800.0)
WORDS = StripWords(
    "工资分布", "元/月", "正中间的人 6,800", "中间一半人", (Entry("own", "您"),), "您到手比正中间的人少 500 元。"
)


def strip(levels=PUBLISHED, *, net=6300.0, gross=7200.0, floor=2400.0):
    marks = [Mark(value, "您到手", f"{value:,.0f} 元") if value else None for value in (net, gross, floor)]
    return PercentileStrip(levels, WORDS, *marks)


def colours(theme, shown):
    image = QImage(1120, 640, QImage.Format.Format_RGB32)
    image.fill(theme.colour("surface"))
    painter = QPainter(image)
    paint_percentile_strip(painter, QRectF(0, 0, 1120, 640), shown, theme)
    painter.end()
    return {image.pixel(x, y) for x in range(0, 1120, 2) for y in range(0, 640, 2)}


@given(st.floats(0, 1e6), st.floats(1, 1e6))
def test_ticks_are_few_and_hold_everything(low, span):
    ticks = round_ticks(low, low + span)
    assert 2 <= len(ticks) <= 6
    assert ticks[0] <= low
    assert ticks[-1] >= low + span


def test_ticks_are_those_of_the_design():
    assert round_ticks(2400, 10800) == [2000, 4000, 6000, 8000, 10000, 12000]


@given(st.lists(st.tuples(st.floats(0, 1000), st.floats(10, 200)), min_size=1, max_size=4))
def test_labels_never_overlap_nor_leave_the_chart(boxes):
    lefts = spread(boxes, 0, 1000, 10)
    placed = sorted(zip(lefts, (width for _, width in boxes), strict=True))
    assert placed[0][0] >= -0.001
    assert placed[-1][0] + placed[-1][1] <= 1000.001
    for (left, width), (following, _) in pairwise(placed):
        assert left + width <= following + 0.001


def test_a_label_with_room_stands_over_its_mark():
    assert spread([(100, 50), (500, 80)], 0, 1000, 10) == [75, 460]


def test_the_axis_keeps_what_is_beyond_at_its_ends():
    axis = Axis(2000, 12000, 100, 1100)
    assert [axis.x(value) for value in (1000, 2000, 7000, 12000, 90000)] == [100, 100, 600, 1100, 1100]
    assert [axis.holds(value) for value in (1999, 2000, 12000, 12001)] == [False, True, True, False]


@pytest.mark.parametrize("net", [0.1, 6300.0, 10_200.0, 12_500.0, 90_000.0])
def test_the_axis_covers_every_marker_that_is_not_far_away(net):
    for levels, farthest in ((PUBLISHED, 32_400), (Levels(mean=3427.0), 10_281)):
        ticks = strip(levels, net=net).ticks()
        assert (ticks[0] <= net <= ticks[-1]) is (net <= farthest)
        assert ticks[-1] >= 7200


def test_bands_are_drawn_only_where_both_ends_are_published(theme):
    band, half, mean = (theme.chart(name).rgb() for name in ("p10p90", "p25p75", "mean"))
    full = colours(theme, strip())
    assert {band, half, theme.chart("median").rgb()} <= full
    assert mean not in full
    only_mean = colours(theme, strip(Levels(mean=6100.0)))
    assert mean in only_mean
    assert not {band, half} & only_mean
    partly = colours(theme, strip(Levels(p25=5300.0, median=6800.0, p75=8600.0)))
    assert half in partly
    assert band not in partly


def test_a_single_value_without_anything_else_has_an_axis():
    assert strip(Levels(mean=6100.0), net=None, gross=None, floor=None).ticks()


def test_labels_fit_side_by_side_at_the_least_width(theme):
    labels = [Label(Mark(6300.0 + at, "您到手", "6,300 元"), theme, boxed=True) for at in range(3)]
    width = least_width(labels, theme)
    fit(labels, width, theme)
    found = places(labels, Axis(2000, 12000, 0, width), QRectF(0, 0, width, 100), theme)
    assert all(not one.intersects(other) for one, other in pairwise(found))
    assert found[-1].right() <= width + 0.001


def test_the_legend_takes_another_row_before_it_is_cut(theme):
    entries = [Entry(shape, "低位 10% 到高位 90%") for shape in ("p10p90", "p25p75", "median", "own", "floor")]
    assert Legend(entries, theme, 600 * theme.scale).height > Legend(entries, theme, 2000 * theme.scale).height


@pytest.mark.parametrize("kinds", [("expected",), ("high", "low"), ("high", "expected", "low")])
def test_roads_are_left_out_where_it_is_narrow_but_never_the_figures(qtbot, theme, kinds):
    roads = Roads("今天", tuple(Road(kind, "4,530", "顺的话", "工资每年涨 3%") for kind in kinds))
    chart = RangeArrows(roads, theme)
    qtbot.addWidget(chart)
    assert chart.description().count("顺的话 4,530. 工资每年涨 3%") == len(kinds)
    wide, narrow = theme.px(1100), theme.px(500)
    ink = {}
    for width in (wide, narrow):
        image = QImage(width, theme.px(340), QImage.Format.Format_RGB32)
        image.fill(theme.colour("surface"))
        painter = QPainter(image)
        chart.draw(painter, QRectF(image.rect()))
        painter.end()
        left = range(0, theme.px(60), 3)
        ink[width] = any(image.pixelColor(x, y) != theme.colour("surface") for x in left for y in range(image.height()))
    assert ink[wide]
