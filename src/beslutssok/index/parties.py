"""Which parties a passage names, by the letters that stand for them."""

import re

from beslutssok.parse.entities import people

PARTY_NAMES = {**people.PARTY_NAMES, "vänstern": "V"}
"""The letters of parties, by their names in lower case one of them only said."""


_LETTERS = r"(?:[A-ZÅÄÖ]{1,5}|F[Ii])"
_LIST = rf"{_LETTERS}(?:\s*(?:,|/|\+|&|och|samt)\s*{_LETTERS})*"
_IN_BRACKETS = re.compile(rf"\(({_LIST})\)")
_MEMBERS_FROM = re.compile(
    rf"\b(?:[Ll]edam[oö]t(?:en|er|erna)?|[Gg]rupp(?:en|er|erna)?|[Pp]artigrupp(?:en|er|erna)?)"
    rf"\s+(?:från|för|i)\s+({_LIST})(?!\w)"
)
_GROUP = re.compile(rf"(?<!\w)({_LETTERS})-(?:grupp|gruppen|ledamöterna)\b")
_BY_LENGTH = sorted(PARTY_NAMES, key=len, reverse=True)
_NAME = re.compile(rf"\b({'|'.join(_BY_LENGTH)})s?\b", re.IGNORECASE)


def find_parties(text: str) -> frozenset[str]:
    """Find the parties that ``text`` names, as upper-case letters.

    >>> sorted(find_parties("Ylva Fors (M, KD) och Moderaterna mot Ledamöterna från SD och V."))
    ['KD', 'M', 'SD', 'V']

    Other abbreviations in brackets are found too; nobody asks for them as a party.
    """
    lists = [*_IN_BRACKETS.findall(text), *_MEMBERS_FROM.findall(text), *_GROUP.findall(text)]
    letters = (match for entry in lists for match in re.findall(rf"\b{_LETTERS}\b", entry))
    names = (PARTY_NAMES[name.lower()] for name in _NAME.findall(text))
    return frozenset(match.upper() for match in (*letters, *names))


def party_letters(party: str) -> str:
    """Give the upper-case letters of a party that is given by letters or by name.

    >>> party_letters("moderaterna"), party_letters("(kd)")
    ('M', 'KD')
    """
    word = party.strip().strip("()").strip().lower()
    return PARTY_NAMES.get(word, word.upper())
