"""A document as rows of all the tables it is in, written or removed within one transaction."""

import json
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import astuple, replace

from beslutssok.domain import Item
from beslutssok.index.codec import encode, encode_places
from beslutssok.index.parties import find_parties
from beslutssok.index.rows import PreparedDocument, compared, compared_number

STAMP_COLUMNS = "root, file, path, size, mtime_ns, recipe"


def insert_document(
    connection: sqlite3.Connection, document: PreparedDocument, vectors: Mapping[bytes, bytes]
) -> None:
    """Insert a document with its items and passages; see ``IndexWriter.put``."""
    rowid = _insert_head(connection, document)
    items = _insert_items(connection, document, rowid)
    _insert_passages(connection, document, rowid, items, vectors)


def remove_document(connection: sqlite3.Connection, rowid: int) -> None:
    """Remove a document with all that hangs on it."""
    connection.execute(
        "DELETE FROM words WHERE rowid IN (SELECT id FROM passages WHERE document = ?)", (rowid,)
    )
    connection.execute("DELETE FROM documents WHERE id = ?", (rowid,))


def _insert_head(connection: sqlite3.Connection, document: PreparedDocument) -> int:
    meeting = document.meeting
    stamp = document.stamp
    cursor = connection.execute(
        f"INSERT INTO documents (sha256, {STAMP_COLUMNS}, title, kind, huvudman, huvudman_key,"
        " organ, organ_key, date, pages, problems, doubts, head)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            document.sha256,
            *astuple(stamp),
            storable(document.title),
            meeting.document_kind.value,
            storable(meeting.huvudman),
            compared(storable(meeting.huvudman)),
            storable(meeting.organ),
            compared(storable(meeting.organ)),
            meeting.date and meeting.date.isoformat(),
            document.pages,
            json.dumps([astuple(problem) for problem in document.problems]),
            json.dumps(meeting.doubts),
            encode(replace(meeting, items=())),
        ),
    )
    return _rowid(cursor)


def _insert_items(
    connection: sqlite3.Connection, document: PreparedDocument, rowid: int
) -> list[tuple[int, str]]:
    """Insert the items and return the rowid and the identifier that each got."""
    inserted: list[tuple[int, str]] = []
    foreign = _foreign_identifiers(connection, "items")
    own: set[str] = set()
    for position, item in enumerate(document.meeting.items):
        text_id = unique_id(document.item_ids[position], document.sha256, own, foreign)
        cursor = connection.execute(
            "INSERT INTO items (text_id, document, position, number, number_key, title,"
            " case_number, case_key, outcome, first_page, last_page, mentions)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (text_id, rowid, position, *_item_columns(item)),
        )
        inserted.append((_rowid(cursor), text_id))
        connection.execute(
            "INSERT INTO item_trees (item, tree) VALUES (?, ?)", (_rowid(cursor), encode(item))
        )
        connection.executemany(
            "INSERT OR IGNORE INTO item_mentions (item, case_key) VALUES (?, ?)",
            [(_rowid(cursor), compared(reference)) for reference in item.references],
        )
    return inserted


def _item_columns(item: Item) -> tuple[str | int | None, ...]:
    return (
        storable(item.number),
        compared_number(storable(item.number)),
        storable(item.title),
        item.case_number,
        item.case_number and compared(item.case_number),
        item.outcome.value,
        *item.pages,
        json.dumps(item.references),
    )


def _insert_passages(
    connection: sqlite3.Connection,
    document: PreparedDocument,
    rowid: int,
    items: Sequence[tuple[int, str]],
    vectors: Mapping[bytes, bytes],
) -> None:
    foreign = _foreign_identifiers(connection, "passages")
    own: set[str] = set()
    for prepared in document.passages:
        passage = prepared.passage
        item_rowid, wanted = None, passage.id
        if prepared.item is not None:
            item_rowid, item_id = items[prepared.item]
            wanted = item_id + wanted.removeprefix(document.item_ids[prepared.item])
        text = storable(passage.text)
        cursor = connection.execute(
            "INSERT INTO passages (text_id, document, item, section, heading, point, page, text,"
            " context, places, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                unique_id(wanted, document.sha256, own, foreign),
                rowid,
                item_rowid,
                passage.section.value,
                storable(passage.section_heading),
                passage.point,
                passage.page,
                text,
                storable(passage.context),
                encode_places(passage.places),
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


def _foreign_identifiers(connection: sqlite3.Connection, table: str) -> Callable[[str], bool]:
    def has(text_id: str) -> bool:
        row = connection.execute(f"SELECT 1 FROM {table} WHERE text_id = ?", (text_id,))
        return row.fetchone() is not None

    return has


def storable(text: str) -> str:
    r"""Put a replacement character for each lone surrogate, which SQLite cannot store.

    >>> storable("Å\ud800!") == "Å\ufffd!"
    True
    """
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _rowid(cursor: sqlite3.Cursor) -> int:
    assert cursor.lastrowid is not None
    return cursor.lastrowid
