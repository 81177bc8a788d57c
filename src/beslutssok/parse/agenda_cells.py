"""Tables whose cells are told one after the other, each with all its lines, and not by rows.

Word and browsers write a row's first cell to its end before its second begins. Then a line may
stand higher than the one before it, and a row begins where a number stands in its column.
"""

import re
from collections.abc import Iterator, Sequence

from beslutssok.domain import Line
from beslutssok.parse.cells import cells_of, split_line
from beslutssok.parse.table_columns import TOLERANCE, Column, Columns, read_columns
from beslutssok.parse.typography import BLANK_LINE

# A line this much higher than the end of the one before, in multiples of its size.
HIGHER = -1.0

_NUMBER_AND_TEXT = re.compile(r"(?P<number>\d{1,3}(?:\s?[a-h](?!\w))?)[.)]?(?:\s+(?=\S)|$)")


def is_told_by_cells(lines: Sequence[Line], columns: Columns) -> bool:
    """Whether cells of a table follow each other downwards before the next ones begin."""
    return (
        bool(columns.lefts)
        and Column.NUMBER in columns.kinds
        and any(line.gap < HIGHER for line in lines)
    )


def read_cells(
    lines: Sequence[Line], first: int, columns: Columns
) -> Iterator[tuple[int, str, Columns, tuple[tuple[int, Line], ...]]]:
    """The lines of a table as cells, until it ends.

    Yields:
        The line's index; the number if a row begins there, else an empty text; the columns; and
        the cells with their columns, none for the head of the table.
    """
    expected = 1
    begun = False
    for index in range(first, len(lines)):
        line = lines[index]
        head = read_columns(line)
        if head is not None and head.lefts:
            columns = head
            yield index, "", columns, ()
            continue
        number, cells = _cells_with_number(line, columns)
        begins = bool(number) and (not begun or 0 < int(re.sub(r"\D", "", number)) - expected <= 2)
        if begins:
            expected, begun = int(re.sub(r"\D", "", number)), True
        elif _stands_outside(line, columns, begun):
            return
        yield index, number if begins else "", columns, cells


def _cells_with_number(line: Line, columns: Columns) -> tuple[str, tuple[tuple[int, Line], ...]]:
    """The number in the number's column, and all cells; a number that text follows is parted."""
    cells = list(cells_of(line))
    at = columns.kinds.index(Column.NUMBER)
    match = _NUMBER_AND_TEXT.match(cells[0].text.strip())
    number = ""
    if match is not None and columns.place_of(cells[0], 0, len(cells)) == at:
        number = " ".join(match["number"].split())
        if match.end() < len(cells[0].text.strip()):
            own, rest = split_line(cells[0], match.end())
            cells[:1] = [own, rest]
    placed = [(columns.place_of(cell, i, len(cells)), cell) for i, cell in enumerate(cells)]
    if number and len(cells) > 1 and placed[1][0] == at:
        placed[1] = (min(at + 1, len(columns.kinds) - 1), cells[1])
    return number, tuple(placed)


def _stands_outside(line: Line, columns: Columns, begun: bool) -> bool:
    """Whether text without cells begins at the table's left edge, apart from what is above."""
    number = columns.lefts[columns.kinds.index(Column.NUMBER)]
    at_edge = line.place.left <= number + TOLERANCE and "\t" not in line.text
    return begun and at_edge and (line.gap > BLANK_LINE or line.place.left < number - 1)
