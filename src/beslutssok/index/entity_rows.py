"""Motions, votes, reservations, jäv and references as rows of flat tables, with their words.

The first value of a row is the number of the motion, vote … within its item, from 1.
"""

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from beslutssok.domain import Entities, Filters, Quotation
from beslutssok.errors import IndexDamaged
from beslutssok.index.codec import decode_field
from beslutssok.index.flat_row import (
    ITEM_COLUMNS,
    MEETING_COLUMNS,
    OF_ITEM,
    OWN,
    FlatRow,
    fetch_by_meeting,
    make_row,
)

_FULL_DATE = 10


def motion_rows(connection: sqlite3.Connection, filters: Filters) -> Iterator[FlatRow]:
    """A row for each mover of a motion."""
    columns = "x.motion, x.kind, x.person, x.party, x.subject"
    return _told(connection, filters, "motions", columns, lambda told, at: told.motions[at].source)


def vote_rows(connection: sqlite3.Connection, filters: Filters) -> Iterator[FlatRow]:
    """A row for each vote."""
    columns = (
        "x.vote, x.yes_stated, x.no_stated, x.abstained_stated, x.absent_stated, x.yes_counted,"
        " x.no_counted, x.abstained_counted, x.absent_counted, x.yes_means, x.no_means, x.agrees"
    )
    rows = _told(
        connection, filters, "votes", columns, lambda told, at: told.votes[at].source, "x.vote"
    )
    for row in rows:
        *values, agrees, text = row.values
        yield replace(row, values=(*values, bool(agrees), text))


def cast_vote_rows(connection: sqlite3.Connection, filters: Filters) -> Iterator[FlatRow]:
    """A row for each person of a roll-call."""
    columns = "x.vote, x.person, x.party, x.choice, nullif(x.role, '')"
    return _plain(connection, filters, "cast_votes", columns, "x.vote, x.position")


def party_vote_rows(connection: sqlite3.Connection, filters: Filters) -> Iterator[FlatRow]:
    """A row for each party of a list that tells of parties and not of persons."""
    columns = "x.vote, x.party, x.choice, x.count"
    return _plain(connection, filters, "party_votes", columns, "x.vote, x.position")


def reservation_rows(connection: sqlite3.Connection, filters: Filters) -> Iterator[FlatRow]:
    """A row for each person or party of a reservation."""
    columns = "x.dissent, x.person, x.party"
    return _dissents(connection, filters, columns, "x.kind = 'reservation'")


def statement_rows(connection: sqlite3.Connection, filters: Filters) -> Iterator[FlatRow]:
    """A row for each person or party of a statement, or that did not take part."""
    columns = "x.dissent, x.kind, x.person, x.party"
    return _dissents(connection, filters, columns, "x.kind != 'reservation'")


def disqualification_rows(connection: sqlite3.Connection, filters: Filters) -> Iterator[FlatRow]:
    """A row for each person who was disqualified."""
    columns = "x.disqualification, x.person, x.party"
    return _told(
        connection,
        filters,
        "disqualifications",
        columns,
        lambda told, at: told.disqualifications[at].source,
    )


def reference_rows(connection: sqlite3.Connection, filters: Filters) -> Iterator[FlatRow]:
    """A row for each other item that an item refers to."""
    columns = "x.position, nullif(x.organ, ''), x.date, x.number"
    rows = _told(
        connection,
        filters,
        "item_references",
        columns,
        lambda told, at: told.references[at].source,
        "x.position",
    )
    for row in rows:
        position, organ, told, number, text = row.values
        day = str(told or "")
        whole = date.fromisoformat(day) if len(day) == _FULL_DATE else None
        year = int(day[:4]) if day else None
        yield replace(row, values=(position, organ, whole, year, number, text))


def _dissents(
    connection: sqlite3.Connection, filters: Filters, columns: str, condition: str
) -> Iterator[FlatRow]:
    return _told(
        connection,
        filters,
        "dissents",
        columns,
        lambda told, at: told.dissents[at].source,
        condition=condition,
    )


def _plain(
    connection: sqlite3.Connection, filters: Filters, table: str, columns: str, order: str
) -> Iterator[FlatRow]:
    query = (
        f"SELECT {ITEM_COLUMNS}, {MEETING_COLUMNS}, coalesce(x.page, i.first_page), {columns}"
        f" {OF_ITEM} JOIN {table} x ON x.item = i.id WHERE 1"
    )
    for fetched in fetch_by_meeting(connection, filters, query, f"i.position, {order}"):
        position, *values = fetched[OWN:]
        yield make_row(fetched, (int(str(position)) + 1, *values))


def _told(
    connection: sqlite3.Connection,
    filters: Filters,
    table: str,
    columns: str,
    source: Callable[[Entities, int], Quotation],
    order: str = "x.rowid",
    condition: str = "1",
) -> Iterator[FlatRow]:
    """The rows of a table, each with the words that ``source`` finds at its position."""
    query = (
        f"SELECT {ITEM_COLUMNS}, {MEETING_COLUMNS}, coalesce(x.page, i.first_page), {columns},"
        f" t.tree {OF_ITEM} JOIN {table} x ON x.item = i.id JOIN item_trees t ON t.item = i.id"
        f" WHERE {condition}"
    )
    told, item = Entities(), object()
    for fetched in fetch_by_meeting(connection, filters, query, f"i.position, {order}"):
        position, *values, tree = fetched[OWN:]
        if fetched[0] != item:
            told, item = _entities(tree), fetched[0]
        at = int(str(position))
        yield make_row(fetched, (at + 1, *values, source(told, at).text))


def _entities(tree: object) -> Entities:
    assert isinstance(tree, bytes)
    try:
        return decode_field(Entities, tree, "entities") or Entities()
    except ValueError as exc:
        raise IndexDamaged("med handlingarna", "en handling kan inte avkodas") from exc
