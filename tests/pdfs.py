"""PDF files made on the spot, each with the trouble that a test is about."""

import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from pypdf import PdfReader, PdfWriter
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4
UNICODE = "Vera"
"""A font with a full character map, for what the standard fonts cannot encode."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A text drawn with its baseline at ``top`` points below the upper edge."""

    text: str
    top: float
    left: float = 70.0
    size: float = 11.0
    font: str = "Helvetica"


Paint = Callable[[Canvas], None]
PageContent = Sequence[Drawn] | Paint


def text_page(*texts: str, top: float = 120.0, leading: float = 16.0) -> list[Drawn]:
    """A page of lines, one below the other; ``# `` makes a line bold."""
    made = []
    for row, text in enumerate(texts):
        font = "Helvetica-Bold" if text.startswith("# ") else "Helvetica"
        made.append(Drawn(text.removeprefix("# "), top + row * leading, font=font))
    return made


def scan(canvas: Canvas) -> None:
    """A page that is a picture."""
    picture = ImageReader(Image.new("L", (60, 80), 220))
    canvas.drawImage(picture, 40, 40, WIDTH - 80, HEIGHT - 80)


def write_pdf(
    path: Path,
    *pages: PageContent,
    title: str = "",
    bookmarks: Iterable[tuple[str, int, int]] = (),
) -> Path:
    """Write a PDF; ``bookmarks`` are ``(title, page, level)``."""
    if UNICODE not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(UNICODE, "Vera.ttf"))
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    if title:
        canvas.setTitle(title)
    marks = list(bookmarks)
    for number, page in enumerate(pages, start=1):
        for mark, on_page, level in marks:
            if on_page == number:
                canvas.bookmarkPage(mark)
                canvas.addOutlineEntry(mark, mark, level)
        if callable(page):
            page(canvas)
        else:
            for drawn in page:
                canvas.setFont(drawn.font, drawn.size)
                canvas.drawString(drawn.left, HEIGHT - drawn.top, drawn.text)
        canvas.showPage()
    canvas.save()
    return path


def rewritten(path: Path, change: Callable[[PdfWriter], None]) -> Path:
    """The file again, after a change to it."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(path.read_bytes())))
    change(writer)
    writer.write(path)
    return path


def blank_pages(path: Path, count: int) -> Path:
    """A file of many empty pages."""
    writer = PdfWriter()
    for _ in range(count):
        writer.add_blank_page(100, 100)
    writer.write(path)
    return path
