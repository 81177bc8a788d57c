"""Pieces of lines with their rectangles: pypdf's text laid over PDFium's geometry."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import hypot

from beslutssok.read.characters import clean_text
from beslutssok.read.fragments import Fragment, Show
from beslutssok.read.frame import Box, Frame, inverse, reading_frame
from beslutssok.read.runs import PageGeometry, Run

# Type sets its baseline about four fifths down the em square.
ASCENT = 0.8
# Capitals and descenders of usual type, in shares of its size: a line is at least that high.
CAPITALS = 0.72
DESCENDERS = 0.21
# No letter is higher or lower: what is, is a font with a wrong box.
HIGHEST = 1.15
LOWEST = 0.4
# A space between words is a quarter of the size wide, one between cells more than this.
SPACE = 0.25
CELL_GAP = 1.5
# A page with so much upright text is upright, however long the stamps up its margin are.
UPRIGHT_SHARE = 0.3
COLUMN_GAP = 0.6
# In a line that has no other cell, wider than any space between words.
LONE_COLUMN_GAP = 1.0
USUAL_WIDTH = 0.5
# Letters begin at the pen, or so much to the right of it.
BEARING = 0.25
# How far two beginnings of one operation may differ, and how far ahead its twin is looked for.
SAME_POINT = 1.0
LOOK_AHEAD = 12

# Dots that lead from a title to its page, and lines to sign on.
LEADER = re.compile(r"[._…]{4}|(?:\. ){4}")
# The number of a row in a table is a cell; those of points have a stop or a bracket, those of
# paragraphs a sign.
_ROW_NUMBER = re.compile(r"\d{1,3}")
_LABEL = re.compile(
    r"(?:§+\s*)?\d{1,4}(?:\.\d{1,3})*\s?[A-Za-z]?[.):]?|[A-Za-zÅÄÖåäö][.):]|[^\w\s]"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A line, or a cell of one: its text, its rectangle and its type.

    ``box`` and ``baseline`` are points on the page turned so that its text is upright; a piece
    that is ``turned`` runs in another direction than the rest of the page.
    """

    text: str
    box: Box
    baseline: float
    size: float
    bold: bool
    turned: bool = False
    cells: tuple[float, ...] = ()

    @property
    def em_top(self) -> float:
        """The upper edge of the em square, which does not depend on the letters."""
        return self.baseline - ASCENT * self.size

    @property
    def em_bottom(self) -> float:
        """The lower edge of the em square."""
        return self.em_top + self.size


@dataclass(frozen=True, slots=True)
class Placed:
    """A fragment on the page turned upright, with the boxes of what shows it."""

    fragment: Fragment
    left: float
    baseline: float
    size: float
    turned: bool
    shown: tuple[tuple[int, Box], ...]
    """The index of a run, and its box without the spaces that end it."""


def read_pieces(
    fragments: Sequence[Fragment], shows: Sequence[Show], geometry: PageGeometry, page: Frame
) -> tuple[list[Piece], Frame]:
    """The pieces of lines in the order of drawing, and the frame of the upright page."""
    twins = match_shows(shows, geometry.runs)
    turns = [_turn(fragment, twins, geometry.runs, page) for fragment in fragments]
    letters: Counter[int] = Counter()
    for fragment, turn in zip(fragments, turns, strict=True):
        letters[turn] += len(fragment.text.strip())
    upright = letters.most_common(1)[0][0] if letters else 0
    if letters[0] >= UPRIGHT_SHARE * letters.total():
        upright = 0
    frame = _chain(page, upright)
    placed = [
        _place(fragment, shows, twins, geometry.runs, frame, turn != upright)
        for fragment, turn in zip(fragments, turns, strict=True)
    ]
    lines = list(_lines(placed))
    cuts = [_cuts(line) for line in lines]
    columns = _columns(lines, cuts)
    pieces = [
        piece
        for line, own in zip(lines, cuts, strict=True)
        for piece in _split(line, _cuts(line, columns, _least_gap(own)), geometry)
    ]
    return pieces, inverse(reading_frame(page.width, page.height, upright), page.width, page.height)


def match_shows(shows: Sequence[Show], runs: Sequence[Run]) -> list[int | None]:
    """For each operation the run that it draws.

    Where one of the two has some that the other lacks, their beginnings tell which.
    """
    if len(shows) == len(runs):
        return list(range(len(runs)))
    twins: list[int | None] = []
    at = 0
    for show in shows:
        ahead = range(at, min(at + LOOK_AHEAD, len(runs)))
        twin = next((index for index in ahead if _same_point(show, runs[index])), None)
        twins.append(twin)
        at = at if twin is None else twin + 1
    return twins


