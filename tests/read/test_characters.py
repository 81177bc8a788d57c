"""Characters as Swedish text needs them, whatever the file's fonts make of them."""

from pathlib import Path

import pytest
from tests.fakes.hostile_pdf import WORDS, write_pages
from tests.pdfs import UNICODE, Drawn, write_pdf

from beslutssok.domain import SectionKind
from beslutssok.parse.paragraphs import build_paragraphs
from beslutssok.read import read_document
from beslutssok.read.characters import clean_text, looks_broken


@pytest.mark.parametrize(
    ("written", "clean"),
    [
        ("ﬁnansiera ﬂera oﬀentliga eﬃcient", "finansiera flera offentliga efficient"),
        ("A\u030alesund a\u0308r o\u0308ppet", "Ålesund är öppet"),
        ("3\u00a0412\u202f000\u2009kronor", "3 412 000 kronor"),
        ("\uf0b7 punkt", "• punkt"),
        ("● punkt", "• punkt"),
        ("\uf0a7 punkt", "• punkt"),
        ("\x7f punkt", "• punkt"),
        ("av\x7fbrott", "avbrott"),
        ("noll\u200bbredd\ufeff", "nollbredd"),
        ("\u202evänster", "vänster"),
        ("K\x00mmun", "K\ufffdmmun"),
        ("”citat” – tankstreck … § 12", "”citat” – tankstreck … § 12"),
        ("mjukt\u00adbindestreck", "mjukt\u00adbindestreck"),
    ],
)
def test_clean_text(written: str, clean: str) -> None:
    assert clean_text(written) == clean


@pytest.mark.parametrize(
    "text",
    [
        "Kommunstyrelsen beslutar att anta planen.",
        "Sääksjärvi, Ájtte, Jåhkåmåhkke och Staarebaelie",
        "Budget 2025: 3 412 000 kr (+4,5 %), se § 12–14.",
        "• – … ” » § % & € ½",
        "",
    ],
)
def test_swedish_text_is_not_broken(text: str) -> None:
    assert not looks_broken(text)


@pytest.mark.parametrize(
    "text",
    [
        "\ue01a\ue02b\ue03c \ue01a\ue04d\ue05e\ue06f",
        "\ufffd\ufffd\ufffd",
        "ϮϬϮϱ ŬŽŵŵƵŶ ϭϮ ϯϰ",
        "䉥獬畴 慴琠慮瑡 灬慮敮",
    ],
)
def test_a_broken_character_map_is_seen(text: str) -> None:
    assert looks_broken(text)


def test_characters_of_a_file(tmp_path: Path) -> None:
    page = [
        Drawn("Kommunen ﬁnansierar ﬂera bad", 300, font=UNICODE),
        Drawn("3\u00a0412 kronor åt Ängsö och Örnäs", 320, font=UNICODE),
    ]
    document = read_document(write_pdf(tmp_path / "tecken.pdf", page))
    assert [line.text for line in document.pages[0].lines] == [
        "Kommunen finansierar flera bad",
        "3 412 kronor åt Ängsö och Örnäs",
    ]


def test_a_font_that_is_written_where_it_is_used(tmp_path: Path) -> None:
    (page,) = read_document(write_pages(tmp_path / "a.pdf", WORDS)).pages
    assert [line.text for line in page.lines] == ["Kommunstyrelsen antar planen."]
    assert not page.lines[0].ocr


def test_bullets_of_a_code_without_a_letter_begin_paragraphs_of_their_own(tmp_path: Path) -> None:
    rows = ["Handlingar", "\x7f Karta", "\x7f Yttrande", "\x7f Avtal"]
    content = "".join(
        f"BT /F1 12 Tf 1 0 0 1 70 {700 - 14 * at} Tm ({row}) Tj ET\n" for at, row in enumerate(rows)
    )
    document = read_document(write_pages(tmp_path / "a.pdf", content.encode("latin-1")))
    lines = document.pages[0].lines
    assert [line.text for line in lines][1:] == ["• Karta", "• Yttrande", "• Avtal"]
    assert len(build_paragraphs(lines, SectionKind.DOCUMENTS, frozenset())) == 4
