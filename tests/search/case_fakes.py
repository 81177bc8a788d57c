"""Stored items and passages, and stand-in documents whose references to a § are read."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from tests.fakes.documents import parse_stand_in

from beslutssok.domain import DocumentKind, Meeting, Outcome, SectionKind, SourceDocument
from beslutssok.index.rows import StoredItem, StoredPassage
from beslutssok.parse.entities import with_entities


def parse_with_references(
    source: SourceDocument, relative_path: Path, default_huvudman: str = ""
) -> tuple[Meeting, ...]:
    """Parse a stand-in document, and read entities in its items as in real ones."""
    return tuple(
        replace(
            meeting,
            items=tuple(
                with_entities(item, {}, meeting.document_kind, meeting.organ)
                for item in meeting.items
            ),
        )
        for meeting in parse_stand_in(source, relative_path, default_huvudman)
    )


def stored_item(
    title: str = "Ny simhall",
    outcome: Outcome = Outcome.APPROVED,
    organ: str = "Kommunfullmäktige",
    kind: DocumentKind = DocumentKind.MINUTES,
    day: date = date(2024, 6, 17),
    number: str = "48",
    case_number: str | None = "KS 2024/10",
) -> StoredItem:
    return StoredItem(
        item_id=f"alvsele/{organ}/{day}/{number}-{kind.value}",
        number=number,
        title=title,
        case_number=case_number,
        outcome=outcome,
        pages=(1, 1),
        references=(),
        organ=organ,
        huvudman="Älvsele kommun",
        date=day,
        document_kind=kind,
        file="a.pdf",
        sha256="0" * 64,
    )


def stored_passage(
    text: str, section: SectionKind = SectionKind.DECISION, heading: str = "Beslut"
) -> StoredPassage:
    """A passage of an item; a number before its first word is its point."""
    head = text.split(". ")[0]
    return StoredPassage(
        rowid=1,
        id=f"alvsele/{section.value}/{hash(text)}",
        text=text,
        context="",
        section=section,
        section_heading=heading,
        point=head if head.isdecimal() else None,
        page=3,
        encoded_places="[]",
        item_id="alvsele",
        item_number="48",
        item_title="Ny simhall",
        case_number="KS 2024/10",
        outcome=Outcome.APPROVED,
        organ="Kommunfullmäktige",
        huvudman="Älvsele kommun",
        date=date(2024, 6, 17),
        document_kind=DocumentKind.MINUTES,
        document_title="",
        file="a.pdf",
        sha256="0" * 64,
    )
