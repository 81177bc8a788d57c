"""Chapters of a document that is no meeting's: from its bookmarks, else from its typography."""

import re
from collections.abc import Sequence
from dataclasses import replace

from beslutssok.domain import Item, Line, Paragraph, Section, SectionKind, SourceDocument
from beslutssok.parse.board_reports import KINDS_OF_HANDLINGAR
from beslutssok.parse.bookmarks import headlines_of_outline
from beslutssok.parse.case_numbers import find_case_numbers
from beslutssok.parse.headings import classify_heading, is_weak_heading
from beslutssok.parse.headlines import Headline, headlines_of_type
from beslutssok.parse.outcomes import read_outcome
from beslutssok.parse.paragraphs import build_paragraphs

_NUMBERED = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})\.?\s+(?P<title>\S.*)")


def find_chapters(
    source: SourceDocument, lines: Sequence[Line], vocabulary: frozenset[str]
) -> tuple[tuple[Item, ...], tuple[Paragraph, ...]]:
    """Split a document into chapters (items) with their sections, and what comes before.

    A document without any heading becomes one item with the number ``"1"``.
    """
    if not lines:
        return (), ()
    headlines = headlines_of_outline(source.outline, lines) or headlines_of_type(lines)
    if not headlines:
        whole = Headline(0, 0, 0, source.title or source.path.stem)
        return (_chapter("1", whole, (), len(lines), lines, vocabulary),), ()
    headlines = _in_two_levels(headlines)
    openers = [position for position, headline in enumerate(headlines) if headline.level == 0]
    items = []
    used: set[str] = set()
    for order, position in enumerate(openers):
        following = openers[order + 1] if order + 1 < len(openers) else len(headlines)
        end = headlines[following].start if following < len(headlines) else len(lines)
        number = _number(headlines[position].title, order + 1, used)
        used.add(number)
        inner = headlines[position + 1 : following]
        items.append(_chapter(number, headlines[position], inner, end, lines, vocabulary))
    front = build_paragraphs(lines[: headlines[0].start], SectionKind.OTHER, vocabulary)
    return tuple(items), front


def _in_two_levels(headlines: Sequence[Headline]) -> tuple[Headline, ...]:
    """Level 0 for what opens a chapter, 1 for the sections in it.

    Where one heading stands above all others it is the document's title, and those right under
    it open chapters as well. What comes before the first of the top level opens one too.
    """
    levels = sorted({headline.level for headline in headlines})
    tops = sum(headline.level == levels[0] for headline in headlines)
    deepest = levels[1] if tops == 1 and len(levels) > 1 else levels[0]
    return tuple(
        replace(headline, level=0 if headline.level <= deepest or position == 0 else 1)
        for position, headline in enumerate(headlines)
    )


def _chapter(
    number: str,
    opener: Headline,
    inner: Sequence[Headline],
    end: int,
    lines: Sequence[Line],
    vocabulary: frozenset[str],
) -> Item:
    ends = [headline.start for headline in inner] + [end]
    sections = []
    if ends[0] > opener.end or not inner:
        kind = _kind(opener.title)
        text = build_paragraphs(lines[opener.end : ends[0]], kind, vocabulary)
        sections.append(Section(kind, "", text))
    for headline, section_end in zip(inner, ends[1:], strict=True):
        kind = _kind(headline.title)
        paragraphs = build_paragraphs(lines[headline.end : section_end], kind, vocabulary)
        places = tuple(line.place for line in lines[headline.start : headline.end])
        sections.append(Section(kind, headline.title, paragraphs, places))
    texts = [paragraph.text for section in sections for paragraph in section.paragraphs]
    numbers = dict.fromkeys(found for text in texts for found, _, _ in find_case_numbers(text))
    return Item(
        number=number,
        title=_bare_title(opener.title),
        sections=tuple(sections),
        pages=(lines[opener.start].page, lines[end - 1].page),
        outcome=read_outcome(sections, records_decisions=False),
        references=tuple(numbers),
        heading_places=tuple(line.place for line in lines[opener.start : opener.end]),
    )


def _kind(title: str) -> SectionKind:
    """What a heading of the lexicon opens, where it is one that reports have."""
    bare = _bare_title(title)
    kind = None if is_weak_heading(bare) else classify_heading(bare)
    return kind if kind in KINDS_OF_HANDLINGAR else SectionKind.OTHER


def _number(title: str, fallback: int, used: set[str]) -> str:
    """The number that a chapter's title begins with, else its place among the chapters."""
    match = _NUMBERED.fullmatch(title)
    number = match["number"] if match else str(fallback)
    while number in used:
        fallback += 1
        number = str(fallback)
    return number


def _bare_title(title: str) -> str:
    match = _NUMBERED.fullmatch(title)
    return match["title"] if match else title
