"""Pages as grey pictures: whether one has writing on it, and its dots for text recognition."""

from pathlib import Path
from typing import Any

import pypdfium2

from beslutssok.read.pdfium import PDFIUM

POINTS_PER_INCH = 72
DOTS_PER_INCH = 300
# Larger than A3 is drawn coarser, so that no page takes more memory than this many dots.
MOST_DOTS = 20_000_000
# A page is looked at in squares of a quarter inch, at few dots, to see whether it is written on.
GLANCE_DOTS_PER_INCH = 48
SQUARE = 12
DARK = 140
WRITTEN_SQUARES = 0.04
# Photographs cover the paper; writing leaves most of it light.
LIGHT = 190
LIGHT_SHARE = 0.55


def draw_grey(document: pypdfium2.PdfDocument, number: int) -> tuple[Any, int]:
    """A page (1-based) in grey, as it is shown, and its dots per inch."""
    with PDFIUM:
        page = document[number - 1]
        try:
            width, height = page.get_size()
            inches = max(1.0, width * height) / POINTS_PER_INCH**2
            dots = min(DOTS_PER_INCH, int((MOST_DOTS / inches) ** 0.5))
            return _draw(page, dots), dots
        finally:
            page.close()


def is_written_on(document: pypdfium2.PdfDocument, number: int) -> bool:
    """Whether a page looks like a sheet with writing: neither blank, a mere logo nor a photo."""
    with PDFIUM:
        page = document[number - 1]
        try:
            picture = _draw(page, GLANCE_DOTS_PER_INCH)
        finally:
            page.close()
    light = sum(picture.histogram()[LIGHT:]) / (picture.width * picture.height)
    ink = picture.point(lambda value: 255 if value < DARK else 0)
    across, down = -(-ink.width // SQUARE), -(-ink.height // SQUARE)
    squares = ink.reduce(SQUARE)
    inked = across * down - squares.histogram()[0]
    return bool(light >= LIGHT_SHARE and inked >= WRITTEN_SQUARES * across * down)


def open_for_drawing(path: Path) -> pypdfium2.PdfDocument | None:
    """The file as PDFium opens it, or nothing if it cannot."""
    try:
        with PDFIUM:
            return pypdfium2.PdfDocument(path)
    except (pypdfium2.PdfiumError, OSError):
        return None


def _draw(page: pypdfium2.PdfPage, dots_per_inch: int) -> Any:
    bitmap = page.render(scale=dots_per_inch / POINTS_PER_INCH, grayscale=True)
    picture: Any = bitmap.to_pil().convert("L")
    return picture
