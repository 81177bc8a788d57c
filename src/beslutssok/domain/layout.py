"""What a page consists of: lines with their place, and the furniture around them."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line stands: a 1-based page of the PDF file and a rectangle on that page.

    Lengths are PDF points (1/72 inch) from the upper left corner of the page as it is shown,
    that is of its crop box, turned as ``/Rotate`` says.
    """

    page: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text as it stands on a page.

    ``size`` is the font size in points; ``gap`` the empty height above the line, in multiples
    of its size, measured to the line before it on the page (large for the first one).
    Cells of one row are parted by tabs in ``text``; ``cell_lefts`` are the left edges of all
    cells in points, and empty for a line of one cell. ``ocr`` says that the text was recognised
    in a picture and may have errors.
    """

    text: str
    place: Place
    size: float
    bold: bool
    gap: float = 0.0
    cell_lefts: tuple[float, ...] = ()
    ocr: bool = False

    @property
    def page(self) -> int:
        """The 1-based page of the PDF file."""
        return self.place.page


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its lines of running text, and its running heads, feet and page numbers."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    furniture: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A bookmark of the PDF: its title, the page it leads to and its depth (0 at the top)."""

    title: str
    page: int
    level: int


@dataclass(frozen=True, slots=True)
class PageProblem:
    """A page that could not be read, with the reason and what to do about it."""

    page: int
    reason: str
    remedy: str


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A file as read: pages, outline, and what could not be read.

    ``sha256`` is the hexadecimal digest of the file's bytes and identifies the document.
    """

    path: Path
    sha256: str
    pages: tuple[Page, ...]
    outline: tuple[OutlineEntry, ...] = ()
    title: str = ""
    problems: tuple[PageProblem, ...] = ()
