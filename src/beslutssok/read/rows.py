"""Rows: pieces on one baseline that are drawn one after the other become one line with tabs."""

from collections.abc import Iterable

from beslutssok.read.pieces import LEADER, Piece, union

# A tab in the text of a line parts its cells.
CELL_BREAK = "\t"
SAME_BASELINE = 0.25
# Pieces that nearly touch are one text, whatever the file drew between them.
TOUCHING = 0.08
WORD_GAP = 0.35
# Bold type is also made by drawing a text twice, the second time a hair aside.
DOUBLED = 0.2


def merge_rows(pieces: Iterable[Piece]) -> list[Piece]:
    """Join pieces that stand on one baseline, beside each other and next in the drawing."""
    rows: list[list[Piece]] = []
    for piece in pieces:
        if rows and _continues(rows[-1], piece):
            _insert(rows[-1], piece)
        else:
            rows.append([piece])
    return [join_row(row) for row in rows]


def _continues(row: list[Piece], piece: Piece) -> bool:
    if abs(row[-1].em_bottom - piece.em_bottom) > SAME_BASELINE * piece.size:
        return False
    return all(
        is_double(other, piece)
        or piece.box[0] >= other.box[2] - DOUBLED * piece.size
        or piece.box[2] <= other.box[0] + DOUBLED * piece.size
        for other in row
    )


def is_double(one: Piece, other: Piece) -> bool:
    """Whether a text is drawn twice at one place, to look bold or to throw a shadow."""
    near = DOUBLED * other.size
    return (
        one.text == other.text
        and abs(one.box[0] - other.box[0]) <= near
        and abs(one.baseline - other.baseline) <= near
    )


def _insert(row: list[Piece], piece: Piece) -> None:
    if any(is_double(other, piece) for other in row):
        return
    at = len(row)
    while at and piece.box[0] < row[at - 1].box[0]:
        at -= 1
    row.insert(at, piece)


def join_row(row: list[Piece]) -> Piece:
    """One piece of several on one baseline, from left to right: touching ones are one cell."""
    text = row[0].text
    box = row[0].box
    lefts = [row[0].box[0]]
    for piece in row[1:]:
        apart = (piece.box[0] - box[2]) / piece.size
        if apart > WORD_GAP or LEADER.search(text) or LEADER.search(piece.text):
            text += CELL_BREAK + piece.text
            lefts.append(piece.box[0])
        else:
            text += ("" if apart <= TOUCHING else " ") + piece.text
        box = union(box, piece.box)
    size = max(piece.size for piece in row)
    cells = tuple(lefts) if len(lefts) > 1 else ()
    return Piece(text, box, row[0].baseline, size, row[0].bold, row[0].turned, cells)
