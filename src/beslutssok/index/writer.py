"""All changes to the index. Each method is one transaction: it is done whole or not at all."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import astuple
from pathlib import Path
from secrets import token_hex

from beslutssok.index.insert import STAMP_COLUMNS, insert_document, remove_document
from beslutssok.index.rows import (
    FileStamp,
    KnownDocument,
    PreparedDocument,
    UnreadableFile,
    Vectors,
)
from beslutssok.index.schema import DATABASE_NAME, connect
from beslutssok.index.sqlite_errors import database_errors


class IndexWriter:
    """Write to an index; only who holds its lock has one (see ``Store.writing``).

    Each change of what can be found raises the generation by one.
    """

    def __init__(self, folder: Path) -> None:
        self._connection = connect(folder, writing=True)
        self._path = folder / DATABASE_NAME

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def known_documents(self) -> list[KnownDocument]:
        """Give all documents as an ingest compares them with files."""
        with database_errors(self._path):
            rows = self._connection.execute(
                f"SELECT id, sha256, {STAMP_COLUMNS} FROM documents ORDER BY path"
            ).fetchall()
        return [KnownDocument(row[0], row[1], FileStamp(*row[2:])) for row in rows]

    def folders(self) -> list[str]:
        """Give the folders that were ingested as such."""
        with database_errors(self._path):
            return [row[0] for row in self._connection.execute("SELECT path FROM folders")]

    def add_folders(self, paths: Iterable[str]) -> None:
        """Remember folders as ingested."""
        with self._transaction(changes_content=False) as connection:
            connection.executemany(
                "INSERT OR IGNORE INTO folders VALUES (?)", [(path,) for path in paths]
            )

    def put(
        self,
        document: PreparedDocument,
        vectors: Mapping[bytes, bytes],
        model: tuple[str, int] | None,
        replaces: int | None = None,
    ) -> None:
        """Write a document with all its passages, in place of the one with rowid ``replaces``.

        ``vectors`` has the float32 bytes for the digest of each passage; ``model`` is the name
        and dimension of what made them, ``None`` when there are no passages.

        An identifier that another document has already (minutes and an extract of them share
        a §) gets ``~`` and the first eight digits of this document's digest; a second item or
        passage of one identifier within the document gets ``~2``. What is added to an item's
        identifier is in those of its passages too.
        """
        with self._transaction() as connection:
            if replaces is not None:
                remove_document(connection, replaces)
            if model is not None:
                connection.execute("UPDATE meta SET model = ?, dimension = ?", model)
            connection.execute("DELETE FROM unreadable WHERE path = ?", (document.stamp.path,))
            insert_document(connection, document, vectors)
            connection.executemany(
                "DELETE FROM waiting_vectors WHERE digest = ?",
                [(prepared.digest,) for prepared in document.passages],
            )

    def restamp(self, stamps: Mapping[int, FileStamp]) -> None:
        """Note new places (a file was moved) or new times of documents, keyed by rowid."""
        if not stamps:
            return
        with self._transaction() as connection:
            # Two files may have changed places: none may hold on to a path that another gets.
            connection.executemany(
                "UPDATE documents SET path = ? WHERE id = ?",
                [(f"\0{rowid}", rowid) for rowid in stamps],
            )
            connection.executemany(
                f"UPDATE documents SET ({STAMP_COLUMNS}) = (?, ?, ?, ?, ?, ?) WHERE id = ?",
                [(*astuple(stamp), rowid) for rowid, stamp in stamps.items()],
            )

    def remove(self, rowids: Sequence[int]) -> None:
        """Remove documents with all that hangs on them."""
        if not rowids:
            return
        with self._transaction() as connection:
            for rowid in rowids:
                remove_document(connection, rowid)

    def put_unreadable(self, file: UnreadableFile, replaces: int | None = None) -> None:
        """Remember that a file could not be read; nothing is written if that is known."""
        row = (file.path, file.file, file.reason, file.remedy)
        with database_errors(self._path):
            known = self._connection.execute(
                "SELECT path, file, reason, remedy FROM unreadable WHERE path = ?", (file.path,)
            ).fetchone()
        if known == row and replaces is None:
            return
        with self._transaction() as connection:
            if replaces is not None:
                remove_document(connection, replaces)
            connection.execute("INSERT OR REPLACE INTO unreadable VALUES (?, ?, ?, ?)", row)

    def unreadable_paths(self) -> list[str]:
        """Give the paths of the files that could not be read."""
        with database_errors(self._path):
            return [row[0] for row in self._connection.execute("SELECT path FROM unreadable")]

    def forget_unreadable(self, paths: Sequence[str]) -> None:
        """Forget files that are gone, or were read after all; nothing is written without them."""
        known = set(self.unreadable_paths()).intersection(paths)
        if known:
            with self._transaction() as connection:
                connection.executemany(
                    "DELETE FROM unreadable WHERE path = ?", [(path,) for path in known]
                )

    def vectors_by_digest(self, digests: Iterable[bytes]) -> dict[bytes, bytes]:
        """Give the vectors that the index has already, of those with one of the digests."""
        found: dict[bytes, bytes] = {}
        with database_errors(self._path):
            for digest in set(digests):
                row = self._connection.execute(
                    "SELECT vector FROM passages JOIN vectors ON passage = id WHERE digest = ?"
                    " UNION ALL SELECT vector FROM waiting_vectors WHERE digest = ? LIMIT 1",
                    (digest, digest),
                ).fetchone()
                if row is not None:
                    found[digest] = row[0]
        return found

    def keep_waiting(self, digests: Sequence[bytes], vectors: Vectors) -> None:
        """Save vectors of a document that is not whole yet, until it is :meth:`put`."""
        with self._transaction(changes_content=False) as connection:
            connection.executemany(
                "INSERT OR REPLACE INTO waiting_vectors VALUES (?, ?)",
                [
                    (digest, vector.astype("<f4").tobytes())
                    for digest, vector in zip(digests, vectors, strict=True)
                ],
            )

    def drop_waiting(self) -> None:
        """Forget vectors that no document came for."""
        with self._transaction(changes_content=False) as connection:
            connection.execute("DELETE FROM waiting_vectors")

    @contextmanager
    def _transaction(self, changes_content: bool = True) -> Iterator[sqlite3.Connection]:
        connection = self._connection
        with database_errors(self._path):
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                if changes_content:
                    connection.execute(
                        "UPDATE meta SET generation = generation + 1, token = ?", (token_hex(8),)
                    )
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
