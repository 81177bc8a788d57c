"""The sample files bound together as PDF are the same meetings as alone."""

from pathlib import Path

import pytest
from pypdf import PdfWriter
from tests.parse.bound import understand_file
from tests.sample_sources import INGEST

from beslutssok.domain import Item
from beslutssok.parse.bundle import parse_meetings
from beslutssok.parse.parts import find_parts
from beslutssok.read import read_document

REGION, TOWN = INGEST / "Region Fjällbygden", INGEST / "Älvsele kommun"
BOUND = {
    "ett års protokoll": (
        REGION / "2024-03-19-regionstyrelsen-protokoll.pdf",
        REGION / "2025-03-25-regionstyrelsen-protokoll.pdf",
        REGION / "2024-10-08-regionstyrelsen-paragraf-143.pdf",
    ),
    "två organ": (
        TOWN / "2024-02-13-kommunstyrelsen-protokoll.pdf",
        TOWN / "2024-06-17-kommunfullmaktige-protokoll.pdf",
    ),
    "kallelse med handlingar": (
        TOWN / "2025-02-11-kommunstyrelsen-kallelse.pdf",
        TOWN / "2025-09-15-oversiktlig-skolutredning.pdf",
        TOWN / "2024-11-12-kommunstyrelsen-paragraf-141.pdf",
    ),
}


def told(items: tuple[Item, ...]) -> list[tuple[object, ...]]:
    return [
        (i.number, i.title, i.outcome, [(s.kind, s.heading) for s in i.sections]) for i in items
    ]


@pytest.mark.parametrize("bookmarks", [True, False])
@pytest.mark.parametrize("name", BOUND)
def test_bound_samples_are_told_apart(name: str, bookmarks: bool, tmp_path: Path) -> None:
    writer = PdfWriter()
    starts = []
    for file in BOUND[name]:
        starts.append(len(writer.pages) + 1)
        mark = file.stem if bookmarks else None
        writer.append(file, outline_item=mark, import_outline=bookmarks)
    path = tmp_path / "bunden.pdf"
    writer.write(path)
    meetings = understand_file(read_document(path), Path("x/bunden.pdf"))
    assert [meeting.pages[0] for meeting in meetings] == starts
    for file, meeting in zip(BOUND[name], meetings, strict=True):
        (alone,) = parse_meetings(read_document(file), file.relative_to(INGEST))
        assert (meeting.document_kind, meeting.organ) == (alone.document_kind, alone.organ)
        assert meeting.date == alone.date
        if bookmarks or alone.document_kind.records_decisions:
            assert told(meeting.items) == told(alone.items)


@pytest.mark.parametrize("path", sorted(INGEST.rglob("*protokoll.pdf")), ids=lambda path: path.stem)
def test_minutes_are_not_taken_apart(path: Path) -> None:
    document = read_document(path)
    (part,) = find_parts(document)
    assert (part.first, part.last) == (1, len(document.pages))
