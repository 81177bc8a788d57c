"""Connections to one index for any number of threads."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, LifoQueue
from typing import NamedTuple

from beslutssok.errors import IndexBusy
from beslutssok.index.read_only import FileState, unlocked_state
from beslutssok.index.schema import DATABASE_NAME, connect
from beslutssok.index.sqlite_errors import database_errors


class _Opened(NamedTuple):
    """A connection to ``file``; ``state`` is that of one which is read without locks."""

    connection: sqlite3.Connection
    file: tuple[int, int]
    state: FileState | None


class ReadingPool:
    """Connections for reading: as many are open as calls were ever at work at once.

    Raises:
        IndexMissing, IndexDamaged, IndexMismatch: the index cannot be opened.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / DATABASE_NAME
        self._idle: LifoQueue[_Opened] = LifoQueue()
        self._idle.put(self._open())
        self._closed = False

    def close(self) -> None:
        """Close all connections; calls that are under way finish first."""
        self._closed = True
        while True:
            try:
                self._idle.get_nowait().connection.close()
            except Empty:
                return

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection within one read transaction, so that all it sees is of one state.

        Raises:
            IndexBusy: an index that is read without locks was written to meanwhile.
        """
        if self._closed:
            raise ValueError("the index is closed")
        with database_errors(self.path):
            opened = self._take()
            connection = opened.connection
            try:
                connection.execute("BEGIN")
                yield connection
                if self._has_changed(opened):
                    raise IndexBusy(
                        f"Indexet {self.path} ändrades medan det lästes.", "Försök igen."
                    )
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                if self._closed:
                    connection.close()
                else:
                    self._idle.put(opened)

    def _take(self) -> _Opened:
        while True:
            try:
                opened = self._idle.get_nowait()
            except Empty:
                return self._open()
            if _identity(self.path) == opened.file and not self._has_changed(opened):
                return opened
            opened.connection.close()

    def _open(self) -> _Opened:
        state = unlocked_state(self.path) if self.path.is_file() else None
        return _Opened(connect(self.folder), _identity(self.path), state)

    def _has_changed(self, opened: _Opened) -> bool:
        return opened.state is not None and opened.state != unlocked_state(self.path)


def _identity(path: Path) -> tuple[int, int]:
    """Tell a file from another of its name; one that was deleted lives on for who has it open."""
    try:
        status = path.stat()
    except OSError:
        return 0, 0
    return status.st_dev, status.st_ino
