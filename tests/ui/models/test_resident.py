"""The residents' page in words: the verdict, how it adds up, what is not known, and the ways between the schemes."""

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gigdesk.domain.money import YearMonth
from gigdesk.ui.models.ask import UNSURE
from gigdesk.ui.models.job import Stage
from gigdesk.ui.models.resident import ResidentJob, ResidentView
from gigdesk.ui.screenshots import SAMPLES

ALONE = {"birth": YearMonth(1985, 6), "resident_years": Decimal(2), "paid_months": Decimal(0)}
EIGHT = [
    "city", "sex", "birth", "resident_years", "yearly", "resident_balance", "local_basic", "paid_months",
]  # fmt: skip
NOTHING_KNOWN = dict.fromkeys(["resident_years", "yearly", "resident_balance", "local_basic", "paid_months"], UNSURE)


def answer_all(job, answers):
    asked = []
    while job.stage is Stage.ASKING:
        ask = job.asking.current
        at, of = job.asking.progress
        assert at <= of <= 9
        asked.append(ask.id)
        job.answer(answers[ask.id])
        job.forward()
    return asked


def view_of(session, **changes):
    job = ResidentJob(session)
    answer_all(job, {**SAMPLES["resident"], **changes})
    view = job.result()
    assert isinstance(view, ResidentView), view
    return view


def amounts(view):
    return [part.value for part in view.parts]


def test_eight_questions(in_each_language):
    assert answer_all(ResidentJob(in_each_language), SAMPLES["resident"]) == EIGHT


@pytest.mark.parametrize(
    ("changes", "left_out"),
    [
        ({"resident_years": Decimal(0)}, {"resident_balance"}),
        ({"birth": YearMonth(1964, 2), "resident_years": Decimal(15)}, {"yearly"}),
        ({"birth": YearMonth(1964, 2), "resident_years": Decimal(14)}, set()),
    ],
    ids=["never paid, no account", "of age with enough years", "of age and a year short"],
)
def test_what_is_needless_is_not_asked(session, changes, left_out):
    asked = answer_all(ResidentJob(session), {**SAMPLES["resident"], **changes})
    assert set(EIGHT) - set(asked) == left_out


def test_the_tiers_are_the_laws_and_any_amount_from_the_lowest_or_nothing_may_be_typed(session):
    job = ResidentJob(session)
    while job.asking.current.id != "yearly":
        job.answer(SAMPLES["resident"][job.asking.current.id])
        job.forward()
    assert [option.key for option in job.asking.current.options][:2] == ["100", "200"]
    for typed, taken in (("99", False), ("0", True), ("350", True), ("100001", False), ("100", True)):
        job.asking.enter(typed)
        assert ("yearly" in job.asking.answers) is taken
        assert bool(job.asking.message) is not taken
    job.asking.enter("50")
    assert "0" in job.asking.message
    assert "100" in job.asking.message


def test_nobody_enters_more_than_a_life_allows(session):
    """What the rules would refuse is refused where it is typed."""
    job = ResidentJob(session)
    answers = {**SAMPLES["resident"], "birth": YearMonth(2000, 1)}
    most = {"resident_years": "26", "local_basic": None, "paid_months": "322"}
    while not job.asking.finished:
        ask = job.asking.current
        if most.get(ask.id):
            job.asking.enter(str(int(most[ask.id]) + 1))
            assert ask.id not in job.asking.answers
            answers[ask.id] = Decimal(most[ask.id])
        if ask.id == "local_basic":
            job.asking.enter("162")
            assert "163" in job.asking.message
        job.answer(answers[ask.id])
        job.forward()
    assert isinstance(job.result(), ResidentView)


def test_a_pension_can_be_worked_by_hand(in_each_language):
    """19 payments of 1000 and the least subsidy of 60 on 5600 are 25740; / 139 = 185.18; + 208 = 393.18, about 390."""
    view = view_of(in_each_language, **ALONE)
    assert amounts(view) == ["208.00", "185.18", "393.18"]
    assert "**390" in view.title
    assert "2045" in view.title
    assert "25,740.00" in view.parts[1].note
    assert (view.short, view.ways, view.ways_notes) == ((), (), ())


def test_years_short_say_what_paying_at_once_costs_and_brings(in_each_language):
    """5 years and 4 payments until 60 in 2030-01: 6 short; 5600 + 4 x 1060 + 6 x 1000 = 15840; / 139 = 113.96."""
    view = view_of(in_each_language)
    assert "6" in view.title
    assert "**6,000" in view.short[1]
    assert amounts(view) == ["208.00", "113.96", "321.96"]
    assert "100" in view.short[2]


def test_who_pays_no_more_makes_up_on_the_lowest_tier(in_each_language):
    view = view_of(in_each_language, **ALONE, yearly=Decimal(0))
    assert "**1,300" in view.short[1]
    assert amounts(view)[1] == "49.64"  # (5600 + 13 x 100) / 139


def test_what_the_place_decides_is_named(in_each_language):
    known, unknown = view_of(in_each_language, **ALONE), view_of(in_each_language, **ALONE, local_basic=UNSURE)
    assert len(unknown.lacking) == len(known.lacking) + 1
    assert any("163" in done for _, done in unknown.lacking)
    assert amounts(unknown)[0] == "163.00"
    assert all(label and done for label, done in unknown.lacking)


