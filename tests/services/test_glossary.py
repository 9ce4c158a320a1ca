"""The words of the field: each is explained in both languages, and stands somewhere on a page."""

import json
import re

import pytest

from gigdesk.services.glossary import TERMS, glossary, looked_up, used_in
from gigdesk.store import paths
from gigdesk.store.texts import LANGUAGES, Texts

I18N = paths.resources() / "i18n"
LONGEST = {"zh": 60, "en": 30}
"""Of a sentence of the glossary: Chinese signs, English words."""

OTHERS = {
    "zh": ("分位值", "中值", "伤残鉴定", "工伤鉴定", "养老基数", "社平", "零工", "个体账户"),
    "en": ("contribution basis", "pension base", "gig worker", "personal account pension", "labour relation"),
}
"""Words that would be a second name for something that has one."""


def every(t):
    return json.loads((I18N / f"{t.language}.json").read_text(encoding="utf-8"))


@pytest.fixture(params=LANGUAGES)
def t(request):
    return Texts(I18N, request.param)


def test_every_term_is_explained_and_none_twice(t):
    terms = glossary(t)
    assert len({term.id for term in terms}) == len(TERMS)
    assert len({term.plain for term in terms}) == len(TERMS)
    assert all(term.plain and term.official and term.means for term in terms)


def test_every_term_stands_on_some_page(t):
    others = "\n".join(words for key, words in every(t).items() if not key.startswith("term."))
    assert {term.id for term, _ in used_in(others, t)} == set(TERMS)


def test_what_a_term_means_is_said_in_short_sentences(t):
    for term in glossary(t):
        for sentence in re.split(r"[。；]|(?<=[.;:]) ", term.means):
            length = len(sentence) if t.language == "zh" else len(sentence.split())
            assert length <= LONGEST[t.language], sentence


def test_a_word_is_looked_up_by_its_name_first(t):
    name = glossary(t)[2].official
    assert looked_up(name, t)[0].id == "benefit_base"
    assert looked_up("139", t)[0].id == "divisor"
    assert looked_up("no such word", t) == ()


def test_no_term_has_two_names(t):
    """What is called otherwise elsewhere is another thing, or a word too many."""
    said = "\n".join(every(t).values()).lower()
    assert not [other for other in OTHERS[t.language] if other in said]
