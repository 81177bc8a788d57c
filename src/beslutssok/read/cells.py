"""Where the lines of pypdf leap over empty space, and so are cells beside each other."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from beslutssok.read.characters import clean_text
from beslutssok.read.placing import SAME_POINT, Placed
from beslutssok.read.runs import PageGeometry

# A space between cells is wider than this, in sizes of the type.
CELL_GAP = 1.5
COLUMN_GAP = 0.6
# In a line that has no other cell, wider than any space between words.
LONE_COLUMN_GAP = 1.0


def find_cuts(
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


def least_gap(cuts: set[int]) -> float:
    """How wide a space parts cells of a line that is parted so, in sizes of the type."""
    return COLUMN_GAP if cuts else LONE_COLUMN_GAP


def find_columns(lines: Sequence[Sequence[Placed]], cuts: Sequence[set[int]]) -> list[float]:
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


def parted(part: Placed, starts: Sequence[int], geometry: PageGeometry) -> list[Placed]:
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
