"""The tables of a database, as SQLModel declares them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlmodel import SQLModel


def create(connection: sqlite3.Connection, models: Iterable[type[SQLModel]]) -> None:
    """Make the tables and their indexes."""
    dialect = sqlite.dialect()
    for model in models:
        table = SQLModel.metadata.tables[str(model.__tablename__)]
        connection.execute(str(CreateTable(table).compile(dialect=dialect)))
        for index in table.indexes:
            connection.execute(str(CreateIndex(index).compile(dialect=dialect)))
