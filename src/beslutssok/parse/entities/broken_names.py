"""Names in a list of those present that are broken over two lines: «Per» and «Ek (M)»."""

import re

from beslutssok.parse.entities.people import IN_BRACKETS, PARTY_NAMES, WORD

_PARTICLE = r"(?:af|von|van|de)"
_CUT_OFF = re.compile(
    rf"(?:^|[,;:]|\s(?:och|samt))\s*(?P<name>{WORD}(?:\s(?:{WORD}|{_PARTICLE})){{0,2}})\s*$"
)
_GOES_ON = re.compile(rf"(?:{_PARTICLE}\s)?{WORD}\s*{IN_BRACKETS}")


def cut_off_name(row: str, following: str) -> str:
    """The beginning of a name at the end of a row that goes on in the following one, or nothing.

    What follows is a single word: a whole name goes on nobody's.

    >>> cut_off_name("Anna Berg (S), Per", "Ek (M), Eva Lind (V)")
    'Per'
    >>> cut_off_name("Kim Sand", "Anna Berg (S)")
    ''
    """
    first = _CUT_OFF.search(row)
    if first is None or not _GOES_ON.match(following):
        return ""
    name = " ".join(first["name"].split())
    return "" if name.casefold() in PARTY_NAMES else name
