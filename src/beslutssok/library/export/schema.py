"""The tables of an export: declared once, for the files, their metadata and the dictionary."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from beslutssok.index.flat_row import FlatRow

Rows = Callable[..., Iterator[FlatRow]]


class ColumnType(StrEnum):
    """What the cells of a column hold, besides nothing; the value is the word in the dictionary."""

    TEXT = "text"
    COUNT = "heltal"
    DAY = "datum"
    FLAG = "sant/falskt"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, what its cells hold, in what unit, and what that means, in Swedish."""

    name: str
    type: ColumnType
    description: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name, what a row is (in Swedish), its columns, and where the rows come from.

    ``rows`` takes a connection and filters; it is ``None`` where rows need more than a query.
    """

    name: str
    description: str
    own_columns: tuple[Column, ...]
    rows: Rows | None

    @property
    def columns(self) -> tuple[Column, ...]:
        """Those that all tables have, then the table's own."""
        return (*COMMON, *self.own_columns)


def text(name: str, description: str) -> Column:
    """A column of text."""
    return Column(name, ColumnType.TEXT, description)


def count(name: str, description: str, unit: str) -> Column:
    """A column of whole numbers."""
    return Column(name, ColumnType.COUNT, description, unit)


def day(name: str, description: str) -> Column:
    """A column of dates."""
    return Column(name, ColumnType.DAY, description, "ISO 8601")


def flag(name: str, description: str) -> Column:
    """A column of what is true or not."""
    return Column(name, ColumnType.FLAG, description)


COMMON = (
    text("citation", "Källhänvisning, som den står i träffar och svar."),
    text("item_id", "Paragrafens eller ärendets id: samma i alla tabeller och över inläsningar."),
    text("huvudman", "Region eller kommun."),
    text("organ", "Organ: nämnd, styrelse eller fullmäktige."),
    day("date", "Sammanträdets datum."),
    text("document_kind", "protokoll, protokollsutdrag, kallelse eller handling."),
    text("item_number", "Paragrafens nummer; i en kallelse ärendets."),
    text("item_title", "Paragrafens rubrik."),
    text("case_number", "Diarienummer."),
    count("page", "Sida där det står, i PDF-filen räknat från 1.", "sida"),
    text("file", "PDF-filen, räknad från mappen den lästes in från."),
    text("sha256", "PDF-filens kontrollsumma (SHA-256): visar att det är samma fil."),
)
"""The columns that begin every table; what a row has nothing for is empty."""


def select_tables(tables: Iterable[Table], names: Iterable[str]) -> tuple[Table, ...]:
    """The tables with these names, in the order of ``tables``; all, if none is named.

    Raises:
        KeyError: there is no table of a name.
    """
    held = {table.name: table for table in tables}
    wanted = {name: held[name] for name in names}
    return tuple(table for table in held.values() if not wanted or table.name in wanted)


Record = tuple[Any, ...]
"""A row as it is written: a value for each of ``Table.columns``."""
