"""Bookmarks of merged files: those that name a document bound in rather than a heading."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from beslutssok.domain import OutlineEntry, Page, SourceDocument
from beslutssok.parse.front_pages import kind_of_cell
from beslutssok.parse.typography import letters_of

A_FILE, LIKE_A_FILE, NOT_PRINTED, PRINTED = 3.0, 2.0, 1.0, 0.5
TOP_LINES = 8
_EXTENSION = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|rtf|odt)$", re.IGNORECASE)
_ITEM = re.compile(r"\s*(?:[A-ZÅÄÖ]\w{0,4}\s)?(?:§|\d{1,3}[.\s])")
_FILE_WORD = re.compile(
    r"_|\d{4}-\d{2}-\d{2}|(?<!\d)(?:19|20)\d{6}(?!\d)|\bbilaga\b|protokoll|\btjänste\w+"
    r"|\bkallelse\b|\byttrande\b|\bmotion\b|\bmissiv\b|\bskrivelse\b|\brapport\b",
    re.IGNORECASE,
)
_NUMBERING = re.compile(r"^\d{1,3}[a-z]?(?:\.\d{1,2})*[.)_]\s*")


@dataclass(frozen=True, slots=True)
class FileBookmark:
    """A bookmark that may name a document: its title as a name, its page, how much it says."""

    title: str
    page: int
    weight: float

    @property
    def names_document(self) -> bool:
        """Whether the title is that of a document for certain, not of a heading in it."""
        return self.weight >= LIKE_A_FILE


def find_file_bookmarks(source: SourceDocument) -> dict[int, FileBookmark]:
    """The strongest bookmark of each page, of those that may begin a document there."""
    found: dict[int, FileBookmark] = {}
    for entry in resolved_outline(source):
        page = entry.page
        if not 1 <= page <= len(source.pages):
            continue
        weight = _weight(entry, source.pages[page - 1])
        if weight and (page not in found or weight > found[page].weight):
            found[page] = FileBookmark(title_of_name(entry.title), page, weight)
    return found


def resolved_outline(source: SourceDocument) -> tuple[OutlineEntry, ...]:
    """The bookmarks, those of bound-in files with their page where they lead to the first one."""
    return tuple(
        replace(entry, page=_target(source, position))
        for position, entry in enumerate(source.outline)
    )


def title_of_name(name: str) -> str:
    """A title from a file's name.

    >>> title_of_name("5c. Yttrande_M_L.pdf")
    'Yttrande M L'
    """
    bare = _EXTENSION.sub("", name.strip()).replace("_", " ")
    return " ".join(_NUMBERING.sub("", bare).split()) or name


def _target(source: SourceDocument, position: int) -> int:
    """The page of a bookmark; where its own is lost, that of the first one under it."""
    outline = source.outline
    entry = outline[position]
    below = position + 1
    if not _EXTENSION.search(entry.title) or below >= len(outline):
        return entry.page
    if outline[below].level > entry.level and outline[below].page > entry.page:
        return _target(source, below) if _is_lost(outline, position) else entry.page
    return entry.page


def _is_lost(outline: Sequence[OutlineEntry], position: int) -> bool:
    """Whether a bookmark leads before those that stand in front of it, or to the first page."""
    return outline[position].page <= max((e.page for e in outline[:position]), default=1)


def _weight(entry: OutlineEntry, page: Page) -> float:
    if _EXTENSION.search(entry.title):
        return A_FILE
    if _ITEM.match(entry.title):
        return 0.0
    letters = letters_of(entry.title)
    if letters and letters in letters_of("".join(line.text for line in page.lines)):
        top = sorted(page.lines, key=lambda line: line.place.top)[:TOP_LINES]
        at_top = letters in letters_of("".join(line.text for line in top))
        return PRINTED if at_top and entry.level == 0 else 0.0
    if _FILE_WORD.search(entry.title) or kind_of_cell(entry.title):
        return LIKE_A_FILE
    return NOT_PRINTED if entry.level == 0 else 0.0
