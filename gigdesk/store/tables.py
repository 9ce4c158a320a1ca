"""The databases: the read-only one of a release, and that of imported tables. Amounts of money are integers of fen."""

from __future__ import annotations

from sqlmodel import Field, SQLModel


class AboutRow(SQLModel, table=True):
    """What the release says of itself."""

    __tablename__ = "about"
    key: str = Field(primary_key=True)
    value: str


class SourceRow(SQLModel, table=True):
    """A source."""

    __tablename__ = "source"
    id: str = Field(primary_key=True)
    title: str
    document: str
    publisher: str
    url: str
    published: str
    period: str
    status: str
    retrieved: str


class LawRow(SQLModel, table=True):
    """One entry of one parameter's history; the two year axes are two columns."""

    __tablename__ = "law"
    region: str = Field(primary_key=True)
    name: str = Field(primary_key=True)
    since: str = Field(primary_key=True)
    kind: str
    content: str
    unit: str
    source: str = Field(foreign_key="source.id")
    status: str
    checked_on: str
    statistical_year: int | None
    use_year: int | None
    note: str


class RegionRow(SQLModel, table=True):
    """A region."""

    __tablename__ = "region"
    code: str = Field(primary_key=True)
    name_zh: str
    name_en: str
    level: str
    parent: str
    minimum_wage_tier: str
    tier_status: str


class OccupationRow(SQLModel, table=True):
    """An occupation and the names it goes by."""

    __tablename__ = "occupation"
    code: str = Field(primary_key=True)
    label: str
    label_en: str
    work_types: str
    aliases: str
    gig: bool


class RetiredCodeRow(SQLModel, table=True):
    """A code that once meant another occupation."""

    __tablename__ = "retired_code"
    code: str = Field(primary_key=True)
    edition: str = Field(primary_key=True)
    title: str
    valid_from: str
    valid_to: str
    note: str


class SaidWordRow(SQLModel, table=True):
    """What people say, and the codes it may mean."""

    __tablename__ = "said_word"
    word: str = Field(primary_key=True)
    codes: str
    status: str
    source: str = Field(foreign_key="source.id")


class ReadingRow(SQLModel, table=True):
    """How a name is read: pinyin without tones, a blank between syllables."""

    __tablename__ = "reading"
    name: str = Field(primary_key=True)
    reading: str


class WageTableRow(SQLModel, table=True):
    """What is said once of published figures that belong together."""

    __tablename__ = "wage_table"
    id: int = Field(primary_key=True)
    series: str = Field(index=True)
    publisher: str
    population: str
    pay_concept: str
    dimension: str
    unit: str
    currency: str
    least_sample: int
    source: str = Field(foreign_key="source.id")
    status: str
    note: str


class WageRow(SQLModel, table=True):
    """A published cell, found by what it speaks about and where, in fen; `again` is the row where it came again."""

    __tablename__ = "wage"
    __table_args__ = {"sqlite_with_rowid": False}
    subject: str = Field(primary_key=True)
    region: str = Field(primary_key=True)
    period: str = Field(primary_key=True)
    table_id: int = Field(primary_key=True, foreign_key="wage_table.id")
    label: str = Field(primary_key=True)
    p10: int | None
    p25: int | None
    p50: int | None
    p75: int | None
    p90: int | None
    mean: int | None
    flags: str
    sample: int | None
    row: int
    again: int | None = None


class PairingRow(SQLModel, table=True):
    """The industry to which occupations of a prefix are nearest."""

    __tablename__ = "industry_of_occupation"
    prefix: str = Field(primary_key=True)
    industry: str
    source: str = Field(foreign_key="source.id")
    status: str


class PriceRow(SQLModel, table=True):
    """Change of consumer prices in a year, percent."""

    __tablename__ = "price"
    year: int = Field(primary_key=True)
    percent: str
    source: str = Field(foreign_key="source.id")
    status: str


class FormRow(SQLModel, table=True):
    """An issued determination form, as figures. Amounts in fen."""

    __tablename__ = "form"
    id: str = Field(primary_key=True)
    region: str
    retired: str
    benefit_base: int
    index: str
    transitional_index: str | None
    total_months: int
    transitional_months: int
    account_balance: int
    divisor: str
    printed_basic: int | None
    printed_account: int | None
    printed_transitional: int | None
    printed_total: int | None
    adds_up: bool
    source: str = Field(foreign_key="source.id")
    note_zh: str
    note_en: str


class ServicePointRow(SQLModel, table=True):
    """Where to go or to call; what is not known of a place is empty."""

    __tablename__ = "service_point"
    region: str = Field(primary_key=True)
    kind: str = Field(primary_key=True)
    name_zh: str
    name_en: str
    phone: str
    area_code: str
    address: str
    hours: str
    source: str = Field(foreign_key="source.id")
    status: str


class ImportedRow(SQLModel, table=True):
    """A table that somebody imported, and the file it came from."""

    __tablename__ = "imported"
    id: str = Field(primary_key=True)
    table_id: int = Field(foreign_key="wage_table.id")
    file: str
    sha256: str
    imported_on: str
    rows: int


class FeedTableRow(SQLModel, table=True):
    """A table that was fetched from a public feed, and the terms on which it may be used."""

    __tablename__ = "feed_table"
    table_id: int = Field(primary_key=True, foreign_key="wage_table.id")
    feed: str
    terms: str
    told_by: str


class RateRow(SQLModel, table=True):
    """A rate that was fetched from a public feed; its value as a text, to be exact."""

    __tablename__ = "rate"
    indicator: str = Field(primary_key=True)
    region: str = Field(primary_key=True)
    year: int = Field(primary_key=True)
    value: str
    feed: str
    terms: str
    fetched_on: str


class FeedRow(SQLModel, table=True):
    """How a public feed was last asked; `details` and `seen` are JSON."""

    __tablename__ = "feed"
    id: str = Field(primary_key=True)
    outcome: str
    tried: str
    got: str
    code: str
    details: str
    seen: str


RELEASE = (
    AboutRow,
    SourceRow,
    LawRow,
    RegionRow,
    OccupationRow,
    RetiredCodeRow,
    SaidWordRow,
    ReadingRow,
    WageTableRow,
    WageRow,
    PairingRow,
    PriceRow,
    FormRow,
    ServicePointRow,
)
IMPORTED = (SourceRow, WageTableRow, WageRow, ImportedRow)
FEEDS = (FeedTableRow, RateRow, FeedRow)
