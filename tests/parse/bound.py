"""Documents bound together in one file, for tests of what finds them again."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from tests.parse.law import account_for_lines
from tests.parse.typeset import source

from beslutssok.domain import Line, Meeting, Page, SourceDocument
from beslutssok.parse.bundle import parse_meetings, split_source

BOUND = Path("granvika/bunden.pdf")


def document(*pages: str, heads: Sequence[str] = (), numbered: bool = True) -> SourceDocument:
    """A document of pages, with page numbers ``1 (3)`` in its heads."""
    made = source(*pages, heads=heads)
    if not numbered:
        return made
    return numbered_through(made)


def _numbered(page: Page, total: int) -> Page:
    place = replace(source("x").pages[0].lines[0].place, page=page.number, top=60.0, bottom=68.0)
    number = Line(f"{page.number} ({total})", place, 8.0, False)
    return replace(page, furniture=(*page.furniture, number))


def numbered_through(made: SourceDocument) -> SourceDocument:
    """A file whose pages are stamped ``1 (9)``, ``2 (9)`` …, whatever is bound in it."""
    return replace(made, pages=tuple(_numbered(page, len(made.pages)) for page in made.pages))


def bind(*documents: SourceDocument) -> SourceDocument:
    """One file of several: pages count on, bookmarks lead where their pages went."""
    pages: list[Page] = []
    outline = []
    for bound in documents:
        shift = len(pages)
        outline += [replace(entry, page=entry.page + shift) for entry in bound.outline]
        pages += [_moved(page, shift) for page in bound.pages]
    return replace(documents[0], pages=tuple(pages), outline=tuple(outline), title="")


def _moved(page: Page, shift: int) -> Page:
    def move(line: Line) -> Line:
        return replace(line, place=replace(line.place, page=line.page + shift))

    return replace(
        page,
        number=page.number + shift,
        lines=tuple(map(move, page.lines)),
        furniture=tuple(map(move, page.furniture)),
    )


def understand_file(bound: SourceDocument, path: Path = BOUND) -> tuple[Meeting, ...]:
    """Parse a file, and hold the law on it: each line in one part, and there in one place."""
    meetings = parse_meetings(bound, path)
    parts = split_source(bound)
    assert [meeting.pages for meeting in meetings] == [(p.first, p.last) for p, _ in parts]
    assert [page.number for _, own in parts for page in own.pages] == [
        page.number for page in bound.pages
    ]
    for page, kept in zip(bound.pages, (p for _, own in parts for p in own.pages), strict=True):
        before = [(line.text, line.place) for line in (*page.lines, *page.furniture)]
        after = [(line.text, line.place) for line in (*kept.lines, *kept.furniture)]
        assert sorted(before, key=repr) == sorted(after, key=repr)
    for (_, own), meeting in zip(parts, meetings, strict=True):
        account_for_lines(own, meeting)
    return meetings
