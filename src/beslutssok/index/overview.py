"""What an index holds as a whole: its version, its model, how much, and of whom."""

import sqlite3
from dataclasses import replace
from datetime import date
from pathlib import Path

from beslutssok.domain import Coverage, DocumentKind, Filters, SectionKind
from beslutssok.errors import IndexMismatch
from beslutssok.index.conditions import ITEMS, PASSAGES, item_condition, passage_condition
from beslutssok.index.entity_queries import known_parties
from beslutssok.index.parties import PARTY_NAMES
from beslutssok.index.pool import ReadingPool
from beslutssok.index.rows import Choices, IndexVersion
from beslutssok.index.schema import REBUILD_REMEDY

EVERYTHING = Filters()


class IndexOverview(ReadingPool):
    """Questions about the index as a whole. Each method sees one committed state."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._covered: tuple[IndexVersion, Coverage] | None = None
        self._offered: tuple[IndexVersion, Choices] | None = None

    def version(self) -> IndexVersion:
        """Give the version of the content."""
        with self.reading() as connection:
            return read_version(connection)

    def model(self) -> tuple[str, int] | None:
        """Give name and dimension of the model of the vectors; ``None`` if there are none."""
        with self.reading() as connection:
            row = connection.execute(
                "SELECT model, dimension FROM meta WHERE EXISTS (SELECT 1 FROM vectors)"
            ).fetchone()
        return None if row is None else (row[0], row[1])

    def check_model(self, name: str) -> None:
        """Make sure that the vectors, if there are any, were made by the model ``name``.

        Raises:
            IndexMismatch: they were made by another one.
        """
        model = self.model()
        if model is not None and model[0] != name:
            raise IndexMismatch(
                "Språkmodell",
                expected=name,
                found=model[0],
                remedy="Sätt BESLUTSSOK_MODEL till den modell som indexet har, läs in i en ny "
                f"mapp, eller bygg om. {REBUILD_REMEDY}",
            )

    def coverage(self, filters: Filters = EVERYTHING) -> Coverage:
        """Say what is looked through under ``filters``; unreadable files are counted always.

        ``bodies`` are written ``organ, huvudman``, in alphabetical order of their huvudman.
        That of the whole index is worked out once for each version of it.
        """
        with self.reading() as connection:
            if filters != EVERYTHING:
                return _coverage(connection, filters)
            version = read_version(connection)
            if self._covered is None or self._covered[0] != version:
                self._covered = (version, _coverage(connection, filters))
            return self._covered[1]

    def choices(self, filters: Filters = EVERYTHING) -> Choices:
        """Give the values that filters can have, with how many items each leaves.

        Those of the whole index are counted once for each version of it.
        """
        with self.reading() as connection:
            version = read_version(connection)
        if filters == EVERYTHING and self._offered and self._offered[0] == version:
            return self._offered[1]
        parties = known_parties(self) | set(PARTY_NAMES.values())
        with self.reading() as connection:
            version = read_version(connection)
            choices = _choices(connection, filters, parties)
        if filters == EVERYTHING:
            self._offered = (version, choices)
        return choices


def read_version(connection: sqlite3.Connection) -> IndexVersion:
    """Read the version within the transaction that is open."""
    return IndexVersion(*connection.execute("SELECT generation, token FROM meta").fetchone())


def _choices(connection: sqlite3.Connection, filters: Filters, parties: frozenset[str]) -> Choices:
    def counted(column: str, **let_go: None) -> list[tuple[str, int]]:
        where, parameters = item_condition(replace(filters, **let_go))
        return connection.execute(
            f"SELECT {column} AS choice, count(*) AS held FROM {ITEMS}"
            f" WHERE choice != '' AND {where} GROUP BY choice ORDER BY held DESC, choice",
            parameters,
        ).fetchall()

    def having(column: str, joined: str = "", **let_go: None) -> list[tuple[str, int]]:
        where, parameters = passage_condition(replace(filters, **let_go))
        return connection.execute(
            f"SELECT {column} AS choice, count(DISTINCT p.item) AS held FROM passages p {joined}"
            f" WHERE p.item IS NOT NULL AND {where} GROUP BY choice ORDER BY held DESC, choice",
            parameters,
        ).fetchall()

    where, parameters = item_condition(filters)
    (items,) = connection.execute(
        f"SELECT count(*) FROM {ITEMS} WHERE {where}", parameters
    ).fetchone()
    named = having("n.party", "JOIN passage_parties n ON n.passage = p.id", party=None)
    sections = having("p.section", section=None)
    kinds = counted("m.kind", document_kind=None)
    years = counted("substr(m.date, 1, 4)", date_from=None, date_to=None)
    return Choices(
        huvudman=tuple(counted("m.huvudman", huvudman=None)),
        organ=tuple(counted("m.organ", organ=None)),
        kinds=tuple((DocumentKind(kind), held) for kind, held in kinds),
        sections=tuple((SectionKind(section), held) for section, held in sections),
        years=tuple(sorted((int(year), held) for year, held in years)),
        parties=tuple((party, held) for party, held in named if party in parties),
        items=items,
    )


def _coverage(connection: sqlite3.Connection, filters: Filters) -> Coverage:
    where, parameters = passage_condition(filters)
    documents, items, passages, first, last = connection.execute(
        "SELECT count(DISTINCT m.document), count(DISTINCT p.item), count(*),"
        f" min(m.date), max(m.date) FROM {PASSAGES} WHERE {where}",
        parameters,
    ).fetchone()
    if filters == EVERYTHING:  # documents without any passage count too
        documents = connection.execute("SELECT count(*) FROM documents").fetchone()[0]
    bodies = connection.execute(
        f"SELECT DISTINCT m.organ, m.huvudman FROM {PASSAGES}"
        f" WHERE {where} AND m.organ != '' ORDER BY m.huvudman_key, m.organ_key",
        parameters,
    ).fetchall()
    unreadable = connection.execute("SELECT count(*) FROM unreadable").fetchone()[0]
    (saved,) = connection.execute("SELECT max(mtime_ns) FROM documents").fetchone()
    return Coverage(
        documents=documents,
        items=items,
        passages=passages,
        unreadable=unreadable,
        bodies=tuple(", ".join(filter(None, body)) for body in bodies),
        date_from=date.fromisoformat(first) if first else None,
        date_to=date.fromisoformat(last) if last else None,
        newest_file=date.fromtimestamp(saved / 1e9) if saved else None,
    )
