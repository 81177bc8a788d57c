"""Counts of a vote that say what each side was for: «25 röster för planen mot 5 för avslag»."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

COUNT_WORDS = {
    word: count
    for count, word in enumerate(
        re.findall(
            r"\w+",
            "noll en två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton "
            "sexton sjutton arton nitton tjugo",
        )
    )
} | {"ett": 1, "ingen": 0, "inga": 0}
NUMBER = rf"(?:\d{{1,3}}|(?<!\w)(?:{'|'.join(COUNT_WORDS)}))(?!\d)"
"""A count of voters, in digits or as a word; without a group."""

_VOTERS = r"(?:ledam\w+|personer)"
_VOTED = r"(?:har\s+)?rösta(?:r|de|t)"
NAMED = r"(?:\s*,[^.,:;\d]{3,80}(?:,[^.,:;\d]{3,80}){0,9}?,)?"
"""Those counted, named behind their number: «1 ledamot, N.N. (S), …»."""
_FIRST = (
    rf"(?:\b{_VOTED}\s+(?P<voting>{NUMBER})(?:\s+{_VOTERS})?"
    rf"|(?P<first>{NUMBER})\s*(?:st\s+)?(?:ja-?\s?röst(?:er)?|röst(?:er)?|(?:{_VOTERS}{NAMED}\s+)?{_VOTED}))"
)
_SECOND = (
    rf"(?P<second>{NUMBER})\s*(?:st\s+)?"
    rf"(?:(?:nej-?\s?)?röst(?:er)?\s+|(?:{_VOTERS})?{NAMED}\s+(?:{_VOTED}\s+)?|{_VOTED}\s+)?"
)
_SIDE = r"[^.;:\d]{2,140}?"
_AFTER = (
    rf"(?=\s*(?:[.;,:\n]|$)|\s+(?:och|samt|medan|varvid)\s+(?:{NUMBER}\s|ingen|inga)"
    r"|\s+(?:bif[aö]ll|avsl|beslut|beslöt|anta|återremit|bordl|fastställ|godkän|finner)\w*)"
)
_SIDES = re.compile(
    rf"{_FIRST}\s+för\s+(?P<yes>{_SIDE})(?:\s*,\s*(?:och\s+|mot\s+)?|\s+(?:mot|och|samt|medan)\s+)"
    rf"{_SECOND}för\s+(?P<no>{_SIDE}){_AFTER}",
    re.IGNORECASE,
)
_WHOSE = r"(?:[A-ZÅÄÖ][\w-]+\s){0,2}[A-ZÅÄÖ][\w-]*s(?:\sm\.?\s?fl\.?)?"
_GETS = r"(?:får|fick|erhåller|erhöll)"
_PUT = r"\w*(?:förslag|yrkande)"
# Two proposals against each other, as when one is chosen to stand against the main one.
_PROPOSALS = re.compile(
    rf"(?P<yes>{_WHOSE}\s{_PUT})\s+{_GETS}\s+(?P<first>{NUMBER})\s+röster"
    rf"(?:\s*,\s*(?:och\s+|medan\s+)?|\s+(?:och|medan|mot)\s+)"
    rf"(?P<no>{_WHOSE}(?:\s{_PUT})?)\s+(?:{_GETS}\s+)?(?P<second>{NUMBER})(?!\s+led)"
)
# What is voted on has a word that is no name: elections are by names.
_NO_NAME = re.compile(r"(?<!\w)[a-zåäö]{4,}")


@dataclass(frozen=True, slots=True)
class Sides:
    """A count with what a Yes and a No stood for, and the span of the words that state it.

    The side that is counted first is the Yes, where the words ja and nej are not used.
    """

    yes: int
    no: int
    for_yes: str
    for_no: str
    start: int
    end: int


def find_sides(text: str) -> Iterator[Sides]:
    """Find the counts that name their sides, in order.

    >>> [found] = find_sides("16 röstar för bifall och 15 för avslag.")
    >>> found.yes, found.for_yes, found.no, found.for_no
    (16, 'bifall', 15, 'avslag')
    """
    found = [
        match
        for match in _SIDES.finditer(text)
        if _NO_NAME.search(match["yes"]) and _NO_NAME.search(match["no"])
    ]
    for match in sorted((*found, *_PROPOSALS.finditer(text)), key=lambda match: match.start()):
        yield Sides(
            count_of(match["first"] or match["voting"]),
            count_of(match["second"]),
            match["yes"].strip(),
            match["no"].strip(),
            match.start(),
            match.end(),
        )


def count_of(text: str) -> int:
    """The number that digits or a word stand for."""
    return int(text) if text.isdigit() else COUNT_WORDS[text.lower()]
