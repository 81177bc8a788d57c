"""A page as a picture: what stands in a place is in that part of the picture."""

import io
import os
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import FloatObject, NameObject, RectangleObject
from reportlab.pdfgen.canvas import Canvas
from tests.fakes.hostile_pdf import ENDLESS_INK, WORDS, write_pages
from tests.pdfs import HEIGHT, WIDTH, rewritten, text_page, write_pdf

from beslutssok.domain import Place
from beslutssok.errors import UnreadableDocument
from beslutssok.read import count_pages, read_document, read_page_image
from beslutssok.read.drawing import MOST_DOTS
from beslutssok.read.page_image import CACHE_BYTES, PageImage, _Drawn

Change = Callable[[PdfWriter], None]


def opened(image: PageImage) -> Image.Image:
    return Image.open(io.BytesIO(image.png)).convert("L")


def darkest(image: PageImage, place: Place) -> int:
    """The darkest dot within a place, scaled to the picture by the page's own size."""
    picture = opened(image)
    across, down = picture.width / image.width, picture.height / image.height
    box = (place.left * across, place.top * down, place.right * across, place.bottom * down)
    low, _ = picture.crop(tuple(map(round, box))).getextrema()
    return int(low)


def inked(image: PageImage) -> tuple[float, float, float, float]:
    """Where there is ink, in points."""
    picture = opened(image)
    box = picture.point(lambda value: 255 if value < 128 else 0).getbbox()
    assert box is not None
    across, down = image.width / picture.width, image.height / picture.height
    return box[0] * across, box[1] * down, box[2] * across, box[3] * down


def turned(degrees: int) -> Change:
    def change(writer: PdfWriter) -> None:
        writer.pages[0].rotate(degrees)

    return change


def cropped(writer: PdfWriter) -> None:
    writer.pages[0].cropbox = RectangleObject((40, 60, WIDTH - 90, HEIGHT - 30))


def cropped_and_turned(writer: PdfWriter) -> None:
    cropped(writer)
    writer.pages[0].rotate(270)


def in_larger_units(writer: PdfWriter) -> None:
    writer.pages[0][NameObject("/UserUnit")] = FloatObject(2)


@pytest.mark.parametrize(
    "change",
    [turned(0), turned(90), turned(180), cropped, cropped_and_turned, in_larger_units],
    ids=["plain", "90", "180", "crop", "crop-270", "unit"],
)
@pytest.mark.parametrize("scale", [1.0, 1.5, 3.0])
def test_the_ink_of_a_line_is_in_its_place(tmp_path: Path, change: Change, scale: float) -> None:
    path = write_pdf(tmp_path / "a.pdf", text_page("Kommunstyrelsen antar planen."))
    rewritten(path, change)
    (page,) = read_document(path).pages
    image = read_page_image(path, 1, scale)
    assert (image.width, image.height) == pytest.approx((page.width, page.height), abs=0.5)
    (line,) = page.lines
    assert darkest(image, line.place) < 128
    left, top, right, bottom = inked(image)
    slack = 1.5 + page.width / WIDTH
    assert line.place.left - slack <= left and right <= line.place.right + slack
    assert line.place.top - slack <= top and bottom <= line.place.bottom + slack


