"""Who was at a meeting, and as what, from the pages in front of the items."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from beslutssok.domain import (
    AttendanceRole,
    Attendee,
    Line,
    Paragraph,
    Person,
    Place,
    Quotation,
    Section,
    SectionKind,
)
from beslutssok.parse.cells import cells_of
from beslutssok.parse.entities.attendance_cells import find_in_cells
from beslutssok.parse.entities.attendance_words import (
    LEADERS,
    NOT_NAMES,
    SIGNING,
    is_label,
    own_role,
    read_label,
    role_of_label,
)
from beslutssok.parse.entities.broken_names import cut_off_name
from beslutssok.parse.entities.people import NAME, WORD, bare_name, find_persons, given_name_first
from beslutssok.parse.entities.roll_tables import (
    RollTable,
    Side,
    add_to_sides,
    read_roll_head,
    read_roll_row,
)
from beslutssok.parse.entities.told import lines_told, tell
from beslutssok.parse.organs import find_organ

# So many capitals are two persons beside each other, as under the lines where they sign.
MANY_NAMES = 4

_INSTEAD = re.compile(
    r"(?:\b(?:för|ersätter|istället\s+för|i\s+stället\s+för)\s+)(?:[a-zåäö]+\s+)?$", re.IGNORECASE
)
_PLAIN = re.compile(rf"(?P<name>{NAME})(?=\s*(?:,|\(|$|§))")
# Between commas: a list that sets «Berg, Anna» on its lines does not tell whose name is whose.
_HALF_A_NAME = re.compile(rf"|{WORD}")
_WITHOUT_PARTIES = frozenset(
    (AttendanceRole.ADJUSTER, AttendanceRole.ABSENT)
    + (AttendanceRole.MEMBER, AttendanceRole.SUBSTITUTE)
)


def find_attendance(
    front: Sequence[Paragraph], lines: Mapping[Place, Line]
) -> tuple[Attendee, ...]:
    """Find who was there, in the order of the rows.

    A row belongs to the label before it, or to what stands behind the name itself («tjg ers
    för …», «ordförande»). Who is only replaced is not listed as absent, since that may be for
    one item alone.
    """
    told = tell(Section(SectionKind.OTHER, "", tuple(front)), lines)
    rows = lines_told(told)
    listed = find_in_cells([line for line, _, _ in rows])
    found: list[Attendee] = []
    role: AttendanceRole | None = None
    signing = False
    table = RollTable(())
    sides: tuple[Side, ...] = ()
    before: tuple[str, Line] | None = None
    for line, _, _ in rows:
        if line.place in listed.places:
            role = None
            continue
        table = read_roll_head(line) or table
        if table.columns:
            attendees = read_roll_row(line, table)
            found += attendees
            if attendees:
                continue
            if read_roll_head(line) or not _ends_table(line):
                continue
            table = RollTable(())
            role = None if line.bold else role
        beside = _labels_beside(line)
        if beside:
            found += _of_sides(sides)
            sides = beside
            continue
        if sides:
            if read_label(line.text) is None and add_to_sides(line, sides):
                continue
            found += _of_sides(sides)
            sides = ()
        text = line.text.replace("\t", " ").strip()
        if LEADERS.search(text):
            role = None
            continue
        label = read_label(line.text)
        rest = text
        if label is None and is_label(line.text.partition("\t")[0].strip()):
            rest = text.partition(" ")[2]
        if label is not None:
            role, length = label
            rest = text[length:].lstrip(" :\t–-")
            signing = bool(SIGNING.match(text)) or (signing and role is None)
            if signing and role is not None:
                role = None
        if role is None or not rest:
            before = None
            continue
        begun = cut_off_name(before[0], rest) if before and label is None else ""
        if before and begun:
            if found and found[-1].person == Person(begun):
                found.pop()
            own = list(_of_row(f"{begun} {rest}", text, line, role))
            places = (before[1].place, line.place)
            both = Quotation(f"{' '.join(before[1].text.split())} {text}", places)
            found += [replace(own[0], source=both), *own[1:]] if own else []
        else:
            found += _of_row(rest, text, line, role)
        before = (rest, line)
    found += _of_sides(sides)
    known = {attendee.person for attendee in found}
    for attendee in listed.attendees:
        if attendee.person not in known:
            known.add(attendee.person)
            found.append(attendee)
    return tuple(dict.fromkeys(found))


def _ends_table(line: Line) -> bool:
    """Whether a line that is no row of a table ends it: a label, a heading, or other persons."""
    if read_label(line.text) is not None or any(find_persons(line.text)):
        return True
    return line.bold and "\t" not in line.text


def _labels_beside(line: Line) -> tuple[Side, ...]:
    """Lists that stand beside each other, where every cell of a row is the label of one."""
    cells = cells_of(line)
    if len(cells) < 2 or len(line.cell_lefts) != len(cells):
        return ()
    roles = [role_of_label(cell.text.strip(" :")) for cell in cells]
    if not all(roles):
        return ()
    return tuple(
        Side(role, cell.place.left) for role, cell in zip(roles, cells, strict=True) if role
    )


def _of_sides(sides: Sequence[Side]) -> Iterator[Attendee]:
    """Those on lists beside each other; a list is read as one text, since its lines are broken."""
    for side in sides:
        text = " ".join(cell.text.strip() for cell in side.cells)
        if not any(find_persons(text)):
            for cell in side.cells:
                yield from _of_row(cell.text.strip(), cell.text.strip(), cell, side.role)
            continue
        starts = [0]
        for cell in side.cells:
            starts.append(starts[-1] + len(cell.text.strip()) + 1)
        for attendee, start in _of_text(text, side.role):
            at = max(i for i, begin in enumerate(starts[:-1]) if begin <= start)
            cell = side.cells[at]
            yield replace(attendee, source=Quotation(cell.text.strip(), (cell.place,)))


def _of_row(rest: str, text: str, line: Line, role: AttendanceRole) -> Iterator[Attendee]:
    source = Quotation(text, (line.place,))
    ordered = given_name_first(rest)
    for attendee, _ in _of_text(ordered, role):
        yield replace(attendee, source=source)
    if any(find_persons(ordered)):
        return
    for person, behind in _plain_names(rest, role):
        yield Attendee(person, own_role(behind, role), source)


def _of_text(text: str, role: AttendanceRole) -> Iterator[tuple[Attendee, int]]:
    """Those that a text names with their party, and where each name begins."""
    persons = list(find_persons(text))
    for index, (person, start, end) in enumerate(persons):
        if _INSTEAD.search(text[:start]):
            continue
        until = persons[index + 1][1] if index + 1 < len(persons) else len(text)
        yield Attendee(person, own_role(text[end:until], role), Quotation("", ())), start


def _plain_names(rest: str, role: AttendanceRole) -> Iterator[tuple[Person, str]]:
    """Names without party: officials with a title, or one name in a row."""
    pieces = re.split(
        rf"\s*;\s*|\s*,\s*(?={WORD}\s+(?:\w+\s+)?[A-ZÅÄÖ])|\s+och\s+(?=[A-ZÅÄÖ])", rest
    )
    if role in _WITHOUT_PARTIES:
        pieces = re.split(r"\s*(?:,(?!\s*[a-zåäö\d])|;)\s*|\s+och\s+(?=[A-ZÅÄÖ])", rest)
    if any(_HALF_A_NAME.fullmatch(piece.strip()) for piece in rest.split(",")):
        return
    for piece in pieces:
        match = _PLAIN.match(piece.strip())
        if match is None or find_organ(match["name"]):
            continue
        name = bare_name(match["name"])
        words = name.split()
        capitals = sum(word[:1].isupper() for word in words)
        if 2 <= len(words) <= 5 and capitals < MANY_NAMES and not NOT_NAMES.search(name):
            yield Person(name), piece.strip()[match.end() :]
