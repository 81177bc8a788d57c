"""Headings that stand on one line with their text: ``Beslut: Nämnden godkänner …``."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from beslutssok.domain import Line
from beslutssok.parse.cells import CELL_BREAK, cells_of, split_line
from beslutssok.parse.headings import classify_heading, is_weak_heading
from beslutssok.parse.typography import BLANK_LINE

CLOSE = 0.3
# A heading, and the text beside it.
MARGIN_CELLS = 2
# Points; edges that differ by less are one.
SAME_EDGE = 3.0
_WITH_COLON = re.compile(r"(?P<heading>[A-ZÅÄÖ][^:.]{2,58}:)\s+(?=\S)")
# Without a colon only the plainest headings, before a word that begins a sentence.
_BARE = re.compile(
    r"(?P<heading>(?:Beslut|Yrkanden?|Sammanfattning(?: av ärendet)?|Bakgrund|Ärendebeskrivning"
    r"|Förslag till beslut|Beslutsunderlag|Reservation(?:er)?|Beslutsgång|Omröstning|Jäv))"
    rf" +(?=[A-ZÅÄÖ][\wåäö]+ +\S)(?!.*{CELL_BREAK})"
)
_MARGIN = re.compile(rf"(?P<heading>[^{CELL_BREAK}]{{3,60}}){CELL_BREAK}(?=[^{CELL_BREAK}]+$)")
_FRAGMENT = re.compile(r"\S+")
_ENDED = frozenset('.:;!?”"')


def part_run_in_headings(lines: Sequence[Line], organ: str) -> tuple[Line, ...]:
    """Part lines that begin with the heading of a section and go on with its text.

    The heading becomes a bold line of its own, in its part of the line's rectangle.
    """
    parted: list[Line] = []
    at = 0
    while at < len(lines):
        line, following = lines[at], lines[at + 1 : at + 2]
        broken = _broken_in_margin(line, following[0], organ) if following else ()
        parted.extend(broken or _parted(line, parted[-1] if parted else None, organ))
        at += 2 if broken else 1
    return tuple(parted)


def _broken_in_margin(line: Line, following: Line, organ: str) -> tuple[Line, ...]:
    """A heading of two lines in the margin, before the text that stands beside them."""
    if not line.bold or following.gap > BLANK_LINE or len(line.cell_lefts) != MARGIN_CELLS:
        return ()
    first, *beside = cells_of(line)
    second, *below = cells_of(following)
    if abs(first.place.left - second.place.left) > SAME_EDGE or len(below) > 1:
        return ()
    if classify_heading(first.text, organ) is not None:
        return ()
    if classify_heading(f"{first.text} {second.text}", organ) is None:
        return ()
    heading = (replace(first, bold=True), replace(second, bold=True, gap=CLOSE))
    return (*heading, *(replace(cell, bold=False, gap=CLOSE) for cell in (*beside, *below)))


def _parted(line: Line, before: Line | None, organ: str) -> Iterator[Line]:
    match = _heading_in(line, before, organ)
    if match is None or line.place.right <= line.place.left:
        yield line
        return
    at = match.end()
    in_margin = line.text[match.end("heading")] == CELL_BREAK
    if in_margin and len(line.cell_lefts) == MARGIN_CELLS and line.text.count(CELL_BREAK) == 1:
        heading, rest = cells_of(line)
    else:
        heading, rest = split_line(line, at)
    if not heading.place.left < heading.place.right < rest.place.right:
        yield line
        return
    yield replace(heading, bold=True, cell_lefts=())
    yield replace(rest, bold=False, gap=CLOSE, cell_lefts=())


def _heading_in(line: Line, before: Line | None, organ: str) -> re.Match[str] | None:
    text = line.text
    in_margin = len(line.cell_lefts) == MARGIN_CELLS and _MARGIN.match(text)
    if not in_margin and classify_heading(text, organ) is not None:
        return None
    begins = before is None or line.gap > BLANK_LINE or before.text.rstrip()[-1:] in _ENDED
    if not begins and not line.bold:
        return None
    for pattern in (_WITH_COLON, _MARGIN, _BARE):
        match = pattern.match(text)
        if match is None:
            continue
        heading = match["heading"]
        if classify_heading(heading, organ) is None:
            continue
        if is_weak_heading(heading) and not line.bold:
            continue
        if pattern is _MARGIN and len(_FRAGMENT.findall(text[match.end() :])) < 2:
            continue
        return match
    return None
