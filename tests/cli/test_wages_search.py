"""Finding an occupation at the command line: the rows of the contract, and what must be known of them."""

import json

import pytest

from gigdesk.cli.main import main


@pytest.fixture
def search(capsys):
    """Search for a word; returns status, output and messages."""

    def search(*words):
        status = main(["wages", "search", *words])
        return status, *capsys.readouterr()

    return search


def rows(found):
    return json.loads(found[1])["rows"]


def test_the_best_row_first_with_what_matched(search):
    row = rows(search("waimai", "--json"))[0]
    assert row == {
        "code": "4-10-08-01", "label": "网约配送员", "label_en": "Delivery rider", "matched": "外卖", "how": "pinyin",
        "scheme": "CN-2022", "edition": None, "note": None,
    }  # fmt: skip


def test_a_recycled_code_comes_with_its_edition_and_note(search):
    now, before = rows(search("4020710", "--json"))
    assert (now["code"], now["edition"]) == ("4-02-07-10", None)
    assert (before["code"], before["matched"], before["edition"]) == ("4-10-08-01", "4-02-07-10", "2020 announcement")
    assert before["note"].startswith("now 4-10-08-01")


def test_it_is_said_how_many_may_be_meant_and_whether_that_must_be_asked(search):
    found = json.loads(search("司机", "--json")[1])
    assert (found["asks"], found["likely"]) == (True, 7)
    assert len(found["rows"]) > 7
    assert found["warnings"][0]["code"] == "several-occupations"


def test_nothing_found_is_an_answer_in_words(search):
    status, out, _ = search("没有这行")
    assert status == 0
    assert "没找到“没有这行”" in out
    assert rows(search("没有这行", "--json")) == []


@pytest.mark.parametrize(
    ("word", "lines"),
    [("driver", ["4-02-02-01  Passenger vehicle driver 客运车辆驾驶员  (called: driver)", "choose yours"]),
     ("delivrey ridr", ["Nothing is called"]),
     ("ridre", ["4-10-08-01  Delivery rider 网约配送员  (perhaps one typing error: Delivery rider)"]),
     ("4-01-02-02", ["not in use"]), ("4-02-07-10", ["announced in 2020", "4-10-08-01"])],
)  # fmt: skip
def test_english_says_the_same(search, word, lines):
    _, out, _ = search(word, "--lang", "en")
    assert all(line in out for line in lines)
    assert "{" not in out