def _same_point(show: Show, run: Run) -> bool:
    return abs(show.x - run.x) <= SAME_POINT and abs(show.y - run.y) <= SAME_POINT


def _turn(fragment: Fragment, twins: Sequence[int | None], runs: Sequence[Run], page: Frame) -> int:
    """Which way a fragment runs on the page as shown: 0, 90 (downwards), 180 or 270."""
    across = fragment.across
    for index in twins[fragment.first : fragment.end]:
        if index is not None:
            across = runs[index].across
            break
    x, y = page.direction(*across)
    if abs(x) >= abs(y):
        return 0 if x >= 0 else 180
    return 90 if y > 0 else 270


def _chain(page: Frame, upright: int) -> Frame:
    if not upright:
        return page
    turn = reading_frame(page.width, page.height, upright)
    a, b = turn.direction(page.a, page.b)
    c, d = turn.direction(page.c, page.d)
    e, f = turn.point(page.e, page.f)
    return Frame(a, b, c, d, e, f, turn.width, turn.height)


def _place(
    fragment: Fragment,
    shows: Sequence[Show],
    twins: Sequence[int | None],
    runs: Sequence[Run],
    frame: Frame,
    turned: bool,
) -> Placed:
    unit = hypot(frame.a, frame.b)
    size = fragment.size * fragment.scale * unit
    x, y = fragment.x, fragment.y
    shown: list[tuple[int, Box]] = []
    for at in range(fragment.first, fragment.end):
        index = twins[at]
        if index is None:
            continue
        run = runs[index]
        if not shown:
            x, y = run.x, run.y
            size = fragment.size * hypot(*run.up) * unit
        left, top, right, bottom = frame.box(run.left, run.bottom, run.right, run.top)
        if run.printed and not turned:
            # PDFium's box goes from the first letter's ink to the last one's, spaces included.
            indent = shows[at].before * SPACE * size
            origin = frame.point(run.x, run.y)[0]
            left = left + indent if indent or left - origin > BEARING * size else min(left, origin)
            right = max(left, right - max(0, shows[at].after - 1) * SPACE * size)
        if run.printed:
            shown.append((index, (left, top, right, bottom)))
    left, baseline = frame.point(x, y)
    return Placed(fragment, left, baseline, size, turned, tuple(shown))


def _lines(placed: Sequence[Placed]) -> Iterator[list[Placed]]:
    parts: list[Placed] = []
    for part in placed:
        if parts and part.turned != parts[-1].turned:
            yield parts
            parts = []
        parts.append(part)
        if part.fragment.ends_line:
            yield parts
            parts = []
    yield parts


def _split(line: list[Placed], cuts: set[int], geometry: PageGeometry) -> Iterator[Piece]:
    """A line as pypdf has it, parted where it leaps over empty space, from left to right."""
    if not cuts:
        yield from _piece(line)
        return
    found: list[list[Placed]] = []
    for part in line:
        starts = [cut for cut in cuts if any(index == cut for index, _ in part.shown)]
        for position, piece in enumerate(_parted(part, starts, geometry)):
            begins = piece.shown and piece.shown[0][0] in cuts
            if not found or begins or position:
                found.append([])
            found[-1].append(piece)
    pieces = [piece for parts in found for piece in _piece(parts)]
    pieces.sort(key=lambda piece: piece.box[0])
    yield from _with_labels(pieces)


def _least_gap(cuts: set[int]) -> float:
    return COLUMN_GAP if cuts else LONE_COLUMN_GAP


def _cuts(
    line: Sequence[Placed], columns: Sequence[float] = (), least: float = COLUMN_GAP
) -> set[int]:
    """The runs of a line that begin a cell: they stand far from all that was drawn before.

    Where other lines have a cell, less will do.
    """
    cuts: set[int] = set()
    if not line or line[0].turned:
        return cuts
    before: tuple[float, float] | None = None
    for part in line:
        for index, (left, _, right, _) in part.shown:
            if before is not None:
                apart = max(left - before[1], before[0] - right) / (part.size or 1.0)
                in_column = apart > least and _is_near(left, columns)
                if apart > CELL_GAP or in_column:
                    cuts.add(index)
                    before = None
            before = (
                (left, right) if before is None else (min(before[0], left), max(before[1], right))
            )
    return cuts


