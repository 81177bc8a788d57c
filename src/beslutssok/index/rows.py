"""What the index gives back and takes in: rows as frozen dataclasses.

``Stored…`` are read from the index, ``Prepared…`` are written to it.
"""

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

Vectors = npt.NDArray[np.float32]
Rowids = npt.NDArray[np.int64]


class IndexVersion(NamedTuple):
    """Which content an index has.

    ``generation`` grows by one with each transaction that changes the content; ``token`` is
    random and new with each generation, so that no two contents ever share a version.
    """

    generation: int
    token: str


@dataclass(frozen=True, slots=True)
class StoredPassage:
    """A passage with what a ``Hit`` needs of its item and document.

    ``rowid`` is the key within this index, ``id`` the one that is stable over re-ingestion. For
    a passage outside every item (attendance, signatures) ``item_id``, ``item_number`` and
    ``item_title`` are empty and ``outcome`` is unknown.
    """

    rowid: int
    id: str
    text: str
    context: str
    section: SectionKind
    section_heading: str
    point: str | None
    page: int
    places: tuple[Place, ...]
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
    """A document as it was read; ``items`` and ``passages`` are counts."""

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

    ``years`` are in order of time. Documents without items count for nothing here.
    """

    huvudman: tuple[tuple[str, int], ...]
    organ: tuple[tuple[str, int], ...]
    kinds: tuple[tuple[DocumentKind, int], ...]
    sections: tuple[tuple[SectionKind, int], ...]
    years: tuple[tuple[int, int], ...]


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
class PreparedDocument:
    """A document ready to be written, with the wished identifier of each of its items."""

    stamp: FileStamp
    sha256: str
    title: str
    pages: int
    problems: tuple[PageProblem, ...]
    meeting: Meeting
    item_ids: tuple[str, ...]
    passages: tuple[PreparedPassage, ...]


def compared(text: str) -> str:
    """Give what stands for ``text`` in a comparison without regard to case.

    >>> compared("  KOMMUNSTYRELSEN i  Åmåla ")
    'kommunstyrelsen i åmåla'
    """
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def compared_number(number: str) -> str:
    """Give what stands for an item's number in a comparison: ``7 A`` is ``7a``."""
    return compared(number).removeprefix("§").replace(" ", "")
