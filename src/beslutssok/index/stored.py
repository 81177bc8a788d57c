"""From columns of the tables to the dataclasses of ``rows``, one pair for each."""

import json
from datetime import date
from typing import Any

from beslutssok.domain import DocumentKind, Outcome, PageProblem, SectionKind
from beslutssok.index.rows import StoredDocument, StoredItem, StoredPassage

_OF_DOCUMENT = "WHERE meeting IN (SELECT id FROM meetings WHERE document = d.id)"

PASSAGE_COLUMNS = (
    "p.id, p.text_id, p.text, p.context, p.section, p.heading, p.point, p.page, p.places,"
    " i.text_id, i.number, i.title, i.case_number, i.outcome,"
    " m.organ, m.huvudman, m.date, m.kind, m.title, d.file, d.sha256, p.ocr"
)
ITEM_COLUMNS = (
    "i.text_id, i.number, i.title, i.case_number, i.outcome, i.first_page, i.last_page,"
    " i.mentions, m.organ, m.huvudman, m.date, m.kind, d.file, d.sha256"
)
DOCUMENT_COLUMNS = (
    "d.sha256, d.root, d.file, d.title, m.kind, m.huvudman, m.organ, m.date, d.pages,"
    f" (SELECT count(*) FROM items {_OF_DOCUMENT}), (SELECT count(*) FROM passages {_OF_DOCUMENT}),"
    " d.problems, (SELECT json_group_array(json(doubts)) FROM"
    " (SELECT doubts FROM meetings WHERE document = d.id ORDER BY position)),"
    " (SELECT count(*) FROM meetings WHERE document = d.id)"
)
# Looked up in a dictionary, a value is found ten times as quickly as by calling the enum.
_SECTIONS = {kind.value: kind for kind in SectionKind}
_OUTCOMES = {outcome.value: outcome for outcome in Outcome}
_KINDS = {kind.value: kind for kind in DocumentKind}
DOCUMENTS = "documents d JOIN meetings m ON m.document = d.id AND m.position = 0"


def stored_passage(row: tuple[Any, ...]) -> StoredPassage:
    """Make a passage of :data:`PASSAGE_COLUMNS`."""
    return StoredPassage(
        rowid=row[0],
        id=row[1],
        text=row[2],
        context=row[3],
        section=_SECTIONS[row[4]],
        section_heading=row[5],
        point=row[6],
        page=row[7],
        encoded_places=row[8],
        item_id=row[9] or "",
        item_number=row[10] or "",
        item_title=row[11] or "",
        case_number=row[12],
        outcome=_OUTCOMES[row[13] or Outcome.UNKNOWN],
        organ=row[14],
        huvudman=row[15],
        date=_date(row[16]),
        document_kind=_KINDS[row[17]],
        document_title=row[18],
        file=row[19],
        sha256=row[20],
        ocr=bool(row[21]),
    )


def stored_item(row: tuple[Any, ...]) -> StoredItem:
    """Make an item of :data:`ITEM_COLUMNS`."""
    return StoredItem(
        item_id=row[0],
        number=row[1],
        title=row[2],
        case_number=row[3],
        outcome=Outcome(row[4]),
        pages=(row[5], row[6]),
        references=tuple(json.loads(row[7])) if row[7] != "[]" else (),
        organ=row[8],
        huvudman=row[9],
        date=_date(row[10]),
        document_kind=DocumentKind(row[11]),
        file=row[12],
        sha256=row[13],
    )


def stored_document(row: tuple[Any, ...]) -> StoredDocument:
    """Make a document of :data:`DOCUMENT_COLUMNS`."""
    return StoredDocument(
        sha256=row[0],
        root=row[1],
        file=row[2],
        title=row[3],
        kind=DocumentKind(row[4]),
        huvudman=row[5],
        organ=row[6],
        date=_date(row[7]),
        pages=row[8],
        items=row[9],
        passages=row[10],
        problems=tuple(PageProblem(*problem) for problem in json.loads(row[11])),
        doubts=tuple(doubt for doubts in json.loads(row[12]) for doubt in doubts),
        meetings=row[13],
    )


def _date(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
