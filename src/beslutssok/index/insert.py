"""A document as rows of all the tables it is in, written or removed within one transaction."""

import json
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import astuple, replace

from beslutssok.domain import Item
from beslutssok.index.codec import encode, encode_places
from beslutssok.index.entity_tables import insert_attendance, insert_entities
from beslutssok.index.parties import find_parties
from beslutssok.index.rows import (
    PreparedDocument,
    PreparedMeeting,
    compared,
    compared_case,
    compared_number,
    storable,
)

STAMP_COLUMNS = "root, file, path, size, mtime_ns, recipe"


def insert_document(
    connection: sqlite3.Connection, document: PreparedDocument, vectors: Mapping[bytes, bytes]
) -> None:
    """Insert a document with its meetings, items and passages; see ``IndexWriter.put``."""
    rowid = _insert_head(connection, document)
    of_items = _Identifiers(connection, "items", document.sha256)
    of_passages = _Identifiers(connection, "passages", document.sha256)
    for position, prepared in enumerate(document.meetings):
        title = prepared.meeting.title or document.title
        meeting = _insert_meeting(connection, prepared, rowid, position, title)
        items = _insert_items(connection, prepared, meeting, of_items)
        _insert_passages(connection, prepared, meeting, items, of_passages, vectors)


def remove_document(connection: sqlite3.Connection, rowid: int) -> None:
    """Remove a document with all that hangs on it."""
    connection.execute(
        "DELETE FROM words WHERE rowid IN (SELECT p.id FROM passages p"
        " JOIN meetings m ON m.id = p.meeting WHERE m.document = ?)",
        (rowid,),
    )
    connection.execute("DELETE FROM documents WHERE id = ?", (rowid,))


def _insert_head(connection: sqlite3.Connection, document: PreparedDocument) -> int:
    cursor = connection.execute(
        f"INSERT INTO documents (sha256, {STAMP_COLUMNS}, title, pages, problems)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            document.sha256,
            *astuple(document.stamp),
            storable(document.title),
            document.pages,
            json.dumps([astuple(problem) for problem in document.problems]),
        ),
    )
    return _rowid(cursor)


def _insert_meeting(
    connection: sqlite3.Connection,
    prepared: PreparedMeeting,
    document: int,
    position: int,
    title: str,
) -> int:
    meeting = prepared.meeting
    cursor = connection.execute(
        "INSERT INTO meetings (document, position, kind, huvudman, huvudman_key, organ, organ_key,"
        " date, title, first_page, last_page, doubts, head)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            document,
            position,
            meeting.document_kind.value,
            storable(meeting.huvudman),
            compared(storable(meeting.huvudman)),
            storable(meeting.organ),
            compared(storable(meeting.organ)),
            meeting.date and meeting.date.isoformat(),
            storable(title),
            *meeting.pages,
            json.dumps(prepared.doubts),
            encode(replace(meeting, items=())),
        ),
    )
    rowid = _rowid(cursor)
    insert_attendance(connection, rowid, meeting.attendance)
    return rowid


def _insert_items(
    connection: sqlite3.Connection,
    prepared: PreparedMeeting,
    meeting: int,
    identifiers: "_Identifiers",
) -> list[tuple[int, str]]:
    """Insert the items and return the rowid and the identifier that each got."""
    inserted: list[tuple[int, str]] = []
    for position, item in enumerate(prepared.meeting.items):
        text_id = identifiers.give(prepared.item_ids[position])
        cursor = connection.execute(
            "INSERT INTO items (text_id, meeting, position, number, number_key, title,"
            " case_number, case_key, outcome, first_page, last_page, mentions)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (text_id, meeting, position, *_item_columns(item)),
        )
        inserted.append((_rowid(cursor), text_id))
        insert_entities(connection, _rowid(cursor), item.entities)
        connection.execute(
            "INSERT INTO item_trees (item, tree) VALUES (?, ?)", (_rowid(cursor), encode(item))
        )
        connection.executemany(
            "INSERT OR IGNORE INTO item_mentions (item, case_key) VALUES (?, ?)",
            [(_rowid(cursor), compared_case(reference)) for reference in item.references],
        )
    return inserted


def _item_columns(item: Item) -> tuple[str | int | None, ...]:
    return (
        storable(item.number),
        compared_number(storable(item.number)),
        storable(item.title),
        item.case_number,
        item.case_number and compared_case(item.case_number),
        item.outcome.value,
        *item.pages,
        json.dumps(item.references),
    )


def _insert_passages(
    connection: sqlite3.Connection,
    meeting: PreparedMeeting,
    rowid: int,
    items: Sequence[tuple[int, str]],
    identifiers: "_Identifiers",
    vectors: Mapping[bytes, bytes],
) -> None:
    for prepared in meeting.passages:
        passage = prepared.passage
        item_rowid, wanted = None, passage.id
        if prepared.item is not None:
            item_rowid, item_id = items[prepared.item]
            wanted = item_id + wanted.removeprefix(meeting.item_ids[prepared.item])
        text = storable(passage.text)
        cursor = connection.execute(
            "INSERT INTO passages (text_id, meeting, item, section, heading, point, page, text,"
            " context, places, ocr, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                identifiers.give(wanted),
                rowid,
                item_rowid,
                passage.section.value,
                storable(passage.section_heading),
                passage.point,
                passage.page,
                text,
                storable(passage.context),
                encode_places(passage.places),
                int(passage.ocr),
                prepared.digest,
            ),
        )
        key = _rowid(cursor)
        connection.execute(
            "INSERT INTO vectors (passage, vector) VALUES (?, ?)", (key, vectors[prepared.digest])
        )
        terms = (prepared.title_terms, prepared.context_terms, prepared.body_terms)
        connection.execute(
            "INSERT INTO words (rowid, title, context, body) VALUES (?, ?, ?, ?)",
            (key, *map(storable, terms)),
        )
        connection.executemany(
            "INSERT INTO passage_parties (passage, party) VALUES (?, ?)",
            [(key, party) for party in sorted(find_parties(text))],
        )


def unique_id(wanted: str, sha256: str, own: set[str], foreign: Callable[[str], bool]) -> str:
    """Give an identifier like ``wanted`` that nothing has yet, and note it among ``own``.

    ``own`` are those given out in this document before, ``foreign`` tells whether another
    document has one.

    >>> own = {"x/208"}
    >>> unique_id("x/208", "ab12cd34ef", own, lambda known: False)
    'x/208~2'
    >>> unique_id("x/209", "ab12cd34ef", own, lambda known: known == "x/209")
    'x/209~ab12cd34'
    """
    base = f"{wanted}~{sha256[:8]}" if wanted not in own and foreign(wanted) else wanted
    candidate, number = base, 1
    while candidate in own or foreign(candidate):
        number += 1
        candidate = f"{base}~{number}"
    own.add(candidate)
    return candidate


class _Identifiers:
    """Gives out identifiers of one table to what is inserted of one document."""

    def __init__(self, connection: sqlite3.Connection, table: str, sha256: str) -> None:
        self._connection = connection
        self._query = f"SELECT 1 FROM {table} WHERE text_id = ?"
        self._sha256 = sha256
        self._own: set[str] = set()

    def give(self, wanted: str) -> str:
        """Give an identifier like ``wanted`` that nothing in the index has yet."""
        return unique_id(wanted, self._sha256, self._own, self._is_held)

    def _is_held(self, text_id: str) -> bool:
        return self._connection.execute(self._query, (text_id,)).fetchone() is not None


def _rowid(cursor: sqlite3.Cursor) -> int:
    assert cursor.lastrowid is not None
    return cursor.lastrowid
