"""A document's pages as a meeting with items."""

import re
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
from beslutssok.parse.agenda_tables import AgendaTable, find_agenda_table
from beslutssok.parse.appendices import find_appendices, place_appendices
from beslutssok.parse.board_reports import find_board_report
from beslutssok.parse.case_numbers import find_case_numbers
from beslutssok.parse.chapters import find_chapters
from beslutssok.parse.doubts import (
    UNNUMBERED,
    doubts_about_appendices,
    doubts_about_headings,
    doubts_about_numbers,
    with_doubts,
)
from beslutssok.parse.entities import doubts_about_attendance, find_attendance, with_entities
from beslutssok.parse.groups import group_heading_start
from beslutssok.parse.identity import Identity, read_identity
from beslutssok.parse.items import ItemHeading, find_item_headings
from beslutssok.parse.joining import words_of
from beslutssok.parse.missing_appendices import with_missing_appendices
from beslutssok.parse.outcomes import read_outcome
from beslutssok.parse.paragraphs import build_paragraphs
from beslutssok.parse.ranges import numbers_of
from beslutssok.parse.sections import HeadingStyle, learn_heading_style, split_sections
from beslutssok.parse.stated_numbers import doubts_about_stated_numbers, stated_numbers
from beslutssok.parse.unnumbered import find_unnumbered

# An extract has one § or a few, and no pages about who was there.
MAX_EXTRACT_ITEMS = 3
FRONT_LINES_OF_EXTRACT = 12
_OF_WHOLE_MINUTES = re.compile(
    r"underskrift|anslag|bevis\b.{0,30}anslag|innehåll|närvarande|beslutande|ledamöter\b|deltagare\b"
    r"|närvarolista|utse(?:dd|s)\b.{0,20}justera|plats och tid",
    re.IGNORECASE,
)
_NO_TITLES = frozenset({"", "untitled", "unspecified"})
_FILE_NAME = re.compile(r"\.(?:html?|docx?|pdf|odt|rtf)$|^microsoft word", re.IGNORECASE)


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
    table = None
    if kind is DocumentKind.AGENDA:
        repeated = [line for page in source.pages for line in page.furniture]
        table = find_agenda_table(lines, vocabulary, repeated)
    if table is not None and _lists_the_items(table, headings):
        outside = (*lines[: table.first], *table.between, *lines[table.last :])
        front = build_paragraphs(outside, SectionKind.OTHER, vocabulary)
        return _meeting(source, identity, table.items, front, ())
    numbered = bool(headings)
    if not headings and kind is not DocumentKind.OTHER:
        headings = find_unnumbered(lines, identity.organ, vocabulary)
    if not headings:
        identity = replace(identity, document_kind=DocumentKind.OTHER)
        report = find_board_report(source, lines, identity.organ, vocabulary)
        if report is not None:
            return _meeting(source, identity, report[:1], report[1], ())
        items, front = find_chapters(source, lines, vocabulary)
        return _meeting(source, identity, items, front, ())
    items, front_lines, nobodys = _build_items(lines, headings, identity, vocabulary)
    if kind is DocumentKind.MINUTES and _is_extract(items, front_lines):
        identity = replace(identity, document_kind=DocumentKind.EXTRACT)
    front = build_paragraphs(front_lines, SectionKind.OTHER, vocabulary)
    doubts = [
        *_doubts_about_completeness(lines, headings, kind),
        *doubts_about_headings(lines, headings, identity.organ),
        *doubts_about_appendices(nobodys),
    ]
    if not numbered:
        doubts.append(UNNUMBERED)
    items = tuple(with_doubts(item, kind) for item in items)
    return _meeting(source, identity, items, front, tuple(doubts))


def _doubts_about_completeness(
    lines: Sequence[Line], headings: Sequence[ItemHeading], kind: DocumentKind
) -> tuple[str, ...]:
    """Whether all items were found: measured by what the front page states, else by gaps."""
    stated: tuple[int, ...] = ()
    if kind.records_decisions:
        stated = stated_numbers(line.text for line in lines[: headings[0].start])
    if stated:
        return doubts_about_stated_numbers(
            stated, (each for h in headings for each in numbers_of(h.number))
        )
    return doubts_about_numbers(headings, kind)


def _lists_the_items(table: AgendaTable, headings: Sequence[ItemHeading]) -> bool:
    """Whether a table is the agenda itself, and not only a list of what follows it."""
    outside = [h for h in headings if not table.first <= h.start < table.last]
    return len(outside) < len(table.items) / 2


def _meeting(
    source: SourceDocument,
    identity: Identity,
    items: tuple[Item, ...],
    front: tuple[Paragraph, ...],
    doubts: tuple[str, ...],
) -> Meeting:
    lines = {line.place: line for page in source.pages for line in page.lines}
    kind = identity.document_kind
    items = tuple(with_entities(item, lines, kind, identity.organ) for item in items)
    attendance = find_attendance(front, lines) if kind.records_decisions else ()
    if kind.records_decisions:
        items = with_missing_appendices(items, front)
        doubts = (*doubts, *doubts_about_attendance(front, attendance, lines))
    title = source.title
    if title.casefold() in _NO_TITLES or _FILE_NAME.search(title):
        title = items[0].title if len(items) == 1 and items[0].title else source.path.stem
    return Meeting(
        document_kind=kind,
        huvudman=identity.huvudman,
        organ=identity.organ,
        date=identity.date,
        title=title,
        items=items,
        front=front,
        doubts=identity.doubts + doubts,
        attendance=attendance,
    )


def _build_items(
    lines: Sequence[Line],
    headings: Sequence[ItemHeading],
    identity: Identity,
    vocabulary: frozenset[str],
) -> tuple[tuple[Item, ...], tuple[Line, ...], tuple[Line, ...]]:
    """The items, the lines that stand outside every one of them, and appendices of nobody."""
    style = learn_heading_style(lines, identity.organ)
    appendices, closing, items_end = find_appendices(lines, headings[-1].end)
    following = [heading.start for heading in headings[1:]]
    ends = [
        group_heading_start(lines, heading.end, end, lines[heading.start])
        for heading, end in zip(headings, following, strict=False)
    ]
    between = [
        line for end, start in zip(ends, following, strict=True) for line in lines[end:start]
    ]
    ends.append(items_end)
    items = [
        _build_item(lines, heading, end, identity, style, vocabulary)
        for heading, end in zip(headings, ends, strict=True)
    ]
    placed, nobodys = place_appendices(items, appendices, lines, vocabulary)
    front = (*lines[: headings[0].start], *between, *closing, *nobodys)
    return placed, front, nobodys


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
        outcome=read_outcome(sections, identity.document_kind.records_decisions, heading.title),
        references=_references(texts, heading.case_number),
        heading_places=tuple(line.place for line in lines[heading.start : heading.end]),
    )


def _references(texts: Sequence[str], own: str | None) -> tuple[str, ...]:
    numbers = dict.fromkeys(number for text in texts for number, _, _ in find_case_numbers(text))
    numbers.pop(own or "", None)
    return tuple(numbers)


def _is_extract(items: Sequence[Item], front: Sequence[Line]) -> bool:
    if len(items) > 1 and any(_OF_WHOLE_MINUTES.match(line.text) for line in front):
        return False
    return len(items) <= MAX_EXTRACT_ITEMS and len(front) <= FRONT_LINES_OF_EXTRACT
