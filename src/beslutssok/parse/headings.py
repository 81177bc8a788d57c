"""Headings of sections, and what kind of section they open.

The lexicon is that of the design: any case, singular or plural, with or without a colon or a
body's name. What records a decision and what only proposes one is told apart here.
"""

import re
from functools import lru_cache

from beslutssok.domain import SectionKind
from beslutssok.parse.lexicon import DATE, ORGAN_GENITIVE, PATTERNS, PROPOSES, STEMS, WEAK
from beslutssok.parse.organs import find_organ, organ_of_abbreviation

MAX_HEADING = 110
# The same lines are asked about several times while a document is understood.
REMEMBERED = 4096

_DECISION = re.compile(
    rf"(?:slutligt\s)?beslut(?:et)?{DATE}|beslut\si\särendet|(?P<genitive>{ORGAN_GENITIVE})\sbeslut{DATE}"
    r"|(?P<organ>[\wåäö-]+(?:,?\s(?:och\s)?[\wåäö-]+){0,5})\sbeslutar?(?:\s(?:att|följande))?"
    r"|beslut\s(?:i|av)\s(?P<where>[\wåäö -]{4,60})|beslut\sför\segen\sdel",
    re.IGNORECASE,
)
_REMARK = re.compile(
    r"\s*(?:\([^()]{3,40}\)|[–-]\s*(?:omedelbar|direkt)\s?justering)$", re.IGNORECASE
)


_SHORT = re.compile(r"(?P<name>[A-ZÅÄÖ]{2,5}):?s(?P<more>\s.*)?$")
# Names that say which sort of body it is, and not which.
_ANY_BODY = frozenset({"fullmäktige", "nämnden", "styrelsen", "utskottet", "arbetsutskottet"})


@lru_cache(maxsize=REMEMBERED)
def classify_heading(text: str, organ: str = "") -> SectionKind | None:
    """The kind of section that a heading opens, or ``None`` when it is in no lexicon.

    ``organ`` is the body whose minutes they are: another body's decision, quoted under its own
    heading, is earlier treatment and never this meeting's decision.

    >>> classify_heading("Kommunstyrelsens beslut", "Kommunstyrelsen")
    <SectionKind.DECISION: 'beslut'>
    >>> classify_heading("Arbetsutskottets beslut 2024-01-30", "Kommunstyrelsen")
    <SectionKind.EARLIER: 'tidigare'>
    >>> classify_heading("Kommunstyrelsens förslag till kommunfullmäktige")
    <SectionKind.PROPOSAL: 'forslag'>
    """
    bare = " ".join(text.replace("\t", " ").split()).strip(" :.").strip()
    if not bare or len(bare) > MAX_HEADING or not STEMS.search(bare):
        return None
    match = None if PROPOSES.search(bare) else _DECISION.fullmatch(_REMARK.sub("", bare))
    if match:
        return _kind_of_decision(match, organ)
    for kind, pattern in PATTERNS:
        if pattern.fullmatch(bare):
            return kind
    return None


def _kind_of_decision(match: re.Match[str], organ: str) -> SectionKind | None:
    """Whether it is this body's decision or another's; ``None`` where no body is named."""
    named = match["genitive"] or match["organ"] or match["where"]
    if match["organ"] or match["where"]:
        named = find_organ(named) or organ_of_abbreviation(named) or ""
        if not named:
            return None
    short = match["genitive"] and _SHORT.match(match["genitive"])
    if short:
        # Which body an abbreviation stands for is sure only where it is this one.
        stands_for = None if short["more"] else organ_of_abbreviation(short["name"])
        own = stands_for is not None and organ and _same_organ(stands_for, organ)
        return SectionKind.DECISION if own else None
    if named and organ and not _same_organ(named, organ):
        return SectionKind.EARLIER
    return SectionKind.DECISION


def is_weak_heading(text: str) -> bool:
    """Whether a heading's words are so common that only its type can tell it is one."""
    return bool(WEAK.fullmatch(text.strip(" :")))


def _same_organ(named: str, organ: str) -> bool:
    def key(name: str) -> str:
        name = re.sub(r"[^a-zåäö]", "", name.casefold())
        return re.sub(r"s$", "", name)

    first, second = key(named), key(organ)
    if first in _ANY_BODY:
        return first in second or first.removesuffix("et") in second
    if second in _ANY_BODY or first in {"stadsdelsnämnden", "kommundelsnämnden"}:
        return second.removesuffix("en") in first or first.removesuffix("en") in second
    return first == second
