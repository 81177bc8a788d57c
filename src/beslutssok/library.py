"""The façade: what Python users import, and what command line, page and API call."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from threading import Lock
from typing import TypedDict, Unpack

from beslutssok.domain import (
    Answer,
    Case,
    Coverage,
    DocumentKind,
    DocumentStatus,
    Entities,
    Filters,
    Hit,
    IngestedDocument,
    IngestReport,
    Interpretation,
    Meeting,
    SectionKind,
)
from beslutssok.errors import CitationNotFound, IndexMissing
from beslutssok.index.embedder import Embedder, load_embedder
from beslutssok.index.identifiers import item_identifier
from beslutssok.index.ingest import ingest_paths
from beslutssok.index.inspection import Inspection, inspect_file
from beslutssok.index.passages import split_passages
from beslutssok.index.report import IngestProgress, say_pages
from beslutssok.index.rows import Choices, storable
from beslutssok.index.store import Store
from beslutssok.index.vectors import VectorIndex
from beslutssok.index.vocabulary import IndexVocabulary
from beslutssok.index.words import index_terms
from beslutssok.parse import normalise_case_number
from beslutssok.parse.bundle import parse_meetings
from beslutssok.read import read_document
from beslutssok.search import (
    EvaluationReport,
    Retriever,
    ask,
    case_history,
    evaluate,
    find_similar,
    read_questions,
    search,
)
from beslutssok.search.citations import item_citation
from beslutssok.search.expansion import Correction, expand
from beslutssok.search.glossary import read_glossaries
from beslutssok.search.hits import make_hit
from beslutssok.search.phrases import without_marks
from beslutssok.search.precedents import find_item
from beslutssok.settings import Settings, read_settings

EVALUATION_LIMIT = 200


class FilterKeywords(TypedDict, total=False):
    """The fields of ``Filters`` as keyword arguments; one that is ``None`` does not limit."""

    huvudman: str | None
    organ: str | None
    date_from: date | None
    date_to: date | None
    document_kind: DocumentKind | None
    section: SectionKind | None
    case_number: str | None
    item_number: str | None
    party: str | None


@dataclass(frozen=True, slots=True)
class ItemView:
    """An item as it stands in its document: one hit for each passage, in order.

    ``entities`` are the yrkanden, votes, reservations and references that were read of it.
    """

    citation: str
    title: str
    case_number: str | None
    passages: tuple[Hit, ...]
    entities: Entities = Entities()


class Index:
    """An index of documents in a folder, made by ``beslutssok.open``. Safe to use from threads.

    Filters are the fields of ``Filters``, by keyword: ``organ="Regionstyrelsen"``. ``without`` are
    keys of interpretations that the user takes away: what they name is searched for as words only.
    """

    def __init__(self, folder: Path, settings: Settings, embedder: Embedder | None = None) -> None:
        self.folder = folder
        self.settings = settings
        self._given = embedder
        self._lock = Lock()
        self._store: Store | None = None
        self._retriever: Retriever | None = None

    def ingest(
        self,
        paths: Iterable[str | Path],
        progress: Callable[[IngestProgress], None] | None = None,
        prune: bool = False,
    ) -> IngestReport:
        """Read files, or folders with all PDF files below them, into the index.

        Unchanged files are skipped, changed ones replaced; vanished ones are reported, and
        removed if ``prune``. What cannot be read is in the report with reason and remedy.

        Raises:
            IndexBusy: another process is writing to the index.
            IndexMismatch: the index was built with another model.
            ModelUnavailable: the model cannot be loaded.
        """
        store = self._opened(create=True)
        return ingest_paths(
            [Path(path) for path in paths],
            store,
            self._searching(store).embedder,
            read=read_document,
            parse=parse_meetings,
            split=split_passages,
            identify=item_identifier,
            terms=index_terms,
            progress=progress,
            prune=prune,
            default_huvudman=self.settings.huvudman,
        )

    def rebuild(self) -> None:
        """Empty the index, whatever state it is in; the next ``ingest`` reads everything anew."""
        with self._lock:
            if self._store is not None:
                self._store.close()
            self._store, self._retriever = Store.rebuild(self.folder), None

    def model(self) -> str | None:
        """The name of the model that the index was built with; ``None`` while it is empty."""
        model = self._opened().model()
        return model[0] if model else None

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
        given = _normalised(Filters(**filters))
        return search(self._searchable(), storable(query), given, limit, _keys(without))

    def ask(
        self,
        question: str,
        *,
        without: Iterable[str] = (),
        **filters: Unpack[FilterKeywords],
    ) -> Answer:
        """Answer a question with quotations, or say that the documents do not.

        Raises:
            IndexMissing, IndexMismatch, ModelUnavailable: the index cannot be searched.
        """
        given = _normalised(Filters(**filters))
        return ask(self._searchable(), storable(question), given, _keys(without))

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
        given = _normalised(Filters(**filters))
        return self._searchable().understand(storable(question), given, _keys(without))

    def corrections(self, question: str) -> tuple[Correction, ...]:
        """Words of a question that no document has, and those that are searched for instead."""
        wording = without_marks(storable(question)) or question
        vocabulary = IndexVocabulary(self._opened())
        return expand(wording, vocabulary, read_glossaries(self.settings.glossary)).corrected

    def case(self, case_number: str) -> Case:
        """The history of a case: every item with the number, or that mentions it, by date.

        Raises:
            CitationNotFound: there is none.
        """
        return case_history(self._searchable(), storable(case_number))

    def similar(self, text_or_citation: str, limit: int = 10) -> list[Hit]:
        """Find precedents: earlier items like a text, or like the item a citation names."""
        return find_similar(self._searchable(), storable(text_or_citation), Filters(), limit)

    def show(self, citation: str) -> ItemView:
        """Give the item that a citation or an identifier names, whole.

        Raises:
            CitationNotFound: nothing answers to it.
        """
        retriever = self._searchable()
        passages = find_item(retriever, storable(citation))
        if not passages:
            raise CitationNotFound(
                f"Inget svarar mot «{citation}».",
                "Skriv som i en träff: «Regionstyrelsen 2024-12-10 § 208», eller dess id.",
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

    def coverage(self) -> Coverage:
        """What the index holds."""
        return self._opened().coverage()

    def choices(self) -> Choices:
        """The values that filters can have, with how many items each leaves."""
        return self._opened().choices()

    def documents(self) -> list[IngestedDocument]:
        """All documents of the index, and the files that could not be read, with the reasons."""
        store = self._opened()
        read = [
            IngestedDocument(
                path=document.file,
                status=DocumentStatus.UNCHANGED,
                pages=document.pages,
                items=document.items,
                passages=document.passages,
                unread_pages=say_pages(document.problems),
                doubts=document.doubts,
            )
            for document in store.documents()
        ]
        unread = [
            IngestedDocument(
                path=file.file,
                status=DocumentStatus.UNREADABLE,
                reason=file.reason,
                remedy=file.remedy,
            )
            for file in store.unreadable()
        ]
        return read + unread

    def meetings(self) -> list[Meeting]:
        """All meetings as they were understood; a file may hold several."""
        store = self._opened()
        return [
            meeting for document in store.documents() for meeting in store.meetings(document.sha256)
        ]

    def document_path(self, file: str, sha256: str | None = None) -> Path:
        """Where the PDF of a hit's ``file`` lies; ``sha256`` tells apart files of one name.

        Raises:
            CitationNotFound: the index has no such file.
            UnreadableDocument: the file is no longer where it was.
        """
        return self._opened().document_path(file, sha256)

    def warm_up(self) -> None:
        """Load the model and what searching needs, so that the first question need not wait."""
        retriever = self._searchable()
        retriever.embedder.embed_queries(["uppvärmning"])
        retriever.finder.prepare()
        retriever.calibrator.calibration()

    def _searchable(self) -> Retriever:
        retriever = self._searching(self._opened())
        retriever.store.check_model(retriever.embedder.name)
        return retriever

    def _searching(self, store: Store) -> Retriever:
        with self._lock:
            if self._retriever is None:
                embedder = self._given or load_embedder(self.settings)
                glossaries = read_glossaries(self.settings.glossary)
                self._retriever = Retriever(
                    store, VectorIndex(store), embedder, glossaries=glossaries
                )
            return self._retriever

    def _opened(self, create: bool = False) -> Store:
        with self._lock:
            if self._store is None:
                self._store = Store.create(self.folder) if create else Store.open(self.folder)
            return self._store


def _keys(without: Iterable[str]) -> tuple[str, ...]:
    """Keys of interpretations; one alone may be given as it is."""
    return (without,) if isinstance(without, str) else tuple(without)


def _normalised(filters: Filters) -> Filters:
    """Filters with the case number in its one form, and text that a database can compare."""
    number = filters.case_number and (
        normalise_case_number(filters.case_number) or filters.case_number
    )
    return replace(
        filters,
        huvudman=filters.huvudman and storable(filters.huvudman),
        organ=filters.organ and storable(filters.organ),
        case_number=number and storable(number),
        item_number=filters.item_number and storable(filters.item_number),
        party=filters.party and storable(filters.party),
    )


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


def inspect(
    path: str | Path, root: str | Path | None = None, settings: Settings | None = None
) -> Inspection:
    """Tell what an ingest would understand of one PDF file; no index is touched.

    ``root`` is the folder that would be ingested: the folder right below it may name the
    organisation.

    Raises:
        UnreadableDocument: the file is not there or cannot be read.
    """
    return inspect_file(
        Path(path),
        read=read_document,
        parse=parse_meetings,
        root=None if root is None else Path(root),
        default_huvudman=(settings or read_settings()).huvudman,
    )


__all__ = ["Index", "IndexMissing", "Inspection", "ItemView", "inspect", "open_index"]
