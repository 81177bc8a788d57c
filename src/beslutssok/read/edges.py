"""What repeats at the edges of pages: heads and feet at one height, page numbers that count up."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from beslutssok.domain import Line, Page
from beslutssok.read.lines import CELL_BREAK
from beslutssok.read.page_numbers import find_lone_numbers, find_offsets, is_page_number
from beslutssok.read.text_heads import is_section_heading, is_table_head
from beslutssok.read.zones import in_zone, is_upended

SAME_HEIGHT = 4.0
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

_WORD = re.compile(r"[^\W\d_]{2}")
_LETTER = re.compile(r"[^\W\d_]")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4}")
# A heading of text that begins pages is text, unless it is on each of so many.
PAGES_UNDER_ONE_HEADING = 3
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


def is_date(text: str) -> bool:
    """Whether a text is a date in digits and nothing else.

    >>> is_date("2024-03-12"), is_date("12.3.2024"), is_date("2024/140")
    (True, True, False)
    """
    return _DATE.fullmatch(text.strip()) is not None


def may_be_furniture(line: Line) -> bool:
    """Whether a line can be a head or foot at all, wherever it repeats."""
    if len(line.text) > MAX_LENGTH or _NEVER.match(line.text):
        return False
    return not (CELL_BREAK in line.text and is_table_head(line.text))


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

    From each edge inwards, up to the first line that does not repeat. What has no letters goes
    with the lines around it: a date or a number that a head has on some pages only.
    """
    edges = _Edges(pages)
    found = find_lone_numbers(pages)
    for page in pages:
        for run in from_edges(page):
            between: list[tuple[int, int]] = []
            for index in run:
                line = page.lines[index]
                if not (may_be_furniture(line) and in_zone(line, page)):
                    break
                between.append((page.number, index))
                if (page.number, index) in found or edges.repeats(line):
                    found.update(between)
                    between = []
                elif _LETTER.search(line.text):
                    break
    return found


class _Edges:
    """What stands where at the edges of all pages."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._count = len(pages)
        self._offsets = find_offsets(pages)
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
        if is_section_heading(line.text):
            pages = _pages_at(self._seen[mask(line.text)], line.place.top)
            return len(pages) == self._count >= PAGES_UNDER_ONE_HEADING
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
    """A line and its cells, digits aside; what has no words is left to page numbers, save dates."""
    cells = {line.text, *line.text.split(CELL_BREAK)}
    words = {mask(cell) for cell in cells if _WORD.search(cell)}
    return iter(words | {cell.strip() for cell in cells if is_date(cell)})


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
