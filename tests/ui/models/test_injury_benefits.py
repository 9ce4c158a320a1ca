"""The part "how much": what it shows, what is asked for it, and how the person comes back to it."""

from datetime import date
from decimal import Decimal

import pytest

from gigdesk.ui.models.ask import UNSURE
from gigdesk.ui.models.injury import InjuryJob
from gigdesk.ui.models.job import Stage
from gigdesk.ui.screenshots import SAMPLES

INSURED = {"circumstances": ("insured",)}


def at_the_part(session, **changes):
    job = InjuryJob(session)
    while job.stage is Stage.ASKING:
        job.answer({**SAMPLES["injury"], **changes}.get(job.asking.current.id, UNSURE))
        job.forward()
    job.look("benefits")
    return job


def tell(job, **answers):
    for ask, answer in answers.items():
        job.ask(ask)
        assert job.stage is Stage.ASKING
        assert job.asking.current.id == ask
        job.answer(answer)
        job.forward()


def claim(job):
    return job.result().claim


def heads(job):
    return {line.label: line for _, lines in claim(job).routes for line in lines}


def basis(job):
    return {basis.ask: basis.value for basis in claim(job).basis}


def test_the_pilot_shows_months_and_asks_no_wage(session):
    job = at_the_part(session)
    assert list(basis(job)) == ["alive", "grade"]
    assert heads(job)["一次性伤残补助"].value == "7～27 个月（按试点的基数）"
    tell(job, grade="8")
    assert (job.stage, job.detail) == (Stage.DETAIL, "benefits")
    assert heads(job)["一次性伤残补助"].value == "11 个月（按试点的基数）"
    assert any("没查到原文" in line for line in heads(job)["一次性伤残补助"].hangs_on)
    assert basis(job)["grade"] == "8 级"


def test_work_injury_insurance_shows_amounts_once_wage_and_grade_are_told(session):
    job = at_the_part(session, **INSURED)
    assert list(basis(job)) == ["alive", "grade", "wage"]
    assert heads(job)["停工留薪期工资"].value == "要看本人工资"
    tell(job, wage=Decimal(5000))
    assert heads(job)["一次性伤残补助"].value == "35,000～135,000 元"
    tell(job, grade="5")
    assert heads(job)["一次性伤残补助"].value == "90,000 元"
    assert heads(job)["伤残津贴（5、6 级）"].value == "每月 3,500 元"
    assert heads(job)["一次性工伤医疗补助金"].value == "22 个月的当地平均工资"
    assert heads(job)["一次性工伤医疗补助金"].chip.status == "unverified"
    assert "伤残津贴（1～4 级）" not in heads(job)


def test_a_bound_that_bites_is_said_in_the_part_and_not_on_the_result(session):
    job = at_the_part(session, **INSURED)
    tell(job, wage=Decimal(3000))
    assert any("4,572.60" in notice for notice in claim(job).notices)
    assert not any("4,572.60" in notice for notice in job.result().notices)


def test_a_death_is_told_on_request_and_the_family_is_asked_for_together(session):
    job = at_the_part(session, **INSURED)
    tell(job, alive="died")
    assert claim(job).died
    assert list(basis(job)) == ["alive", "spouse", "others", "wage"]
    assert heads(job)["一次性工亡补助金"].value == "1,130,040 元"
    job.ask("spouse")
    for ask, answer in (("spouse", "yes"), ("others", Decimal(3)), ("lone", Decimal(1))):
        assert job.asking.current.id == ask
        job.answer(answer)
        job.forward()
    assert job.detail == "benefits"
    tell(job, wage=Decimal(6000))
    assert heads(job)["供养亲属抚恤金"].value == "每月 6,000 元"
    assert heads(job)["供养亲属抚恤金"].hangs_on == (
        "配偶：每月 1,714.29 元",
        "孤寡老人、孤儿 1 位：每位每月 1,714.29 元",
        "其他亲属 2 位：每位每月 1,285.71 元",
    )
    assert [cell.value for cell in job.result().benefits] == ["1,130,040 元", "45,726 元", "每月 6,000 元"]


def test_a_death_under_the_pilot_has_no_amount_of_its_own(session):
    job = at_the_part(session)
    tell(job, alive="died")
    assert heads(job)["一次性工亡补助金"].value == "待核对"
    assert "1,130,040" in heads(job)["一次性工亡补助金"].formula
    assert heads(job)["一次性工亡补助金"].chip.status == "unverified"


def test_where_the_rules_ask_how_the_person_is_it_is_not_asked_twice(session):
    job = at_the_part(session, harm="illness", death="within", **INSURED)
    assert next(iter(basis(job))) == "death"
    assert claim(job).died
    tell(job, death="survived")
    assert "alive" not in job.asking.given


def test_no_more_lone_ones_than_there_are(session):
    job = at_the_part(session, **INSURED)
    tell(job, alive="died")
    job.ask("others")
    job.answer("no")
    job.forward()
    job.answer(Decimal(2))
    job.forward()
    job.asking.enter("3")
    assert "2" in job.asking.message
    assert "lone" not in job.asking.answers


def test_going_back_without_an_answer_leaves_the_part_as_it_was(session):
    job = at_the_part(session, **INSURED)
    before = claim(job)
    job.ask("wage")
    assert job.back()
    assert (job.stage, job.detail) == (Stage.DETAIL, "benefits")
    assert claim(job) == before
    assert "wage" not in [ask.id for ask in job.asking.asks]
    assert job.back()
    assert job.stage is Stage.RESULT


def test_going_back_keeps_the_answer_given_before(session):
    job = at_the_part(session, **INSURED)
    tell(job, wage=Decimal(5000))
    job.ask("wage")
    job.back()
    assert basis(job)["wage"] == "5,000 元/月"


def test_not_sure_takes_an_answer_back(session):
    job = at_the_part(session, **INSURED)
    tell(job, wage=Decimal(5000))
    tell(job, wage=UNSURE, grade="not_graded")
    assert heads(job)["停工留薪期工资"].value == "要看本人工资"
    assert heads(job)["一次性伤残补助"].value == "7～27 个月的工资"


def test_the_next_person_is_not_asked_for_more(session):
    job = at_the_part(session, **INSURED)
    tell(job, wage=Decimal(5000))
    job.restart()
    again = at_the_part(session, **INSURED)
    assert basis(again)["wage"] == "还没填"
    while job.stage is Stage.ASKING:
        job.answer({**SAMPLES["injury"], **INSURED}.get(job.asking.current.id, UNSURE))
        job.forward()
    assert "wage" not in [ask.id for ask in job.asking.asks]


def test_what_was_told_stands_in_the_list_of_answers(session):
    job = at_the_part(session, **INSURED)
    tell(job, wage=Decimal(5000))
    assert job.asking.asks[-1].id == "wage"


def test_nothing_to_claim_has_no_part(session):
    job = InjuryJob(session)
    while job.stage is Stage.ASKING:
        job.answer({**SAMPLES["injury"], "when": date(2025, 6, 30)}.get(job.asking.current.id, UNSURE))
        job.forward()
    assert job.result().claim is None
    assert job.result().benefits == ()


@pytest.mark.parametrize("changes", [{}, INSURED, {"circumstances": ("contract",)}], ids=str)
def test_it_speaks_each_language(in_each_language, changes):
    job = at_the_part(in_each_language, **changes)
    for answers in ({}, {"grade": "1"}, {"alive": "died"}):
        tell(job, **answers)
        for line in heads(job).values():
            assert line.label
            assert line.value
            assert line.formula
            assert "None" not in " ".join((line.value, line.formula, *line.hangs_on))
