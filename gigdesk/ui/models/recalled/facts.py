"""Which answer says the facts that are told: each that can be given is tried, and none is made up."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping

from gigdesk.ui.models.ask import UNSURE, Ask

Facts = Mapping[str, object]
Say = Callable[[object], Facts]
"""What an answer says about the facts."""


def answer_by_facts(ask: Ask, say: Say, told: Facts, about: Collection[str]) -> object | None:
    """The answer that says of some facts exactly what is told of them; None where none does.

    What it says besides may be told otherwise nowhere.
    """
    for answer in _candidates(ask, say, told, about):
        said = say(answer)
        exact = all(said.get(name) == told.get(name) for name in about)
        if exact and all(told.get(name) in (None, said[name]) for name in said if name not in about):
            return answer
    return None


def _candidates(ask: Ask, say: Say, told: Facts, about: Collection[str]) -> Iterator[object]:
    if ask.kind == "several":
        yield tuple(option.key for option in ask.options if _is_so(option.key, say, told))
        yield ()
    elif ask.kind == "choice":
        yield from (option.key for option in ask.options)
    else:
        yield from (told[name] for name in about if told.get(name) is not None)
    if ask.unsure:
        yield UNSURE


def _is_so(key: str, say: Say, told: Facts) -> bool:
    """Whether a choice is among the chosen: the facts that it alone changes are told as it says them."""
    without, with_it = say(()), say((key,))
    changed = {name for name in {*without, *with_it} if without.get(name) != with_it.get(name)}
    said = {name for name in changed if with_it.get(name) is not None}
    if said:
        return all(told.get(name) == with_it[name] for name in said)
    return bool(changed) and all(told.get(name) is None for name in changed)
