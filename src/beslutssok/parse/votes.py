"""Tallies of votes as the minutes state them. A tally that is not stated is not invented."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from beslutssok.domain import Tally
from beslutssok.parse.sides import NAMED, NUMBER, count_of, find_sides

_NUMBER = f"({NUMBER})"
_VOTERS = r"(?:ledamöter(?:na)?|ledamot|röster|röst|personer|röstande)"


def _votes(word: str) -> str:
    """A pattern for ``8 Ja``, ``8 ja-röster``, ``8 ledamöter röstar ja``, ``8 röster för ja``."""
    return (
        rf"{_NUMBER}\s*(?:st\s*)?(?:{_VOTERS}\s+)?(?:(?:har\s+)?rösta(?:r|de|t|nde)\s+)?(?:för\s+)?"
        rf"[\"”“]?{word}\b[\"”“]?(?:[-–]?\s?röst(?:er)?)?"
    )


_BETWEEN = r"[^.\d]{0,40}?(?:mot|och|samt|,|respektive|–|-|\n)\s*(?:[^.\d]{0,20}?)"
_TALLY = re.compile(rf"{_votes('ja')}{_BETWEEN}{_votes('nej')}", re.IGNORECASE)
_REVERSED = re.compile(rf"{_votes('nej')}{_BETWEEN}{_votes('ja')}", re.IGNORECASE)
_COLUMNS = re.compile(
    rf"(?:antal\s+)?\bja(?:[-–]\s?röst(?:er)?)?\s*[:=]?\s*{_NUMBER}\b.{{0,30}}?"
    rf"\bnej(?:[-–]\s?röst(?:er)?)?\s*[:=]?\s*{_NUMBER}\b",
    re.IGNORECASE | re.DOTALL,
)
_TABLE = re.compile(
    r"\bJa\s+Nej\s+(?:(?P<c>Avst[\wå]*)\.?\s+)?(?:(?P<d>Frånv\w*)\.?\s+)?(?:(?:Summa|Totalt?)\s+)?"
    r"(\d{1,3})\s+(\d{1,3})(?:\s+(?P<e>\d{1,3}))?(?:\s+(?P<f>\d{1,3}))?(?=\s|$)"
)
_PLAIN = re.compile(
    rf"\bmed\s+{_NUMBER}\s+röster\s+mot\s+{_NUMBER}(?!\s*(?:nej|ja))"
    rf"|\bröstsiffrorna\s*(?:blev\s+|är\s+|var\s+|:)?\s*{_NUMBER}\s*(?:[–-]|mot)\s*{_NUMBER}",
    re.IGNORECASE,
)
_ABSTAINED = re.compile(
    rf"{_NUMBER}\s*(?:st\s*)?(?:{_VOTERS}{NAMED}\s*)?(?:som\s*)?(?:har\s+)?(?:lagt\s+)?"
    r"(?:avstå(?:r|tt)|avstod|nedlagda|avstående|ned\s+sin)(?!\s*[:=])"
    rf"|\b(?:antal\s)?avst(?:år|od|ått|ående|\.)?\s*[:=]?\s*{_NUMBER}",
    re.IGNORECASE,
)
_NONE_ABSTAINED = re.compile(
    r"\bingen\s+(?:ledamot\s+)?(?:avstår|avstod|har avstått)", re.IGNORECASE
)
_ABSENT = re.compile(
    rf"{_NUMBER}\s*(?:st\s*)?(?:{_VOTERS}\s*)?(?:som\s+)?(?:är\s*|var\s*)?frånvarande(?!\s*[:=])"
    rf"|\bfrånv(?:arande|\.)?\s*[:=]?\s*{_NUMBER}",
    re.IGNORECASE,
)
# What belongs to a tally stands this close behind it, in characters.
REACH = 220


@dataclass(frozen=True, slots=True)
class _Stated:
    start: int
    end: int
    yes: int
    no: int
    table: re.Match[str] | None = None


def find_tallies(texts: Iterable[str]) -> tuple[Tally, ...]:
    """Find the tallies stated in the paragraphs of an item, in order.

    >>> find_tallies(["Omröstningen utfaller med 8 Ja mot 7 Nej. 1 ledamot avstår."])[0].no
    7
    """
    return tuple(tally for text in texts for tally, _, _ in locate_tallies(text))


def locate_tallies(text: str) -> Iterator[tuple[Tally, int, int]]:
    """The tallies stated in a text, in order, each with the span of the words that state it.

    >>> [(tally.yes, start, end) for tally, start, end in locate_tallies("Ja: 9 Nej: 6")]
    [(9, 0, 12)]
    """
    found = list(_stated(text))
    for position, stated in enumerate(found):
        end = found[position + 1].start if position + 1 < len(found) else len(text)
        rest = text[stated.end : min(end, stated.end + REACH)]
        abstained = _first_number(_ABSTAINED.search(rest))
        if abstained is None and _NONE_ABSTAINED.search(rest):
            abstained = 0
        absent = _first_number(_ABSENT.search(rest))
        if stated.table is not None:
            abstained, absent = _of_table(stated.table)
        words = text[stated.start : stated.end]
        yield Tally(stated.yes, stated.no, abstained, absent, words), stated.start, stated.end


def _stated(text: str) -> Iterator[_Stated]:
    """Counts that do not overlap, those of the patterns first named before the others."""
    taken = [_Stated(sides.start, sides.end, sides.yes, sides.no) for sides in find_sides(text)]
    for pattern in (_TALLY, _REVERSED, _TABLE, _COLUMNS, _PLAIN):
        for match in pattern.finditer(text):
            if any(match.start() < other.end and other.start < match.end() for other in taken):
                continue
            yes, no = (count_of(group) for group in [g for g in _counts(match) if g][:2])
            if pattern is _REVERSED:
                yes, no = no, yes
            table = match if pattern is _TABLE else None
            taken.append(_Stated(match.start(), match.end(), yes, no, table))
    yield from sorted(taken, key=lambda stated: stated.start)


def _counts(match: re.Match[str]) -> list[str]:
    named = set(match.re.groupindex.values())
    return [group for at, group in enumerate(match.groups(), start=1) if at not in named]


def _of_table(match: re.Match[str]) -> tuple[int | None, int | None]:
    """How many abstained and were absent, in the columns that say so."""
    rest = [int(count) for count in (match["e"], match["f"]) if count]
    abstained = rest.pop(0) if match["c"] and rest else None
    return abstained, rest.pop(0) if match["d"] and rest else None


def _first_number(match: re.Match[str] | None) -> int | None:
    if match is None:
        return None
    return count_of(next(group for group in match.groups() if group))
