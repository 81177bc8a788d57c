"""What a body proposes to another, parted from what it decides itself."""

import re
from dataclasses import replace

from beslutssok.domain import Paragraph, ParagraphStyle, Section, SectionKind

_BODY = (
    r"(?:\w*(?:fullmäktige|styrelsen|nämnden|utskottet|direktionen|kommittén|beredningen|stämman)"
    r"|(?-i:[A-ZÅÄÖ]{2,5}|Kf|Ks|Rf|Rs))"
)
_TO_ASSEMBLY = re.compile(
    rf"\b(?:föreslår?|föreslås|hemställer|rekommenderar)\b[^.]{{0,80}}?\b{_BODY}\b"
    rf"|\b{_BODY}\s(?:föreslås|rekommenderas)\b"
    rf"|^(?:\d+[.)]\s*)?(?:\w+s\s)?förslag(?:er)?\s+till\s+(?:beslut\s+i\s+)?{_BODY}\b",
    re.IGNORECASE,
)
# Whoever the proposal goes to: a board that proposes something does not decide it.
_BOARD_PROPOSES = re.compile(
    r"^(?:\d+[.)]\s*)?(?:[\wåäö-]+,?\s(?:och\s)?){0,4}?"
    r"\w*(?:styrelsen|nämnden|utskottet|rådet|beredningen|direktionen|kommittén)\s"
    r"(?:beslutar?\s(?:att\s)?)?(?:föreslår?|hemställer|hemställa|rekommenderar?)\satt\b",
    re.IGNORECASE,
)
_FOR_ITSELF = re.compile(
    r"\bför (?:egen|sin) del\b|\bbeslutar (?:också|även|dessutom|vidare|därutöver|därtill)\b",
    re.IGNORECASE,
)
_DECIDES = re.compile(
    r"\b\w*(?:styrelsen|nämnden|utskottet|rådet|beredningen)\s(?:beslutar|beslutade)\b",
    re.IGNORECASE,
)
_ASSEMBLY = re.compile(r"fullmäktige|stämma", re.IGNORECASE)
_ASSEMBLY_ASKS = re.compile(
    r"^(?:\d+[.)]\s*)?(?:att\s|\w*(?:fullmäktige|stämman)\b|(?:hemställ|föreslå|rekommend)\w+)",
    re.IGNORECASE,
)
_LEADS_IN = re.compile(r"(?::|\batt|besluta|följande)\s*$", re.IGNORECASE)
_ENDED = re.compile(r"[.!?;,][\"”’)]*\s*$")
_BOARD = r"\w*(?:styrelsen|nämnden|utskottet|rådet|beredningen|direktionen|kommittén)"
_DECIDES_NOW = re.compile(
    rf"^(?!att\b).*(?:\b{_BOARD}\s(?:beslutar|beslutade)|\bbeslutar\s(?:därmed\s)?{_BOARD})"
    r"(?:\s(?:följande|att))?\s*:?$",
    re.IGNORECASE,
)
_ACCORDING_TO = re.compile(
    r"\s*(?:\d+[.)]\s*)?(?:enligt|i enlighet med)\b"
    r"|\b(?:enligt|i enlighet med|såsom|som|vad)\b[^.]{0,60}\b(?:föreslår|föreslagit)\b",
    re.IGNORECASE,
)


def part_proposals(section: Section, organ: str = "") -> tuple[Section, ...]:
    """Part a decision section into what is decided and what is only proposed to another body.

    Under «Beslut» a board often writes «Kommunstyrelsen föreslår kommunfullmäktige besluta: 1. …».
    The points that follow are a proposal, and stay one wherever they are quoted. What an assembly
    asks of others is its own decision; ``organ`` is the body whose minutes they are.
    """
    if section.kind is not SectionKind.DECISION or not section.paragraphs:
        return (section,)
    parts: list[tuple[SectionKind, list[Paragraph]]] = []
    ruling = SectionKind.DECISION
    led_by_point = False
    assembly = bool(_ASSEMBLY.search(organ))
    for paragraph in section.paragraphs:
        numbered = (paragraph.point or "").isdecimal()
        if numbered and led_by_point:
            ruling = SectionKind.DECISION
        before = ruling
        own, ruling = _kind_of(paragraph, ruling, assembly)
        led_by_point = led_by_point if ruling is before else numbered
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


def _kind_of(
    paragraph: Paragraph, ruling: SectionKind, assembly: bool
) -> tuple[SectionKind, SectionKind]:
    """The kind of a paragraph, and that of the points after it, until another lead-in."""
    text = paragraph.text
    proposes = _proposes(text) and not (assembly and _ASSEMBLY_ASKS.match(text))
    if paragraph.style is not ParagraphStyle.POINT:
        decides = _DECIDES.search(text) and _LEADS_IN.search(text) or _DECIDES_NOW.match(text)
        if _FOR_ITSELF.search(text) or (decides and not proposes):
            return SectionKind.DECISION, SectionKind.DECISION
    if proposes:
        goes_on = _LEADS_IN.search(text) or not _ENDED.search(text)
        return SectionKind.PROPOSAL, SectionKind.PROPOSAL if goes_on else ruling
    return ruling, ruling


def _proposes(text: str) -> bool:
    """Whether a sentence proposes, and not decides «enligt … förslag»."""
    according = _ACCORDING_TO.match(text) or (_DECIDES.search(text) and _ACCORDING_TO.search(text))
    return bool(_TO_ASSEMBLY.search(text) or _BOARD_PROPOSES.match(text)) and not according