def test_the_scale_is_dots_a_point(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", text_page("Planen antas."))
    small, large = (opened(read_page_image(path, 1, scale)) for scale in (1.0, 2.0))
    assert (small.width, large.width) == pytest.approx((WIDTH, 2 * WIDTH), abs=2)


def test_a_huge_page_is_drawn_coarser(tmp_path: Path) -> None:
    def huge(canvas: Canvas) -> None:
        canvas.setPageSize((14_400, 14_400))
        canvas.rect(0, 0, 7_200, 14_400, fill=1)

    image = read_page_image(write_pdf(tmp_path / "a.pdf", huge), 1, 4.0)
    picture = opened(image)
    assert picture.width * picture.height <= MOST_DOTS * 1.01
    assert image.width == pytest.approx(14_400, abs=1)
    assert (picture.getpixel((5, 5)), picture.getpixel((picture.width - 5, 5))) == (0, 255)


def test_a_page_as_narrow_as_a_thread_is_drawn(tmp_path: Path) -> None:
    def change(writer: PdfWriter) -> None:
        box = RectangleObject((0, 0, 14_400, 0.5))
        writer.pages[0].mediabox = writer.pages[0].cropbox = box

    path = rewritten(write_pdf(tmp_path / "a.pdf", text_page("Planen antas.")), change)
    picture = opened(read_page_image(path, 1, 4.0))
    assert picture.width * picture.height <= MOST_DOTS


def test_colours_stay(tmp_path: Path) -> None:
    def red(canvas: Canvas) -> None:
        canvas.setFillColorRGB(0.8, 0.1, 0.1)
        canvas.rect(100, 100, 300, 300, fill=1)

    image = read_page_image(write_pdf(tmp_path / "a.pdf", red), 1, 1.0)
    picture = Image.open(io.BytesIO(image.png)).convert("RGB")
    red_, green, blue = picture.getpixel((200, int(HEIGHT) - 200))  # type: ignore[misc]
    assert red_ > 180 and green < 60 and blue < 60


@pytest.mark.parametrize("page", [0, 2, -1, 10**9])
def test_a_page_that_is_not_there(tmp_path: Path, page: int) -> None:
    path = write_pdf(tmp_path / "a.pdf", text_page("Planen antas."))
    with pytest.raises(UnreadableDocument, match="filen har 1 sidor") as caught:
        read_page_image(path, page)
    assert caught.value.page == page


def test_a_file_that_has_vanished(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", text_page("Planen antas."))
    assert read_page_image(path, 1).png
    path.unlink()
    for ask in (lambda: read_page_image(path, 1), lambda: count_pages(path)):
        with pytest.raises(UnreadableDocument, match="finns inte kvar"):
            ask()


def test_a_file_that_is_no_pdf(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.7\nnothing more")
    with pytest.raises(UnreadableDocument, match="kan inte ritas"):
        read_page_image(path, 1)


def test_a_file_that_is_locked(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", text_page("Planen antas."))
    rewritten(path, lambda writer: writer.encrypt("hemligt", algorithm="RC4-128"))
    with pytest.raises(UnreadableDocument, match="låst med lösenord"):
        read_page_image(path, 1)


def test_a_file_that_has_changed_is_drawn_anew(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", text_page("Planen antas."))
    before = read_page_image(path, 1)
    assert read_page_image(path, 1) is before
    write_pdf(path, text_page("Planen avslås.", top=400))
    os.utime(path, ns=(1, 1))
    assert inked(read_page_image(path, 1))[1] > 300


def test_many_may_ask_at_once(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", *(text_page(f"Sidan {n}.", top=100 + n) for n in range(8)))
    alone = [read_page_image(path, n, 1.25) for n in range(1, 9)]
    os.utime(path, ns=(2, 2))
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda n: read_page_image(path, n, 1.25), list(range(1, 9)) * 4))
    assert together == alone * 4


def test_pictures_are_kept_within_bounds() -> None:
    kept = _Drawn(room=1_000)
    image = PageImage(bytes(400), 1, 1)
    for page in range(1, 4):
        kept.put(("a.pdf", 0, 0, page, 1.0), image)
        kept.put(("a.pdf", 0, 0, page, 1.0), image)
    assert [kept.get(("a.pdf", 0, 0, page, 1.0)) is None for page in (1, 2, 3)] == [
        True,
        False,
        False,
    ]
    assert CACHE_BYTES < 100 << 20


def test_pages_are_counted(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", *(text_page("Planen antas.") for _ in range(3)))
    assert count_pages(path) == 3


def test_a_page_that_is_never_done_is_given_up_and_holds_up_nobody(tmp_path: Path) -> None:
    path = write_pages(tmp_path / "bomb.pdf", ENDLESS_INK, WORDS)
    assert read_page_image(path, 2).png
    with ThreadPoolExecutor(2) as pool:
        given_up = pool.submit(read_page_image, path, 1, 4.0, 6.0)
        assert read_page_image(path, 2, 2.0).png
        assert not given_up.done()
        with pytest.raises(UnreadableDocument, match=r"bomb\.pdf, sida 1: sidan tar för lång tid"):
            given_up.result()
    started = time.perf_counter()
    with pytest.raises(UnreadableDocument, match="för lång tid"):
        read_page_image(path, 1, 3.0)
    assert time.perf_counter() - started < 3.0
