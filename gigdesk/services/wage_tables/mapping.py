"""How a table is to be read: where it stands, what each column holds, and what is said once of all of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from gigdesk.domain.errors import InputError, Phrase
from gigdesk.domain.wages.levels import LEAST_SAMPLE, MEASURES, STATISTICS, Flag
from gigdesk.domain.wages.table import WageTable
from gigdesk.services.wage_tables.heads import IGNORE, NAMES

DIMENSIONS = (
    "occupation_cn",
    "occupation_soc",
    "occupation_soc_x_industry",
    "occupation_isco",
    "industry_gbt4754",
    "industry_x_post",
    "post",
    "post_level",
    "job_title",
    "all",
)
POPULATIONS_OF_TABLES = (
    "surveyed_enterprise_employees",
    "enterprises_above_designated_size",
    "urban_nonprivate_units",
    "urban_private_units",
    "rural_migrant_workers",
    "job_advertisements",
    "survey_sample",
    "migrants_working_away",
    "migrants_working_locally",
    "riders_ge22days_ge6h",
    "urban_units_as_told_to_ilo",
    "us_employees_of_oews",
)
"""Those that the tables of offices speak of."""
POPULATIONS_OF_FEEDS = (
    "employees_as_told_to_ilo",
    "full_time_equivalents_of_oecd",
    "eurostat_enterprise_employees",
    "uk_employees_of_ashe",
)
"""Those that only public feeds speak of, which say so themselves: nobody is asked to choose them."""
POPULATIONS = (*POPULATIONS_OF_TABLES, *POPULATIONS_OF_FEEDS)
PAY_CONCEPTS = (
    "gross_wage_employees",
    "gross_wage_as_surveyed",
    "household_survey_income",
    "advertised_pay",
    "platform_or_survey_income",
    "platform_income_net",
)
UNITS = tuple(MEASURES.values())
CURRENCY = re.compile("[A-Z]{3}")
ONCE = ("title", "publisher", "published", "url", "population", "pay_concept", "dimension", "unit", "currency")
"""What is said once of a table, apart from its region and its period."""
MAY_BE_EMPTY = ("url",)
_PUBLISHED = re.compile(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?", re.ASCII)


@dataclass(frozen=True)
class Column:
    """What a column holds. A statistic may be that of one post only, or of one period."""

    field: str
    post: str = ""
    period: str = ""


@dataclass(frozen=True)
class TableMap:
    """The mapping. Rows are counted from 1, columns from 0; `last` is None where the data go on to the end.

    `factor` is how many units of the currency one of the table's is (10000 of 万元), `marks` what stands in the place
    of a figure besides the usual, `top` the figure behind a mark for "this or more". What is not yet said is "".
    """

    sheet: int = 1
    header: int = 1
    header_rows: int = 1
    last: int | None = None
    columns: Mapping[int, Column] = field(default_factory=dict)
    factor: Decimal = Decimal(1)
    marks: Mapping[str, Flag] = field(default_factory=dict)
    top: Decimal | None = None
    title: str = ""
    publisher: str = ""
    published: str = ""
    url: str = ""
    population: str = ""
    pay_concept: str = ""
    dimension: str = ""
    unit: str = ""
    currency: str = "CNY"
    region: str = ""
    period: str = ""
    least_sample: int = LEAST_SAMPLE

    @property
    def first(self) -> int:
        """The first row below the heads."""
        return self.header + self.header_rows

    @property
    def is_long(self) -> bool:
        """Whether each row is one figure, with its measure beside it."""
        return {"measure", "value"} <= self.fields

    @property
    def fields(self) -> set[str]:
        """What some column holds."""
        return {column.field for column in self.columns.values()}

    def at(self, name: str) -> int | None:
        """The place of the column that holds something; None where none does."""
        return next((at for at, column in self.columns.items() if column.field == name), None)

    def open(self) -> tuple[str, ...]:
        """What is still to be said before the table can be stored, by its names here."""
        said = [name for name in ONCE if not getattr(self, name) and name not in MAY_BE_EMPTY]
        said += [
            name
            for name in ("region", "period")
            if not getattr(self, name) and not self._in_columns(name) and not self._is_named(name)
        ]
        named = self.fields.intersection(NAMES) or self.dimension == "all"
        figures = self.is_long or self.fields.intersection(STATISTICS)
        return (*said, *(("columns",) if not named or not figures else ()))

    def table(self) -> WageTable:
        """What is said once, as the store keeps it."""
        return WageTable(**{name: getattr(self, name) for name in (*ONCE, "least_sample")})

    def _in_columns(self, name: str) -> bool:
        return name in self.fields

    def _is_named(self, name: str) -> bool:
        """Whether each figure's own column says it."""
        figures = [column for column in self.columns.values() if column.field in STATISTICS]
        return name == "period" and bool(figures) and all(column.period for column in figures)


def check(mapping: TableMap) -> TableMap:
    """The mapping, where all that is said can be so.

    Raises:
        InputError: something is said that cannot be so.
    """
    for name, accepted in (
        ("population", POPULATIONS),
        ("pay_concept", PAY_CONCEPTS),
        ("dimension", DIMENSIONS),
        ("unit", UNITS),
    ):
        said = getattr(mapping, name)
        if said and said not in accepted:
            raise InputError(name, said, " | ".join(accepted))
    if not CURRENCY.fullmatch(mapping.currency):
        raise InputError("currency", mapping.currency, "CNY | USD | …")
    if mapping.published and not _PUBLISHED.fullmatch(mapping.published):
        raise InputError("published", mapping.published, "YYYY | YYYY-MM | YYYY-MM-DD")
    if not mapping.factor > 0:
        raise InputError("factor", mapping.factor, "1 | 1000 | 10000")
    _check_columns(mapping)
    return mapping


def _check_columns(mapping: TableMap) -> None:
    seen: set[Column] = set()
    for at, column in mapping.columns.items():
        if column.field != IGNORE and column in seen:
            raise InputError(f"columns.{letter(at)}", column.field, Phrase("once"))
        seen.add(column)


def letter(at: int) -> str:
    """The name of a column as a spreadsheet has it: 0 is A, 26 is AA."""
    name = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, LETTERS)
        name = chr(ord("A") + rest) + name
    return name


def place(name: str) -> int:
    """The place of a column by its letters: A is 0."""
    found = 0
    for sign in name.upper():
        found = found * LETTERS + ord(sign) - ord("A") + 1
    return found - 1


LETTERS = 26
