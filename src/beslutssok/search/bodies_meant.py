"""Which body a reference means, where the one named nearest to it is not the one."""

import re

from beslutssok.domain import SectionKind
from beslutssok.index.rows import StoredItem, StoredPassage, compared
from beslutssok.parse.organs import find_organ
from beslutssok.search.same_bodies import is_same_body

# «Bordlagt den 25 maj 2023, § 36» in the minutes of a body is its own doing.
_OWN_DOING = re.compile(r"\b(?:bordl|återremi)\w+", re.IGNORECASE)
_GIVEN_TO = re.compile(
    r"\s(?:uppdrag|beslut|överlämnande|remiss|begäran)\s+till\s+$", re.IGNORECASE
)
_GENERIC = re.compile(r"\b(nämnden|utskottet|styrelsen|arbetsutskottet)s?\b", re.IGNORECASE)
# Words that are looked back for the name of a body.
FARTHEST = 120
_SENTENCE = re.compile(r"[.;!?]\s+(?=[A-ZÅÄÖ])|\n")


def organ_meant(
    named: str, before: str, quoted: str, item: StoredItem, passage: StoredPassage
) -> str:
    """The body that a reference means, which may not be the one that is named nearest to it.

    «Fullmäktiges uppdrag till styrelsen 2024-02-01 § 4» is fullmäktige's; «nämnden» is the one
    that the text names last; where none is named, what was put off was so by the item's own body.
    """
    giver = _GIVEN_TO.search(before)
    if named and giver:
        return _last_organ(before[: giver.start()]) or named
    sentence = _SENTENCE.split(before)[-1]
    if not named:
        named = _last_organ(sentence)
    generic = _GENERIC.search(named or sentence)
    if generic and (not named or generic[0] == named):
        own = item.organ if compared(item.organ).endswith(compared(generic[1])) else ""
        return own or _last_organ(before) or named
    if named:
        return named
    is_own = passage.section is SectionKind.EARLIER or _OWN_DOING.search(sentence + quoted)
    return item.organ if is_own else ""


def _last_organ(text: str) -> str:
    """The body that a text names last, of those whose names tell which they are."""
    words = text.split()
    for start in range(len(words) - 1, max(-1, len(words) - FARTHEST), -1):
        named = find_organ(" ".join(words[start:])) or _in_genitive(words[start])
        if named and not _GENERIC.fullmatch(named):
            longer = find_organ(" ".join(words[max(0, start - 2) :]))
            return longer if longer and is_same_body(longer, named) else named
    return ""


def _in_genitive(word: str) -> str:
    return find_organ(word.rstrip(",.:;").removesuffix("s")) or ""
