"""Reports to a board (tjänsteskrivelser, tjänsteutlåtanden): one matter under known headings."""

import re
from collections.abc import Sequence
from dataclasses import replace

from beslutssok.domain import Item, Line, Paragraph, Section, SectionKind, SourceDocument
from beslutssok.parse.case_numbers import find_case_numbers
from beslutssok.parse.document_titles import find_title
from beslutssok.parse.headings import is_weak_heading
from beslutssok.parse.outcomes import read_outcome
from beslutssok.parse.paragraphs import build_paragraphs
from beslutssok.parse.sections import learn_heading_style, split_sections

# What an official can write under a heading; what is moved or decided is told of other meetings.
KINDS_OF_HANDLINGAR = frozenset(
    {
        SectionKind.PROPOSAL,
        SectionKind.SUMMARY,
        SectionKind.BACKGROUND,
        SectionKind.EARLIER,
        SectionKind.DOCUMENTS,
        SectionKind.RECIPIENTS,
    }
)
_NUMBERED = re.compile(r"\d")


def find_board_report(
    source: SourceDocument, lines: Sequence[Line], organ: str, vocabulary: frozenset[str]
) -> tuple[Item, tuple[Paragraph, ...]] | None:
    """Read a document that puts a proposal to a board, and what stands above its title.

    It begins on its first page with text, has «Förslag till beslut» and one more heading of the
    lexicon. Nothing in it is a decision. Of any other document there is ``None``.
    """
    place = find_title(source)
    start, end = place or (0, 0)
    own = lines[end:]
    sections = tuple(
        section if section.kind in KINDS_OF_HANDLINGAR else replace(section, kind=SectionKind.OTHER)
        for section in split_sections(
            own, organ, False, learn_heading_style(own, organ), vocabulary
        )
    )
    if not _puts_proposal(sections, lines[0].page if lines else 0):
        return None
    title = " ".join(" ".join(line.text for line in lines[start:end]).split())
    texts = (paragraph.text for section in sections for paragraph in section.paragraphs)
    item = Item(
        number="1",
        title=title or source.title or source.path.stem,
        sections=sections,
        pages=(lines[start].page, lines[-1].page),
        outcome=read_outcome(sections, records_decisions=False),
        references=tuple(
            dict.fromkeys(number for text in texts for number, _, _ in find_case_numbers(text))
        ),
        heading_places=tuple(line.place for line in lines[start:end]),
    )
    return item, build_paragraphs(lines[:start], SectionKind.OTHER, vocabulary)


def _puts_proposal(sections: Sequence[Section], first_page: int) -> bool:
    headed = [
        section
        for section in sections
        if section.kind in KINDS_OF_HANDLINGAR
        and section.heading_places
        and not _NUMBERED.match(section.heading)
        and not is_weak_heading(section.heading)
    ]
    kinds = {section.kind for section in headed}
    opens = any(section.heading_places[0].page == first_page for section in headed)
    return opens and SectionKind.PROPOSAL in kinds and len(kinds) > 1
