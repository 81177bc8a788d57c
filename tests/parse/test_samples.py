"""The sample documents are understood exactly as they were written."""

import re
from functools import cache

import pytest
from tests.parse.law import account_for_lines
from tests.sample_sources import INGEST, Entry, Rows, Text, read_samples, sections_of

from beslutssok.domain import (
    DocumentKind,
    Meeting,
    Paragraph,
    ParagraphStyle,
    Section,
    SectionKind,
    SourceDocument,
)
from beslutssok.parse import parse_document
from beslutssok.read import read_document

SOURCES = {stem: source for stem, source in read_samples().items() if not source.scan}
MEETINGS = [stem for stem, source in SOURCES.items() if source.kind != "handling"]
REPORTS = [stem for stem, source in SOURCES.items() if source.kind == "handling"]

KINDS = {
    "Anmälningar": SectionKind.DOCUMENTS,
    "Barn- och utbildningsnämnden beslutar": SectionKind.DECISION,
    "Beslut": SectionKind.DECISION,
    "Beslutet skickas till": SectionKind.RECIPIENTS,
    "Beslutsgång": SectionKind.PROCEDURE,
    "Beslutsunderlag": SectionKind.DOCUMENTS,
    "Delegeringsbeslut": SectionKind.DOCUMENTS,
    "Expedieras till": SectionKind.RECIPIENTS,
    "Förslag till beslut": SectionKind.PROPOSAL,
    "Förslag till beslut på sammanträdet": SectionKind.MOTION,
    "Handlingar": SectionKind.DOCUMENTS,
    "Hälso- och sjukvårdsnämndens beslut": SectionKind.DECISION,
    "Jäv": SectionKind.DISQUALIFICATION,
    "Kommunfullmäktiges beslut": SectionKind.DECISION,
    "Kommunstyrelsens arbetsutskotts förslag": SectionKind.PROPOSAL,
    "Kommunstyrelsens beslut": SectionKind.DECISION,
    "Kommunstyrelsens förslag till kommunfullmäktige": SectionKind.PROPOSAL,
    "Omröstning": SectionKind.VOTE,
    "Omröstningsresultat": SectionKind.VOTE,
    "Proposition": SectionKind.PROCEDURE,
    "Propositionsordning": SectionKind.PROCEDURE,
    "Protokollsanteckning": SectionKind.STATEMENT,
    "Protokollsanteckningar": SectionKind.STATEMENT,
    "Protokollsutdrag skickas till": SectionKind.RECIPIENTS,
    "Reservation": SectionKind.RESERVATION,
    "Reservation mot beslutet": SectionKind.RESERVATION,
    "Reservationer": SectionKind.RESERVATION,
    "Sammanfattning": SectionKind.SUMMARY,
    "Sammanfattning av ärendet": SectionKind.SUMMARY,
    "Särskilt yttrande": SectionKind.STATEMENT,
    "Tidigare behandling": SectionKind.EARLIER,
    "Votering": SectionKind.VOTE,
    "Yrkanden": SectionKind.MOTION,
    "Ärendebeskrivning": SectionKind.BACKGROUND,
    "Ärendet i korthet": SectionKind.SUMMARY,
    "Ärendets tidigare behandling": SectionKind.EARLIER,
}
"""What each heading in the samples opens, written down by hand."""

APPENDIX = re.compile(r"Bilaga \d+ till § (\d+)")


@cache
def understood(stem: str) -> tuple[SourceDocument, Meeting]:
    path = INGEST / SOURCES[stem].pdf
    document = read_document(path)
    return document, parse_document(document, path.relative_to(INGEST))


def printed_sections(sections: tuple[Section, ...]) -> list[list[Section]]:
    """Sections as they are printed: what was parted into decision and proposal is one again."""
    groups: list[list[Section]] = []
    for section in sections:
        if groups and section.heading and not section.heading_places:
            groups[-1].append(section)
        else:
            groups.append([section])
    return groups


def words(text: str) -> str:
    """Letters, digits and signs without spaces, hyphens or bullets, for texts set differently."""
    return re.sub(r"[\s\-•\u00ad]|(?:^|(?<=\s))–(?=\s)", "", text).casefold()


def block_texts(blocks: list[Text | Entry | Rows]) -> str:
    parts: list[str] = []
    for block in blocks:
        match block:
            case Text():
                parts.append(block.text)
            case Entry():
                parts.append(f"{block.number}. {block.text}" if block.number else block.text)
            case Rows():
                parts.extend(" ".join(row) for row in block.rows)
    return " ".join(parts)


def section_text(group: list[Section]) -> str:
    return " ".join(p.text for section in group for p in section.paragraphs)


def same_words(group: list[Section], blocks: list[Text | Entry | Rows]) -> bool:
    """Whether a section has the words of the source; a table's head is repeated on each page."""
    found, expected = words(section_text(group)), words(block_texts(blocks))
    for block in blocks:
        if isinstance(block, Rows):
            head = words(" ".join(block.rows[0]))
            found, expected = found.replace(head, ""), expected.replace(head, "")
    return found == expected


def joined_over_pages(paragraphs: list[Paragraph], written: list[str]) -> list[str]:
    """The texts of paragraphs; where a page ends with a sentence, they may go on on the next."""
    texts: list[str] = []
    last_page = 0
    for paragraph in paragraphs:
        if paragraph.page > last_page and texts and f"{texts[-1]} {paragraph.text}" in written:
            texts[-1] += f" {paragraph.text}"
        else:
            texts.append(paragraph.text)
        last_page = paragraph.places[-1].page
    return texts


