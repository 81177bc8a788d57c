"""Running heads, feet and page numbers: what repeats around the text and is not part of it.

Three signs are used. What repeats, digits aside, at the same height in the head or foot of
several pages, with nothing but its like between it and the edge, and where other pages have no
text of their own. What stands around page numbers that count up, wherever on the page they are
(files that were typeset again have old heads in the middle of a page). And what can be nothing
else: ``Justerandes sign``, ``Sida 3 av 18``.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from beslutssok.domain import Line, Page
from beslutssok.read.edges import find_repeated, mask, may_be_furniture
from beslutssok.read.labels import find_labels
from beslutssok.read.lines import FIRST_ON_PAGE
from beslutssok.read.page_numbers import is_page_number
from beslutssok.read.text_heads import is_section_heading
from beslutssok.read.zones import in_zone

# How many lines before and after a page number may belong with it.
WINDOW = 5
WINDOW_SHARE = 0.6
MIN_MARKERS = 3
# Heads of one file stand on the same spot, to so many points, on so much of it.
SLOT = 3.0
SLOT_SHARE = 0.4
OTHER_SIZE = 0.5

_Marks = set[tuple[int, int]]


def split_furniture(pages: Sequence[Page]) -> tuple[Page, ...]:
    """Move running heads, feet and page numbers from ``lines`` to ``furniture``.

    No line is dropped: each is in one of the two, in its order. Where nothing else would be left
    in the whole document, what repeats is its text.
    """
    marked = find_repeated(pages) | _around_page_numbers(pages)
    marked |= _set_like(pages, marked)
    marked |= _in_places_of_heads(pages, marked)
    marked |= find_labels(pages, marked)
    if len(marked) == sum(len(page.lines) for page in pages):
        return tuple(pages)
    result = []
    for page in pages:
        kept, taken = [], []
        after_furniture = False
        for index, line in enumerate(page.lines):
            if (page.number, index) in marked:
                taken.append(line)
                after_furniture = True
            else:
                kept.append(replace(line, gap=FIRST_ON_PAGE) if after_furniture else line)
                after_furniture = False
        result.append(replace(page, lines=tuple(kept), furniture=page.furniture + tuple(taken)))
    return tuple(result)


def _around_page_numbers(pages: Sequence[Page]) -> _Marks:
    flat = [(page.number, index, line) for page in pages for index, line in enumerate(page.lines)]
    markers = [position for position, (_, _, line) in enumerate(flat) if is_page_number(line.text)]
    if len(markers) < MIN_MARKERS:
        return set()
    neighbours: dict[tuple[str, int], set[int]] = defaultdict(set)
    for position in markers:
        for at in range(max(0, position - WINDOW), min(len(flat), position + WINDOW + 1)):
            page_number, _, line = flat[at]
            if may_be_furniture(line) and not is_section_heading(line.text):
                for step in (-1, 0, 1):
                    neighbours[mask(line.text), at - position + step].add(page_number)
    numbered_pages = {flat[position][0] for position in markers}
    needed = max(MIN_MARKERS, WINDOW_SHARE * len(numbered_pages))
    marked: _Marks = set()
    for position in markers:
        marked.add(flat[position][:2])
        for step in (-1, 1):
            for offset in range(step, step * (WINDOW + 1), step):
                if not 0 <= position + offset < len(flat):
                    break
                page_number, index, line = flat[position + offset]
                if len(neighbours[mask(line.text), offset]) < needed:
                    break
                marked.add((page_number, index))
    return marked


def _set_like(pages: Sequence[Page], marked: _Marks) -> _Marks:
    """Find heads that moved: the words of furniture, in its size, which is not the body's."""
    sizes = Counter(line.size for page in pages for line in page.lines)
    if not sizes:
        return set()
    body = sizes.most_common(1)[0][0]
    patterns = Counter(
        (mask(line.text), line.size)
        for page in pages
        for index, line in enumerate(page.lines)
        if (page.number, index) in marked and abs(line.size - body) > OTHER_SIZE
    )
    return {
        (page.number, index)
        for page in pages
        for index, line in enumerate(page.lines)
        if patterns[mask(line.text), line.size] >= MIN_MARKERS and not is_section_heading(line.text)
    }


def _in_places_of_heads(pages: Sequence[Page], marked: _Marks) -> _Marks:
    """Find heads of short parts bound into a file: they stand where others have their heads."""

    def slot(line: Line) -> tuple[int, int, float]:
        return round(line.place.top / SLOT), round(line.place.left / SLOT), line.size

    taken: dict[tuple[int, int, float], set[int]] = defaultdict(set)
    free: dict[tuple[int, int, float], list[tuple[int, int, str]]] = defaultdict(list)
    for page in pages:
        for index, line in enumerate(page.lines):
            if (page.number, index) in marked:
                taken[slot(line)].add(page.number)
            elif _may_replace_a_head(line, page):
                free[slot(line)].append((page.number, index, mask(line.text)))
    found: _Marks = set()
    for place, lines in free.items():
        words = Counter(text for _, _, text in lines)
        if len(taken[place]) >= max(MIN_MARKERS, SLOT_SHARE * len(pages)):
            found |= {(page, index) for page, index, text in lines if words[text] > 1}
    return found


def _may_replace_a_head(line: Line, page: Page) -> bool:
    in_place = in_zone(line, page) and may_be_furniture(line)
    return in_place and not is_section_heading(line.text)
