"""The frame: both shapes of the window, bars that stay, a body that says when there is more."""

from __future__ import annotations

import gc
import weakref

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from gigdesk.store import paths
from gigdesk.ui.theme import Theme, scale_for
from gigdesk.ui.widgets.bars import DataAge, DataBadge
from gigdesk.ui.widgets.buttons import Button
from gigdesk.ui.widgets.cards import Card
from gigdesk.ui.widgets.facts import Fact, FactCells, FigureCells, IconRow
from gigdesk.ui.widgets.frame import Foot, Frame, FrameWords
from gigdesk.ui.widgets.headings import ResultHead
from gigdesk.ui.widgets.notice import Notice
from gigdesk.ui.widgets.painted import Drawn
from gigdesk.ui.widgets.rows import KeyValueRow, Reason, ReasonRow, Step, StepRow, Value
from gigdesk.ui.widgets.text import Words
from gigdesk.ui.widgets.tools import ToolWords, text_sizes

# The offscreen platform says so of every window.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

SIZES = [(1920, 1080), (1080, 1920), (1366, 768)]
TOOLS = ToolWords("字大小", text_sizes(("小", "中", "大"), ("小字", "中字", "大字")), "高对比", "English", "朗读")
CHINESE = FrameWords("灵工助手", "社区服务中心 · 自助", "结束并清除", "往下看", "回到上面", TOOLS)
ENGLISH = FrameWords(
    "GigDesk for gig workers",
    "Community service centre, self-service",
    "Finish and clear everything",
    "Further down",
    "Back to the top",
    ToolWords("Text size", TOOLS.sizes, "High contrast on", "中文", "Read it aloud"),
)
FOOT = {
    "zh": ("改答案", "听一遍", "扫码带走", "打印凭条"),
    "en": ("Change my answers", "Listen to all of it", "Take it along by QR code", "Print the slip"),
}


def page(theme: Theme, words: str, rows: int) -> QWidget:
    """One of each kind of part, with words of some length."""
    found = QWidget()
    column = QVBoxLayout(found)
    column.addWidget(ResultHead(theme.sign("jobs", "wages"), f"**{words}** {words}", words, theme, words))
    card = Card(theme, words, words)
    card.add(FactCells([Fact(words, "7～27", words), Fact(words, "0.07", words)], theme))
    card.add(FigureCells(Fact("元/月", words), [Fact(words[:6], "4,200")] * 5, theme), 8)
    card.add(IconRow([("mobile", words[:12]), ("medical", words[:5])], theme), 8)
    card.add(Notice(words, theme), 8)
    card.add_row(StepRow(Step(1, words, words, "明年2月14日", "还有 83 天", soon=True), theme))
    card.add_row(KeyValueRow(Value(words, "7,200 元", "改", strong=True), theme))
    for _ in range(rows):
        card.add_row(ReasonRow(Reason("met", f"{words} **{words}**", words, "secondary"), theme))
    column.addWidget(card)
    column.addStretch(1)
    return found


def foot(theme: Theme, language: str) -> Foot:
    first, *rest = (Button(words, theme, "outline", "edit") for words in FOOT[language])
    return Foot((first,), tuple(rest), f"**{FOOT[language][0]}**")


@pytest.fixture
def frames(qtbot, fonts):  # noqa: ARG001 - fonts are the application's
    def show(size, words=CHINESE, step=1.0) -> Frame:
        theme = Theme.load(paths.resources() / "style", scale=scale_for(*size) * step)
        found = Frame(words, theme)
        theme.apply(found)
        qtbot.addWidget(found)
        found.resize(*size)
        found.show()
        qtbot.waitUntil(found.isVisible)
        return found

    return show