@pytest.mark.parametrize("stem", SOURCES)
def test_the_meeting_is_known(stem: str) -> None:
    source, (_, meeting) = SOURCES[stem], understood(stem)
    assert meeting.document_kind is DocumentKind(source.kind)
    assert meeting.huvudman == source.huvudman
    assert meeting.organ == source.organ
    assert meeting.date == source.date
    assert meeting.doubts == ()


@pytest.mark.parametrize("stem", SOURCES)
def test_every_line_is_accounted_for(stem: str) -> None:
    document, meeting = understood(stem)
    account_for_lines(document, meeting)


@pytest.mark.parametrize("stem", MEETINGS)
def test_items_have_their_numbers_titles_and_cases(stem: str) -> None:
    source, (_, meeting) = SOURCES[stem], understood(stem)
    found = [(item.number, item.title, item.case_number) for item in meeting.items]
    assert found == [(item.number, item.title, item.case or None) for item in source.items]


@pytest.mark.parametrize("stem", MEETINGS)
def test_sections_have_their_headings_and_kinds(stem: str) -> None:
    source, (_, meeting) = SOURCES[stem], understood(stem)
    for written, item in zip(source.items, meeting.items, strict=True):
        headings = [heading for heading, _ in sections_of(written)]
        groups = printed_sections(item.sections)
        groups = [group for group in groups if not APPENDIX.match(group[0].heading)]
        assert [words(group[0].heading) for group in groups] == [words(h) for h in headings]
        for heading, group in zip(headings, groups, strict=True):
            expected = KINDS.get(heading, SectionKind.OTHER)
            allowed = {expected}
            if expected is SectionKind.DECISION:
                allowed.add(SectionKind.PROPOSAL)
            assert {section.kind for section in group} <= allowed, (item.number, heading)


@pytest.mark.parametrize("stem", MEETINGS)
def test_sections_have_their_points_bullets_and_words(stem: str) -> None:
    source, (_, meeting) = SOURCES[stem], understood(stem)
    for written, item in zip(source.items, meeting.items, strict=True):
        groups = printed_sections(item.sections)
        for (heading, blocks), group in zip(sections_of(written), groups, strict=False):
            paragraphs = [p for section in group for p in section.paragraphs]
            points = [(b.number, b.text) for b in blocks if isinstance(b, Entry) and b.number]
            found = [
                (p.point, p.text.split(maxsplit=1)[1])
                for p in paragraphs
                if p.style is ParagraphStyle.POINT
            ]
            assert found == points, (item.number, heading)
            bullets = [b.text for b in blocks if isinstance(b, Entry) and not b.number]
            listed = [p.text[1:].strip() for p in paragraphs if p.style is ParagraphStyle.BULLET]
            assert listed == bullets, (item.number, heading)
            assert same_words(group, blocks), (item.number, heading)


@pytest.mark.parametrize("stem", MEETINGS)
def test_paragraphs_are_whole(stem: str) -> None:
    source, (_, meeting) = SOURCES[stem], understood(stem)
    for written, item in zip(source.items, meeting.items, strict=True):
        groups = printed_sections(item.sections)
        for (heading, blocks), group in zip(sections_of(written), groups, strict=False):
            if any(section.kind is SectionKind.RECIPIENTS for section in group):
                continue
            written_texts = [b.text for b in blocks if isinstance(b, Text)]
            paragraphs = [
                p
                for section in group
                for p in section.paragraphs
                if p.style in (ParagraphStyle.TEXT, ParagraphStyle.HEADING) and words(p.text)
            ]
            found = joined_over_pages(paragraphs, written_texts)
            assert found == written_texts, (item.number, heading)


@pytest.mark.parametrize("stem", MEETINGS)
def test_appendices_belong_to_the_item_they_name(stem: str) -> None:
    source, (_, meeting) = SOURCES[stem], understood(stem)
    expected = {
        match[1]: appendix.title
        for appendix in source.appendices
        if (match := APPENDIX.match(appendix.title))
    }
    found = {
        item.number: section.heading
        for item in meeting.items
        for section in item.sections
        if APPENDIX.match(section.heading)
    }
    assert found == expected


@pytest.mark.parametrize("stem", MEETINGS)
def test_an_agenda_decides_nothing(stem: str) -> None:
    meeting = understood(stem)[1]
    if meeting.document_kind is DocumentKind.AGENDA:
        kinds = {section.kind for item in meeting.items for section in item.sections}
        assert SectionKind.DECISION not in kinds


@pytest.mark.parametrize("stem", MEETINGS)
def test_items_stand_on_the_pages_where_their_headings_are(stem: str) -> None:
    document, meeting = understood(stem)
    for item in meeting.items:
        first = item.heading_places[0]
        line = next(line for line in document.pages[first.page - 1].lines if line.place == first)
        assert re.search(rf"\b{item.number}\b", line.text)
        assert item.pages[0] == first.page
        own = [section for section in item.sections if not APPENDIX.match(section.heading)]
        pages = [p.places[-1].page for section in own for p in section.paragraphs] or [first.page]
        assert max(pages) <= item.pages[1]


@pytest.mark.parametrize("stem", REPORTS)
def test_chapters_of_a_report(stem: str) -> None:
    source, (_, meeting) = SOURCES[stem], understood(stem)
    assert [item.title for item in meeting.items] == [item.title for item in source.items]
    for position, (written, item) in enumerate(zip(source.items, meeting.items, strict=True), 1):
        assert item.number == str(position)
        groups = [(s.heading, s) for s in item.sections]
        headings = [heading for heading, _ in sections_of(written)]
        assert [re.sub(r"^[\d.]+ ", "", heading) for heading, _ in groups] == headings
        for (_, blocks), (_, section) in zip(sections_of(written), groups, strict=True):
            assert same_words([section], blocks), section.heading
