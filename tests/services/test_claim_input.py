"""Whatever is typed for the amounts, an answer comes or an error that was foreseen."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from gigdesk.domain.errors import GigDeskError
from gigdesk.services import Services
from gigdesk.services.injury_input import read_accident

TODAY = date(2027, 3, 1)
FACTS = {
    "order_state": "to_dropoff", "harm": "accident", "intentional_crime": False, "alcohol_mg_per_100ml": 0,
    "drugs": False, "self_harm": False, "private_purpose": False,
}  # fmt: skip
anything = (
    st.none() | st.booleans() | st.integers(-5, 10**9) | st.text(max_size=6) | st.lists(st.integers(), max_size=2)
)
amounts = st.decimals(0, 10**6, places=4).map(str) | st.sampled_from(["1e5", "0", " 12.5 ", "1E-30"])
dependants = st.lists(
    st.fixed_dictionaries(
        {"relation": st.sampled_from(["spouse", "child", "parent", "other"])},
        optional={"lone_elderly_or_orphan": st.booleans()},
    ),
    max_size=4,
)
harms = st.fixed_dictionaries(
    {},
    optional={
        "death": st.booleans() | st.none(),
        "disability_grade": st.integers(1, 10) | anything,
        "care": st.sampled_from(["none", "partly", "mostly", "fully"]) | anything,
        "relationship_ends": st.booleans() | st.none(),
        "hard_to_place": st.booleans() | st.none(),
        "months_to_retirement": st.integers(0, 800) | anything,
        "dependants": dependants | anything,
    },
)
accidents = st.fixed_dictionaries(
    {
        "region": st.sampled_from(["370100", "370000", "410000", "440300", "310000"]),
        "when": st.dates(date(2003, 1, 1), TODAY).map(lambda day: f"{day}T12:00:00+08:00"),
        "facts": st.booleans().map(lambda insured: {**FACTS, "work_injury_insurance_paid": insured}),
    },
    optional={
        "platform": st.just("meituan"),
        "sector": st.just("instant_delivery"),
        "wage": amounts | anything,
        "accept_unverified": st.booleans() | anything,
        "harm_result": harms,
    },
)


@settings(deadline=None, max_examples=150)
@given(found=accidents)
def test_an_answer_or_a_foreseen_error(found, services: Services):
    try:
        accident = read_accident(found, services.injury, TODAY)
        answer = services.injury.check(accident.answers, accident.today, claim=accident.claim)
    except GigDeskError:
        return
    known = set(answer.sources)
    assert all(set(benefit.sources) <= known for benefit in answer.result.benefits)
