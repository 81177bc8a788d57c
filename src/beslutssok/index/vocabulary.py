"""The words that the documents of an index have, for those who spell theirs otherwise."""

from dataclasses import dataclass
from threading import Lock
from typing import Protocol

from beslutssok.index.overview import read_version
from beslutssok.index.pool import ReadingPool
from beslutssok.index.postings import Postings, after_all_with
from beslutssok.index.rows import IndexVersion
from beslutssok.index.words import stem, tokens

# The first passages that have a term are enough to see how its word is written.
LOOKED_THROUGH = 20
# Beginnings whose terms are kept; there are some 900 of two letters.
MOST_KEPT = 1_000


class Vocabulary(Protocol):
    """What is asked of the words of an index; terms are as ``index_terms`` writes them."""

    def has(self, term: str) -> bool:
        """Whether any passage has a term."""
        ...

    def beginning(self, prefix: str) -> dict[str, int]:
        """The terms that begin so, each with the number of passages that have it."""
        ...

    def forms(self, word_stem: str) -> tuple[str, ...]:
        """How the words with a stem are written, in lower case; none if no whole word has it."""
        ...


class IndexVocabulary:
    """The vocabulary of an index on disk; every call sees its newest state.

    What is read of terms by how they begin is kept as long as the content is the same.
    """

    def __init__(self, pool: ReadingPool) -> None:
        self._pool = pool
        self._lock = Lock()
        self._version: IndexVersion | None = None
        self._beginning: dict[str, dict[str, int]] = {}

    def has(self, term: str) -> bool:
        """Whether any passage has a term."""
        with self._pool.reading() as connection:
            row = connection.execute(
                "SELECT 1 FROM words WHERE words MATCH ? LIMIT 1", (_quoted(term),)
            )
            return row.fetchone() is not None

    def beginning(self, prefix: str) -> dict[str, int]:
        """The terms that begin so, each with the number of passages that have it."""
        if not prefix:
            return {}
        with self._pool.reading() as connection:
            version = read_version(connection)
            known = self._known(version, prefix)
            if known is not None:
                return known
            # The table is temporary, lasts as long as the transaction, and reads only.
            connection.execute("PRAGMA query_only = 0")
            try:
                connection.execute(
                    "CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, words, row)"
                )
                rows = connection.execute(
                    "SELECT term, doc FROM temp.vocabulary WHERE term >= ? AND term < ?",
                    (prefix, after_all_with(prefix)),
                ).fetchall()
            finally:
                connection.execute("ROLLBACK")
                connection.execute("PRAGMA query_only = 1")
        found: dict[str, int] = dict(rows)
        with self._lock:
            if self._version == version and len(self._beginning) < MOST_KEPT:
                self._beginning[prefix] = found
        return found

    def _known(self, version: IndexVersion, prefix: str) -> dict[str, int] | None:
        with self._lock:
            if self._version != version:
                self._version, self._beginning = version, {}
            return self._beginning.get(prefix)

    def forms(self, word_stem: str) -> tuple[str, ...]:
        """How the words with a stem are written, in lower case; none if no whole word has it."""
        with self._pool.reading() as connection:
            rows = connection.execute(
                "SELECT p.context, p.text FROM words JOIN passages p ON p.id = words.rowid"
                " WHERE words MATCH ? LIMIT ?",
                (_quoted(word_stem), LOOKED_THROUGH),
            ).fetchall()
        written = (word for row in rows for text in row for word in tokens(text))
        return tuple(dict.fromkeys(word for word in written if stem(word) == word_stem))


@dataclass(frozen=True, slots=True)
class VocabularyInMemory:
    """The vocabulary of postings; only how words are written is asked of the index on disk."""

    postings: Postings
    on_disk: IndexVocabulary

    def has(self, term: str) -> bool:
        """Whether any passage has a term."""
        return term in self.postings.numbers if term.isalpha() else self.on_disk.has(term)

    def beginning(self, prefix: str) -> dict[str, int]:
        """The terms that begin so, each with the number of passages that have it."""
        return self.postings.beginning(prefix) if prefix else {}

    def forms(self, word_stem: str) -> tuple[str, ...]:
        """How the words with a stem are written, in lower case; none if no whole word has it."""
        return self.on_disk.forms(word_stem)


def _quoted(term: str) -> str:
    clean = term.replace('"', " ").replace("\0", " ")
    return f'"{clean}"'
