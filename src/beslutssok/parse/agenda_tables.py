"""Agendas that are tables: each row, over as many lines as it takes, is an item."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from beslutssok.domain import Item, Line, Outcome, Paragraph, Place, Section, SectionKind
from beslutssok.parse.agenda_cells import is_told_by_cells, read_cells
from beslutssok.parse.case_numbers import find_case_numbers, split_case_number
from beslutssok.parse.cells import cells_of
from beslutssok.parse.groups import is_group_heading
from beslutssok.parse.joining import join_lines
from beslutssok.parse.paragraphs import build_paragraphs
from beslutssok.parse.table_columns import (
    TOLERANCE,
    Column,
    Columns,
    case_number_in,
    number_in,
    read_columns,
)
from beslutssok.parse.typography import UNKNOWN_GAP

MIN_ROWS = 2
# Lines of one row stand closer than this, in multiples of their size.
ROW_GAP = 0.5
_IN_HEADING = (Column.NUMBER, Column.TITLE, Column.CASE)


@dataclass(slots=True)
class _Row:
    number: str = ""
    columns: Columns | None = None
    cells: dict[int, list[Line]] = field(default_factory=dict)

    def of(self, kind: Column) -> list[Line]:
        kinds = self.columns.kinds if self.columns else ()
        return [cell for at in sorted(self.cells) if kinds[at] is kind for cell in self.cells[at]]


@dataclass(frozen=True, slots=True)
class AgendaTable:
    """The items of a table, the lines it stands in, and those of them that are no item's."""

    items: tuple[Item, ...]
    first: int
    last: int
    between: tuple[Line, ...]


def find_agenda_table(
    lines: Sequence[Line], vocabulary: frozenset[str], repeated: Sequence[Line] = ()
) -> AgendaTable | None:
    """Find the table whose rows are an agenda's items, from its head to its last row.

    ``repeated`` are the running heads: that of a table may be among them, since it stands on
    each page.
    """
    columns: Columns | None = None
    first = next((at for at, line in enumerate(lines) if read_columns(line)), None)
    if first is None:
        columns = next(filter(None, map(read_columns, repeated)), None)
        first = next((at for at, line in enumerate(lines) if _opens_row(line, columns)), None)
    if first is None:
        return None
    columns = read_columns(lines[first]) or columns
    if columns is not None and is_told_by_cells(lines[first:], columns):
        rows, between, at = _rows_of_cells(lines, first, columns)
    else:
        rows, between, at = _rows_of_blocks(lines, first, columns)
    between += [
        cell
        for row in rows
        if not row.of(Column.TITLE)
        for own in row.cells.values()
        for cell in own
    ]
    between.sort(key=lambda line: _reading_order(line.place))
    rows = [row for row in rows if row.of(Column.TITLE)]
    if len(rows) < MIN_ROWS:
        return None
    numbered = _numbered(rows)
    items = tuple(_item(row, number, vocabulary) for row, number in numbered)
    return AgendaTable(items, first, at, tuple(between))


def _rows_of_cells(
    lines: Sequence[Line], first: int, columns: Columns
) -> tuple[list[_Row], list[Line], int]:
    """The rows of a table that is told cell by cell, what is no row's, and where it ends."""
    rows: list[_Row] = []
    between: list[Line] = []
    at = first
    for index, number, own, cells in read_cells(lines, first, columns):
        at = index + 1
        if number:
            rows.append(_Row(number, own))
        if not rows or not cells:
            between.append(lines[index])
            continue
        for column, cell in cells:
            rows[-1].cells.setdefault(column, []).append(cell)
    return rows, between, at


def _rows_of_blocks(
    lines: Sequence[Line], first: int, columns: Columns | None
) -> tuple[list[_Row], list[Line], int]:
    """The rows of a table whose lines are its rows, what is no row's, and where it ends."""
    rows: list[_Row] = []
    between: list[Line] = []
    at = first
    for start, block in _blocks(lines, first):
        at = start
        end = start + len(block)
        head = read_columns(block[0])
        if head is not None:
            columns = head
            between.append(block[0])
            block = block[1:]
        if columns is None or not block:
            continue
        if is_group_heading(block[0].text) and "\t" not in block[0].text:
            between.append(block[0])
            block = block[1:]
        if block and _ends_table(block, columns, rows):
            at = end - len(block)
            break
        if block:
            _add(rows, block, columns, between)
    else:
        at = len(lines)
    return rows, between, at


def _opens_row(line: Line, columns: Columns | None) -> bool:
    return (
        columns is not None
        and "\t" in line.text
        and bool(_number_at(_placed(line, columns), columns))
    )


def _blocks(lines: Sequence[Line], first: int) -> Iterator[tuple[int, list[Line]]]:
    """Lines that stand close together, with the index of the first of them."""
    start = first
    for at in range(first + 1, len(lines) + 1):
        apart = at == len(lines) or lines[at].gap > ROW_GAP
        heads = at < len(lines) and (
            read_columns(lines[at]) is not None or read_columns(lines[at - 1]) is not None
        )
        if apart or heads or is_group_heading(lines[at].text):
            yield start, list(lines[start:at])
            start = at


