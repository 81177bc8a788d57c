"""The verbs that ask an index."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Unpack

from beslutssok.domain import Answer, Entities, Filters, Hit, Interpretation
from beslutssok.errors import CitationNotFound
from beslutssok.index.embedder import Embedder
from beslutssok.index.rows import Choices, storable
from beslutssok.index.vocabulary import IndexVocabulary
from beslutssok.library.filters import FilterKeywords, normalised, read_keys
from beslutssok.library.following import Following
from beslutssok.library.reporting import Reporting
from beslutssok.library.views import ItemView
from beslutssok.search import (
    EvaluationReport,
    ask,
    evaluate,
    read_questions,
    search,
)
from beslutssok.search.citations import item_citation
from beslutssok.search.expansion import Correction, expand
from beslutssok.search.found_choices import choices_found
from beslutssok.search.glossary import read_glossaries
from beslutssok.search.hits import make_hit
from beslutssok.search.phrases import without_marks
from beslutssok.search.precedents import find_item
from beslutssok.search.sentences import Says, say
from beslutssok.settings import Settings, read_settings

EVALUATION_LIMIT = 200


class Index(Following, Reporting):
    """An index of documents in a folder, made by ``beslutssok.open``. Safe to use from threads.

    Filters are the fields of ``Filters``, by keyword: ``organ="Regionstyrelsen"``. ``without`` are
    keys of interpretations that the user takes away: what they name is searched for as words only.
    """

    def search(
        self,
        query: str,
        limit: int = 10,
        *,
        without: Iterable[str] = (),
        **filters: Unpack[FilterKeywords],
    ) -> list[Hit]:
        """Find passages, best first.

        Raises:
            IndexMissing, IndexMismatch, ModelUnavailable: the index cannot be searched.
        """
        given = normalised(Filters(**filters))
        return search(self._searchable(), storable(query), given, limit, read_keys(without))

    def ask(
        self,
        question: str,
        *,
        without: Iterable[str] = (),
        after: str | None = None,
        **filters: Unpack[FilterKeywords],
    ) -> Answer:
        """Answer a question with quotations, or say that the documents do not.

        ``after`` is the ``item_id`` or citation of a hit, or a case number, that a question which
        names no matter of its own («… och hur röstade V?») goes on with.

        Raises:
            IndexMissing, IndexMismatch, ModelUnavailable: the index cannot be searched.
        """
        given = normalised(Filters(**filters))
        gone_on_with = storable(after) if after else None
        return ask(self._searchable(), storable(question), given, read_keys(without), gone_on_with)

    def understand(
        self,
        question: str,
        *,
        without: Iterable[str] = (),
        **filters: Unpack[FilterKeywords],
    ) -> tuple[Interpretation, ...]:
        """Tell what a question is taken to mean, in the order of its words.

        Raises:
            IndexMissing, IndexMismatch, ModelUnavailable: the index cannot be searched.
        """
        given = normalised(Filters(**filters))
        return self._searchable().understand(storable(question), given, read_keys(without))

    def choices(
        self,
        question: str = "",
        *,
        without: Iterable[str] = (),
        **filters: Unpack[FilterKeywords],
    ) -> Choices:
        """The values that filters can have, each with how many items it leaves of the others'.

        With a question they are counted among the items that a search for it finds.

        Raises:
            IndexMissing, IndexMismatch, ModelUnavailable: the index cannot be searched.
        """
        given = normalised(Filters(**filters))
        if not question.strip():
            return self._opened().choices(given)
        return choices_found(self._searchable(), storable(question), given, read_keys(without))

    def corrections(self, question: str) -> tuple[Correction, ...]:
        """Words of a question that no document has, and those that are searched for instead."""
        wording = without_marks(storable(question)) or question
        vocabulary = IndexVocabulary(self._opened())
        return expand(wording, vocabulary, read_glossaries(self.settings.glossary)).corrected

    def show(self, citation: str) -> ItemView:
        """Give the item that a citation or an identifier names, whole.

        Raises:
            CitationNotFound: nothing answers to it.
        """
        retriever = self._searchable()
        passages = find_item(retriever, storable(citation))
        if not passages:
            raise CitationNotFound(
                say(Says.NOTHING_CITED, citation=citation), say(Says.WRITE_CITATION)
            )
        hits = tuple(make_hit(passage, rank) for rank, passage in enumerate(passages, start=1))
        first = passages[0]
        return ItemView(
            citation=item_citation(first),
            title=first.item_title,
            case_number=first.case_number,
            passages=hits,
            entities=retriever.store.entities(first.item_id) if first.item_id else Entities(),
        )

    def evaluate(self, paths: Sequence[str | Path]) -> EvaluationReport:
        """Score search and answers against labelled questions.

        Raises:
            EvaluationError: a question set cannot be read.
        """
        questions = [question for path in paths for question in read_questions(Path(path))]
        return evaluate(questions, lambda q: self.search(q, EVALUATION_LIMIT), self.ask)


def open_index(
    folder: str | Path = "index",
    settings: Settings | None = None,
    embedder: Embedder | None = None,
) -> Index:
    """Open the index in a folder; it is made by the first ``ingest``.

    ``settings`` are those of the environment unless given. ``embedder`` stands in for the model
    that the settings name.
    """
    return Index(Path(folder), settings or read_settings(), embedder)
