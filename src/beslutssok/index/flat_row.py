"""A row of a flat table, and how rows are fetched: one meeting at a time, in order of time.

So no table is ever held whole, however many meetings an index has.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from beslutssok.domain import DocumentKind, Filters
from beslutssok.index.conditions import ITEMS, item_condition

Value = str | int | bool | date | None
Fetched = tuple[object, ...]
Connection = sqlite3.Connection

ITEM_COLUMNS = "i.text_id, i.number, i.title, i.case_number"
NO_ITEM_COLUMNS = "NULL, '', '', NULL"
MEETING_COLUMNS = "m.huvudman, m.organ, m.date, m.kind, m.title, d.file, d.sha256"
OF_MEETING = "FROM meetings m JOIN documents d ON d.id = m.document"
OF_ITEM = f"{OF_MEETING} JOIN items i ON i.meeting = m.id"
OWN = 12
"""Where the columns of a table itself begin: after the item's, the meeting's, and the page."""


@dataclass(frozen=True, slots=True)
class FlatRow:
    """A row of a table: where it stands, and what the table's own columns have.

    Outside every item ``item_id`` is ``None`` and the rest of the item empty. ``values`` have
    the order of the columns that the export declares for the table. ``citation`` is empty where
    one can be made of the rest.
    """

    item_id: str | None
    item_number: str
    item_title: str
    case_number: str | None
    huvudman: str
    organ: str
    date: date | None
    document_kind: DocumentKind
    document_title: str
    file: str
    sha256: str | None
    page: int
    values: tuple[Value, ...]
    section_heading: str = ""
    point: str | None = None
    citation: str = ""


def fetch_by_meeting(
    connection: sqlite3.Connection, filters: Filters, query: str, order: str = ""
) -> Iterator[Fetched]:
    """Run a query that ends in a ``WHERE`` clause for each meeting that ``filters`` leave.

    Where the query is of :data:`OF_ITEM`, only the items that the filters leave are given.
    """
    where, parameters = item_condition(filters)
    if " items i " not in query:
        where, parameters = "1", []
    ordered = f" ORDER BY {order}" if order else ""
    for meeting in _meetings(connection, filters):
        yield from connection.execute(
            f"{query} AND m.id = ? AND {where}{ordered}", [meeting, *parameters]
        ).fetchall()


def make_row(
    fetched: Fetched, values: Iterable[object], heading: str = "", point: object = None
) -> FlatRow:
    """Make a row of what was fetched, with the values of the table's own columns."""
    day = fetched[6]
    return FlatRow(
        item_id=text_of(fetched[0]),
        item_number=str(fetched[1]),
        item_title=str(fetched[2]),
        case_number=text_of(fetched[3]),
        huvudman=str(fetched[4]),
        organ=str(fetched[5]),
        date=date.fromisoformat(str(day)) if day else None,
        document_kind=DocumentKind(str(fetched[7])),
        document_title=str(fetched[8]),
        file=str(fetched[9]),
        sha256=str(fetched[10]),
        page=int(str(fetched[11])),
        values=tuple(map(_value, values)),
        section_heading=heading,
        point=text_of(point),
    )


def text_of(value: object) -> str | None:
    """A column that holds text or nothing."""
    return None if value is None else str(value)


def _value(value: object) -> Value:
    assert value is None or isinstance(value, str | int | date)
    return value


def _meetings(connection: sqlite3.Connection, filters: Filters) -> list[int]:
    """The rowids of the meetings that the filters leave, or that have an item that they do."""
    where, parameters = item_condition(filters)
    if "i." in where:
        where = f"m.id IN (SELECT i.meeting FROM {ITEMS} WHERE {where})"
    rows = connection.execute(
        f"SELECT m.id {OF_MEETING} WHERE {where}"
        " ORDER BY m.date, m.huvudman_key, m.organ_key, d.path, m.position",
        parameters,
    )
    return [row[0] for row in rows]
