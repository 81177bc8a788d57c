"""Running heads, feet and page numbers: what repeats around the text and is not part of it.

Three signs are used. What repeats, digits aside, at the same height in the head or foot of
several pages, with nothing but its like between it and the edge, and where other pages have no
text of their own. What stands around page numbers that count up, wherever on the page they are
(files that were typeset again have old heads in the middle of a page). And what can be nothing
else: ``Justerandes sign``, ``Sida 3 av 18``.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from beslutssok.domain import Line, Page
from beslutssok.read.edges import (
    find_repeated,
    from_edges,
    in_zone,
    is_page_number,
    is_page_of,
    mask,
    may_be_furniture,
)
from beslutssok.read.lines import CELL_BREAK, FIRST_ON_PAGE

# How many lines before and after a page number may belong with it.
WINDOW = 5
WINDOW_SHARE = 0.6
MIN_MARKERS = 3
# Heads of one file stand on the same spot, to so many points, on so much of it.
SLOT = 3.0
SLOT_SHARE = 0.4
OTHER_SIZE = 0.5
MAX_LABEL = 110

_ENDS_IN_PAGE_NUMBER = re.compile(
    r"\D.*[\s,](?:(?P<word>sida|sid|page)\s+)?(?P<number>\d{1,4})\s*"
    r"(?:\((?P<brackets>\d{1,4})\)|(?:av|of)\s(?P<of>\d{1,4}))",
    re.IGNORECASE,
)
_SIGNATURES = re.compile(
    r"(?:(?:justerandes?|just\.?|justeras|ordf\.?|ordförandes?|sekr\.?|sekreterarens?)[\s.:]*+"
    r"(?:sign(?:atur(?:er)?)?)?|(?:utdrags?)?bestyrk(?:ande|es|t)?|signatur(?:er)?"
    r"|[._…\s/|:]++|sign)+",
    re.IGNORECASE,
)
_KIND_WORD = re.compile(
    r"(?:sammanträdes)?protokoll(?:sutdrag)?|kallelse(?:/föredragningslista)?|föredragningslista"
    r"|dagordning|utdrag(?: ur protokoll)?|(?:mötes|sammanträdes)datum:?|datum:?|sida(?:\s*nr)?"
    r"|blad|diarienummer|dnr",
    re.IGNORECASE,
)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")

_Marks = set[tuple[int, int]]


def split_furniture(pages: Sequence[Page]) -> tuple[Page, ...]:
    """Move running heads, feet and page numbers from ``lines`` to ``furniture``.

    No line is dropped: each is in one of the two, in its order. Where nothing else would be left
    in the whole document, what repeats is its text.
    """
    marked = find_repeated(pages) | _around_page_numbers(pages)
    marked |= _set_like(pages, marked)
    marked |= _in_places_of_heads(pages, marked)
    marked |= _unmistakable(pages, marked)
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
    near = {
        at
        for position in markers
        for at in range(max(0, position - WINDOW), min(len(flat), position + WINDOW + 1))
    }
    neighbours = Counter(mask(flat[at][2].text) for at in near if may_be_furniture(flat[at][2]))
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
                if neighbours[mask(line.text)] < needed:
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
        if patterns[mask(line.text), line.size] >= MIN_MARKERS
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
            elif in_zone(line, page) and may_be_furniture(line):
                free[slot(line)].append((page.number, index, mask(line.text)))
    found: _Marks = set()
    for place, lines in free.items():
        words = Counter(text for _, _, text in lines)
        if len(taken[place]) >= max(MIN_MARKERS, SLOT_SHARE * len(pages)):
            found |= {(page, index) for page, index, text in lines if words[text] > 1}
    return found


def _unmistakable(pages: Sequence[Page], marked: _Marks) -> _Marks:
    """Find what is furniture by its words, and on the first page what is so on later ones."""
    known = {
        mask(cell)
        for page in pages
        for index, line in enumerate(page.lines)
        if (page.number, index) in marked
        for cell in line.text.split(CELL_BREAK)
    }
    found: _Marks = set()
    for page in pages:
        down, up = from_edges(page)
        for run, names in ((down, known if page is pages[0] else set()), (up, set())):
            for index in run:
                line = page.lines[index]
                if (page.number, index) in marked:
                    continue
                if not in_zone(line, page) or not _is_furniture(line.text, names):
                    break
                found.add((page.number, index))
    return found


def _is_furniture(text: str, known: set[str]) -> bool:
    if len(text) <= MAX_LABEL:
        end = _ENDS_IN_PAGE_NUMBER.fullmatch(text.strip())
        if end and (end["word"] or is_page_of(end["number"], end["brackets"] or end["of"])):
            return True
    return all(_is_furniture_cell(cell.strip(), known) for cell in text.split(CELL_BREAK))


def _is_furniture_cell(cell: str, known: set[str]) -> bool:
    return (
        is_page_number(cell)
        or bool(_KIND_WORD.fullmatch(cell))
        or bool(_SIGNATURES.fullmatch(cell))
        or (bool(known) and (mask(cell) in known or bool(_DATE.fullmatch(cell))))
    )
