"""What the index gives back and takes in: rows as frozen dataclasses and named tuples.

``Stored…`` are read from the index, ``Prepared…`` are written to it.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from beslutssok.domain import (
    DocumentKind,
    Meeting,
    Outcome,
    PageProblem,
    Passage,
    Place,
    SectionKind,
)
from beslutssok.index.codec import decode_places

_CASE_PART = re.compile(r"[^\W\d_]+|[0-9]+")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")

Vectors = npt.NDArray[np.float32]
Rowids = npt.NDArray[np.int64]


class IndexVersion(NamedTuple):
    """Which content an index has.

    ``generation`` grows by one with each transaction that changes the content; ``token`` is
    random and new with each generation, so that no two contents ever share a version.
    """

    generation: int
    token: str


class StoredPassage(NamedTuple):
    """A passage with what a ``Hit`` needs of its item, its meeting and its document.

    A named tuple, as a search makes a hundred: a dataclass with so many fields takes ten times
    as long to make.

    ``rowid`` is the key within this index, ``id`` the one that is stable over re-ingestion. For
    a passage outside every item (attendance, signatures) ``item_id``, ``item_number`` and
    ``item_title`` are empty and ``outcome`` is unknown. ``encoded_places`` are ``places`` as
    ``codec`` writes them: of a hundred passages read for a question few are shown.
    """

    rowid: int
    id: str
    text: str
    context: str
    section: SectionKind
    section_heading: str
    point: str | None
    page: int
    encoded_places: str
    item_id: str
    item_number: str
    item_title: str
    case_number: str | None
    outcome: Outcome
    organ: str
    huvudman: str
    date: date | None
    document_kind: DocumentKind
    document_title: str
    file: str
    sha256: str
    ocr: bool = False

    @property
    def places(self) -> tuple[Place, ...]:
        """Where its lines stand."""
        return decode_places(self.encoded_places)


@dataclass(frozen=True, slots=True)
class StoredItem:
    """An item without its text. ``references`` are case numbers that it mentions."""

    item_id: str
    number: str
    title: str
    case_number: str | None
    outcome: Outcome
    pages: tuple[int, int]
    references: tuple[str, ...]
    organ: str
    huvudman: str
    date: date | None
    document_kind: DocumentKind
    file: str
    sha256: str


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document as it was read; ``items``, ``passages`` and ``meetings`` are counts.

    ``kind``, ``huvudman``, ``organ`` and ``date`` are those of the first meeting in it;
    ``doubts`` are those about all of them.
    """

    sha256: str
    root: str
    file: str
    title: str
    kind: DocumentKind
    huvudman: str
    organ: str
    date: date | None
    pages: int
    items: int
    passages: int
    problems: tuple[PageProblem, ...]
    doubts: tuple[str, ...]
    meetings: int = 1


@dataclass(frozen=True, slots=True)
class UnreadableFile:
    """A file that could not be read at the last ingest that met it."""

    path: str
    file: str
    reason: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Choices:
    """The values that filters can have, with how many items each leaves, most first.

    Each filter counts what the others leave. ``years`` are in order of time; ``parties`` are the
    upper-case letters of those that a passage of the item names. ``items`` is how many there are
    in all. Documents without items count for nothing here.
    """

    huvudman: tuple[tuple[str, int], ...]
    organ: tuple[tuple[str, int], ...]
    kinds: tuple[tuple[DocumentKind, int], ...]
    sections: tuple[tuple[SectionKind, int], ...]
    years: tuple[tuple[int, int], ...]
    parties: tuple[tuple[str, int], ...] = ()
    items: int = 0


@dataclass(frozen=True, slots=True)
class FileStamp:
    """Where a file is, and what tells cheaply that it has not changed.

    ``path`` is ``root`` and ``file`` together; ``recipe`` is what else its reading depends on.
    """

    root: str
    file: str
    path: str
    size: int
    mtime_ns: int
    recipe: str


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """A document of the index, as an ingest compares it with a file."""

    rowid: int
    sha256: str
    stamp: FileStamp


@dataclass(frozen=True, slots=True)
class PreparedPassage:
    """A passage ready to be written; ``item`` is the position of its item in the meeting.

    The three ``…_terms`` are stems separated by spaces; ``digest`` is that of what is embedded.
    """

    passage: Passage
    item: int | None
    title_terms: str
    context_terms: str
    body_terms: str
    digest: bytes


@dataclass(frozen=True, slots=True)
class PreparedMeeting:
    """A meeting ready to be written, with the wished identifier of each of its items.

    ``doubts`` are those about the meeting and its items.
    """

    meeting: Meeting
    item_ids: tuple[str, ...]
    passages: tuple[PreparedPassage, ...]
    doubts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PreparedDocument:
    """A document ready to be written; it has at least one meeting."""

    stamp: FileStamp
    sha256: str
    title: str
    pages: int
    problems: tuple[PageProblem, ...]
    meetings: tuple[PreparedMeeting, ...]

    @property
    def passages(self) -> tuple[PreparedPassage, ...]:
        """The passages of all meetings."""
        return tuple(passage for meeting in self.meetings for passage in meeting.passages)

    @property
    def items(self) -> int:
        """How many items the meetings have together."""
        return sum(len(meeting.item_ids) for meeting in self.meetings)

    @property
    def doubts(self) -> tuple[str, ...]:
        """The doubts about all meetings."""
        return tuple(doubt for meeting in self.meetings for doubt in meeting.doubts)


def compared(text: str) -> str:
    """Give what stands for ``text`` in a comparison without regard to case.

    >>> compared("  KOMMUNSTYRELSEN i  Åmåla ")
    'kommunstyrelsen i åmåla'
    """
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def compared_case(number: str) -> str:
    """A case number for comparison: body, year and number, however they are put together.

    >>> compared_case("SLK-2024-00385"), compared_case("SLK 2024/385"), compared_case("0120/22")
    ('slk 2024 385', 'slk 2024 385', '120 22')
    >>> compared_case("RS/762/2024")
    'rs 2024 762'
    """
    letters: list[str] = []
    digits: list[str] = []
    for part in _CASE_PART.findall(number.casefold()):
        (digits if part[0].isdecimal() else letters).append(part.lstrip("0") or "0")
    if len(digits) == 2 and _YEAR.fullmatch(digits[1]) and not _YEAR.fullmatch(digits[0]):
        digits.reverse()
    return " ".join(letters + digits) or compared(number)


def is_same_case(one: str | None, other: str | None) -> bool:
    """Whether two case numbers are of the same case, whatever their spelling.

    >>> is_same_case("KS-2024-00045", "KS 2024/45"), is_same_case(None, None)
    (True, False)
    """
    return bool(one and other) and compared_case(str(one)) == compared_case(str(other))


def compared_number(number: str) -> str:
    """Give what stands for an item's number in a comparison: ``7 A`` is ``7a``."""
    return compared(number).removeprefix("§").replace(" ", "")


def storable(text: str) -> str:
    r"""Put a replacement character for each lone surrogate, which SQLite cannot store.

    >>> storable("Å\ud800!") == "Å\ufffd!"
    True
    """
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
