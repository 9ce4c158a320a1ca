"""Every painted part asks for the room it needs: drawn at the size it asked for, nothing reaches beyond it."""

from __future__ import annotations

import math

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from gigdesk.ui.widgets.bars import DataAge, DataBadge, Mark
from gigdesk.ui.widgets.buttons import Button, LinkButton
from gigdesk.ui.widgets.charts import percentile_strip as strip
from gigdesk.ui.widgets.charts.age_bar import Age, AgeBar
from gigdesk.ui.widgets.charts.legend import Entry
from gigdesk.ui.widgets.charts.range_arrows import RangeArrows, Road, Roads
from gigdesk.ui.widgets.charts.range_strip import Range, RangeStrip
from gigdesk.ui.widgets.charts.step_dots import Progress, StepDots
from gigdesk.ui.widgets.charts.strips import StripRow, Strips, StripsChart
from gigdesk.ui.widgets.charts.ten_people import TenPeople, TenPeopleRow
from gigdesk.ui.widgets.charts.years import Year, Years, YearsChart
from gigdesk.ui.widgets.chip import Chip
from gigdesk.ui.widgets.choice import Choice, Option
from gigdesk.ui.widgets.claim_slip import Claim, ClaimSlip
from gigdesk.ui.widgets.headings import JobSign, Route
from gigdesk.ui.widgets.keys import Key
from gigdesk.ui.widgets.phone import Moment, OrderLog, Phone
from gigdesk.ui.widgets.row import Disc, Icon
from gigdesk.ui.widgets.slip import Slip, SlipTile
from gigdesk.ui.widgets.text import Words
from gigdesk.ui.widgets.verdict import Finding, Verdict

AROUND = 80
GROUND = QColor("black")

CHINESE = {
    "title": "职业伤害",
    "line": "送单路上受伤，能不能保？",
    "long": "最后由人社部门认定。这里是按公布的规定帮您先看一遍，结果不代表认定。",
    "word": "最低工资",
    "figure": "6,300 元",
}
ENGLISH = {
    "title": "Occupational injury on the job",
    "line": "Hurt while delivering: would you probably be covered?",
    "long": "The last word is with the human resources office. This only goes through the published rules, "
    "one by one and step by step, so that you know what to bring, to say and to do.",
    "word": "Statutory minimum wage, monthly",
    "figure": "6,300 yuan a month",
}


def wage_strip(text, *, mean_only=False, own=6300.0):
    levels = strip.Levels(mean=6100.0) if mean_only else strip.Levels(4200.0, 5300.0, 6800.0, 8600.0, 10800.0)
    shapes = ("p10p90", "p25p75", "median", "mean", "own", "floor")
    words = strip.StripWords(
        text["title"], text["word"], text["line"], text["word"], tuple(Entry(each, text["word"]) for each in shapes)
    )
    marks = (strip.Mark(own, text["word"], text["figure"]), strip.Mark(own * 1.14, text["word"], text["figure"]))
    return strip.PercentileStrip(levels, words, *marks, strip.Mark(2400.0, text["word"], "2,400"))


def wage_strips(text, own=6300.0):
    levels = (strip.Levels(4200.0, 5300.0, 6800.0, 8600.0, 10800.0, tops=frozenset({"p90"})), strip.Levels(mean=6100.0))
    rows = tuple(StripRow(text["title"], text["line"], one, "6,800") for one in levels)
    mark = strip.Mark(own, text["word"], text["figure"])
    return Strips(text["word"], text["word"], rows, (strip.Entry("own", text["line"]),), mark, beyond=text["word"])


def wage_years(text):
    levels = strip.Levels(4200.0, 5300.0, 6800.0, 8600.0, 10800.0)
    years = (Year("2008", 2008, levels, 7000.0), Year("2009", 2009, levels, breaks=True), Year("2025", 2025, levels))
    return Years(text["word"], text["word"], years, text["word"], (strip.Entry("real", text["line"]),))


