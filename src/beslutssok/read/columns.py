"""Columns: running text is read down one column after the other, tables row by row.

The order of drawing is kept wherever it can be right. It is left in two cases that geometry tells
safely: running text in columns that is drawn across them, or from the right; and a table that is
drawn down its columns. What tells the two apart is that lines of running text go on in the middle
of a sentence, with a small letter, and cells do not.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from beslutssok.read.pieces import Piece

SAME_LEFT = 2.0
SAME_BASELINE = 0.25
# The empty space between two columns of text is about a line high.
GUTTER = 0.6
LEAST_LINES = 5
# How much of a column the lines of running text fill, and how many begin within a sentence.
FILLED = 0.6
LEAST_LETTERS = 15
RUNNING = 0.25
# Drawn across: one side is left for the other at least so often, in shares of the lines.
CROSSINGS = 0.5
LEAST_ROWS = 3
TABLE_COLUMNS = 3
LONGEST_CELL = 40
LONGEST_MARK = 4
LEAST_MARKS = 2
# Cells of a column are set flush left or right, or in the middle.
ALIGNED = 4.0
MOST_COLUMNS = 4


def in_reading_order(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of a page, in the order of drawing where that may be the order of reading."""
    return _rows_of_tables(_down_columns(list(pieces), MOST_COLUMNS))


def is_running(pieces: Sequence[Piece]) -> bool:
    """Whether lines are running text: some go on where the one before broke off."""
    within = sum(piece.text[:1].islower() for piece in pieces)
    return within >= RUNNING * len(pieces)


def _down_columns(pieces: list[Piece], depth: int) -> list[Piece]:
    if depth == 0 or len(pieces) < 2 * LEAST_LINES:
        return pieces
    for edge in _edges(pieces):
        bands = _bands(pieces, edge)
        for band in bands:
            left = [at for at in band if pieces[at].box[0] < edge - SAME_LEFT]
            right = [at for at in band if pieces[at].box[0] >= edge - SAME_LEFT]
            if not _are_columns([pieces[at] for at in left], [pieces[at] for at in right], edge):
                continue
            if not _drawn_otherwise(band, set(left)):
                continue
            ordered = [
                *_down_columns([pieces[at] for at in left], depth - 1),
                *_down_columns([pieces[at] for at in right], depth - 1),
            ]
            before = [piece for at, piece in enumerate(pieces) if at < band[0]]
            inside = set(band)
            after = [piece for at, piece in enumerate(pieces) if at > band[0] and at not in inside]
            return [*_down_columns(before, depth), *ordered, *_down_columns(after, depth)]
    return pieces


def _edges(pieces: Sequence[Piece]) -> list[float]:
    """Where a second column may begin: many lines do, and not at the left of the page."""
    first = min(piece.box[0] for piece in pieces)
    last = max(piece.box[2] for piece in pieces)
    lefts = sorted(piece.box[0] for piece in pieces)
    edges: list[float] = []
    start = 0
    for at in range(1, len(lefts) + 1):
        if at == len(lefts) or lefts[at] - lefts[start] > SAME_LEFT:
            share = (lefts[start] - first) / (last - first or 1.0)
            if at - start >= LEAST_LINES and 0.15 < share < 0.85:
                edges.append(lefts[start])
            start = at
    return edges


def _bands(pieces: Sequence[Piece], edge: float) -> list[list[int]]:
    """The pieces beside the gutter, parted where one stands across it; indexes as drawn."""
    across = sorted(
        piece.baseline
        for piece in pieces
        if piece.box[0] < edge - SAME_LEFT and piece.box[2] > edge - GUTTER * piece.size
    )
    bands: dict[int, list[int]] = {}
    for at, piece in enumerate(pieces):
        if piece.box[0] < edge - SAME_LEFT and piece.box[2] > edge - GUTTER * piece.size:
            continue
        above = sum(line < piece.baseline for line in across)
        bands.setdefault(above, []).append(at)
    return [bands[above] for above in sorted(bands)]


def _are_columns(left: Sequence[Piece], right: Sequence[Piece], edge: float) -> bool:
    if len(left) < LEAST_LINES or len(right) < LEAST_LINES:
        return False
    side_by_side = min(p.baseline for p in left) < max(p.baseline for p in right) and min(
        p.baseline for p in right
    ) < max(p.baseline for p in left)
    if not side_by_side:
        return False
    return all(is_running(side) and _fills(side) for side in (left, right))


