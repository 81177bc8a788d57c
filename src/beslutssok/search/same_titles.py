"""Which titles name the same matter."""

import re
from collections.abc import Iterable

from beslutssok.index.words import part_stems, query_words, stem, tokens
from beslutssok.search.named_people import find_persons

# Share of the words of the shorter title that the longer has too, to be of the same matter.
ALIKE = 0.6
LEAST_WORDS = 2
# Letters; shorter words tell nothing, nor parts of words that are no longer.
SHORTEST = 3
# Titles that share this much of their words name the same thing.
LIKE = 0.8
_WORD = re.compile(r"[^\W\d_]{4,}")
_SAYS_NOTHING = frozenset(
    ("motion", "motionen", "medborgarförslag", "interpellation", "ledamotsinitiativ", "initiativ")
    + ("initiativärende", "remiss", "yttrande", "över", "angående", "gällande", "avseende", "från")
    + ("till", "förslag", "återremiss", "återremitterat", "ärende", "svar", "besvarande", "beslut")
    + ("information", "redovisning", "rapport", "nytt", "nya", "ytterligare", "förnyad")
)
# «Motion av N.N. (X) om …» is like every motion; what it is about stands after.
_PETITION = re.compile(
    r"^(?:svar\spå\s|yttrande\söver\s|remiss\sav\s|besvarande\sav\s)?"
    r"(?:motion|medborgarförslag|interpellation|(?:ledamots)?initiativ(?:ärende)?|e-förslag)\b"
    r".{0,160}?\b(?:om|angående|gällande|avseende)\s(?:att\s)?",
    re.IGNORECASE,
)
# A word with a capital within a sentence, or in front of a number: «Kvarnen 3».
_NAME = re.compile(r"(?<=[^\W_]\s)[A-ZÅÄÖÉ][\w-]{2,}|[A-ZÅÄÖÉ][\w-]{2,}(?=\s\d)")
_YEAR = re.compile(r"(?:19|20)\d{2}")
_NUMBER = re.compile(r"\d+(?::\d+)?|(?<=\betapp )[A-Z]\b|(?<=\bdel )[A-Z]\b")
# What is applied for, granted or filled again and again under titles alike.
_ANEW = re.compile(
    r"\b(?:\w*(?:bidrag|borgen|årsredovisning|bokslut|delårs\w*|avgift|taxa|avsägelse|bygglov|dispens)"
    r"|(?:fyllnads|om)?val)(?:et|en|er|erna|ar|arna)?\b",
    re.IGNORECASE,
)


def subject_of(title: str) -> str:
    """What a title says the matter is about, without that it is a motion and whose.

    >>> subject_of("Motion av Anna Berg (S) om ny gångbro")
    'ny gångbro'
    """
    return _PETITION.sub("", title) or title


def telling_words(title: str) -> frozenset[str]:
    """The longer words of a title that tell its matter, in lower case."""
    words = (word.casefold() for word in _WORD.findall(title))
    return frozenset(word for word in words if word not in _SAYS_NOTHING)


def is_same_matter(one: str, other: str) -> bool:
    """Whether two titles are of the same matter, by the words they share.

    >>> is_same_matter("Motion om namnskyltar på samiska", "Yttrande över namnskyltar på samiska")
    True
    """
    few, many = sorted((telling_words(one), telling_words(other)), key=len)
    return len(few) >= LEAST_WORDS and len(few & many) >= ALIKE * len(few)


def is_taken_up_anew(one: str, other: str, huvudman: str = "") -> bool:
    """Whether two titles are of one matter even if their case numbers differ.

    They share the name of a place, a company or the like, which is not that of the organisation,
    and all the other words of one or a part of them; no number, year or person tells them apart,
    and they are not of what each applies for or is elected to anew.

    >>> is_taken_up_anew("Planuppdrag för Södra kajen", "Ny detaljplan för Södra kajen – samråd")
    True
    >>> is_taken_up_anew("Bygglov på Kvarnen 3", "Bygglov på Kvarnen 8")
    False
    """
    persons = [{name.name for name in find_persons(title)} for title in (one, other)]
    if (all(persons) and persons[0].isdisjoint(persons[1])) or _ANEW.search(f"{one} {other}"):
        return False
    titles = subject_of(one), subject_of(other)
    own = {_bare(word) for word in huvudman.split()}
    names = [{_bare(name) for name in _NAME.findall(title)} - own for title in titles]
    words = [{_bare(word) for word in query_words(title)} for title in titles]
    shared = names[0] & names[1]
    if not shared or not (names[0] <= words[1] or names[1] <= words[0]):
        return False
    told = [[word for word in words[n] - names[n] - own if _tells(word)] for n in (0, 1)]
    few, many = sorted(told, key=len)
    parts = {part for word in many for part in _parts(word)}
    alike = sum(not parts.isdisjoint(_parts(word)) for word in few)
    if alike < len(few) or alike + len(shared) < LEAST_WORDS:
        return False
    return not _is_numbered_apart(*titles)


def _bare(word: str) -> str:
    return word.casefold().removesuffix("s")


def _tells(word: str) -> bool:
    return word.isalpha() and len(word) >= SHORTEST and word not in _SAYS_NOTHING


def _parts(word: str) -> set[str]:
    return {stem(word), *(part for part in part_stems(word) if len(part) > SHORTEST)}


def _is_numbered_apart(one: str, other: str) -> bool:
    for pattern in (_YEAR, _NUMBER):
        first, second = ({*pattern.findall(title)} for title in (one, other))
        if first and second and first.isdisjoint(second):
            return True
    return False


def is_named_alike(one: str, other: str) -> bool:
    """Whether two titles may name one matter: as good as all words of one, and the same persons."""
    first, second = ({stem(word) for word in tokens(title)} for title in (one, other))
    persons = [{name.name for name in find_persons(title)} for title in (one, other)]
    if all(persons) and persons[0].isdisjoint(persons[1]):
        return False
    least = min(len(first), len(second))
    return least == 0 or len(first & second) / least >= LIKE


def are_namesakes(titles: Iterable[str]) -> bool:
    """Whether two titles share as good as all words."""
    first, second = ({stem(token) for token in tokens(title)} for title in titles)
    return bool(first | second) and len(first & second) / len(first | second) >= LIKE
