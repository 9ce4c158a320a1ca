"""What follows an answer about an accident: limits, papers and places, as JSON and as lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from gigdesk.domain.injury.deadlines import Deadline, Reading
from gigdesk.domain.injury.documents import Document, Group
from gigdesk.domain.injury.places import Place
from gigdesk.services import injury_words as words
from gigdesk.store.texts import Texts

day = date.isoformat


def deadline(one: Deadline, t: Texts) -> dict[str, object]:
    """A limit: what, by when, from what, by which rule, what to do."""
    return {
        "what": t(f"deadline.{one.id}"),
        "id": one.id,
        "route": one.route,
        "who": one.who,
        "counted_from": one.counted_from,
        "counted": words.counted(one, t),
        **_reading(one.act_before),
        "days_left": one.days_left,
        "passed": one.passed,
        "opens": one.opens,
        "office_day": one.office_day,
        "last_known": _reading(one.last_known) if one.last_known else None,
        "do": words.to_do(one, t),
        "notes": words.notes(one, t, day),
        "sources": one.sources,
    }


def document(one: Document, t: Texts) -> dict[str, object]:
    """A paper: how much depends on it, its official name, when it disappears."""
    return {
        "id": one.id,
        "label": t(f"document.{one.id}"),
        "form": words.form(one, t) or None,
        "need": one.need,
        "group": one.group,
        "routes": one.routes,
        "vanishes": one.vanishes,
        "about": words.about(one, t),
        "sources": one.sources,
    }


def place(one: Place, t: Texts) -> dict[str, object]:
    """Where to go; what is not known is null."""
    known = vars(one.point) if one.point else {}
    names = ("region", "phone", "area_code", "address", "hours", "source", "status")
    return {
        "kind": one.kind,
        "label": words.place_name(one, t),
        "platform": one.platform or None,
        **{name: known.get(name) or None for name in names},
        "notes": words.place_notes(one, t),
    }


def deadline_lines(found: Iterable[Deadline], t: Texts) -> Iterator[str]:
    """A limit a line, and below it what to do and what to know."""
    for one in found:
        status = t(f"status.{one.limit.status}")
        yield f"  {t(f'deadline.{one.id}')}: {words.when(one, t, day)} [{words.counted(one, t)}, {status}]"
        yield f"     {words.to_do(one, t)}"
        yield from (f"     · {note}" for note in words.notes(one, t, day))


def document_lines(found: Iterable[Document], t: Texts) -> Iterator[str]:
    """The papers in their groups."""
    listed = list(found)
    for group in Group:
        papers = [one for one in listed if one.group is group]
        if papers:
            yield ""
            yield t(f"group.{group}")
        for one in papers:
            name = words.form(one, t)
            yield f"  {t(f'document.{one.id}')}{f' 《{name}》' if name else ''}: {words.about(one, t)}"


def place_lines(found: Iterable[Place], t: Texts) -> Iterator[str]:
    """The places, with what is known of them."""
    for number, one in enumerate(found):
        if not number:
            yield ""
            yield t("injury.where")
        yield f"  {words.place_name(one, t)}: {'; '.join(words.place_notes(one, t))}"


def _reading(one: Reading) -> dict[str, object]:
    return {
        "by": one.by,
        "from": one.start,
        "from_assumed": one.assumed,
        "count": one.period.count,
        "unit": one.period.unit,
        "rule": one.limit.name,
        "source": one.limit.source,
        "status": one.limit.status,
    }
