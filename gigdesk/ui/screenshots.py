"""Every page in every state worth a look, filled with sample answers."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

from gigdesk.domain.wages.costs import Cost
from gigdesk.services import Services
from gigdesk.store import paths
from gigdesk.store.samples import samples
from gigdesk.store.texts import Texts
from gigdesk.ui.app import open_window
from gigdesk.ui.models.ask import UNSURE, Per
from gigdesk.ui.models.costs import Costs
from gigdesk.ui.parts.occupation_entry import OccupationAnswer
from gigdesk.ui.parts.question import QuestionView
from gigdesk.ui.screens_aloud import Silence, aloud_states
from gigdesk.ui.screens_data import data_states
from gigdesk.ui.screens_demo import demo_states
from gigdesk.ui.screens_kiosk import kiosk_states
from gigdesk.ui.screens_reopen import reopen_states
from gigdesk.ui.widgets.buttons import Button
from gigdesk.ui.window import Window

SIZES = ((1920, 1080), (1080, 1920), (1366, 768))
TODAY = date(2026, 11, 23)

CASES = samples(paths.resources(), TODAY)
SAMPLES: Mapping[str, Mapping[str, object]] = {
    case.job: next(one.answers for one in CASES if one.job == case.job) for case in CASES
}
"""Of each job the first case that the program ships."""

SEARCHES: Mapping[str, str] = {
    "several": "司机",
    "pinyin": "waimai",
    "slip": "保结员",
    "recycled": "4-02-07-10",
    "unused": "4-01-02-02",
    "nothing": "没有这种工作啊",
}
"""What is typed for an occupation: a word of several kinds, pinyin, a slip, a code recycled or not in use, nonsense."""

PARTS: Mapping[str, tuple[str, ...]] = {
    "wages": ("report", "compare", "years", "take", "slip"),
    "pension": ("compare", "compare-working", "assumptions"),
    "injury": ("benefits", "limits", "papers", "where", "slip"),
    "entitlements": ("accident_insurance", "slip"),
    "form": ("slip",),
    "resident": ("slip",),
}
"""Parts of a result that are pages of their own."""

WAGE_TABLE = """附件1
2025年济南市人力资源市场分职业小类工资价位
单位：万元/年
序号,职业代码,职业名称,90%,75%,50%,25%,10%
,4,第四大类 社会生产服务和生活服务人员,,,,,
1,4100801,网约配送员 L/S,12.5,９.８,7.2,5.5,4.1
2,3-02-03,消防和应急救援人员,9.1,7.90,7.90,6.0,5.1
3,4.04E+06,计算机软件测试员S,20,15.05,9.88,7.39,—
4,4020708,快递员,11.2,8.9,6.8,5.3,4.2
5,404050,某职业,12,9,7,5,4
6,4-09-08-01,保洁员,5.6,4.5,4,3.5,*
7,4-07-05-01,保安员,6.6,5.5,4.6,4.0,3.5
,,合计,15,9.5,6.4,4.5,3.3
注：*表示样本不足。
"""
"""A city's notice in its usual layout; the figures are made up, and one row cannot be read."""

RECORD = """费款所属期 险种 缴费基数 缴费标志
202103-202112 养老 3746 已缴
202201-202212 养老 3980 已缴
202301-202312 养老 4242 已缴
202401-202412 养老 4416 已缴
202405 养老 5000 已缴
202501-202512 养老 4504 已缴
202501 医疗 4504 已缴
202601-202606 养老 4573 已缴
202607 养老 4573 未缴
"""

ORDERS = """订单号,接单时间,送达时间,骑手收入(元),罚款,状态,商家
1001,2026-10-08 11:48:20,2026-10-08 12:20:20,6.50,,已完成,面馆
1002,2026-10-08 12:00:05,2026-10-08 12:31:40,5.80,,已完成,米线
1003,2026-10-08 18:10:00,2026-10-08 18:41:30,7.20,2,已完成,面馆
1004,2026-10-09 11:30:00,2026-10-09 12:02:00,6.10,,已完成,饺子
1005,2026-10-09 11:52:00,2026-10-09 12:20:00,5.50,,已取消,饺子
1006,2026-10-09 23:48:00,2026-10-10 00:17:00,9.30,,已完成,烧烤
1007,2026-10-10 12:70:00,2026-10-10 12:31:00,6.00,,已完成,烧烤
1008,2026-10-10 12:40:00,2026-10-10 13:05:00,6.40,,已完成,面馆
合计,,,52.80,,,
"""


