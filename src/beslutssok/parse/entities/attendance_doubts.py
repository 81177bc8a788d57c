"""Lists of those present from which nobody could be read, or not all."""

import re
from collections.abc import Mapping, Sequence
from itertools import takewhile

from beslutssok.domain import (
    AttendanceRole,
    Attendee,
    Line,
    Paragraph,
    Place,
    Section,
    SectionKind,
)
from beslutssok.parse.entities.attendance_cells import find_in_cells
from beslutssok.parse.entities.attendance_words import LEADERS, NOT_NAMES, read_label
from beslutssok.parse.entities.people import WORD
from beslutssok.parse.entities.told import lines_told, tell
from beslutssok.parse.organs import find_organ

_LIST = re.compile(
    r"(?:närvarande|beslutande|deltagare|närvarolista|(?:beslutande\s+|närvarande\s+)?ledamöter)"
    r"(?![a-zåäö])(?!\s+(?:vid|under|på|enligt|se|framgår)\b)",
    re.IGNORECASE,
)
_LIKE_A_NAME = re.compile(rf"(?<!\w)(?:{WORD}),?[ \t]+(?:{WORD})(?!\w)")
_LISTED = frozenset(
    (AttendanceRole.MEMBER, AttendanceRole.VICE_CHAIR)
    + (AttendanceRole.SERVING_SUBSTITUTE, AttendanceRole.SUBSTITUTE)
)
ROWS_OF_A_LIST = 12
LEAST_NAMES = 3
MOST_NAMED = 5


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
    label = read_label(row)
    return label is None or label[0] in _LISTED


def _names_like(text: str) -> int:
    if LEADERS.search(text):
        return 0
    found = _LIKE_A_NAME.findall(_LIST.sub("", text, count=1))
    return sum(not NOT_NAMES.search(name) and not find_organ(name) for name in found)
