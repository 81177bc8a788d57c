"""Find passages by meaning and by words, and put them in one order."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from beslutssok.domain import DocumentKind, Filters, Hit
from beslutssok.index.embedder import Embedder
from beslutssok.index.rows import StoredItem, StoredPassage, Vectors
from beslutssok.index.store import Store
from beslutssok.index.vectors import VectorIndex
from beslutssok.index.words import query_terms, query_words, stem, tokens
from beslutssok.search.hits import make_hit
from beslutssok.search.question import Intent, Question, read_question, relaxations

Scores = npt.NDArray[np.float64]

# Candidates from each side; their scores are made comparable over the union.
CANDIDATES = 200
# Share of meaning in the fused score; between 0.6 and 0.8 it made little difference in trials.
MEANING = 0.65
# Title, context, body; the title stands in the context too and so counts twice.
FIELD_WEIGHTS = (1.0, 1.0, 1.0)
# An agenda goes a little behind minutes that are found as well.
AGENDA_PENALTY = 0.3
# Question vectors that are kept: a page asks for the answer and for hits with the same words.
KEPT_QUESTIONS = 256
PER_ITEM = 3
LONGEST_NUMBER = 9


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage with its fused score, its cosine and its BM25 score."""

    passage: StoredPassage
    score: float
    similarity: float
    words: float


@dataclass(frozen=True, slots=True)
class Retrieval:
    """What was found: candidates best first, with the filters that were used in the end.

    ``relaxed`` says that what the question named left nothing, and was let go.
    """

    question: Question
    candidates: tuple[Candidate, ...]
    filters: Filters
    relaxed: bool

    def by_item(self) -> dict[str, list[Candidate]]:
        """Candidates by item, best item first; passages outside items stand for themselves."""
        grouped: dict[str, list[Candidate]] = {}
        for candidate in self.candidates:
            key = candidate.passage.item_id or candidate.passage.id
            grouped.setdefault(key, []).append(candidate)
        return grouped


class Retriever:
    """Searches one index with one embedding model. Safe to use from several threads."""

    def __init__(self, store: Store, vectors: VectorIndex, embedder: Embedder) -> None:
        self.store = store
        self.vectors = vectors
        self.embedder = embedder
        self._embed = lru_cache(KEPT_QUESTIONS)(self._embed_question)

    def _embed_question(self, text: str) -> Vectors:
        vector: Vectors = self.embedder.embed_queries([text])[0]
        return vector

    def retrieve(self, text: str, given: Filters) -> Retrieval:
        """Find candidates for a question.

        When nothing is left by what the question itself names (a date without meeting, say),
        that is let go step by step; filters that the user gave are never.
        """
        choices = self.store.choices()
        question = read_question(
            text,
            given,
            [organ for organ, _ in choices.organ],
            [huvudman for huvudman, _ in choices.huvudman],
        )
        filters = question.filters
        allowed = self._allowed(filters)
        relaxed = False
        if allowed is not None and not len(allowed):
            for looser in relaxations(question, given):
                filters = looser
                allowed = self._allowed(filters)
                if allowed is None or len(allowed):
                    relaxed = True
                    break
        candidates = self._candidates(text, filters, allowed)
        return Retrieval(question, candidates, filters, relaxed)

    def retrieve_plain(self, text: str, given: Filters) -> Retrieval:
        """Find candidates for a text that is no question: nothing in it limits the search."""
        question = Question(text, given, Intent.DECISION, None, ())
        candidates = self._candidates(text, given, self._allowed(given))
        return Retrieval(question, candidates, given, relaxed=False)

    def case_items(self, case_number: str) -> list[StoredItem]:
        """All items of a case, and those that refer to it.

        In order of organisation and date, an agenda before the minutes of its meeting.
        """
        numbers = self._spellings(case_number)
        items = {
            item.item_id: item for number in numbers for item in self.store.items_of_case(number)
        }
        return sorted(items.values(), key=in_order_of_time)

    def _spellings(self, case_number: str) -> list[str]:
        """The spellings of a case number in the index: ``1440/22`` is also ``SLK-2022-01440``."""
        wanted = _short_form(case_number)
        if wanted is None:
            return [case_number]
        same = {
            item.case_number
            for item in self.store.items()
            if item.case_number and _short_form(item.case_number) == wanted
        }
        is_short = "/" in case_number and case_number[0].isdigit()
        alike = {n for n in same if n == case_number or is_short or n[0].isdigit()}
        return sorted(alike | {case_number})

    def _allowed(self, filters: Filters) -> npt.NDArray[np.int64] | None:
        if filters == Filters():
            return None
        if filters.case_number is None:
            return self.store.rowids(filters)
        parts = [
            self.store.rowids(replace(filters, case_number=number))
            for number in self._spellings(filters.case_number)
        ]
        own = np.unique(np.concatenate(parts))
        if len(own):
            return own
        # No item has the number as its own; those that mention it tell what there is.
        mentioning = [
            passage.rowid
            for item in self.case_items(filters.case_number)
            for passage in self.store.item_passages(item.item_id)
        ]
        return np.array(sorted(mentioning), dtype=np.int64)

    def _candidates(
        self, text: str, filters: Filters, allowed: npt.NDArray[np.int64] | None
    ) -> tuple[Candidate, ...]:
        if not text.strip():
            return ()
        vector = self._embed(text)
        by_meaning = dict(self.vectors.search(vector, CANDIDATES, allowed))
        # A case may have several spellings, so it is checked after the match.
        unspelled = replace(filters, case_number=None)
        matches = self.store.match(query_terms(text), unspelled, CANDIDATES, FIELD_WEIGHTS)
        by_words = dict(matches)
        if allowed is not None:
            keep = set(allowed.tolist())
            by_words = {rowid: score for rowid, score in by_words.items() if rowid in keep}
        rowids = sorted(set(by_meaning) | set(by_words))
        if not rowids:
            return ()
        matrix = self.store.vectors(rowids)
        similarity = matrix @ vector
        lexical = np.array([by_words.get(rowid, 0.0) for rowid in rowids])
        fused = MEANING * standardise(similarity) + (1 - MEANING) * standardise(lexical)
        passages = self.store.passages(rowids)
        for position, passage in enumerate(passages):
            if passage.document_kind is DocumentKind.AGENDA:
                fused[position] -= AGENDA_PENALTY
        put_minutes_first(passages, fused)
        order = np.argsort(-fused, kind="stable")
        return tuple(
            Candidate(passages[i], float(fused[i]), float(similarity[i]), float(lexical[i]))
            for i in order
        )


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


