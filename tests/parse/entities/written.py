"""Sections written down for tests: a string is a paragraph, each of its lines one on the page."""

from collections.abc import Iterator, Sequence

from beslutssok.domain import (
    Entities,
    Line,
    Paragraph,
    Person,
    Place,
    Quotation,
    Section,
    SectionKind,
)
from beslutssok.parse.entities import find_entities
from beslutssok.parse.joining import join_lines

Written = tuple[SectionKind, str, Sequence[str]]
PAGE_HEIGHT = 50


def sections_of(*written: Written) -> tuple[tuple[Section, ...], dict[Place, Line]]:
    """Sections with the lines they are made of. Cells are parted by `` | ``, 60 points each."""
    lines: dict[Place, Line] = {}
    sections = []
    for kind, heading, paragraphs in written:
        made = []
        for paragraph in paragraphs:
            own = [_line(text, len(lines) + at) for at, text in enumerate(paragraph.split("\n"))]
            lines |= {line.place: line for line in own}
            text = join_lines([line.text.replace("\t", " ") for line in own])
            made.append(Paragraph(text, tuple(line.place for line in own)))
        sections.append(Section(kind, heading, tuple(made)))
    return tuple(sections), lines


def _line(text: str, number: int) -> Line:
    top = 12.0 * (number % PAGE_HEIGHT)
    place = Place(1 + number // PAGE_HEIGHT, 70.0, top, 500.0, top + 11.0)
    cells = text.split(" | ")
    shown = [(cell.strip(), 70.0 + 60.0 * at) for at, cell in enumerate(cells) if cell.strip()]
    lefts = tuple(left for _, left in shown) if len(shown) > 1 else ()
    return Line("\t".join(cell for cell, _ in shown), place, 11.0, False, cell_lefts=lefts)


def entities_of(*written: Written, organ: str = "Kommunstyrelsen") -> Entities:
    """The entities of an item, after a check that each is quoted from it."""
    return entities_and_doubts(*written, organ=organ)[0]


def entities_and_doubts(
    *written: Written, organ: str = "Kommunstyrelsen"
) -> tuple[Entities, tuple[str, ...]]:
    sections, lines = sections_of(*written)
    entities, doubts = find_entities(sections, lines, organ)
    hold_the_law(entities, sections)
    return entities, doubts


def named(persons: Sequence[Person], parties: Sequence[str] = ()) -> str:
    """Persons and parties as ``Anna Berg (S), Per Ek, V``."""
    people = [f"{one.name} ({one.party})" if one.party else one.name for one in persons]
    return ", ".join([*people, *parties])


def quotations(entities: Entities) -> Iterator[Quotation]:
    for motion in entities.motions:
        yield motion.source
    for vote in entities.votes:
        yield vote.source
        if vote.roll_call:
            yield vote.roll_call
        if vote.proposition:
            yield vote.proposition.source
    for dissent in entities.dissents:
        yield dissent.source
    for disqualification in entities.disqualifications:
        yield disqualification.source
    for reference in entities.references:
        yield reference.source


def hold_the_law(entities: Entities, sections: Sequence[Section]) -> None:
    """Fail unless each quotation stands in the item, on lines of the item.

    What is quoted over paragraphs is parted by line breaks, and each part stands in one.
    """
    paragraphs = [paragraph for section in sections for paragraph in section.paragraphs]
    places = {place for paragraph in paragraphs for place in paragraph.places}
    for quotation in quotations(entities):
        assert quotation.text.strip()
        assert quotation.places
        assert set(quotation.places) <= places
        for part in quotation.text.split("\n"):
            assert any(part in paragraph.text for paragraph in paragraphs), part
    for motion in entities.motions:
        assert motion.subject in motion.source.text
        assert motion.movers or motion.parties
    for vote in entities.votes:
        if vote.proposition:
            assert vote.proposition.yes in vote.proposition.source.text
            assert vote.proposition.no in vote.proposition.source.text
