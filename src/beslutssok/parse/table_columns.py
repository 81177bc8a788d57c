"""The columns of an agenda that is a table: what each holds, and where its cells stand."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from beslutssok.domain import Line
from beslutssok.parse.case_numbers import find_case_numbers, is_case_label

# How far left of its column's head a cell may begin, in points.
TOLERANCE = 6.0


class Column(Enum):
    """What a column of an agenda holds."""

    NUMBER = "number"
    TITLE = "title"
    CASE = "case"
    PROPOSAL = "proposal"
    OTHER = "other"


_HEADS: tuple[tuple[Column, str], ...] = (
    (Column.NUMBER, r"nr\.?|§|punkt|ärende-?\s?nr\.?|ärendenummer|p\.?|#|nummer|pkt"),
    (
        Column.TITLE,
        r"ärenden?|(?:ärende)?rubrik|ärendemening|ärende/rubrik|ämne|ärendebenämning|innehåll"
        r"|ärendets\snamn|ärende(?:beskrivning)?/rubrik|titel|benämning",
    ),
    (
        Column.CASE,
        r"(?:ärende)?beteckning|diarienummer|diarienr\.?|dnr\.?|d\.?nr|diarie(?:beteckning)?"
        r"|ärende-?id|dnr/beteckning|diarie-?nr",
    ),
    (
        Column.PROPOSAL,
        r"(?:\w+s\s)?förslag(?:\still\sbeslut)?|beslutsförslag|förslag\still|förslag/åtgärd",
    ),
    (
        Column.OTHER,
        r"föredragande|föredras\sav|handläggare|ansvarig|tid|klockslag|kl\.?|sida|sid\.?|bilagor?"
        r"|anteckning(?:ar)?|typ|kommentar|handling(?:ar)?|underlag|ärendetyp|åtgärd|tjänsteperson"
        r"|anm(?:ärkning)?\.?|status|beslut(?:styp)?|tjänsteman|beräknad\stid|deltar",
    ),
)
_COMPILED = tuple((column, re.compile(pattern, re.IGNORECASE)) for column, pattern in _HEADS)
_NUMBER = re.compile(r"(?:§\s?)?(?P<number>\d{1,3}(?:\s?[a-h])?)[.)]?")
_CASE_PART = re.compile(r"[A-ZÅÄÖ]{0,6}[-/ ]?\d{4}[-/:]|\d{3,6}|[A-ZÅÄÖ]{1,6}[-/]")


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table: what they hold, their printed heads, their left edges in points."""

    kinds: tuple[Column, ...]
    heads: tuple[str, ...]
    lefts: tuple[float, ...]

    def place_of(self, cell: Line, position: int, count: int) -> int:
        """The column of a cell, the ``position``-th of ``count`` in its row."""
        if self.lefts:
            at = [i for i, left in enumerate(self.lefts) if left <= cell.place.left + TOLERANCE]
            return at[-1] if at else 0
        if count == len(self.kinds):
            return position
        return self._by_content(cell.text, position)

    def _by_content(self, text: str, position: int) -> int:
        kind = Column.TITLE
        if number_in(text) is not None and position == 0:
            kind = Column.NUMBER
        elif find_case_numbers(text) or _CASE_PART.fullmatch(text.strip()):
            kind = Column.CASE
        elif position >= 1 and Column.NUMBER not in self.kinds or position >= 2:
            return min(position, len(self.kinds) - 1)
        return self.kinds.index(kind) if kind in self.kinds else min(position, len(self.kinds) - 1)


def read_columns(line: Line) -> Columns | None:
    """The columns that a line names, if it is the head of an agenda's table."""
    heads = tuple(" ".join(text.split()) for text in line.text.split("\t"))
    if len(heads) < 2:
        return None
    kinds = tuple(_kind_of(head) for head in heads)
    known = [kind for kind in kinds if kind is not None]
    if Column.TITLE not in known or len(known) * 2 <= len(kinds):
        return None
    if Column.NUMBER not in known and Column.CASE not in known and Column.PROPOSAL not in known:
        return None
    lefts = line.cell_lefts if len(line.cell_lefts) == len(heads) else ()
    return Columns(tuple(kind or Column.OTHER for kind in kinds), heads, lefts)


def _kind_of(head: str) -> Column | None:
    bare = head.strip(" :")
    for kind, pattern in _COMPILED:
        if pattern.fullmatch(bare):
            return kind
    return None


def number_in(text: str) -> str | None:
    """The number that a cell consists of.

    >>> number_in("7."), number_in("Upprop")
    ('7', None)
    """
    match = _NUMBER.fullmatch(text.strip())
    return " ".join(match["number"].split()) if match else None


def case_number_in(texts: Sequence[str]) -> str | None:
    """The case number in a cell, which may be broken over lines: ``BN-2021-``, ``00030``."""
    for joined in ("".join(texts), " ".join(texts)):
        label = "" if joined and is_case_label(joined.split()[0]) else "Dnr "
        found = find_case_numbers(label + " ".join(joined.split()))
        if found:
            return found[0][0]
    return None
