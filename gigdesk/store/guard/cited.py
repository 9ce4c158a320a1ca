"""The years of a table against those of the sources it cites: what a table moved as a whole meets."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping

from gigdesk.domain.law import Source
from gigdesk.store.guard.finding import Finding, Severity
from gigdesk.store.guard.table import AVERAGES, RATES, Table

AVERAGE = "平均工资"
"""In a title: the average wage, and so the year of a statistic."""

YEAR = r"(?:19|20)\d{2}"
YEARS = re.compile(rf"{YEAR}年?(?:[—–、至~-]{YEAR}年?)*")
"""The years in the title of a source: one ("2026年度"), a list ("2023、2024年") or a range ("1995—2019年")."""

NOT_ITS_YEARS = re.compile(rf"截至{YEAR}|(?:[—–至~-]{YEAR}年\d\d?月)")
"""What a title names besides: the day of its state, and the end of a year that runs from July to June."""


def cited(table: Table, sources: Mapping[str, Source]) -> Iterator[Finding]:
    """A source whose title names its years is cited for these, and not for a year after its publication.

    The one slip that leaves every number beside its right neighbour is a table moved as a whole; its sources stay.
    """
    for year, value in table.rows.items():
        source = sources.get(value.source)
        if source is not None:
            said = value.statistical_year if _of_statistics(source) else year
            yield from _about(table.place(year), source, said)
            if table.name != RATES and source.published[:4].isdigit() and int(source.published[:4]) < year:
                what = f"cites {source.id}, published in {source.published}, before that year"
                yield Finding(table.place(year), what)
    yield from _covered(table, sources)


def _about(place: str, source: Source, said: int | None) -> Iterator[Finding]:
    """Of two years in a title the newer is that of use; the other, where it is not that of averages, earns a notice."""
    named = years_of(source)
    about = max(named, key=max, default=range(0))
    if about and said is not None and said not in about:
        span = "-".join(dict.fromkeys((str(about[0]), str(about[-1]))))
        off = said - min(about, key=lambda one: abs(one - said))
        open_ = AVERAGE not in source.title and any(said in years for years in named)
        severity = Severity.NOTICE if open_ else Severity.ERROR
        yield Finding(place, f"cites {source.id}, which is about {span}, for {said}", f"{off:+d} y", severity)


def years_of(source: Source) -> list[range]:
    """The years that the title of a source names: of a statistic, of use, one or several."""
    title = NOT_ITS_YEARS.sub("", source.title.partition(" / ")[0])
    groups = [[int(year) for year in re.findall(YEAR, group)] for group in YEARS.findall(title)]
    return [range(min(group), max(group) + 1) for group in groups]


def _of_statistics(source: Source) -> bool:
    """Whether its years are those of a statistic: it says so, or it is about averages and no base."""
    return "statistical year" in source.period or (AVERAGE in source.title and "基数" not in source.title)


def _covered(table: Table, sources: Mapping[str, Source]) -> Iterator[Finding]:
    """A series of averages has every year that its source covers: a lost first or last year leaves no gap."""
    if table.name != AVERAGES:
        return
    held = {int(value.statistical_year) for value in table.entries if value.statistical_year}
    names = {value.source for value in table.entries} & set(sources)
    covered = [years for name in names if _of_statistics(sources[name]) for years in years_of(sources[name])]
    for year in sorted(set(itertools.chain.from_iterable(covered)) - held):
        yield Finding(table.place(year + 1), f"the source covers {year}, the table does not")
