"""What repeats at the edges of pages: heads and feet at one height, page numbers that count up."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from beslutssok.domain import Line, Page
from beslutssok.read.lines import CELL_BREAK
from beslutssok.read.table_heads import is_table_head

HEAD_ZONE = 0.16
FOOT_ZONE = 0.86
SAME_HEIGHT = 4.0
MARGIN = 0.12
UPENDED = 3.0
# Heads of odd and even pages may differ, so nearly half of the pages must do.
EDGE_SHARE = 0.45
# A head stands on much of the document, or on nearly all pages of a part bound into it.
DOCUMENT_SHARE = 0.3
PART_SHARE = 0.8
PART_PAGES = 4
# Where more pages than this share have text of their own there, what repeats is text as well:
# a heading that happens to begin several pages.
MOST_TEXT = 0.35
MAX_LENGTH = 160

_PAGE_NUMBER = re.compile(
    r"(?:(?P<word>sida|sid|page)\.?\s*|s\.?\s*)?(?P<number>\d{1,4})\s*"
    r"(?:\(\s*(?P<brackets>\d{1,4})\s*\)|/\s*(?P<slash>\d{1,4})|(?:av|of)\s+(?P<of>\d{1,4}))"
    r"|(?:sida|sid|page)\s+\d{1,4}|[-–]\s*(?P<dashed>\d{1,4})\s*[-–]",
    re.IGNORECASE,
)
# No document has so many pages; numbers like these are years.
YEARS = range(1900, 2100)
_WORD = re.compile(r"[^\W\d_]{2}")
_DIGITS = re.compile(r"\d+")
# Paragraph numbers and list entries repeat at the top of pages and are the text itself.
_NEVER = re.compile(
    r"\s*(?:(?:[A-Za-zÅÄÖåäö]{1,4}\s+)?§|[•\-–]\s|\d{1,3}[.)]\s+\D|\d+\s*§|bilaga\b|ärende\b)",
    re.IGNORECASE,
)


def mask(text: str) -> str:
    """A text with its digits covered, so that what counts up repeats.

    >>> mask("Sida 3 av 18")
    'sida # av #'
    """
    return _DIGITS.sub("#", text).strip().lower()


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


def may_be_furniture(line: Line) -> bool:
    """Whether a line can be a head or foot at all, wherever it repeats."""
    if len(line.text) > MAX_LENGTH or _NEVER.match(line.text):
        return False
    return not (CELL_BREAK in line.text and is_table_head(line.text))


def in_zone(line: Line, page: Page) -> bool:
    """Whether a line stands in the head or foot of its page, or runs up its margin."""
    place = line.place
    return (
        place.top < HEAD_ZONE * page.height
        or place.top > FOOT_ZONE * page.height
        or (is_upended(line) and not MARGIN < place.left / page.width < 1 - MARGIN)
    )


def is_upended(line: Line) -> bool:
    """Whether a line runs up or down the page, like the stamps of signing services."""
    place = line.place
    return place.bottom - place.top > max(UPENDED * line.size, place.right - place.left)


def from_edges(page: Page) -> tuple[list[int], list[int]]:
    """The indexes of a page's lines from its upper edge down, and from its lower edge up.

    What runs up its margin is the edge itself, so it comes first in both.
    """
    order = sorted(range(len(page.lines)), key=lambda index: page.lines[index].place.top)
    upended = [index for index in order if is_upended(page.lines[index])]
    level = [index for index in order if not is_upended(page.lines[index])]
    return upended + level, upended + level[::-1]


def find_repeated(pages: Sequence[Page]) -> set[tuple[int, int]]:
    """Find heads, feet and page numbers, as ``(page, index of the line)``.

    From each edge inwards, up to the first line that does not repeat.
    """
    edges = _Edges(pages)
    found: set[tuple[int, int]] = set()
    for page in pages:
        for run in from_edges(page):
            for index in run:
                line = page.lines[index]
                if not (may_be_furniture(line) and in_zone(line, page) and edges.repeats(line)):
                    break
                found.add((page.number, index))
    return found


class _Edges:
    """What stands where at the edges of all pages."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._count = len(pages)
        self._offsets = _page_number_offsets(pages)
        self._seen: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for page in pages:
            for line in page.lines:
                if in_zone(line, page):
                    for words in _masks(line):
                        self._seen[words].append((page.number, line.place.top))
        self._single = [
            seen[0] for seen in self._seen.values() if len({page for page, _ in seen}) == 1
        ]
        self._known: dict[tuple[str, float], bool] = {}

    def repeats(self, line: Line) -> bool:
        """Whether a line or a cell of it stands at this height on enough other pages."""
        if is_page_number(line.text):
            return True
        if line.text.isdecimal():
            return int(line.text) - line.page in self._offsets
        return any(self._repeats_at(words, line.place.top) for words in _masks(line))

    def _repeats_at(self, words: str, top: float) -> bool:
        key = words, top
        if key not in self._known:
            pages = _pages_at(self._seen[words], top)
            recurs = _recurs(pages, self._count)
            others = _pages_at(self._single, top) - pages if recurs else set()
            self._known[key] = recurs and len(others) <= MOST_TEXT * len(pages)
        return self._known[key]


def _masks(line: Line) -> Iterator[str]:
    """A line and its cells, digits aside; what has no words is left to page numbers."""
    cells = line.text.split(CELL_BREAK)
    texts = {mask(text) for text in (line.text, *cells)}
    return (text for text in texts if _WORD.search(text))


def _pages_at(seen: Sequence[tuple[int, float]], top: float) -> set[int]:
    return {page for page, height in seen if abs(height - top) <= SAME_HEIGHT}


def _recurs(pages: set[int], count: int) -> bool:
    if len(pages) < 2:
        return False
    share = len(pages) / (max(pages) - min(pages) + 1)
    if count <= PART_PAGES:
        return share > EDGE_SHARE
    if share >= PART_SHARE and len(pages) >= PART_PAGES:
        return True
    return share > EDGE_SHARE and len(pages) >= max(3, DOCUMENT_SHARE * count)


def _page_number_offsets(pages: Sequence[Page]) -> set[int]:
    """How much bare numbers at the edges exceed the page's own number, where many agree."""
    offsets = Counter(
        int(line.text) - page.number
        for page in pages
        for line in page.lines
        if line.text.isdecimal() and len(line.text) <= 4 and in_zone(line, page)
    )
    return {offset for offset, count in offsets.items() if count >= max(3, len(pages) / 2)}