def _fills(side: Sequence[Piece]) -> bool:
    starts = sorted(piece.box[0] for piece in side)
    widths = [piece.box[2] - piece.box[0] for piece in side]
    wide = max(widths)
    one_column = median(starts) - starts[0] < wide
    return (
        median(widths) >= FILLED * wide
        and median(len(piece.text) for piece in side) >= LEAST_LETTERS
        and one_column
    )


def _drawn_otherwise(band: Sequence[int], left: set[int]) -> bool:
    """Whether two columns are drawn across, or the right one first."""
    sides = [at in left for at in band]
    switches = sum(one != other for one, other in zip(sides, sides[1:], strict=False))
    lines = min(sum(sides), len(sides) - sum(sides))
    return switches >= CROSSINGS * lines or (switches == 1 and not sides[0])


@dataclass(slots=True)
class _Table:
    """Columns drawn one after the other, whose cells stand on the baselines of the first."""

    columns: list[list[Piece]] = field(default_factory=list)

    def takes(self, column: Sequence[Piece]) -> bool:
        """Whether each cell of a column stands in a row of the table, beside what is there."""
        first = self.columns[0]
        return len(first) >= LEAST_ROWS and all(self._takes_cell(cell) for cell in column)

    def _takes_cell(self, cell: Piece) -> bool:
        near = SAME_BASELINE * cell.size
        in_row = any(abs(one.baseline - cell.baseline) <= near for one in self.columns[0])
        return in_row and not any(
            abs(one.baseline - cell.baseline) <= near and _overlap(one, cell)
            for column in self.columns
            for one in column
        )

    def is_safe(self) -> bool:
        """Whether it can be nothing but a table: three columns, or marks beside each other."""
        others = [piece for column in self.columns[1:] for piece in column]
        if not others or any(len(piece.text) > LONGEST_CELL for piece in others):
            return False
        marks = [piece.text for column in self.columns[1:] for piece in column[1:]]
        if len(marks) >= LEAST_MARKS and all(map(_is_mark, marks)):
            return True
        first = min(piece.baseline for piece in others)
        last = max(piece.baseline for piece in others)
        labels = [
            piece
            for piece in self.columns[0]
            if first - piece.size < piece.baseline < last + piece.size
        ]
        whole = [column for column in (labels, *self.columns[1:]) if len(column) >= LEAST_ROWS]
        return len(whole) >= TABLE_COLUMNS and not any(is_running(column) for column in whole)

    def rows(self) -> list[Piece]:
        """The cells row by row, in the order of the first column."""
        left = [piece for column in self.columns[1:] for piece in column]
        ordered: list[Piece] = []
        for head in self.columns[0]:
            near = SAME_BASELINE * head.size
            row = [piece for piece in left if abs(piece.baseline - head.baseline) <= near]
            left = [piece for piece in left if piece not in row]
            ordered += sorted([head, *row], key=lambda piece: piece.box[0])
        return ordered + left


def _rows_of_tables(pieces: list[Piece]) -> list[Piece]:
    ordered: list[Piece] = []
    table = _Table()
    for column in _drawn_columns(pieces):
        if table.columns and table.takes(column):
            table.columns.append(column)
            continue
        ordered += _settled(table)
        table = _Table([column])
    return ordered + _settled(table)


def _settled(table: _Table) -> list[Piece]:
    if len(table.columns) > 1 and table.is_safe():
        return table.rows()
    return [piece for column in table.columns for piece in column]


def _drawn_columns(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """What is drawn downwards without a step aside."""
    columns: list[list[Piece]] = []
    for piece in pieces:
        last = columns[-1][-1] if columns else None
        below = last is not None and piece.baseline > last.baseline + SAME_BASELINE * piece.size
        if last is not None and below and _aligned(last, piece):
            columns[-1].append(piece)
        else:
            columns.append([piece])
    return columns


def _aligned(one: Piece, other: Piece) -> bool:
    left, right = other.box[0] - one.box[0], other.box[2] - one.box[2]
    return _overlap(one, other) and min(abs(left), abs(right), abs(left + right) / 2) <= ALIGNED


def _is_mark(text: str) -> bool:
    return len(text) <= LONGEST_MARK and " " not in text


def _overlap(one: Piece, other: Piece) -> bool:
    return one.box[0] < other.box[2] and other.box[0] < one.box[2]
