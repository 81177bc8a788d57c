"""What is indexed and found: passages, hits, and what an index holds."""

from dataclasses import dataclass
from datetime import date

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
class Coverage:
    """What an index holds: how much, which bodies, and the span of meeting dates.

    ``newest_file`` is the day, in local time, that the newest of all files was last saved.
    """

    documents: int
    items: int
    passages: int
    unreadable: int
    bodies: tuple[str, ...]
    date_from: date | None
    date_to: date | None
    newest_file: date | None = None
