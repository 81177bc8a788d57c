"""What an inspection says of a file; the pages and the meeting come from stand-ins."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.fakes.documents import PART, parse_stand_in, read_stand_in, write_document

from beslutssok.domain import Line, Page, Place, SourceDocument
from beslutssok.errors import UnreadableDocument
from beslutssok.index.inspection import FurnitureMask, Inspection, inspect_file

UNTOLD = "protokoll; ; ; "


def inspect(path: Path, **options: object) -> Inspection:
    return inspect_file(path, read=read_stand_in, parse=parse_stand_in, **options)


def test_a_file_that_is_understood_has_no_doubts(tmp_path: Path) -> None:
    path = write_document(tmp_path / "a.pdf", "§ 1 Simhall; ; bifall; 1", "beslut: Byggs.")
    inspection = inspect(path)
    assert inspection.doubts == ()
    assert (inspection.pages, inspection.path) == (1, str(path))
    assert inspection.meetings == parse_stand_in(read_stand_in(path), Path("a.pdf"))


def test_what_is_missing_is_a_doubt(tmp_path: Path) -> None:
    doubts = inspect(write_document(tmp_path / "a.pdf", head=UNTOLD)).doubts
    for word in ("huvudman", "organ", "datum", "paragrafer"):
        assert any(word in doubt for doubt in doubts)
    assert "BESLUTSSOK_HUVUDMAN" in doubts[0]


def test_a_report_needs_no_body_and_no_date(tmp_path: Path) -> None:
    path = write_document(
        tmp_path / "a.pdf", "§ 1 Bakgrund; ; ; 1", head="handling; Region Fjällbygden; ; "
    )
    assert inspect(path).doubts == ()


def test_a_doubt_names_the_part_where_there_are_several(tmp_path: Path) -> None:
    path = write_document(
        tmp_path / "a.pdf",
        "§ 1 Simhall; ; bifall; 1",
        f"{PART}handling; Region Fjällbygden; ; ; Bilaga; 2",
        "§ 1 Bakgrund; ; ; 2",
        "bakgrund: TVEKSAM text.",
    )
    assert inspect(path).doubts == (
        "Bilaga (s. 2): Avsnitt 1 (s. 2): Beslutet är inte säkert läst.",
    )


def test_the_organisation_is_that_of_the_folder_as_in_an_ingest(tmp_path: Path) -> None:
    path = write_document(
        tmp_path / "ingest" / "Älvsele kommun" / "2024" / "a.pdf", "§ 1 X; ; ; 1", head=UNTOLD
    )
    assert inspect(path).meetings[0].huvudman == "Älvsele kommun"
    assert inspect(path, root=path.parents[1]).meetings[0].huvudman == "2024"
    loose = write_document(tmp_path / "b.pdf", "§ 1 X; ; ; 1", head=UNTOLD)
    assert inspect(loose, default_huvudman="Region Ek").meetings[0].huvudman == "Region Ek"


def test_furniture_is_told_as_masks_and_recognised_pages_by_number(tmp_path: Path) -> None:
    path = write_document(tmp_path / "a.pdf", "§ 1 X; ; bifall; 1", "beslut: MASKINLÄST text.")

    def read(path: Path) -> SourceDocument:
        source = read_stand_in(path)
        (page,) = source.pages
        place = Place(1, 0.0, 0.0, 100.0, 10.0)
        feet = [Line(f"Sida  {number} (3)", place, 9.0, False) for number in (1, 2)]
        pages = [replace(page, furniture=(feet[0], Line("Justeras:", place, 9.0, False)))]
        pages += [Page(2, 595.0, 842.0, (), (feet[1],))]
        return replace(source, pages=tuple(pages))

    inspection = inspect_file(path, read=read, parse=parse_stand_in)
    assert inspection.furniture == (FurnitureMask("Sida # (#)", 2), FurnitureMask("Justeras:", 1))
    assert inspection.ocr_pages == (1,)


@pytest.mark.parametrize(
    ("name", "content", "reason", "remedy"),
    [
        ("saknas.pdf", None, "finns inte", "Kontrollera sökvägen"),
        ("text.docx", b"PK", "är ingen PDF-fil", "Spara handlingen som PDF"),
        ("tom.pdf", b"", "är ingen PDF-fil", "Spara om handlingen som PDF"),
        ("krasch.pdf", b"%PDF-\nKRASCH", "ZeroDivisionError", "anmäl felet"),
    ],
)
def test_what_cannot_be_read_is_named_with_a_remedy(
    tmp_path: Path, name: str, content: bytes | None, reason: str, remedy: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UnreadableDocument, match=reason) as caught:
        inspect(path)
    assert name in str(caught.value)
    assert remedy in caught.value.remedy


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match="är en mapp"):
        inspect(tmp_path)
