"""Page numbers: those that say so, those that count up, and those that stand alone."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from beslutssok.domain import Line, Page
from beslutssok.read.zones import FOOT_ZONE, HEAD_ZONE, in_zone, is_upended

# A number alone is at least so many lines away from the text, and not set larger.
CLEARANCE = 1.5
LARGER = 0.5
LEAST_NUMBERS = 3

_PAGE_NUMBER = re.compile(
    r"(?:(?P<word>sida|sid|page)\.?\s*|s\.?\s*)?(?P<number>\d{1,4})\s*"
    r"(?:\(\s*(?P<brackets>\d{1,4})\s*\)|/\s*(?P<slash>\d{1,4})|(?:av|of)\s+(?P<of>\d{1,4}))"
    r"|(?:sida|sid|page)\s+\d{1,4}|[-–]\s*(?P<dashed>\d{1,4})\s*[-–]",
    re.IGNORECASE,
)
# No document has so many pages; numbers like these are years.
YEARS = range(1900, 2100)


def is_page_number(text: str) -> bool:
    """Whether a text is a page number that says so: ``14 (102)``, ``Sida 3 av 18``, ``- 4 -``.

    >>> is_page_number("14/102"), is_page_number("2024/140"), is_page_number("140/2024")
    (True, False, False)
    """
    match = _PAGE_NUMBER.fullmatch(text.strip())
    if match is None:
        return False
    total = match["brackets"] or match["slash"] or match["of"]
    if total is not None:
        padded = match["slash"] and match["number"].startswith("0")
        return bool(match["word"]) or (not padded and is_page_of(match["number"], total))
    return match["dashed"] is None or int(match["dashed"]) not in YEARS


def is_page_of(number: str, total: str) -> bool:
    """Whether two numbers can be a page's and the last page's, and are no case number or year.

    >>> is_page_of("3", "18"), is_page_of("18", "3"), is_page_of("140", "2024")
    (True, False, False)
    """
    return int(number) <= int(total) and int(total) not in YEARS


def find_offsets(pages: Sequence[Page]) -> set[int]:
    """How much bare numbers at the edges exceed the page's own number, where many agree."""
    offsets = Counter(
        int(line.text) - page.number
        for page in pages
        for line in page.lines
        if line.text.isdecimal() and len(line.text) <= 4 and in_zone(line, page)
    )
    needed = max(LEAST_NUMBERS, len(pages) / 2)
    return {offset for offset, count in offsets.items() if count >= needed}


def find_lone_numbers(pages: Sequence[Page]) -> set[tuple[int, int]]:
    """Find bare numbers that are their page's own and alone at its edge: ``(page, line)``.

    They need no like on other pages. The number of an item begins a line of text, that of a
    chapter is large, and a cell has others beside it, so they are not alone.
    """
    sizes = Counter(line.size for page in pages for line in page.lines)
    if not sizes:
        return set()
    largest = sizes.most_common(1)[0][0] + LARGER
    return {
        (page.number, index)
        for page in pages
        for index, line in enumerate(page.lines)
        if line.text == str(page.number) and line.size <= largest and _is_alone(line, page)
    }


def _is_alone(line: Line, page: Page) -> bool:
    others = [other for other in page.lines if other is not line and not is_upended(other)]
    far = CLEARANCE * line.size
    if line.place.top > FOOT_ZONE * page.height:
        return all(other.place.bottom + far <= line.place.top for other in others)
    if line.place.bottom < HEAD_ZONE * page.height:
        clear = all(other.place.top - far >= line.place.bottom for other in others)
        return clear and line.place.left > _left(others) + far
    return False


def _left(lines: Iterable[Line]) -> float:
    return min((line.place.left for line in lines), default=0.0)
