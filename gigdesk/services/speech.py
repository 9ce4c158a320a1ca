"""The programs of this machine that speak, and which languages they have a voice for. What they say never leaves it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from gigdesk.store.texts import Texts

WAIT = 5
"""Seconds a program may take to list its voices."""
PACES: Mapping[str, tuple[int, int]] = {"slow": (125, -30), "normal": (165, 0), "fast": (205, 30)}
"""By the pace that is set: words a minute, and the same as speech-dispatcher counts it, from -100 to 100."""
PREFERRED = {"zh": ("cmn-latn-pinyin", "cmn", "zh"), "en": ("en-us", "en-gb", "en")}
"""By the language, the voices in order: the plain Chinese one of eSpeak NG 1.51 reads pinyin out as English."""
_PINYIN = "pinyin"

Ask = Callable[[Sequence[str]], str]


@dataclass(frozen=True)
class Speaker:
    """A program, and by language the command that speaks what it is given by its standard input, until it is spoken.

    `hush` is a command for those that go on when the first one is ended.
    """

    program: str
    commands: Mapping[str, tuple[str, ...]]
    hush: tuple[str, ...] = ()


def speakers(pace: str = "normal", ask: Ask | None = None) -> tuple[Speaker, ...]:
    """The programs that are installed and have a voice for a language of ours, the preferred one first."""
    ask = ask or _asked
    found = (_dispatcher(pace, ask), _espeak(pace, ask))
    return tuple(speaker for speaker in found if speaker.commands)


def _dispatcher(pace: str, ask: Ask) -> Speaker:
    voices = [(name, tongue) for name, tongue in _columns(ask(("spd-say", "-L"))) if "+" not in name]
    commands = {}
    for language, wanted in PREFERRED.items():
        fit = [voice for voice in voices if voice[1].lower().startswith(wanted[1:])]
        fit.sort(key=lambda voice: _PINYIN not in voice[0].lower())
        if fit:
            name, tongue = fit[0]
            rate = str(PACES[pace][1])
            call = ("spd-say", "--wait", "--pipe-mode", "--rate", rate, "--language", tongue, "--synthesis-voice", name)
            commands[language] = call
    return Speaker("spd-say", commands, ("spd-say", "--stop"))


def _espeak(pace: str, ask: Ask) -> Speaker:
    voices = {line.split()[1] for line in ask(("espeak-ng", "--voices")).splitlines() if len(line.split()) > 1}
    commands = {}
    for language, wanted in PREFERRED.items():
        voice = next((name for name in wanted if name in voices), "")
        if voice:
            commands[language] = ("espeak-ng", "-v", voice, "-s", str(PACES[pace][0]), "-b", "1", "--stdin")
    return Speaker("espeak-ng", commands)


def _columns(listed: str) -> Iterator[tuple[str, str]]:
    """The names and languages of a list of names with blanks, languages, and variants."""
    for line in listed.splitlines()[1:]:
        parts = line.rsplit(None, 2)
        if len(parts) == len(("name", "language", "variant")):
            yield parts[0].strip(), parts[1]


def languages(found: Iterable[Speaker]) -> tuple[str, ...]:
    """The languages that some program speaks."""
    spoken = {language for speaker in found for language in speaker.commands}
    return tuple(language for language in PREFERRED if language in spoken)


def told(voices: Collection[str], t: Texts) -> str:
    """Which languages a machine reads aloud, and why it does not offer the others."""
    have = t("aloud.and").join(t(f"aloud.{language}") for language in PREFERRED if language in voices)
    missing = t("aloud.and").join(t(f"aloud.{language}") for language in PREFERRED if language not in voices)
    lines = [t("aloud.voices", have=have)] if have else []
    return " ".join([*lines, t("aloud.no-voice", missing=missing)] if missing else lines)


def _asked(command: Sequence[str]) -> str:
    """What a program lists; nothing where it is not there, fails, or takes too long."""
    program = shutil.which(command[0])
    if program is None:
        return ""
    try:
        done = subprocess.run([program, *command[1:]], capture_output=True, timeout=WAIT, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode(errors="replace") if done.returncode == 0 else ""
