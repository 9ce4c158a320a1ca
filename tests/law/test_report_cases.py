"""Reports of results that looked wrong, taken in as cases: each comes out as it says. There may be none."""

from pathlib import Path

import pytest
import yaml

from gigdesk.services.plain import plain
from gigdesk.services.report import answer_case

CASES = sorted((Path(__file__).parent / "cases" / "reports").glob("*.yaml"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_case_comes_out_as_expected(path, services):
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert plain(answer_case(case, services).outcome) == case["expect"]
