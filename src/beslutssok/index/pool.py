"""Connections to one index for any number of threads."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, LifoQueue

from beslutssok.index.schema import DATABASE_NAME, connect
from beslutssok.index.sqlite_errors import database_errors


class ReadingPool:
    """Connections for reading: as many are open as calls were ever at work at once.

    Raises:
        IndexMissing, IndexDamaged, IndexMismatch: the index cannot be opened.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / DATABASE_NAME
        self._idle: LifoQueue[sqlite3.Connection] = LifoQueue()
        self._idle.put(connect(folder))
        self._closed = False

    def close(self) -> None:
        """Close all connections; calls that are under way finish first."""
        self._closed = True
        while True:
            try:
                self._idle.get_nowait().close()
            except Empty:
                return

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection within one read transaction, so that all it sees is of one state."""
        if self._closed:
            raise ValueError("the index is closed")
        with database_errors(self.path):
            try:
                connection = self._idle.get_nowait()
            except Empty:
                connection = connect(self.folder)
            try:
                connection.execute("BEGIN")
                yield connection
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                if self._closed:
                    connection.close()
                else:
                    self._idle.put(connection)
