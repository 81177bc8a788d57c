"""The tables of the index, and the one way to open the file that holds them.

The file is SQLite in WAL mode: readers work on while one writer writes, and a crash leaves the
last committed transaction. Rowids of passages are never given out twice (AUTOINCREMENT) and a
passage never changes under its rowid, so a copy of the vectors that is behind the file can lack
passages or have some too many, but never takes one for another.
"""

import sqlite3
from pathlib import Path

from beslutssok.errors import BeslutssokError, IndexDamaged, IndexMismatch, IndexMissing
from beslutssok.index.entity_tables import ENTITY_TABLES
from beslutssok.index.read_only import read_only_address
from beslutssok.index.sqlite_errors import database_errors

DATABASE_NAME = "beslutssok.db"

SCHEMA_VERSION = 2
"""Raised by one with every change to the tables; add the step from the old one to MIGRATIONS."""

MIGRATIONS: dict[int, tuple[str, ...]] = {}
"""For an older schema version, the statements that make the next version of it.

There are none from 1: its places had no right edge, and only the documents can tell it.
"""

APPLICATION_ID = 0x62736C73
"""``bsls`` in the header of the file: tells an index from any other SQLite file."""

BUSY_SECONDS = 30.0
"""How long a connection waits for another one's transaction; those of a writer are short."""

PAGE_BYTES = 8192
"""Of the file: five vectors of 384 numbers fill a page well, two would leave a quarter unused."""

CACHE_KILOBYTES = 16_000
"""Memory for pages of the file, for each connection."""

REBUILD_REMEDY = "Bygg om indexet: «beslutssok ingest --rebuild MAPP»."