def in_order_of_time(item: StoredItem) -> tuple[str, str, bool, str]:
    """The key to put items in order: organisation, date, the agenda before the minutes."""
    decides = item.document_kind is not DocumentKind.AGENDA
    return item.huvudman, str(item.date or ""), decides, item.item_id


def same_matter(item: StoredPassage | StoredItem) -> tuple[object, ...]:
    """What an item has in common in the agenda and in the minutes of one meeting."""
    return item.huvudman, item.organ, item.date, item.case_number


def standardise(scores: npt.NDArray[np.floating]) -> Scores:
    """Scores as distances from their mean in standard deviations; all equal gives zeros.

    >>> standardise(np.array([1.0, 3.0])).tolist()
    [-1.0, 1.0]
    """
    values = scores.astype(np.float64)
    spread = float(values.std())
    if spread < 1e-12:
        return np.zeros_like(values)
    standard: Scores = (values - values.mean()) / spread
    return standard


def search(retriever: Retriever, text: str, given: Filters, limit: int) -> list[Hit]:
    """Find passages; no more than ``PER_ITEM`` of one item."""
    retrieval = retriever.retrieve(text, given)
    taken: dict[str, int] = {}
    hits: list[Hit] = []
    for candidate in retrieval.candidates:
        key = candidate.passage.item_id or candidate.passage.id
        taken[key] = taken.get(key, 0) + 1
        if taken[key] > PER_ITEM:
            continue
        hits.append(hit_of(candidate, len(hits) + 1, text))
        if len(hits) >= limit:
            break
    return hits


def hit_of(candidate: Candidate, rank: int, text: str) -> Hit:
    """A candidate as a hit, with the words of the question that it has."""
    return make_hit(
        candidate.passage,
        rank,
        candidate.score,
        candidate.similarity,
        matched_words(text, candidate.passage.text),
    )


def matched_words(question: str, text: str) -> tuple[str, ...]:
    """The words of a text that a question asks for, as they stand, each once."""
    wanted = {stem(word) for word in query_words(question)}
    return tuple(dict.fromkeys(token for token in tokens(text) if stem(token) in wanted))


def _short_form(case_number: str) -> tuple[int, int] | None:
    """Number and two digits of the year, by which short and long spellings meet."""
    digits = re.findall(r"[0-9]+", case_number)
    if len(digits) < 2 or max(map(len, digits)) > LONGEST_NUMBER:
        return None
    first, second = digits[0], digits[1]
    if len(first) == 4 and first[:2] in {"19", "20"} and case_number[0] not in "0123456789":
        return int(second), int(first[2:])
    return int(first), int(second[-2:])
