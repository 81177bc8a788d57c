"""Passages, items and documents of an index. Each method sees one committed state.

Rows are keyed by ``rowid`` (int). Between two calls a writer may have replaced a document, so a
rowid that one call gave can be gone in the next; such rows are left out, never mistaken.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TypeVar

import numpy as np

from beslutssok.domain import Entities, Filters, Item, Meeting
from beslutssok.errors import CitationNotFound, IndexDamaged, UnreadableDocument
from beslutssok.index.codec import decode
from beslutssok.index.conditions import (
    ITEMS,
    ITS_FILE,
    PASSAGES,
    item_condition,
    passage_condition,
)
from beslutssok.index.overview import EVERYTHING, IndexOverview, read_version
from beslutssok.index.rows import (
    IndexVersion,
    Rowids,
    StoredDocument,
    StoredItem,
    StoredPassage,
    UnreadableFile,
    Vectors,
    compared_case,
)
from beslutssok.index.stored import (
    DOCUMENT_COLUMNS,
    DOCUMENTS,
    ITEM_COLUMNS,
    PASSAGE_COLUMNS,
    stored_document,
    stored_item,
    stored_passage,
)

T = TypeVar("T")

EQUAL_WEIGHTS = (1.0, 1.0, 1.0)
_AMONG = "IN (SELECT value FROM json_each(?))"


class IndexReader(IndexOverview):
    """Read an index; any number of threads may.

    Every method can raise ``IndexDamaged``, and ``IndexBusy`` when the file is locked by others.
    """

    # -- passages

    def count(self, filters: Filters = EVERYTHING) -> int:
        """Count the passages that ``filters`` leave."""
        where, parameters = passage_condition(filters)
        with self.reading() as connection:
            row = connection.execute(f"SELECT count(*) FROM passages p WHERE {where}", parameters)
            return int(row.fetchone()[0])

    def has_any(self, filters: Filters) -> bool:
        """Whether ``filters`` leave any passage."""
        where, parameters = passage_condition(filters)
        with self.reading() as connection:
            row = connection.execute(f"SELECT 1 FROM passages p WHERE {where} LIMIT 1", parameters)
            return row.fetchone() is not None

    def rowids(self, filters: Filters = EVERYTHING) -> Rowids:
        """Give the rowids, ascending, of the passages that ``filters`` leave: int64, shape (n,)."""
        where, parameters = passage_condition(filters)
        with self.reading() as connection:
            rows = connection.execute(f"SELECT p.id FROM passages p WHERE {where}", parameters)
            return np.sort(np.fromiter(chain.from_iterable(rows), dtype=np.int64))

    def match(
        self,
        terms: Iterable[str],
        filters: Filters = EVERYTHING,
        limit: int = 100,
        weights: tuple[float, float, float] = EQUAL_WEIGHTS,
    ) -> list[tuple[int, float]]:
        """Find passages that have any of ``terms``, best first, as (rowid, score) pairs.

        ``terms`` are stems as ``index_terms`` writes them; whatever they hold, they are words
        and never operators, and one that falls into several words is searched as a phrase. The
        score is BM25 with ``weights`` for title, context and body; higher is better, and among
        equals the lower rowid comes first.
        """
        expression = _any_of(terms)
        if not expression or limit < 1:
            return []
        where, parameters = passage_condition(filters)
        # A cross join, so that the words are matched first, and once.
        joined = "CROSS JOIN passages p ON p.id = words.rowid" if where != "1" else ""
        with self.reading() as connection:
            return connection.execute(
                f"SELECT words.rowid, -bm25(words, ?, ?, ?) AS score FROM words {joined}"
                f" WHERE words MATCH ? AND {where} ORDER BY score DESC, words.rowid LIMIT ?",
                [*weights, expression, *parameters, limit],
            ).fetchall()

    def passages(self, rowids: Iterable[int]) -> list[StoredPassage]:
        """Give the passages in the order of ``rowids``; those that are gone are left out."""
        wanted = [int(rowid) for rowid in rowids]
        with self.reading() as connection:
            rows = connection.execute(
                f"SELECT {PASSAGE_COLUMNS} FROM {PASSAGES} {ITS_FILE} WHERE p.id {_AMONG}",
                (json.dumps(wanted),),
            )
            found = {row[0]: stored_passage(row) for row in rows}
        return [found[rowid] for rowid in wanted if rowid in found]

    def passage(self, passage_id: str) -> StoredPassage:
        """Give the passage with a stable identifier.

        Raises:
            CitationNotFound: there is none.
        """
        with self.reading() as connection:
            row = connection.execute(
                f"SELECT {PASSAGE_COLUMNS} FROM {PASSAGES} {ITS_FILE} WHERE p.text_id = ?",
                (passage_id,),
            ).fetchone()
        if row is None:
            raise CitationNotFound(f"Det finns inget stycke {passage_id} i indexet.")
        return stored_passage(row)

    def item_passages(self, item_id: str) -> list[StoredPassage]:
        """Give the passages of an item in the order they stand; none if there is no such item."""
        with self.reading() as connection:
            rows = connection.execute(
                f"SELECT {PASSAGE_COLUMNS} FROM {PASSAGES} {ITS_FILE}"
                " WHERE i.text_id = ? ORDER BY p.id",
                (item_id,),
            )
            return [stored_passage(row) for row in rows]

    def vectors(self, rowids: Sequence[int] | Rowids) -> Vectors:
        """Give the vectors of passages: float32, shape (n, dimension), in the order of ``rowids``.

        A row that is gone has zeros. Without any vectors in the index the shape is (n, 0).
        """
        wanted = [int(rowid) for rowid in rowids]
        with self.reading() as connection:
            dimension = connection.execute("SELECT dimension FROM meta").fetchone()[0] or 0
            held = dict(
                connection.execute(
                    f"SELECT passage, vector FROM vectors WHERE passage {_AMONG}",
                    (json.dumps(wanted),),
                ).fetchall()
            )
        nothing = bytes(4 * dimension)
        joined = b"".join(held.get(rowid, nothing) for rowid in wanted)
        return np.frombuffer(joined, dtype="<f4").reshape(len(wanted), dimension)

    def all_vectors(self) -> tuple[IndexVersion, Rowids, Vectors]:
        """Give all vectors, of one version: rowids (n,) ascending, float32 (n, dimension)."""
        with self.reading() as connection:
            version = read_version(connection)
            dimension = connection.execute("SELECT dimension FROM meta").fetchone()[0] or 0
            rows = connection.execute(
                "SELECT passage, vector FROM vectors ORDER BY passage"
            ).fetchall()
        rowids = np.fromiter((row[0] for row in rows), dtype=np.int64, count=len(rows))
        joined = b"".join(row[1] for row in rows)
        if len(joined) != 4 * dimension * len(rows):
            raise IndexDamaged(self.path, "vektorerna har inte modellens längd")
        return version, rowids, np.frombuffer(joined, dtype="<f4").reshape(len(rows), dimension)

    # -- items

    def items(self, filters: Filters = EVERYTHING) -> list[StoredItem]:
        """Give the items that ``filters`` leave, in order of time and as they stand."""
        where, parameters = item_condition(filters)
        return self._items(where, parameters)

    def items_named(self, item_ids: Iterable[str]) -> list[StoredItem]:
        """Give the items with these identifiers, in order of time; unknown ones are left out."""
        return self._items(f"i.text_id {_AMONG}", [json.dumps(list(item_ids))])

    def items_of_case(self, case_number: str) -> list[StoredItem]:
        """Give the items with a case number, then those that mention it, each in order of time."""
        key = compared_case(case_number)
        own = self._items("i.case_key = ?", [key])
        mentions = "SELECT item FROM item_mentions WHERE case_key = ?"
        others = self._items(f"i.id IN ({mentions}) AND i.case_key IS NOT ?", [key, key])
        return own + others

    def case_numbers(self) -> list[str]:
        """Give the case numbers that items have as their own, each as it is spelt, once."""
        with self.reading() as connection:
            rows = connection.execute(
                "SELECT DISTINCT case_number FROM items WHERE case_number != ''"
            )
            return [number for (number,) in rows]

    def item(self, item_id: str) -> Item:
        """Give an item with its sections and paragraphs.

        Raises:
            CitationNotFound: there is none with the identifier.
        """
        with self.reading() as connection:
            row = connection.execute(
                "SELECT tree FROM item_trees JOIN items ON id = item WHERE text_id = ?",
                (item_id,),
            ).fetchone()
        if row is None:
            raise CitationNotFound(f"Det finns inget ärende {item_id} i indexet.")
        return self._decoded(Item, row[0])

    def entities(self, item_id: str) -> Entities:
        """Give the motions, votes, dissents, disqualifications and references of an item.

        Raises:
            CitationNotFound: there is none with the identifier.
        """
        return self.item(item_id).entities

    # -- documents

    def meetings(self, sha256: str) -> tuple[Meeting, ...]:
        """Give what a document says, exactly as it was parsed, in page order.

        Raises:
            CitationNotFound: there is no document with the digest.
        """
        with self.reading() as connection:
            heads = connection.execute(
                "SELECT m.id, m.head FROM meetings m JOIN documents d ON d.id = m.document"
                " WHERE d.sha256 = ? ORDER BY m.position",
                (sha256,),
            ).fetchall()
            trees = [
                connection.execute(
                    "SELECT tree FROM item_trees JOIN items ON id = item WHERE meeting = ?"
                    " ORDER BY position",
                    (rowid,),
                ).fetchall()
                for rowid, _ in heads
            ]
        if not heads:
            raise CitationNotFound(f"Det finns ingen handling {sha256} i indexet.")
        return tuple(
            replace(
                self._decoded(Meeting, head),
                items=tuple(self._decoded(Item, tree) for (tree,) in of_meeting),
            )
            for (_, head), of_meeting in zip(heads, trees, strict=True)
        )

    def documents(self) -> list[StoredDocument]:
        """Give all documents, in order of their paths."""
        with self.reading() as connection:
            rows = connection.execute(f"SELECT {DOCUMENT_COLUMNS} FROM {DOCUMENTS} ORDER BY d.path")
            return [stored_document(row) for row in rows]

    def unreadable(self) -> list[UnreadableFile]:
        """Give the files that could not be read, in order of their paths."""
        with self.reading() as connection:
            rows = connection.execute(
                "SELECT path, file, reason, remedy FROM unreadable ORDER BY path"
            )
            return [UnreadableFile(*row) for row in rows]

    def document_path(self, file: str, sha256: str | None = None) -> Path:
        """Give the place on disk of a document's file (``Hit.file``).

        ``sha256`` tells apart files of one name in different folders. Only files of the index
        are ever named, whatever ``file`` holds.

        Raises:
            CitationNotFound: the index has no such file.
            UnreadableDocument: the file is no longer where it was.
        """
        with self.reading() as connection:
            rows = connection.execute(
                "SELECT path FROM documents WHERE file = ? AND sha256 = coalesce(?, sha256)"
                " ORDER BY path",
                (file, sha256),
            ).fetchall()
        if not rows:
            raise CitationNotFound(f"Det finns ingen handling {file} i indexet.")
        paths = [Path(path) for (path,) in rows]
        for path in paths:
            if path.is_file():
                return path
        raise UnreadableDocument(
            paths[0], "filen finns inte kvar", "Lägg tillbaka den, eller kör ingest med --prune."
        )

    # -- inside

    def _items(self, where: str, parameters: Sequence[str]) -> list[StoredItem]:
        with self.reading() as connection:
            rows = connection.execute(
                f"SELECT {ITEM_COLUMNS} FROM {ITEMS} {ITS_FILE} WHERE {where}"
                " ORDER BY m.date, d.path, m.position, i.position",
                parameters,
            )
            return [stored_item(row) for row in rows]

    def _decoded(self, kind: type[T], data: bytes) -> T:
        try:
            return decode(kind, data)
        except ValueError as exc:
            raise IndexDamaged(self.path, "en handling kan inte avkodas") from exc


def _any_of(terms: Iterable[str]) -> str:
    """Write terms as an FTS5 expression that matches any of them, each quoted."""
    clean = (term.replace("\0", " ").replace('"', " ").strip() for term in terms)
    return " OR ".join(f'"{term}"' for term in dict.fromkeys(clean) if term)
