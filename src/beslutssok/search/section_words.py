"""Which part of the documents a question asks for, and in which order of time."""

import re
from enum import Enum, auto

from beslutssok.domain import DocumentKind, SectionKind
from beslutssok.search.named import Named


class Order(Enum):
    """By which end of time good hits are put first."""

    LATEST = auto()
    EARLIEST = auto()


# The noun of a section, as one asks for it: «yrkanden om», «reservationer mot», «i omröstningen».
_SECTIONS: tuple[tuple[SectionKind, str, str], ...] = (
    (SectionKind.RESERVATION, "reservationer", r"reservation(?:en|er|erna)?|reserverade\s+sig"),
    (
        SectionKind.STATEMENT,
        "protokollsanteckningar",
        r"protokollsanteckning(?:en|ar|arna)?|särskil(?:t|da)\s+yttranden?",
    ),
    (
        SectionKind.MOTION,
        "yrkanden",
        r"(?:(?:tilläggs|avslags|ändrings|återremiss)?yrkande(?:n|t|na)?)",
    ),
    (
        SectionKind.VOTE,
        "omröstningar",
        r"omröstning(?:en|ar|arna)?|votering(?:en|ar|arna)?|röstsiffror(?:na)?|röstlist(?:a|an|or)",
    ),
    (SectionKind.PROPOSAL, "förslag till beslut", r"förslag(?:et|en)?\s+till\s+beslut"),
    (SectionKind.DOCUMENTS, "beslutsunderlag", r"beslutsunderlag(?:et|en)?"),
    (SectionKind.DISQUALIFICATION, "jäv", r"jäv|jävsanmälan"),
    (SectionKind.PROCEDURE, "beslutsgång", r"beslutsgång(?:en)?|propositionsordning(?:en)?"),
)
_SECTION_PATTERNS = tuple(
    (kind, label, re.compile(rf"(?<![\w-])(?:{pattern})(?!\w)", re.IGNORECASE))
    for kind, label, pattern in _SECTIONS
)
_KINDS = (
    (
        DocumentKind.AGENDA,
        re.compile(
            r"\b(?:i|ur|enligt|på)\s+(?:kallelsen|dagordningen|föredragningslistan)\b"
            r"|\bkallelse(?:n|r|rna)?\s+(?:till|för|från|inför|den|i)\b|^kallelse\b",
            re.IGNORECASE,
        ),
    ),
    (
        DocumentKind.MINUTES,
        re.compile(
            r"\b(?:i|ur|enligt)\s+(?:protokollet|protokollen)\b"
            r"|\bprotokoll(?:et|en)?\s+(?:från|den)\b|^protokoll\b(?!sut)",
            re.IGNORECASE,
        ),
    ),
)
_WHAT = (
    r"(?:beslut\w*|\w*budgetbeslut\w*|gång(?:en)?|ärende\w*|motion\w*|protokoll\w*|möte\w*"
    r"|sammanträde\w*|version\w*|taxa\w*|taxor\w*|ändring\w*|revidering\w*|rapport\w*|omröstning\w*"
    r"|interpellation\w*|behandling\w*|uppföljning\w*|plan\w*|\w+plan\w*|som|om|när)"
)
_LATEST = re.compile(
    rf"\b(?:senaste|nyaste|sista|latest|most\s+recent)\s+(?:\w+\s+){{0,2}}?{_WHAT}\b"
    r"|\b(?:det|den)\s+(?:senaste|nyaste)\b|\bsenast\b(?!\s+(?:den\b|\d))|\b(?:most\s+)?recently\b",
    re.IGNORECASE,
)
_EARLIEST = re.compile(
    r"\b(?:första|äldsta|tidigaste|earliest)\s+(?:\w+\s+)?(?:gången|beslutet|mötet|ärendet|motionen"
    r"|behandlingen|protokollet|besluten|sammanträdet)\b|\bäldsta\b|\btidigaste\b"
    r"|\b(?:togs|kom|väcktes|nämndes|behandlades|beslutades|lyftes)\s+(?:\w+\s+){0,8}?först\b"
    r"|\bför\s+första\s+gången\b",
    re.IGNORECASE,
)


def find_sections_asked(text: str) -> tuple[tuple[SectionKind, Named], ...]:
    """The kinds of section that a question asks for, with their Swedish names and places.

    >>> [kind.value for kind, _ in find_sections_asked("reservationer mot vindkraften")]
    ['reservation']
    """
    found = []
    for kind, label, pattern in _SECTION_PATTERNS:
        match = pattern.search(text)
        if match:
            found.append((kind, Named(label, *match.span(), certain=False)))
    return tuple(found)


def find_kind_asked(text: str) -> tuple[DocumentKind, Named] | None:
    """The kind of document that a question asks for.

    >>> find_kind_asked("Vad står i kallelsen om badet?")[0].value
    'kallelse'
    """
    for kind, pattern in _KINDS:
        match = pattern.search(text)
        if match:
            return kind, Named(kind.value, *match.span(), certain=kind is DocumentKind.AGENDA)
    return None


def find_order(text: str) -> tuple[Order, Named] | None:
    """Whether a question asks for the latest or the first of several.

    Expressions of time («de senaste tre åren») are to be taken away before.

    >>> find_order("senaste beslutet om badet")[0].name
    'LATEST'
    >>> find_order("första hjälpen") is None
    True
    """
    for order, pattern in ((Order.LATEST, _LATEST), (Order.EARLIEST, _EARLIEST)):
        match = pattern.search(text)
        if match:
            return order, Named(order.name, *match.span())
    return None
