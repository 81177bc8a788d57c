"""Those present, told in columns: a table of names, parties and roles, or lists side by side."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from beslutssok.domain import AttendanceRole, Attendee, Line, Person, Quotation
from beslutssok.parse.cells import cells_of, split_line
from beslutssok.parse.entities.people import NAME, bare_name, given_name_first, party_letters

_R = AttendanceRole
# How far left of its column's head a cell may begin, in points.
TOLERANCE = 8.0

_NAME_HEAD = re.compile(r"(?:för- och efter)?namn|ledam[oö]t(?:er)?|förtroendevald\w*|person", re.I)
_PARTY_HEAD = re.compile(r"parti(?:beteckning)?", re.IGNORECASE)
_ROLE_HEAD = re.compile(r"roll|funktion|uppdrag|befattning|titel", re.IGNORECASE)
_PRESENCE_HEAD = re.compile(
    r"(?:närvaro|närvarande|status|deltagande)(?:\s?/\s?(?:tjänstgör\w*|ersätter)(?:\s+för)?)?",
    re.I,
)
_SERVING_HEAD = re.compile(
    r"(?:tjänstgör\w*|tjg\.?|ersätter)(?:\s+för|\s?\(?ja\s?/\s?nej\)?)?", re.IGNORECASE
)
_SUBSTITUTE_HEAD = re.compile(r"(?:tjänstgörande )?ersättare", re.IGNORECASE)
_NAME = re.compile(rf"{NAME}")
_YES = re.compile(r"ja|x|tjg\.?|tjänstgör\w*", re.IGNORECASE)
_ABSENT = re.compile(r"frånvarande|ej närvarande|anmält förhinder|nej$", re.IGNORECASE)
_NOT_SERVING = re.compile(r"(?:ej|inte|icke)\s?-?\s?tjänstg", re.IGNORECASE)
_SERVING = re.compile(r"tjänstgör|tjg", re.IGNORECASE)
_ROLES: tuple[tuple[AttendanceRole, re.Pattern[str]], ...] = tuple(
    (role, re.compile(pattern, re.IGNORECASE))
    for role, pattern in (
        (_R.VICE_CHAIR, r"vice\s?ordf|v\.?\s?ordf"),
        (_R.CHAIR, r"ordf"),
        (_R.SECRETARY, r"sekreterare"),
        (_R.SUBSTITUTE, r"ersättare|suppleant"),
        (_R.MEMBER, r"ledamot"),
        (_R.ADJUSTER, r"justerare"),
    )
)


@dataclass(frozen=True, slots=True)
class RollTable:
    """The columns of a table of those present, each a kind and the left edge of its head.

    ``of_substitutes`` tells that all whom the table names are substitutes.
    """

    columns: tuple[tuple[str, float], ...]
    of_substitutes: bool = False


@dataclass(slots=True)
class Side:
    """One of several lists that stand beside each other, while it is read."""

    role: AttendanceRole
    left: float
    cells: list[Line] = field(default_factory=list)


def read_roll_head(line: Line) -> RollTable | None:
    """The columns of a table that has one for names and one for parties or roles."""
    cells = cells_of(line)
    if len(cells) < 2 or len(line.cell_lefts) != len(cells):
        return None
    columns = []
    for cell in (piece for own in cells for piece in _apart(own)):
        for kind, pattern in (
            ("name", _NAME_HEAD),
            ("party", _PARTY_HEAD),
            ("role", _ROLE_HEAD),
            ("presence", _PRESENCE_HEAD),
            ("serving", _SERVING_HEAD),
            ("substitute", _SUBSTITUTE_HEAD),
        ):
            if pattern.fullmatch(cell.text.strip(" :")):
                columns.append((kind, cell.place.left))
    kinds = {kind for kind, _ in columns}
    of_substitutes = "name" not in kinds and bool(columns) and columns[0][0] == "substitute"
    if of_substitutes:
        columns[0] = ("name", columns[0][1])
        kinds.add("name")
    named = "name" in kinds and bool(kinds & {"party", "role"})
    if not named or len(columns) * 2 < len(cells):
        return None
    known = {left for _, left in columns}
    others = [("other", cell.place.left) for cell in cells if cell.place.left not in known]
    ordered = sorted([*columns, *others], key=lambda column: column[1])
    return RollTable(tuple(ordered), of_substitutes)


def _apart(cell: Line) -> tuple[Line, ...]:
    """The heads of columns that stand too close to be parted, as «Parti Närvarande»."""
    words = cell.text.split()
    heads = (_NAME_HEAD, _PARTY_HEAD, _ROLE_HEAD, _PRESENCE_HEAD, _SERVING_HEAD, _SUBSTITUTE_HEAD)
    if len(words) < 2 or not all(any(head.fullmatch(word) for head in heads) for word in words):
        return (cell,)
    first, rest = split_line(cell, len(words[0]))
    return (first, *_apart(rest))


def read_roll_row(line: Line, table: RollTable) -> tuple[Attendee, ...]:
    """Whom a row of the table names, and as what; nobody where a line is no row of it.

    Who has no mark under «Närvarande» was not there, unlike the substitute in the same row.
    """
    cells = cells_of(line)
    told: dict[str, str] = {}
    for cell in cells:
        kind = _column_of(cell.place.left, table.columns)
        told[kind] = f"{told.get(kind, '')} {cell.text.strip()}".strip()
    named, _, title = told.get("name", "").partition(", ")
    name = _name_in(told.get("name", ""))
    if not name and title and not title[0].isupper():
        name = _name_in(named)
        told["role"] = f"{title} {told.get('role', '')}".strip()
    if len(cells) < 2 or not name:
        return ()
    party = party_letters(told["party"].strip("()")) if told.get("party") else None
    source = Quotation(" ".join(line.text.split()), (line.place,))
    substitute = _name_in(told.get("substitute", ""))
    found = []
    if told.get("presence") or told.get("serving") or not substitute:
        role = _of_substitute(told) if table.of_substitutes else _role_of(told)
        found.append(Attendee(Person(name, party), role, source))
    if substitute:
        found.append(Attendee(Person(substitute, party), _R.SERVING_SUBSTITUTE, source))
    return tuple(found)


def _name_in(text: str) -> str:
    name = bare_name(given_name_first(text).strip())
    return name if _NAME.fullmatch(name) and " " in name else ""


def add_to_sides(line: Line, sides: tuple[Side, ...]) -> bool:
    """Add a row's cells to the lists they stand under; ``False`` where a cell is under none."""
    lefts = tuple((str(at), side.left) for at, side in enumerate(sides))
    cells = cells_of(line)
    if line.bold or any(cell.place.left < sides[0].left - TOLERANCE for cell in cells):
        return False
    for cell in cells:
        sides[int(_column_of(cell.place.left, lefts))].cells.append(cell)
    return True


