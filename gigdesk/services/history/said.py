"""What a history has to say of its rows, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from gigdesk.domain.money import YearMonth
from gigdesk.services.history.result import Conflict, Remark
from gigdesk.store.texts import Texts

MOST_ROWS = 6
MOST_SPANS = 4
Month = Callable[[YearMonth], str]


def said(remark: Remark, t: Texts, month: Month = str) -> str:
    """A note or a problem as a sentence; `month` writes a month."""
    details = {name: month(value) if isinstance(value, YearMonth) else value for name, value in remark.details.items()}
    spans = _spans(remark, t, month)
    rows = rows_said(remark.rows, t) if remark.rows else ""
    if rows and spans:
        rows = t("history.rows-spans", rows=rows, spans=spans)
    return t(f"history.{remark.code}", **{"rows": rows, "spans": spans, "count": len(remark.rows), **details})


def conflict_said(conflict: Conflict, t: Texts, month: Month = str) -> str:
    """Months with several bases as a sentence: which months, which bases, in which rows."""
    bases = [
        t("history.conflict.base", base=f"{base:,}", rows=rows_said(rows, t)) for base, rows in conflict.bases.items()
    ]
    return t(
        "history.conflict",
        span=span_said(conflict.month_from, conflict.month_to, t, month),
        bases=t("history.or").join(bases),
    )


def span_said(first: YearMonth, last: YearMonth, t: Texts, month: Month = str) -> str:
    """A span of months, or the one month that it is."""
    return month(first) if first == last else t("history.span", first=month(first), last=month(last))


def rows_said(rows: Iterable[str], t: Texts) -> str:
    """Which rows: the first few of them, and how many there are."""
    each = list(dict.fromkeys(rows))
    shown = t("history.and").join(each[:MOST_ROWS])
    return t("history.rows" if len(each) <= MOST_ROWS else "history.rows-more", rows=shown, count=len(each))


def _spans(remark: Remark, t: Texts, month: Month) -> str:
    spans = [span_said(first, last, t, month) for first, last in remark.spans[:MOST_SPANS]]
    return t("history.and").join(spans) + ("…" if len(remark.spans) > MOST_SPANS else "")
