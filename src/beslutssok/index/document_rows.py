"""Documents, meetings, items and attendance as rows of flat tables."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace

from beslutssok.domain import DocumentKind, Filters
from beslutssok.index.conditions import ITEMS, item_condition
from beslutssok.index.flat_row import (
    ITEM_COLUMNS,
    MEETING_COLUMNS,
    NO_ITEM_COLUMNS,
    OF_ITEM,
    OF_MEETING,
    OWN,
    FlatRow,
    fetch_by_meeting,
    make_row,
)
from beslutssok.index.overview import EVERYTHING
from beslutssok.parse.matter_kinds import find_matter_kind

READ, UNREADABLE = "läst", "oläslig"


def document_rows(connection: sqlite3.Connection, filters: Filters) -> Iterator[FlatRow]:
    """A row for each document, and without filters for each file that could not be read.

    What is told of the meeting is that of the first one in the document.
    """
    of_document = "(SELECT id FROM meetings n WHERE n.document = d.id)"
    query = (
        f"SELECT {NO_ITEM_COLUMNS}, {MEETING_COLUMNS}, 1, d.title, d.pages,"
        " (SELECT count(*) FROM meetings n WHERE n.document = d.id),"
        f" (SELECT count(*) FROM items WHERE meeting IN {of_document}),"
        f" (SELECT count(*) FROM passages WHERE meeting IN {of_document}),"
        f" json_array_length(d.problems), '{READ}', NULL, d.id"
        f" {OF_MEETING} WHERE 1"
    )
    seen: set[object] = set()
    for fetched in fetch_by_meeting(connection, filters, query):
        *values, rowid = fetched[OWN:]
        if rowid not in seen:
            seen.add(rowid)
            yield make_row(fetched, values)
    if filters == EVERYTHING:
        yield from _unreadable_rows(connection)


def meeting_rows(connection: sqlite3.Connection, filters: Filters) -> Iterator[FlatRow]:
    """A row for each meeting of a document."""
    query = (
        f"SELECT {NO_ITEM_COLUMNS}, {MEETING_COLUMNS}, m.first_page, m.title, m.last_page,"
        " (SELECT count(*) FROM items WHERE meeting = m.id),"
        " (SELECT count(*) FROM attendance WHERE meeting = m.id)"
        f" {OF_MEETING} WHERE 1"
    )
    for fetched in fetch_by_meeting(connection, filters, query):
        yield make_row(fetched, fetched[OWN:])


def item_rows(connection: sqlite3.Connection, filters: Filters) -> Iterator[FlatRow]:
    """A row for each item."""
    query = (
        f"SELECT {ITEM_COLUMNS}, {MEETING_COLUMNS}, i.first_page, i.outcome, i.last_page,"
        " (SELECT count(DISTINCT motion) FROM motions WHERE item = i.id),"
        " (SELECT count(*) FROM votes WHERE item = i.id),"
        " (SELECT count(DISTINCT dissent) FROM dissents WHERE item = i.id"
        " AND kind = 'reservation'),"
        " (SELECT group_concat(value, '; ') FROM json_each(i.mentions))"
        f" {OF_ITEM} WHERE 1"
    )
    for fetched in fetch_by_meeting(connection, filters, query, "i.position"):
        row = make_row(fetched, fetched[OWN:])
        of_agenda = row.document_kind is not DocumentKind.OTHER
        matter = find_matter_kind(row.item_title).value if of_agenda else None
        yield replace(row, values=(*row.values, matter))


def attendance_rows(connection: sqlite3.Connection, filters: Filters) -> Iterator[FlatRow]:
    """A row for each person of a meeting's list of those who were there."""
    query = (
        f"SELECT {NO_ITEM_COLUMNS}, {MEETING_COLUMNS}, coalesce(x.page, m.first_page),"
        " x.position + 1, x.person, x.party, x.role"
        f" {OF_MEETING} JOIN attendance x ON x.meeting = m.id WHERE 1"
    )
    for fetched in fetch_by_meeting(connection, filters, query, "x.position"):
        yield make_row(fetched, fetched[OWN:])


def case_numbers(connection: sqlite3.Connection, filters: Filters) -> list[str]:
    """The case numbers of the items that the filters leave, each in one spelling, oldest first."""
    where, parameters = item_condition(filters)
    rows = connection.execute(
        f"SELECT min(i.case_number) FROM {ITEMS} WHERE {where} AND i.case_key IS NOT NULL"
        " GROUP BY i.case_key ORDER BY min(m.date), i.case_key",
        parameters,
    )
    return [row[0] for row in rows]


def _unreadable_rows(connection: sqlite3.Connection) -> Iterator[FlatRow]:
    rows = connection.execute("SELECT file, reason FROM unreadable ORDER BY path").fetchall()
    for file, reason in rows:
        yield FlatRow(
            item_id=None,
            item_number="",
            item_title="",
            case_number=None,
            huvudman="",
            organ="",
            date=None,
            document_kind=DocumentKind.OTHER,
            document_title=file,
            file=file,
            sha256=None,
            page=1,
            citation=file,
            values=(file, None, None, None, None, None, UNREADABLE, reason),
        )