def _column_of(left: float, columns: tuple[tuple[str, float], ...]) -> str:
    before = [kind for kind, edge in columns if edge <= left + TOLERANCE]
    return before[-1] if before else columns[0][0]


def _role_of(told: Mapping[str, str]) -> AttendanceRole:
    role, presence = told.get("role", ""), told.get("presence", "")
    serving = told.get("serving", "")
    if _ABSENT.search(f"{presence} {serving}".strip()):
        return _R.ABSENT
    own = next((kind for kind, pattern in _ROLES if pattern.search(role)), None)
    words = f"{role} {presence} {serving}"
    if own is _R.SUBSTITUTE and _SERVING.search(words) and not _NOT_SERVING.search(words):
        return _R.SERVING_SUBSTITUTE
    return own or (_R.MEMBER if not role else _R.OTHER)


def _of_substitute(told: Mapping[str, str]) -> AttendanceRole:
    """A substitute serves who is said to, or for whom another is named."""
    presence, serving = told.get("presence", ""), told.get("serving", "")
    if _ABSENT.search(presence):
        return _R.ABSENT
    named = _name_in(serving) or _name_in(presence)
    told_so = _SERVING.search(presence) and not _NOT_SERVING.search(presence)
    serves = bool(named or told_so or _YES.fullmatch(serving))
    return _R.SERVING_SUBSTITUTE if serves else _R.SUBSTITUTE
