"""Flowables that reportlab lacks: an anchor, a line with tab stops, a line of contents."""

from dataclasses import dataclass, field

from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable


@dataclass(slots=True)
class Marks:
    """What one pass over a document learns for the next: its length, and where anchors stand."""

    total: int = 1
    pages: dict[str, int] = field(default_factory=dict)


class Anchor(Flowable):  # type: ignore[misc]
    """Takes no room; notes its page, and stands in the PDF outline if it has a level."""

    _ZEROSIZE = True
    _SPACETRANSFER = True

    def __init__(self, key: str, title: str, level: int | None, found: Marks) -> None:
        """Keep what to draw."""
        super().__init__()
        self.key, self.title, self.level, self.found = key, title, level, found

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take no room."""
        return 0, 0

    def draw(self) -> None:
        """Note the page."""
        self.found.pages[self.key] = self.canv.getPageNumber()
        if self.level is not None:
            self.canv.bookmarkHorizontal(self.key, 0, 0)
            self.canv.addOutlineEntry(self.title, self.key, level=self.level, closed=False)


@dataclass(frozen=True, slots=True)
class Stop:
    """A piece of a tabbed line: where it stands from the left, or at the right edge."""

    text: str
    at: float | None = 0
    font: str = ""


class TabbedLine(Flowable):  # type: ignore[misc]
    """One line of pieces, each at its tab stop."""

    def __init__(self, stops: list[Stop], font: str, size: float, leading: float) -> None:
        """Keep what to draw."""
        super().__init__()
        self.stops, self.font, self.size, self.leading = stops, font, size, leading

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """One line high, as wide as there is room."""
        self.width = width
        return width, self.leading

    def draw(self) -> None:
        """Draw each piece."""
        baseline = self.leading - self.size
        for stop in self.stops:
            self.canv.setFont(stop.font or self.font, self.size)
            if stop.at is None:
                self.canv.drawRightString(self.width, baseline, stop.text)
            else:
                self.canv.drawString(stop.at, baseline, stop.text)


class ContentsLine(Flowable):  # type: ignore[misc]
    """A line of contents: number, title over as many lines as it needs, dots, page."""

    def __init__(
        self, number: str, title: str, page: int, font: str, size: float, indent: float
    ) -> None:
        """Keep what to draw."""
        super().__init__()
        self.number, self.title, self.page = number, title, str(page)
        self.font, self.size, self.indent = font, size, indent
        self.leading = size * 1.35

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As many lines as the title takes."""
        self.width = width
        room = width - self.indent - 36
        self.lines = simpleSplit(self.title, self.font, self.size, room)
        return width, self.leading * len(self.lines) + 3

    def draw(self) -> None:
        """Draw the lines, with dots behind the last."""
        canvas: Canvas = self.canv
        canvas.setFont(self.font, self.size)
        baseline = self.leading * (len(self.lines) - 1) + 5
        canvas.drawString(0, baseline, self.number)
        for line in self.lines:
            canvas.drawString(self.indent, baseline, line)
            baseline -= self.leading
        baseline += self.leading
        end = self.indent + stringWidth(self.lines[-1], self.font, self.size)
        page_start = self.width - stringWidth(self.page, self.font, self.size)
        dot = stringWidth(".", self.font, self.size)
        dots = int((page_start - end - 8) / dot)
        canvas.drawRightString(page_start - 3, baseline, "." * dots)
        canvas.drawRightString(self.width, baseline, self.page)


class SignatureLine(Flowable):  # type: ignore[misc]
    """A role, a dotted line to sign on, and the name under it."""

    def __init__(
        self, role: str, name: str, paragraphs: str, font: str, size: float, indent: float
    ) -> None:
        """Keep what to draw."""
        super().__init__()
        self.role, self.name, self.paragraphs = role, name, paragraphs
        self.font, self.size, self.indent = font, size, indent

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """High enough for a signature."""
        self.width = width
        return width, self.size * 3.8

    def draw(self) -> None:
        """Draw role, line and name."""
        canvas: Canvas = self.canv
        canvas.setFont(self.font, self.size)
        line_at = self.size * 1.6
        canvas.drawString(0, line_at, self.role)
        if self.paragraphs:
            canvas.drawRightString(self.width, line_at, self.paragraphs)
        dots = int(220 / stringWidth(".", self.font, self.size))
        canvas.drawString(self.indent, line_at, "." * dots)
        canvas.drawString(self.indent, line_at - self.size * 1.25, self.name)


def draw_emblem(canvas: Canvas, x: float, y: float, size: float, colour: str) -> None:
    """A shield with a mountain and a river, standing for the arms of an invented place."""
    canvas.saveState()
    canvas.setFillColor(colour)
    shield = canvas.beginPath()
    shield.moveTo(x, y + size)
    shield.lineTo(x + size * 0.8, y + size)
    shield.lineTo(x + size * 0.8, y + size * 0.4)
    shield.curveTo(x + size * 0.8, y + size * 0.2, x + size * 0.5, y, x + size * 0.4, y)
    shield.curveTo(x + size * 0.3, y, x, y + size * 0.2, x, y + size * 0.4)
    shield.close()
    canvas.drawPath(shield, stroke=0, fill=1)
    canvas.setFillColor("white")
    mountain = canvas.beginPath()
    mountain.moveTo(x + size * 0.1, y + size * 0.5)
    mountain.lineTo(x + size * 0.32, y + size * 0.85)
    mountain.lineTo(x + size * 0.46, y + size * 0.64)
    mountain.lineTo(x + size * 0.54, y + size * 0.74)
    mountain.lineTo(x + size * 0.7, y + size * 0.5)
    mountain.close()
    canvas.drawPath(mountain, stroke=0, fill=1)
    canvas.rect(x + size * 0.12, y + size * 0.34, size * 0.56, size * 0.05, stroke=0, fill=1)
    canvas.restoreState()
