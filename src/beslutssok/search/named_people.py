"""Parties and persons that a question names."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from beslutssok.index.parties import PARTY_NAMES
from beslutssok.search.named import Named

# Besides the names of the Riksdag's parties: older and shorter ones, and what people say.
_NAMES = {
    **PARTY_NAMES,
    "centern": "C",
    "folkpartiet": "L",
    "sossarna": "S",
    "moderata samlingspartiet": "M",
    "miljöpartiet de gröna": "MP",
    "feministiskt initiativ": "FI",
    "moderater": "M",
    "socialdemokrater": "S",
    "sverigedemokrater": "SD",
    "centerpartister": "C",
    "liberaler": "L",
    "kristdemokrater": "KD",
    "miljöpartister": "MP",
    "vänsterpartister": "V",
}
_BY_NAME = re.compile(
    rf"(?<!\w)({'|'.join(sorted(_NAMES, key=len, reverse=True))})s?(?!\w)", re.IGNORECASE
)
_LETTERS = r"(?:SD|KD|MP|FI|Fi|[MSCLV])"
_ANY_LETTERS = r"(?:[A-ZÅÄÖ]{1,5}|Fi)"
_IN_BRACKETS = re.compile(rf"\(({_ANY_LETTERS}(?:\s*[,/+]\s*{_ANY_LETTERS})*)\)")
_UNMISTAKABLE = re.compile(r"(?<![\w-])(SD|KD|MP)(?=(?::?s)?(?!\w)|-\w)")
# A letter alone is a party where one acts, speaks or owns a proposal.
_ACTS = (
    r"\b(?i:röstade|röstar|tyckte|tycker|yrkade|yrkar|ville|vill|föreslog|sade|sa|reserverade\s+sig"
    r"|reserverar\s+sig|ställde\s+sig|motsatte\s+sig|agerade|avstod|stödde|gick|väckte"
    r"|(?:har|hade)(?=\s+\S+\s+(?:\w+\s+){0,3}?(?:röstat|yrkat|reserverat|agerat|ställt|tyckt|föreslagit"
    r"|avstått|sagt|velat|motsatt|gått|väckt))"
    r"|(?:motion\w*|yrkande\w*|förslag\w*|reservation\w*|interpellation\w*|ledamot|ledamöter\w*"
    r"|grupp\w*|partie[rt]\w*|(?:lämna|gjor|väck|ställ|begär|yrka|föreslag|skriv)\w*)"
    r"\s+(?:av|från|för|i))"
)
_OWNING = re.compile(
    rf"(?<![\w-])({_LETTERS})(?::s\b|s\s+(?=motion|yrkande|förslag|reservation|interpellation"
    r"|budget)|-(?=motion|yrkande|grupp|ledam|reservation|förslag|budget))"
)
_NAME = r"[A-ZÅÄÖÉÜ][a-zåäöéüáčđŋšŧž]+(?:-[A-ZÅÄÖÉÜ][a-zåäöéüáčđŋšŧž]+)?"
PERSON = re.compile(
    rf"(?<![\w-])({_NAME}(?:\s+(?:af|av|von|de|den)\s+|\s+){_NAME}(?:\s+{_NAME})?)(?!\w)"
)
# Words that open a question in upper case without being a name.
_OPENING_WORDS = """
vad vem vilka vilken vilket hur när var varför har ska skall får är blir blev kan finns fick
gick går kommer sade sa tog röstade antog avslog beslutade beslut motion motionen interpellation
yrkade om i på av från enligt tyckte region landstinget kommun nämnden the is was what who how
did when protokoll protokollet kallelse möte mötet ärende paragraf budget mål plan reserverade
senaste första vill ville
"""
OPENING_WORDS = frozenset(_OPENING_WORDS.split())


@lru_cache(maxsize=8)
def _acting(local: frozenset[str]) -> re.Pattern[str]:
    own = (re.escape(letters) for letters in sorted(local, key=len, reverse=True) if letters)
    letters = f"(?:{'|'.join((_LETTERS, *own))})"
    between = r"(?:\s*,\s*|\s+och\s+|\s+samt\s+|\s*/\s*|\s*\+\s*)"
    return re.compile(
        rf"{_ACTS}\s+(?:både\s+|såväl\s+|varken\s+)?((?:{letters}{between})*{letters})(?![\w-])"
    )


def find_parties_asked(text: str, letters: Iterable[str] = ()) -> tuple[Named, ...]:
    """The parties that a question names, as upper-case letters, each once, in order.

    ``letters`` are those of local parties. A letter by itself counts only where a party acts.

    >>> [party.name for party in find_parties_asked("Hur röstade V och Moderaterna?")]
    ['V', 'M']
    >>> find_parties_asked("Vitamin C och hepatit C")
    ()
    """
    local = {letter.upper() for letter in letters}
    found: list[Named] = []
    for match in _BY_NAME.finditer(text):
        found.append(Named(_NAMES[match[1].lower()], *match.span()))
    for pattern in (_IN_BRACKETS, _acting(frozenset(local))):
        for match in pattern.finditer(text):
            for part in re.finditer(_ANY_LETTERS, match[1]):
                start = match.start(1) + part.start()
                found.append(Named(part[0].upper(), start, start + len(part[0])))
    for pattern in (_UNMISTAKABLE, _OWNING):
        for match in pattern.finditer(text):
            found.append(Named(match[1].upper(), *match.span(1)))
    known = {*_NAMES.values(), *local}
    once: dict[str, Named] = {}
    for named in sorted(found, key=lambda named: named.start):
        if named.name in known:
            once.setdefault(named.name, named)
    return tuple(once.values())


def find_persons(text: str, others: Sequence[str] = ()) -> tuple[Named, ...]:
    """What looks like a person's name, or another proper name of several words.

    ``others`` are names of bodies and organisations, which are no persons. A genitive's «s» is
    taken off where the name before it does not end so by itself.

    >>> [name.name for name in find_persons("Vad yrkade Anna Berg om badet?")]
    ['Anna Berg']
    """
    taken = {word.casefold() for other in others for word in other.split()}
    found: list[Named] = []
    for match in PERSON.finditer(text):
        words, start = match[1].split(), match.start()
        while words and words[0].casefold() in OPENING_WORDS:
            start += len(words[0]) + 1
            words = words[1:]
        if len(words) < 2 or any(word.casefold().removesuffix("s") in taken for word in words):
            continue
        if any(_BY_NAME.fullmatch(word) or word.casefold() in taken for word in words):
            continue
        found.append(Named(" ".join(words), start, match.end()))
    return tuple(found)


def is_named(text: str, name: str) -> bool:
    """Whether a text has a name, given in the nominative or the genitive, in either case.

    >>> is_named("Motion av Kalle Bergs om badet", "Kalle Berg"), is_named("Bo Alm", "Bo Alms")
    (True, True)
    """
    forms = {name, name.removesuffix("s")}
    alternatives = "|".join(re.escape(form) for form in forms)
    return bool(re.search(rf"(?<!\w)(?:{alternatives})s?(?!\w)", text, re.IGNORECASE))


def is_called(name: str, printed: str) -> bool:
    """Whether a person named in a question is the one in a document, who may have more names.

    >>> is_called("Anna Berg", "Anna Maria Berg"), is_called("Bergs", "Anna Berg")
    (True, True)
    >>> is_called("Anna Berg", "Anna Bergman")
    False
    """
    words, other = name.casefold().split(), set(printed.casefold().split())
    if not words:
        return False
    last = {words[-1], words[-1].removesuffix("s")}
    return set(words[:-1]) <= other and not last.isdisjoint(other)