def settle() -> None:
    """Layouts ask their parents in turn."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for _ in range(4):
        QApplication.sendPostedEvents()


def place(frame: Frame, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(frame, QPoint(0, 0)), widget.size())


@pytest.mark.parametrize("step", [0.875, 1.0, 1.25])
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_in_any_window(frames, size, language, step):
    frame = frames(size, CHINESE if language == "zh" else ENGLISH, step)
    words = "送单路上受伤，能不能保？" if language == "zh" else "Hurt while delivering: is it covered?"
    frame.show_page(page(frame.theme, words, 3), foot(frame.theme, language))
    settle()
    for widget in frame.findChildren(QWidget):
        if isinstance(widget, Drawn) and widget.isVisible():
            label = widget.accessibleName() or type(widget).__name__
            assert widget.width() >= widget.minimumSizeHint().width(), label
            assert widget.height() >= widget.heightForWidth(widget.width()), label
    for bar in frame.bars:
        assert frame.rect().contains(place(frame, bar))
        assert all(bar.rect().contains(child.geometry()) for child in bar.findChildren(Button) if child.parent() is bar)


@pytest.mark.parametrize("size", SIZES)
def test_buttons_in_the_bars_are_large_enough_and_do_not_overlap(frames, size):
    frame = frames(size, ENGLISH)
    frame.show_page(QWidget(), foot(frame.theme, "en"))
    settle()
    buttons = [place(frame, button) for bar in frame.bars for button in bar.findChildren(Button)]
    assert len(buttons) == 8
    for at, button in enumerate(buttons):
        assert min(button.width(), button.height()) >= frame.theme.size("least")
        assert not any(button.intersects(other) for other in buttons[at + 1 :])


def test_finish_follows_what_stands_left_and_moves_up_when_upright(frames):
    frame = frames((1920, 1080))
    frame.show_page(QWidget(), foot(frame.theme, "zh"))
    settle()
    assert frame.finish.x() > frame.foot.left[0].x()
    assert place(frame, frame.finish).top() > 960 > place(frame, frame.tools).bottom()
    frame.resize(1080, 1920)
    settle()
    assert frame.upright
    assert place(frame, frame.finish).bottom() < 120
    assert place(frame, frame.tools).top() > 1600
    assert frame.tools.width() == 952
    frame.resize(1920, 1080)
    settle()
    assert not frame.upright
    assert place(frame, frame.finish).top() > 960


def test_without_anything_left_finish_stands_at_the_end(frames):
    frame = frames((1920, 1080))
    frame.show_page(QWidget(), Foot(data=DataAge("fresh", "数据是新的", "3 天前"), contacts=(("phone", "12333"),)))
    settle()
    assert place(frame, frame.finish).right() == 1920 - 64 - 1


def test_the_room_of_a_page_is_that_of_the_design(frames):
    assert frames((1920, 1080)).room == 1792
    assert frames((1080, 1920)).room == 952
    assert frames((1920, 1080), step=1.25).room == 1408


def test_a_page_that_goes_in_needs_no_button(frames):
    frame = frames((1920, 1080))
    frame.show_page(page(frame.theme, "短", 1), Foot())
    settle()
    assert not frame.body.page_button.isVisible()


def test_a_page_that_is_higher_gets_a_button_down_and_back_up(qtbot, frames):
    frame = frames((1366, 768))
    frame.show_page(page(frame.theme, "送单路上受伤，能不能保？", 20), Foot())
    settle()
    button = frame.body.page_button
    assert button.isVisible()
    assert place(frame, button).bottom() < place(frame, frame.bars[1]).top()
    bars = [place(frame, bar) for bar in frame.bars]
    for _ in range(20):
        if button.accessibleName() == CHINESE.page_up:
            break
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.accessibleName() == CHINESE.page_up
    assert [place(frame, bar) for bar in frame.bars] == bars
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.accessibleName() == CHINESE.page_down


def test_every_tool_tells(qtbot, frames):
    frame = frames((1920, 1080))
    frame.show_page(QWidget(), Foot(data=DataAge("fresh", "数据是新的", "3 天前")))
    left = Qt.MouseButton.LeftButton
    for signal, target in (
        (frame.read_aloud, frame.tools.speaker),
        (frame.contrast_chosen, frame.tools.contrast),
        (frame.language_asked, frame.tools.language),
        (frame.finished, frame.finish),
        (frame.data_asked, frame.findChild(DataBadge)),
    ):
        with qtbot.waitSignal(signal):
            qtbot.mouseClick(target, left)
    with qtbot.waitSignal(frame.text_size_chosen) as told:
        qtbot.mouseClick(frame.tools.sizes.cells[2], left)
    assert told.args == ["large"]


def test_reading_aloud_is_offered_only_if_it_has_a_word(frames):
    words = FrameWords("", "", "", "", "", ToolWords("字大小", TOOLS.sizes, "高对比", "English"))
    assert frames((1920, 1080), words).tools.speaker is None


def test_pages_and_their_buttons_are_let_go(frames):
    frame = frames((1920, 1080))
    gone = []
    for _ in range(3):
        shown, bar = page(frame.theme, "短", 2), foot(frame.theme, "zh")
        gone += [weakref.ref(shown), *(weakref.ref(button) for button in (*bar.left, *bar.right))]
        frame.show_page(shown, bar)
    del shown, bar
    frame.show_page(QWidget(), Foot())
    settle()
    gc.collect()
    assert not [each for each in gone if each() is not None]


def test_words_in_the_page_are_labels_for_those_who_hear_them(frames):
    frame = frames((1920, 1080))
    frame.show_page(page(frame.theme, "送单", 1), Foot())
    assert {"送单", "7,200 元"} <= {words.text() for words in frame.findChildren(Words)}