def _columns(lines: Sequence[Sequence[Placed]], cuts: Sequence[set[int]]) -> list[float]:
    """Where cells of several lines begin."""
    lefts = sorted(
        box[0]
        for line, own in zip(lines, cuts, strict=True)
        if own
        for part in line
        for index, box in part.shown
        if index in own
    )
    return [one for one, other in pairwise(lefts) if other - one <= SAME_POINT]


def _is_near(left: float, columns: Sequence[float]) -> bool:
    at = bisect_left(columns, left - SAME_POINT)
    return at < len(columns) and columns[at] <= left + SAME_POINT


def _parted(part: Placed, starts: Sequence[int], geometry: PageGeometry) -> list[Placed]:
    """A fragment, parted before some of its runs if the letters of the runs tell where."""
    inner = [index for index in starts if index != part.shown[0][0]]
    if not inner:
        return [part]
    counts = {index: _count(geometry.text(index)) for index, _ in part.shown}
    text = part.fragment.text
    if sum(counts.values()) != _count(text):
        return [part]
    pieces: list[Placed] = []
    shown = list(part.shown)
    bounds = [0, *(k for k, (index, _) in enumerate(shown) if index in inner), len(shown)]
    at = 0
    for start, end in pairwise(bounds):
        letters = sum(counts[index] for index, _ in shown[start:end])
        stop = len(text) if end == len(shown) else _after(text, at, letters)
        fragment = replace(part.fragment, text=text[at:stop])
        left = shown[start][1][0]
        pieces.append(replace(part, fragment=fragment, left=left, shown=tuple(shown[start:end])))
        at = stop
    return pieces


def _count(text: str) -> int:
    return sum(not character.isspace() for character in clean_text(text))


def _after(text: str, at: int, letters: int) -> int:
    while letters > 0 and at < len(text):
        letters -= _count(text[at])
        at += 1
    return at


def _piece(parts: Sequence[Placed]) -> Iterator[Piece]:
    printed = [part for part in parts if part.fragment.text.strip()]
    if not printed:
        return
    text = " ".join(clean_text("".join(part.fragment.text for part in parts)).split())
    if not text:
        return
    longest = max(printed, key=lambda part: len(part.fragment.text))
    size = longest.size or 1.0
    first = printed[0]
    letters = sum(len(part.fragment.text) for part in printed)
    bold = sum(len(part.fragment.text) for part in printed if part.fragment.bold) * 2 > letters
    box = _box(printed, first, size, len(text))
    yield Piece(text, box, first.baseline, round(size, 2), bold, first.turned)


def _box(printed: Sequence[Placed], first: Placed, size: float, length: int) -> Box:
    boxes = [box for part in printed for _, box in part.shown]
    if not boxes:
        wide = USUAL_WIDTH * size * length
        boxes = [(first.left, first.baseline, first.left + wide, first.baseline)]
        if first.turned:
            boxes = [(first.left, first.baseline, first.left, first.baseline)]
    left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
    top, bottom = min(box[1] for box in boxes), max(box[3] for box in boxes)
    if first.turned:
        return left, top, right, bottom
    base = first.baseline
    lowest = max(part.baseline for part in printed)
    highest = min(part.baseline for part in printed)
    top = min(base - CAPITALS * size, max(top, highest - HIGHEST * size))
    bottom = max(base + DESCENDERS * size, min(bottom, lowest + LOWEST * size))
    return left, top, right, bottom


def _with_labels(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Numbers of points and paragraphs stay with the text they number, however far from it.

    The bare number of a row is a cell of its own.
    """
    label, *others = pieces
    in_table = _ROW_NUMBER.fullmatch(label.text) and not (others and LEADER.search(others[0].text))
    if not others or in_table or not _LABEL.fullmatch(label.text):
        yield from pieces
        return
    first, *rest = others
    yield Piece(
        f"{label.text} {first.text}",
        union(label.box, first.box),
        label.baseline,
        first.size,
        first.bold,
        first.turned,
    )
    yield from rest


def union(one: Box, other: Box) -> Box:
    """The rectangle around two."""
    return (
        min(one[0], other[0]),
        min(one[1], other[1]),
        max(one[2], other[2]),
        max(one[3], other[3]),
    )
