"""Help to choose a job: each way through the small questions leads to one, with a sentence why."""

from itertools import product

import pytest

from gigdesk.ui.models.ask import UNSURE_KEY
from gigdesk.ui.models.choosing import QUESTIONS, ChoosingModel
from gigdesk.ui.pages import PAGES

WAYS = tuple(product(*((*answers, UNSURE_KEY) for answers in QUESTIONS.values())))


def led(session, way):
    model = ChoosingModel(session)
    for key in way:
        model.answer(key)
    return model


def test_each_way_leads_to_a_page_with_a_sentence_why(in_each_language):
    t, pages = in_each_language.texts, {page.id for page in PAGES}
    for way in WAYS:
        lead = led(in_each_language, way).lead()
        assert lead.job in pages
        assert {f"choose.why.{lead.why}", f"choose.job.{lead.job}"} <= set(t.all)


def test_no_sentence_why_is_left_over(session):
    said = {f"choose.why.{led(session, way).lead().why}" for way in WAYS}
    assert said == {key for key in session.texts.all if key.startswith("choose.why.")}


@pytest.mark.parametrize(
    ("way", "job"),
    [
        (["hurt"], "injury"),
        (["paper"], "form"),
        (["nothing", "earn"], "wages"),
        ([UNSURE_KEY, "later", "nobody"], "resident"),
        ([UNSURE_KEY, UNSURE_KEY, UNSURE_KEY], "entitlements"),
    ],
)
def test_it_asks_no_more_than_it_must(session, way, job):
    model = led(session, way[:-1])
    assert model.lead() is None
    model.answer(way[-1])
    assert (model.lead().job, model.question) == (job, "")


def test_an_answer_is_taken_back_and_one_to_another_question_is_let_be(session):
    model = led(session, ["nothing", "hurt"])
    assert model.question == "want"
    assert model.back()
    assert model.question == "happened"
    assert not model.back()
