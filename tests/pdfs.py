"""PDF files made on the spot, each with the trouble that a test is about."""

import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import reportlab
from PIL import Image, ImageDraw, ImageFont
from pypdf import PdfReader, PdfWriter
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4
FONT_FILE = str(Path(reportlab.__file__).parent / "fonts" / "Vera.ttf")
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


SCANNED = (
    "Kommunstyrelsen beslutar att anta planen för badplatserna.",
    "Beslutet gäller från den 1 maj och följs upp i oktober.",
    "Ordföranden frågar om förslaget kan bifallas, och finner att så är fallet.",
)


def photographed(
    *texts: str, turn: int = 0, tilt: float = 0.0, paper: int = 250, ink: int = 20, size: int = 12
) -> Paint:
    """A page that is a picture of lines of text, turned clockwise, tilted or pale."""

    def paint(canvas: Canvas) -> None:
        dots = 200 / 72
        picture = Image.new("L", (int(WIDTH * dots), int(HEIGHT * dots)), paper)
        pen = ImageDraw.Draw(picture)
        font = ImageFont.truetype(FONT_FILE, int(size * dots))
        for row, text in enumerate(texts):
            base = (120 + 2 * size * row) * dots
            pen.text((70 * dots, base), text, fill=ink, font=font, anchor="ls")
        picture = picture.rotate(-tilt, fillcolor=paper)
        if turn:
            picture = picture.rotate(-turn, expand=True)
            canvas.setPageSize((picture.width / dots, picture.height / dots))
        wide, high = picture.width / dots, picture.height / dots
        canvas.drawImage(ImageReader(picture), 0, 0, wide, high)

    return paint


def scan(canvas: Canvas) -> None:
    """A page that is a picture of text."""
    photographed(*SCANNED)(canvas)


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
