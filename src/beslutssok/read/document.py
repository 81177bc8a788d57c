"""Read a PDF page by page, and name what cannot be read."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from pypdf import PageObject, PdfReader
from pypdf.generic import Destination

from beslutssok.domain import Line, OutlineEntry, Page, PageProblem, SourceDocument
from beslutssok.errors import UnreadableDocument
from beslutssok.read.characters import clean_text, looks_broken
from beslutssok.read.furniture import split_furniture
from beslutssok.read.lines import read_lines
from beslutssok.read.opening import BREAKDOWNS, MAX_PAGES, hash_file, open_pdf

OCR_REMEDY = (
    "Kör textigenkänning, till exempel «ocrmypdf -l swe in.pdf ut.pdf», och läs in den nya filen."
)
# A4, for a page that does not say how large it is.
USUAL_SIZE = (595.0, 842.0)

_Outline = Sequence["Destination | _Outline"]


def read_document(path: Path, max_pages: int = MAX_PAGES) -> SourceDocument:
    """Read a PDF file whole.

    Pages without usable text are named in ``problems`` and lose nothing else.

    Raises:
        UnreadableDocument: the file is empty, no PDF, damaged, locked with a password, longer
            than ``max_pages``, or has no usable text on any page.
    """
    sha256 = hash_file(path)
    reader = open_pdf(path, max_pages)
    pages: list[Page] = []
    problems: list[PageProblem] = []
    for number in range(1, len(reader.pages) + 1):
        page, problem = _read_page(reader, number)
        pages.append(page)
        if problem is not None:
            problems.append(problem)
    if not any(page.lines for page in pages):
        reason, remedy = "sidorna saknar text.", OCR_REMEDY
        if problems:
            reason, remedy = problems[0].reason, problems[0].remedy
        raise UnreadableDocument(path, reason, remedy)
    return SourceDocument(
        path=path,
        sha256=sha256,
        pages=split_furniture(pages),
        outline=tuple(_outline(reader)),
        title=_title(reader),
        problems=tuple(problems),
    )


def _read_page(reader: PdfReader, number: int) -> tuple[Page, PageProblem | None]:
    """Read one page. Whatever goes wrong on it stays on it."""
    width, height = USUAL_SIZE
    lines: tuple[Line, ...] = ()
    try:
        page = reader.pages[number - 1]
        width, height = float(page.mediabox.width), float(page.mediabox.height)
        lines = read_lines(page, number)
        scanned = not lines and _has_picture(page)
    except Exception as exc:
        reason = f"sidans text kan inte läsas ({type(exc).__name__})."
        return Page(number, width, height, ()), PageProblem(number, reason, OCR_REMEDY)
    reason = ""
    if looks_broken("".join(line.text for line in lines)):
        reason = "sidans teckensnitt saknar teckenkarta, så texten blir oläslig."
        lines = ()
    elif scanned:
        reason = "sidan är inskannad och saknar text."
    problem = PageProblem(number, reason, OCR_REMEDY) if reason else None
    return Page(number, width, height, lines), problem


def _has_picture(page: PageObject) -> bool:
    resources = page.get("/Resources")
    objects = resources.get_object().get("/XObject") if resources is not None else None
    return bool(objects and objects.get_object())


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


def _title(reader: PdfReader) -> str:
    try:
        metadata = reader.metadata
        return " ".join(clean_text(metadata.title or "").split()) if metadata else ""
    except BREAKDOWNS:
        return ""
