"""Pieces of lines with their rectangles: pypdf's text laid over PDFium's geometry."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from beslutssok.read.cells import find_columns, find_cuts, least_gap, parted
from beslutssok.read.characters import clean_text
from beslutssok.read.fragments import Fragment, Show
from beslutssok.read.frame import Box, Frame, inverse, reading_frame
from beslutssok.read.placing import Placed, place_fragments
from beslutssok.read.runs import PageGeometry

# Type sets its baseline about four fifths down the em square.
ASCENT = 0.8
# Capitals and descenders of usual type, in shares of its size: a line is at least that high.
CAPITALS = 0.72
DESCENDERS = 0.21
# No letter is higher or lower: what is, is a font with a wrong box.
HIGHEST = 1.15
LOWEST = 0.4
USUAL_WIDTH = 0.5

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


def read_pieces(
    fragments: Sequence[Fragment], shows: Sequence[Show], geometry: PageGeometry, page: Frame
) -> tuple[list[Piece], Frame]:
    """The pieces of lines in the order of drawing, and the frame of the upright page."""
    placed, upright = place_fragments(fragments, shows, geometry.runs, page)
    lines = list(_lines(placed))
    cuts = [find_cuts(line) for line in lines]
    columns = find_columns(lines, cuts)
    pieces = [
        piece
        for line, own in zip(lines, cuts, strict=True)
        for piece in _split(line, find_cuts(line, columns, least_gap(own)), geometry)
    ]
    return pieces, inverse(reading_frame(page.width, page.height, upright), page.width, page.height)


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
        for position, piece in enumerate(parted(part, starts, geometry)):
            begins = piece.shown and piece.shown[0][0] in cuts
            if not found or begins or position:
                found.append([])
            found[-1].append(piece)
    pieces = [piece for parts in found for piece in _piece(parts)]
    pieces.sort(key=lambda piece: piece.box[0])
    yield from _with_labels(pieces)


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
