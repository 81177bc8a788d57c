"""Which passages of an item tell what happened, and which only lead in to others."""

import re
from collections.abc import Sequence

from beslutssok.domain import SectionKind
from beslutssok.index.rows import StoredPassage

# Which section tells best what happened, first of those that there are.
_TELLING = (
    SectionKind.DECISION,
    SectionKind.PROPOSAL,
    SectionKind.SUMMARY,
    SectionKind.BACKGROUND,
)
LONGEST_LEAD_IN = 140
_LEADS_IN = re.compile(
    r"(?:\bbeslutar?|\batt|\bföljande|:|\bföreslår(?:\s+\w+)?)\s*$", re.IGNORECASE
)
# «Enligt yrkandet från M och C:» leads in too, but says whose proposal was carried.
_SAYS_WHOSE = re.compile(r"\b(?:enligt|yrkande\w*|bifall\w*)\b", re.IGNORECASE)


def first_telling(passages: Sequence[StoredPassage]) -> StoredPassage:
    """The first passage of the most telling section that there is."""
    for kind in _TELLING:
        for passage in passages:
            if passage.section is kind and (passage.point or not is_lead_in(passage.text)):
                return passage
    return passages[0]


def is_lead_in(text: str) -> bool:
    """Whether a text only leads in to points («Kommunstyrelsen föreslår fullmäktige besluta»)."""
    return (
        len(text) < LONGEST_LEAD_IN
        and bool(_LEADS_IN.search(text))
        and not _SAYS_WHOSE.search(text)
    )
