"""The index in a folder: open it, make it, and take the lock to write to it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from secrets import token_hex

from beslutssok.errors import IndexBusy, IndexDamaged, IndexMismatch, IndexMissing
from beslutssok.index.reader import IndexReader
from beslutssok.index.schema import (
    BUSY_SECONDS,
    DATABASE_NAME,
    create,
    drop_tables,
    make_tables,
)
from beslutssok.index.sqlite_errors import database_errors
from beslutssok.index.writer import IndexWriter

LOCK_NAME = "writing.lock"


class Store(IndexReader):
    """An index that can be read, and written to by one process at a time.

    ::

        with Store.create(Path("index")) as store:
            with store.writing() as writer:
                writer.put(...)
            store.passages(store.rowids(Filters(organ="Kommunstyrelsen")))
    """

    @classmethod
    def open(cls, folder: Path) -> "Store":
        """Open an index that exists.

        Raises:
            IndexMissing: there is none in the folder.
            IndexDamaged: its file is damaged.
            IndexMismatch: another version of the package made it, and it cannot be migrated.
        """
        return cls(folder)

    @classmethod
    def create(cls, folder: Path) -> "Store":
        """Open an index, after making an empty one if there is none.

        Raises:
            IndexDamaged, IndexMismatch: as for :meth:`open`.
            BeslutssokError: the folder cannot be written to.
        """
        create(folder, token_hex(8))
        return cls(folder)

    @classmethod
    def rebuild(cls, folder: Path) -> "Store":
        """Empty the index in the folder, whatever state it is in, and open it.

        Whoever reads a sound index meanwhile sees it become empty. A damaged file, or one of
        another version, is deleted; whoever has it open must open it anew.

        Raises:
            IndexBusy: another process is writing to it.
        """
        folder.mkdir(parents=True, exist_ok=True)
        with _lock(folder):
            try:
                _empty(cls(folder))
            except (IndexDamaged, IndexMismatch):
                for leftover in folder.glob(f"{DATABASE_NAME}*"):
                    leftover.unlink()
            except IndexMissing:
                pass
            return cls.create(folder)

    @contextmanager
    def writing(self) -> Iterator[IndexWriter]:
        """Lend a writer, for as long as the block lasts to nobody else.

        Raises:
            IndexBusy: another process, or another part of this one, is writing.
        """
        with _lock(self.folder), closing(IndexWriter(self.folder)) as writer:
            yield writer

    def __enter__(self) -> "Store":
        """Give itself; at the end of the block it is closed."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the index."""
        self.close()


@contextmanager
def _lock(folder: Path) -> Iterator[None]:
    """Hold the right to write to the index in ``folder``.

    The lock is an exclusive transaction on an empty SQLite file: every system has it, and it
    ends with the process, however that ends.
    """
    path = folder / LOCK_NAME
    with database_errors(path):
        connection = sqlite3.connect(path, timeout=0, isolation_level=None, check_same_thread=False)
        with closing(connection):
            try:
                connection.execute("BEGIN EXCLUSIVE")
            except sqlite3.OperationalError as exc:
                if exc.sqlite_errorname.startswith("SQLITE_BUSY"):
                    raise IndexBusy(
                        f"En annan inläsning till indexet i {folder} pågår.",
                        "Vänta tills den är klar, eller avbryt den.",
                    ) from exc
                raise
            yield


def _empty(store: Store) -> None:
    """Drop and make the tables of a sound index in one transaction."""
    with store:
        generation = store.version().generation
    with database_errors(store.path):
        connection = sqlite3.connect(store.path, timeout=BUSY_SECONDS, isolation_level=None)
        with closing(connection):
            connection.execute("BEGIN IMMEDIATE")
            drop_tables(connection)
            make_tables(connection, generation + 1, token_hex(8))
            connection.execute("COMMIT")
