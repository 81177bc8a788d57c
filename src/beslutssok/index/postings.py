"""BM25 for an index of many passages, the same as FTS5 gives, from arrays in memory.

FTS5 reads the lists of all forty terms of a question at each search and joins them passage by
passage; over 100,000 passages that takes longer than to embed the question. Here the lists are
arrays that are added up. They are derived from the full text, are never the truth, and are made
in the background: until they are there, and whenever they are behind, FTS5 is asked instead.
"""

import logging
import math
import re
import threading
import time
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import numpy.typing as npt

from beslutssok.errors import BeslutssokError
from beslutssok.index.overview import read_version
from beslutssok.index.reader import IndexReader
from beslutssok.index.rows import IndexVersion, Rowids

logger = logging.getLogger(__name__)

MANY_PASSAGES = 20_000
"""From here on the arrays are made; below, FTS5 is quick enough and takes no memory."""

# BM25 as FTS5 has it: the saturation of a term, the weight of length, the least rarity.
K1 = 1.2
B = 0.75
LEAST_RARITY = 1e-6

SHORT = 0.1
"""Terms of more than this share of the passages tell little, and their lists are long."""

BATCH = 5_000
"""Passages whose terms are counted at once."""

PAUSE_SECONDS = 60.0
"""So long after postings were made none are made in the background: an ingest may be running."""

AnyPlaces = npt.NDArray[np.int64] | npt.NDArray[np.int32]
# For each term of each passage: number, place, how often.
_Counted = tuple[npt.NDArray[np.int32], npt.NDArray[np.int32], npt.NDArray[np.float32]]

# What FTS5 takes for one word; anything else it would search as a phrase.
_ONE_WORD = re.compile(r"[\w/:§-]+")


@dataclass(frozen=True, slots=True)
class Postings:
    """The passages that have each term, of one version of the index.

    Those of the term with number ``t`` are ``positions[starts[t]:starts[t + 1]]``, places in
    ``rowids``; ``weights`` are what BM25 gives there. ``terms`` ascend.
    """

    version: IndexVersion
    rowids: Rowids
    numbers: dict[str, int]
    terms: tuple[str, ...]
    starts: npt.NDArray[np.int64]
    positions: npt.NDArray[np.int32]
    weights: npt.NDArray[np.float32]

    def match(
        self, terms: Iterable[str], limit: int, allowed: Rowids | None = None
    ) -> list[tuple[int, float]] | None:
        """Find passages that have any of ``terms``, as ``IndexReader.match`` does.

        ``None`` if a term is no single word: only FTS5 searches for phrases.
        """
        wanted = tuple(dict.fromkeys(terms))
        if not all(_ONE_WORD.fullmatch(term) for term in wanted):
            return None
        numbers = (self.numbers.get(term) for term in wanted)
        lists = [slice(*self.starts[n : n + 2]) for n in numbers if n is not None]
        if limit < 1 or not lists:
            return []
        few = len(self.rowids) * SHORT
        short = [one for one in lists if one.stop - one.start <= few]
        long = [one for one in lists if one.stop - one.start > few]
        scores = self._sums(short)
        # Who is too far behind to be among the best whatever a long list gives is not looked up.
        most = (K1 + 1) * sum(float(_rarity(len(scores), one.stop - one.start)) for one in long)
        found = self._met(scores, allowed)
        least = _least_of_best(scores[found], limit) - most
        if least > 0:
            found = found[scores[found] >= least].astype(np.int32)
            for one in long:
                there = places(self.positions[one], found)
                scores[self.positions[one][there]] += self.weights[one][there]
        elif long:
            for one in long:
                scores[self.positions[one]] += self.weights[one]
            found = self._met(scores, allowed)
        found = found[scores[found] >= _least_of_best(scores[found], limit)]
        best = found[np.argsort(-scores[found], kind="stable")][:limit]
        return list(zip(self.rowids[best].tolist(), scores[best].tolist(), strict=True))

    def _sums(self, lists: Sequence[slice]) -> npt.NDArray[np.float64]:
        """What each passage gets for some terms, whose lists are given."""
        if not lists:
            return np.zeros(len(self.rowids))
        positions = np.concatenate([self.positions[one] for one in lists])
        weights = np.concatenate([self.weights[one] for one in lists])
        sums: npt.NDArray[np.float64] = np.bincount(  # type: ignore[assignment]
            positions, weights, minlength=len(self.rowids)
        )
        return sums

    def _met(self, scores: npt.NDArray[np.float64], allowed: Rowids | None) -> AnyPlaces:
        """The places that have a score, of those allowed; ascending."""
        if allowed is None:
            return np.flatnonzero(scores > 0)
        kept = places(self.rowids, allowed)
        return kept[scores[kept] > 0]

    def beginning(self, prefix: str) -> dict[str, int]:
        """The terms that begin so, each with the number of passages that have it."""
        first = bisect_left(self.terms, prefix)
        last = bisect_left(self.terms, after_all_with(prefix))
        terms = self.terms[first:last]
        numbers = [self.numbers[term] for term in terms]
        held = (self.starts[1:][numbers] - self.starts[:-1][numbers]).tolist()
        return dict(zip(terms, held, strict=True))


