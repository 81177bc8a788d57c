"""A document's pages as a meeting with items."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from beslutssok.domain import (
    DocumentKind,
    Item,
    Line,
    Meeting,
    Paragraph,
    SectionKind,
    SourceDocument,
)
from beslutssok.parse.appendices import find_appendices, place_appendices
from beslutssok.parse.case_numbers import find_case_numbers
from beslutssok.parse.chapters import find_chapters
from beslutssok.parse.identity import Identity, read_identity
from beslutssok.parse.items import ItemHeading, find_item_headings
from beslutssok.parse.joining import words_of
from beslutssok.parse.numbering import number_of
from beslutssok.parse.outcomes import read_outcome
from beslutssok.parse.paragraphs import build_paragraphs
from beslutssok.parse.sections import HeadingStyle, learn_heading_style, split_sections
from beslutssok.parse.votes import find_tallies

# An extract has one § or a few, and no pages about who was there.
MAX_EXTRACT_ITEMS = 3
FRONT_LINES_OF_EXTRACT = 12
MAX_GAPS = 20
_NO_TITLES = frozenset({"", "untitled", "unspecified"})


def parse_document(
    source: SourceDocument, relative_path: Path, default_huvudman: str = ""
) -> Meeting:
    """Understand a document: whose meeting, which items, what was proposed and decided.

    Every line of ``source`` ends up in exactly one item, or in ``front``.

    Args:
        source: the pages as read.
        relative_path: the file's path under the folder that is ingested.
        default_huvudman: the organisation, where neither document nor folder names one.
    """
    identity = read_identity(source, relative_path, default_huvudman)
    lines = [line for page in source.pages for line in page.lines]
    kind = identity.document_kind
    vocabulary = words_of(line.text for line in lines)
    headings: tuple[ItemHeading, ...] = ()
    if kind is not DocumentKind.OTHER:
        agenda = kind is DocumentKind.AGENDA
        headings = find_item_headings(lines, source.outline, identity.organ, agenda, vocabulary)
    if not headings:
        identity = replace(identity, document_kind=DocumentKind.OTHER)
        items, front = find_chapters(source, lines, vocabulary)
        return _meeting(source, identity, items, front, ())
    items, front_lines = _build_items(lines, headings, identity, vocabulary)
    if kind is DocumentKind.MINUTES and _is_extract(items, front_lines):
        identity = replace(identity, document_kind=DocumentKind.EXTRACT)
    front = build_paragraphs(front_lines, SectionKind.OTHER, vocabulary)
    return _meeting(source, identity, items, front, _gaps(headings, kind))


def _meeting(
    source: SourceDocument,
    identity: Identity,
    items: tuple[Item, ...],
    front: tuple[Paragraph, ...],
    doubts: tuple[str, ...],
) -> Meeting:
    title = source.title
    if title.casefold() in _NO_TITLES:
        title = items[0].title if len(items) == 1 and items[0].title else source.path.stem
    return Meeting(
        document_kind=identity.document_kind,
        huvudman=identity.huvudman,
        organ=identity.organ,
        date=identity.date,
        title=title,
        items=items,
        front=front,
        doubts=identity.doubts + doubts,
    )


def _build_items(
    lines: Sequence[Line],
    headings: Sequence[ItemHeading],
    identity: Identity,
    vocabulary: frozenset[str],
) -> tuple[tuple[Item, ...], tuple[Line, ...]]:
    """The items, and the lines that stand outside every one of them."""
    style = learn_heading_style(lines, identity.organ)
    appendices, items_end = find_appendices(lines, headings[-1].end)
    ends = [heading.start for heading in headings[1:]] + [items_end]
    items = [
        _build_item(lines, heading, end, identity, style, vocabulary)
        for heading, end in zip(headings, ends, strict=True)
    ]
    placed, nobodys = place_appendices(items, appendices, lines, vocabulary)
    closing = lines[items_end : appendices[0].start if appendices else len(lines)]
    return placed, (*lines[: headings[0].start], *closing, *nobodys)


def _build_item(
    lines: Sequence[Line],
    heading: ItemHeading,
    end: int,
    identity: Identity,
    style: HeadingStyle,
    vocabulary: frozenset[str],
) -> Item:
    agenda = identity.document_kind is DocumentKind.AGENDA
    own = lines[heading.end : end]
    sections = split_sections(own, identity.organ, agenda, style, vocabulary)
    texts = [paragraph.text for section in sections for paragraph in section.paragraphs]
    return Item(
        number=heading.number,
        title=heading.title,
        sections=sections,
        pages=(lines[heading.start].page, lines[end - 1].page),
        case_number=heading.case_number,
        outcome=read_outcome(sections, identity.document_kind.records_decisions),
        tallies=find_tallies(texts),
        references=_references(texts, heading.case_number),
        heading_places=tuple(line.place for line in lines[heading.start : heading.end]),
    )


def _references(texts: Sequence[str], own: str | None) -> tuple[str, ...]:
    numbers = dict.fromkeys(number for text in texts for number, _, _ in find_case_numbers(text))
    numbers.pop(own or "", None)
    return tuple(numbers)


def _is_extract(items: Sequence[Item], front: Sequence[Line]) -> bool:
    return len(items) <= MAX_EXTRACT_ITEMS and len(front) <= FRONT_LINES_OF_EXTRACT


def _gaps(headings: Sequence[ItemHeading], kind: DocumentKind) -> tuple[str, ...]:
    """Numbers that are missing between the first and the last item, as sentences for staff."""
    numbers = [number_of(heading.number) for heading in headings]
    missing = sorted(set(range(numbers[0], numbers[-1] + 1)) - set(numbers))
    sign = "Ärende" if kind is DocumentKind.AGENDA else "§"
    return tuple(
        f"{sign} {number} saknas mellan första och sista." for number in missing[:MAX_GAPS]
    )
