"""What was carried, where a decision only says whose proposal or yrkande: «enligt förslaget»."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from beslutssok.domain import MotionKind, Paragraph, Section, SectionKind
from beslutssok.parse.entities.motion_kinds import kind_of

_BODY = r"(?P<whose>(?:[\wåäö-]+(?:,?\s(?:och\s)?[\wåäö-]+){0,4}?s\s)?)"
_LEAD = (
    r"^(?:\d+[.)]\s*)?(?:[\wåäöÅÄÖ, -]{0,60}?\b(?:beslutar?|beslutade|beslöt|beslut)\s*)?(?:att\s)?"
)
_BY_PROPOSAL = re.compile(
    rf"{_LEAD}(?:enligt|i enlighet med|bifall(?:a|er)|anta(?:r|ga)?|godkänn(?:a|er)|omfatta(?:r"
    rf"|de)?)\s"
    rf"(?:det\s)?(?:liggande\s|föreliggande\s|framlagda\s|redovisat\s)?{_BODY}"
    r"(?:besluts)?förslag(?:et|en)?(?:\still\s(?:beslut|svar))?\s*\.?$",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    rf"{_LEAD}{_BODY}(?:förslag(?:et)?(?:\still\s(?:beslut|svar))?)\s"
    r"(?:bifall(?:s|es|as)|bifölls|antas|antogs|godkänns|godkändes)\s*\.?$",
    re.IGNORECASE,
)
_BODY_BEFORE = re.compile(
    r"^[\wåäöÅÄÖ, -]{3,60}?\s(?:omfattade|omfattar|godkände|godkänner|biföll|bifaller|antog"
    r"|antar)\s"
    rf"(?:det\s)?{_BODY}förslag(?:et)?(?:\still\s(?:beslut|svar))?\s*\.?$",
    re.IGNORECASE,
)
_BY_YRKANDE = re.compile(
    rf"{_LEAD}(?:enligt|i enlighet med|bifall(?:a|er))\s(?P<who>(?!.*\bom\b).{{3,80}}?)\s?"
    r"(?P<kind>\w*yrkande)(?:t|na)?\s*\.?$",
    re.IGNORECASE,
)
_NAME = re.compile(r"[A-ZÅÄÖ][\wåäöé-]+")
_MOVES = re.compile(r"\byrka\w*\b|\bföresl\w+\b", re.IGNORECASE)
_ANYBODYS = frozenset({"", "föreliggande", "liggande", "framlagda", "ordförandens"})
_STATED = {
    MotionKind.REJECTION: "Ärendet avslås.",
    MotionKind.REFERRAL_BACK: "Ärendet återremitteras.",
    MotionKind.TABLING: "Ärendet bordläggs.",
}


def carried_texts(
    decision: Sequence[Paragraph], sections: Sequence[Section]
) -> tuple[Paragraph, ...] | None:
    """The paragraphs of a decision, with what they only refer to in place of the reference.

    ``None`` where nothing else is told than a reference to what is not there, or where it cannot
    be told which of several proposals is meant.
    """
    found: list[Paragraph] = []
    unknown = 0
    for paragraph in decision:
        meant = _meant(paragraph.text, sections)
        if meant is None:
            found.append(paragraph)
        elif meant:
            found += [replace(paragraph, text=text) for text in meant]
        else:
            unknown += 1
    if unknown and not found:
        return None
    return tuple(found)


def _meant(text: str, sections: Sequence[Section]) -> tuple[str, ...] | None:
    """The texts that a paragraph refers to; ``None`` where it says itself what is decided."""
    bare = " ".join(text.split())
    for pattern in (_BY_PROPOSAL, _PASSIVE, _BODY_BEFORE):
        match = pattern.match(bare)
        if match:
            return _proposal(match["whose"].strip(), sections)
    match = _BY_YRKANDE.match(bare)
    if match:
        kind = kind_of(match["kind"] if match["kind"].lower() != "yrkande" else "")
        if kind is MotionKind.OTHER:
            kind = _moved(match["who"], sections)
        if kind is MotionKind.APPROVAL:
            return _proposal("", sections)
        return (_STATED[kind],) if kind in _STATED else ()
    return None


def _proposal(whose: str, sections: Sequence[Section]) -> tuple[str, ...]:
    """The one proposal of the item, or the one of the body that is named; empty if none is."""
    proposals = [
        section
        for section in sections
        if section.kind is SectionKind.PROPOSAL and section.paragraphs
    ]
    key = re.sub(r"[^a-zåäö]", "", whose.casefold()).removesuffix("s")
    if key and key not in _ANYBODYS:
        named = [s for s in proposals if key in re.sub(r"[^a-zåäö]", "", s.heading.casefold())]
        inside = [s for s in proposals if key in _opening(s)]
        proposals = named or inside or (proposals if len(proposals) == 1 else [])
    texts = {tuple(paragraph.text for paragraph in section.paragraphs) for section in proposals}
    return texts.pop() if len(texts) == 1 else ()


def _opening(section: Section) -> str:
    return re.sub(r"[^a-zåäö]", "", section.paragraphs[0].text[:80].casefold())


def _moved(who: str, sections: Sequence[Section]) -> MotionKind:
    """What those moved whose yrkande is named, where it stands among the yrkanden."""
    names = [name.removesuffix("s") for name in _NAME.findall(who)]
    kinds = {kind_of(moved) for moved in _yrkanden(names, sections)} - {MotionKind.OTHER}
    return kinds.pop() if len(kinds) == 1 else MotionKind.OTHER


def _yrkanden(names: Sequence[str], sections: Sequence[Section]) -> Iterator[str]:
    for section in sections:
        if section.kind is not SectionKind.MOTION:
            continue
        for paragraph in section.paragraphs:
            verb = _MOVES.search(paragraph.text)
            if verb and names and all(name in paragraph.text[: verb.start()] for name in names):
                yield paragraph.text[verb.end() :]