class WordIndex:
    """The postings of an index as it is now. Any number of threads may ask at once."""

    def __init__(self, reader: IndexReader, many: int = MANY_PASSAGES) -> None:
        self._reader = reader
        self._many = many
        self._postings: Postings | None = None
        self._small: IndexVersion | None = None
        self._made = -math.inf
        self._making = threading.Lock()

    def postings(self, version: IndexVersion) -> Postings | None:
        """Give the postings of the version that the index has now.

        ``None`` when FTS5 must be asked: the index is small, or the postings are not made yet;
        they then soon will be.
        """
        postings = self._postings
        if postings is not None and postings.version == version:
            return postings
        resting = time.monotonic() < self._made + PAUSE_SECONDS
        if self._small != version and not resting and not self._making.locked():
            threading.Thread(target=self._make_quietly, daemon=True).start()
        return None

    def prepare(self) -> None:
        """Make the postings of the index as it is now, if it is large; this can take seconds."""
        with self._making:
            version = self._reader.version()
            if version == self._small or (self._postings and self._postings.version == version):
                return
            if self._reader.count() < self._many:
                self._postings, self._small = None, version
                return
            self._postings = read_postings(self._reader)
            self._made = time.monotonic()

    def _make_quietly(self) -> None:
        try:
            self.prepare()
        except (BeslutssokError, ValueError) as exc:  # closed or locked meanwhile
            logger.info("Ordlistan i minnet gjordes inte (%s); sökningen fungerar ändå.", exc)


def after_all_with(prefix: str) -> str:
    """Give the first text, in order, after all that begin with a prefix of at least one letter.

    >>> after_all_with("ska")
    'skb'
    """
    return prefix[:-1] + chr(ord(prefix[-1]) + 1)


def places(rowids: AnyPlaces, wanted: AnyPlaces) -> npt.NDArray[np.int64]:
    """Give the places in ``rowids`` of those of ``wanted`` that are there; both ascend.

    >>> places(np.array([2, 5, 9]), np.array([1, 5, 9, 10])).tolist()
    [1, 2]
    """
    found = np.searchsorted(rowids, wanted)
    there = found < len(rowids)
    there[there] = rowids[found[there]] == wanted[there]
    return found[there]


def read_postings(reader: IndexReader) -> Postings:
    """Read the terms of all passages of an index."""
    numbers: defaultdict[str, int] = defaultdict()
    numbers.default_factory = numbers.__len__
    rowids, lengths = array("q"), array("q")
    counted: list[_Counted] = []
    with reader.reading() as connection:
        version = read_version(connection)
        rows = connection.execute("SELECT rowid, title, context, body FROM words ORDER BY rowid")
        while batch := rows.fetchmany(BATCH):
            split = [" ".join(fields).split() for _, *fields in batch]
            terms = array("i", map(numbers.__getitem__, chain.from_iterable(split)))
            its_lengths = array("q", map(len, split))
            counted.append(_count(terms, its_lengths, first=len(rowids)))
            rowids.extend(row[0] for row in batch)
            lengths.extend(its_lengths)
    term, positions, times = _joined(counted)
    counted.clear()
    order = np.argsort(term, kind="stable")
    held = np.bincount(term, minlength=len(numbers))
    positions, times = positions[order], times[order]
    length = np.array(lengths, dtype=np.float32)
    length *= B / max(float(length.mean()), 1.0) if len(length) else 1.0
    weights = times * np.float32(K1 + 1)
    weights /= times + K1 * (1 - B + length[positions])
    weights *= np.repeat(_rarity(len(rowids), held), held)
    starts = np.concatenate([[0], np.cumsum(held)]).astype(np.int64)
    known, ordered = dict(numbers), tuple(sorted(numbers))
    places_held = np.array(rowids, dtype=np.int64)
    return Postings(version, places_held, known, ordered, starts, positions, weights)


def _count(terms: "array[int]", lengths: "array[int]", first: int) -> _Counted:
    """Count the terms of some passages, which stand one after another from place ``first``."""
    passages = len(lengths)
    keys = np.array(terms, dtype=np.int64) * passages
    keys += np.repeat(np.arange(passages), np.array(lengths, dtype=np.int64))
    keys, times = np.unique(keys, return_counts=True)
    term, positions = np.divmod(keys, passages)
    return term.astype(np.int32), (positions + first).astype(np.int32), times.astype(np.float32)


def _joined(counted: list[_Counted]) -> _Counted:
    if not counted:
        return _count(array("i"), array("q", [0]), first=0)
    term, positions, times = (np.concatenate(parts) for parts in zip(*counted, strict=True))
    return term, positions, times


def _least_of_best(scores: npt.NDArray[np.float64], limit: int) -> float:
    """The lowest of the ``limit`` highest scores, which are positive; 0 if there are fewer."""
    return float(np.partition(scores, -limit)[-limit]) if len(scores) > limit else 0.0


def _rarity(passages: int, held: npt.ArrayLike) -> npt.NDArray[np.float32]:
    having = np.asarray(held)
    rarity = np.log((passages - having + 0.5) / (having + 0.5))
    return np.maximum(rarity, LEAST_RARITY).astype(np.float32)
