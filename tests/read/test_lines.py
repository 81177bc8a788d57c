"""Lines have the text, the place and the type that stand on the page."""

from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas
from tests.pdfs import HEIGHT, Drawn, write_pdf

from beslutssok.domain import Line
from beslutssok.read import read_document
from beslutssok.read.fragments import is_bold


def lines(tmp_path: Path, *drawn: Drawn) -> tuple[Line, ...]:
    return read_document(write_pdf(tmp_path / "a.pdf", list(drawn))).pages[0].lines


def test_place_and_type(tmp_path: Path) -> None:
    first, second = lines(
        tmp_path,
        Drawn("Rubrik", 300, size=14, font="Helvetica-Bold"),
        Drawn("Brödtext under rubriken", 320, left=90),
    )
    assert (first.bold, second.bold) == (True, False)
    assert (first.size, second.size) == (14.0, 11.0)
    assert (first.place.left, second.place.left) == (70.0, 90.0)
    assert first.place.top < 300 < first.place.bottom
    assert second.page == 1


def test_gaps_are_measured_in_lines(tmp_path: Path) -> None:
    found = lines(tmp_path, Drawn("ett", 300), Drawn("två", 313), Drawn("tre", 360))
    assert found[0].gap > 50
    assert found[1].gap < 0.8 < found[2].gap < 50


def test_cells_of_a_row_are_one_line(tmp_path: Path) -> None:
    found = lines(
        tmp_path, Drawn("Ledamot", 300), Drawn("Ja", 300, 250), Drawn("Nej", 300, 300),
        Drawn("Anna Ek (S)", 320), Drawn("X", 320, 250),
    )  # fmt: skip
    assert [line.text for line in found] == ["Ledamot\tJa\tNej", "Anna Ek (S)\tX"]


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    left = [Drawn(f"vänster {row}", 300 + 20 * row) for row in range(3)]
    right = [Drawn(f"höger {row}", 300 + 20 * row, 320) for row in range(3)]
    found = [line.text for line in lines(tmp_path, *left, *right)]
    assert found == [drawn.text for drawn in (*left, *right)]


def test_a_head_drawn_last_and_a_foot_drawn_first_are_put_in_place(tmp_path: Path) -> None:
    found = lines(
        tmp_path,
        Drawn("Fot", 800), Drawn("Första raden", 300), Drawn("Andra raden", 320),
        Drawn("Nämnd", 60), Drawn("Rubrik", 100),
    )  # fmt: skip
    assert [line.text for line in found] == [
        "Nämnd",
        "Rubrik",
        "Första raden",
        "Andra raden",
        "Fot",
    ]


def test_text_that_is_scaled_and_moved(tmp_path: Path) -> None:
    def paint(canvas: Canvas) -> None:
        canvas.translate(100, 200)
        canvas.scale(2, 2)
        canvas.setFont("Helvetica", 6)
        canvas.drawString(10, 50, "Dubbelt så stort")

    (line,) = read_document(write_pdf(tmp_path / "a.pdf", paint)).pages[0].lines
    assert line.size == pytest.approx(12.0)
    assert line.place.left == pytest.approx(120.0)
    assert line.place.bottom == pytest.approx(HEIGHT - 300 + 0.2 * 12, abs=0.2)


@pytest.mark.parametrize(
    ("font", "bold"),
    [
        (None, False),
        ({"/BaseFont": "/Helvetica"}, False),
        ({"/BaseFont": "/ABCDEF+Arial-BoldMT"}, True),
        ({"/BaseFont": "/Georgia,Bold"}, True),
        ({"/BaseFont": "/SourceSans-Semibold"}, True),
        ({}, False),
    ],
)
def test_bold_by_name(font: dict[str, str] | None, bold: bool) -> None:
    assert is_bold(font) is bold


def drawn_in_one(*parts: tuple[str, float]) -> Callable[[Canvas], None]:
    """One text object, whose parts begin where they are told to: pypdf reads it as one text."""

    def paint(canvas: Canvas) -> None:
        text = canvas.beginText()
        text.setFont("Helvetica", 11)
        for part, left in parts:
            text.setTextOrigin(left, HEIGHT - 300)
            text.textOut(part)
        canvas.drawText(text)

    return paint


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        ((("1", 70), ("Sammanträdets öppnande", 111)), "1\tSammanträdets öppnande"),
        ((("12", 70), ("Taxor", 111), ("KS 2024/7", 300)), "12\tTaxor\tKS 2024/7"),
        ((("1.", 70), ("Taxan antas.", 111)), "1. Taxan antas."),
        ((("§ 4", 70), ("Taxor", 111)), "§ 4 Taxor"),
        ((("1", 70), ("Inledning ............ 3", 111)), "1 Inledning ............ 3"),
        ((("ordet", 70), ("och", 107)), "ordet och"),
    ],
)
def test_the_number_of_a_row_is_a_cell_and_that_of_a_point_is_not(
    tmp_path: Path, parts: tuple[tuple[str, float], ...], text: str
) -> None:
    (line,) = read_document(write_pdf(tmp_path / "a.pdf", drawn_in_one(*parts))).pages[0].lines
    assert line.text == text


def test_a_cell_in_the_column_of_others_is_parted_by_less(tmp_path: Path) -> None:
    def paint(canvas: Canvas) -> None:
        for row, (name, left) in enumerate([("Tid", 90), ("Plats", 90), ("Närvarande", 90)]):
            text = canvas.beginText(left, HEIGHT - 300 - 20 * row)
            text.setFont("Helvetica", 11)
            text.textOut(name)
            text.setTextOrigin(left + 70, HEIGHT - 300 - 20 * row)
            text.textOut("Anna Ek")
            canvas.drawText(text)

    found = read_document(write_pdf(tmp_path / "a.pdf", paint)).pages[0].lines
    assert [line.text for line in found][2] == "Närvarande\tAnna Ek"
