"""The ways between the residents' and the employees' scheme, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gigdesk.domain.pension.transfer import Transfer, Way
from gigdesk.services import words
from gigdesk.store.texts import Texts


@dataclass(frozen=True)
class WayLine:
    """A way between the schemes; `kept`, `lost` and `needs` are whole lines, empty where there is nothing."""

    title: str
    begins: str
    payment: str
    kept: str
    lost: str
    needs: str


def way_lines(found: Transfer, t: Texts) -> tuple[WayLine, ...]:
    """The ways in the order of the decision, which ranks nothing."""
    return tuple(
        WayLine(
            title=t(f"transfer.way.{way.id}"),
            begins=way_begins(way, t),
            payment=t(f"transfer.payment.{way.payment}", **vars(way)),
            kept=_parts("kept", "part", way.kept, t),
            lost=_parts("lost", "part", way.lost, t),
            needs=_parts("needs", "need", way.needs, t),
        )
        for way in found.ways
    )


def way_begins(way: Way, t: Texts) -> str:
    """From when it is drawn."""
    return t("resident.way.begins", month=words.month(way.begins, t))


def _parts(line: str, kind: str, ids: Sequence[str], t: Texts) -> str:
    if not ids:
        return ""
    return t(f"resident.way.{line}", parts=t("transfer.and").join(t(f"transfer.{kind}.{each}") for each in ids))
