"""gigdesk wages orders: a list of orders from files, its days and months."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gigdesk.cli.context import Context, Output, Subparsers
from gigdesk.domain.errors import NOTHING, InputError, Phrase
from gigdesk.domain.money import YearMonth
from gigdesk.services.history.result import Remark
from gigdesk.services.orders.result import DayTotal, MonthTotal, ReadOrders
from gigdesk.services.orders.said import said
from gigdesk.store.sheets import LIMITS, Sheet, read_bytes, read_file
from gigdesk.store.texts import Texts


def add(group: Subparsers, t: Texts) -> None:
    """Declare the command."""
    command = group.add_parser(
        "orders",
        help=t("help.wages.orders"),
        epilog=t("help.wages.orders.example"),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add_files(command, t, "files", nargs="+")
    command.set_defaults(run=_orders)


def add_files(command: Any, t: Texts, name: str, **several: str) -> None:  # noqa: ANN401 - argparse's own class is private
    """Let a command take lists of orders, and the month that is meant."""
    command.add_argument(name, metavar="FILE", help=t("help.wages.orders.file"), **several)
    command.add_argument("--month", metavar="YYYY-MM", help=t("help.wages.orders.month"))


@dataclass(frozen=True)
class MonthOfOrders:
    """The total of a month, and what is to be said of the list behind it."""

    total: MonthTotal
    body: dict[str, object]
    lines: tuple[str, ...]


def month_of_orders(files: Sequence[str], month: str | None, context: Context) -> MonthOfOrders:
    """The month asked for, or the only one there is.

    Raises:
        InputError: nothing was read, the month is not there, or there are several and none was asked for.
    """
    wanted = _month(month)
    found = context.services.wages.read_orders(_files(files), context.today).result
    if not found.months:
        raise InputError("--orders", " ".join(files), said(found.problems[0], context.t))
    accepts = " | ".join(str(one.month) for one in found.months)
    if wanted is None and len(found.months) > 1:
        raise InputError("--month", NOTHING, accepts)
    total = found.month(wanted) if wanted else found.months[0]
    if total is None:
        raise InputError("--month", str(wanted), accepts)
    body: dict[str, object] = {"orders": {**vars(total), **_remarks(found, context.t)}}
    return MonthOfOrders(total, body, (_month_line(total, context.t), *_remark_lines(found, context.t)))


def _orders(args: argparse.Namespace, context: Context) -> Output:
    wanted, t = _month(args.month), context.t
    answer = context.services.wages.read_orders(_files(args.files), context.today)
    found = answer.result
    months = [one for one in found.months if wanted in (None, one.month)]
    days = [one for one in found.days if wanted in (None, YearMonth.of(one.day))]
    if wanted and found.months and not months:
        raise InputError("--month", str(wanted), " | ".join(str(one.month) for one in found.months))
    body = {
        "months": [vars(one) for one in months],
        "days": [_day(one) for one in days],
        **_remarks(found, t),
    }
    return Output(body, list(_lines(found, months, days, t)), answer, 0 if months else InputError.exit_status)


def _month(text: str | None) -> YearMonth | None:
    try:
        return YearMonth.parse(text) if text is not None else None
    except ValueError:
        raise InputError("--month", text, "YYYY-MM") from None


def _files(files: Sequence[str]) -> list[tuple[str, tuple[Sheet, ...]]]:
    return [(Path(file).name, _sheets(file)) for file in files]


def _sheets(file: str) -> tuple[Sheet, ...]:
    if file != "-":
        return read_file(Path(file))
    if sys.stdin is None:  # closed by whoever started the program
        raise InputError("FILE", "-", Phrase("open-input"))
    return read_bytes(sys.stdin.buffer.read(LIMITS.size + 1), "-")


def _day(one: DayTotal) -> dict[str, object]:
    return {**vars(one), "first": _clock(one, "first"), "last": _clock(one, "last")}


def _clock(one: DayTotal, name: str) -> str | None:
    moment = getattr(one, name)
    return None if moment is None else moment.isoformat(sep=" ", timespec="minutes")


def _remarks(found: ReadOrders, t: Texts) -> dict[str, object]:
    return {
        "notes": [_remark(note, t) for note in found.notes],
        "problems": [_remark(problem, t) for problem in found.problems],
    }


def _remark(remark: Remark, t: Texts) -> dict[str, object]:
    return {"code": remark.code, "rows": remark.rows, "text": said(remark, t)}


def _lines(found: ReadOrders, months: Sequence[MonthTotal], days: Sequence[DayTotal], t: Texts) -> Iterable[str]:
    for one in days:
        yield _total("cli.orders.day", one, t, day=one.day)
        if one.span is not None:
            yield t("cli.orders.span", first=f"{one.first:%H:%M}", last=f"{one.last:%H:%M}", span=one.span)
    for month in months:
        yield _month_line(month, t)
    yield from _remark_lines(found, t)


def _month_line(month: MonthTotal, t: Texts) -> str:
    return _total("cli.orders.month", month, t, month=month.month, days=month.days)


def _remark_lines(found: ReadOrders, t: Texts) -> Iterable[str]:
    yield from (f"· {said(note, t)}" for note in found.notes)
    yield from (f"! {said(problem, t)}" for problem in found.problems)


def _total(key: str, one: DayTotal | MonthTotal, t: Texts, **when: object) -> str:
    hours = t("cli.orders.no-hours") if one.hours is None else t("cli.orders.hours", hours=one.hours)
    return t(key, orders=one.orders, earned=one.earned, penalties=one.penalties, hours=hours, **when)
