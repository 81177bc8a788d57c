"""Roll-calls in which a cross in the column of Ja, Nej or Avstår tells how each voted."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from beslutssok.domain import CastVote, Line, Person, Tally, VoteChoice
from beslutssok.parse.entities.ballots import choice_of
from beslutssok.parse.entities.people import NAME, bare_name, find_persons, given_name_first

_MARK = re.compile(r"[Xx✓✔☒☑×•●■√1]")
_CROSS = re.compile(r"[Xx✓✔☒☑×]")
_NAME = re.compile(rf"{NAME}")
_PARTY = re.compile(r"\(?([A-ZÅÄÖ]{1,5}|Fi|-|[A-ZÅÄÖ][a-zåäö]+)\)?")
_PARTY_BEHIND = re.compile(r"\(([A-ZÅÄÖ]{1,5}|Fi|-|[A-ZÅÄÖ][a-zåäö]+)\)$")
_PARTY_HEAD = re.compile(r"parti", re.IGNORECASE)
_SUBSTITUTE_HEAD = re.compile(r"ersätt|\bers\.", re.IGNORECASE)
_SUM = re.compile(r"summa|totalt?|antal|resultat|utfall", re.IGNORECASE)
# The middle of a word lies this share of the font size to the right for each of its letters.
HALF_LETTER = 0.26
MIN_ROWS = 2
# Cells of a column begin this close to its head, in points.
SAME_COLUMN = 15.0


@dataclass(frozen=True, slots=True)
class _Column:
    choice: VoteChoice
    left: float
    middle: float


@dataclass(frozen=True, slots=True)
class _Head:
    """The head of a list: where each choice stands, and what else there is a column for.

    ``party`` is the left edge of the column for parties, -1 where there is none.
    """

    columns: tuple[_Column, ...]
    party: float = -1.0
    has_substitutes: bool = False
    names_below: bool = False


@dataclass(slots=True)
class CrossedList:
    """A list while it is read: rows, its lines ``first`` to ``last`` (inclusive), its tally."""

    first: int
    last: int
    cast: list[CastVote] = field(default_factory=list)
    tally: Tally | None = None
    unread: int = 0


def find_crossed_lists(lines: Sequence[Line]) -> Iterator[CrossedList]:
    """Find the lists among the lines of a section.

    The column of a cross is told by where it stands, against the cells of the head. Where that
    is not known, the rows are counted as unread.
    """
    current: CrossedList | None = None
    columns = _Head(())
    seen: set[Person] = set()
    for index, line in enumerate(lines):
        cells = [cell.strip() for cell in line.text.split("\t")]
        head = _read_head(cells, line)
        if head is not None:
            columns = head
            if current is not None and (current.tally or not current.cast):
                if current.cast or current.unread:
                    yield current
                current, seen = None, set()
            if current is None:
                current = CrossedList(index, index)
            continue
        if current is None:
            continue
        tally = _read_sum(cells, columns.columns)
        if tally is not None and current.cast:
            current.tally, current.last = tally, index
            continue
        for vote in _read_row(cells, line, columns):
            if vote is None:
                current.unread += 1
            elif vote.person in seen and vote.person.party:
                yield current
                current, seen = CrossedList(index, index, [vote]), {vote.person}
            else:
                current.cast.append(vote)
                seen.add(vote.person)
            current.last = index
    if current is not None and (len(current.cast) >= MIN_ROWS or current.unread):
        yield current


def _read_head(cells: Sequence[str], line: Line) -> _Head | None:
    """The columns of a head; none has a place where the places of cells are not known."""
    known = line.cell_lefts if len(line.cell_lefts) == len(cells) else ()
    cells, lefts = _apart(cells, known, line.size)
    choices = [(position, choice_of(cell)) for position, cell in enumerate(cells)]
    named = [(position, choice) for position, choice in choices if choice is not None]
    kinds = {choice for _, choice in named}
    if not {VoteChoice.YES, VoteChoice.NO} <= kinds or any(find_persons(" ".join(cells))):
        return None
    columns = tuple(
        _Column(
            choice,
            lefts[position] if lefts else -1.0,
            lefts[position] + len(cells[position]) * HALF_LETTER * line.size if lefts else -1.0,
        )
        for position, choice in named
    )
    return _Head(
        columns,
        party=next(
            (left for cell, left in zip(cells, lefts, strict=False) if _PARTY_HEAD.match(cell)),
            -1.0,
        ),
        has_substitutes=any(_SUBSTITUTE_HEAD.search(cell) for cell in cells),
        names_below=len(named) == len(cells),
    )


def _apart(
    cells: Sequence[str], lefts: Sequence[float], size: float
) -> tuple[list[str], list[float]]:
    """Cells with heads that stand too close to be parted, as «Ja Nej Avstår», one by one.

    Where each begins is told by its place among the letters of the cell.
    """
    parted: list[str] = []
    edges: list[float] = []
    for at, cell in enumerate(cells):
        words = cell.split()
        if len(words) < 2 or not all(map(choice_of, words)):
            words = [cell]
        position = 0
        for word in words:
            position = cell.index(word, position)
            parted.append(word)
            if lefts:
                edges.append(lefts[at] + 2 * HALF_LETTER * size * position)
            position += len(word)
    return parted, edges


def _read_sum(cells: Sequence[str], columns: Sequence[_Column]) -> Tally | None:
    """The tally in the last row: as many numbers as there are columns, in their order."""
    if not any(_SUM.match(cell) for cell in cells[:2]):
        return None
    numbers = [int(cell) for cell in cells if cell.isdigit()]
    if len(numbers) != len(columns) or len({column.choice for column in columns}) != len(columns):
        return None
    counts = dict(zip((column.choice for column in columns), numbers, strict=True))
    return Tally(
        yes=counts[VoteChoice.YES],
        no=counts[VoteChoice.NO],
        abstained=counts.get(VoteChoice.ABSTAINED),
        absent=counts.get(VoteChoice.ABSENT),
        text=" ".join(cells),
    )


def _read_row(cells: Sequence[str], line: Line, head: _Head) -> Iterator[CastVote | None]:
    """The votes in a row: one, or several where tables stand side by side."""
    lefts = line.cell_lefts if len(line.cell_lefts) == len(cells) else ()
    if head.names_below:
        yield from _names_in_columns(cells, lefts or (line.place.left,), head, line.size)
        return
    person: Person | None = None
    role = ""
    for position, cell in enumerate(cells):
        if person is not None and _MARK.fullmatch(cell):
            choice = _column_of(lefts[position], head.columns, line.size) if lefts else None
            yield CastVote(person, choice, role) if choice else None
            person, role = None, ""
            continue
        if position and _CROSS.fullmatch(cell):
            yield None
            continue
        named, behind = _person(cell)
        if named is not None and (person is None or named.party):
            person, role = named, behind
        elif person is not None and named is not None and head.has_substitutes:
            person, role = named, f"ersätter {person.name}"
        elif person is not None:
            party = _PARTY.fullmatch(cell)
            if person.party is None and party and _is_party(cell, position, lefts, head):
                person = Person(person.name, party[1])
            elif not cell.isdigit():
                role = cell


def _is_party(cell: str, position: int, lefts: Sequence[float], head: _Head) -> bool:
    """Whether a word is a party: by its letters, or since it stands in that column."""
    if cell.strip("()").isupper() or not cell.isalpha():
        return True
    return bool(lefts) and head.party >= 0 and abs(lefts[position] - head.party) <= SAME_COLUMN


def _names_in_columns(
    cells: Sequence[str], lefts: Sequence[float], head: _Head, size: float
) -> Iterator[CastVote | None]:
    """The names that stand in the columns themselves, under no column for names."""
    named = [_person(cell)[0] for cell in cells]
    if all(person is not None and person.party for person in named) and len(lefts) == len(cells):
        for person, left in zip(named, lefts, strict=True):
            choice = _column_of(left, head.columns, size)
            yield CastVote(person, choice) if person and choice else None


def _person(cell: str) -> tuple[Person | None, str]:
    """The person that a cell names, and the role that stands behind the name."""
    cell = given_name_first(cell)
    named = next(find_persons(cell), None)
    if named:
        return named[0], cell[named[2] :].strip(" ,–-")
    name, _, behind = (part.strip() for part in cell.partition(","))
    party_behind = _PARTY_BEHIND.search(behind)
    if party_behind and _NAME.fullmatch(name):
        return Person(bare_name(name), party_behind[1]), behind[: party_behind.start()].strip()
    if not _NAME.fullmatch(name) or " " not in name or name.isupper():
        return None, ""
    first, _, party = name.rpartition(" ")
    if party.isupper() and len(party) <= 3 and " " in first:
        return Person(bare_name(first), party), behind
    return (Person(bare_name(name)), behind) if " " in bare_name(name) else (None, "")


def _column_of(left: float, columns: Sequence[_Column], size: float) -> VoteChoice | None:
    """The column in which a cross stands, be the cells set to the left or in the middle."""
    middle = left + HALF_LETTER * size
    nearest = min(
        columns,
        key=lambda column: min(abs(column.left - left), abs(column.middle - middle)),
    )
    return nearest.choice if nearest.left >= 0 else None
