"""A line's place is where its ink is on the page as it is shown."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import FloatObject, NameObject, RectangleObject
from reportlab.pdfgen.canvas import Canvas
from tests.pdfs import HEIGHT, UNICODE, WIDTH, Drawn, rewritten, write_pdf

from beslutssok.domain import Line, Page
from beslutssok.read import read_document, read_page_image

SCALE = 1.4
LOOSE = 4.5
"""How much larger than its ink a line of 12 points may be on each side, in points."""

SENTENCES = ("Ångfärjan går på måndag", "gränsen prövas igen", "Ägg; Öl, och (båt)")


def sentences(canvas: Canvas) -> None:
    for row, text in enumerate(SENTENCES):
        canvas.setFont("Helvetica", 12)
        canvas.drawString(150 + 20 * row, 500 - 60 * row, text)


def turned(angle: float) -> Callable[[Canvas], None]:
    def paint(canvas: Canvas) -> None:
        canvas.translate(WIDTH / 2, HEIGHT / 2)
        canvas.rotate(angle)
        canvas.translate(-200, -450)
        sentences(canvas)

    return paint


def form(canvas: Canvas) -> None:
    canvas.beginForm("stamp")
    sentences(canvas)
    canvas.endForm()
    canvas.translate(40, 60)
    canvas.scale(0.8, 0.8)
    canvas.doForm("stamp")


def spaced(canvas: Canvas) -> None:
    text = canvas.beginText(100, 500)
    text.setFont("Helvetica", 12)
    text.setLeading(60)
    text.setCharSpace(3)
    text.textLine(SENTENCES[0])
    text.setCharSpace(0)
    text.setHorizScale(60)
    text.textLine(SENTENCES[1])
    text.setHorizScale(100)
    text.setRise(4)
    text.textLine(SENTENCES[2] + "   ")
    canvas.drawText(text)


def two_fonts(canvas: Canvas) -> None:
    text = canvas.beginText(100, 500)
    text.setFont("Helvetica-Bold", 12)
    text.textOut("Beslut ")
    text.setFont("Times-Roman", 12)
    text.textOut("fattas i dag")
    canvas.drawText(text)


def ink(path: Path, page: Page) -> Iterator[tuple[Line, tuple[float, float, float, float]]]:
    """Each line with the dark pixels that are nearer to it than to any other, in points."""
    picture = Image.open(io.BytesIO(read_page_image(path, page.number, SCALE).png)).convert("L")
    scale = picture.width / page.width
    assert picture.height / page.height == pytest.approx(scale, rel=0.01)
    dark = picture.point(lambda value: 255 if value < 128 else 0)
    for line in page.lines:
        place = line.place
        around = [
            int(max(0, (place.left - 14) * scale)), int(max(0, (place.top - 14) * scale)),
            int((place.right + 14) * scale), int((place.bottom + 14) * scale),
        ]  # fmt: skip
        found = dark.crop(tuple(around)).getbbox()
        assert found is not None, f"no ink near {line.text!r}"
        left, top, right, bottom = (
            (value + around[at % 2]) / scale for at, value in enumerate(found)
        )
        yield line, (left, top, right, bottom)


def assert_tight(path: Path) -> None:
    (page,) = read_document(path).pages
    for line, (left, top, right, bottom) in ink(path, page):
        place = line.place
        slack = 1.0
        assert place.left <= left + slack and right - slack <= place.right, line
        assert place.top <= top + slack and bottom - slack <= place.bottom, line
        assert left - place.left < LOOSE and place.right - right < LOOSE, line
        assert top - place.top < LOOSE and place.bottom - bottom < LOOSE, line


@pytest.mark.parametrize(
    "paint",
    [sentences, turned(90), turned(180), turned(270), form, spaced, two_fonts],
    ids=["plain", "90", "180", "270", "form", "spaced", "two-fonts"],
)
@pytest.mark.parametrize(
    ("turn", "cropped"), [(0, False), (0, True), (90, False), (180, True), (270, True)]
)
def test_the_ink_of_a_line_is_in_its_place(
    tmp_path: Path, paint: Callable[[Canvas], None], turn: int, cropped: bool
) -> None:
    def change(writer: PdfWriter) -> None:
        page = writer.pages[0]
        if turn:
            page.rotate(turn)
        if cropped:
            page[NameObject("/CropBox")] = RectangleObject((31, 17, WIDTH - 11, HEIGHT - 53))

    path = rewritten(write_pdf(tmp_path / "a.pdf", paint), change)
    assert_tight(path)
    assert len(read_document(path).pages[0].lines) >= 1


def test_a_media_box_that_does_not_begin_at_zero(tmp_path: Path) -> None:
    def change(writer: PdfWriter) -> None:
        box = RectangleObject((-100, -50, WIDTH - 100, HEIGHT - 50))
        writer.pages[0].mediabox = writer.pages[0].cropbox = box

    assert_tight(rewritten(write_pdf(tmp_path / "a.pdf", sentences), change))


def test_a_crop_box_larger_than_the_page_shows_the_page(tmp_path: Path) -> None:
    def change(writer: PdfWriter) -> None:
        writer.pages[0].cropbox = RectangleObject((-500, -500, 2000, 2000))

    path = rewritten(write_pdf(tmp_path / "a.pdf", sentences), change)
    (page,) = read_document(path).pages
    assert (page.width, page.height) == pytest.approx((WIDTH, HEIGHT), abs=0.1)
    assert_tight(path)


def test_a_unit_of_its_own(tmp_path: Path) -> None:
    def change(writer: PdfWriter) -> None:
        writer.pages[0][NameObject("/UserUnit")] = FloatObject(2)

    path = rewritten(write_pdf(tmp_path / "a.pdf", sentences), change)
    (page,) = read_document(path).pages
    assert page.width == pytest.approx(2 * WIDTH, abs=0.1)
    assert page.lines[0].place.left == pytest.approx(300, abs=0.2)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_is_turned_reads_as_one_that_is_not(tmp_path: Path, turn: int) -> None:
    drawn = [
        Drawn("Ledamot", 200), Drawn("Ja", 200, 300), Drawn("Nej", 200, 360),
        Drawn("Anna Ek", 220), Drawn("X", 220, 362), Drawn("Omröstningen är avslutad.", 260),
    ]  # fmt: skip
    upright = write_pdf(tmp_path / "a.pdf", drawn)
    before = read_document(upright).pages[0].lines
    rewritten(upright, lambda writer: writer.pages[0].rotate(turn) and None)
    after = read_document(upright).pages[0].lines
    assert [(line.text, line.size, line.gap) for line in after] == [
        (line.text, line.size, line.gap) for line in before
    ]


def test_a_stamp_up_the_margin_is_a_line_of_its_own(tmp_path: Path) -> None:
    def paint(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.saveState()
        canvas.rotate(90)
        canvas.drawString(300, -20, "Dokumentet är underskrivet i Granvika")
        canvas.restoreState()
        canvas.setFont("Helvetica", 12)
        canvas.drawString(70, HEIGHT - 300, "Planen antas.")
        canvas.drawString(70, HEIGHT - 360, "Den gäller från maj.")

    path = write_pdf(tmp_path / "a.pdf", paint)
    assert_tight(path)
    lines = read_document(path).pages[0].lines
    assert [line.text for line in lines][:2] == ["Planen antas.", "Den gäller från maj."]
    assert lines[2].place.bottom - lines[2].place.top > 100


def test_a_text_drawn_twice_to_look_bold_is_there_once(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", [Drawn("Beslut", 300), Drawn("Beslut", 300, 70.4)])
    assert [line.text for line in read_document(path).pages[0].lines] == ["Beslut"]


def test_cells_that_one_text_operation_after_the_other_draws(tmp_path: Path) -> None:
    def paint(canvas: Canvas) -> None:
        text = canvas.beginText(70, 500)
        text.setFont(UNICODE, 11)
        for move, word in ((0, "Anna Ek"), (180, "S"), (60, "X")):
            text.moveCursor(move, 0)
            text.textOut(word)
        canvas.drawText(text)

    (line,) = read_document(write_pdf(tmp_path / "a.pdf", paint)).pages[0].lines
    assert line.text == "Anna Ek\tS\tX"
    assert line.cell_lefts == pytest.approx((70, 250, 310), abs=1)


def test_the_number_of_a_point_stays_with_its_text(tmp_path: Path) -> None:
    def paint(canvas: Canvas) -> None:
        text = canvas.beginText(70, 500)
        text.setFont("Helvetica", 11)
        text.textOut("1.")
        text.moveCursor(40, 0)
        text.textOut("Planen antas.")
        canvas.drawText(text)

    (line,) = read_document(write_pdf(tmp_path / "a.pdf", paint)).pages[0].lines
    assert line.text == "1. Planen antas."
    assert line.cell_lefts == ()
