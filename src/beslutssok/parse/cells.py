"""Rows of a table as cells: a line of text for each, in its own part of the row's rectangle."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from beslutssok.domain import Line

CELL_BREAK = "\t"


def cells_of(line: Line) -> tuple[Line, ...]:
    """The cells of a row, each a line; a line that is no row stands alone.

    The rectangles of the cells lie side by side and fill that of the row.
    """
    texts = line.text.split(CELL_BREAK)
    if len(texts) == 1:
        return (line,)
    edges = _edges(line, texts)
    return tuple(
        replace(line, text=text, place=replace(line.place, left=left, right=right), cell_lefts=())
        for text, (left, right) in zip(texts, pairwise(edges), strict=True)
    )


def split_line(line: Line, at: int) -> tuple[Line, Line]:
    """A line as two: the first ``at`` characters, and the rest, side by side."""
    place = line.place
    middle = round(place.left + (place.right - place.left) * at / max(1, len(line.text)), 1)
    middle = min(max(middle, place.left), place.right)
    first = replace(
        line, text=line.text[:at].rstrip(), place=replace(place, right=middle), cell_lefts=()
    )
    rest = replace(
        line, text=line.text[at:].lstrip(), place=replace(place, left=middle), cell_lefts=()
    )
    return first, rest


def _edges(line: Line, texts: Sequence[str]) -> list[float]:
    """The left edges of the cells and the right edge of the last, in points."""
    left, right = line.place.left, line.place.right
    if len(line.cell_lefts) == len(texts):
        inner = [min(max(edge, left), right) for edge in line.cell_lefts[1:]]
        return [left, *inner, right]
    total = sum(map(len, texts)) or 1
    edges = [left]
    for text in texts:
        edges.append(round(edges[-1] + (right - left) * len(text) / total, 1))
    edges[-1] = right
    return edges
