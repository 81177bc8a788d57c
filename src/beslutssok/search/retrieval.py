"""Read a question, and find the passages that it and its filters leave."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from beslutssok.domain import DocumentKind, Filters, Hit
from beslutssok.domain.interpretation import Interpretation, InterpretationKind
from beslutssok.index.embedder import Embedder
from beslutssok.index.rows import IndexVersion, StoredItem
from beslutssok.index.store import Store
from beslutssok.index.vectors import VectorIndex
from beslutssok.parse.numbering import number_of
from beslutssok.search.calibration import Calibrator
from beslutssok.search.candidates import Candidate, CandidateFinder
from beslutssok.search.expansion import Correction
from beslutssok.search.glossary import Glossaries, read_glossaries
from beslutssok.search.grouping import fold_same_text, put_in_order
from beslutssok.search.happened import where_it_happened
from beslutssok.search.hits import make_hit
from beslutssok.search.likeness import find_description
from beslutssok.search.matching import matched_words
from beslutssok.search.preferences import asked_year_first, prefer
from beslutssok.search.question import Intent, Question
from beslutssok.search.spellings import CaseSpellings
from beslutssok.search.understanding import rowids_left, understand

PER_ITEM = 3
# Retrievals that are kept: a page asks for an answer, for hits and for counts of one question.
KEPT_RETRIEVALS = 8
# Days; of a longer period than a month minutes may speak before it comes.
A_MONTH = 31
_NAMED = frozenset(
    {
        InterpretationKind.CASE,
        InterpretationKind.ITEM,
        InterpretationKind.PERIOD,
        InterpretationKind.ORGAN,
        InterpretationKind.HUVUDMAN,
    }
)


@dataclass(frozen=True, slots=True)
class Retrieval:
    """What was found: candidates best first, with the filters that were used in the end.

    ``let_go`` is what the question named and that left nothing.
    """

    question: Question
    candidates: tuple[Candidate, ...]
    filters: Filters
    let_go: tuple[Interpretation, ...] = ()

    @property
    def relaxed(self) -> bool:
        """Whether a case, §, time, body or organisation that was named left nothing."""
        return any(part.kind in _NAMED for part in self.let_go)

    @property
    def is_period_empty(self) -> bool:
        """Whether nothing was held in the period asked about.

        Of a season or a year that is yet to come minutes may speak, so that does not count.
        """
        period = self.question.period
        if period is None or all(
            part.kind is not InterpretationKind.PERIOD for part in self.let_go
        ):
            return False
        days = [candidate.passage.date for candidate in self.candidates if candidate.passage.date]
        is_long = bool(period.first and period.last and (period.last - period.first).days > A_MONTH)
        return not (days and is_long and period.first and period.first > max(days))

    @property
    def corrected(self) -> tuple[Correction, ...]:
        """Words that no document has, and those that were searched for instead."""
        return self.candidates[0].expansion.corrected if self.candidates else ()

    def by_item(self) -> dict[str, list[Candidate]]:
        """Candidates by item, best item first; passages outside items stand for themselves."""
        grouped: dict[str, list[Candidate]] = {}
        for candidate in self.candidates:
            key = candidate.passage.item_id or candidate.passage.id
            grouped.setdefault(key, []).append(candidate)
        return grouped


class Retriever:
    """Searches one index with one embedding model. Safe to use from several threads.

    ``clock`` gives the day that «i våras» and the like are told from.
    """

    def __init__(
        self,
        store: Store,
        vectors: VectorIndex,
        embedder: Embedder,
        clock: Callable[[], date] = date.today,
        glossaries: Glossaries | None = None,
    ) -> None:
        self.store = store
        self.vectors = vectors
        self.embedder = embedder
        self.finder = CandidateFinder(store, vectors, embedder, glossaries or read_glossaries())
        self.calibrator = Calibrator(store, vectors, embedder)
        self._clock = clock
        self._spellings = CaseSpellings(store)
        self._kept = lru_cache(KEPT_RETRIEVALS)(self._retrieve)

    def understand(
        self, text: str, given: Filters, without: Iterable[str] = ()
    ) -> tuple[Interpretation, ...]:
        """What a question is taken to mean; ``without`` are keys of what was taken away."""
        day = self._clock()
        understood = understand(self.store, self._spellings, text, given, day, without)
        return understood.question.interpretations

    def retrieve(self, text: str, given: Filters, without: Iterable[str] = ()) -> Retrieval:
        """Find candidates for a question.

        When nothing is left by what the question itself names (a date without meeting, say),
        that is let go step by step; filters that the user gave are never. ``without`` are keys
        of interpretations that the user took away. The last ones are kept as long as day and
        content are the same.
        """
        # Both versions: while one thread loads new vectors, others find with those before.
        versions = self.store.version(), self.vectors.version()
        return self._kept(text, given, frozenset(without), self._clock(), versions)

    def _retrieve(
        self,
        text: str,
        given: Filters,
        without: frozenset[str],
        today: date,
        _versions: tuple[IndexVersion, IndexVersion],
    ) -> Retrieval:
        understood = understand(self.store, self._spellings, text, given, today, without)
        question, filters = understood.question, understood.filters
        described = find_description(question.wording)
        wording = described or question.wording
        found = self.finder.find(wording, filters, understood.allowed)
        found = where_it_happened(self.finder, self.store, understood, found)
        preferred = prefer(found, question)
        candidates = asked_year_first(preferred, question.text)
        return Retrieval(question, candidates, filters, understood.let_go)

    def retrieve_plain(self, text: str, given: Filters) -> Retrieval:
        """Find candidates for a text that is no question: nothing in it limits the search."""
        question = Question(text, given, Intent.DECISION, wording=text)
        allowed = rowids_left(self.store, self._spellings, given)
        candidates = self.finder.find(text, given, allowed)
        return Retrieval(question, candidates, given)

    def case_items(self, case_number: str) -> list[StoredItem]:
        """All items of a case, and those that refer to it.

        In order of organisation and date, an agenda before the minutes of its meeting.
        """
        numbers = self._spellings.spellings(case_number)
        items = {
            item.item_id: item for number in numbers for item in self.store.items_of_case(number)
        }
        return sorted(items.values(), key=in_order_of_time)


def in_order_of_time(item: StoredItem) -> tuple[str, str, bool, str, int, str]:
    """The key to put items in order: organisation, date, the agenda before the minutes, §."""
    decides = item.document_kind is not DocumentKind.AGENDA
    number = number_of(item.number)
    return item.huvudman, str(item.date or ""), decides, item.organ, number, item.item_id


def by_day(item: StoredItem) -> tuple[str, tuple[str, str, bool, str, int, str]]:
    """The key to put items of several organisations in one order of time."""
    return str(item.date or ""), in_order_of_time(item)


def search(
    retriever: Retriever, text: str, given: Filters, limit: int, without: Iterable[str] = ()
) -> list[Hit]:
    """Find passages; no more than ``PER_ITEM`` of one item, and the same text once a meeting.

    ``without`` are keys of interpretations that the user took away.
    """
    retrieval = retriever.retrieve(text, given, without)
    wording = retrieval.question.wording
    taken: dict[str, int] = {}
    hits: list[Hit] = []
    for shown in fold_same_text(put_in_order(retrieval.candidates, retrieval.question.order)):
        passage = shown.candidate.passage
        key = passage.item_id or passage.id
        taken[key] = taken.get(key, 0) + 1
        if taken[key] > PER_ITEM:
            continue
        if len(hits) >= limit:
            break
        hits.append(hit_of(shown.candidate, len(hits) + 1, wording, shown.also_in))
    return hits


def hit_of(candidate: Candidate, rank: int, text: str, also_in: tuple[str, ...] = ()) -> Hit:
    """A candidate as a hit, with the words of the question that it has and what its score is of."""
    return make_hit(
        candidate.passage,
        rank,
        candidate.score,
        candidate.similarity,
        matched_words(text, candidate.passage.text, candidate.expansion),
        words_score=candidate.words_score,
        meaning_score=candidate.meaning_score,
        also_in=also_in,
    )
