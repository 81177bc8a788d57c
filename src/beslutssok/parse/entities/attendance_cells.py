"""A list of those present whose cells come one by one: seat, names, party, when they came and left.

Tables are often drawn so, row after row, and nothing but the order of the cells tells the columns:
a party ends the names of a row, and the second name of a row is whose who served for the first.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from beslutssok.domain import AttendanceRole, Attendee, Line, Person, Place, Quotation
from beslutssok.parse.cells import cells_of
from beslutssok.parse.entities.people import WORD
from beslutssok.parse.typography import BLANK_LINE

# The heads of the columns stand within so many cells.
HEAD_CELLS = 10
# A member and the substitute who serves instead.
IN_ROW = 2
# So many cells in a row that are none of the list's end it.
MOST_OTHER = 3
_NAME_HEAD = re.compile(r"ledam[oö]t(?:er)?|namn", re.IGNORECASE)
_PARTY_HEAD = re.compile(r"parti", re.IGNORECASE)
_TIME_HEAD = re.compile(
    r"ankom(?:mer|st)?|in|närvarande fr\.?\s?o\.?\s?m\.?|från|tid", re.IGNORECASE
)
_NAME = re.compile(
    rf"{WORD}(?:[ -](?:af |von |van |de )?{WORD}){{0,3}}, {WORD}(?:[ -]{WORD}){{0,3}}"
)
_PARTY = re.compile(r"[A-ZÅÄÖ]{1,4}|-")
_FIGURE = re.compile(r"\d{1,3}|\d{1,2}[.:]\d{2}")


@dataclass(frozen=True, slots=True)
class _Cell:
    text: str
    lines: tuple[Line, ...]

    @property
    def source(self) -> Quotation:
        return Quotation(self.text, tuple(line.place for line in self.lines))


@dataclass(frozen=True, slots=True)
class CellList:
    """Those present whose party follows their name at once, each row's last.

    ``unread`` are the names of others, whose party cannot be told because the cells come in
    another order; ``places`` are those of all lines of the lists.
    """

    attendees: tuple[Attendee, ...] = ()
    unread: tuple[str, ...] = ()
    places: frozenset[Place] = frozenset()


def find_in_cells(lines: Sequence[Line]) -> CellList:
    """Find those present in lists whose cells are lines of their own."""
    places: set[Place] = set()
    found = list(_found(list(_cells(lines)), places))
    read = {_named(name) for names, party in found for name in names if party}
    attendees = tuple(
        Attendee(
            Person(_named(names[-1]), party),
            AttendanceRole.SERVING_SUBSTITUTE if len(names) > 1 else AttendanceRole.MEMBER,
            names[-1].source,
        )
        for names, party in found
        if party
    )
    unread = (_named(name) for names, party in found for name in names if not party)
    others = tuple(dict.fromkeys(name for name in unread if name not in read))
    return CellList(attendees, others, frozenset(places) if attendees else frozenset())


def _named(cell: _Cell) -> str:
    family, given = cell.text.split(", ")
    return f"{given} {family}"


def _found(cells: Sequence[_Cell], places: set[Place]) -> Iterator[tuple[tuple[_Cell, ...], str]]:
    """The names of each row with its party, empty where none follows them.

    The places of the lists' lines are added to ``places``.
    """
    at = 0
    while at < len(cells):
        head = _head_end(cells, at)
        if head is None:
            at += 1
            continue
        names: list[_Cell] = []
        places.update(line.place for cell in cells[at:head] for line in cell.lines)
        other, at = 0, head
        while at < len(cells) and other < MOST_OTHER and _head_end(cells, at) is None:
            cell, at = cells[at], at + 1
            places.update(line.place for line in cell.lines)
            if _NAME.fullmatch(cell.text):
                names.append(cell)
                other = 0
                continue
            party = cell.text if _PARTY.fullmatch(cell.text) and len(names) <= IN_ROW else ""
            if names:
                yield tuple(names), party
            names = []
            known = party or _PARTY.fullmatch(cell.text) or _FIGURE.fullmatch(cell.text)
            other = 0 if known else other + 1
        if names:
            yield tuple(names), ""


def _head_end(cells: Sequence[_Cell], start: int) -> int | None:
    """Where the head of a list ends that begins at a cell; ``None`` if none does there."""
    if start >= len(cells) or not _NAME_HEAD.fullmatch(cells[start].text):
        return None
    near = cells[start : start + HEAD_CELLS]
    ends = [at for at, cell in enumerate(near) if _TIME_HEAD.fullmatch(cell.text)]
    if not ends or not any(_PARTY_HEAD.fullmatch(cell.text) for cell in near):
        return None
    return start + ends[-1] + 1


def _cells(lines: Sequence[Line]) -> Iterator[_Cell]:
    """The cells of lines; a name that is broken within its cell is one."""
    held: list[Line] = []
    for line in lines:
        if held and not (line.gap < BLANK_LINE and _goes_on(held, line)):
            yield _whole(held)
            held = []
        cells = cells_of(line)
        if len(cells) > 1:
            yield from (_Cell(" ".join(cell.text.split()), (cell,)) for cell in cells)
        else:
            held.append(line)
    if held:
        yield _whole(held)


def _goes_on(held: Sequence[Line], line: Line) -> bool:
    return all(re.fullmatch(rf"{WORD}.*", each.text.strip()) for each in (*held, line))


def _whole(lines: Sequence[Line]) -> _Cell:
    return _Cell(" ".join(" ".join(line.text for line in lines).split()), tuple(lines))
