"""What a document says: a meeting, its items, their sections and paragraphs."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from beslutssok.domain.entities import Attendee, Entities, Tally
from beslutssok.domain.layout import Place


class DocumentKind(StrEnum):
    """The kind of a document; the value is the word users see and type."""

    MINUTES = "protokoll"
    EXTRACT = "protokollsutdrag"
    AGENDA = "kallelse"
    OTHER = "handling"

    @property
    def records_decisions(self) -> bool:
        """Whether the document records what was decided (minutes and extracts do)."""
        return self is DocumentKind.MINUTES or self is DocumentKind.EXTRACT


class SectionKind(StrEnum):
    """What a section of an item is, whatever its heading; the value is used in identifiers."""

    SUMMARY = "sammanfattning"
    BACKGROUND = "bakgrund"
    PROPOSAL = "forslag"
    MOTION = "yrkanden"
    PROCEDURE = "beslutsgang"
    VOTE = "omrostning"
    DECISION = "beslut"
    RESERVATION = "reservation"
    STATEMENT = "anteckning"
    DISQUALIFICATION = "jav"
    EARLIER = "tidigare"
    DOCUMENTS = "underlag"
    RECIPIENTS = "expedieras"
    OTHER = "ovrigt"


class Outcome(StrEnum):
    """What became of an item at a meeting."""

    APPROVED = "bifall"
    PARTLY_APPROVED = "delvis bifall"
    REJECTED = "avslag"
    REFERRED_BACK = "återremiss"
    REFERRED = "remiss"
    TABLED = "bordläggning"
    NOTED = "noterat"
    ANSWERED = "besvarad"
    WITHDRAWN = "utgår"
    PROPOSED = "förslag"
    UNKNOWN = "okänd"


class ParagraphStyle(StrEnum):
    """How a paragraph is set: running text, a numbered point, a bullet, or a lesser heading."""

    TEXT = "text"
    POINT = "point"
    BULLET = "bullet"
    HEADING = "heading"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, list entry or decision point, with the places of its lines.

    ``point`` is the number of a numbered point (``"1"``), without its full stop, else ``None``;
    ``text`` keeps the number as it stands. ``ocr`` says that some of it was recognised in a
    picture and may have errors.
    """

    text: str
    places: tuple[Place, ...]
    style: ParagraphStyle = ParagraphStyle.TEXT
    point: str | None = None
    ocr: bool = False

    @property
    def page(self) -> int:
        """The 1-based page on which the paragraph begins."""
        return self.places[0].page


@dataclass(frozen=True, slots=True)
class Section:
    """A headed part of an item. ``heading`` is as printed, empty for text before any heading.

    ``heading_places`` are the places of the heading's lines; they are empty where there is no
    heading, and where one heading opens several sections in all but the first.
    """

    kind: SectionKind
    heading: str
    paragraphs: tuple[Paragraph, ...]
    heading_places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One matter at one meeting: a § in minutes, an ärende in an agenda, a chapter elsewhere.

    ``number`` is without sign (``"208"``, ``"7 a"``); ``pages`` are the first and last 1-based
    page of the PDF file; ``case_number`` is the principal one, normalised, or ``None``.
    ``references`` are normalised case numbers that the item's text mentions besides its own.
    ``doubts`` are sentences for staff, as in ``Meeting``.
    """

    number: str
    title: str
    sections: tuple[Section, ...]
    pages: tuple[int, int]
    case_number: str | None = None
    outcome: Outcome = Outcome.UNKNOWN
    tallies: tuple[Tally, ...] = ()
    references: tuple[str, ...] = ()
    heading_places: tuple[Place, ...] = ()
    entities: Entities = Entities()
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    """A body (``organ``) of an organisation (``huvudman``) on a date, as a document tells it.

    One file may hold several: minutes bound together, or a kallelse with its enclosures.
    ``pages`` are the first and last 1-based page of the file that this one has.

    For a document that is no meeting's (``DocumentKind.OTHER``), ``organ`` may be empty and
    ``items`` are its chapters. ``front`` is text outside every item: attendance, contents,
    signatures. ``doubts`` are sentences for staff about what was not understood for certain.
    """

    document_kind: DocumentKind
    huvudman: str
    organ: str
    date: date | None
    title: str
    items: tuple[Item, ...]
    front: tuple[Paragraph, ...] = ()
    doubts: tuple[str, ...] = ()
    pages: tuple[int, int] = (1, 1)
    attendance: tuple[Attendee, ...] = ()