def test_what_is_not_known_is_said_and_never_invented(in_each_language):
    t = in_each_language.texts
    view = view_of(in_each_language, **NOTHING_KNOWN)
    expected = ("resident.months-not-known", "resident.years-not-known")
    assert {t(key) for key in expected} < set(view.notices)
    assert t("resident.yearly-not-known", tier="100") in view.notices
    assert (view.ways, view.schemes, view.schemes_note) == ((), (), "")


def test_the_ways_stand_in_the_order_of_the_law_with_what_is_kept_and_lost(session):
    view = view_of(session, paid_months=Decimal(20))
    assert [way.title for way in view.ways] == ["接着交职工养老，交满再领", "先交几年，剩下的一次补齐", "转到居民养老"]
    assert [way.begins for way in view.ways] == [
        "2041年3月办，下月起领",
        "2036年5月办，下月起领",
        "2031年5月办，下月起领",
    ]
    assert view.ways[0].payment == "按月再交 172 个月"
    assert view.ways[1].needs.endswith("最早是哪年哪月参加职工养老的")
    assert all(way.kept and way.lost for way in view.ways)
    assert "2031年5月" in view.ways_notes[0]
    assert view.title.startswith("只算居民养老")


@pytest.mark.parametrize(("years", "yearly"), [(5, 1000), (0, 0)], ids=["both schemes", "the employees' alone"])
def test_enough_months_in_the_employees_scheme_settle_it(in_each_language, years, yearly):
    view = view_of(
        in_each_language, paid_months=Decimal(200), resident_years=Decimal(years), yearly=Decimal(yearly)
    )  # fmt: skip
    assert "2031" in view.title
    assert [part.value.split()[0] for part in view.parts[:2]] == ["200", "192"]
    assert (view.short, view.lacking, view.schemes, view.schemes_note) == ((), (), (), "")
    assert len(view.ways) == (1 if years else 0)
    assert len(view.workings) == 1


def test_a_woman_sees_the_ways_at_50_too(session):
    view = view_of(session, sex="female", birth=YearMonth(1978, 3))
    assert "2036年7月办，下月起领" in view.ways[0].begins
    assert "按原 50 岁" in view.ways_notes[-1]
    assert "2034年7月办，下月起领" not in view.ways_notes[-1]
    assert "2033年7月办，下月起领" in view.ways_notes[-1]


def test_beside_the_employees_lowest_tier_by_todays_amounts(in_each_language):
    """Nothing grows: 259 months of 365.84 / 117 = 809.85; (7831 + 4698.60) / 2 x 21.58 % = 1351.94: about 2160."""
    resident, employees = view_of(in_each_language, **ALONE).schemes
    assert (resident.yearly, resident.monthly) == ("1,000", "390")
    assert (employees.yearly, employees.monthly) == ("10,975.20", "2,160")
    assert "259" in employees.still
    assert "2048" in employees.begins


def test_who_will_be_short_at_the_age_is_shown_beside_with_the_month_of_enough(session):
    _, employees = view_of(session).schemes
    assert "2034" in employees.begins


def test_no_comparison_where_there_is_no_figure(session):
    """Enough only beyond the divisors: that is said. Never joined and past it, or without figures: nothing is."""
    short = view_of(session, birth=YearMonth(1967, 1), paid_months=Decimal(50))
    assert short.schemes == ()
    assert "180" in short.schemes_note
    late = view_of(session, birth=YearMonth(1960, 1), resident_years=Decimal(16), paid_months=Decimal(0))
    elsewhere = view_of(session, **ALONE, city="elsewhere", province="630000")
    for view in (late, elsewhere):
        assert (view.schemes, view.schemes_note, len(view.workings)) == ((), "", 1)


def test_months_from_before_the_law_are_said_to_be_for_the_office(in_each_language):
    view = view_of(in_each_language, birth=YearMonth(1945, 1))
    assert view.ways == ()
    assert "12333" in view.notices[0]


def test_the_sign_is_that_of_pensions(session):
    assert ResidentJob(session).asking.sign == "pension"


people = st.fixed_dictionaries({
    "sex": st.sampled_from(["male", "female"]),
    "birth": st.builds(YearMonth, st.integers(1940, 2009), st.integers(1, 12)),
    "resident_years": st.one_of(st.just(UNSURE), st.integers(0, 16).map(Decimal)),
    "yearly": st.one_of(st.just(UNSURE), st.just(Decimal(0)), st.integers(100, 9000).map(Decimal)),
    "resident_balance": st.one_of(st.just(UNSURE), st.decimals(0, 10**5, places=2)),
    "local_basic": st.one_of(st.just(UNSURE), st.decimals(163, 400, places=2)),
    "paid_months": st.one_of(st.just(UNSURE), st.integers(0, 190).map(Decimal)),
})


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(people)
def test_everybody_gets_an_answer_whose_parts_add_up(session, person):
    session.known.clear()
    view = view_of(session, **person)
    assert view.title
    assert view.workings
    if not view.parts or view.parts[2].value.endswith("月"):
        return
    basic, account, total = (Decimal(amount.replace(",", "")) for amount in amounts(view))
    assert basic + account == total
    assert basic >= 163
