"""Own pay at the kiosk without a window: units, costs, the tier, and a list of orders."""

from decimal import Decimal

import pytest

from gigdesk.domain.money import YearMonth
from gigdesk.domain.wages.costs import Cost
from gigdesk.services.report import read, replay
from gigdesk.ui.models.ask import UNSURE, Per
from gigdesk.ui.models.costs import UNITS, CostList, Costs
from gigdesk.ui.models.job import Stage
from gigdesk.ui.models.wages import WagesJob, WagesView
from gigdesk.ui.screenshots import ORDERS, SAMPLES

LISTED = Costs((Cost("battery", Decimal(12), "day"), Cost("vehicle", Decimal(4800), "years", Decimal(3))))


def finished(session, **changes):
    job = WagesJob(session)
    answers = {**SAMPLES["wages"], **changes}
    while job.stage is Stage.ASKING:
        job.answer(answers.get(job.asking.current.id, UNSURE))
        job.forward()
    return job


def to(session, ask_id, **changes):
    job = WagesJob(session)
    while job.asking.current.id != ask_id:
        job.answer({**SAMPLES["wages"], **changes}[job.asking.current.id])
        job.forward()
    return job


def asked(job):
    return [ask.id for ask in job.asking.asks]


def test_the_common_path_is_no_longer_than_its_six_answers(session):
    job = finished(session)
    assert [ask.id for ask in job.asking.asks if not ask.preset] == list(SAMPLES["wages"])
    job.change("earned")
    assert job.asking.progress == (3, 6)


@pytest.mark.parametrize(
    ("changes", "more"),
    [
        ({"earned": Per(Decimal(8), "order", "CNY")}, ["order_count"]),
        ({"earned": Per(Decimal(280), "day", "CNY")}, ["days"]),
        ({"costs": LISTED}, ["days"]),
        ({"hours_logged": Per(Decimal(10), "day", "hours")}, ["days"]),
        ({"hours_order": Per(Decimal(7), "day", "hours")}, ["days"]),
        ({"earned": Per(Decimal(280), "day", "CNY"), "hours_order": Per(Decimal(7), "day", "hours")}, ["days"]),
        ({"earned": Per(Decimal(1800), "week", "CNY")}, []),
    ],
)
def test_days_and_orders_are_asked_once_and_only_where_something_is_said_by_them(session, changes, more):
    job = finished(session, **changes)
    assert [name for name in asked(job) if name not in (*SAMPLES["wages"], "tier")] == more


def test_hours_by_the_day_are_the_hours_of_the_month(session):
    view = finished(session, hours_logged=Per(Decimal(10), "day", "hours"), days=Decimal(26)).result()
    assert isinstance(view, WagesView)
    assert [line.value for line in view.pay if "260" in line.label] == ["24.23 元/时"]


def test_days_that_are_not_known_are_said_with_the_rule(in_each_language):
    view = finished(in_each_language, earned=Per(Decimal(300), "day", "CNY"), days=UNSURE).result()
    assert any("21.75" in notice for notice in view.notices)
    assert any("21.75" in line.value for line in view.explanation.working)


def test_hours_with_an_order_lie_within_those_logged_in_whatever_their_unit(session):
    job = to(session, "hours_order", hours_logged=Per(Decimal(10), "day", "hours"), days=Decimal(26))
    job.asking.say_by(job.asking.current, "day")
    job.asking.enter("10.5")
    assert "10" in job.asking.message
    job.asking.say_by(job.asking.current, "month")
    job.asking.enter("261")
    assert "260" in job.asking.message
    job.asking.enter("260")
    assert job.asking.answers["hours_order"] == 260


def test_an_amount_keeps_its_unit_when_it_is_entered_anew(session):
    job = to(session, "earned")
    job.asking.say_by(job.asking.current, "week")
    job.asking.enter("1800")
    assert job.asking.answers["earned"] == Per(Decimal(1800), "week", "CNY")
    assert job.asking.bound(job.asking.current).per == "week"
    job.restart()
    assert job.asking.per == {}


def test_costs_not_known_leave_no_line_that_says_kept(in_each_language):
    view = finished(in_each_language, costs=UNSURE).result()
    kept = in_each_language.texts("wages.pay.net")
    assert kept not in [line.label for line in view.pay]
    assert in_each_language.texts("wages.who.gross") in view.title


def test_a_loss_is_said_as_what_it_is(in_each_language):
    view = finished(in_each_language, earned=Decimal(800)).result()
    assert in_each_language.texts("wages.title.loss", amount="100") in view.title
    assert not any(line.label == in_each_language.texts("wages.pay.net") for line in view.pay)


def test_costs_are_named_in_their_line_and_each_stands_in_the_working(session):
    view = finished(session, costs=LISTED, days=Decimal(26)).result()
    assert any(line.label == "减：充换电、买车" and "445.33" in line.value for line in view.pay)
    assert {"成本：充换电", "成本：买车"} <= {line.label for line in view.explanation.working}


def test_the_tier_is_preset_by_the_city_and_another_can_be_chosen(in_each_language):
    job = finished(in_each_language)
    assert job.asking.answers["tier"] == "city"
    job.change("tier")
    assert job.stage is Stage.ASKING
    job.answer("3")
    job.forward()
    assert job.stage is Stage.RESULT
    assert any("20.00" in line.value for line in job.result().pay)


