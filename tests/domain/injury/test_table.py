"""States of the order by harms by shares of the fault: every cell is written down, and comes out as written."""

from __future__ import annotations

from collections import Counter
from itertools import product
from pathlib import Path

import pytest
import yaml

from gigdesk.domain.injury.facts import FAULT, HARM, ORDER_STATE
from gigdesk.domain.injury.outcome import Outcome
from gigdesk.domain.injury.rulings import judge

TABLE = yaml.safe_load((Path(__file__).parents[2] / "law" / "cases" / "injury_table.yaml").read_text(encoding="utf-8"))
EMPLOYED = {"not_employed": False, "employed": True}


def cells(name):
    """(state, harm, fault) and the outcome written for it."""
    for kind, harms in TABLE[name].items():
        for harm, found in harms.items():
            for share, outcome in (found if isinstance(found, dict) else {"all": found}).items():
                faults = FAULT.choices if share == "all" else TABLE["shares"][share]
                for state, fault in product(TABLE["states"][kind], faults):
                    yield (state, harm, fault), outcome


@pytest.mark.parametrize("name", EMPLOYED)
def test_every_cell_is_written_down_once(name):
    written = Counter(cell for cell, _ in cells(name))
    assert set(written) == set(product(ORDER_STATE.choices, HARM.choices, FAULT.choices))
    assert set(written.values()) == {1}


@pytest.mark.parametrize("name", EMPLOYED)
def test_every_cell_comes_out_as_written(name, rider, book):
    law = book.on(rider().given["when"].date(), "370100")
    found, written = {}, {}
    for (state, harm, fault), outcome in cells(name):
        facts = rider(
            order_state=state,
            harm=harm,
            fault=fault,
            journey=TABLE["journeys"].get(state, "other"),
            death=False,
            employment_contract=EMPLOYED[name],
            managed_like_employee=False,
        )
        found[state, harm, fault] = judge(facts, law.fresh()).outcome
        written[state, harm, fault] = Outcome(outcome)
    assert found == written
