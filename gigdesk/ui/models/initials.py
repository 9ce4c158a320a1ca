"""Names by the letter they begin with: their own in English, in Chinese that of how they are read. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping

from gigdesk.services import Services
from gigdesk.store.texts import Texts
from gigdesk.ui.models.ask import Ask, Option
from gigdesk.ui.models.asking import Asking
from gigdesk.ui.models.occupations import first_alias, name

FEW = 9
"""So many names are seen at a glance."""


def initial(word: str, readings: Mapping[str, str]) -> str:
    """The capital letter that a name is looked up under; "" for words that are no name."""
    first = readings.get(word, word)[:1].upper()
    return first if first.isascii() and first.isalpha() else ""


def letters_of(ask: Ask, asking: Asking) -> dict[str, str]:
    """The letter of each option, "" for one that is no name; nothing where they are few, or no names."""
    services = asking.session.services
    if not ask.indexed or len(ask.options) <= FEW or services is None:
        return {}
    readings, labels = services.data.reference.readings, {one.key: one.label for one in ask.options}
    return {key: initial(label, readings) for key, label in labels.items()}


def occupations_by_letter(services: Services, t: Texts) -> dict[str, tuple[Option, ...]]:
    """The work that people find by platforms and by the day, under its name and under what people call it."""
    readings = services.data.reference.readings
    found: dict[str, dict[str, tuple[str, Option]]] = {}
    for occupation in services.data.reference.occupations.values():
        called = [occupation.label_en] if t.language == "en" else [occupation.label, first_alias(occupation, t)]
        for word in called if occupation.gig else ():
            letter = initial(word, readings)
            if letter:
                option = Option(occupation.code, label=name(occupation, t, first_alias(occupation, t)))
                found.setdefault(letter, {}).setdefault(occupation.code, (readings.get(word, word), option))
    return {
        letter: tuple(option for _, option in sorted(found[letter].values(), key=lambda pair: pair[0]))
        for letter in sorted(found)
    }