def test_another_city_keeps_its_own_tier(session):
    job = finished(session)
    job.change("city")
    job.answer("371700")
    job.forward()
    assert any("20.00" in line.value for line in job.result().pay)


def test_where_there_is_one_tier_none_is_asked_and_where_none_is_preset_it_is(session):
    assert "tier" not in asked(finished(session, city="elsewhere", province="110000"))
    job = finished(session, city="elsewhere", province="440000", tier="2")
    assert job.asking.answers["tier"] == "2"


@pytest.mark.parametrize(
    "changes",
    [{"costs": LISTED, "days": Decimal(26)}, {"earned": Per(Decimal(8), "order", "CNY"), "order_count": Decimal(900)}],
)
def test_the_command_line_answers_what_the_window_shows(session, changes):
    job = finished(session, **changes)
    job.report()
    report = read(job.reporting.file.encode())
    assert replay(report, session.services).same


def test_every_answer_stands_in_the_list_of_answers(in_each_language):
    job = finished(in_each_language, costs=LISTED, days=Decimal(26), hours_logged=Per(Decimal(10), "day", "hours"))
    for ask in job.asking.asks:
        assert job.asking.short(ask)
        assert "object" not in job.asking.label(ask, job.asking.answers[ask.id])


def typed(**lines):
    found = CostList(None)
    for kind, (text, per) in lines.items():
        found.lines[kind].text, found.lines[kind].per = text, per
    return found


def test_a_list_of_costs_is_read_and_shown_again(texts):
    found, refusal = typed(battery=("12", "day"), vehicle=("4,800", "3years"), fee=("8", "percent")).answer(texts)
    assert refusal == ""
    assert [(cost.kind, cost.amount, cost.per) for cost in found.costs] == [
        ("battery", 12, "day"), ("vehicle", 4800, "years"), ("fee", 8, "percent"),
    ]  # fmt: skip
    again, _ = CostList(found).answer(texts)
    assert again == found


def test_the_total_alone_is_an_amount(texts):
    assert typed(total=("900", "month")).answer(texts) == (Decimal(900), "")
    assert CostList(Decimal(900)).answer(texts) == (Decimal(900), "")


@pytest.mark.parametrize(
    "lines",
    [
        {"total": ("900", "month"), "rent": ("300", "month")},
        {"vehicle": ("4800", "")},
        {"rent": ("abc", "month")},
        {"rent": ("200001", "month")},
        {"fee": ("101", "percent")},
        {"total": ("1e9", "month")},
    ],
)
def test_what_cannot_be_a_list_of_costs_is_refused_with_words(texts, lines):
    found, refusal = typed(**lines).answer(texts)
    assert found is None
    assert refusal


def test_nothing_typed_is_no_answer(texts):
    assert CostList(UNSURE).answer(texts) == (None, "")
    assert set(UNITS) > {"total"}


def test_a_list_of_orders_fills_in_earnings_hours_and_penalties(in_each_language):
    job = to(in_each_language, "earned")
    job.look("orders")
    assert job.at_orders
    job.orders.paste(ORDERS)
    view = job.orders.view()
    assert len(view.lines) == 3
    assert len(view.problems) == 1
    job.take_orders()
    assert job.at_orders
    assert job.orders.message
    job.take_orders()
    answers = job.asking.answers
    assert (answers["earned"], answers["hours_order"]) == (Decimal("41.30"), Decimal("2.68"))
    assert answers["costs"] == Costs((Cost("penalties", Decimal("2.00")),))
    assert job.asking.current.id == "costs"


def test_of_two_months_one_is_chosen_and_the_same_list_again_counts_once(session):
    job = to(session, "earned")
    lines = "2026-09-03 12:00 3\n2026-10-03 12:00 4"
    job.orders.paste(lines)
    job.orders.paste(lines)
    assert [month.words for month in job.orders.view().months] == ["2026年9月 · 1 单", "2026年10月 · 1 单"]
    assert job.orders.take() is None
    job.orders.choose(YearMonth(2026, 10))
    assert job.orders.take().earned == 4


def test_orders_taken_at_the_end_lead_back_to_the_result(session):
    job = finished(session)
    job.look("orders")
    job.orders.paste("2026-10-03 11:00 12:00 4000")
    job.take_orders()
    assert job.stage is Stage.RESULT
    assert job.result().figures.gross == 4000


def test_a_file_of_orders_that_cannot_be_read_is_said_and_nothing_is_lost(session, tmp_path):
    job = to(session, "earned")
    job.orders.paste("2026-10-03 11:00 12:00 4000")
    path = tmp_path / "订单.xlsx"
    path.write_bytes(b"PK\x03\x04")
    job.orders.read(path)
    assert "订单.xlsx" in job.orders.message
    assert len(job.orders.view().lines) == 1
    job.orders.paste("  ")
    assert job.orders.message


def test_nothing_is_not_taken_and_everything_is_forgotten(session):
    job = to(session, "earned")
    job.look("orders")
    job.take_orders()
    assert job.orders.message
    job.orders.paste(ORDERS)
    job.restart()
    assert job.orders.found is None
    assert job.orders.view().lines == ()