def roads(text, kinds):
    return Roads(text["word"][:9], tuple(Road(kind, "4,530", text["title"], text["word"]) for kind in kinds))


BUILD = {
    "slip": lambda text, theme: SlipTile(Slip("injury", 3, text["title"], text["line"], text["long"]), theme),
    "claim": lambda text, theme: ClaimSlip(
        Claim(theme.sign("outcomes", "HISTORIC"), text["word"], text["title"], text["long"], text["figure"]), theme
    ),
    "verdict": lambda text, theme: Verdict(
        Finding(theme.sign("outcomes", "NEEDS_DECISION"), text["title"], text["long"]), theme
    ),
    "primary": lambda text, theme: Button(text["title"], theme, "primary", "print"),
    "continue": lambda text, theme: Button(text["title"], theme, "continue", after="next"),
    "outline": lambda text, theme: Button(text["title"], theme, "outline", "back"),
    "tinted": lambda text, theme: Button(text["line"], theme, "tinted", "qr", "chevron"),
    "tool": lambda text, theme: Button(text["title"], theme, "tool", "contrast"),
    "link": lambda text, theme: LinkButton(text["title"], theme),
    "choice": lambda text, theme: Choice(Option("key", text["line"], "bag"), theme),
    "choice with hint": lambda text, theme: Choice(Option("key", text["line"], "bag", text["long"]), theme),
    "unsure": lambda text, theme: Choice(Option("key", text["line"], "help", text["word"]), theme, unsure=True),
    "one of several": lambda text, theme: Choice(Option("key", text["line"]), theme, several=True),
    "chip": lambda text, theme: Chip(text["long"], theme, "secondary", "doc"),
    "words": lambda text, theme: Words(text["long"], theme),
    "hero": lambda text, theme: Words(text["line"] + " gyqj", theme, "hero"),
    "phone": lambda text, theme: Phone(
        OrderLog(text["title"], (Moment(text["word"], "12:01:33"), Moment("x")), 0), theme
    ),
    "route": lambda text, theme: Route([("bike", text["word"]), ("car", text["word"])], theme),
    "badge": lambda text, theme: DataBadge(DataAge("fresh", text["line"], text["long"]), theme),
    "badge, one line": lambda text, theme: DataBadge(
        DataAge("waiting", text["word"], text["line"]), theme, one_line=True
    ),
    "strip": lambda text, theme: strip.PercentileChart(wage_strip(text), theme),
    "strip of a mean": lambda text, theme: strip.PercentileChart(wage_strip(text, mean_only=True), theme),
    "strip, far above": lambda text, theme: strip.PercentileChart(wage_strip(text, own=90_000.0), theme),
    "strip, far below": lambda text, theme: strip.PercentileChart(wage_strip(text, own=100.0), theme),
    "strips": lambda text, theme: StripsChart(wage_strips(text), theme),
    "strips, far above": lambda text, theme: StripsChart(wage_strips(text, own=90_000.0), theme),
    "years": lambda text, theme: YearsChart(wage_years(text), theme),
    "three roads": lambda text, theme: RangeArrows(roads(text, ("high", "expected", "low")), theme),
    "one road": lambda text, theme: RangeArrows(roads(text, ("expected",)), theme),
    "range": lambda _, theme: RangeStrip(Range(2950, 3580, 4530, (2500, 6250), chosen=True), theme),
    "whole range": lambda _, theme: RangeStrip(Range(2500, 2500, 6250, (2500, 6250)), theme),
    "ten people": lambda text, theme: TenPeopleRow(TenPeople(5, text["line"]), theme),
    "age": lambda text, theme: AgeBar(Age(1.3, "waiting", text["word"]), theme),
    "steps": lambda text, theme: StepDots(Progress(4, 9, text["word"]), theme, "injury"),
    "key": lambda _, theme: Key("backspace", theme, "key", "x"),
    "disc": lambda _, theme: Disc(theme, theme.sign("reasons", "check")),
    "number": lambda _, theme: Disc(theme, theme.sign("reasons", "met"), "10"),
    "icon": lambda _, theme: Icon(theme, "clock", "ask"),
    "job": lambda _, theme: JobSign(theme.sign("jobs", "wages"), theme),
    "mark": lambda _, theme: Mark(theme),
}


