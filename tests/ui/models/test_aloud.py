"""Reading texts aloud in their order, by a voice that only notes what it is given."""

import pytest

from gigdesk.ui.models.aloud import Reader

TEXTS = ["很可能在保障范围内。最后由人社部门认定。", "因为", "P50"]


class Noted:
    """A voice that ends a sentence when told."""

    def __init__(self):
        self.said, self.silenced, self.done = [], 0, lambda _: None

    def languages(self):
        return ("zh", "en")

    def say(self, sentence, language, done):
        self.said.append((language, sentence))
        self.done = done

    def stop(self):
        self.silenced += 1

    def ends(self, *, well=True):
        """The sentence is over."""
        self.done(well)


@pytest.fixture
def voice():
    return Noted()


@pytest.fixture
def marks():
    return []


@pytest.fixture
def ends():
    return []


@pytest.fixture
def reader(voice, marks, ends):
    return Reader(voice, marks.append, ends.append)


def test_sentence_follows_sentence_and_each_text_is_marked_once(reader, voice, marks, ends):
    reader.begin(TEXTS, "zh")
    for _ in range(4):
        voice.ends()
    assert [said for _, said in voice.said] == ["很可能在保障范围内。", "最后由人社部门认定。", "因为", "P五十"]
    assert marks == [0, 1, 2, None]
    assert ends == [True]


def test_a_voice_that_fails_is_told_once_and_nothing_more_is_read(reader, voice, ends):
    reader.begin(TEXTS, "zh")
    voice.ends(well=False)
    voice.ends(well=False)
    assert ends == [False]
    assert len(voice.said) == 1


def test_what_is_stopped_is_silent_and_stays_so(reader, voice, marks, ends):
    reader.begin(TEXTS, "zh")
    reader.stop()
    voice.ends()
    assert (voice.silenced, marks[-1], ends, len(voice.said)) == (1, None, [], 1)


def test_reading_goes_on_from_where_the_person_is(reader, voice, marks):
    reader.begin(TEXTS, "zh")
    reader.move_to(2)
    assert voice.said[-1] == ("zh", "P五十")
    assert marks == [0, 2]
    reader.move_to(0)
    assert voice.said[-1] == ("zh", "很可能在保障范围内。")


def test_a_page_without_words_ends_at_once(reader, ends):
    reader.begin([], "zh")
    assert (reader.place, ends) == (None, [True])
