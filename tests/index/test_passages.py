"""Passages: what is found and cited as one."""

from datetime import date

from beslutssok.domain import (
    DocumentKind,
    Item,
    Meeting,
    Paragraph,
    ParagraphStyle,
    Place,
    Section,
    SectionKind,
)
from beslutssok.index.passages import split_passages

PLACE = Place(1, 70.0, 100.0, 500.0, 111.0)


def test_a_point_below_a_lesser_heading_is_cited_by_its_number() -> None:
    written = [
        ("Lånetak", ParagraphStyle.HEADING, None),
        ("1. Lånetaket är 5 miljoner kronor.", ParagraphStyle.POINT, "1"),
        ("2. Borgen ges föreningen.", ParagraphStyle.POINT, "2"),
    ]
    paragraphs = tuple(Paragraph(text, (PLACE,), style, point) for text, style, point in written)
    item = Item("4", "Budget", (Section(SectionKind.DECISION, "Beslut", paragraphs),), (1, 1))
    day = date(2026, 11, 9)
    meeting = Meeting(DocumentKind.MINUTES, "Älvsele kommun", "Nämnden", day, "", (item,))
    found = [(each.point, each.text.split("\n")[0]) for each in split_passages(meeting, "fil")]
    assert found == [("1", "Lånetak"), ("2", "2. Borgen ges föreningen.")]
