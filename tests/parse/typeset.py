"""Documents from plain text, for tests of ``parse``: no PDF, but lines with place and type.

A line that begins with ``# `` is bold and large, as the heading of an item; with ``! `` bold, as
the heading of a section; with ``> `` small. An empty line is a blank line on the page. What is
parted by `` | `` are cells of one row, each in its column; empty ones are left out of the line.
"""

import re
from collections.abc import Sequence
from pathlib import Path

from tests.parse.law import account_for_lines

from beslutssok.domain import (
    Item,
    Line,
    Meeting,
    OutlineEntry,
    Page,
    Paragraph,
    Place,
    Section,
    SectionKind,
    SourceDocument,
)
from beslutssok.parse import parse_document

MINUTES = ("Region Norrvik", "Regionstyrelsen", "Sammanträdesprotokoll", "2024-05-14")
AGENDA = ("Region Norrvik", "Regionstyrelsen", "Kallelse", "2024-05-14")
COUNCIL = ("Granvika kommun", "Kommunfullmäktige", "Sammanträdesprotokoll", "2024-05-14")
BOARD = ("Granvika kommun", "Kommunstyrelsen", "Sammanträdesprotokoll", "2024-05-14")
BODY, LARGE, SMALL = 11.0, 14.0, 8.0
LEADING = 14.0
COLUMN = 65.0


def lines(text: str, page: int = 1, top: float = 90.0) -> tuple[Line, ...]:
    """The lines of a page."""
    made: list[Line] = []
    gap = 99.0
    for written in text.strip("\n").splitlines():
        stripped = written.strip()
        if not stripped:
            top += LEADING
            gap = 1.5 if made else gap
            continue
        size, bold = BODY, False
        if stripped.startswith("# "):
            size, bold, stripped = LARGE, True, stripped[2:]
        elif stripped.startswith("! "):
            bold, stripped = True, stripped[2:]
        elif stripped.startswith("> "):
            size, stripped = SMALL, stripped[2:]
        made.append(_line(stripped, page, top, size, bold, gap))
        top, gap = top + LEADING, 0.3
    return tuple(made)


def _line(written: str, page: int, top: float, size: float, bold: bool, gap: float) -> Line:
    texts = [text.strip() for text in re.split(r"\s\|(?=\s)", f" {written} ")]
    cells = [(70.0 + COLUMN * at, text) for at, text in enumerate(texts) if text]
    place = Place(page, cells[0][0] if cells else 70.0, top, 560.0, top + size)
    lefts = tuple(left for left, _ in cells) if len(cells) > 1 else ()
    return Line("\t".join(text for _, text in cells) or "|", place, size, bold, gap, lefts)


def source(
    *pages: str,
    heads: Sequence[str] = MINUTES,
    outline: Sequence[OutlineEntry] = (),
    title: str = "",
) -> SourceDocument:
    """A document of pages, with running heads already taken off."""
    return SourceDocument(
        path=Path("norrvik/fil.pdf"),
        sha256="0" * 64,
        pages=tuple(
            Page(
                number,
                595.0,
                842.0,
                lines(text, number),
                tuple(
                    Line(
                        head,
                        Place(number, 70.0, 20.0 + 10 * row, 500.0, 30.0 + 10 * row),
                        8.0,
                        False,
                    )
                    for row, head in enumerate(heads)
                ),
            )
            for number, text in enumerate(pages, start=1)
        ),
        outline=tuple(outline),
        title=title,
    )


def understand(
    *pages: str, heads: Sequence[str] = MINUTES, outline: Sequence[OutlineEntry] = ()
) -> Meeting:
    """Parse a document, and hold the law on it."""
    document = source(*pages, heads=heads, outline=outline)
    meeting = parse_document(document, Path("norrvik/fil.pdf"))
    account_for_lines(document, meeting)
    return meeting


def numbers(meeting: Meeting) -> list[str]:
    return [item.number for item in meeting.items]


def titles(meeting: Meeting) -> list[str]:
    return [item.title for item in meeting.items]


def kinds(item: Item) -> list[SectionKind]:
    return [section.kind for section in item.sections]


def section(item: Item, kind: SectionKind) -> Section:
    """The first section of a kind."""
    return next(section for section in item.sections if section.kind is kind)


def texts(paragraphs: Sequence[Paragraph]) -> list[str]:
    return [paragraph.text for paragraph in paragraphs]
