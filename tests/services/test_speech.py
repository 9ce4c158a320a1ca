"""What the programs that speak say of themselves, and that one of them really speaks."""

import shutil
import subprocess

import pytest

from gigdesk.services.speech import languages, speakers, told
from gigdesk.services.spoken import spoken
from gigdesk.store import paths
from gigdesk.store.texts import Texts

ESPEAK = """Pty Language       Age/Gender VoiceName          File                 Other Languages
 5  cmn             --/M      Chinese_(Mandarin,_latin_as_English) sit/cmn              (zh-cmn 5)(zh 5)
 5  cmn-latn-pinyin --/M      Chinese_(Mandarin,_latin_as_Pinyin) sit/cmn-Latn-pinyin  (zh-cmn 5)(zh 5)
 2  en-gb           --/M      English_(Great_Britain) gmw/en               (en 2)
"""
DISPATCHER = """                     NAME                 LANGUAGE                  VARIANT
Chinese (Mandarin, latin as English)                      cmn                     none
Chinese (Mandarin, latin as Pinyin)                      cmn                     none
Chinese (Mandarin, latin as Pinyin)+Adam                      cmn                     Adam
"""
SAYS = {
    "zh": "您很可能在保障范围内，最低档每月交 914.60 元。",
    "en": "You are probably covered, at 914.60 yuan a month.",
}
BYTES_A_SECOND = 2 * 22050


def test_chinese_is_spoken_by_the_voice_that_reads_pinyin():
    (espeak,) = speakers(ask=lambda command: ESPEAK if command[0] == "espeak-ng" else "")
    assert espeak.commands["zh"][:3] == ("espeak-ng", "-v", "cmn-latn-pinyin")
    assert espeak.commands["en"][2] == "en-gb"


def test_speech_dispatcher_comes_first_and_the_other_fills_in_its_languages():
    found = speakers(ask=lambda command: ESPEAK if command[0] == "espeak-ng" else DISPATCHER)
    assert [speaker.program for speaker in found] == ["spd-say", "espeak-ng"]
    assert list(found[0].commands) == ["zh"]
    assert found[0].commands["zh"][-1] == "Chinese (Mandarin, latin as Pinyin)"
    assert languages(found) == ("zh", "en")


def test_what_is_read_never_stands_in_the_command():
    for speaker in speakers(ask=lambda command: ESPEAK if command[0] == "espeak-ng" else DISPATCHER):
        assert all({"--stdin", "--pipe-mode"} & set(command) for command in speaker.commands.values())


def test_where_nothing_speaks_the_reason_is_told():
    assert speakers(ask=lambda _: "") == ()
    t = Texts(paths.resources() / "i18n", "en")
    assert "No voice for Mandarin, English" in told((), t)
    assert "No voice for Mandarin" in told(("en",), t)
    assert "No voice" not in told(("zh", "en"), t)


@pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is not installed")
@pytest.mark.parametrize("language", SAYS)
def test_espeak_ng_speaks_a_sentence_for_a_few_seconds(language):
    espeak = speakers()[-1]
    if language not in espeak.commands:
        pytest.skip("espeak-ng is without a voice for it")
    said = spoken(SAYS[language], language)
    done = subprocess.run(
        [*espeak.commands[language], "--stdout"], input=said.encode(), capture_output=True, check=True
    )
    assert 2 < len(done.stdout) / BYTES_A_SECOND < 12
