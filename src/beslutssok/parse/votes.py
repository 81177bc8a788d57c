"""Tallies of votes as the minutes state them. A tally that is not stated is not invented."""

import re
from collections.abc import Iterable

from beslutssok.domain import Tally

_NUMBER = r"(\d{1,3})"
_VOTERS = r"(?:ledamöter|ledamot|röster|personer|röstande)"


def _votes(word: str) -> str:
    """A pattern for ``8 Ja``, ``8 ja-röster``, ``8 ledamöter röstar ja``, ``8 röster för ja``."""
    return (
        rf"{_NUMBER}\s*(?:st\s*)?(?:{_VOTERS}\s+)?(?:(?:har\s+)?rösta(?:r|de|t|nde)\s+)?(?:för\s+)?"
        rf"[\"”“]?{word}\b[\"”“]?(?:-?\s?röster?)?"
    )


_TALLY = re.compile(
    rf"{_votes('ja')}[^.\d]{{0,40}}?(?:mot|och|,|respektive|–|-)\s*(?:[^.\d]{{0,20}}?){_votes('nej')}",
    re.IGNORECASE,
)
_COLUMNS = re.compile(
    rf"(?:antal\s+)?\bja(?:-röster)?\s*:?\s*{_NUMBER}\b.{{0,30}}?\bnej(?:-röster)?\s*:?\s*{_NUMBER}\b",
    re.IGNORECASE | re.DOTALL,
)
_ABSTAINED = re.compile(
    rf"{_NUMBER}\s*(?:{_VOTERS}\s*)?(?:som\s*)?"
    r"(?:(?:har\s)?avstå(?:r|tt)|avstod|nedlagda|avstående)"
    rf"|\b(?:antal\s)?avstår:?\s*{_NUMBER}",
    re.IGNORECASE,
)
_NONE_ABSTAINED = re.compile(
    r"\bingen\s+(?:ledamot\s+)?(?:avstår|avstod|har avstått)", re.IGNORECASE
)
_ABSENT = re.compile(
    rf"{_NUMBER}\s*(?:{_VOTERS}\s*)?(?:är\s*|var\s*)?frånvarande|\bfrånv(?:arande)?:?\s*{_NUMBER}",
    re.IGNORECASE,
)
# What belongs to a tally stands this close behind it, in characters.
REACH = 220


def find_tallies(texts: Iterable[str]) -> tuple[Tally, ...]:
    """Find the tallies stated in the paragraphs of an item, in order.

    >>> find_tallies(["Omröstningen utfaller med 8 Ja mot 7 Nej. 1 ledamot avstår."])[0].no
    7
    """
    found = []
    for text in texts:
        matches = list(_TALLY.finditer(text)) or list(_COLUMNS.finditer(text))
        for position, match in enumerate(matches):
            end = matches[position + 1].start() if position + 1 < len(matches) else len(text)
            rest = text[match.end() : min(end, match.end() + REACH)]
            abstained = _first_number(_ABSTAINED.search(rest))
            if abstained is None and _NONE_ABSTAINED.search(rest):
                abstained = 0
            found.append(
                Tally(
                    yes=int(match[1]),
                    no=int(match[2]),
                    abstained=abstained,
                    absent=_first_number(_ABSENT.search(rest)),
                    text=match[0],
                )
            )
    return tuple(found)


def _first_number(match: re.Match[str] | None) -> int | None:
    if match is None:
        return None
    return int(next(group for group in match.groups() if group))
