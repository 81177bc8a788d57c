"""Who was at a meeting, and as what, from the pages in front of the items."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

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

_R = AttendanceRole
_VICE = r"(?:\d\s?:?\s?[ea]?|först[ae]|andr[ae]|tredje)?\s*v(?:ice|\.)?\s*ordf(?:örande|\.)?"
_LABELS: tuple[tuple[AttendanceRole | None, str], ...] = (
    (_R.VICE_CHAIR, rf"{_VICE}n?"),
    (_R.CHAIR, r"ordförande(?:n)?|ordf\.?|mötesordförande|ålderspresident"),
    (
        _R.SUBSTITUTE,
        r"(?:ej|icke|inte)\s*-?\s*tjänstgörande(?:\s+ersättare|\s+suppleanter)?|närvarande\s+ersättare"
        r"|övriga\s+ersättare|ej\s+tjg\.?\s+ersättare|ersättare|suppleanter",
    ),
    (
        _R.SERVING_SUBSTITUTE,
        r"tjänstgörande\s+ersättare|tjg\.?\s+ers(?:ättare|\.)?|tjänstgörande\s+suppleanter"
        r"|tjänstgörande(?!\s+ledam)",
    ),
    (
        _R.ABSENT,
        r"frånvarande(?:\s+ledamöter)?|ej\s+närvarande(?:\s+ledamöter)?|anmält\s+förhinder|förhinder(?:ade)?|ej\s+deltagande",
    ),
    (
        _R.ADJUSTER,
        r"justerare|justerande|justeras|protokolljusterare|utse(?:dd|dda|s)\s+att\s+justera(?:\s+protokollet)?|justeringspersoner|justeringsmän",
    ),
    (
        _R.SECRETARY,
        r"(?:nämnd|protokoll|möte)?s?-?sekreterare|protokollförare|vid\s+protokollet|sekr\.?",
    ),
    (
        _R.OTHER,
        r"övriga(?:\s+(?:deltagare|deltagande|närvarande|förtroendevalda))?|(?:övriga\s+)?tjänste(?:personer|män|person)"
        r"|(?:föredragande|adjungerade?|insynsplats|fackliga?\s+(?:företrädare|representanter?)|personalföreträdare)"
        r"|(?:från\s+)?(?:förvaltningen|kansliet)|inbjudna|närvarande\s+tjänste(?:män|personer)|andra\s+närvarande|gäster",
    ),
    (
        _R.MEMBER,
        r"(?:beslutande|närvarande|tjänstgörande)?\s*ledam[oö]t(?:er)?(?:na)?|beslutande(?:\s+(?:förtroendevalda|närvarande))?"
        r"|närvarande(?:\s+beslutande)?"
        r"|närvarolista|deltagare|förtroendevalda|närvarande\s+(?:ledamöter|förtroendevalda)",
    ),
    (
        None,
        r"plats(?:\s+och\s+tid)?|tid(?:\s+och\s+plats)?|lokal|paragrafer|anslag\w*|underskrifter|signaturer|bevis\b.*|innehåll\w*"
        r"|ärende(?:n|lista)?|justering(?:ens?|\s).{0,20}|datum.*|protokoll(?:et)?|sammanträdesdatum|organ|förvaringsplats.*|utdragsbestyrkande|föredragningslista|dagordning|ajournering|webbsändning|omfattning",
    ),
)
_LABEL = re.compile(
    "|".join(f"(?P<l{index}>(?:{pattern}))" for index, (_, pattern) in enumerate(_LABELS)), re.I
)
_SIGNING = re.compile(r"^(?:underskrift|signatur|anslag|bevis)", re.IGNORECASE)
_CONTENTS = re.compile(r"\.{4,}|_{3,}|…{2,}")
_SUFFIXES: tuple[tuple[AttendanceRole, re.Pattern[str]], ...] = (
    (_R.VICE_CHAIR, re.compile(rf"^[\s,–(-]*{_VICE}", re.IGNORECASE)),
    (_R.CHAIR, re.compile(r"^[\s,–(-]*(?:ordförande|ordf\.?)(?!\w)", re.IGNORECASE)),
    (
        _R.SERVING_SUBSTITUTE,
        re.compile(
            r"^[\s,–(-]*(?:tjg\.?|tjänstgör\w*|tj\.?\s?ers\w*|ersätter|ers\.?\s+för|ersättare\s+för|för|inträder|i\s+stället\s+för)(?!\w)",
            re.I,
        ),
    ),
    (_R.SECRETARY, re.compile(r"^[\s,–(-]*(?:\w+)?sekreterare", re.IGNORECASE)),
    (_R.SUBSTITUTE, re.compile(r"^[\s,–(-]*(?:ej\s+tjänstg\w*|ersättare)", re.IGNORECASE)),
    (_R.ABSENT, re.compile(r"^[\s,–(-]*(?:frånvarande|ej\s+närvarande)", re.IGNORECASE)),
    (_R.MEMBER, re.compile(r"^[\s,–-]*ledamot(?!\w)", re.IGNORECASE)),
)
_RECORDER = re.compile(r"^[\s,–(-]*(?:nämnd|protokoll|möte)?s?-?sekreterare(?!\w)", re.IGNORECASE)
_INSTEAD = re.compile(
    r"(?:\b(?:för|ersätter|istället\s+för|i\s+stället\s+för)\s+)(?:[a-zåäö]+\s+)?$", re.IGNORECASE
)
_PLAIN = re.compile(rf"(?P<name>{NAME})(?=\s*(?:,|\(|$|§))")
# Between commas: a list that sets «Berg, Anna» on its lines does not tell whose name is whose.
_HALF_A_NAME = re.compile(rf"|{WORD}")
_NOT_NAMES = re.compile(r"\d|kl\.|sammanträd|kommun|region|nämnd|styrelse|rådhus|sal\b", re.I)

_LIST = re.compile(
    r"(?:närvarande|beslutande|deltagare|närvarolista|(?:beslutande\s+|närvarande\s+)?ledamöter)"
    r"(?![a-zåäö])(?!\s+(?:vid|under|på|enligt|se|framgår)\b)",
    re.IGNORECASE,
)
_LIKE_A_NAME = re.compile(rf"(?<!\w)(?:{WORD}),?[ \t]+(?:{WORD})(?!\w)")
_LISTED = frozenset({_R.MEMBER, _R.VICE_CHAIR, _R.SERVING_SUBSTITUTE, _R.SUBSTITUTE})
ROWS_OF_A_LIST = 12
LEAST_NAMES = 3
MOST_NAMED = 5


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
            if "\t" in line.text and read_roll_head(line):
                continue
            table = RollTable(())
        beside = _labels_beside(line)
        if beside:
            found += _of_sides(sides)
            sides = beside
            continue
        if sides:
            if _read_label(line.text) is None and add_to_sides(line, sides):
                continue
            found += _of_sides(sides)
            sides = ()
        text = line.text.replace("\t", " ").strip()
        if _CONTENTS.search(text):
            role = None
            continue
        label = _read_label(line.text)
        rest = text
        if label is None and _LABEL.fullmatch(line.text.partition("\t")[0].strip()):
            rest = text.partition(" ")[2]
        if label is not None:
            role, length = label
            rest = text[length:].lstrip(" :\t–-")
            signing = bool(_SIGNING.match(text)) or (signing and role is None)
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


def _labels_beside(line: Line) -> tuple[Side, ...]:
    """Lists that stand beside each other, where every cell of a row is the label of one."""
    cells = cells_of(line)
    if len(cells) < 2 or len(line.cell_lefts) != len(cells):
        return ()
    labels = [_LABEL.fullmatch(cell.text.strip(" :")) for cell in cells]
    roles = [_role(label) if label else None for label in labels]
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


def doubts_about_attendance(
    front: Sequence[Paragraph], found: Sequence[Attendee], lines: Mapping[Place, Line]
) -> tuple[str, ...]:
    """Whether there is a list of names from which nobody could be read, or not all."""
    told = tell(Section(SectionKind.OTHER, "", tuple(front)), lines)
    unread = find_in_cells([line for line, _, _ in lines_told(told)]).unread
    if unread:
        names = ", ".join(unread[:MOST_NAMED])
        more = f" och {len(unread) - MOST_NAMED} till" if len(unread) > MOST_NAMED else ""
        return (f"Partiet för {names}{more} kunde inte läsas ur närvarolistan.",)
    if any(attendee.role in _LISTED for attendee in found):
        return ()
    for at, paragraph in enumerate(front):
        if not paragraph.text[:1].isupper() or not _LIST.match(paragraph.text):
            continue
        rows = (row.text for row in front[at + 1 : at + ROWS_OF_A_LIST])
        listed = (paragraph.text, *takewhile(_may_be_listed, rows))
        if sum(map(_names_like, listed)) >= LEAST_NAMES:
            return (f"Ingen person kunde läsas ur närvarolistan (s. {paragraph.page}).",)
    return ()


def _may_be_listed(row: str) -> bool:
    label = _read_label(row)
    return label is None or label[0] in _LISTED


def _names_like(text: str) -> int:
    if _CONTENTS.search(text):
        return 0
    found = _LIKE_A_NAME.findall(_LIST.sub("", text, count=1))
    return sum(not _NOT_NAMES.search(name) and not find_organ(name) for name in found)


def _read_label(text: str) -> tuple[AttendanceRole | None, int] | None:
    """The label that a line begins with, and its length; it stands in its own cell or alone."""
    first, tab, _ = text.partition("\t")
    first = first.strip()
    if not first[:1].isupper():
        return None
    whole = _LABEL.fullmatch(first.rstrip(" :"))
    if whole:
        return _role(whole), len(first)
    if tab and first[:1].isupper():
        match = _LABEL.match(first)
        if match and not first[match.end() : match.end() + 1].isalpha():
            return _role(match), match.end()
    match = _LABEL.match(text)
    if match and text[:1].isupper() and re.match(r"\s*:|\s+[A-ZÅÄÖ]", text[match.end() :]):
        return _role(match), match.end()
    return None


def _role(match: re.Match[str]) -> AttendanceRole | None:
    index = int((match.lastgroup or "l0")[1:])
    return _LABELS[index][0]


def _of_row(rest: str, text: str, line: Line, role: AttendanceRole) -> Iterator[Attendee]:
    source = Quotation(text, (line.place,))
    ordered = given_name_first(rest)
    for attendee, _ in _of_text(ordered, role):
        yield replace(attendee, source=source)
    if any(find_persons(ordered)):
        return
    for person, behind in _plain_names(rest, role):
        yield Attendee(person, _own_role(behind, role), source)


def _of_text(text: str, role: AttendanceRole) -> Iterator[tuple[Attendee, int]]:
    """Those that a text names with their party, and where each name begins."""
    persons = list(find_persons(text))
    for index, (person, start, end) in enumerate(persons):
        if _INSTEAD.search(text[:start]):
            continue
        until = persons[index + 1][1] if index + 1 < len(persons) else len(text)
        yield Attendee(person, _own_role(text[end:until], role), Quotation("", ())), start


def _own_role(behind: str, role: AttendanceRole) -> AttendanceRole:
    """What stands behind the name, where it says more than the label does."""
    if role is _R.OTHER and _RECORDER.match(behind):
        return _R.SECRETARY
    if role in (_R.ADJUSTER, _R.SECRETARY, _R.OTHER, _R.CHAIR, _R.ABSENT):
        return role
    for own, pattern in _SUFFIXES:
        if pattern.match(behind):
            return own
    return role


def _plain_names(rest: str, role: AttendanceRole) -> Iterator[tuple[Person, str]]:
    """Names without party: officials with a title, or one name in a row."""
    pieces = re.split(
        rf"\s*;\s*|\s*,\s*(?={WORD}\s+(?:\w+\s+)?[A-ZÅÄÖ])|\s+och\s+(?=[A-ZÅÄÖ])", rest
    )
    if role in (_R.ADJUSTER, _R.ABSENT, _R.MEMBER, _R.SUBSTITUTE):
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
        if 2 <= len(words) <= 5 and capitals < MANY_NAMES and not _NOT_NAMES.search(name):
            yield Person(name), piece.strip()[match.end() :]
