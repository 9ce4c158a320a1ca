"""A slip is opened again on the command line: by its text, or by a picture of it."""

import pytest

from gigdesk.services.carry import carry, texts
from gigdesk.services.commands import Command

pdfium = pytest.importorskip("pypdfium2")
pytestmark = pytest.mark.usefixtures("qapp")
ESTIMATE = {
    "region": "370000",
    "person": {"sex": "male", "birth": "1985-06"},
    "record": {"paid_months": 96, "average_index": "0.6", "account_balance": "25012.34"},
    "plan": {"base_percent": "60"},
}


@pytest.fixture
def text(services, today):
    """The text of a slip."""
    (found,) = texts(carry(Command("pension estimate", ESTIMATE), services, today))
    return found


def test_the_text_of_a_slip_gives_the_case_and_the_same_result(answer, text):
    found = answer("reopen", "--text", text)
    assert found["command"] == "pension estimate"
    assert found["input"] == ESTIMATE
    assert (found["same_data"], found["same_result"], found["changes"]) == (True, True, [])
    assert found["before"] == found["after"] == found["outcome"]["male60"]["range"]["expected"]
    assert found["says"] == ["数据还是那一份，结果一样。"]


def test_people_read_the_case_the_result_and_what_became_of_it(run, text):
    status, out, _ = run("reopen", "--text", text, "--lang", "en")
    assert status == 0
    assert '"paid_months": 96' in out
    assert "The data is the same, and so is the result." in out


def test_a_picture_of_a_slip_gives_what_its_command_was(run, answer, tmp_path):
    slip, picture = tmp_path / "slip.pdf", tmp_path / "slip.png"
    assert run("pension", "estimate", "--input", ESTIMATE, "--slip", slip, "--today", "2026-11-24")[0] == 0
    with pdfium.PdfDocument(slip) as document:
        document[0].render(scale=2).to_pil().save(picture)
    assert answer("reopen", "--image", picture)["input"]["record"]["account_balance"] == "25012.34"


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        ((), 2, "--image"),
        (("--text", "GIGDESK1:ABC"), 4, "不完整"),
        (("--text", "张三"), 4, "GIGDESK1:"),
        (("--text", "GIGDESK7:ABC"), 4, "第 7 种"),
        (("--image", "nothing.png"), 2, "nothing.png"),
    ],
)
def test_what_is_no_slip_is_refused_in_one_line(run, words, status, said):
    found, out, err = run("reopen", *words)
    assert (found, out) == (status, "")
    assert said in err
    assert err.count("\n") == 1
