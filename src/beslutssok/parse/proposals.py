"""What a body proposes to another, parted from what it decides itself."""

import re
from dataclasses import replace

from beslutssok.domain import Paragraph, ParagraphStyle, Section, SectionKind

_TO_ASSEMBLY = re.compile(
    r"\b(?:föreslår?|föreslås|förslag(?:er)?\s+till|hemställer|rekommenderar)\b[^.]{0,80}?"
    r"\b(?:kommun|region|stads|landstings|förbunds)?(?:fullmäktige|styrelsen|nämnden)\b",
    re.IGNORECASE,
)
_FOR_ITSELF = re.compile(
    r"\bför (?:egen|sin) del\b|\bbeslutar (?:också|även|dessutom|vidare)\b", re.IGNORECASE
)
_DECIDES = re.compile(
    r"\b\w*(?:styrelsen|nämnden|utskottet|rådet|beredningen)\s(?:beslutar|beslutade)\b",
    re.IGNORECASE,
)
_LEADS_IN = re.compile(r"(?::|\batt|besluta|följande)\s*$", re.IGNORECASE)
_ACCORDING_TO = re.compile(r"\s*(?:\d+[.)]\s*)?(?:enligt|i enlighet med)\b", re.IGNORECASE)


def part_proposals(section: Section) -> tuple[Section, ...]:
    """Part a decision section into what is decided and what is only proposed to another body.

    Under «Beslut» a board often writes «Kommunstyrelsen föreslår kommunfullmäktige besluta: 1. …».
    The points that follow are a proposal, and stay one wherever they are quoted.
    """
    if section.kind is not SectionKind.DECISION or not section.paragraphs:
        return (section,)
    parts: list[tuple[SectionKind, list[Paragraph]]] = []
    ruling = SectionKind.DECISION
    for paragraph in section.paragraphs:
        own, ruling = _kind_of(paragraph, ruling)
        if not parts or parts[-1][0] is not own:
            parts.append((own, []))
        parts[-1][1].append(paragraph)
    return tuple(
        replace(
            section,
            kind=kind,
            paragraphs=tuple(paragraphs),
            heading_places=section.heading_places if position == 0 else (),
        )
        for position, (kind, paragraphs) in enumerate(parts)
    )


def _kind_of(paragraph: Paragraph, ruling: SectionKind) -> tuple[SectionKind, SectionKind]:
    """The kind of a paragraph, and that of the points after it, until another lead-in."""
    text = paragraph.text
    if paragraph.style is not ParagraphStyle.POINT:
        proposes = _proposes(text)
        decides = _DECIDES.search(text) and _LEADS_IN.search(text) and not proposes
        if _FOR_ITSELF.search(text) or decides:
            return SectionKind.DECISION, SectionKind.DECISION
        if proposes:
            if _LEADS_IN.search(text):
                return SectionKind.PROPOSAL, SectionKind.PROPOSAL
            return SectionKind.PROPOSAL, ruling
    elif _proposes(text) and not _LEADS_IN.search(text):
        return SectionKind.PROPOSAL, ruling
    return ruling, ruling


def _proposes(text: str) -> bool:
    """Whether a sentence proposes, and not decides «enligt … förslag»."""
    return bool(_TO_ASSEMBLY.search(text)) and not _ACCORDING_TO.match(text)