def sample_window(services: Services, language: str) -> Window:
    """A window with the store open, on a fixed day."""
    window = open_window(lambda: TODAY)
    window.session.services = services
    window.session.texts = Texts(paths.resources() / "i18n", language)
    return window


def states(window: Window) -> Iterator[str]:
    """Bring the window into each state worth a look, and name it."""
    voice = Silence()
    window.aloud.take(voice)
    yield "home"
    yield from demo_states(window)
    for page in ("proof", "finish", "choosing"):
        window.go(page)
        yield page
    window.model("choosing").answer("hurt")
    window.redraw()
    yield "choosing-lead"
    yield from data_states(window)
    for page, answers in SAMPLES.items():
        job = window.model(page)
        window.go(page)
        number = 0
        while not job.asking.finished and number < len(answers):
            number += 1
            ask = job.asking.current
            job.asking.answers[ask.id] = answers.get(ask.id, UNSURE)
            window.redraw()
            yield f"{page}-question-{number:02}-{ask.id}"
            job.forward()
        yield f"{page}-result"
        if page == "wages":
            yield from kiosk_states(window)
        if page == "injury":
            yield from aloud_states(window, voice)
        for part in PARTS.get(page, ()):
            job.look(part)
            yield f"{page}-{part}"
        job.look("")
        job.review()
        yield f"{page}-answers"
        if page == "pension":
            yield from reopen_states(window, page)
    yield from _searches(window)
    window.model("pension").record.paste(RECORD)
    yield from _record(window)
    yield from _pay(window)
    yield from _importing(window)


def _searches(window: Window) -> Iterator[str]:
    """The question for an occupation with each kind of thing that can be typed."""
    window.page = "wages"
    window.model("wages").change("occupation")
    for name, word in SEARCHES.items():
        window.redraw()
        view = window.findChild(QuestionView)
        if view and isinstance(view.entry, OccupationAnswer):
            view.entry.word.setText(word)
            view.entry.find()
            yield f"wages-search-{name}"
    yield from _entries(window)


def _entries(window: Window) -> Iterator[str]:
    """Names under a letter, and the keyboard."""
    window.redraw()
    view = window.findChild(QuestionView)
    if view and isinstance(view.entry, OccupationAnswer):
        view.entry.look_up("S")
        yield "wages-search-letter"
    if button := window.drawn.body.findChild(Button, "keyboard"):
        button.click()
        yield "wages-keyboard"


def _record(window: Window) -> Iterator[str]:
    """The contribution record: what was pasted, and a span of it."""
    window.page = "pension"
    job = window.model("pension")
    job.change("history")
    yield "pension-record"
    job.record.change(0)
    window.redraw()
    yield "pension-record-span"


def _importing(window: Window) -> Iterator[str]:
    """A wage table on its way in, step by step."""
    window.go("data")
    window.go("importing")
    yield "importing-start"
    model = window.model("importing")
    with tempfile.TemporaryDirectory() as folder:
        notice = Path(folder) / "notice.csv"
        notice.write_text(WAGE_TABLE, encoding="utf-8")
        model.open(notice)
        yield "importing-columns"
        model.change(3)
        yield "importing-column"
        model.back()
        model.to_once()
        yield "importing-once"
        for name, said in (("publisher", "济南市人力资源和社会保障局"), ("published", "2025-12")):
            model.say(name)
            yield f"importing-say-{name}"
            model.said(said)
        model.to_look()
        yield "importing-look"
        model.confirm()
        yield "importing-done"
    model.back()
    yield "importing-list"
    model.ask_remove(model.imported()[0].id)
    yield "importing-remove"
    model.remove()


def _pay(window: Window) -> Iterator[str]:
    """Own pay said by the day and the kind of cost, the tier of the minimum wage, and a list of orders."""
    window.page = "wages"
    job = window.model("wages")
    answers = job.asking.answers
    answers["costs"] = Costs((Cost("battery", Decimal(12), "day"), Cost("rent", Decimal(300))))
    answers["hours_logged"] = Per(Decimal(10), "day", "hours")
    answers["days"] = Decimal(26)
    for name in ("costs", "hours_logged", "days", "tier"):
        job.change(name)
        yield f"wages-pay-{name}"
    job.back()
    yield "wages-pay-result"
    job.look("orders")
    yield "wages-orders-none"
    job.orders.paste(ORDERS)
    window.redraw()
    yield "wages-orders"
