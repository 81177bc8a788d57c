"""Lines of a page from the text operations that draw it."""

from collections.abc import Iterable
from itertools import accumulate, pairwise

from pypdf import PageObject

from beslutssok.domain import Line, Place
from beslutssok.read.columns import in_reading_order
from beslutssok.read.fragments import read_fragments
from beslutssok.read.frame import Frame
from beslutssok.read.pieces import Piece, read_pieces
from beslutssok.read.rows import CELL_BREAK, merge_rows
from beslutssok.read.runs import PageGeometry

FIRST_ON_PAGE = 99.0

__all__ = ["CELL_BREAK", "FIRST_ON_PAGE", "read_lines"]


def read_lines(
    page: PageObject, number: int, frame: Frame, geometry: PageGeometry
) -> tuple[Line, ...]:
    """Read the lines of a page in the order in which the file draws them.

    Cells of one row become one line, parted by tabs. The text of the lines is what pypdf
    extracts, cleaned of odd characters; their places are PDFium's.
    """
    fragments, shows = read_fragments(page)
    pieces, shown = read_pieces(fragments, shows, geometry, frame)
    return lines_of(pieces, number, shown)


def lines_of(pieces: Iterable[Piece], number: int, shown: Frame) -> tuple[Line, ...]:
    """Lines of pieces in the order of drawing; ``shown`` leads to the page as it is shown."""
    pieces = list(pieces)
    upright = [piece for piece in pieces if not piece.turned]
    turned = [piece for piece in pieces if piece.turned]
    rows = [*_blocks_in_place(merge_rows(in_reading_order(upright))), *turned]
    gaps = _gaps(rows)
    return tuple(_line(piece, number, shown, gap) for piece, gap in zip(rows, gaps, strict=True))


def _line(piece: Piece, number: int, shown: Frame, gap: float) -> Line:
    left, top, right, bottom = (round(value, 1) for value in shown.box(*piece.box))
    return Line(
        piece.text,
        Place(number, left, top, right, bottom),
        piece.size,
        piece.bold,
        gap,
        tuple(round(cell, 1) for cell in piece.cells),
    )


def _blocks_in_place(rows: list[Piece]) -> list[Piece]:
    """Put a head that is drawn after all else first, and a foot that is drawn first last.

    Where all that is drawn later stands wholly above what is drawn before, the page is cut, and
    the blocks are read from the top. Nothing else is sorted.
    """
    highest = list(accumulate((row.em_top for row in rows), min))
    lowest = list(accumulate((row.em_bottom for row in reversed(rows)), max))[::-1]
    cuts = [at for at in range(1, len(rows)) if highest[at - 1] >= lowest[at]]
    blocks = pairwise([0, *cuts, len(rows)])
    return [row for start, end in reversed(list(blocks)) for row in rows[start:end]]


def _gaps(rows: Iterable[Piece]) -> Iterable[float]:
    before: Piece | None = None
    for row in rows:
        if before is None or row.turned or before.turned:
            yield FIRST_ON_PAGE
        else:
            yield round((row.em_top - before.em_bottom) / row.size, 2)
        before = row