TABLES = (
    """
    CREATE TABLE meta (
        only INTEGER PRIMARY KEY CHECK (only = 1),
        schema INTEGER NOT NULL,
        generation INTEGER NOT NULL,  -- counts the transactions that changed the content
        token TEXT NOT NULL,          -- random, new with each generation
        model TEXT,                   -- of the vectors; NULL before the first
        dimension INTEGER
    ) STRICT
    """,
    # Folders that were named to an ingest: relative paths are counted from the outermost.
    "CREATE TABLE folders (path TEXT PRIMARY KEY) STRICT, WITHOUT ROWID",
    """
    CREATE TABLE documents (
        id INTEGER PRIMARY KEY,
        sha256 TEXT NOT NULL UNIQUE,
        root TEXT NOT NULL,
        file TEXT NOT NULL,           -- relative to root, with "/"
        path TEXT NOT NULL UNIQUE,    -- root and file
        size INTEGER NOT NULL,
        mtime_ns INTEGER NOT NULL,
        recipe TEXT NOT NULL,         -- what else the reading depended on
        title TEXT NOT NULL,
        pages INTEGER NOT NULL,
        problems TEXT NOT NULL        -- JSON: [page, reason, remedy] of each
    ) STRICT
    """,
    # What is bound together in a document: one meeting most often, or several.
    """
    CREATE TABLE meetings (
        id INTEGER PRIMARY KEY,
        document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
        position INTEGER NOT NULL,
        kind TEXT NOT NULL,
        huvudman TEXT NOT NULL,
        huvudman_key TEXT NOT NULL,   -- keys are case-folded, for comparison
        organ TEXT NOT NULL,
        organ_key TEXT NOT NULL,
        date TEXT,                    -- ISO 8601
        title TEXT NOT NULL,
        first_page INTEGER NOT NULL,
        last_page INTEGER NOT NULL,
        doubts TEXT NOT NULL,         -- JSON: those about its items too
        head BLOB NOT NULL,           -- the Meeting without its items, see codec
        UNIQUE (document, position)
    ) STRICT
    """,
    """
    CREATE TABLE unreadable (
        path TEXT PRIMARY KEY,
        file TEXT NOT NULL,
        reason TEXT NOT NULL,
        remedy TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE items (
        id INTEGER PRIMARY KEY,
        text_id TEXT NOT NULL UNIQUE,
        meeting INTEGER NOT NULL REFERENCES meetings ON DELETE CASCADE,
        position INTEGER NOT NULL,
        number TEXT NOT NULL,
        number_key TEXT NOT NULL,
        title TEXT NOT NULL,
        case_number TEXT,
        case_key TEXT,
        outcome TEXT NOT NULL,
        first_page INTEGER NOT NULL,
        last_page INTEGER NOT NULL,
        mentions TEXT NOT NULL        -- JSON: case numbers it refers to
    ) STRICT
    """,
    # Apart from the items, so that these can be looked through quickly.
    """
    CREATE TABLE item_trees (
        item INTEGER PRIMARY KEY REFERENCES items ON DELETE CASCADE,
        tree BLOB NOT NULL            -- the Item, see codec
    ) STRICT
    """,
    "CREATE INDEX items_of_meeting ON items (meeting, position)",
    "CREATE INDEX items_of_case ON items (case_key)",
    """
    CREATE TABLE item_mentions (
        item INTEGER NOT NULL REFERENCES items ON DELETE CASCADE,
        case_key TEXT NOT NULL,
        PRIMARY KEY (case_key, item)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX mentions_of_item ON item_mentions (item)",
    """
    CREATE TABLE passages (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        text_id TEXT NOT NULL UNIQUE,
        meeting INTEGER NOT NULL REFERENCES meetings ON DELETE CASCADE,
        item INTEGER REFERENCES items ON DELETE CASCADE,
        section TEXT NOT NULL,
        heading TEXT NOT NULL,
        point TEXT,
        page INTEGER NOT NULL,
        text TEXT NOT NULL,
        context TEXT NOT NULL,
        places TEXT NOT NULL,         -- JSON: [page, left, top, right, bottom] of each
        ocr INTEGER NOT NULL,         -- 1 if recognised in a picture
        digest BLOB NOT NULL          -- of what was embedded, and by which model
    ) STRICT
    """,
    # Covers what filters ask, so that the texts need not be read.
    "CREATE INDEX passages_of_meeting ON passages (meeting, section, item)",
    "CREATE INDEX passages_of_item ON passages (item)",
    "CREATE INDEX passages_of_digest ON passages (digest)",
    """
    CREATE TABLE passage_parties (
        passage INTEGER NOT NULL REFERENCES passages ON DELETE CASCADE,
        party TEXT NOT NULL,
        PRIMARY KEY (party, passage)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX parties_of_passage ON passage_parties (passage)",
    """
    CREATE TABLE vectors (
        passage INTEGER PRIMARY KEY REFERENCES passages ON DELETE CASCADE,
        vector BLOB NOT NULL          -- float32, little-endian
    ) STRICT
    """,
    # Vectors of a long document that is not whole yet; they survive an interruption.
    "CREATE TABLE waiting_vectors (digest BLOB PRIMARY KEY, vector BLOB NOT NULL) STRICT",
    # Stems, separated by spaces. Kept whole: a delete must find the words it takes away.
    "CREATE VIRTUAL TABLE words USING fts5(title, context, body,"
    " tokenize = \"unicode61 remove_diacritics 0 tokenchars '/:§_-'\")",
    *ENTITY_TABLES,
)


def connect(folder: Path, *, writing: bool = False) -> sqlite3.Connection:
    """Open the file in ``folder``; a transaction is begun and ended by whoever uses it.

    For reading, the folder need not be writable (see ``read_only``). The connection may wander
    between threads, but not be used by two at once.

    Raises:
        IndexMissing: there is no file.
        IndexDamaged: the file is damaged, or no index.
        IndexMismatch: the file is of another version that cannot be migrated.
    """
    path = folder / DATABASE_NAME
    if not path.is_file():
        raise IndexMissing(folder)
    with database_errors(path):
        connection = _connection(path, None if writing else read_only_address(path))
        try:
            version = _pragma(connection, "user_version")
            if version == 0 and _pragma(connection, "schema_version") == 0:
                raise IndexMissing(folder)
            if _pragma(connection, "application_id") != APPLICATION_ID:
                raise IndexDamaged(path, "filen är inget index från beslutssök")
            if version != SCHEMA_VERSION:
                _migrate(connection, version)
            connection.execute("SELECT generation FROM meta").fetchone()[0]
            connection.execute(f"PRAGMA query_only = {int(not writing)}")
        except BaseException:
            connection.close()
            raise
    return connection


def create(folder: Path, token: str) -> None:
    """Make the file with empty tables, unless there is one already.

    Raises:
        BeslutssokError: the folder cannot be written to.
    """
    path = folder / DATABASE_NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as exc:
        raise BeslutssokError(
            f"Mappen {folder} går inte att skapa: {exc.strerror}.",
            "Välj en annan mapp för indexet, eller ändra rättigheterna.",
        ) from exc
    with database_errors(path):
        connection = _connection(path)
        try:
            connection.execute(f"PRAGMA page_size = {PAGE_BYTES}")
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("BEGIN IMMEDIATE")
            if _pragma(connection, "schema_version") == 0:
                make_tables(connection, generation=0, token=token)
            connection.execute("COMMIT")
        finally:
            connection.close()


def make_tables(connection: sqlite3.Connection, generation: int, token: str) -> None:
    """Make the empty tables, within the transaction that is open."""
    for statement in TABLES:
        connection.execute(statement)
    connection.execute(
        "INSERT INTO meta (only, schema, generation, token) VALUES (1, ?, ?, ?)",
        (SCHEMA_VERSION, generation, token),
    )
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def drop_tables(connection: sqlite3.Connection) -> None:
    """Drop every table, within the transaction that is open; foreign keys must be off."""
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%'"
        " ESCAPE '\\' AND name NOT LIKE 'words\\_%' ESCAPE '\\'"
    ).fetchall()
    for (name,) in names:
        connection.execute(f'DROP TABLE "{name}"')


def _connection(path: Path, address: str | None = None) -> sqlite3.Connection:
    connection = sqlite3.connect(
        address or path,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
        uri=address is not None,
    )
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute(f"PRAGMA cache_size = -{CACHE_KILOBYTES}")
    connection.execute("PRAGMA temp_store = MEMORY")  # a full /tmp is no full index
    return connection


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    value = connection.execute(f"PRAGMA {name}").fetchone()[0]
    return int(value)


def _migrate(connection: sqlite3.Connection, version: int) -> None:
    expected, found = f"version {SCHEMA_VERSION}", f"version {version}"
    if version > SCHEMA_VERSION:
        raise IndexMismatch("Format", expected, found, f"Uppgradera beslutssök. {REBUILD_REMEDY}")
    steps = range(version, SCHEMA_VERSION)
    if any(step not in MIGRATIONS for step in steps):
        raise IndexMismatch("Format", expected, found, REBUILD_REMEDY)
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have migrated while this one waited.
        for step in range(_pragma(connection, "user_version"), SCHEMA_VERSION):
            for statement in MIGRATIONS[step]:
                connection.execute(statement)
        connection.execute("UPDATE meta SET schema = ?", (SCHEMA_VERSION,))
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
