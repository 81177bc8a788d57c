"""The bookmarks and the title that a file has of its own."""

from collections.abc import Iterator, Sequence

from pypdf import PdfReader
from pypdf.generic import Destination

from beslutssok.domain import OutlineEntry
from beslutssok.read.characters import clean_text
from beslutssok.read.opening import BREAKDOWNS

_Outline = Sequence["Destination | _Outline"]


def read_outline(reader: PdfReader) -> tuple[OutlineEntry, ...]:
    """The bookmarks in their order; those that lead nowhere are left out."""
    return tuple(_outline(reader))


def read_title(reader: PdfReader) -> str:
    """The title in the file's metadata, or an empty string."""
    try:
        metadata = reader.metadata
        return " ".join(clean_text(metadata.title or "").split()) if metadata else ""
    except BREAKDOWNS:
        return ""


def _outline(reader: PdfReader) -> Iterator[OutlineEntry]:
    try:
        yield from _walk(reader, reader.outline, 0)
    except BREAKDOWNS:
        return


def _walk(reader: PdfReader, entries: _Outline, level: int) -> Iterator[OutlineEntry]:
    for entry in entries:
        if not isinstance(entry, Destination):
            yield from _walk(reader, entry, level + 1)
            continue
        try:
            page = reader.get_destination_page_number(entry)
        except BREAKDOWNS:
            continue
        title = " ".join(clean_text(str(entry.title or "")).split())
        if page is not None and page >= 0 and title:
            yield OutlineEntry(title, page + 1, level)
