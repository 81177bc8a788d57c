"""Candidates for a question: passages found by meaning and by words, in one order.

The score adds two measures that each mean something alone. *Nearness* is how many standard
deviations a passage's cosine is above those that passages of the index have to the question in
general, so it is of the same size whatever the model. *Share* is BM25 as a share of what a passage
would get that alone had every term of the question. A question that is put in other words than
the documents' has low shares throughout, and is then ranked by meaning; joining by ranks, or by
scores that are standardised over what was found, would give chance matches full weight.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from beslutssok.domain import DocumentKind, Filters
from beslutssok.index.embedder import Embedder
from beslutssok.index.postings import Postings, WordIndex
from beslutssok.index.rows import IndexVersion, Rowids, StoredItem, StoredPassage, Vectors
from beslutssok.index.store import Store
from beslutssok.index.vectors import VectorIndex
from beslutssok.index.vocabulary import IndexVocabulary, VocabularyInMemory
from beslutssok.search.expansion import NOT_EXPANDED, Expansion, expand
from beslutssok.search.glossary import Glossaries

Scores = npt.NDArray[np.float64]

# Candidates from each side. In trials 30 gave the same as 400, because the score needs no others.
CANDIDATES = 100
# Of these so many are given, best first.
KEPT = 120
# What a standard deviation of nearness weighs, and what a share of 1; see benchmarks/README.md.
MEANING = 0.65
WORDS = 14.0
# Of a question with more terms (some 15 words) a share weighs more, as its terms are more: few
# texts have all words of a long question, and those that many of them meet in are about it.
MANY_TERMS = 55
# What a term of other words for the same thing weighs: a word of the question counts as its stem
# and some eight grams, one that was added as its stem alone.
OTHER_WORDS = 3.0
# Title, context, body; the title stands in the context too and so counts twice.
FIELD_WEIGHTS = (1.0, 1.0, 1.0)
# What full text gives at most for a term, as a multiple of its rarity: k1 + 1 of its BM25.
MOST_PER_TERM = 2.2
# An agenda goes a little behind minutes that are found as well.
AGENDA_PENALTY = 0.2
# Question vectors that are kept: a page asks for the answer and for hits with the same words.
KEPT_QUESTIONS = 256
# Passages, spread evenly over the index, that show what cosines are like in general.
SAMPLE = 500
# Their least standard deviation: where there are few passages, or all are alike.
LEAST_SPREAD = 0.01


class Candidate(NamedTuple):
    """A passage with its score, its cosine, its nearness and its share of the question's words.

    ``nearness`` is in standard deviations above the passages of the index in general; ``share``
    is between 0 and 1, or above with other words for the same thing. ``expansion`` is what was
    looked for.
    """

    passage: StoredPassage
    score: float
    similarity: float
    nearness: float
    share: float
    expansion: Expansion = NOT_EXPANDED

    @property
    def meaning_score(self) -> float:
        """What meaning gives of the score."""
        return MEANING * self.nearness

    @property
    def words_score(self) -> float:
        """What words give of the score."""
        return WORDS * self.share * lengthening(len(self.expansion.terms))


@dataclass(frozen=True, slots=True)
class _Background:
    """What one version of the index is like in general: how many passages, and some vectors."""

    version: IndexVersion
    count: int
    sample: Vectors


class CandidateFinder:
    """Finds candidates in one index with one embedding model. Safe to use from several threads."""

    def __init__(
        self, store: Store, vectors: VectorIndex, embedder: Embedder, glossaries: Glossaries
    ) -> None:
        self._store = store
        self._words = WordIndex(store)
        self._vocabulary = IndexVocabulary(store)
        self._glossaries = glossaries
        self._vectors = vectors
        self._embedder = embedder
        self._embed = lru_cache(KEPT_QUESTIONS)(self._embed_question)
        self._background: _Background | None = None

    def _embed_question(self, text: str) -> Vectors:
        vector: Vectors = self._embedder.embed_queries([text])[0]
        return vector

    def prepare(self) -> None:
        """Make what speeds up questions to a large index; else the first ones go without."""
        self._words.prepare()

    def find(self, text: str, filters: Filters, allowed: Rowids | None) -> tuple[Candidate, ...]:
        """Find candidates for a text, best first.

        ``allowed`` are the rowids that ``filters`` leave, ascending; ``None`` when nothing limits.
        """
        if not text.strip():
            return ()
        version = self._store.version()
        postings = self._words.postings(version)
        vocabulary = VocabularyInMemory(postings, self._vocabulary) if postings else None
        expansion = expand(text, vocabulary or self._vocabulary, self._glossaries)
        vector = self._embed(expansion.text)
        by_meaning = dict(self._vectors.search(vector, CANDIDATES, allowed))
        by_words = self._match(expansion.terms, filters, allowed, postings)
        others = self._match(expansion.other_terms, filters, allowed, postings)
        for rowid, score in others.items():
            by_words[rowid] = by_words.get(rowid, 0.0) + OTHER_WORDS * score
        rowids = sorted(set(by_meaning) | set(by_words))
        if not rowids:
            return ()
        background = self._in_general(version)
        similarity = self._vectors.vectors(np.array(rowids)) @ vector
        nearness = standardise(similarity, background.sample @ vector)
        most = MOST_PER_TERM * math.log(background.count + 1) * max(len(expansion.terms), 1)
        share = np.array([by_words.get(rowid, 0.0) for rowid in rowids]) / most
        scores = self.blend(nearness, share * lengthening(len(expansion.terms)))
        best = np.argsort(-scores, kind="stable")[:KEPT]
        columns = np.stack([scores, similarity.astype(np.float64), nearness, share])
        measures = {rowids[i]: columns[:, i].tolist() for i in best}
        found = []
        for passage in self._store.passages(measures):
            score, cosine, near, part = measures[passage.rowid]
            found.append(Candidate(passage, score, cosine, near, part, expansion))
        return _in_order(found)

    def blend(self, nearness: Scores, share: Scores) -> Scores:
        """Join the two measures of the candidates, each of shape (n,), into their scores."""
        scores: Scores = MEANING * nearness + WORDS * share
        return scores

    def _match(
        self,
        terms: Sequence[str],
        filters: Filters,
        allowed: Rowids | None,
        postings: Postings | None,
    ) -> dict[int, float]:
        quickly_found = postings.match(terms, CANDIDATES, allowed) if postings else None
        if quickly_found is not None:
            return dict(quickly_found)
        # A case may have several spellings, so it is checked after the match.
        unspelled = replace(filters, case_number=None)
        found = dict(self._store.match(terms, unspelled, CANDIDATES, FIELD_WEIGHTS))
        if allowed is None:
            return found
        keep = set(allowed.tolist())
        return {rowid: score for rowid, score in found.items() if rowid in keep}

    def _in_general(self, version: IndexVersion) -> _Background:
        background = self._background
        if background is None or background.version != version:
            rowids = self._store.rowids()
            chosen = np.linspace(0, len(rowids) - 1, min(SAMPLE, len(rowids))).astype(np.int64)
            sample = self._vectors.vectors(rowids[chosen])
            background = _Background(version, len(rowids), sample)
            self._background = background
        return background


def lengthening(terms: int) -> float:
    """By what the share weighs more in a question of so many terms: at least 1.

    >>> lengthening(30), lengthening(110)
    (1.0, 2.0)
    """
    return max(1.0, terms / MANY_TERMS)


def standardise(cosines: npt.NDArray[np.floating], general: npt.NDArray[np.floating]) -> Scores:
    """Cosines in standard deviations above those of passages in general.

    >>> standardise(np.array([0.9, 0.8]), np.array([0.75, 0.85])).round(3).tolist()
    [2.0, 0.0]
    """
    spread = max(float(general.std()), LEAST_SPREAD)
    standard: Scores = (cosines.astype(np.float64) - float(general.mean())) / spread
    return standard


def _in_order(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    scores = np.array([candidate.score for candidate in candidates])
    passages = [candidate.passage for candidate in candidates]
    for position, passage in enumerate(passages):
        if passage.document_kind is DocumentKind.AGENDA:
            scores[position] -= AGENDA_PENALTY
    put_minutes_first(passages, scores)
    order = np.argsort(-scores, kind="stable")
    return tuple(_scored(candidates[i], float(scores[i])) for i in order)


def _scored(candidate: Candidate, score: float) -> Candidate:
    return candidate if candidate.score == score else candidate._replace(score=score)


def put_minutes_first(passages: Sequence[StoredPassage], scores: Scores) -> None:
    """Put what the agenda says of an item behind what the minutes of that meeting say of it.

    Changes ``scores`` in place.
    """
    best: dict[tuple[object, ...], float] = {}
    for passage, score in zip(passages, scores, strict=True):
        if passage.document_kind.records_decisions and passage.case_number:
            key = same_matter(passage)
            best[key] = max(score, best.get(key, -np.inf))
    for position, passage in enumerate(passages):
        if passage.document_kind is DocumentKind.AGENDA and passage.case_number:
            scores[position] = min(scores[position], best.get(same_matter(passage), np.inf) - 0.01)


def same_matter(item: StoredPassage | StoredItem) -> tuple[object, ...]:
    """What an item has in common in the agenda and in the minutes of one meeting."""
    return item.huvudman, item.organ, item.date, item.case_number