def drawn(widget, width: int, height: int) -> QImage:
    """The widget on a transparent sheet, with room around it."""
    image = QImage(width + 2 * AROUND, height + 2 * AROUND, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    widget.draw(painter, QRectF(AROUND, AROUND, width, height))
    painter.end()
    return image


def outside(image: QImage) -> QImage:
    """What is left if the widget is cut out. A pixel is let go for smooth edges."""
    left = image.copy()
    painter = QPainter(left)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
    painter.fillRect(image.rect().adjusted(AROUND - 1, AROUND - 1, 1 - AROUND, 1 - AROUND), GROUND)
    painter.end()
    return left


def has_ink(image: QImage) -> bool:
    return any(bytes(image.constBits()))


@pytest.mark.parametrize("text", [CHINESE, ENGLISH], ids=["zh", "en"])
@pytest.mark.parametrize("name", BUILD)
def test_nothing_reaches_beyond_the_size_asked_for(qtbot, theme, name, text):
    widget = BUILD[name](text, theme)
    qtbot.addWidget(widget)
    least, wanted = widget.minimumSizeHint().width(), widget.sizeHint().width()
    assert least <= wanted
    for width in sorted({least, (least + wanted) // 2, wanted}):
        height = widget.heightForWidth(width)
        image = drawn(widget, width, height)
        assert has_ink(image)
        assert not has_ink(outside(image)), f"at {width}x{height}"


@pytest.mark.parametrize("name", BUILD)
def test_every_part_can_be_read_aloud(qtbot, theme, name):
    widget = BUILD[name](CHINESE, theme)
    qtbot.addWidget(widget)
    if name in ("disc", "icon", "job", "mark", "range", "whole range"):
        return  # the words beside them say it
    assert widget.accessibleName() or widget.text()


@pytest.mark.parametrize("name", ["slip", "verdict", "choice", "unsure", "words", "hero", "three roads"])
def test_a_widget_never_asks_for_less_room_for_more_words(qtbot, theme, name):
    chinese, english = BUILD[name](CHINESE, theme), BUILD[name](ENGLISH, theme)
    for widget in (chinese, english):
        qtbot.addWidget(widget)
    width = max(chinese.minimumSizeHint().width(), english.minimumSizeHint().width())
    assert english.heightForWidth(width) >= chinese.heightForWidth(width)


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("primary", "button"),
        ("outline", "button"),
        ("tool", "tool"),
        ("choice", "choice"),
        ("slip", "tile"),
        ("key", "key"),
    ],
)
def test_what_is_pressed_is_large_enough(qtbot, theme, name, size):
    widget = BUILD[name](CHINESE, theme)
    qtbot.addWidget(widget)
    assert widget.sizeHint().height() >= theme.size(size) >= theme.size("least")
    assert math.isclose(theme.size("least"), 60 * theme.scale)


@pytest.mark.parametrize("name", ["slip", "primary", "tinted", "tool", "choice", "key"])
def test_a_press_shows(qtbot, theme, name):
    widget = BUILD[name](CHINESE, theme)
    qtbot.addWidget(widget)
    size = widget.sizeHint()
    rest = drawn(widget, size.width(), size.height())
    widget.setDown(True)
    assert drawn(widget, size.width(), size.height()) != rest


def test_what_is_chosen_shows_and_needs_no_more_room(qtbot, theme):
    widget = BUILD["choice with hint"](ENGLISH, theme)
    qtbot.addWidget(widget)
    before = [widget.heightForWidth(width) for width in range(400, 1200, 100)]
    rest = drawn(widget, 800, 200)
    widget.setChecked(True)
    assert [widget.heightForWidth(width) for width in range(400, 1200, 100)] == before
    assert drawn(widget, 800, 200) != rest
