"""Roll-calls: long lists of names, of which an answer quotes only what was asked for."""

import re

from beslutssok.parse.votes import find_tallies

MIN_LINES = 9
SHORT_LINE = 45
MIN_MARKS = 5
_NAME = re.compile(r"[A-ZÅÄÖ][\wåäöé-]+(?:\s+[A-ZÅÄÖ][\wåäöé-]+)+")
# A cross says nothing without the heading of its column.
_BARE_MARK = re.compile(r"\sX(?:\s|$)")
_RULING = re.compile(r"utslagsröst|utfaller|därmed|\bfinner\b", re.IGNORECASE)


def is_roll_call(text: str) -> bool:
    """Whether a text is a list of how each member voted, or of who was there."""
    lines = text.split("\n")
    if text.count(" X") >= MIN_MARKS:
        return True
    return len(lines) >= MIN_LINES and sum(map(len, lines)) / len(lines) < SHORT_LINE


def telling_lines(text: str, question: str) -> list[str]:
    """The lines of a roll-call that state the tally, or name a person the question names."""
    names = {name.casefold() for name in _NAME.findall(question)}
    return [
        line
        for line in text.split("\n")
        if find_tallies([line])
        or _RULING.search(line)
        or (not _BARE_MARK.search(line) and any(name in line.casefold() for name in names))
    ]
