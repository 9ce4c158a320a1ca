"""What people type for their work: the first hit, and what must be asked about (cases/wages/words.yaml)."""

from pathlib import Path

import pytest
import yaml

from gigdesk.store.reference import Reference

WORDS = yaml.safe_load((Path(__file__).parent / "cases" / "wages" / "words.yaml").read_text(encoding="utf-8"))
FIRST = [(word, code) for words in WORDS["first"].values() for word, code in words.items()]


def test_there_are_two_hundred_words_of_every_kind():
    assert len({word for word, _ in FIRST} | set(WORDS["asks"])) >= 200
    assert all(len(words) >= 4 for words in WORDS["first"].values())


@pytest.mark.parametrize(("word", "code"), FIRST)
def test_an_everyday_word_finds_its_occupation_first(word, code, reference: Reference):
    assert reference.finder.search(word).matches[0].code == code


@pytest.mark.parametrize(("word", "codes"), WORDS["asks"].items())
def test_a_vague_word_is_asked_about(word, codes, reference: Reference):
    found = reference.finder.search(word)
    assert found.only is None
    assert set(codes) <= {match.code for match in found.meant}