def _ends_table(block: Sequence[Line], columns: Columns, rows: Sequence[_Row]) -> bool:
    """Whether text without cells, at the left edge of the table, begins after a blank line."""
    if not rows or any("\t" in line.text for line in block):
        return False
    if columns.lefts and Column.NUMBER in columns.kinds:
        number = columns.lefts[columns.kinds.index(Column.NUMBER)]
        left = block[0].place.left
        return left <= number + TOLERANCE and number_in(block[0].text) is None
    return number_in(block[0].text) is None and not columns.lefts


def _add(rows: list[_Row], block: Sequence[Line], columns: Columns, between: list[Line]) -> None:
    """Add the lines of a block to the row they go on, or to rows of their own."""
    placed = [_placed(line, columns) for line in block]
    numbers = [_number_at(cells, columns) for cells in placed]
    found = [number for number in numbers if number]
    if Column.NUMBER in columns.kinds:
        begins_with_number = bool(numbers[0])
        goes_on = bool(rows) and (block[0].gap > UNKNOWN_GAP or _head_is_above(block[0], between))
        if len(found) == 1 and not begins_with_number and not goes_on:
            rows.append(_Row(found[0], columns))  # the number stands in the middle of its row
            begin_at: set[int] = set()
        else:
            begin_at = {at for at, number in enumerate(numbers) if number}
    else:
        begin_at = {0} if _has_title(placed[0], columns) and not _goes_on(block[0], rows) else set()
    for at, cells in enumerate(placed):
        if at in begin_at:
            rows.append(_Row(numbers[at], columns))
        if not rows:
            between.append(block[at])
            continue
        for column, cell in cells:
            rows[-1].cells.setdefault(column, []).append(cell)


def _head_is_above(line: Line, between: Sequence[Line]) -> bool:
    """Whether the line before is the head of the table, printed again on another page."""
    return bool(between) and between[-1].page == line.page and read_columns(between[-1]) is not None


def _placed(line: Line, columns: Columns) -> list[tuple[int, Line]]:
    cells = cells_of(line)
    return [(columns.place_of(cell, at, len(cells)), cell) for at, cell in enumerate(cells)]


def _number_at(cells: Sequence[tuple[int, Line]], columns: Columns) -> str:
    for column, cell in cells:
        if columns.kinds[column] is Column.NUMBER:
            return number_in(cell.text) or ""
    return ""


def _has_title(cells: Sequence[tuple[int, Line]], columns: Columns) -> bool:
    return any(columns.kinds[column] is Column.TITLE for column, _ in cells)


def _goes_on(line: Line, rows: Sequence[_Row]) -> bool:
    """Whether a row goes on at the top of a page."""
    return bool(rows) and line.text[:1].islower()


def _numbered(rows: Sequence[_Row]) -> list[tuple[_Row, str]]:
    """Rows with their numbers; where a table has none, with their place in it."""
    if all(row.number for row in rows) and len({row.number for row in rows}) == len(rows):
        return [(row, row.number) for row in rows]
    return [(row, str(place)) for place, row in enumerate(rows, start=1)]


def _item(row: _Row, number: str, vocabulary: frozenset[str]) -> Item:
    title = " ".join(join_lines([cell.text for cell in row.of(Column.TITLE)], vocabulary).split())
    case_number = case_number_in([cell.text for cell in row.of(Column.CASE)])
    if case_number is None:
        title, case_number = split_case_number(title)
    sections = tuple(_sections(row, vocabulary))
    heading_places = tuple(cell.place for kind in _IN_HEADING for cell in row.of(kind))
    pages = [place.page for place in heading_places]
    pages += [place.page for section in sections for p in section.paragraphs for place in p.places]
    proposed = any(section.kind is SectionKind.PROPOSAL for section in sections)
    return Item(
        number=number,
        title=title,
        sections=sections,
        pages=(min(pages), max(pages)),
        case_number=case_number,
        outcome=Outcome.PROPOSED if proposed else Outcome.UNKNOWN,
        references=_references(sections, case_number),
        heading_places=tuple(sorted(heading_places, key=_reading_order)),
    )


def _reading_order(place: Place) -> tuple[int, float, float]:
    return place.page, place.top, place.left


def _sections(row: _Row, vocabulary: frozenset[str]) -> Iterator[Section]:
    """The cells beside the title, each column a section under the column's head."""
    if row.columns is None:
        return
    for at in sorted(row.cells):
        kind = row.columns.kinds[at]
        if kind in _IN_HEADING:
            continue
        section_kind = SectionKind.PROPOSAL if kind is Column.PROPOSAL else SectionKind.OTHER
        paragraphs: tuple[Paragraph, ...] = build_paragraphs(
            row.cells[at], section_kind, vocabulary
        )
        yield Section(section_kind, row.columns.heads[at], paragraphs)


def _references(sections: Sequence[Section], own: str | None) -> tuple[str, ...]:
    texts = [paragraph.text for section in sections for paragraph in section.paragraphs]
    found = dict.fromkeys(number for text in texts for number, _, _ in find_case_numbers(text))
    found.pop(own or "", None)
    return tuple(found)
