"""Roll-calls told by what was voted for: «För avslag röstar …. För bifall röstar …».

Which side is the Yes is read off what was put, never off the order in which they are named.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from beslutssok.domain import Person, Proposition

_WORDS = r"\s+(?![\"”“]?(?:ja|nej)\b)(?:[^.,:;()\n]|\([A-ZÅÄÖ]{1,3}\)){2,80}?"
SIDE = re.compile(
    rf"(?<![\w-])(?:[Ff]ör(?P<words>{_WORDS})|(?P<against>(?:[Ee]mot|[Mm]ot)(?P<refused>{_WORDS})?))"
    r"\s+röstar?(?:de)?\s*:?(?=\s+[A-ZÅÄÖ•–-])"
)
_ASIDE = re.compile(r"\([^)]*\)")
_NEGATED = re.compile(r"\b(?:inte|ej|icke|utan)\b", re.IGNORECASE)
_COMMON = frozenset({"till", "från", "enligt", "vill", "med", "samt", "eller", "vara", "röstar"})
_ENDING = re.compile(r"(?:et|en|[aent])?s?$")
_REJECTS, _APPROVES = "avslag", "bifall"


@dataclass(frozen=True, slots=True)
class VoteSide:
    """One side of a vote: what it voted for (or ``against``), who, and its span in the text."""

    words: str
    against: bool
    persons: tuple[Person, ...]
    parties: tuple[str, ...]
    start: int
    end: int


def yes_and_no(
    sides: Sequence[VoteSide], put: Proposition | None
) -> tuple[VoteSide, VoteSide] | None:
    """The side of the Yes and that of the No; ``None`` where that is not certain.

    Without ``put``, what was voted on, only a side for and one against tell it.
    """
    if len(sides) != 2:
        return None
    first, second = sides
    if put is None:
        of_one = _stems(first.words) & _stems(second.words) or not (first.words and second.words)
        if (first.against or second.against) and not of_one:
            return None
        is_yes = [_approves(side) for side in sides]
    else:
        for_yes, for_no = _telling(put.yes, put.no), _telling(put.no, put.yes)
        told = for_yes - for_no, for_no - for_yes
        is_yes = [_stands_for(side, *told) for side in sides]
        for this, other in ((0, 1), (1, 0)):
            known = is_yes[other]
            if sides[this].against and not sides[this].words and known is not None:
                is_yes[this] = not known
    if is_yes == [True, False]:
        return first, second
    return (second, first) if is_yes == [False, True] else None


def _approves(side: VoteSide) -> bool | None:
    stems = _stems(side.words)
    if {_REJECTS, _APPROVES} <= stems or _NEGATED.search(side.words):
        return None
    return (_REJECTS in stems) == side.against


def _telling(words: str, opposite: str) -> frozenset[str]:
    """The words that can tell a side: of a rejection only that it is one."""
    stems = _stems(words)
    if _NEGATED.search(words) or {_REJECTS, _APPROVES} <= stems:
        return frozenset()
    if _REJECTS in stems:
        return frozenset({_REJECTS})
    return stems if _REJECTS in _stems(opposite) else stems - {_APPROVES}


def _stands_for(side: VoteSide, for_yes: frozenset[str], for_no: frozenset[str]) -> bool | None:
    stems = _telling(side.words, _REJECTS)
    yes, no = bool(stems & for_yes), bool(stems & for_no)
    return None if yes == no else yes != side.against


def _stems(words: str) -> frozenset[str]:
    return frozenset(
        _stem(word)
        for word in re.findall(r"[^\W\d_]+", _ASIDE.sub(" ", words))
        if word.lower() not in _COMMON and (len(word) > 3 or word[0].isupper())
    )


def _stem(word: str) -> str:
    word = word.lower()
    if word.startswith(("avsl", "avstyrk")):
        return _REJECTS
    return _APPROVES if word.startswith(_APPROVES) else _ENDING.sub("", word, count=1)
