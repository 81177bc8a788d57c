"""The page: its size and margins, and writing on it outside the text column."""

from dataclasses import dataclass

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from typesetting.source import Source

PAGE_WIDTH, PAGE_HEIGHT = A4
WEEKDAYS = ("måndagen", "tisdagen", "onsdagen", "torsdagen", "fredagen", "lördagen", "söndagen")
MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september",
    "oktober", "november", "december",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Margins:
    """Room around the text; the first page may have a higher head."""

    left: float
    right: float
    top: float
    bottom: float
    first_top: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page whose head and foot are to be drawn."""

    source: Source
    number: int
    total: int


def long_date(source: Source) -> str:
    """The date of the meeting in words, as in `tisdagen den 25 mars 2025`."""
    day = source.date
    return f"{WEEKDAYS[day.weekday()]} den {day.day} {MONTHS[day.month - 1]} {day.year}"


def put(canvas: Canvas, x: float, y: float, text: str, font: str, size: float) -> None:
    """Write on the page, `y` counted from its top."""
    canvas.setFont(font, size)
    canvas.drawString(x, PAGE_HEIGHT - y, text)


def put_right(canvas: Canvas, x: float, y: float, text: str, font: str, size: float) -> None:
    """Write on the page so that the text ends at `x`."""
    canvas.setFont(font, size)
    canvas.drawRightString(x, PAGE_HEIGHT - y, text)


def put_centred(canvas: Canvas, x: float, y: float, text: str, font: str, size: float) -> None:
    """Write on the page with `x` in the middle of the text."""
    canvas.setFont(font, size)
    canvas.drawCentredString(x, PAGE_HEIGHT - y, text)


def draw_rule(canvas: Canvas, left: float, right: float, y: float, thickness: float = 0.5) -> None:
    """Draw a level line, `y` counted from the top of the page."""
    canvas.setLineWidth(thickness)
    canvas.line(left, PAGE_HEIGHT - y, right, PAGE_HEIGHT - y)
