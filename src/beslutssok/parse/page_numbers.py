"""Page numbers as they are printed on pages: ``Sida 3 av 18``, ``3 (18)``, ``Sid 3``."""

import re
from dataclasses import dataclass

from beslutssok.domain import Line, Page

MAX_PAGES = 3000
# Page numbers that were not told from text stand among the outermost lines of a page.
EDGE_LINES = 3
_WITH_TOTAL = re.compile(
    r"(?:^|[\s,])(?:(?:sida|sid|page|s)\b\.?:?\s*)?"
    r"(?P<number>\d{1,4})\s*(?:\(\s*(?P<brackets>\d{1,4})\s*\)|(?:av|of)\s+(?P<of>\d{1,4}))$",
    re.IGNORECASE,
)
_SLASH = re.compile(
    r"(?P<word>sida|sid|page|s)?\.?:?\s*(?P<number>\d{1,4})\s?/\s?(?P<of>\d{1,4})", re.IGNORECASE
)
_PLAIN = re.compile(r"(?:sida|sid|page|blad)?\.?:?\s*(?:nr\s*)?(?P<number>\d{1,4})", re.IGNORECASE)
_DASHES = re.compile(r"[-–]\s*(?P<number>\d{1,4})\s*[-–]")


@dataclass(frozen=True, slots=True)
class PageNumber:
    """A printed page number; ``total`` is the number of pages where that is printed too."""

    number: int
    total: int | None

    def is_followed_by(self, other: "PageNumber") -> bool:
        """Whether the other is the number of the next page of the same document."""
        return other.number == self.number + 1 and other.total == self.total


def printed_numbers(page: Page) -> tuple[PageNumber, ...]:
    """The page numbers that stand on a page; more than one where a merged file was stamped.

    Numbers without their total are read from running heads and feet only.
    """
    ordered = sorted(page.lines, key=lambda line: line.place.top)
    edges = ordered if len(ordered) <= 2 * EDGE_LINES else _ends(ordered)
    found: dict[PageNumber, None] = {}
    for position, line in enumerate((*page.furniture, *edges)):
        for cell in line.text.split("\t"):
            number = _read_cell(cell.strip(), furniture=position < len(page.furniture))
            if number is not None:
                found[number] = None
    return tuple(found)


def _ends(ordered: list[Line]) -> list[Line]:
    return [*ordered[:EDGE_LINES], *ordered[-EDGE_LINES:]]


def _read_cell(cell: str, furniture: bool) -> PageNumber | None:
    match = _WITH_TOTAL.search(cell)
    if match:
        return _counted(match["number"], match["brackets"] or match["of"])
    match = _SLASH.fullmatch(cell)
    if match and (match["word"] or furniture):
        return _counted(match["number"], match["of"])
    plain = _PLAIN.fullmatch(cell) or _DASHES.fullmatch(cell)
    if plain and (furniture or not cell[0].isdigit()):
        return PageNumber(int(plain["number"]), None) if int(plain["number"]) else None
    return None


def _counted(number: str, total: str) -> PageNumber | None:
    if 0 < int(number) <= int(total) <= MAX_PAGES:
        return PageNumber(int(number), int(total))
    return None
