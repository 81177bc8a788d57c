"""Roll-calls: long lists of names, of which an answer quotes only what was asked for."""

import re
from collections.abc import Iterable

from beslutssok.parse.votes import find_tallies

MIN_LINES = 9
SHORT_LINE = 45
MIN_MARKS = 5
# A cross says nothing without the heading of its column.
_BARE_MARK = re.compile(r"\sX(?:\s|$)")
_RULING = re.compile(r"utslagsröst|utfaller|därmed|\bfinner\b", re.IGNORECASE)


def is_roll_call(text: str) -> bool:
    """Whether a text is a list of how each member voted, or of who was there."""
    lines = text.split("\n")
    if text.count(" X") >= MIN_MARKS:
        return True
    return len(lines) >= MIN_LINES and sum(map(len, lines)) / len(lines) < SHORT_LINE


def ruling_lines(text: str) -> list[str]:
    """The lines of a roll-call that state the tally or what it led to."""
    return [line for line in text.split("\n") if find_tallies([line]) or _RULING.search(line)]


def naming_lines(text: str, names: Iterable[str]) -> list[str]:
    """The lines of a roll-call that name one of the persons, with how they voted."""
    wanted = [name.casefold() for name in names]
    return [
        line
        for line in text.split("\n")
        if not _BARE_MARK.search(line) and any(name in line.casefold() for name in wanted)
    ]
