"""What a question gets back, and what an ingest reports."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from beslutssok.domain.interpretation import Interpretation
from beslutssok.domain.layout import Place
from beslutssok.domain.meeting import DocumentKind, Outcome, SectionKind


@dataclass(frozen=True, slots=True)
class Passage:
    """What is embedded and indexed: a paragraph (or a few short ones of one section).

    ``text`` is quoted to users and stands on the cited page word for word (line breaks and
    hyphenation mended). ``context`` is what goes in front when it is embedded: body, date, item
    title, section. ``id`` is stable over re-ingestion and unique in an index. ``ocr`` says that
    the text was recognised in a picture and may have errors.
    """

    id: str
    text: str
    context: str
    section: SectionKind
    section_heading: str
    point: str | None
    page: int
    places: tuple[Place, ...] = ()
    ocr: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found, with its score and what is needed to cite it.

    ``score`` orders the hits of one search (higher is better) and means nothing between
    searches; ``similarity`` is the cosine between question and passage in [-1, 1]. ``page`` is
    a 1-based page of the PDF ``file`` (a path relative to the folder it was ingested from);
    ``sha256`` is that file's, and tells apart files of one name in different folders.
    ``ocr`` says that the text was recognised in a picture and may have errors. ``outcome`` is
    that of the whole item. ``item_id`` is ``id`` without section and point. ``also_in`` are
    citations of other passages found with the same text, such as that of the agenda.
    ``words_score`` and ``meaning_score`` are the shares of words and of meaning in ``score``.
    """

    rank: int
    score: float
    citation: str
    id: str
    organ: str
    huvudman: str
    date: date | None
    document_kind: DocumentKind
    item_number: str
    item_title: str
    case_number: str | None
    section: SectionKind
    section_heading: str
    point: str | None
    text: str
    file: str
    page: int
    outcome: Outcome
    item_id: str
    similarity: float = 0.0
    matched: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    sha256: str = ""
    ocr: bool = False
    also_in: tuple[str, ...] = ()
    words_score: float = 0.0
    meaning_score: float = 0.0


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """A line of an answer: a quotation or a statement, and the hit that it rests on.

    ``quoted`` says whether ``text`` is verbatim from the document.
    """

    text: str
    hit: Hit
    quoted: bool = True


@dataclass(frozen=True, slots=True)
class Coverage:
    """What an index holds: how much, which bodies, and the span of meeting dates."""

    documents: int
    items: int
    passages: int
    unreadable: int
    bodies: tuple[str, ...]
    date_from: date | None
    date_to: date | None


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer: quotations and what rests on them, or why there is none.

    ``text`` is the answer as one readable text (lines joined); ``reason`` says why not answered,
    else ``None``; ``also`` are further hits worth reading; ``coverage`` is what was looked
    through; ``interpreted`` are the labels of ``interpretations``.
    """

    question: str
    answered: bool
    outcome: Outcome
    text: str
    reason: str | None
    lines: tuple[AnswerLine, ...]
    citations: tuple[Hit, ...]
    case_number: str | None
    also: tuple[Hit, ...]
    coverage: Coverage
    interpreted: tuple[str, ...] = ()
    interpretations: tuple[Interpretation, ...] = ()

    @property
    def relaxed(self) -> tuple[str, ...]:
        """What the question named that left nothing and was let go, in Swedish."""
        return tuple(part.label for part in self.interpretations if part.relaxed)


@dataclass(frozen=True, slots=True)
class CaseStep:
    """One step of a case: an item with its outcome, and the passage that best tells it."""

    hit: Hit
    kind: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Case:
    """All items with one case number, and those that refer to it, in order of time."""

    case_number: str
    title: str
    steps: tuple[CaseStep, ...]


class DocumentStatus(StrEnum):
    """What an ingest did with a file; the value is the word users see."""

    NEW = "ny"
    CHANGED = "ändrad"
    UNCHANGED = "oförändrad"
    VANISHED = "försvunnen"
    UNREADABLE = "oläslig"
    DUPLICATE = "dubblett"


@dataclass(frozen=True, slots=True)
class IngestedDocument:
    """One row of an ingest report.

    ``unread_pages`` say of each page that could not be read why, and what to do; ``doubts`` what
    was not understood for certain.
    """

    path: str
    status: DocumentStatus
    pages: int = 0
    items: int = 0
    passages: int = 0
    reason: str = ""
    remedy: str = ""
    unread_pages: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()

    @property
    def notes(self) -> tuple[str, ...]:
        """All that staff should look after: unread pages, then doubts."""
        return self.unread_pages + self.doubts


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What an ingest did, document by document, and how long it took (seconds)."""

    documents: tuple[IngestedDocument, ...]
    seconds: float = 0.0
    embedded: int = field(default=0)

    def count(self, status: DocumentStatus) -> int:
        """How many documents have the status."""
        return sum(document.status is status for document in self.documents)

    @property
    def complete(self) -> bool:
        """Whether every document, and every page of it, could be read; doubts don't count."""
        return not any(
            document.status is DocumentStatus.UNREADABLE or document.unread_pages
            for document in self.documents
        )
